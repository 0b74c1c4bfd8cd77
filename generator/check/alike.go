package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"dossier/generator/diag"
	"dossier/generator/glyph"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// alike reports names, titles and ids that look like another one in the same list
// but consist of other characters, so that a reader takes one for the other. They are
// compared within a language: "ОСЕ" in Russian may be "OCE" in English. A name that
// looks like no other is reported if it mixes letters of two scripts or has
// invisible characters.
func alike(p *plan.Plan) diag.List {
	a := comparison{reported: map[[2]*model.Doc]bool{}, names: map[named]bool{}}
	for _, lang := range p.Site.Settings.Languages {
		a.begin(lang)
		for _, e := range p.Site.Entities {
			a.add(&e.Doc, e.Names[lang])
			for _, name := range e.Aliases[lang] {
				a.add(&e.Doc, name)
			}
		}
		a.begin(lang)
		for _, d := range p.Site.Articles {
			a.addTitle(&d.Doc)
		}
		for _, d := range p.Site.Articles {
			a.begin(lang)
			for _, s := range d.Sections {
				a.addTitle(&s.Doc)
			}
		}
		a.begin(lang)
		for _, d := range p.Site.Pages {
			a.addTitle(d)
		}
	}
	a.ids(p.Site)
	a.spellings()
	return a.faults
}

// comparison compares the names of one list after another.
type comparison struct {
	faults   diag.List
	reported map[[2]*model.Doc]bool
	names    map[named]bool // those reported: each once in a file
	odd      []named        // names that may be wrong in themselves, in order

	lang string
	seen map[string]named // by skeleton
}

type named struct {
	doc  *model.Doc
	name string
	lang string // "" for an id
}

// begin starts another list, of names in a language.
func (a *comparison) begin(lang string) { a.lang, a.seen = lang, map[string]named{} }

func (a *comparison) addTitle(d *model.Doc) {
	if t := d.Texts.In(a.lang); t != nil {
		a.add(d, t.Title)
	}
}

// add compares a name with those before it.
func (a *comparison) add(d *model.Doc, name string) {
	if name == "" {
		return
	}
	second, skeleton := named{d, name, a.lang}, glyph.Skeleton(name)
	if len(skeleton) != len(name) || utf8.RuneCountInString(name) != len(name) {
		a.odd = append(a.odd, second)
	}
	first, ok := a.seen[skeleton]
	if !ok {
		a.seen[skeleton] = second
		return
	}
	if first.doc == d || glyph.Same(first.name) == glyph.Same(name) {
		return
	}
	if first.doc.File > second.doc.File {
		first, second = second, first // the later file is reported; a country may have no file
	}
	pair := [2]*model.Doc{first.doc, second.doc}
	if second.doc.File == "" {
		return
	}
	a.names[first], a.names[second] = true, true
	if a.reported[pair] {
		return
	}
	a.reported[pair] = true
	if a.lang == "" {
		a.faults.Add(second.pos(), diag.LookAlike,
			"the id %q looks like %q but %s; rename this file", second.name, first.name, difference(second.name, first.name))
		return
	}
	a.faults.Add(second.pos(), diag.LookAlike, "%q looks like %q of %s but %s; write both in the same letters, or give one another name",
		second.name, first.name, first.doc.Key, difference(second.name, first.name))
}

// pos is about where the name stands: at the title or name of the file.
func (n named) pos() diag.Pos {
	for _, lang := range []string{n.lang, n.doc.Written} {
		if t := n.doc.Texts.In(lang); t != nil && n.lang != "" {
			return t.HeadPos
		}
	}
	return diag.Pos{File: n.doc.File}
}

// ids compares the ids of everything that has a file. If all are ASCII there is
// nothing to compare: ids have no capitals, and no two small letters look alike.
func (a *comparison) ids(site *model.Site) {
	var docs []*model.Doc
	for _, e := range site.Entities {
		docs = append(docs, &e.Doc)
	}
	docs = append(docs, site.Pages...)
	for _, d := range site.Articles {
		docs = append(docs, &d.Doc)
		for _, s := range d.Sections {
			docs = append(docs, &s.Doc)
		}
	}
	if !slices.ContainsFunc(docs, func(d *model.Doc) bool { return utf8.RuneCountInString(string(d.Key)) != len(d.Key) }) {
		return
	}
	a.begin("")
	for _, d := range docs {
		if d.File != "" {
			a.add(d, string(d.Key))
		}
	}
}

// spellings reports what is wrong in a name by itself.
func (a *comparison) spellings() {
	for _, n := range a.odd {
		if a.names[n] || n.doc.File == "" {
			continue
		}
		a.names[n] = true
		if m, ok := glyph.Mixed(n.name, isCyrillic(n.lang)); ok {
			a.faults.Add(n.pos(), diag.LookAlike,
				"in %q the letter %q (U+%04X) is no %s one but looks like it; did you mean %q?",
				m.Word, string(m.Sign), m.Sign, m.Script, m.Better)
		} else if r := glyph.Hidden(n.name); r != 0 {
			a.faults.Add(n.pos(), diag.LookAlike, "%q has the sign U+%04X, which nobody sees; delete it", n.name, r)
		}
	}
}

// isCyrillic reports whether a language is written in Cyrillic letters.
func isCyrillic(lang string) bool {
	script, _ := language.Make(lang).Script()
	return script.String() == "Cyrl"
}

// difference says in which character a text differs from one that it looks like.
func difference(of, from string) string {
	of, from = glyph.Same(of), glyph.Same(from)
	for i, r := range of {
		if i < len(from) && strings.HasPrefix(from[i:], string(r)) {
			continue
		}
		return fmt.Sprintf("has the sign U+%04X in place %d", r, utf8.RuneCountInString(of[:i])+1)
	}
	r, _ := utf8.DecodeRuneInString(from[len(of):])
	return fmt.Sprintf("lacks the sign U+%04X at its end", r)
}
