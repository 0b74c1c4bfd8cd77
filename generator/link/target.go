package link

import (
	"cmp"
	"fmt"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"dossier/generator/diag"
	"dossier/generator/markdown"
	"dossier/generator/model"
)

// index finds pages by the names that links may use.
type index struct {
	byID   map[string][]model.Key // for [[id]]
	byFile map[string]model.Key   // for relative links to content files
	media  map[string]bool
	docs   map[model.Key]*model.Doc
}

func newIndex(c *model.Corpus) *index {
	x := &index{
		byID: map[string][]model.Key{}, byFile: map[string]model.Key{"": "", "index.md": ""},
		media: map[string]bool{}, docs: map[model.Key]*model.Doc{"": c.Home},
	}
	for _, a := range c.Articles {
		x.add(&a.Doc)
		for _, s := range a.Sections {
			x.add(&s.Doc, path.Join(a.Key.ID(), s.Key.ID()))
		}
	}
	for _, e := range c.Entities {
		x.add(&e.Doc)
	}
	for _, p := range c.Pages {
		x.add(p)
	}
	for _, k := range c.Kinds {
		x.byFile[k.ID] = model.Key(k.ID)
	}
	for _, m := range c.Media {
		x.media[m.File] = true
	}
	return x
}

// add makes a doc known by its id, its key and further names.
func (x *index) add(d *model.Doc, names ...string) {
	x.docs[d.Key] = d
	for _, name := range append(names, d.Key.ID(), string(d.Key)) {
		x.byID[name] = append(x.byID[name], d.Key)
	}
	for _, t := range d.Texts {
		if t.File != "" {
			x.byFile[t.File] = d.Key
		}
	}
	if strings.HasPrefix(string(d.Key), model.Articles+"/") && path.Base(d.File) == "index.md" {
		x.byFile[path.Dir(d.File)] = d.Key
	}
}

// links resolves the links that an editor wrote in t.
func (r *resolver) links(d *model.Doc, t *model.Text) []model.Anchor {
	var anchors []model.Anchor
	for _, l := range t.Body.Links {
		a := model.Anchor{Image: l.Image, Start: l.Href, End: l.Href, Label: l.Label, Pos: l.Pos}
		why, suggest := "", r.faults.Suggests(t.File)
		switch {
		case l.Wiki:
			a.Target, a.Heading, why = r.wiki(d, l.Target, suggest)
		case markdown.IsExternal(l.Target):
			a.URL = l.Target
		default:
			why = r.relative(d, t, l, &a, suggest)
		}
		if why == "" && a.Heading != "" {
			why = r.heading(a.Target, t.Lang, a.Heading, suggest)
		}
		if why != "" {
			r.faults.Add(l.Pos, diag.BrokenLink, "%s", why)
			continue
		}
		anchors = append(anchors, a)
	}
	return anchors
}

// wiki finds the page that [[target]] names; suggest says whether to look for a
// nearest right one.
func (r *resolver) wiki(d *model.Doc, target string, suggest bool) (key model.Key, heading, why string) {
	target, heading, _ = strings.Cut(target, "#")
	if target == "" && heading != "" {
		return d.Key, heading, ""
	}
	switch keys := r.index.byID[target]; len(keys) {
	case 1:
		return keys[0], heading, ""
	case 0:
		why = fmt.Sprintf("nothing has the id %q", target)
		if suggest {
			why += diag.DidYouMean(target, slices.Values(slices.Sorted(maps.Keys(r.index.byID))))
		}
		return "", "", why
	default:
		return "", "", fmt.Sprintf("%q may be %s or %s; write one of them in full", target, keys[0], keys[1])
	}
}

// relative resolves a relative address from the file of t.
func (r *resolver) relative(d *model.Doc, t *model.Text, l model.Link, a *model.Anchor, suggest bool) (why string) {
	file, heading, _ := strings.Cut(l.Target, "#")
	file, a.Heading = decode(file), decode(heading)
	if file == "" {
		a.Target = d.Key
		if a.Heading == "" {
			return "the link is empty; write an address or [[an id]]"
		}
		return ""
	}
	if strings.ContainsAny(file, ":?\\") && !strings.HasPrefix(file, ".") {
		return fmt.Sprintf("%q is not a file of the content folder", l.Target)
	}
	if strings.HasPrefix(file, "/") {
		return fmt.Sprintf("%q begins with a slash; name the file relative to this one, such as ../events/x.md", l.Target)
	}
	p := path.Join(path.Dir(t.File), file)
	if p == "." {
		p = ""
	}
	if r.index.media[p] {
		a.File = p
		return ""
	}
	if key, ok := r.index.byFile[p]; ok && !l.Image {
		a.Target = key
		return ""
	}
	if suggest {
		known := slices.Sorted(maps.Keys(r.index.media))
		if !l.Image {
			known = append(slices.Sorted(maps.Keys(r.index.byFile)), known...)
		}
		if near := diag.Nearest(p, slices.Values(known)); near != "" {
			return fmt.Sprintf("there is no file %q; did you mean %q?", l.Target, relativeTo(path.Dir(t.File), near))
		}
	}
	return fmt.Sprintf("there is no file %q in the content folder", l.Target)
}

// decode undoes percent escapes; what is not one stays as written.
func decode(s string) string {
	if d, err := url.PathUnescape(s); err == nil {
		return d
	}
	return s
}

// relativeTo gives file as seen from the folder dir, both below the root.
func relativeTo(dir, file string) string {
	up := ""
	for dir != "." && !strings.HasPrefix(file, dir+"/") {
		dir, up = path.Dir(dir), up+"../"
	}
	if dir != "." {
		file = strings.TrimPrefix(file, dir+"/")
	}
	return up + file
}

// heading checks that a page has a heading.
func (r *resolver) heading(key model.Key, lang, id string, suggest bool) (why string) {
	d := r.index.docs[key]
	if d == nil {
		return fmt.Sprintf("%s is a list; it has no heading %q", key, id)
	}
	headings := d.In(lang, r.site.Settings.Default()).Body.Headings
	if slices.ContainsFunc(headings, func(h model.Heading) bool { return h.ID == id }) {
		return ""
	}
	why = fmt.Sprintf("%s has no heading %q", named(d), id)
	if suggest {
		var ids []string
		for _, h := range headings {
			ids = append(ids, h.ID)
		}
		why += diag.DidYouMean(id, slices.Values(ids))
	}
	return why
}

// named is how a doc is called to an editor.
func named(d *model.Doc) string { return cmp.Or(d.File, string(d.Key), "index.md") }
