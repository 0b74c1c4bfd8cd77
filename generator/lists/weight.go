package lists

import (
	"unicode/utf8"

	"dossier/generator/limits"
	"dossier/generator/model"
)

// How many pages a list takes must be known before any is made. So the HTML of
// its entries is estimated from the texts in them: the most that any edition
// has, so that all divide alike, and a sum for the markup, as the built-in
// layouts have it.
const (
	ofLink  = 66   // an address's way up, its tags, a language
	ofItem  = 130  // a list item with a date
	ofTerm  = 120  // the dates of a relation
	ofQuote = 240  // most sentences that mention something
	ofHead  = 260  // a section's heading, or a correction's box
	ofLinks = 110  // a link within prose
	ofTag   = 160  // a place in the list of what a page names
	ofMap   = 3500 // a small map of some places, and its key
)

// weigher estimates what entries of lists take.
type weigher struct{ site *model.Site }

// inHTML is how many bytes a text takes in HTML, where a quotation mark or an
// ampersand takes five.
func inHTML(s string) int { return len(s) + len(s)/8 }

// address is how many bytes a key takes in an address, where each byte of a
// letter beyond ASCII takes three.
func address(key model.Key) int {
	n := len(key)
	return n + 4*(n-utf8.RuneCountInString(string(key)))
}

func (w weigher) words(words model.Words) int {
	n := 0
	if len(words) > 0 {
		for _, lang := range w.site.Settings.Languages {
			n = max(n, inHTML(words[lang]))
		}
	}
	return n
}

// most is the most that a function gives for any text of a doc.
func (w weigher) most(d *model.Doc, weight func(*model.Text) int) int {
	n := 0
	for _, lang := range w.site.Settings.Languages {
		if t := d.Texts.In(lang); t != nil {
			n = max(n, weight(t))
		}
	}
	return n
}

// link is a link to a doc by its title.
func (w weigher) link(d *model.Doc) int {
	return ofLink + address(d.Key) + w.most(d, func(t *model.Text) int { return inHTML(t.Title) })
}

func (w weigher) summary(d *model.Doc) int {
	return w.most(d, func(t *model.Text) int { return inHTML(t.Summary) })
}

// entityLink is a link to an entity.
func (w weigher) entityLink(e *model.Entity) int {
	return max(w.link(&e.Doc), ofLink+address(e.Key)+w.words(e.Names))
}

// sectionEntry is a section in the list of an entity's, with the sentence that
// mentions the entity, and without its article.
func (w weigher) sectionEntry(s *model.Section) int {
	return ofItem + w.link(&s.Doc) + w.words(s.DateText) + 45 + w.excerpt(&s.Doc)
}

// entityEntry is an entity in a list with its date, place and summary.
func (w weigher) entityEntry(e *model.Entity) int {
	n := ofItem + w.entityLink(e) + w.words(e.DateText) + w.words(e.PlaceText) + 60 + w.summary(&e.Doc)
	if e.Place != nil {
		n += ofLink + 3*address(e.Place.Key)
	}
	return n
}

// terms are the times and notes of relations, each of which takes so much
// beside its note.
func (w weigher) terms(edges []model.Edge, each int) (n int) {
	for i := range edges {
		n += each + w.words(edges[i].Note) + w.sources(edges[i].Sources)
	}
	return n
}

// mentionEntry is a page in the list of those that mention an entity.
func (w weigher) mentionEntry(d *model.Doc) int { return w.link(d) + 60 + w.excerpt(d) }

// excerpt is the sentence that mentions something, or the beginning of a summary.
func (w weigher) excerpt(d *model.Doc) int {
	return max(ofQuote, min(w.summary(d), 3*limits.MaxBriefCharacters))
}

// card is an article on the front page.
func (w weigher) card(a *model.Article, sections bool) int {
	n := 220 + w.link(&a.Doc) + w.summary(&a.Doc) + (ofLink+60)*len(a.Authors)
	if a.Source != nil {
		n += 120 + w.words(a.Source.Publisher) + w.words(a.Source.Title) + len(a.Source.URL)
	}
	if a.Retold != nil {
		n += ofLink + 120 + w.words(a.Retold.By.Words)
	}
	if sections {
		for _, s := range a.Sections {
			n += ofItem + 20 + w.link(&s.Doc) + w.words(s.DateText) + w.opening(s) + min(w.summary(&s.Doc), 3*limits.MaxBriefCharacters)
		}
	}
	return n
}

// opening is the title of the part that a section opens.
func (w weigher) opening(s *model.Section) int {
	if !s.Opens {
		return 0
	}
	return 60 + w.words(s.Part)
}

// correction is an entry of the log.
func (w weigher) correction(s *model.Section, c *model.Correction) int {
	return 190 + w.words(c.Text) + w.sources(c.Sources) + w.link(&s.Doc) + w.link(&s.Article.Doc)
}

// source is a source with its copies.
func (w weigher) source(s *model.Source) int {
	n := 360 + w.words(s.Title) + w.words(s.Publisher) + w.words(s.About) + inHTML(s.Author) + inHTML(s.URL)
	for _, a := range s.Archived {
		n += 100 + inHTML(a.URL)
	}
	return n
}

// sources are those of a fact, each with the mark that leads to it.
func (w weigher) sources(of []model.Source) (n int) {
	for i := range of {
		n += 80 + w.source(&of[i])
	}
	return n
}

// prose is a text's body, with its links.
func (w weigher) prose(t *model.Text) int {
	return len(t.Body.HTML) + ofLinks*len(w.site.Anchors.Of(t)) + 20*len(t.Body.Blocks) + 120*len(t.Body.Headings)
}

// longest is a doc's longest body.
func (w weigher) longest(d *model.Doc) int {
	return w.most(d, w.prose)
}

// chapter is a section within its article: in the contents, in full, and with
// what it names. Without its prose it is a link.
func (w weigher) chapter(s *model.Section) (all, bare int) {
	bare = ofHead + 2*w.link(&s.Doc) + w.words(s.DateText) + 2*w.opening(s) + ofTag*len(s.Tags)
	for i := range s.Corrections {
		bare += 80 + w.words(s.Corrections[i].Text) + w.sources(s.Corrections[i].Sources)
	}
	return bare + w.longest(&s.Doc), bare
}

// pair is a doc in two languages side by side.
func (w weigher) pair(d *model.Doc, languages [2]string) (all, bare int) {
	bare = ofHead + 2*w.link(d)
	all = bare
	for _, lang := range languages {
		if t := d.In(lang, w.site.Settings.Default()); t != nil {
			all += w.prose(t) + 60*len(t.Body.Blocks)
		}
	}
	return all, bare
}
