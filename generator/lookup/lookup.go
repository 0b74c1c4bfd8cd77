// Package lookup answers what a program in which somebody edits asks of a dossier:
// what may be written in a place, what a reference leads to and what is said of
// that, and where something is named.
//
// It asks a site, which package link has made, and adds nothing to what that says.
// Files are named below the content folder. All words are in the language of the
// file that they are asked for.
package lookup

import (
	"slices"
	"strings"
	"sync"

	"dossier/generator/diag"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/worded"
)

// Dossier is a dossier at one moment. Several goroutines may ask it.
type Dossier struct {
	*Schema
	wording
	site  *model.Site
	pages func() []page
}

// page is what has a page and an id.
type page struct {
	*model.Doc
	entity  *model.Entity // nil of anything else
	section *model.Section
	article *model.Article
	written string // how [[…]] names it
}

// New makes a site answer questions; set has the interface words of its languages.
func New(site *model.Site, set *layout.Set) *Dossier {
	d := &Dossier{
		site: site, Schema: &Schema{&site.Settings, site.Kinds},
		wording: wording{site.Settings.Default(), site.Kinds, set, map[string]*worded.Wording{}},
	}
	for _, lang := range site.Settings.Languages {
		d.dates[lang] = set.Dates(lang)
	}
	d.pages = sync.OnceValue(d.list)
	return d
}

// list gives all pages but the front page and lists.
func (d *Dossier) list() []page {
	var all []page
	for _, a := range d.site.Articles {
		all = append(all, page{Doc: &a.Doc, article: a})
		for _, s := range a.Sections {
			all = append(all, page{Doc: &s.Doc, section: s})
		}
	}
	for _, e := range d.site.Entities {
		all = append(all, page{Doc: &e.Doc, entity: e})
	}
	for _, p := range d.site.Pages {
		all = append(all, page{Doc: p})
	}
	type namesakes struct{ articles, pages, others int }
	same := map[string]namesakes{}
	for _, p := range all {
		n := same[p.Key.ID()]
		switch {
		case p.article != nil:
			n.articles++
		case p.Key.Kind() == model.Pages:
			n.pages++
		default:
			n.others++
		}
		same[p.Key.ID()] = n
	}
	for i := range all {
		p := &all[i]
		n := same[p.Key.ID()]
		alone := n.articles+n.pages+n.others == 1 || n.others == 1 && n.pages == 0 && p.article == nil // an article goes behind them
		if p.written = p.Key.ID(); !alone {
			p.written = string(p.Key)
			if p.section != nil {
				p.written = strings.TrimPrefix(p.written, model.Articles+"/")
			}
		}
	}
	return all
}

// page finds a page; ok is false for the front page, lists, and what is gone.
func (d *Dossier) page(key model.Key) (page, bool) {
	for _, p := range d.pages() {
		if p.Key == key {
			return p, true
		}
	}
	return page{}, false
}

// Lang is the language of a file: the edition's that its name has, else the one that
// its original is written in.
func (d *Dossier) Lang(file string) string {
	if lang := d.edition(file); lang != "" {
		return lang
	}
	if doc := d.doc(file); doc != nil && slices.Contains(d.site.Settings.Languages, doc.Written) {
		return doc.Written
	}
	return d.site.Settings.Default()
}

// doc is what a file is of, or nil.
func (d *Dossier) doc(file string) *model.Doc {
	if d.site.Home.File == file {
		return d.site.Home
	}
	for _, p := range d.pages() {
		if p.File == file {
			return p.Doc
		}
	}
	for _, doc := range d.site.Docs() {
		for _, t := range doc.Texts {
			if t.File == file {
				return doc
			}
		}
	}
	return nil
}

// text is the text of a file, or nil.
func (d *Dossier) text(file string) *model.Text {
	if doc := d.doc(file); doc != nil {
		for _, t := range doc.Texts {
			if t.File == file {
				return t
			}
		}
	}
	return nil
}

// File is the file of a page in a language, or else its original; "" of a page
// without a file.
func (d *Dossier) File(key model.Key, lang string) string {
	doc := d.site.Home
	if key != "" {
		p, ok := d.page(key)
		if !ok {
			return ""
		}
		doc = p.Doc
	}
	if doc.File == "" {
		return ""
	}
	if t := doc.Texts.In(lang); t != nil && t.File != "" {
		return t.File
	}
	return doc.File
}

// Heading is a heading of a text.
type Heading struct {
	ID, Text string
	Level    int
}

// Headings are those of a page in a language.
func (d *Dossier) Headings(key model.Key, lang string) []Heading {
	doc := d.site.Home
	if key != "" {
		p, ok := d.page(key)
		if !ok {
			return nil
		}
		doc = p.Doc
	}
	t := doc.In(lang, d.site.Settings.Default())
	if t == nil {
		return nil
	}
	var out []Heading
	for _, h := range t.Body.Headings {
		out = append(out, Heading{h.ID, unescaped(h.Text), h.Level})
	}
	return out
}

// Called finds the page that [[name]] names, by its id, its key or its only owner's
// name.
func (d *Dossier) Called(name string) (key model.Key, ok bool) {
	var byName []model.Key
	want := folded(name)
	for _, p := range d.pages() {
		if p.written == name || string(p.Key) == name || string(p.Key) == model.Articles+"/"+name {
			return p.Key, true
		}
		if slices.ContainsFunc(d.namesOf(p), func(n string) bool { return folded(n) == want }) {
			byName = append(byName, p.Key)
		}
	}
	if len(byName) == 1 {
		return byName[0], true
	}
	return "", false
}

// KeyOf is the page that a file is of.
func (d *Dossier) KeyOf(file string) (key model.Key, ok bool) {
	doc := d.doc(file)
	if doc == nil {
		return "", false
	}
	return doc.Key, true
}

// Target is what a reference leads to: a page, perhaps a heading of it, or a file
// that is no page.
type Target struct {
	Key     model.Key
	Heading string // its id
	File    string
}

// Target finds what the reference at an address leads to: an id in front matter, or a
// link that begins there.
func (d *Dossier) Target(at diag.Pos) (t Target, ok bool) {
	d.eachTag(func(tag *model.Tag) {
		if tag.Pos == at {
			t, ok = Target{Key: tag.Key}, true
		}
	})
	if ok {
		return t, true
	}
	text := d.text(at.File)
	if text == nil {
		return Target{}, false
	}
	for i := range text.Body.Links {
		l := &text.Body.Links[i]
		if l.Pos != at {
			continue
		}
		for _, a := range d.site.Anchors.Of(text) {
			if int(a.Start) == l.Href && !a.Mention && a.URL() == "" {
				return Target{a.Target, a.Heading(), a.File()}, true
			}
		}
	}
	return Target{}, false
}

// Ref is a place where a page is named.
type Ref struct {
	diag.Pos
	Chars int // of a name in prose; 0 for an id or a link, which begins at the address
}

// References are the places that name a page: ids in front matter, links, and the
// names in prose that have become links. They come by address.
func (d *Dossier) References(key model.Key) []Ref {
	var out []Ref
	d.eachTag(func(tag *model.Tag) {
		if tag.Key == key {
			out = append(out, Ref{Pos: tag.Pos})
		}
	})
	for t, anchors := range d.site.Anchors.All() {
		for i := range anchors {
			a := &anchors[i]
			if a.Target != key || !a.IsInternal() {
				continue
			}
			pos := a.Pos(t)
			if a.Mention {
				out = append(out, Ref{pos, len([]rune(unescaped(t.Body.HTML[a.Start:a.End])))})
			} else {
				out = append(out, Ref{Pos: pos})
			}
		}
	}
	slices.SortFunc(out, func(a, b Ref) int { return a.Compare(b.Pos) })
	return out
}

// eachTag gives every reference of front matter.
func (d *Dossier) eachTag(yield func(*model.Tag)) {
	all := func(tags []model.Tag) {
		for i := range tags {
			yield(&tags[i])
		}
	}
	some := func(t *model.Tag) {
		if t != nil {
			yield(t)
		}
	}
	for _, p := range d.site.Parties() {
		some(p.Actor)
	}
	if m := d.site.Settings.Map; m != nil {
		yield(&m.To)
	}
	for _, a := range d.site.Articles {
		all(a.Authors)
		for _, s := range a.Sections {
			all(s.Authors)
			all(s.Tags)
		}
	}
	for _, e := range d.site.Entities {
		all(e.Tags)
		some(e.Place)
		some(e.Country)
		for i := range e.Relations {
			yield(&e.Relations[i].To)
		}
	}
}

// Mention finds the name in prose that has become a link and stands at an address, or
// goes on there: the page that it leads to, where it begins and its characters.
func (d *Dossier) Mention(at diag.Pos) (key model.Key, pos diag.Pos, chars int, ok bool) {
	text := d.text(at.File)
	if text == nil {
		return "", diag.Pos{}, 0, false
	}
	for _, a := range d.site.Anchors.Of(text) {
		if !a.Mention {
			continue
		}
		pos = a.Pos(text)
		chars = len([]rune(unescaped(text.Body.HTML[a.Start:a.End])))
		if pos.Line == at.Line && pos.Col <= at.Col && at.Col <= pos.Col+chars {
			return a.Target, pos, chars, true
		}
	}
	return "", diag.Pos{}, 0, false
}
