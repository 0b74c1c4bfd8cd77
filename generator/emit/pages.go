package emit

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"sync"
	"unique"

	"dossier/generator/layout"
	"dossier/generator/limits"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/publish"
)

// Pages emits the HTML pages.
func Pages(p *plan.Plan, set *layout.Set) ([]publish.Output, error) {
	shared := newShared(p, set)
	out := make([]publish.Output, 0, len(p.Pages))
	for _, page := range p.Pages {
		out = append(out, publish.Signed(page.Path, func(buf []byte) ([]byte, error) {
			return set.Render(buf, string(page.Kind), newView(p, set, shared, page).build())
		}))
	}
	return out, nil
}

// shared is what the views of many pages use, made once.
type shared struct {
	register
	ofKind   map[string][]*model.Entity // by kind, in the corpus's order
	events   []*model.Entity            // by date
	inTime   map[model.Key]int          // place of an event in events
	editions map[string]*edition        // by language
	bonds    map[string]func() []bond   // all relations, by language
	states   func() []editionState      // of the further editions
	lists    sync.Map                   // what the pages of a long list share, see once
	sizes    func() map[string]string   // of pictures, see sizesOf
	inserts  sync.Pool                  // of *[]model.Insert
	tallies  sync.Pool                  // of *tally, empty
	nodes    func() nodePlaces          // of the network
	maps     *cartography
}

// view builds the view of one page.
type view struct {
	plan   *plan.Plan
	set    *layout.Set
	shared *shared
	page   *plan.Page
	lang   string

	edition *edition
	known   *menu                 // once somebody asked for it
	path    string                // of the page, escaped
	folder  string                // that it is in, within its edition, escaped
	depth   int                   // of that folder
	top     unique.Handle[string] // the first part of it
}

func newView(p *plan.Plan, set *layout.Set, shared *shared, page *plan.Page) *view {
	lang := page.Edition.Lang
	v := &view{plan: p, set: set, shared: shared, page: page, lang: lang, edition: shared.editions[lang], path: plan.Escape(page.Path)}
	v.folder = v.path[len(page.Edition.Dir) : strings.LastIndexByte(v.path, '/')+1]
	v.depth, v.top = strings.Count(v.folder, "/"), topOf(v.folder)
	return v
}

// build makes the view that the page's layout gets.
func (v *view) build() any {
	switch v.page.Kind {
	case plan.Home:
		return v.home()
	case plan.Article:
		return v.article()
	case plan.Section:
		s := v.section(v.page.Section, false)
		s.Page = v.chrome(v.title(v.page.Doc), v.text(v.page.Doc).Summary)
		s.Previews = v.previews(v.shared.tags[v.shared.reading(v.page.Section)], v.text(v.page.Doc))
		return s
	case plan.Entity:
		return v.entity()
	case plan.Entries:
		return v.entries()
	case plan.Index:
		if v.page.Lists == nil {
			return v.contents()
		}
		return v.index()
	case plan.Timeline:
		return v.timeline()
	case plan.Map:
		return v.mapPage()
	case plan.Free:
		return v.free()
	case plan.Graph:
		return v.graph()
	case plan.AsOf:
		return v.asOf()
	case plan.Corrections:
		return v.corrections()
	case plan.Parallel:
		return v.parallel()
	case plan.Translations:
		return v.translations()
	case plan.NotFound:
		return layout.NotFound{Page: v.chrome(v.words("notfound.title"), "")}
	}
	panic(fmt.Sprintf("emit: no view shows pages of the kind %q", v.page.Kind))
}

func (v *view) words(key string) string { return v.set.Words(v.lang, key) }

func (v *view) fallback() string { return v.plan.Site.Settings.Default() }

// text is a doc's text in the page's edition.
func (v *view) text(d *model.Doc) *model.Text { return d.In(v.lang, v.fallback()) }

func (v *view) title(d *model.Doc) string {
	return v.card(d).title
}

// chrome is what every page has.
func (v *view) chrome(title, description string) layout.Page {
	p, s := v.page, v.plan.Site
	c := v.set.Page(v.lang, strings.Repeat("../", strings.Count(p.Path, "/")))
	if p.Kind == plan.NotFound {
		c = v.set.Page(v.lang, v.basePath())
	}
	c.Kind, c.Title, c.Description = string(p.Kind), title, description
	if n, ok := v.shared.keys[p.Key]; ok && p.Kind != plan.NotFound && v.cardOf(n).title == title {
		c.Heading = v.cardOf(n).html
	}
	c.Site = v.text(s.Home).Title
	m := v.menu()
	c.Home, c.Nav, c.Info, c.Crumbs = m.home, m.nav, m.info, v.crumbs()
	if p.Kind != plan.NotFound {
		c.Canonical = v.plan.URL(p.Path)
		if c.Canonical != "" {
			c.Feed = v.href(feedFile(p.Edition))
		}
		v.editions(&c)
	}
	if p.Of != nil {
		v.further(&c)
	}
	if c.Tab = c.Site; p.Kind != plan.Home {
		c.Tab = v.apart(c.Title) + " · " + v.apart(c.Site)
	}
	if p.Doc != nil && p.Doc.File != "" {
		t := v.text(p.Doc)
		if t.Lang != v.lang {
			c.Foreign = t.Lang
		}
		c.Stale = v.stale()
		if s.Settings.Repository != "" {
			c.Edit = s.Settings.Repository + "/edit/" + url.PathEscape(s.Settings.Branch) + "/content/" + (&url.URL{Path: t.File}).EscapedPath()
		}
	}
	return c
}

// basePath is the path of the site's root on its server. Only 404.html uses
// it: a server shows that page at any address.
func (v *view) basePath() string {
	u, err := url.Parse(v.plan.Site.Settings.BaseURL)
	if err != nil || u.Path == "" {
		return "/"
	}
	return u.EscapedPath()
}

// href is the address of a path of the site, as the page refers to it.
func (v *view) href(file string) string {
	return v.hrefAt(plan.Escape(file))
}

// hrefAt is href for a path that is escaped.
func (v *view) hrefAt(path string) string {
	if v.page.Kind == plan.NotFound {
		return v.basePath() + path
	}
	return plan.RelEscaped(v.path, path)
}

func (v *view) hrefTo(key model.Key) string {
	if n, ok := v.shared.keys[key]; ok {
		return v.hrefOf(v.cardOf(n))
	}
	return v.href(v.plan.Path(v.lang, key))
}

// hrefOf is the address of a card's page. It makes no new text, unless it leads
// up and down again within a folder.
func (v *view) hrefOf(c *card) string {
	if v.page.Kind == plan.NotFound || v.lang != v.page.Edition.Lang {
		return v.hrefAt(c.path)
	}
	if c.top != v.top && 3*v.depth <= len(climbs) {
		return c.way[len(climbs)-3*v.depth:]
	}
	path := c.way[len(climbs):]
	common := 0 // how much of both is folders that they share
	for i := 0; i < len(v.folder) && i < len(path) && v.folder[i] == path[i]; i++ {
		if path[i] == '/' {
			common = i + 1
		}
	}
	if common == len(v.folder) {
		return path[common:]
	}
	return v.hrefAt(c.path)
}

func (v *view) link(key model.Key, text string) layout.Link {
	return layout.Link{Text: text, Href: v.hrefTo(key), Current: key == v.page.Key}
}

// docLink links to a doc by its title.
func (v *view) docLink(d *model.Doc) layout.Link {
	return v.cardLink(v.card(d), d)
}

func (v *view) cardLink(c *card, d *model.Doc) layout.Link {
	return layout.Link{Text: c.title, HTML: c.html, Href: v.hrefOf(c), Lang: c.lang, Current: d.Key == v.page.Key}
}

// kindName is the plural name of a kind.
func (v *view) kindName(id string) string {
	for _, k := range v.plan.Site.Kinds {
		if k.ID == id && k.Names != nil {
			return k.Names.In(v.lang, v.fallback())
		}
	}
	return v.words("kind." + id)
}

func (v *view) nav() []layout.Link {
	var nav []layout.Link
	if len(v.shared.events) > 0 {
		nav = append(nav, v.link(plan.TimelineKey, v.words("timeline")))
	}
	if v.plan.Has(v.lang, plan.MapKey) {
		nav = append(nav, v.link(plan.MapKey, v.words("map")))
	}
	if v.plan.Has(v.lang, plan.GraphKey) {
		l := v.link(plan.GraphKey, v.words("graph"))
		l.Current = l.Current || v.page.Kind == plan.AsOf
		nav = append(nav, l)
	}
	return append(nav, v.inMenu(v.kindLinks())...)
}

// kindLinks lead to the kinds that have entities.
func (v *view) kindLinks() []layout.Link {
	var links []layout.Link
	for _, k := range v.plan.Site.Kinds {
		if len(v.shared.ofKind[k.ID]) > 0 {
			l := v.link(model.Key(k.ID), v.kindName(k.ID))
			l.Current = v.page.Key.Kind() == k.ID
			links = append(links, l)
		}
	}
	return links
}

// inMenu are the first links of a list, and one to the page that has them all
// where there are too many for a menu.
func (v *view) inMenu(links []layout.Link) []layout.Link {
	if len(links) <= limits.MaxMenuLinks {
		return links
	}
	more := v.link(plan.ContentsKey, v.words("contents.more"))
	for _, l := range links[limits.MaxMenuLinks:] {
		more.Current = more.Current || l.Current
	}
	return append(links[:limits.MaxMenuLinks:limits.MaxMenuLinks], more)
}

// info links to what is said about the dossier itself.
func (v *view) info() []layout.Link {
	docs := v.plan.Site.Corpus.Pages
	if len(docs) > limits.MaxMenuLinks+1 { // the first too many stands for all others
		first := docs[limits.MaxMenuLinks]
		if v.page.Kind == plan.Free && slices.Index(docs, v.page.Doc) > limits.MaxMenuLinks {
			first = v.page.Doc
		}
		docs = append(docs[:limits.MaxMenuLinks:limits.MaxMenuLinks], first)
	}
	var pages []layout.Link
	for _, d := range docs {
		pages = append(pages, v.docLink(d))
	}
	info := v.inMenu(pages)
	if len(v.plan.Editions) > 1 {
		info = append(info, v.link(plan.TranslationsKey, v.words("translations")))
	}
	return append(info, v.link(plan.CorrectionsKey, v.words("corrections")))
}

// crumbs lead from home to the page above this one.
func (v *view) crumbs() []layout.Link {
	home := v.link("", v.words("home"))
	switch v.page.Kind {
	case plan.Home, plan.NotFound:
		return nil
	case plan.Section, plan.Parallel:
		return []layout.Link{home, v.docLink(&v.page.Article.Doc)}
	case plan.AsOf:
		return []layout.Link{home, v.link(plan.GraphKey, v.words("graph"))}
	case plan.Entity:
		return []layout.Link{home, v.kindLink(v.page.Key.Kind())}
	}
	return []layout.Link{home}
}
