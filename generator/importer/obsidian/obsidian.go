// Package obsidian reads a vault of Obsidian, or a site of a program that takes such
// vaults: notes with their properties, which link to each other by name, and what its
// Markdown has beyond Dossier's.
package obsidian

import (
	"path"
	"slices"
	"strings"

	"dossier/generator/importer/matter"
	"dossier/generator/importer/origin"
)

// Is reports that a folder holds a vault: the program's own folder lies in it
// (config tells), or some notes link by name.
func Is(t origin.Tree, config bool) bool {
	return config || slices.ContainsFunc(t.Files, func(f string) bool {
		text, err := "", error(nil)
		if origin.IsMarkdown(f) {
			text, err = t.Text(f)
		}
		return err == nil && wiki.MatchString(text)
	})
}

type reader struct {
	strict  bool // a single end of a line is none that is seen
	site    *origin.Site
	folders map[string]string // of languages
	byPath  map[string][]*origin.Doc
	byName  map[string][]*origin.Doc
}

// Read reads the vault. Kinds are named as in the first of the given languages, else
// as in that of the most texts.
func Read(t origin.Tree, first ...string) (*origin.Site, error) {
	r := &reader{
		site:    &origin.Site{Folders: map[string]string{}, Terms: map[origin.Tag]string{}, Kinds: []string{"tags"}},
		folders: origin.LanguageFolders(t.Files), byPath: map[string][]*origin.Doc{}, byName: map[string][]*origin.Doc{},
	}
	templates := r.settings(t)
	for _, f := range t.Files {
		if templates != "" && strings.HasPrefix(f, templates+"/") && origin.IsMarkdown(f) {
			r.site.Left = append(r.site.Left, origin.Left{File: f, Why: "it is a template for notes"})
			continue
		}
		if !origin.IsMarkdown(f) {
			r.site.Media = append(r.site.Media, origin.Media{File: f, Addresses: []string{"/" + f}})
			continue
		}
		if err := r.note(t, f); err != nil {
			return nil, err
		}
	}
	r.site.Languages = origin.MostWritten(r.site.Docs)
	slices.SortStableFunc(r.site.Languages, func(a, b string) int { return rank(first, a) - rank(first, b) })
	r.site.Convert = r.convert
	r.pair()
	r.site.Find = r.find
	return r.site, nil
}

func rank(first []string, lang string) int {
	if at := slices.Index(first, lang); at >= 0 {
		return at
	}
	return len(first)
}

// settings reads how lines are shown, and gives the folder of templates, or "".
func (r *reader) settings(t origin.Tree) string {
	get := func(file, key string) string {
		text, err := t.Read(".obsidian/" + file)
		m, bad := matter.JSON(string(text))
		if err != nil || bad != nil {
			return ""
		}
		return matter.Text(m.Get(key))
	}
	r.strict = get("app.json", "strictLineBreaks") == "true"
	if dir := get("templates.json", "folder"); dir != "" {
		return strings.Trim(dir, "/")
	}
	return strings.Trim(get("plugins/templater-obsidian/data.json", "templates_folder"), "/")
}

// note reads one note.
func (r *reader) note(t origin.Tree, f string) error {
	text, err := t.Text(f)
	if err != nil {
		return err
	}
	d := &origin.Doc{File: f}
	d.Front, d.Body, _, err = matter.Front(text)
	if err != nil {
		d.Notes.Mind("the properties cannot be read as a whole: %v", err)
	}
	dirs := strings.Split(path.Dir(f), "/")
	if dirs[0] == "." {
		dirs = nil
	}
	if len(dirs) > 0 && r.folders[dirs[0]] != "" {
		d.Lang, dirs = r.folders[dirs[0]], dirs[1:]
	} else if r.folders != nil && len(dirs) >= 0 {
		return r.leave(f, "it lies outside of the folders of the languages")
	}
	stem := strings.TrimSuffix(path.Base(f), path.Ext(f))
	fields := d.Fields()
	d.Common(fields, "date", "published", "publishDate", "event_date")
	if l := origin.Language(matter.Text(fields.Ask("lang", "language"))); l != "" && d.Lang == "" {
		d.Lang = l
	}
	d.Name, d.Group = stem, path.Join(append(slices.Clone(dirs), stem)...)
	if d.Title == "" {
		d.Title = stem
	}
	r.role(d, dirs, stem)
	permalink := matter.Text(fields.Ask("permalink"))
	if permalink != "" && r.folders != nil {
		d.Group = "key " + permalink
	}
	r.names(d, fields, dirs, stem, permalink)
	fields.Ask("publish", "cssclasses", "cssclass", "mobile", "created", "updated", "modified")
	for _, key := range []string{"publish", "cssclasses", "cssclass", "mobile", "created", "updated", "modified"} {
		if v := matter.Written(fields.Get(key)); v != "" {
			d.Notes.Drop("%s: %s", key, v)
		}
	}
	d.Listed(fields)
	fields.Rest(&d.Notes)
	r.site.Docs = append(r.site.Docs, d)
	return nil
}

func (r *reader) leave(f, why string) error {
	r.site.Left = append(r.site.Left, origin.Left{File: f, Why: why})
	return nil
}

// homes are names of the note that one begins with.
var homes = []string{"index", "home", "readme", "homepage", "start", "start here", "accueil", "главная", "startseite", "inicio"}

// kinds are the folders whose notes are what Dossier knows by itself.
var kinds = map[string]string{
	"people": "actors", "persons": "actors", "person": "actors", "actors": "actors", "organizations": "actors", "organisations": "actors",
	"countries": "countries", "events": "events",
}

// role says what a note is: with a date a section, else an entity of the kind that
// its folder is.
func (r *reader) role(d *origin.Doc, dirs []string, stem string) {
	date, rest := origin.DateOfName(stem)
	if rest != "" && date != "" {
		d.Name = rest
		if d.Title == stem {
			d.Title = strings.TrimSpace(rest)
		}
	}
	if d.Date == "" {
		d.Date = date
	}
	folder := "Notes"
	if len(dirs) > 0 {
		folder = dirs[0]
	}
	d.Folder = strings.ToLower(folder)
	if r.site.Folders[d.Folder] == "" {
		r.site.Folders[d.Folder] = folder
	}
	kind := kinds[d.Folder]
	switch {
	case len(dirs) == 0 && slices.Contains(homes, strings.ToLower(stem)):
		d.Role = origin.Home
	case kind == "events" && d.Date == "", kind == "":
		d.Role = origin.Term
		if d.Date != "" {
			d.Role = origin.Post
		}
	default:
		d.Role, d.Folder = origin.Term, kind
		if kind == "actors" {
			d.Type = "person"
			if strings.HasPrefix(strings.ToLower(folder), "organi") {
				d.Type = "organization"
			}
		}
	}
}

// names are what the note is called in links, and its tags.
func (r *reader) names(d *origin.Doc, f *origin.Fields, dirs []string, stem, permalink string) {
	d.Aliases = matter.Texts(f.Ask("aliases", "alias"))
	tags := f.Ask("tags", "tag")
	if s, ok := tags.(string); ok {
		for _, t := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' }) {
			r.tag(d, t)
		}
	} else {
		for _, t := range matter.Texts(tags) {
			r.tag(d, t)
		}
	}
	for _, a := range d.By(f) {
		d.Authors = append(d.Authors, named(a))
	}
	top := ""
	if r.folders != nil {
		top, _, _ = strings.Cut(d.File, "/")
	}
	address := "/" + path.Join(append([]string{top}, append(slices.Clone(dirs), stem)...)...)
	if permalink != "" {
		address = "/" + path.Join(top, permalink)
	}
	d.Addresses, d.Private = []string{address}, permalink == ""
	whole := strings.ToLower(strings.TrimSuffix(d.File, path.Ext(d.File)))
	within := strings.ToLower(path.Join(append(slices.Clone(dirs), stem)...))
	r.byPath[whole] = append(r.byPath[whole], d)
	if within != whole {
		r.byPath[within] = append(r.byPath[within], d)
	}
	for _, name := range append([]string{stem}, d.Aliases...) {
		name = strings.ToLower(path.Base(name))
		r.byName[name] = append(r.byName[name], d)
	}
}

// named is a name that may be written as a link.
func named(s string) string {
	if m := wiki.FindStringSubmatch(s); m != nil && m[0] == strings.TrimSpace(s) {
		name, shown, has := strings.Cut(m[2], "|")
		if has {
			return shown
		}
		return path.Base(name)
	}
	return s
}

func (r *reader) tag(d *origin.Doc, t string) {
	if t = strings.Trim(strings.TrimSpace(t), "#/"); t != "" {
		tag := origin.Tag{Kind: "tags", Term: t}
		if !slices.Contains(d.Tags, tag) {
			d.Tags = append(d.Tags, tag)
		}
	}
}

// pair gives texts of other languages the folder of the text that they translate.
func (r *reader) pair() {
	first := map[string]*origin.Doc{}
	for _, lang := range r.site.Languages {
		for _, d := range r.site.Docs {
			if d.Lang == lang && first[d.Group] == nil {
				first[d.Group] = d
			}
		}
	}
	for _, d := range r.site.Docs {
		if f := first[d.Group]; f != nil && f != d {
			d.Role, d.Folder, d.Type = f.Role, f.Folder, f.Type
		}
	}
}

// find gives the note that a link by name means: of its path, else of its name, the
// nearest to the text, in the text's own language first.
func (r *reader) find(from *origin.Doc, ref string) *origin.Doc {
	ref = strings.ToLower(strings.TrimSuffix(strings.TrimSpace(ref), ".md"))
	if ref == "" {
		return from
	}
	dir := strings.ToLower(path.Dir(from.File))
	for _, try := range []string{path.Join(dir, ref), strings.TrimPrefix(ref, "/")} {
		if d := nearest(r.byPath[try], from); d != nil {
			return d
		}
	}
	if strings.Contains(ref, "/") { // the end of a path
		var ends []*origin.Doc
		for _, d := range r.byName[path.Base(ref)] {
			if strings.HasSuffix("/"+strings.ToLower(strings.TrimSuffix(d.File, path.Ext(d.File))), "/"+ref) {
				ends = append(ends, d)
			}
		}
		if d := nearest(ends, from); d != nil {
			return d
		}
	}
	return nearest(r.byName[path.Base(ref)], from)
}

func nearest(all []*origin.Doc, from *origin.Doc) *origin.Doc {
	var best *origin.Doc
	score := func(d *origin.Doc) int {
		n := 0
		if d.Lang == from.Lang {
			n += 2
		}
		if path.Dir(d.File) == path.Dir(from.File) {
			n++
		}
		return n
	}
	for _, d := range all {
		if best == nil || score(d) > score(best) {
			best = d
		}
	}
	return best
}
