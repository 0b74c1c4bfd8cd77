package importer

import (
	"maps"
	"path"
	"slices"
	"strings"

	"dossier/generator/content/filename"
	"dossier/generator/importer/origin"
	"dossier/generator/limits"
)

// files writes all files of the dossier.
func (d *dossier) files() *Files {
	f := &Files{Text: map[string]string{}, Media: d.media.source, media: len(d.media.source), tree: d.tree}
	home := (*group)(nil)
	for _, g := range d.groups {
		if g.role == origin.Home {
			home = g
			continue
		}
		for _, t := range g.texts {
			if t.isStub() {
				continue
			}
			f.texts++
			f.Text[t.target] = d.text(t)
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(d.entities)) {
		for id, e := range d.entities[kind] {
			if e.group == nil {
				f.Text[path.Join(kind, id)+".md"] = d.entry(kind, e)
			}
		}
	}
	for id, title := range d.articles {
		if at := path.Join("articles", id, "index.md"); !d.taken[path.Join("articles", id, "index")] {
			var fm front
			fm.phrase("title", title, limits.MaxNameBytes)
			f.Text[at] = fm.file("")
		}
	}
	d.home(f, home)
	f.report = d.report(f)
	return f
}

// isStub reports a translation without a text, in whose place an edition shows the
// original.
func (t *text) isStub() bool {
	o := t.group.original()
	return t != o && strings.TrimSpace(t.body.S) == "" && strings.TrimSpace(o.body.S) != ""
}

// text writes a text with its front matter. A translation has prose only.
func (d *dossier) text(t *text) string {
	var fm front
	g := t.group
	title := t.Title
	if title == "" {
		title = humanized(t.Name)
	}
	if t != g.original() {
		if g.role != origin.Term {
			fm.phrase("title", title, limits.MaxNameBytes)
		}
		fm.phrase("summary", t.Summary, limits.MaxValueBytes)
		if t.Date != "" && t.Date != g.original().Date {
			t.Notes.Drop("the date of this translation, %s: facts are those of the original", t.Date)
		}
		return fm.file(t.body.String())
	}
	switch g.role {
	case origin.Term:
		d.entryKeys(&fm, t, title)
	case origin.Chapter:
		fm.phrase("title", title, limits.MaxNameBytes)
		d.credit(&fm, t)
		d.noTags(t)
	case origin.Post:
		fm.phrase("title", title, limits.MaxNameBytes)
		fm.text("date", t.Date)
		d.credit(&fm, t)
		d.lists(&fm, t)
	default:
		fm.phrase("title", title, limits.MaxNameBytes)
		d.noTags(t)
		if len(t.Authors) > 0 {
			t.Notes.Drop("author: %s (pages have none)", strings.Join(t.Authors, ", "))
		}
	}
	if g.role != origin.Term && len(t.Aliases) > 0 {
		t.Notes.Drop("aliases: %s (only entries have other names)", strings.Join(t.Aliases, ", "))
	}
	if t.Date != "" && g.role != origin.Post && !(g.role == origin.Term && g.kind != "countries" && g.kind != "actors") {
		t.Notes.Drop("date: %s", t.Date)
	}
	fm.phrase("summary", t.Summary, limits.MaxValueBytes)
	if t.Lang != d.languages[0] {
		fm.text("language", t.Lang)
	}
	if t.Draft {
		if g.role == origin.Term {
			t.Notes.Mind("it was a draft; entries are published")
		} else {
			fm.line("draft", "true")
		}
	}
	d.movedFrom(&fm, g)
	return fm.file(t.body.String())
}

// credit names the authors.
func (d *dossier) credit(fm *front, t *text) {
	var ids []string
	for _, a := range t.Authors {
		ids = append(ids, d.tag(origin.Tag{Kind: "authors", Term: a}).id)
	}
	fm.list("author", unique(ids))
}

// noTags notes the tags of a text that can have none.
func (d *dossier) noTags(t *text) {
	for _, tag := range t.Tags {
		t.Notes.Drop("%s: %s (only sections and entries list what they are about)", tag.Kind, tag.Term)
	}
}

// lists names what a section or entry is about, in all its languages together: its
// tags, and of a section also the entries to which it links.
func (d *dossier) lists(fm *front, t *text) {
	by := map[string][]string{}
	for _, x := range t.group.texts {
		for _, tag := range x.Tags {
			p := d.tag(tag)
			if e := d.entities[p.kind][p.id]; e != nil && e.group == t.group {
				continue // the text itself tells of the tag
			}
			by[p.kind] = append(by[p.kind], p.id)
		}
	}
	if t.group.role == origin.Post {
		for _, p := range t.group.names {
			by[p.kind] = append(by[p.kind], p.id)
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(by)) {
		fm.list(kind, unique(by[kind]))
	}
}

func unique(ids []string) (out []string) {
	for _, id := range ids {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// entryKeys are those of an entity that has a text.
func (d *dossier) entryKeys(fm *front, t *text, title string) {
	g := t.group
	names, aliases := map[string]string{}, map[string][]string{}
	for _, x := range g.texts {
		if names[x.Lang] = x.Title; x.Title == "" {
			names[x.Lang] = title
		}
		for _, a := range x.Aliases {
			if a = path.Base(a); folded(a) != folded(names[x.Lang]) {
				aliases[x.Lang] = append(aliases[x.Lang], a)
			}
		}
	}
	if names[d.languages[0]] == "" { // its default language stands in for others
		names = map[string]string{d.languages[0]: title}
	}
	fm.words("name", names, d.languages)
	if len(g.texts) == 1 && t.Lang == d.languages[0] {
		fm.list("aliases", unique(aliases[t.Lang]))
	} else if len(aliases) > 0 {
		var parts []string
		for _, lang := range d.languages {
			if len(aliases[lang]) > 0 {
				var one front
				one.list(lang, unique(aliases[lang]))
				parts = append(parts, strings.TrimSpace(one.b.String()))
			}
		}
		fm.line("aliases", "{"+strings.Join(parts, ", ")+"}")
	}
	switch g.kind {
	case "actors":
		kind := t.Type
		if kind == "" {
			kind = "person"
		}
		fm.line("type", kind)
		fm.phrase("role", t.Job, limits.MaxNameBytes)
		if t.Person {
			fm.line("mentions", "false")
		}
	case "countries":
		d.noTags(t)
		return
	case "events":
		fm.text("date", t.Date)
	default:
		fm.text("date", t.Date)
	}
	d.lists(fm, t)
}

// entry is an entity of which there is only the name.
func (d *dossier) entry(kind string, e *entity) string {
	var fm front
	fm.phrase("name", e.name, limits.MaxNameBytes)
	if kind == "actors" {
		fm.line("type", "person")
		fm.line("mentions", "false")
	}
	return fm.file("")
}

// movedFrom names the addresses at which the text was to be found, in all languages.
// Each is one text's: the first that had it.
func (d *dossier) movedFrom(fm *front, g *group) {
	var old []string
	size := 0
	for _, t := range g.texts {
		if !t.Private {
			old = d.oldAddresses(old, &size, t)
		}
	}
	fm.list("moved_from", old)
}

// oldAddresses adds those of a text; size is how long the list is.
func (d *dossier) oldAddresses(old []string, size *int, t *text) []string {
	now, isFolder := strings.CutSuffix(t.group.stem, "/index")
	for _, address := range t.Addresses {
		file := !strings.HasSuffix(address, "/index.html") && strings.HasSuffix(address, ".html")
		at := strings.TrimPrefix(origin.Bare(decoded(address)), "/")
		low := strings.ToLower(at)
		if at == "" || low == now && file != isFolder || d.moved[low] {
			continue
		}
		if d.isList(low, file) {
			t.Notes.Mind("no page can lead on from its old address /%s, where the dossier has a list", at)
			continue
		}
		if file {
			at += ".html"
		} else {
			at += "/"
		}
		switch *size += len(at) + 4; {
		case filename.BadFormer(at, true) != "":
			t.Notes.Mind("no page can lead on from its old address /%s", at)
		case *size > limits.MaxFrontBytes/2:
			t.Notes.Drop("the old address /%s: there are too many", at)
		default:
			d.moved[low] = true
			old = append(old, at)
		}
	}
	return old
}

// lists are the pages that a dossier has by itself in the folder of each edition.
var lists = []string{"404", "as-of", "contents", "corrections", "graph", "index", "map", "search", "sources", "timeline", "translations"}

// isList reports a page that the dossier makes by itself: one of those, or that of the
// folder of an edition, of a kind or of an article.
func (d *dossier) isList(at string, file bool) bool {
	if lang, rest, deeper := strings.Cut(at, "/"); slices.Contains(d.languages[1:], origin.Language(lang)) {
		if at = rest; !deeper {
			return !file
		}
	}
	if file { // a country that is listed has a page without a file
		kind, id := path.Split(at)
		return slices.Contains(lists, at) || d.taken[at] || slices.Contains(slices.Collect(maps.Values(d.tagIDs)), place{path.Clean(kind), id})
	}
	id, inArticles := strings.CutPrefix(at, "articles/")
	return slices.Contains(builtin, at) || slices.ContainsFunc(d.kinds, func(k kind) bool { return k.id == at }) || inArticles && d.articles[id] != ""
}

// home writes index.md: the settings, and the text of the home page.
func (d *dossier) home(f *Files, g *group) {
	var fm front
	title, description, body := d.site.Title, d.site.Description, ""
	if g != nil {
		for _, t := range g.texts {
			f.texts++
			d.noTags(t)
			if t.Lang == d.languages[0] {
				body = t.body.String()
				if title == "" {
					title = t.Title
				} else if t.Title != "" && t.Title != title {
					t.Notes.Drop("title: %s", t.Title)
				}
				if description == "" {
					description = t.Summary
				} else if t.Summary != "" && t.Summary != description {
					t.Notes.Drop("summary: %s", t.Summary)
				}
				continue
			}
			t.target = "index." + t.Lang + ".md"
			var of front
			of.phrase("title", t.Title, limits.MaxNameBytes)
			of.phrase("description", t.Summary, limits.MaxValueBytes)
			f.Text[t.target] = of.file(t.body.String())
		}
	}
	if title == "" {
		title = humanized(path.Base(strings.ReplaceAll(d.Dir, `\`, "/")))
	}
	fm.phrase("title", title, limits.MaxNameBytes)
	fm.phrase("description", description, limits.MaxValueBytes)
	fm.list("languages", d.languages)
	if d.site.Base != "" {
		fm.b.WriteString("# The site was at " + strings.Join(strings.Fields(d.site.Base), "%20") + "; write base_url: when you know where the dossier will be\n")
	}
	if len(d.kinds) > 0 {
		fm.b.WriteString("kinds:\n")
		for _, k := range d.kinds {
			var name front
			name.phrase(d.languages[0], k.name, limits.MaxKindNameBytes/2)
			fm.b.WriteString("  " + k.id + ":\n    name: {" + strings.TrimSpace(name.b.String()) + "}\n    mentions: false\n")
		}
	}
	f.Text["index.md"] = fm.file(body)
}
