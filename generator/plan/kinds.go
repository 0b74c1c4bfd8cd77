package plan

import (
	"fmt"
	"slices"

	"dossier/generator/lists"
	"dossier/generator/model"
)

// Kind says what a page shows.
type Kind string

// The kinds of pages. Content has pages of the first ones; of each of the
// others an edition has at most one, whose key is its kind.
const (
	Home     Kind = "home"
	Article  Kind = "article"
	Section  Kind = "section"
	Parallel Kind = "parallel" // an article in two editions side by side
	Entity   Kind = "entity"
	Index    Kind = "index"   // of a kind of entity
	Free     Kind = "page"    // what editors say about the dossier
	Entries  Kind = "entries" // what continues a list of an entity or of the front page

	Contents     Kind = "contents" // all names, or lists of them, and free pages
	Timeline     Kind = "timeline"
	Map          Kind = "map"
	Graph        Kind = "graph"
	AsOf         Kind = "as-of"
	Search       Kind = "search"       // and all names
	Translations Kind = "translations" // what is current, behind or missing
	Sources      Kind = "sources"      // each with the pages that rest on it
	Corrections  Kind = "corrections"
	NotFound     Kind = "404"
)

// Keys of the pages that no content file has. (An id has no dot, so that of the
// contents is no folder's.)
const (
	ContentsKey     model.Key = "contents.html"
	TimelineKey               = model.Key(Timeline)
	MapKey                    = model.Key(Map)
	GraphKey                  = model.Key(Graph)
	AsOfKey                   = model.Key(AsOf)
	SearchKey                 = model.Key(Search)
	TranslationsKey           = model.Key(Translations)
	SourcesKey                = model.Key(Sources)
	CorrectionsKey            = model.Key(Corrections)
	NotFoundKey               = model.Key(NotFound)
)

// Menu is a menu of every page.
type Menu int

// The menus.
const (
	NoMenu    Menu = iota
	MainMenu       // what the dossier tells
	AboutMenu      // what is said about the dossier itself
)

// Row is a kind of page in the table of all of them.
type Row struct {
	Kind     Kind
	Template string // the name of its layout
	Title    string // the key of its title, or of its list's, among the interface words; "" where content has it
	About    string // the key of what it says of itself there; "" for nothing, or where content has it

	// Of a kind with one page in an edition; of any other Key and File are "".
	Key   model.Key
	File  string                               // its path within the edition
	Has   func(*lists.Edition) bool            // whether an edition has it; nil when all have
	List  func(*lists.Edition) lists.Weighable // what it lists; nil for nothing that may be long
	Menu  Menu
	Below Kind // the page of this kind is above it; "" for the front page
}

// Kinds is the table of page kinds, in the order of the pages of an edition and
// of the links in menus. A page more is a row here, its view in package view
// and its layout. The value is shared: callers must not change it.
func Kinds() []Row { return kinds }

var kinds = []Row{
	{Kind: Home, Template: "home", Title: "home.articles"},
	{Kind: Article, Template: "article"},
	{Kind: Section, Template: "section"},
	{Kind: Parallel, Template: "parallel"},
	{Kind: Entity, Template: "entity"},
	{Kind: Index, Template: "index", Below: Contents},
	{Kind: Free, Template: "page"},
	{Kind: Entries, Template: "entries"},
	{Kind: Timeline, Template: "timeline", Title: "timeline", About: "timeline.about", Key: TimelineKey, File: "timeline.html", List: timeline, Menu: MainMenu},
	{Kind: Map, Template: "map", Title: "map", About: "map.about", Key: MapKey, File: "map.html", Has: located, List: places, Menu: MainMenu},
	{Kind: Graph, Template: "graph", Title: "graph", About: "graph.about", Key: GraphKey, File: "graph.html", Has: related, List: ties, Menu: MainMenu},
	{Kind: AsOf, Template: "as-of", Title: "asof", About: "asof.about", Key: AsOfKey, File: "as-of.html", Has: dated, List: members, Below: Graph},
	{Kind: Contents, Template: "index", Title: "contents.index", About: "contents.about", Key: ContentsKey, File: "contents.html", List: pages, Menu: MainMenu},
	{Kind: Search, Template: "search", Title: "search", About: "search.about", Key: SearchKey, File: "search.html", List: names, Menu: MainMenu},
	{Kind: Translations, Template: "translations", Title: "translations", About: "translations.about", Key: TranslationsKey, File: "translations.html", Has: translated, List: translations, Menu: AboutMenu},
	{Kind: Sources, Template: "sources", Title: "sources", About: "sources.about", Key: SourcesKey, File: "sources.html", Has: cites, List: sources, Menu: AboutMenu},
	{Kind: Corrections, Template: "corrections", Title: "corrections", About: "corrections.about", Key: CorrectionsKey, File: "corrections.html", List: corrections, Menu: AboutMenu},
	{Kind: NotFound, Template: "404", Title: "notfound.title", About: "notfound.text", Key: NotFoundKey, File: "404.html", Has: isDefault},
}

// Row is the kind's row of the table.
func (k Kind) Row() Row {
	for _, r := range kinds {
		if r.Kind == k {
			return r
		}
	}
	panic(fmt.Sprintf("plan: there is no kind of page %q", k))
}

func pages(e *lists.Edition) lists.Weighable        { return e.Pages() }
func timeline(e *lists.Edition) lists.Weighable     { return e.Timeline() }
func places(e *lists.Edition) lists.Weighable       { return e.Places() }
func ties(e *lists.Edition) lists.Weighable         { return e.AllTies() }
func members(e *lists.Edition) lists.Weighable      { return e.AllMembers(true) }
func names(e *lists.Edition) lists.Weighable        { return e.Register() }
func translations(e *lists.Edition) lists.Weighable { return e.Translations() }
func sources(e *lists.Edition) lists.Weighable      { return e.Sources() }
func corrections(e *lists.Edition) lists.Weighable  { return e.Corrections() }

func cites(e *lists.Edition) bool      { return lists.Cites(e.Lists) }
func isDefault(e *lists.Edition) bool  { return e.Lang == e.Site.Settings.Default() }
func translated(e *lists.Edition) bool { return len(e.Site.Settings.Languages) > 1 }

// located reports whether a map has something to show: a country with an ISO
// code, or a position.
func located(e *lists.Edition) bool {
	return slices.ContainsFunc(e.Site.Entities, func(x *model.Entity) bool { return x.ISO != "" || x.Position != nil })
}

func related(e *lists.Edition) bool {
	return slices.ContainsFunc(e.Site.Entities, func(x *model.Entity) bool { return len(x.Relations) > 0 })
}

func dated(e *lists.Edition) bool {
	return slices.ContainsFunc(e.Site.Entities, func(x *model.Entity) bool {
		return slices.ContainsFunc(x.Relations, func(r model.Relation) bool { return !r.When.IsZero() })
	})
}
