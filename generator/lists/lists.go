// Package lists defines each list of the site once: its entries, their order,
// what they are dated by, and about how much of a page they take.
//
// Two rooms use a list. plan weighs it and, when it is too long for a page,
// decides which of its entries stand on which page; view words the entries of
// one page. Both ask here, so they cannot disagree about what is listed.
//
// Where the order depends on a language, the edition's names have it (see In).
// plan divides such a list before any order is known: by how many entries fit,
// however heavy they are. So all editions divide alike.
package lists

import (
	"slices"
	"sync"

	"dossier/generator/edtf"
	"dossier/generator/model"
)

// Name tells the lists of one page apart. A further page of a list by year is
// called after the name and the year, of any other list after the name and a
// number.
type Name string

// The lists of a page.
const (
	Main      Name = ""           // of an entity its sections, by year; of any other page the only one
	Events    Name = "events-"    // of an entity, by year
	Mentioned Name = "mentioned-" // other pages that name an entity
	Relations Name = "relations-" // of an entity
)

// List is a list of a page. Its entries are only made when they are asked for.
type List[T any] struct {
	Name    Name
	Key     string            // tells it from all other lists of the edition
	Entries func() []T        // in their order
	Weight  func(T) int       // about how many bytes of HTML an entry takes
	Date    func(T) edtf.Date // of a list by year; nil for any other
	Fixed   bool              // numbered, with the same order in every edition
	Full    bool              // likewise, and the page that has it shows as much of it as it has room for
	AtMost  func() int        // what all entries take at most, without a look at them; nil when that is not known
}

// Weighable is a list of any entries.
type Weighable interface {
	Identity() string // its key
	Weigh(free int) Weights
}

// Weights are what a list's entries weigh.
type Weights struct {
	Name        Name
	Of          []int // by entry
	Total       int
	Years       []edtf.Listing // of a list by year: what each is listed under; else nil
	Fixed, Full bool
}

// NoYear is the year of what has none.
const NoYear = 1 << 50

// Identity is the list's key.
func (l List[T]) Identity() string { return l.Key }

// Weigh weighs the list. One that is known to take no more than what is free
// weighs nothing.
func (l List[T]) Weigh(free int) Weights {
	w := Weights{Name: l.Name, Fixed: l.Fixed, Full: l.Full}
	if l.AtMost != nil && l.AtMost() <= free {
		return w
	}
	entries := l.Entries()
	w.Of = make([]int, len(entries))
	for i, e := range entries {
		w.Of[i] = l.Weight(e)
		w.Total += w.Of[i]
	}
	if l.Date == nil {
		return w
	}
	w.Years = make([]edtf.Listing, len(entries))
	for i, e := range entries {
		listing, ok := l.Date(e).Listing()
		if !ok {
			listing = edtf.Listing{First: NoYear, Last: NoYear}
		}
		w.Years[i] = listing
	}
	return w
}

// Lists makes the lists of a site. Any number of goroutines may ask it.
type Lists struct {
	Site *model.Site
	Numbering
	ByDate []*model.Entity // the events by date
	States func() []State  // of the editions into which something is translated

	weigh    weigher
	most     int                                  // how many bytes all lists of a page may take
	ofKind   map[string][]*model.Entity           // by kind, in the corpus's order
	weights  []int                                // what each section takes in an entity's list, in reading order
	heaviest int                                  // what no entry of an entity's lists takes more than
	ties     func() [][]Tie                       // all, by type
	cited    func() []*Cited                      // each source once
	inside   func() map[model.Key][]*model.Entity // what lies in each country
}

// New makes the lists of a site. All lists of a page together should take no
// more than so many bytes of HTML.
func New(s *model.Site, most int) *Lists {
	l := &Lists{Site: s, most: most, weigh: weigher{s}, ofKind: map[string][]*model.Entity{}}
	for _, e := range s.Entities {
		l.ofKind[e.Key.Kind()] = append(l.ofKind[e.Key.Kind()], e)
	}
	l.ByDate = slices.SortedStableFunc(slices.Values(l.ofKind[model.Events]), model.ByDate)
	var numbering sync.WaitGroup
	numbering.Go(func() { l.Numbering = newNumbering(s) })
	weighEntries(l)
	numbering.Wait()
	later(l)
	return l
}

// later sets what is made when it is asked for.
func later(l *Lists) {
	l.cited = sync.OnceValue(func() []*Cited { return citedIn(l) })
	l.inside = sync.OnceValue(func() map[model.Key][]*model.Entity { return byCountry(l.Site) })
	l.ties, l.States = sync.OnceValue(l.allTies), sync.OnceValue(func() []State { return statesOf(l.Site) })
}

// Again makes the lists of a site that differs by an edit from that of l.
func Again(l *Lists, s *model.Site, e *model.Edit) *Lists {
	x := *l
	x.Site, x.weigh, x.Numbering = s, weigher{s}, l.Numbering.again(e)
	later(&x)
	return &x
}

// OfKind are the entities of a kind, in the corpus's order.
func (l *Lists) OfKind(id string) []*model.Entity { return l.ofKind[id] }

// text is a doc's text in an edition.
func (l *Lists) text(d *model.Doc, lang string) *model.Text {
	return d.In(lang, l.Site.Settings.Default())
}

// Edition makes the lists of one edition.
type Edition struct {
	*Lists
	Lang  string
	order Order
	kinds func() kindOrder
}

// Order is how an edition sorts. What is nil leaves things in any order, which is
// enough to weigh them.
type Order struct {
	Entities func(a, b *model.Entity) int // by name
	Names    func(Registered) []byte      // bytes that compare as names do
	Sources  func(*Cited) []byte          // likewise
}

// In is for the edition of a language.
func (l *Lists) In(lang string, order Order) *Edition {
	e := &Edition{Lists: l, Lang: lang, order: order}
	e.kinds = sync.OnceValue(e.kindOrder)
	return e
}

// ByName sorts entities by name, in place.
func (e *Edition) ByName(of []*model.Entity) {
	if e.order.Entities != nil {
		slices.SortFunc(of, e.order.Entities)
	}
}

// kindOrder is the order in which lists by kind show entities: that of the
// kinds; within a kind, events go by date and others by name.
type kindOrder struct {
	numbers []int32 // of the entities, in order
	places  []int32 // in that order, by number
}

func (e *Edition) kindOrder() kindOrder {
	var o kindOrder
	for _, k := range e.Site.Kinds {
		list := e.ByDate
		if k.ID != model.Events {
			list = slices.Clone(e.ofKind[k.ID])
			e.ByName(list)
		}
		o.numbers = append(o.numbers, e.NumbersOf(list)...)
	}
	o.places = make([]int32, len(e.Entities))
	for i, n := range o.numbers {
		o.places[n] = int32(i)
	}
	return o
}

// InKinds puts entities, given by number, in the order of lists by kind.
func (e *Edition) InKinds(numbers []int32) []int32 {
	order := e.kinds()
	out := make([]int32, len(numbers))
	for i, n := range numbers {
		out[i] = order.places[n]
	}
	slices.Sort(out)
	for i, place := range out {
		out[i] = order.numbers[place]
	}
	return out
}
