// Package model names the things a dossier is made of: the corpus that
// content reads and the site that link makes of it. It holds plain data and
// does no I/O. A value is built by one phase and never changed after that
// phase returns it; later phases make new values.
package model

import (
	"cmp"
	"html"
	"slices"
	"strings"

	"dossier/generator/diag"
	"dossier/generator/edtf"
)

// Key names a thing that can have a page, and is its content path without
// order number, language or extension: "countries/russia", "articles/a",
// "articles/a/s", "pages/about", a kind's index "countries", and "" for home.
type Key string

// Kind is the first part of the key: "countries" of "countries/russia".
func (k Key) Kind() string {
	kind, _, _ := strings.Cut(string(k), "/")
	return kind
}

// ID is the last part of the key: "russia" of "countries/russia".
func (k Key) ID() string {
	return string(k[strings.LastIndexByte(string(k), '/')+1:])
}

// Folders with a meaning of their own.
const (
	Articles  = "articles"
	Pages     = "pages"
	Countries = "countries"
	Events    = "events"
	Actors    = "actors"
	Places    = "places" // only when declared
)

// Words is one text in several languages, by BCP 47 tag.
type Words map[string]string

// In gives the words for lang, else for fallback, else "".
func (w Words) In(lang, fallback string) string {
	if s, ok := w[lang]; ok {
		return s
	}
	return w[fallback]
}

// Settings is the front matter of content/index.md.
type Settings struct {
	Languages   []string   // the first is the default edition
	LanguagePos []diag.Pos // of each; nil when index.md lists none
	BaseURL     string     // absolute, ends in "/"; "" when unknown
	Repository  string     // web address of the source repository; "" when unknown
	Branch      string
	Report      string // where readers report mistakes: a web address, or "mailto:" and one of mail; "" when unknown

	RepositoryPos, ReportPos diag.Pos

	Publisher  Party
	Editor     Party
	Published  edtf.Date
	Declared   edtf.Date // Published when index.md has it, and it is not found from other dates
	Relations  []RelationType
	EventTypes []EventType

	MediaLimit   int  // bytes that a picture or document may have
	KeepMetadata bool // pictures are published with all that they say beside the picture

	Map     *MapTie // what tints the map; nil for the number of sections
	MapNote Words   // what stands under the map about its borders; nil for the layouts' own words
}

// Default is the language of the default edition.
func (s *Settings) Default() string { return s.Languages[0] }

// Kind is a kind of entity: its folder in content/, its key in front matter
// and its folder in the site.
type Kind struct {
	ID         string
	Pos        diag.Pos
	Names      Words  // plural, as declared; nil for countries, events and actors, whose names are interface words
	One        Words  // singular; nil when it is not declared
	SchemaType string // schema.org type; "" when not declared
	Unnamed    bool   // names of its entities are tags, not looked for in prose (mentions: false)
}

// Doc is what every page with a content file has.
type Doc struct {
	Key   Key
	File  string // of the default edition, below the content folder; "" for a country made from CLDR data
	Texts Texts  // the original's is always there
	// Written is the language in which the text was written first; "" for the
	// default edition's.
	Written string
	Draft   bool
	Links   bool     // whether mentions link by themselves
	Sources []Source // of a section or an entity: what it rests on
	Retold  *Retold  // of an article, a section or a free page; nil when nothing is said of it

	MovedFrom []Former // where it was before

	Unread bool // the file could not be read: what it says is unknown

	// Whole are languages, beside those of the texts, in which all that an entity says
	// is there: it has names, and no prose.
	Whole []string
}

// Former is an id that a doc had, as a key ("actors/otsc"), or an address that it had on
// another site.
type Former struct {
	Path string
	Pos  diag.Pos
}

// IsAddress reports a path that is no id: it ends in "/" or ".html".
func (f Former) IsAddress() bool {
	return strings.HasSuffix(f.Path, "/") || strings.HasSuffix(f.Path, ".html")
}

// In gives the text for lang, or the original when there is none; fallback is
// the default edition's language.
func (d *Doc) In(lang, fallback string) *Text {
	if t := d.Texts.In(lang); t != nil {
		return t
	}
	return d.Original(fallback)
}

// Original is the text that was written first.
func (d *Doc) Original(fallback string) *Text { return d.Texts.In(cmp.Or(d.Written, fallback)) }

// Lacks reports whether there is something to be translated into lang, whose
// edition shows the original until it is.
func (d *Doc) Lacks(lang string) bool {
	return d.File != "" && !d.Unread && d.Texts.In(lang) == nil && !slices.Contains(d.Whole, lang)
}

// Into are the languages into which something has to be translated: all but
// the default edition's, and that when a text was written in another.
func (c *Corpus) Into() []string {
	languages := c.Settings.Languages
	if slices.ContainsFunc(c.Docs(), func(d *Doc) bool { return d.Written != "" && d.Written != languages[0] }) {
		return languages
	}
	return languages[1:]
}

// Unnamed reports a kind whose names are tags, not looked for in prose.
func (c *Corpus) Unnamed(kind string) bool {
	return slices.ContainsFunc(c.Kinds, func(k Kind) bool { return k.ID == kind && k.Unnamed })
}

// Corpus is everything the content folder says, typed.
type Corpus struct {
	Settings Settings
	Home     *Doc
	Kinds    []Kind     // countries, events, actors, then the declared ones in their order
	Articles []*Article // newest first, then by key
	Entities []*Entity  // by kind, then id
	Pages    []*Doc     // free pages by key
	Media    []Media    // by file
	Drafts   []*Doc     // that were left out
	Accepts  []Accept   // by address
}

// Accept is a code of warnings that a file, or index.md for all files, wants
// to hear no more of.
type Accept struct {
	Code diag.Code
	Pos  diag.Pos // below the content folder
}

// Media is a file that goes into the site as it is.
type Media struct {
	File string // below the content folder, and in the site
	Body []byte
}

// Article is a story made of sections.
type Article struct {
	Doc
	Authors   []Tag
	Published edtf.Date
	Source    *Source
	Sections  []*Section // in their order
}

// Section is one part of an article, on a page of its own.
type Section struct {
	Doc
	Article     *Article
	Authors     []Tag
	Number      int // as in the file name
	Date        edtf.Date
	DatePos     diag.Pos
	DateText    Words
	Part        Words // title of the part of the article that it stands in; nil for none
	Opens       bool  // it is the first of that part
	Tags        []Tag
	Meant       []Key // what tags that are at fault probably name
	Corrections []Correction
}

// Docs are all docs that have a content file, home first.
func (c *Corpus) Docs() []*Doc {
	docs := []*Doc{c.Home}
	for _, a := range c.Articles {
		docs = append(docs, &a.Doc)
		for _, s := range a.Sections {
			docs = append(docs, &s.Doc)
		}
	}
	for _, e := range c.Entities {
		if e.File != "" {
			docs = append(docs, &e.Doc)
		}
	}
	return append(docs, c.Pages...)
}

// WithoutDrafts returns the corpus less its drafts: articles, sections and
// free pages. Which files go with them only their links tell.
func (c *Corpus) WithoutDrafts() *Corpus {
	out := *c
	out.Articles, out.Pages = nil, nil
	for _, a := range c.Articles {
		if a.Draft {
			out.Drafts = append(out.Drafts, &a.Doc)
			for _, s := range a.Sections {
				out.Drafts = append(out.Drafts, &s.Doc)
			}
			continue
		}
		if !slices.ContainsFunc(a.Sections, func(s *Section) bool { return s.Draft }) {
			out.Articles = append(out.Articles, a)
			continue
		}
		article, opens := *a, false
		article.Sections = nil
		for _, s := range a.Sections {
			if opens = opens || s.Opens; s.Draft {
				out.Drafts = append(out.Drafts, &s.Doc)
				continue
			}
			section := *s
			section.Article, section.Opens, opens = &article, opens, false
			article.Sections = append(article.Sections, &section)
		}
		out.Articles = append(out.Articles, &article)
	}
	for _, p := range c.Pages {
		if p.Draft {
			out.Drafts = append(out.Drafts, p)
			continue
		}
		out.Pages = append(out.Pages, p)
	}
	return &out
}

// Tag is a reference from front matter to an entity that exists.
type Tag struct {
	Key Key
	Pos diag.Pos
}

// Entity is a country, event, actor or a thing of a declared kind.
type Entity struct {
	Doc
	Names     Words
	OneName   bool                // it is the same in all languages
	RichNames Words               // HTML of the names that have emphasis in them; mostly nil
	Aliases   map[string][]string // other names, by language
	Forms     map[string][]string // inflected forms of the names, by language
	Sort      Words               // what lists sort it by instead of its name, by language; mostly nil
	Unnamed   bool                // its names are not looked for in prose (mentions: false)
	ISO       string              // ISO 3166-1 alpha-2; countries only
	Type      string              // of an actor: person, organization, armed-group or government; of an event: a declared one
	Role      Words               // of an actor or what is of a declared kind: what it does or is; of a country: what it is called instead
	Date      edtf.Date           // of an event; of anything else its lifetime, or since when it exists
	DatePos   diag.Pos
	DateText  Words
	Place     *Tag // an event's place, when it is an entity
	PlaceText Words
	Country   *Tag // the country a place lies in
	Tags      []Tag
	Position  *Position
	SameAs    []string
	SameAsPos []diag.Pos // of each
	Relations []Relation
}

// Position is a point on Earth in WGS 84 degrees.
type Position struct {
	Lat, Lon    float64
	Approximate bool
}

// Relation ties the entity that declares it to another one.
type Relation struct {
	Type    string
	To      Tag
	When    edtf.Date // zero when it has no date
	Note    Words
	Sources []Source
}

// Name is the entity's name in lang, else in fallback.
func (e *Entity) Name(lang, fallback string) string {
	if t := e.Texts.In(lang); t != nil && t.Title != "" {
		return t.Title
	}
	return e.Names.In(lang, fallback)
}

// NameHTML is the name as HTML.
func (e *Entity) NameHTML(lang, fallback string) string {
	if t := e.Texts.In(lang); t != nil && t.Title != "" {
		return t.TitleHTML()
	}
	if _, ok := e.Names[lang]; !ok {
		lang = fallback
	}
	if rich, ok := e.RichNames[lang]; ok {
		return rich
	}
	return html.EscapeString(e.Names[lang])
}

// ByDate orders entities by the years under which lists show them, then by
// date and key.
func ByDate(a, b *Entity) int {
	return cmp.Or(InYears(a.Date, b.Date), cmp.Compare(a.Key, b.Key))
}
