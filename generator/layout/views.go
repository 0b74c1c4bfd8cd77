package layout

import (
	"html/template"

	"dossier/generator/draw/chart"
	"dossier/generator/draw/worldmap"
)

// The views are all that a layout sees: plain data, already worded, ordered
// and linked for one page of one edition. Every Href is relative to that
// page. A slice is empty and a pointer nil when there is nothing to show.

// Page is what every page has; each view embeds it.
type Page struct {
	Lang         string        // of the interface: a BCP 47 tag
	Dir          string        // "ltr" or "rtl"
	Kind         string        // name of the layout: "home", "article", "section" …
	Title        string        // of this page, without the dossier's
	Heading      template.HTML // the title with its emphasis; "" when it has none
	Description  string        // plain text; "" when there is none
	About        string        // for other programs: Description, or what is known of a page without one
	Site         string        // the dossier's title
	Tab          string        // both titles as text, to tell browser tabs apart
	Canonical    string        // absolute URL; "" when the base URL is not known
	Address      string        // for paper: Canonical, else the path in the site; "" where Cite or nothing has it
	Ways         []string      // for 404.html, when the base URL is not known: what may lead from where it is shown to the site's root; before an Asset
	Feed         string        // href of the edition's feed; "" when there is none
	OwnFeed      string        // href of the page's own feed; likewise
	Home         Link
	Nav          []Link // main navigation: the article, or the list of them, then the timeline and so on
	Search       Link   // one of Nav, which narrow screens show apart from it; without Href where there is none
	Info         []Link // what is said about the dossier: free pages, corrections
	Index        string // the way to the folder of the edition's search index
	Root         string // the way to the edition's root, as Index "" or ending in "/"
	Crumbs       []Link // from home to the page above this one
	Editions     []Link // the same page in every edition, or in the first of very many; empty with one language
	MoreEditions *Link  // leads to the others; nil when there are none
	Alternates   []Alternate
	Locale       string        // where Canonical is known: the language as "en_US"
	Locales      []string      // likewise: those of the other editions
	Card         *Card         // likewise: the picture that goes with links to the page; nil when there is none
	PublishedOn  string        // likewise: the day of an article, or ""
	ModifiedOn   string        // likewise: the day of its last correction, or ""
	AuthorPages  []string      // likewise: the addresses of its authors' pages
	Data         template.HTML // likewise: what the page is about, as a script element of JSON-LD
	Edit         string        // where the page's source can be edited; "" when unknown
	Report       string        // where readers report mistakes of the page; "" when unknown
	Previews     bool          // what its links lead to can be shown: preview.js does, in text.js
	Stale        *Stale        // the original of this translation has changed
	Foreign      string        // language of the prose when it is not Lang, else ""
	Cite         *Cite         // how the page is cited; nil for lists

	// The languages of these when they are not Lang, else "". So it is with all
	// fields whose names end in "In": it is the language of the words before.
	TitleIn, DescriptionIn, SiteIn string

	edition *edition
	root    string // way to the site's root
}

// Link is a link in the interface. Lang is set when the text's language is
// not the page's.
type Link struct {
	Before  string // what stands between it and the link before it in a sentence: "", ", " or " and "
	Text    string
	HTML    template.HTML // the text with its emphasis; "" when it has none
	Href    string        // "" when there is nowhere to go
	Lang    string
	Current bool // leads to this page, or to the part of the site it is in
}

// Card is a picture for links to a page.
type Card struct {
	URL, Alt      string
	Width, Height int
}

// Data puts JSON that has no "<" into an element that browsers do not run.
func Data(json []byte) template.HTML {
	return template.HTML("<script type=\"application/ld+json\">" + string(json) + "</script>")
}

// Alternate is the same page in another edition, for hreflang.
type Alternate struct{ Lang, URL string }

// Date is a date in words. Datetime is its machine form for <time>, "" when
// HTML has none for its precision. Dir is "ltr", "rtl" or "auto" where the date has to
// be kept apart from the text around it, else "". Lang is set when the words are not
// in the page's language. Before stands between it and the date before it in a list.
type Date struct {
	Before, Text, Datetime, Dir, Lang string
	Long                              bool // in so many words that they do not fit into every line
}

// Prose is an edited text. Lang is set when it is not the page's language.
type Prose struct {
	HTML template.HTML
	Lang string
}

// Heading is an entry of the table of contents.
type Heading struct {
	Level int // 2 or 3
	HTML  template.HTML
	Href  string        // "#…"
	Link  template.HTML // both, with the address as the heading's id is written: templates write it in three times as many signs
}

// Item is an entry of a list of pages.
type Item struct {
	Link
	Date    *Date
	Summary template.HTML
	Quote   *Quote // instead of the summary
	Place   *Link
	Sort    *Sort  // of an event, along time
	Ahead   bool   // it begins after the dossier's date
	Now     *Link  // what stands above it: up to when the dossier speaks; the first of a list's that is ahead has it
	Note    string // what else there is to say, in words ("3 sections", a relation's note)
	NoteIn  string // its language when it is not the page's
	Of      bool   // Note is what goes by this name in the edition; in the register alone
}

// Sort is a sort of events, with the shape and the colour that it has in charts.
type Sort struct{ Class, Path, Text, In string }

// Quote is a sentence that mentions an entity, with the words that do.
type Quote struct {
	Before, Words, After template.HTML
	Lang                 string // when it is not the page's
}

// Group is a list under a heading. The heading may be a link.
type Group struct {
	Heading Link
	Short   Link       // what a list of the groups has instead of the heading, if it has a text
	ID      string     // unique on the page
	Ordered bool       // its items are numbered, within its subgroups
	Apart   bool       // it begins with a letter of another script than the group before
	Now     *Link      // what stands above a year: up to when the dossier speaks; the first year ahead has it
	Items   []*Item    // none is nil
	Within  []Subgroup // its items again, divided; none where nothing divides them
}

// Subgroup is a part of a group.
type Subgroup struct {
	Heading Link
	Items   []*Item // none is nil
	First   int     // number of the first, where they have numbers
}

// Correction is one correction of a section.
type Correction struct {
	Date *Date
	Text string
	In   *Link  // the section; nil on the section's own page
	Of   *Link  // the article; nil on the section's own page
	Kind string // whose error it was, in words; "" where only the dossier can have made it

	KindIn   string // language of Kind when it is not the page's
	OfSource bool
	Sources  []Source
}

// Byline says who made a text and when. Of one that was published elsewhere first,
// it says where and by whom, and then who retold it. Its words are interface words.
type Byline struct {
	Authors       []Link
	Published     *Date
	Origin        *Source // what is retold; nil for a text written for the dossier
	OriginWords   template.HTML
	Reteller      *Link // nil when nobody is to be named
	RetellerWords template.HTML
	Retold        *Date
	Comma         string // between these
}

// Home is the front page of an edition.
type Home struct {
	Page
	Paged
	Lead              Prose // what the dossier is about
	Body              Prose // what else there is to say of it
	Start             *Start
	Editor, Publisher *Link
	Locator           *worldmap.Map // leads to the map; nil without one
	Shown             Link          // what it shows
	Strip             *chart.Chart  // of all events, where there is no map; nil for too few
	Timeline          Link          // without events, no link
	Articles          []ArticleCard
	Key               []Item  // the events that most depends on, up to the dossier's date
	Upcoming          []Item  // first events after it
	Countries         []Group // by standing; one without a heading where nothing divides them
	AsOf              *Date   // the dossier's date
}

// Start leads to where one begins to read, and says how much there is.
type Start struct {
	Link
	Much []Link // words; how many corrections leads to these, the last to the first heading below
}

// ArticleCard presents an article on the front page. Of very many sections
// there is but the number, as a note.
type ArticleCard struct {
	Item
	Byline
	Sections []Subgroup // by the parts of the article; none for an article of which the list says no more than how many
}

// Article is an article on one page.
type Article struct {
	Page
	Paged
	Byline
	LastCorrected *Date
	Summary       template.HTML
	Body          Prose // the lead
	Source        *Source
	Tags          []Group // of all sections together; events have their dates as notes
	Parallel      *Link   // the article in two editions side by side; nil with one language
	Book          string  // href of the article as a book; "" on a page that continues it
	Sections      []Section

	// Of the events among them, for narrow screens, and for others and paper; both or none.
	Strip, Low *chart.Chart
}

// Section is a section, on its own page or inside its article's.
type Section struct {
	Page
	ID            string // unique on the page
	Href          string // its own page
	Article       Link
	Number, Count int   // "section 3 of 16"
	Part          *Link // title of the part of the article that it stands in
	Opens         bool  // it is the first of that part
	Byline
	Date          *Date
	LastCorrected *Date
	CorrectedAt   string // id of what says so on its own page
	Summary       template.HTML
	Body          Prose
	Siblings      []Sibling // the sections around it in its article, and itself
	TOC           []Heading
	Tags          []Group       // events have their dates as notes
	Small         *chart.Chart  // of the events among them, on its own page
	Where         *worldmap.Map // of the places among them, and of the events; nil when its text is not on the page
	Corrections   []Correction  // none when the text says what was mended where it was
	Sources       []Source
	Source        *Source // the article's
	Prev, Next    *Link
}

// Sibling is a section of the same article, and which one of its sections, from 1.
type Sibling struct {
	Link
	Number int
	Part   *Link // as in Section
	Opens  bool
}

// Entity is a country, event, actor or a thing of a declared kind.
type Entity struct {
	Page
	KindName  string // what it is, in the singular
	KindIn    string // language of KindName when it is not the page's
	Names     []Link // its names in the other languages: Text and Lang
	Ahead     bool   // an event that begins after the dossier's date
	Aliases   []string
	Date      *Date
	Summary   template.HTML
	Body      Prose
	Brief     bool            // the body is short
	Locator   *worldmap.Map   // where it lies, or where its members do
	Shown     Link            // what of these the map shows
	Facts     []Fact          // what is said first; of many relations, how many they are
	Held      []RelationGroup // few relations of a kind, one per relation and direction
	Remarks   []Remark        // on these
	Codes     []Fact          // facts for who looks them up
	Relations []RelationGroup // many of a kind, likewise
	Wide      *chart.Chart    // of the events, for wide screens; nil for few
	Events    []Item          // by date; of many no more than when, where and what
	Appears   []Group         // where it appears: sections by article, other pages by kind
	Folded    []Group         // the rest of these, of which the first may go on with the last group
	More      int             // how many entries are folded
	SameAs    []Link
	Chapters  []Link   // of a long page, to its parts
	Marks     []Link   // lead to the sources of what is said of it
	Sources   []Source // of these and of its relations

	// Where the lists that are too long for the page go on; nil for others.
	RelationParts, EventParts, SectionParts, ElsewhereParts *Parts

	Earlier, Later *Item // neighbours in time, of an event
}

// Fact is one line of an entity's facts: a label and links or words.
type Fact struct {
	Label   string
	LabelIn string  // its language when it is not the page's
	Items   []*Item // none is nil
}

// Index lists the entities of a kind, or as the index of the edition all kinds and
// free pages.
type Index struct {
	Page
	Paged
	Groups []Group // by first letter, or year for dated kinds; one group without heading when short
}

// Search finds what is in the edition, and lists every name by first letter.
type Search struct {
	Page
	Paged
	Field  bool   // it has the field to search in, as the first of several such pages
	Stems  string // the asset that finds the stems of the language's words; "" for none
	Groups []Group
}

// Timeline lists all events by year.
type Timeline struct {
	Page
	Paged
	Wide, Tall *chart.Chart // the same drawing for wide and for narrow screens
	Years      []Group
}

// Free is a free page; its Page.Kind is "page".
type Free struct {
	Page
	Byline
	Body Prose
	TOC  []Heading
}

// Corrections is the log of all corrections.
type Corrections struct {
	Page
	Paged
	Groups []CorrectionGroup
}

// CorrectionGroup is what was mended of somebody's errors, newest first. Its heading is empty
// where only the dossier can have made them.
type CorrectionGroup struct {
	Heading Link
	Days    []CorrectionDay
}

// CorrectionDay is what was mended on one day; Date is nil when that is not known.
type CorrectionDay struct {
	Date  *Date
	Items []Correction
}

// Moved is at an old address of a page. Only the language, the title, Canonical and
// the assets of Page are there.
type Moved struct {
	Page
	To Link
}

// NotFound is 404.html; its links are absolute paths. In has what it says for each
// edition, that of the root first.
type NotFound struct {
	Page
	In []NotFoundIn
}

// NotFoundIn is what 404.html says in one language.
type NotFoundIn struct {
	Lang, Dir              string
	Folder                 string // of the edition, "" or ending in "/"
	Site, Tab, Title, Text string
	TitleIn, TextIn        string
	Field                  string  // what the field for a search is called, which a script makes
	Items                  []*Item // the front page, and those of the menu
}
