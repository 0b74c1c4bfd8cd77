package view

import (
	"bytes"
	"cmp"
	"html/template"
	"sync/atomic"
	"unique"

	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/voice"
)

// card is what an edition's lists say of a page. What many pages say alike is
// worked out once, by the first that asks; it never changes, so any number of
// pages may ask at once.
type card struct {
	path  string                // of the page, as addresses have it
	way   string                // climbs, then the path within the edition
	top   unique.Handle[string] // first folder of that path
	title string
	html  template.HTML // of a title with emphasis; else ""
	lang  string        // of the title, when it is not the edition's
	date  *layout.Date  // of an entity or a section; nil when it has none
	order []byte        // sorts an entity as the language does; nil of anything else
}

// cardSlot holds a card; nil until somebody asks for it.
type cardSlot = atomic.Pointer[card]

// card gives what the edition's lists say of a doc.
func (e *edition) card(d *model.Doc) *card { return e.cardOf(e.lists.Number(d)) }

// cardOf is card for a doc's number.
func (e *edition) cardOf(number int32) *card {
	at := &e.cards[number]
	c := at.Load()
	if c == nil {
		c = e.newCard(number)
		at.Store(c) // another page may do so too; the cards are equal
	}
	return c
}

func (e *edition) newCard(number int32) *card {
	d := e.lists.Docs[number]
	text, path := e.Text(d), plan.Escape(e.site.plan.Path(e.Lang, d.Key))
	c := &card{path: path, way: climbs + path[len(e.dir):]}
	c.top = topOf(c.way[len(climbs):])
	if e.dir == "" {
		c.path = c.way[len(climbs):]
	}
	if int(number) >= len(e.lists.Entities) {
		c.title, c.html, c.lang = text.Title, voice.Marked(text.TitleHTML()), e.Foreign(text)
		if s := e.lists.Section(number); s != nil {
			c.date = e.Date(s.Date, s.DateText)
		}
		return c
	}
	x := e.lists.Entities[number]
	c.title, c.html, c.lang, c.date = e.Name(x), e.NameHTML(x), e.NameLang(x), e.Date(x.Date, x.DateText)
	c.order = e.order.Place(e.order.SortName(x))
	return c
}

// title is a doc's title, of an entity its name.
func (e *edition) title(d *model.Doc) string { return e.card(d).title }

// compareNames compares entities as their language sorts them; of two alike the one with the
// lesser path comes first.
func (e *edition) compareNames(a, b *model.Entity) int {
	x, y := e.card(&a.Doc), e.card(&b.Doc)
	return cmp.Or(bytes.Compare(x.order, y.order), cmp.Compare(x.path, y.path))
}
