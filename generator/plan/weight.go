package plan

import (
	"unicode/utf8"

	"dossier/generator/limits"
	"dossier/generator/model"
)

// The plan must know how many pages a list takes before any is made. So it
// reckons the HTML of entries from the texts in them: the most that any
// edition has, so that all divide alike, and a sum for the markup, as the
// built-in layouts have it.
const (
	ofLink  = 66  // an address's way up, its tags, a language
	ofItem  = 130 // a list item with a date
	ofTerm  = 120 // the dates of a relation
	ofQuote = 240 // most sentences that mention something
	ofHead  = 260 // a section's heading, or a correction's box
	ofLinks = 110 // a link within prose
)

// text is how many bytes a text takes in HTML, where a quotation mark or an
// ampersand takes five.
func text(s string) int { return len(s) + len(s)/8 }

// address is how many bytes a key takes in an address, where each byte of a
// letter beyond ASCII takes three.
func address(key model.Key) int {
	n := len(key)
	return n + 4*(n-utf8.RuneCountInString(string(key)))
}

func (p *planner) words(w model.Words) int {
	n := 0
	if len(w) > 0 {
		for _, lang := range p.site.Settings.Languages {
			n = max(n, text(w[lang]))
		}
	}
	return n
}

// most is the most that a function gives for any text of a doc.
func (p *planner) most(d *model.Doc, weight func(*model.Text) int) int {
	n := 0
	for _, lang := range p.site.Settings.Languages {
		if t := d.Texts[lang]; t != nil {
			n = max(n, weight(t))
		}
	}
	return n
}

// link is a link to a doc by its title.
func (p *planner) link(d *model.Doc) int {
	return ofLink + address(d.Key) + p.most(d, func(t *model.Text) int { return text(t.Title) })
}

func (p *planner) summary(d *model.Doc) int {
	return p.most(d, func(t *model.Text) int { return text(t.Summary) })
}

// entityLink is a link to an entity, with a flag.
func (p *planner) entityLink(e *model.Entity) int {
	return max(p.link(&e.Doc), ofLink+address(e.Key)+p.words(e.Names)) + len(e.Flag)*12
}

// sectionEntry is a section in the list of an entity's, with the sentence that
// mentions the entity, and without its article.
func (p *planner) sectionEntry(s *model.Section) int {
	return ofItem + p.link(&s.Doc) + p.words(s.DateText) + 45 + max(ofQuote, min(p.summary(&s.Doc), 3*limits.MaxBriefCharacters))
}

// entityEntry is an entity in a list with its date, place and summary.
func (p *planner) entityEntry(e *model.Entity) int {
	n := ofItem + p.entityLink(e) + p.words(e.DateText) + p.words(e.PlaceText) + 60 + p.summary(&e.Doc)
	if e.Place != nil {
		n += ofLink + 3*address(e.Place.Key)
	}
	return n
}

// mentionEntry is a page in the list of those that mention an entity.
func (p *planner) mentionEntry(d *model.Doc) int { return p.link(d) + 60 + ofQuote }

// card is an article on the front page.
func (p *planner) card(a *model.Article, sections bool) int {
	n := 220 + p.link(&a.Doc) + p.summary(&a.Doc) + (ofLink+60)*len(a.Authors)
	if sections {
		for _, s := range a.Sections {
			n += ofItem - 20 + p.link(&s.Doc) + p.words(s.DateText)
		}
	}
	return n
}

// correction is an entry of the log.
func (p *planner) correction(s *model.Section, c *model.Correction) int {
	return 190 + p.words(c.Text) + p.link(&s.Doc) + p.link(&s.Article.Doc)
}

// prose is a text's body, with its links.
func (p *planner) prose(t *model.Text) int {
	return len(t.Body.HTML) + ofLinks*len(p.site.Anchors[t]) + 20*len(t.Body.Blocks) + 120*len(t.Body.Headings)
}

// longest is a doc's longest body.
func (p *planner) longest(d *model.Doc) int {
	return p.most(d, p.prose)
}

// ofPreview is what a page needs for each entity that it names: a preview and
// a place in the list of them.
const ofPreview = 400

// chapter is a section within its article: in the contents, in full, and with
// what it names. Without its prose it is a link.
func (p *planner) chapter(s *model.Section) (all, bare int) {
	bare = ofHead + 2*p.link(&s.Doc) + p.words(s.DateText) + ofPreview*len(s.Tags)
	for i := range s.Corrections {
		bare += 80 + p.words(s.Corrections[i].Text)
	}
	return bare + p.most(&s.Doc, func(t *model.Text) int { return p.prose(t) + ofPreview/2*len(p.site.Anchors[t]) }), bare
}

// pair is a doc in two languages side by side.
func (p *planner) pair(d *model.Doc, languages [2]string) (all, bare int) {
	bare = ofHead + 2*p.link(d)
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
func (p *planner) asOfGroup(h Holder) int {
	weight, names := 500+p.entityLink(h.Entity), 0
	if h.Ties > limits.MaxTies {
		return weight
	}
	if h.Ties <= limits.MaxStates {
		names = min(h.Ties, limits.MaxStateNames) * 41
	}
	t := &p.site.Settings.Relations[h.Type]
	for _, e := range p.site.Relations[h.Entity.Key] {
		if e.Type == t.ID && (e.Inverse || t.Symmetric()) {
			other := p.entityLink(p.entities[e.Other])
			weight += 170 + other + 2*(200+other) + names + 2*p.words(e.Note)
		}
	}
	return weight
}

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
