// Package hugo reads the sources of a site made with Hugo: its configuration, the
// files of its content folders with their front matter, languages and addresses, and
// the shortcodes in its texts.
package hugo

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"dossier/generator/importer/matter"
	"dossier/generator/importer/origin"
)

// Is reports that a folder holds such a site.
func Is(t origin.Tree) bool {
	for _, f := range t.Files {
		if configFile.MatchString(f) {
			return true
		}
	}
	return t.Has("config.toml") || t.Has("archetypes/default.md")
}

// configFile matches the files of a configuration: one at the top, or many in folders,
// of which that for publishing adds to the first.
var configFile = regexp.MustCompile(`^(?:hugo|config)\.(?:toml|ya?ml|json)$|^config/(?:_default|production)/[\w.-]+\.(?:toml|ya?ml|json)$`)

// reader reads one site.
type reader struct {
	tree       origin.Tree
	conf       matter.Map
	site       *origin.Site
	roots      []root
	rest       string            // the content folder of the site, which is no root where all languages have their own
	taxonomies []string          // plurals, which are keys of front matter and folders
	permalinks map[string]string // by section
}

// root is a content folder, of one language when it is that language's own.
type root struct{ dir, lang string }

// Read reads the site.
func Read(t origin.Tree) (*origin.Site, error) {
	r := &reader{tree: t, site: &origin.Site{Folders: map[string]string{}, Terms: map[origin.Tag]string{}}, permalinks: map[string]string{}}
	if err := r.configure(); err != nil {
		return nil, err
	}
	for _, f := range t.Files {
		if err := r.file(f); err != nil {
			return nil, err
		}
	}
	r.chapters()
	r.refer()
	r.site.Convert = r.convert
	return r.site, nil
}

// configure reads the configuration, of one file or of several.
func (r *reader) configure() error {
	for _, f := range r.tree.Files {
		if !configFile.MatchString(f) {
			continue
		}
		text, err := r.tree.Text(f)
		if err != nil {
			return err
		}
		read := map[string]func(string) (matter.Map, error){".toml": matter.TOML, ".json": matter.JSON}[path.Ext(f)]
		if read == nil {
			read = matter.YAML
		}
		m, err := read(text)
		if err != nil {
			r.site.Left = append(r.site.Left, origin.Left{File: f, Why: "it cannot be read: " + err.Error()})
			continue
		}
		r.conf = merged(r.conf, within(origin.Stem(f), m))
	}
	s := r.site
	s.Title, s.Base = r.conf.Text("title"), strings.TrimSuffix(r.conf.Text("baseURL"), "/")
	s.Description = matter.Text(r.conf.At("params.description"))
	r.languages()
	r.taxonomies = []string{"tags", "categories"}
	if m, ok := r.conf.Get("taxonomies").(matter.Map); ok {
		r.taxonomies = nil
		for _, p := range m {
			r.taxonomies = append(r.taxonomies, matter.Text(p.Value))
		}
	}
	s.Kinds = slices.DeleteFunc(slices.Clone(r.taxonomies), isAuthors)
	if m, ok := r.conf.Get("permalinks").(matter.Map); ok {
		for _, p := range m {
			if sub, ok := p.Value.(matter.Map); ok && p.Key == "page" {
				for _, q := range sub {
					r.permalinks[q.Key] = matter.Text(q.Value)
				}
				continue
			}
			r.permalinks[p.Key] = matter.Text(p.Value)
		}
	}
	return nil
}

// within gives a file of a folder of configuration the key that its name says:
// menus.toml is the site's menus, menus.fr.toml is languages.fr.menus, and
// languages.fr.toml is languages.fr.
func within(stem string, m matter.Map) matter.Map {
	key, lang, ofLanguage := strings.Cut(stem, ".")
	if key != "hugo" && key != "config" && !(ofLanguage && key == "languages") {
		m = matter.Map{{Key: key, Value: m}}
	}
	if ofLanguage {
		m = matter.Map{{Key: "languages", Value: matter.Map{{Key: lang, Value: m}}}}
	}
	return m
}

// merged adds to a map what another has more, maps in them alike.
func merged(m, more matter.Map) matter.Map {
	for _, p := range more {
		at := slices.IndexFunc(m, func(q matter.Pair) bool { return strings.EqualFold(p.Key, q.Key) })
		if at < 0 {
			m = append(m, p)
			continue
		}
		a, isMap := m[at].Value.(matter.Map)
		if b, both := p.Value.(matter.Map); isMap && both {
			m[at].Value = merged(a, b)
		}
	}
	return m
}

func isAuthors(taxonomy string) bool { return taxonomy == "authors" || taxonomy == "author" }

func (r *reader) languages() {
	content := r.conf.Text("contentDir")
	if content == "" {
		content = "content"
	}
	first := origin.Language(r.conf.Text("defaultContentLanguage"))
	if first == "" {
		first = origin.Language(strings.ToLower(r.conf.Text("languageCode")))
		first, _, _ = strings.Cut(first, "-")
	}
	if first == "" {
		first = "en"
	}
	s := r.site
	s.Languages = []string{first}
	all, _ := r.conf.Get("languages").(matter.Map)
	for _, p := range all {
		lang := origin.Language(p.Key)
		if lang == "" {
			continue
		}
		if lang != first {
			s.Languages = append(s.Languages, lang)
		}
		of, _ := p.Value.(matter.Map)
		if lang == first && s.Title == "" {
			s.Title = of.Text("title")
		}
		if dir := of.Text("contentDir"); dir != "" {
			r.roots = append(r.roots, root{path.Clean(dir), lang})
		}
	}
	r.rest = path.Clean(content)
	if !slices.ContainsFunc(r.roots, func(in root) bool { return in.lang == first }) {
		r.roots = append(r.roots, root{r.rest, ""})
	}
	// The longest first: content/fr lies in content.
	slices.SortStableFunc(r.roots, func(a, b root) int { return len(b.dir) - len(a.dir) })
}

// place finds the content folder of a file.
func (r *reader) place(f string) (in root, rel string, ok bool) {
	for _, in := range r.roots {
		if rel, ok := strings.CutPrefix(f, in.dir+"/"); ok {
			return in, rel, true
		}
	}
	return root{}, "", false
}

// file reads a text, or says where another file was to be found.
func (r *reader) file(f string) error {
	in, rel, ok := r.place(f)
	ext := strings.ToLower(path.Ext(f))
	switch {
	case ok && (origin.IsMarkdown(f) || ext == ".html" || ext == ".htm"):
		return r.doc(f, in, rel)
	case ok && slices.Contains([]string{".org", ".adoc", ".asciidoc", ".rst", ".pandoc", ".ipynb"}, ext):
		r.site.Left = append(r.site.Left, origin.Left{File: f, Why: "it is not Markdown"})
	case ok:
		r.media(f, "/"+rel)
	case origin.IsMarkdown(f) && strings.HasPrefix(f, r.rest+"/"):
		r.site.Left = append(r.site.Left, origin.Left{File: f, Why: "it lies in no language's content folder"})
	default:
		for _, top := range []string{"static/", "assets/"} {
			if at, found := strings.CutPrefix(f, top); found {
				r.media(f, "/"+at)
			}
		}
		if at := strings.Index(f, "/static/"); at >= 0 && strings.HasPrefix(f, "themes/") {
			r.media(f, f[at+len("/static"):])
		}
	}
	return nil
}

func (r *reader) media(f, address string) {
	r.site.Media = append(r.site.Media, origin.Media{File: f, Addresses: []string{address}})
}

func (r *reader) doc(f string, in root, rel string) error {
	text, err := r.tree.Text(f)
	if err != nil {
		return err
	}
	if stem, _, _ := strings.Cut(rel, "."); stem == "404" {
		r.site.Left = append(r.site.Left, origin.NotFoundPage(f))
		return nil
	}
	d := &origin.Doc{File: f, Lang: in.lang}
	var ok bool
	d.Front, d.Body, ok, err = matter.Front(text)
	if !ok && !origin.IsMarkdown(f) {
		r.media(f, "/"+rel) // a page as it is
		return nil
	}
	if err != nil {
		d.Notes.Mind("the front matter cannot be read as a whole: %v", err)
	}
	dir, base := path.Split(rel)
	stem := strings.TrimSuffix(base, path.Ext(base))
	if at := strings.LastIndexByte(stem, '.'); at >= 0 {
		if lang := origin.Language(stem[at+1:]); lang != "" && slices.Contains(r.site.Languages, lang) {
			stem, d.Lang = stem[:at], lang
		}
	}
	d.Group = dir + stem
	var dirs []string
	if dir != "" {
		dirs = strings.Split(strings.TrimSuffix(dir, "/"), "/")
	}
	r.role(d, dirs, stem)
	fields := d.Fields()
	d.Common(fields, "date", "publishDate", "pubdate", "published")
	if key := matter.Text(fields.Ask("translationKey")); key != "" {
		d.Group = "key " + key
	}
	r.tags(d, fields)
	r.dated(d, dirs)
	r.addresses(d, fields, dirs, stem)
	if d.Person {
		person(d, fields)
	}
	fields.Ask("layout", "type", "lastmod", "menu", "weight")
	for _, key := range []string{"lastmod", "type", "weight"} {
		if v := fields.Text(key); v != "" {
			d.Notes.Drop("%s: %s", key, v)
		}
	}
	fields.Rest(&d.Notes)
	r.site.Docs = append(r.site.Docs, d)
	return nil
}

// person reads what themes say of an author.
func person(d *origin.Doc, f *origin.Fields) {
	d.Job = f.Line("role", "job_title")
	for _, name := range []string{f.Line("display_name", "name"), strings.TrimSpace(f.Line("first_name") + " " + f.Line("last_name"))} {
		switch {
		case name == "" || name == d.Title:
		case d.Title == "":
			d.Title = name
		default:
			d.Aliases = append(d.Aliases, name)
		}
	}
}

// role says what a text is by its place: folders, and _index.md or index.md.
func (r *reader) role(d *origin.Doc, dirs []string, stem string) {
	switch {
	case len(dirs) == 0 && stem == "_index":
		d.Role = origin.Home
	case len(dirs) > 0 && slices.Contains(r.taxonomies, dirs[0]) && (stem == "_index" || stem == "index" || len(dirs) == 1):
		d.Role, d.Folder, d.Name = origin.Term, dirs[0], dirs[len(dirs)-1]
		if stem != "_index" && stem != "index" {
			d.Name = stem
		} else if len(dirs) == 1 { // of the list of terms
			d.Role, d.Folder = origin.Page, ""
		}
		d.Person = isAuthors(dirs[0])
	case stem == "_index" && len(dirs) == 1:
		d.Role, d.Folder, d.Name = origin.Chapter, dirs[0], dirs[0]
	case stem == "_index" || stem == "index" && len(dirs) > 0:
		d.Folder, d.Name = dirs[0], dirs[len(dirs)-1]
	default:
		d.Name = stem
		if len(dirs) > 0 {
			d.Folder = dirs[0]
		}
	}
}

// dated makes a post of a page in a folder that has a date, if not in its keys in its
// name or folders.
func (r *reader) dated(d *origin.Doc, dirs []string) {
	if d.Role == origin.Term || d.Role == origin.Home {
		return
	}
	date, rest := origin.DateOfName(d.Name)
	if rest != "" {
		d.Name = rest
	}
	if d.Role == origin.Page && d.Date == "" {
		if d.Date = date; date == "" && !strings.HasSuffix(d.Group, "_index") {
			d.Date = origin.DateOfFolders(dirs)
		}
	}
	if d.Role == origin.Page && d.Date != "" && d.Folder != "" && !strings.HasSuffix(d.Group, "/_index") {
		d.Role = origin.Post
	}
	if d.Folder != "" && r.site.Folders[d.Folder] == "" && d.Role == origin.Chapter && d.Title != "" {
		r.site.Folders[d.Folder] = d.Title
	}
}

// chapters makes pages of the texts about folders that hold no posts.
func (r *reader) chapters() {
	posts := map[string]bool{}
	for _, d := range r.site.Docs {
		if d.Role == origin.Post {
			posts[d.Folder] = true
		}
	}
	for _, d := range r.site.Docs {
		if d.Role == origin.Chapter && !posts[d.Folder] {
			d.Role = origin.Page
		}
	}
}

func (r *reader) tags(d *origin.Doc, f *origin.Fields) {
	d.Authors = d.By(f)
	for _, kind := range r.taxonomies {
		if isAuthors(kind) {
			continue
		}
		for _, term := range matter.Texts(f.Ask(kind)) {
			d.Tags = append(d.Tags, origin.Tag{Kind: kind, Term: term})
		}
	}
}
