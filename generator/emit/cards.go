package emit

import (
	"bytes"
	"html/template"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unique"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"dossier/generator/layout"
	"dossier/generator/limits"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// edition is what the pages of one language share. What many pages say alike
// is worked out once, by the first that asks; it never changes, so any number
// of pages may ask at once.
type edition struct {
	name      string // of the language, in itself
	dir       string // that its pages are in
	collation *collation
	cards     []atomic.Pointer[card] // by a doc's number; nil until somebody asks
	menus     sync.Map               // menuPlace → *menu
	order     func() kindOrder
}

// newEdition is for a site of so many docs.
func newEdition(e plan.Edition, docs int) *edition {
	return &edition{name: languageName(e.Lang), dir: e.Dir, collation: newCollation(e.Lang), cards: make([]atomic.Pointer[card], docs)}
}

// card is what an edition's lists say of a page.
type card struct {
	path  string                // of the page, as addresses have it
	way   string                // climbs, then the path within the edition
	top   unique.Handle[string] // first folder of that path
	title string
	html  template.HTML // of a title with emphasis; else ""
	lang  string        // of the title, when it is not the edition's
	date  *layout.Date  // of an entity or a section; nil when it has none
	of    *entityCard   // of an entity; nil for anything else
}

// entityCard is what lists say of an entity alone.
type entityCard struct {
	order   []byte         // sorts the title as the language does
	preview layout.Preview // but for its address

	// As articles and sections show it; nil until one does. They lie equally
	// deep, so they see the same addresses.
	shownItem    atomic.Pointer[layout.Item]
	shownPreview atomic.Pointer[layout.Preview]
}

// climbs leads up as many folders as pages lie deep. Its end, which climbs
// fewer, begins the address of a page that shares no folder with another.
const climbs = "../../../"

// topOf is the first folder of a path; a handle, because comparing it with
// another does not look at the text.
func topOf(path string) unique.Handle[string] {
	top, _, ok := strings.Cut(path, "/")
	if !ok {
		top = ""
	}
	return unique.Make(top)
}

// card gives what the edition's lists say of a doc.
func (v *view) card(d *model.Doc) *card { return v.cardOf(v.shared.number(d)) }

// cardOf is card for a doc's number.
func (v *view) cardOf(number int32) *card {
	at := &v.edition.cards[number]
	c := at.Load()
	if c == nil {
		c = v.newCard(number)
		at.Store(c) // another page may do so too; the cards are equal
	}
	return c
}

func (v *view) newCard(number int32) *card {
	d := v.shared.docs[number]
	text, path := v.text(d), plan.Escape(v.plan.Path(v.lang, d.Key))
	c := &card{path: path, way: climbs + path[len(v.edition.dir):]}
	c.top = topOf(c.way[len(climbs):])
	if v.edition.dir == "" {
		c.path = c.way[len(climbs):]
	}
	if int(number) >= len(v.shared.entities) {
		c.title, c.html = text.Title, marked(text.TitleHTML())
		if text.Lang != v.lang {
			c.lang = text.Lang
		}
		if s := v.shared.section(number); s != nil {
			c.date = v.date(s.Date, s.DateText)
		}
		return c
	}
	e := v.shared.entities[number]
	c.title, c.date = capital(e.Name(v.lang, v.fallback()), v.lang), v.date(e.Date, e.DateText)
	c.html = capitalHTML(marked(e.NameHTML(v.lang, v.fallback())), v.lang)
	c.of = &entityCard{order: v.edition.collation.key(c.title)}
	c.of.preview = layout.Preview{
		Flag: e.Flag, Name: c.title, Kind: v.oneOf(e), Date: c.date, Role: e.Role.In(v.lang, v.fallback()), Summary: brief(text),
	}
	if text.Lang != v.lang && text.Summary != "" {
		c.of.preview.Lang = text.Lang
	}
	return c
}

// marked is HTML with tags in it, or "".
func marked(html string) template.HTML {
	if strings.IndexByte(html, '<') < 0 {
		return ""
	}
	return template.HTML(html)
}

// summary is the summary of a text as HTML.
func summary(t *model.Text) template.HTML { return template.HTML(t.SummaryHTML()) }

// preview previews an entity, given by its number.
func (v *view) preview(number int32) *layout.Preview {
	c := v.cardOf(number)
	shares := v.inArticle()
	if shares {
		if p := c.of.shownPreview.Load(); p != nil {
			return p
		}
	}
	p := c.of.preview
	p.Href = v.hrefOf(c)
	if !shares {
		return &p
	}
	shared := p.Shared()
	c.of.shownPreview.Store(shared) // another page may do so too; the previews are equal
	return shared
}

// item presents an entity, given by its number, in a list.
func (v *view) item(number int32) *layout.Item {
	c := v.cardOf(number)
	shares := v.inArticle()
	if shares {
		if i := c.of.shownItem.Load(); i != nil {
			return i
		}
	}
	i := v.entityItem(v.shared.entities[number])
	if !shares {
		return &i
	}
	shared := i.Shared()
	c.of.shownItem.Store(shared) // as above
	return shared
}

// inArticle reports whether the page is an article or a section.
func (v *view) inArticle() bool {
	return (v.page.Kind == plan.Article || v.page.Kind == plan.Section) && v.page.Of == nil
}

// oneOf names the kind of an entity in the singular: its type for an actor.
func (v *view) oneOf(e *model.Entity) string {
	if e.Type != "" {
		return v.words("actor." + e.Type)
	}
	return v.oneOfKind(e)
}

// menuPlace is a place in the site from which the same menus are seen: pages
// of one kind that show things of one kind lie equally deep, and their
// addresses of the menus' pages are equal.
type menuPlace struct {
	page plan.Kind
	of   string
}

// menu is the navigation that such pages share.
type menu struct {
	home      layout.Link
	nav, info []layout.Link
	kinds     []layout.Link // in the order of the site's kinds; nil when there are very many
}

// menu gives the page's navigation.
func (v *view) menu() *menu {
	switch {
	case v.known != nil:
	case v.page.Kind != plan.Entity && !v.inArticle():
		v.known = v.newMenu() // one of the few that the menus lead to
	default:
		at := menuPlace{v.page.Kind, v.page.Key.Kind()}
		known, ok := v.edition.menus.Load(at)
		if !ok {
			known, _ = v.edition.menus.LoadOrStore(at, v.newMenu())
		}
		v.known = known.(*menu)
	}
	return v.known
}

func (v *view) newMenu() *menu {
	m := &menu{home: v.link("", v.words("home")), nav: v.nav(), info: v.info()}
	for _, k := range v.plan.Site.Kinds {
		if len(v.plan.Site.Kinds) > 4*limits.MaxMenuLinks {
			break // each kind has a menu
		}
		m.kinds = append(m.kinds, v.link(model.Key(k.ID), v.kindName(k.ID)))
	}
	return m
}

// kindLink leads to the index of a kind.
func (v *view) kindLink(id string) layout.Link {
	if v.menu().kinds == nil {
		return v.link(model.Key(id), v.kindName(id))
	}
	return v.menu().kinds[slices.IndexFunc(v.plan.Site.Kinds, func(k model.Kind) bool { return k.ID == id })]
}

// collation compares names in a language's order. A collate.Collator is not
// safe for concurrent use.
type collation struct {
	mu    sync.Mutex
	buf   collate.Buffer
	c     *collate.Collator
	loose *collate.Collator // blind to case and accents that make no letter of their own
}

func newCollation(lang string) *collation {
	tag := language.Make(lang)
	return &collation{c: collate.New(tag), loose: collate.New(tag, collate.Loose)}
}

// key is bytes that compare as names do.
func (c *collation) key(name string) []byte {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.buf.Reset()
	return bytes.Clone(c.c.KeyFromString(&c.buf, name))
}

// sameLetter reports whether two letters differ only by case or accent.
func (c *collation) sameLetter(a, b string) bool {
	if a == b {
		return true
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.loose.CompareString(a, b) == 0
}
