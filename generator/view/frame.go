package view

import (
	"net/url"
	"slices"
	"strings"

	"dossier/generator/layout"
	"dossier/generator/limits"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/voice"
)

// frame is what stands around every page.
func (p *page) frame(description voice.Said) layout.Page { return framer{p}.frame(description) }

// summaryOf is the summary of a page's text as plain words.
func summaryOf(p *page, t *model.Text) voice.Said {
	return voice.Said{Text: t.Summary, Lang: p.Foreign(t)}
}

// framer makes the frame of a page: its title, menus and crumbs, and the ways to
// other editions.
type framer struct{ *page }

func (p framer) frame(description voice.Said) layout.Page {
	s, own := p.site.model(), p.ownTitle()
	title := own.Text
	root := p.root
	if root == "" {
		root = strings.Repeat("../", strings.Count(p.Path, "/"))
	}
	f := p.site.set.Page(p.Lang, root)
	f.Kind, f.Title, f.TitleIn = p.Kind.Row().Template, title, own.Lang
	f.Description, f.DescriptionIn = description.Text, description.Lang
	if n, ok := p.lists.Find(p.Key); ok && p.Kind != plan.NotFound && p.cardOf(n).title == title {
		f.Heading = p.cardOf(n).html
	}
	f.Site, f.SiteIn = p.Text(s.Home).Title, p.Foreign(p.Text(s.Home))
	m := p.menus()
	f.Index, f.Root = p.href(p.Edition.Index()), p.href(p.Edition.Dir)
	f.Home, f.Nav, f.Search, f.Info, f.Crumbs = m.home, m.nav, m.search, m.info, p.crumbs(p.Page)
	f.Cite = p.cite()
	f.Previews = p.Kind != plan.NotFound && p.Kind != plan.Search
	if p.Kind != plan.NotFound {
		f.Canonical = p.site.plan.URL(p.Path)
		f.Address = f.Canonical // a path alone is nothing that one can type
		if f.Canonical != "" {
			f.Feed = p.href(p.Edition.Feed())
			if p.Of == nil && p.site.plan.HasFeed(p.Key) {
				f.OwnFeed = p.href(p.Edition.FeedOf(p.Key))
			}
		}
		p.otherEditions(&f)
	}
	if p.Of != nil {
		p.further(&f)
	}
	p.site.shared.Tell(&f, p.Page, p.Voice, p.lists)
	if f.Tab = f.Site; p.Kind != plan.Home {
		f.Tab = p.Apart(f.Title) + " – " + p.Apart(f.Site)
	}
	if p.Doc != nil && p.Doc.File != "" {
		t := p.Text(p.Doc)
		f.Stale = p.stale()
		if p.Doc.Lacks(p.Lang) {
			f.Foreign = p.Foreign(t)
		}
		if s.Settings.Repository != "" {
			f.Edit = s.Settings.Repository + "/edit/" + url.PathEscape(s.Settings.Branch) + "/content/" + (&url.URL{Path: t.File}).EscapedPath()
		}
	}
	if f.Edit == "" || s.Settings.Report != "" {
		f.Report = s.Settings.ReportOn(f.Title)
	}
	return f
}

// ownTitle is the page's title, of a page that continues a list that of the page
// that has it.
func (p *page) ownTitle() voice.Said {
	of := p.base()
	switch {
	case of.Kind == plan.Home && p.Of == nil:
		return voice.Said{Text: p.Text(p.Doc).Title, Lang: p.Foreign(p.Text(p.Doc))}
	case of.Kind == plan.Parallel:
		return voice.Said{Text: p.Apart(p.Text(&of.Article.Doc).Title) + p.Words("comma") + p.pairName(p.Lang, of.Beside)}
	case of.Kind == plan.Index:
		return p.KindName(of.IndexOf.ID)
	case of.Kind.Row().Title != "":
		return p.Say(of.Kind.Row().Title)
	}
	c := p.card(of.Doc)
	return voice.Said{Text: c.title, Lang: c.lang}
}

// link links to a key's page. It is current when that is the page itself.
func (p *page) link(key model.Key, words voice.Said) layout.Link {
	return layout.Link{Text: words.Text, Lang: words.Lang, Href: p.hrefTo(key), Current: key == p.Key}
}

// docLink links to a doc by its title.
func (p *page) docLink(d *model.Doc) layout.Link { return cardLink(p, p.card(d), d) }

func cardLink(p *page, c *card, d *model.Doc) layout.Link {
	return layout.Link{Text: c.title, HTML: c.html, Href: p.hrefOf(c), Lang: c.lang, Current: d.Key == p.Key}
}

// linkTo is docLink for places that may have no link.
func (p *page) linkTo(d *model.Doc) *layout.Link {
	l := p.docLink(d)
	return &l
}

// crumbs lead from home to the page above another one.
func (p framer) crumbs(to *plan.Page) []layout.Link {
	crumbs := []layout.Link{p.link("", p.Say("home"))}
	switch row := to.Kind.Row(); {
	case to.Kind == plan.Home || to.Kind == plan.NotFound:
		return nil
	case to.Kind == plan.Section || to.Kind == plan.Parallel:
		crumbs = append(crumbs, p.docLink(&to.Article.Doc))
	case to.Kind == plan.Entity:
		crumbs = append(crumbs, p.kindLink(to.Key.Kind()))
	case row.Below != "":
		above := row.Below.Row()
		crumbs = append(crumbs, p.link(above.Key, p.Say(above.Title)))
	}
	return crumbs
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
	search    layout.Link   // among nav
	kinds     []layout.Link // in the order of the site's kinds; nil when there are very many
}

// menus gives the page's navigation.
func (p *page) menus() *menu {
	switch {
	case p.menu != nil:
	case p.Kind != plan.Entity && p.Kind != plan.Section && (p.Kind != plan.Article || p.Of != nil):
		p.menu = framer{p}.newMenu() // one of the few that the menus lead to
	default:
		at := menuPlace{p.Kind, p.Key.Kind()}
		known, ok := p.edition.menus.Load(at)
		if !ok {
			known, _ = p.edition.menus.LoadOrStore(at, framer{p}.newMenu())
		}
		p.menu = known.(*menu)
	}
	return p.menu
}

func (p framer) newMenu() *menu {
	m := &menu{home: p.link("", p.Say("home")), nav: append(p.articleLink(), p.rowLinks(plan.MainMenu)...)}
	if pages := p.site.model().Pages; len(pages) > 0 {
		m.nav = append(m.nav, p.link(pages[0].Key, p.Say("about")))
	}
	if p.site.plan.Has(p.Lang, plan.SearchKey) {
		m.search = p.link(plan.SearchKey, p.Say("search"))
	}
	m.info = append(p.freeLinks(), p.rowLinks(plan.AboutMenu)...)
	for _, k := range p.site.model().Kinds {
		if len(p.site.model().Kinds) > 4*limits.MaxMenuLinks {
			break // each kind has a menu
		}
		m.kinds = append(m.kinds, p.link(model.Key(k.ID), p.KindName(k.ID)))
	}
	return m
}

// articleLink leads to the article, or to the list of several.
func (p framer) articleLink() []layout.Link {
	var l layout.Link
	switch all := p.site.model().Articles; len(all) {
	case 0:
		return nil
	case 1:
		l = p.link(all[0].Key, p.Say("kind.articles.one"))
	default:
		l = p.link("", p.Say("kind.articles"))
		l.Href += "#articles_"
	}
	l.Current = l.Current || p.Page.Article != nil
	return []layout.Link{l}
}

// rowLinks lead to the pages that the table of kinds puts into a menu.
func (p framer) rowLinks(in plan.Menu) []layout.Link {
	var links []layout.Link
	for _, row := range plan.Kinds() {
		if row.Menu == in && p.site.plan.Leads(p.Lang, row) {
			l := p.link(row.Key, p.Say(row.Title))
			l.Current = l.Current || p.Kind.Row().Below == row.Kind || row.Kind == plan.Contents && p.Page.Entity != nil
			links = append(links, l)
		}
	}
	return links
}

// views lead to the pages of the table of kinds that say what they are, but for the page
// itself and what a server shows.
func (p framer) views() []*layout.Item {
	var items []*layout.Item
	for _, row := range plan.Kinds() {
		if p.site.plan.Leads(p.Lang, row) && row.About != "" && row.Key != p.Key && row.Kind != plan.NotFound {
			items = append(items, &layout.Item{Link: p.link(row.Key, p.Say(row.Title)), Summary: voice.MarkedWords(p.Voice, p.Lang, row.About)})
		}
	}
	return items
}

// kindLink leads to the index of a kind.
func (p *page) kindLink(id string) layout.Link {
	if p.menus().kinds == nil {
		return p.link(model.Key(id), p.KindName(id))
	}
	return p.menus().kinds[p.site.kind(id)]
}

// freeLinks lead to the free pages, or to the first of them and the page that has
// them all.
func (p framer) freeLinks() []layout.Link {
	docs := p.site.model().Pages
	var links []layout.Link
	for _, d := range docs[:min(len(docs), limits.MaxMenuLinks)] {
		links = append(links, p.docLink(d))
	}
	if len(docs) > limits.MaxMenuLinks {
		more := p.link(plan.ContentsKey, p.Say("contents.more"))
		more.Current = more.Current || p.Kind == plan.Free && slices.Index(docs, p.Doc) >= limits.MaxMenuLinks
		links = append(links, more)
	}
	return links
}
