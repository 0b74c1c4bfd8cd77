package plan

import (
	"dossier/generator/model"
)

// The plan must know how many pages a list takes before any is made. So it
// reckons the HTML of entries from the texts in them: the most that any
// edition has, so that all divide alike, and a sum for the markup, as the
// built-in layouts have it.
const (
	ofLink  = 55  // an address's way up, its tags, a language
	ofItem  = 130 // a list item with a date
	ofTerm  = 120 // the dates of a relation
	ofQuote = 240 // most sentences that mention something
	ofHead  = 260 // a section's heading, or a correction's box
	ofLinks = 110 // a link within prose
)

// text is how many bytes a text takes in HTML.
func text(s string) int {
	n := len(s)
	for i := range len(s) {
		switch s[i] {
		case '&', '<', '>', '"', '\'', '+':
			n += 4
		}
	}
	return n
}

// address is how many bytes a key takes in an address.
func address(key model.Key) int {
	n := len(key)
	for i := range len(key) {
		if key[i] >= 0x80 {
			n += 2
		}
	}
	return n
}

func words(w model.Words) int {
	n := 0
	for _, s := range w {
		n = max(n, text(s))
	}
	return n
}

// link is a link to a doc by its title.
func link(d *model.Doc) int {
	n := 0
	for _, t := range d.Texts {
		n = max(n, text(t.Title))
	}
	return ofLink + address(d.Key) + n
}

func summary(d *model.Doc) int {
	n := 0
	for _, t := range d.Texts {
		n = max(n, text(t.Summary))
	}
	return n
}

// entityLink is a link to an entity, with a flag.
func entityLink(e *model.Entity) int {
	return max(link(&e.Doc), ofLink+address(e.Key)+words(e.Names)) + len(e.Flag)*12
}

// sectionEntry is a section in the list of an entity's: with its article and
// the sentence that mentions the entity.
func sectionEntry(s *model.Section) int {
	return ofItem + link(&s.Doc) + words(s.DateText) + link(&s.Article.Doc) + 45 + max(ofQuote, summary(&s.Doc))
}

// entityEntry is an entity in a list with its date, place and summary.
func entityEntry(e *model.Entity) int {
	n := ofItem + entityLink(e) + words(e.DateText) + words(e.PlaceText) + 60 + summary(&e.Doc)
	if e.Place != nil {
		n += ofLink + 3*address(e.Place.Key)
	}
	return n
}

// mentionEntry is a page in the list of those that mention an entity.
func mentionEntry(d *model.Doc) int { return link(d) + 60 + ofQuote }

func relationEntry(other *model.Entity, r *model.Relation) int {
	return 60 + entityLink(other) + ofTerm + words(r.Note)
}

// card is an article on the front page.
func card(a *model.Article, sections bool) int {
	n := 220 + link(&a.Doc) + summary(&a.Doc) + (ofLink+60)*len(a.Authors)
	if sections {
		for _, s := range a.Sections {
			n += ofItem - 20 + link(&s.Doc) + words(s.DateText)
		}
	}
	return n
}

// correction is an entry of the log.
func correction(s *model.Section, c *model.Correction) int {
	return 190 + words(c.Text) + link(&s.Doc) + link(&s.Article.Doc)
}

// prose is a text's body, with its links.
func (p *planner) prose(t *model.Text) int {
	return len(t.Body.HTML) + ofLinks*len(p.site.Anchors[t]) + 20*len(t.Body.Blocks) + 120*len(t.Body.Headings)
}

// longest is a doc's longest body.
func (p *planner) longest(d *model.Doc) int {
	n := 0
	for _, t := range d.Texts {
		n = max(n, p.prose(t))
	}
	return n
}

// ofPreview is what a page needs for each entity that it names: a preview and
// a place in the list of them.
const ofPreview = 400

// chapter is a section within its article: in the contents, in full, and with
// what it names. Without its prose it is a link.
func (p *planner) chapter(s *model.Section) (all, bare int) {
	bare = ofHead + 2*link(&s.Doc) + words(s.DateText) + ofPreview*len(s.Tags)
	for i := range s.Corrections {
		bare += 80 + words(s.Corrections[i].Text)
	}
	named := 0
	for _, t := range s.Texts {
		named = max(named, len(p.site.Anchors[t]))
	}
	return bare + p.longest(&s.Doc) + ofPreview/2*named, bare
}

// pair is a doc in two languages side by side.
func (p *planner) pair(d *model.Doc, languages [2]string) (all, bare int) {
	bare = ofHead + 2*link(d)
	all = bare
	for _, lang := range languages {
		if t := d.In(lang, p.site.Settings.Default()); t != nil {
			all += p.prose(t) + 60*len(t.Body.Blocks)
		}
	}
	return all, bare
}

// asOfGroup is the tables of changes and of states of one relation to one
// entity.
func (p *planner) asOfGroup(key model.Key, t *model.RelationType) (weight int, dated bool) {
	n, dated := Held(p.site.Relations[key], t)
	if n > MostTies {
		return 500, dated
	}
	names := 0
	if n <= MostStates {
		names = min(n, 40) * 30
	}
	weight = 500
	for _, e := range p.site.Relations[key] {
		if e.Type == t.ID && (e.Inverse || t.Symmetric()) {
			other := entityLink(p.entities[e.Other])
			weight += 170 + other + 2*(200+other) + names + 2*words(e.Note)
		}
	}
	return weight, dated
}

// MostTies and MostStates bound what the page of relations by date tells of one
// relation to one entity: of more ties it tells how many there are, and of
// more than MostStates it lists none of the states after a change.
const (
	MostTies   = 300
	MostStates = 100
)

// Held counts an entity's relations of a type as seen from the end they lead
// to, and reports whether one of them is dated.
func Held(edges []model.Edge, t *model.RelationType) (n int, dated bool) {
	for _, e := range edges {
		if e.Type == t.ID && (e.Inverse || t.Symmetric()) {
			n++
			dated = dated || !e.When.IsZero()
		}
	}
	return n, dated
}
