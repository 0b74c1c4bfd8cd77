// Package jekyll reads the sources of a site made with Jekyll: its configuration and
// data, posts, collections and pages with their front matter, languages and addresses,
// the Liquid in its texts and what kramdown has beyond Dossier's Markdown.
package jekyll

import (
	"cmp"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"dossier/generator/importer/matter"
	"dossier/generator/importer/origin"
)

// Is reports that a folder holds such a site.
func Is(t origin.Tree) bool {
	if t.Has("_config.yml") || t.Has("_config.yaml") || t.Has("_config.toml") {
		return true
	}
	return slices.ContainsFunc(t.Files, func(f string) bool { return strings.HasPrefix(f, "_posts/") || strings.Contains(f, "/_posts/") })
}

type reader struct {
	tree    origin.Tree
	conf    matter.Map
	site    *origin.Site
	folders map[string]string // of languages
	data    map[string]matter.Value
}

// Read reads the site.
func Read(t origin.Tree) (*origin.Site, error) {
	r := &reader{
		tree: t, site: &origin.Site{Folders: map[string]string{}, Terms: map[origin.Tag]string{}, Kinds: []string{"categories", "tags"}},
		folders: origin.LanguageFolders(t.Files), data: map[string]matter.Value{},
	}
	for _, name := range []string{"_config.yml", "_config.yaml", "_config.toml"} {
		text, err := t.Text(name)
		if err != nil {
			return nil, err
		}
		read := matter.YAML
		if strings.HasSuffix(name, ".toml") {
			read = matter.TOML
		}
		m, err := read(text)
		if err != nil {
			r.site.Left = append(r.site.Left, origin.Left{File: name, Why: "it cannot be read: " + err.Error()})
		}
		r.conf = append(r.conf, m...)
	}
	s := r.site
	s.Title, s.Description, s.Base = r.conf.Text("title"), r.conf.Text("description"), strings.TrimSuffix(r.conf.Text("url"), "/")
	for _, f := range t.Files {
		if err := r.file(f); err != nil {
			return nil, err
		}
	}
	r.languages()
	r.authors()
	r.refer()
	s.Convert = r.convert
	return s, nil
}

// languages are those that the configuration names, and those of the texts.
func (r *reader) languages() {
	s := r.site
	for _, key := range []string{"default_lang", "lang", "locale", "languages"} {
		for _, v := range matter.Texts(r.conf.Get(key)) {
			lang := origin.Language(v)
			if key == "locale" || key == "lang" {
				lang, _, _ = strings.Cut(lang, "-")
			}
			if lang != "" && !slices.Contains(s.Languages, lang) {
				s.Languages = append(s.Languages, lang)
			}
		}
	}
	for _, lang := range origin.MostWritten(s.Docs) {
		if !slices.Contains(s.Languages, lang) {
			s.Languages = append(s.Languages, lang)
		}
	}
}

// file reads a text, or says where another file was to be found. What lies in other
// folders that begin with a low line makes the site, and is none of its content.
func (r *reader) file(f string) error {
	dirs := strings.Split(path.Dir(f), "/")
	if dirs[0] == "." {
		dirs = nil
	}
	lang := ""
	if len(dirs) > 0 && r.folders[dirs[0]] != "" {
		lang, dirs = r.folders[dirs[0]], dirs[1:]
	}
	special := slices.IndexFunc(dirs, func(d string) bool { return d[0] == '_' })
	switch {
	case slices.ContainsFunc(matter.Texts(r.conf.Get("exclude")), func(x string) bool {
		return f == strings.TrimPrefix(x, "/") || strings.HasPrefix(f, strings.Trim(x, "/")+"/")
	}):
		if origin.IsMarkdown(f) {
			r.site.Left = append(r.site.Left, origin.Left{File: f, Why: "the configuration excludes it"})
		}
		return nil
	case special >= 0 && (dirs[special] == "_posts" || dirs[special] == "_drafts"), special == 0 && r.isCollection(dirs[0]):
		return r.doc(f, lang, dirs, special)
	case special >= 0 || path.Base(f)[0] == '_':
		return nil
	case origin.Stem(f) == "404" && len(dirs) == 0:
		r.site.Left = append(r.site.Left, origin.NotFoundPage(f))
		return nil
	case origin.IsMarkdown(f) || path.Ext(f) == ".html":
		return r.doc(f, lang, dirs, -1)
	}
	r.site.Media = append(r.site.Media, origin.Media{File: f, Addresses: []string{"/" + f}})
	return nil
}

func (r *reader) isCollection(dir string) bool {
	name := strings.TrimPrefix(dir, "_")
	switch v := r.conf.Get("collections").(type) {
	case matter.Map:
		return v.Get(name) != nil || slices.ContainsFunc(v, func(p matter.Pair) bool { return p.Key == name })
	case []matter.Value:
		return slices.Contains(matter.Texts(v), name)
	}
	return false
}

func (r *reader) doc(f, lang string, dirs []string, special int) error {
	text, err := r.tree.Text(f)
	if err != nil {
		return err
	}
	d := &origin.Doc{File: f, Lang: lang}
	var ok bool
	d.Front, d.Body, ok, err = matter.Front(text)
	if !ok {
		r.site.Media = append(r.site.Media, origin.Media{File: f, Addresses: []string{"/" + f}})
		if origin.IsMarkdown(f) {
			r.site.Left = append(r.site.Left, origin.Left{File: f, Why: "it has no front matter, so Jekyll makes no page of it"})
		}
		return nil
	}
	if special < 0 && made.MatchString(d.Body) && !origin.IsMarkdown(f) {
		r.site.Left = append(r.site.Left, origin.Left{File: f, Why: "its template makes a list, which Dossier makes by itself"})
		return nil
	}
	if err != nil {
		d.Notes.Mind("the front matter cannot be read as a whole: %v", err)
	}
	fields := d.Fields()
	fields.Defaults = r.defaults(f)
	if l := origin.Language(matter.Text(fields.Ask("lang", "locale", "language"))); l != "" {
		d.Lang = l
	}
	d.Common(fields, "date")
	if special == 0 && dirs[0] == "_events" {
		d.Span(fields)
	}
	if v := fields.Ask("published"); v != nil && !matter.True(v) {
		d.Draft = true
	}
	categories := r.role(d, dirs, special)
	r.tags(d, fields, categories)
	r.addresses(d, fields, dirs, special, categories)
	if key := matter.Text(fields.Ask("ref", "translation_id", "lang-ref", "page_id")); key != "" {
		d.Group = "key " + key
	}
	d.Private = d.Draft || special == 0 && dirs[0] != "_posts" && dirs[0] != "_drafts" && !matter.True(r.conf.At("collections."+dirs[0][1:]+".output"))
	fields.Ask("layout")
	if special >= 0 {
		d.Listed(fields)
	}
	fields.Rest(&d.Notes)
	r.site.Docs = append(r.site.Docs, d)
	return nil
}

// made matches a page that is made by a loop over the site's posts or pages.
var made = regexp.MustCompile(`\{%-?\s*for\s+\w+\s+in\s+(?:site|paginator|posts|collections)\b`)

// role says what a text is by its place, and gives the categories that folders make.
func (r *reader) role(d *origin.Doc, dirs []string, special int) (categories []string) {
	stem := origin.Stem(d.File)
	d.Group = path.Join(append(slices.Clone(dirs), stem)...)
	d.Name = stem
	switch {
	case special >= 0 && (dirs[special] == "_posts" || dirs[special] == "_drafts"):
		categories = dirs[:special:special]
		d.Folder = strings.Join(categories, "-")
		date, rest := origin.DateOfName(stem)
		if rest != "" {
			d.Name = rest
		}
		if d.Date == "" {
			d.Date = date
		}
		d.Draft = d.Draft || dirs[special] == "_drafts"
		if d.Role = origin.Post; d.Date == "" {
			d.Role = origin.Page
		}
	case special == 0:
		d.Folder = strings.TrimPrefix(dirs[0], "_")
		date, rest := origin.DateOfName(stem)
		if rest != "" {
			d.Name = rest
		}
		if d.Date == "" {
			d.Date = date
		}
		switch {
		case d.Folder == "authors" || d.Folder == "people":
			d.Role, d.Person, d.Folder = origin.Term, true, "authors"
		case d.Date == "":
		case d.Folder == "events":
			d.Role = origin.Term
		default:
			d.Role = origin.Post
		}
	case len(dirs) == 0 && stem == "index":
		d.Role = origin.Home
	default:
		if len(dirs) > 0 {
			d.Folder = dirs[0]
		}
		if stem == "index" {
			d.Name = dirs[len(dirs)-1]
		}
		if d.Date != "" {
			d.Notes.Drop("date: %s (pages have none)", d.Date)
			d.Date = ""
		}
	}
	return categories
}

// tags reads categories, of which the first is the article where no folder is, and
// tags: lists, or words with spaces between them.
func (r *reader) tags(d *origin.Doc, f *origin.Fields, categories []string) {
	words := func(keys ...string) []string {
		v := f.Ask(keys...)
		if s, ok := v.(string); ok {
			if strings.Contains(s, ",") {
				return strings.FieldsFunc(s, func(r rune) bool { return r == ',' })
			}
			return strings.Fields(s)
		}
		return matter.Texts(v)
	}
	named := words("categories", "category")
	if d.Role == origin.Post && d.Folder == "" {
		d.Folder = "posts"
		if len(named) > 0 {
			d.Folder = named[0]
			if strings.ToLower(d.Folder) != d.Folder {
				r.site.Folders[d.Folder] = d.Folder
			}
			named = named[1:]
		}
	}
	for _, c := range named {
		if c = strings.TrimSpace(c); c != "" && !slices.Contains(categories, c) {
			d.Tags = append(d.Tags, origin.Tag{Kind: "categories", Term: c})
		}
	}
	for _, t := range words("tags", "tag") {
		if t = strings.TrimSpace(t); t != "" {
			d.Tags = append(d.Tags, origin.Tag{Kind: "tags", Term: t})
		}
	}
	d.Authors = d.By(f)
}

// authors takes their names from the data that themes keep of them.
func (r *reader) authors() {
	all, _ := r.dataOf("authors").(matter.Map)
	for _, p := range all {
		of, _ := p.Value.(matter.Map)
		if name := of.Text("name"); name != "" {
			r.site.Terms[origin.Tag{Kind: "authors", Term: p.Key}] = name
		}
	}
}

// addresses are where the text was to be found, now and before.
func (r *reader) addresses(d *origin.Doc, f *origin.Fields, dirs []string, special int, categories []string) {
	stem := origin.Stem(d.File)
	folder := path.Dir(d.File)
	address := "/" + path.Join(folder, stem)
	if stem == "index" {
		address = "/" + folder
	}
	style := r.conf.Text("permalink")
	end := ".html" // of pages and collections, which follow the posts
	if style == "pretty" || strings.HasSuffix(style, "/") {
		end = "/"
	}
	if stem != "index" {
		address += end
	} else if folder != "." {
		address += "/"
	}
	if special >= 0 {
		pattern := style
		if of, _ := r.conf.At("collections.posts").(matter.Map); of.Text("permalink") != "" {
			pattern = of.Text("permalink")
		}
		if known := patterns[cmp.Or(pattern, "date")]; known != "" {
			pattern = known
		}
		if dirs[special] != "_posts" && dirs[special] != "_drafts" {
			pattern = "/:collection/:path" + end
			if of, _ := r.conf.At("collections." + d.Folder).(matter.Map); of.Text("permalink") != "" {
				pattern = of.Text("permalink")
			}
		}
		all := categories
		if top, _, ok := strings.Cut(d.File, "/"); ok && r.folders[top] != "" {
			all = append([]string{top}, categories...)
		}
		if len(categories) == 0 && d.Folder != "" && d.Folder != "posts" {
			all = append(all, d.Folder)
		}
		address = fill(pattern, d, dirs[special+1:], all)
		d.Refs = append(d.Refs, "post:"+strings.TrimSuffix(path.Join(strings.Join(categories, "/"), stem), "/"), "post:"+stem)
	}
	if p := matter.Text(f.Ask("permalink")); p != "" {
		address = fill(p, d, nil, categories)
	}
	for _, at := range append([]string{address}, matter.Texts(f.Ask("redirect_from"))...) {
		if path.Ext(at) == "" && !strings.HasSuffix(at, "/") { // it was a file, and servers show it without its ending
			at += ".html"
		}
		d.Addresses = append(d.Addresses, at)
	}
	d.Refs = append(d.Refs, "file:"+d.File)
}

var patterns = map[string]string{
	"date": "/:categories/:year/:month/:day/:title:output_ext", "pretty": "/:categories/:year/:month/:day/:title/",
	"ordinal": "/:categories/:year/:y_day/:title:output_ext", "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
	"none": "/:categories/:title:output_ext",
}

// fill gives the address that a pattern makes; below are the folders of the text
// within its collection.
func fill(pattern string, d *origin.Doc, below, categories []string) string {
	day := d.Date + "-01-01" // what is not known is the first
	date, _ := time.Parse(time.DateOnly, day[:min(len(day), len(time.DateOnly))])
	_, week := date.ISOWeek()
	s := strings.NewReplacer(":categories", strings.Join(categories, "/"), ":year", date.Format("2006"), ":month", date.Format("01"), ":day", date.Format("02"),
		":i_month", date.Format("1"), ":i_day", date.Format("2"), ":short_year", date.Format("06"), ":short_month", date.Format("Jan"), ":short_day", date.Format("Mon"),
		":long_month", date.Format("January"), ":long_day", date.Format("Monday"), ":y_day", date.Format("002"), ":week", fmt.Sprintf("%02d", week),
		":title", d.Name, ":slug", d.Name, ":name", d.Name, ":path", path.Join(append(slices.Clone(below), origin.Stem(d.File))...), ":output_ext", ".html", ":collection", d.Folder).Replace(pattern)
	clean := path.Clean("/" + s)
	if strings.HasSuffix(s, "/") && clean != "/" {
		clean += "/"
	}
	return clean
}

// refer makes the function that finds what link and post_url mean.
func (r *reader) refer() {
	by := map[string][]*origin.Doc{}
	for _, d := range r.site.Docs {
		for _, ref := range d.Refs {
			by[ref] = append(by[ref], d)
		}
	}
	r.site.Find = func(from *origin.Doc, ref string) *origin.Doc {
		for _, try := range []string{ref, strings.Replace(ref, "file:/", "file:", 1)} {
			all := by[try]
			for _, d := range all {
				if d.Lang == from.Lang {
					return d
				}
			}
			if len(all) > 0 {
				return all[0]
			}
		}
		return nil
	}
}
