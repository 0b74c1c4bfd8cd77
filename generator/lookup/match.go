package lookup

import (
	"cmp"
	"html"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"dossier/generator/content/iso3166"
	"dossier/generator/model"
)

// Match is a page, or a country that none is of yet, which may be named.
type Match struct {
	Key     model.Key
	Written string // as [[…]] has it, or front matter under the key of its kind
	Name    string // the name that begins with what was typed; "" when the id does
	About
}

// About is what is said of a page.
type About struct {
	Title, Kind, Date, Summary string // in words; Date and Summary may be ""
	Of                         string // of a section: its article
}

// Which pages may be named in a place.
const (
	AnyPage   = ""  // all
	AnyEntity = "*" // every entity, by id
)

// Matches are the pages of a kind (or AnyPage, AnyEntity) whose id or names begin with
// what was typed, or have a word that does; the best come first, and at most limit of
// them. More says that there are others.
func (d *Dossier) Matches(typed, kind, lang string, limit int) (found []Match, more bool) {
	type match struct{ at, rank int } // there may be tens of thousands
	want, pages := folded(typed), d.pages()
	var all []match
	for i, p := range pages {
		if kind != AnyPage && (p.entity == nil || kind != AnyEntity && p.Key.Kind() != kind) {
			continue
		}
		if rank, _ := d.rank(p, want); rank >= 0 {
			all = append(all, match{i, rank})
		}
	}
	slices.SortFunc(all, func(a, b match) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(pages[a.at].written, pages[b.at].written), cmp.Compare(a.at, b.at))
	})
	for _, m := range all[:min(limit, len(all))] {
		p := pages[m.at]
		x := Match{Key: p.Key, Written: p.written, About: d.about(p, lang)}
		_, x.Name = d.rank(p, want)
		if kind != AnyPage && kind != AnyEntity {
			x.Written = p.Key.ID()
		}
		found = append(found, x)
	}
	if kind == model.Countries && typed != "" {
		found = append(found, d.unwritten(want, lang, limit-len(found))...)
	}
	return found, len(all) > limit
}

// rank says how well a page fits to what was typed, 0 the best and -1 not at all, and
// the name that does if not the id.
func (d *Dossier) rank(p page, want string) (rank int, name string) {
	switch id := p.Key.ID(); {
	case strings.HasPrefix(id, want) || strings.HasPrefix(string(p.Key), want) || strings.HasPrefix(p.written, want):
		return 0, ""
	case strings.Contains(id, "-"+want):
		rank = 2
	default:
		rank = -1
	}
	for _, n := range d.namesOf(p) {
		f := folded(n)
		if strings.HasPrefix(f, want) {
			return 1, n
		}
		if rank < 0 && strings.Contains(f, " "+want) {
			rank, name = 3, n
		}
	}
	return rank, name
}

// namesOf are what a page is called in all editions.
func (d *Dossier) namesOf(p page) []string {
	var names []string
	for _, lang := range d.site.Settings.Languages {
		if e := p.entity; e != nil {
			names = append(names, e.Name(lang, ""))
			names = append(names, e.Aliases[lang]...)
		} else if t := p.Texts.In(lang); t != nil {
			names = append(names, t.Title)
		}
	}
	return names
}

// unwritten are countries without a page whose name in a language, or code, begins
// with what was typed.
func (d *Dossier) unwritten(want, lang string, limit int) (found []Match) {
	known := map[string]bool{}
	for _, e := range d.site.Entities {
		known[e.ISO] = true
	}
	for _, c := range iso3166.All() {
		if limit <= len(found) {
			break
		}
		if name := c.Name(lang); !known[c.Alpha2] && (strings.HasPrefix(folded(name), want) || strings.HasPrefix(strings.ToLower(c.Alpha2), want)) {
			found = append(found, Match{Written: c.Alpha2, Name: name, About: About{Title: name, Kind: d.kind(model.Countries, lang)}})
		}
	}
	return found
}

// About is what is said of a page in a language; ok is false when there is no such
// page.
func (d *Dossier) About(key model.Key, lang string) (a About, ok bool) {
	if p, ok := d.page(key); ok {
		return d.about(p, lang), true
	}
	if key == "" {
		t := d.site.Home.In(lang, d.site.Settings.Default())
		return About{Title: t.Title, Summary: t.Summary}, true
	}
	for _, k := range d.site.Kinds {
		if string(key) == k.ID {
			return About{Title: d.kinds(k, lang)}, true
		}
	}
	return About{}, false
}

func (d *Dossier) about(p page, lang string) About {
	fallback := d.site.Settings.Default()
	a := About{Kind: d.kind(p.Key.Kind(), lang)}
	if t := p.In(lang, fallback); t != nil {
		a.Title, a.Summary = t.Title, t.Summary
	}
	switch {
	case p.section != nil:
		a.Kind, a.Date = d.interfaceWords(lang, "kind.sections.one"), d.dated(p.section.Date.String(), p.section.DateText, lang)
		a.Of = p.section.Article.In(lang, fallback).Title
	case p.article != nil:
		a.Date = d.dated(p.article.Published.String(), nil, lang)
	case p.entity != nil:
		a.Title = p.entity.Name(lang, fallback)
		a.Date = d.dated(p.entity.Date.String(), p.entity.DateText, lang)
	}
	return a
}

// Symbol is a page, by what it is called.
type Symbol struct {
	Key  model.Key
	Name string
	File string // of the edition that has this name
	Of   string // what it belongs to
}

// Symbols are the pages whose ids or names have all words of a query in them, in the
// order of their keys and at most limit of them.
func (d *Dossier) Symbols(query, lang string, limit int) []Symbol {
	var out []Symbol
	words := strings.Fields(folded(query))
	for _, p := range d.pages() {
		if p.File == "" {
			continue
		}
		all := folded(p.written + " " + strings.Join(d.namesOf(p), " "))
		if slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(all, w) }) {
			continue
		}
		about := d.about(p, lang)
		out = append(out, Symbol{p.Key, about.Title, d.File(p.Key, lang), cmp.Or(about.Of, about.Kind)})
		if len(out) == limit {
			break
		}
	}
	return out
}

// folded is a text for comparisons in which small differences do not count.
func folded(s string) string { return strings.ToLower(norm.NFC.String(s)) }

func unescaped(s string) string { return html.UnescapeString(s) }
