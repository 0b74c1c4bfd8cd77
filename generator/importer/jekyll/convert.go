package jekyll

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"dossier/generator/importer/liquid"
	"dossier/generator/importer/marked"
	"dossier/generator/importer/matter"
	"dossier/generator/importer/origin"
)

// Marks around what Liquid leaves: it runs before anybody knows what is code, and
// only then is it known whether a tag becomes a comment or stays as it is. They are
// no characters of any text.
const (
	leftOpen, leftClose   = "\uFDD0", "\uFDD1" // not understood
	plainOpen, plainClose = "\uFDD2", "\uFDD3" // to be shown
)

var (
	left      = regexp.MustCompile("(?s)" + leftOpen + "(.*?)" + leftClose)
	plain     = regexp.MustCompile("(?s)" + plainOpen + "(.*?)" + plainClose)
	signs     = strings.NewReplacer(leftOpen, "", leftClose, "", plainOpen, "", plainClose, "")
	lineStart = regexp.MustCompile(`\n[ \t]+`)
	tag       = regexp.MustCompile(`\{\{.*?\}\}|\{%.*?%\}`)
)

// convert turns a body.
func (r *reader) convert(d *origin.Doc) *marked.Text {
	n := &d.Notes
	s := liquid.Run(signs.Replace(d.Body), r.host(d))
	if !origin.IsMarkdown(d.File) {
		s = lineStart.ReplaceAllString(s, "\n") // in a file of HTML the indent says nothing
	}
	t := marked.New(s)
	t.S = left.ReplaceAllStringFunc(t.S, func(s string) string {
		s = signs.Replace(t.Whole(s))
		n.Hide(s)
		return t.Hide(s)
	})
	t.S = plain.ReplaceAllStringFunc(t.S, func(s string) string { return t.Keep(signs.Replace(s)) })
	t.Rewrite(func(piece string) string {
		if left.MatchString(piece) && !strings.HasPrefix(piece, "<!--") {
			n.Mind("a template tag in code stays as it is: %s", strings.Trim(left.FindString(piece), leftOpen+leftClose))
		}
		return signs.Replace(piece)
	})
	n.Math(t, origin.HasMath(d.Front))
	kramdown(t, n)
	n.HTML(t)
	return t
}

func (r *reader) host(d *origin.Doc) liquid.Host {
	n := &d.Notes
	return liquid.Host{
		Value: func(name string) (matter.Value, bool) {
			switch name {
			case "site":
				return liquid.Lazy(r.siteValue), true
			case "page":
				return liquid.Lazy(func(key string) (matter.Value, bool) { return r.pageValue(d, key) }), true
			}
			return nil, false
		},
		Tag:   func(name, args string) (string, bool) { return r.tag(d, name, args) },
		Block: func(name, args, inner string) (string, bool) { return highlighted(n, args, inner), true },
		Plain: func(text string) string {
			return tag.ReplaceAllStringFunc(text, func(s string) string { return plainOpen + s + plainClose })
		},
		Hide: func(source string) string { return leftOpen + source + leftClose },
		Skip: func(source string) {
			if said := "what a condition does not show: " + source; tag.ReplaceAllString(source, "") != "" && !slices.Contains(n.Dropped, strings.Join(strings.Fields(said), " ")) {
				n.Drop("%s", said)
			}
		},
		Turned: n.Turn,
		Include: func(name string) (string, bool) {
			text, err := r.tree.Text(path.Join("_includes", name))
			if err != nil || text == "" || strings.Contains(text, "<script") {
				return "", false
			}
			return text, true
		},
	}
}

func highlighted(n *origin.Notes, args, inner string) string {
	n.Turn("{% highlight %}")
	lang, _, _ := strings.Cut(args, " ")
	inner = strings.Trim(inner, "\n")
	fence := "```"
	for strings.Contains(inner, fence) {
		fence += "`"
	}
	return fence + lang + "\n" + inner + "\n" + fence
}

// siteValue is site.KEY: what the configuration says. What the program gathers, such
// as site.posts, is not known.
func (r *reader) siteValue(key string) (matter.Value, bool) {
	switch key {
	case "url":
		return r.site.Base, true
	case "baseurl":
		return "", true
	case "data":
		return liquid.Lazy(func(key string) (matter.Value, bool) { v := r.dataOf(key); return v, v != nil }), true
	}
	if v := r.conf.Get(key); v != nil {
		return v, true
	}
	return nil, !slices.Contains(gathered, key) && !r.isCollection("_"+key)
}

// gathered are the values of site and page that the program makes. Any other that is
// not written is nothing, as Liquid has it.
var gathered = []string{
	"time", "pages", "posts", "related_posts", "static_files", "html_pages", "html_files", "collections", "documents", "categories", "tags", "github",
	"content", "excerpt", "id", "path", "name", "dir", "next", "previous", "collection", "relative_path", "slug",
}

func (r *reader) pageValue(d *origin.Doc, key string) (matter.Value, bool) {
	switch key {
	case "url":
		return d.Addresses[0], true
	case "date":
		return d.Date, d.Date != ""
	}
	if v := d.Front.Get(key); v != nil {
		return v, true
	}
	if v := r.defaults(d.File).Get(key); v != nil {
		return v, true
	}
	return nil, !slices.Contains(gathered, key)
}

// dataOf reads a file or folder of _data.
func (r *reader) dataOf(key string) matter.Value {
	if v, ok := r.data[key]; ok {
		return v
	}
	r.data[key] = r.readData("_data/" + key)
	return r.data[key]
}

func (r *reader) readData(name string) matter.Value {
	for end, read := range map[string]func(string) (matter.Map, error){".yml": matter.YAML, ".yaml": matter.YAML, ".json": matter.JSON, ".toml": matter.TOML} {
		text, err := r.tree.Text(name + end)
		if err != nil || text == "" {
			continue
		}
		m, err := read(text)
		if err != nil {
			return nil
		}
		if len(m) == 1 && m[0].Key == "" {
			return m[0].Value
		}
		return m
	}
	var folder matter.Map
	for _, f := range r.tree.Files {
		if rest, ok := strings.CutPrefix(f, name+"/"); ok && !strings.Contains(rest, "/") {
			folder = append(folder, matter.Pair{Key: origin.Stem(rest), Value: r.readData(strings.TrimSuffix(f, path.Ext(f)))})
		}
	}
	if folder == nil {
		return nil
	}
	return folder
}

// tag turns the tags of Jekyll and of its usual plugins.
func (r *reader) tag(d *origin.Doc, name, args string) (string, bool) {
	n := &d.Notes
	words := marked.Attributes(args)
	first := ""
	if len(words) > 0 {
		first = words[0].Value
	}
	switch name {
	case "link":
		n.Turn("{% link %}")
		return origin.Ref("file:" + strings.TrimSpace(args)), true
	case "post_url":
		n.Turn("{% post_url %}")
		return origin.Ref("post:" + strings.TrimPrefix(strings.TrimSpace(args), "/")), true
	case "youtube", "youtube_embed":
		n.Turn("{% " + name + " %}")
		if !strings.Contains(first, "://") {
			first = "https://www.youtube.com/watch?v=" + first
		}
		return "<" + first + ">", true
	case "vimeo":
		n.Turn("{% vimeo %}")
		return "<https://vimeo.com/" + first + ">", true
	case "gist":
		n.Turn("{% gist %}")
		return "<https://gist.github.com/" + first + ">", true
	case "img", "image", "figure", "picture":
		src := marked.Get(words, "src", "path", "url", "image")
		if src == "" {
			src = first
		}
		n.Turn("{% " + name + " %}")
		return "\n\n" + marked.Picture(marked.Get(words, "alt", "caption", "title"), src, marked.Get(words, "caption")) + "\n\n", true
	case "include", "include_relative":
		for _, film := range []string{"youtube", "vimeo"} {
			if id := marked.Get(words, "id", "video_id", "src", "url"); strings.Contains(strings.ToLower(first), film) && id != "" && !strings.Contains(id, "{") {
				return r.tag(d, film, id)
			}
		}
		if src := marked.Get(words, "src", "url", "image_path", "image", "file", "path"); strings.Contains(first, "image") || strings.Contains(first, "figure") || strings.Contains(first, "picture") {
			if src != "" {
				return r.tag(d, "figure", args)
			}
		}
	}
	return "", false
}
