// Package view makes the views of pages: plain data, worded, ordered and linked
// for one page of one edition, from which a layout makes the page.
//
// Who makes what: the table of kinds.go names for each kind of page a function
// of a file of its own, which takes the page and gives its view. What such
// functions share stands in the files named after it: frame.go what is around
// every page, place.go addresses, items.go entries of lists, pager.go lists that
// go on on further pages, prose.go bodies.
//
// Voice has the words of an edition, package lists what is listed, draw the
// drawings; here they meet.
package view

import (
	"fmt"
	"slices"
	"sync"

	"dossier/generator/draw/chart"
	"dossier/generator/drawn"
	"dossier/generator/layout"
	"dossier/generator/lists"
	"dossier/generator/model"
	"dossier/generator/picture"
	"dossier/generator/plan"
	"dossier/generator/share"
	"dossier/generator/voice"
)

// Site makes the views of a site's pages. It keeps what many pages share, each
// made by the first page that asks for it. Any number of goroutines may ask.
type Site struct {
	plan     *plan.Plan
	set      *layout.Set
	lists    *lists.Lists
	editions map[string]*edition      // by language
	sizes    func() map[string]string // of pictures, as attributes by file
	inserts  sync.Pool                // of *[]prose.Insert
	nodes    func() drawn.Network     // of the network
	maps     *drawn.Maps
	shared   *share.Site
}

// New makes the views of the pages of a plan.
func New(p *plan.Plan, set *layout.Set) *Site {
	s := &Site{plan: p, set: set, lists: p.Lists, editions: map[string]*edition{}, maps: drawn.NewMaps(p.Lists), shared: share.New(p, set.Fonts)}
	for _, e := range p.Editions {
		s.editions[e.Lang] = s.newEdition(e)
	}
	s.sizes = sync.OnceValue(func() map[string]string {
		sizes := map[string]string{}
		for _, m := range p.Site.Media {
			sizes[m.File] = picture.Attributes(m.Body)
		}
		return sizes
	})
	s.nodes = sync.OnceValue(func() drawn.Network { return drawn.NewNetwork(p.Lists) })
	return s
}

// page is the page that a view is made for, as its edition words it.
type page struct {
	*plan.Page
	*edition
	place
	site *Site
	menu *menu // once somebody asked for it
}

func (s *Site) page(of *plan.Page) *page {
	e := s.editions[of.Edition.Lang]
	return &page{Page: of, edition: e, place: s.placeOf(of), site: s}
}

// model is the dossier.
func (s *Site) model() *model.Site { return s.plan.Site }

// kind is the place of a kind among the site's. It panics when it is none of
// them.
func (s *Site) kind(id string) int {
	i := slices.IndexFunc(s.model().Kinds, func(k model.Kind) bool { return k.ID == id })
	if i < 0 {
		panic(fmt.Sprintf("view: there is no kind of entity %q", id))
	}
	return i
}

// base is the page whose list a further page continues; of other pages, the
// page itself.
func (p *page) base() *plan.Page {
	if p.Of != nil {
		return p.Of
	}
	return p.Page
}

// edition is what the pages of one language share.
type edition struct {
	*voice.Voice
	lists     *lists.Edition
	name      string // of the language, in itself
	dir       string // that its pages are in
	order     *voice.Order
	citations voice.Citations
	cards     []cardSlot // by a doc's number
	menus     sync.Map   // menuPlace → *menu
	charts    func() chart.Words
	long      sync.Map // lists that go on on further pages, by key → func() of entries
	site      *Site
}

func (s *Site) newEdition(e plan.Edition) *edition {
	ed := &edition{
		Voice: voice.New(s.plan.Site, s.set, e.Lang), name: voice.LanguageName(e.Lang), dir: e.Dir,
		cards: make([]cardSlot, len(s.lists.Docs)), site: s,
	}
	ed.charts = sync.OnceValue(func() chart.Words { return drawn.ChartWords(ed.Voice, s.plan.Site) })
	ed.order = voice.NewOrder(ed.Voice, s.plan.Site.Entities)
	ed.citations = voice.NewCitations(ed.order, s.lists.Entity)
	ed.lists = s.lists.In(e.Lang, lists.Order{Entities: ed.compareNames, Sources: func(c *lists.Cited) []byte { return ed.order.SourceKey(c, s.lists.Entity) }, Names: func(n lists.Registered) []byte { return ed.order.Place(ed.order.FiledAs(n.Entity, n.Name)) }})
	return ed
}
