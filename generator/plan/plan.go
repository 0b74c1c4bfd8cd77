// Package plan decides which pages a site has, in which edition and at which
// path, and how one page refers to another. Every page has exactly one path,
// and no two paths are equal even where case is ignored.
//
// The paths are the contract with readers: home is index.html; an article
// articles/<article>/index.html; a section articles/<article>/<section>.html;
// a kind <kind>/index.html; an entity <kind>/<id>.html; a free page
// pages/<slug>.html; the index of all of these contents.html. The default
// edition lies at the root, every other under its language.
//
// A list too long for its page goes on on further pages. What continues
// X.html lies in the folder X: countries/russia/2019.html,
// events/index/2019.html, articles/a/index/2.html. Such a folder is nobody
// else's: ids have no files in folders of their own, and what could make
// another folder of that name, an entity or a section called "index", would
// take the place of X.html itself. Pages at an edition's root are continued
// beside it, timeline-2019.html, since folders there are those of kinds and
// languages. The front page's articles go on in articles/2019.html: in that
// folder each article has a folder, and no file of its own. An id has no dot,
// so that the key of a further page, its path, is no doc's.
package plan

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"sync"

	"dossier/generator/diag"
	"dossier/generator/limits"
	"dossier/generator/lists"
	"dossier/generator/model"
)

// ParallelKey is the key of an article's parallel page in a further edition,
// and in the default one of that beside the first of the others.
func ParallelKey(article model.Key) model.Key { return article + "/parallel" }

// Edition is the site in one language.
type Edition struct {
	Lang string
	Dir  string // "" for the default edition, else "fr/"
}

// Feed is the path of the edition's feed.
func (e Edition) Feed() string { return e.Dir + "feed.xml" }

// Card is the path of the card of an article of the edition; of "" that of its
// front page.
func (e Edition) Card(article model.Key) string {
	if article == "" {
		return "assets/cards/" + e.Lang + ".png"
	}
	return "assets/cards/" + e.Lang + "/" + article.ID() + ".png"
}

// Index is the path of the folder of the edition's search index.
func (e Edition) Index() string { return "search/" + e.Lang + "/" }

// Page is one page of one edition.
type Page struct {
	Kind    Kind
	Key     model.Key
	Path    string // slash-separated, from the site's root
	Edition Edition

	Doc     *model.Doc     // the content it shows; nil for lists
	Article *model.Article // of an article or section
	Section *model.Section
	Entity  *model.Entity
	IndexOf *model.Kind // of an index
	Beside  string      // of a parallel page: the language of the second column

	Splits []*Split // its lists that go on on further pages
	Brief  bool     // of the front page: there are too many sections to list
	Of     *Page    // of a further page: the page whose list it continues
	Split  *Split   // likewise: the list
	Part   int      // likewise: its part of the list, from 1
}

// Plan is every page of the site.
type Plan struct {
	Site     *model.Site
	Lists    *lists.Lists
	Editions []Edition
	Pages    []*Page // by edition, then in reading order
	Moved    []Moved // by doc, then by edition

	planner   *planner
	parallels map[*model.Article][]*Page

	numbers map[model.Key]int32 // of keys
	paths   [][]string          // by edition, then by number; "" where the edition has no such page
}

// New plans the pages of a site. The diagnostics are pages that would share a
// path.
func New(site *model.Site) (*Plan, diag.List) { return Within(Bounds(), site) }

// Within is New with other limits of what a page may hold.
func Within(limits Limits, site *model.Site) (*Plan, diag.List) {
	most := mostPages(site)
	planner := newPlanner(site, limits)
	p := &Plan{
		Site: site, Lists: planner.lists, Pages: make([]*Page, 0, most*len(site.Settings.Languages)), planner: planner, parallels: map[*model.Article][]*Page{},
		numbers: make(map[model.Key]int32, most), paths: make([][]string, len(site.Settings.Languages)),
	}
	for i, lang := range site.Settings.Languages {
		e := Edition{Lang: lang}
		if i > 0 {
			e.Dir = lang + "/"
		}
		p.Editions = append(p.Editions, e)
		p.paths[i] = make([]string, 0, most)
		b := builder{p, e, i, make([]Page, 0, most)}
		b.edition()
	}
	p.Moved = p.oldAddresses()
	return p, p.collisions()
}

// mostPages is room for the pages of an edition.
func mostPages(s *model.Site) int {
	const lists = 16 // home, timeline and so on
	n := lists + len(s.Articles)*len(s.Settings.Languages) + len(s.Kinds) + len(s.Entities) + len(s.Corpus.Pages)
	for _, a := range s.Articles {
		n += len(a.Sections)
	}
	return n
}

// builder adds an edition to a plan.
type builder struct {
	*Plan
	Edition
	at    int    // index of the edition
	pages []Page // the last, with room for more
}

func (b *builder) add(file string, page Page) {
	page.Edition, page.Path = b.Edition, b.Dir+file
	if len(b.pages) == cap(b.pages) { // to grow would leave behind all that Pages point to
		b.pages = make([]Page, 0, 256)
	}
	b.pages = append(b.pages, page)
	b.Pages = append(b.Pages, &b.pages[len(b.pages)-1])
	n, ok := b.numbers[page.Key]
	if !ok {
		n = int32(len(b.numbers))
		b.numbers[page.Key] = n
	}
	paths := b.paths[b.at]
	for int(n) >= len(paths) {
		paths = append(paths, "")
	}
	paths[n] = page.Path
	b.paths[b.at] = paths
	added := b.Pages[len(b.Pages)-1]
	if page.Kind == Parallel && page.Of == nil {
		b.parallels[page.Article] = append(b.parallels[page.Article], added)
	}
	for _, s := range page.Splits {
		b.further(added, s)
	}
}

func (b *builder) edition() {
	s, p := b.Site, b.planner
	ed := b.Lists.In(b.Lang, lists.Order{})
	var ofEntities [][]*Split
	var dividing sync.WaitGroup
	dividing.Go(func() { ofEntities = each(s.Entities, func(x *model.Entity) []*Split { return p.entity(ed, x) }) })
	b.add("index.html", Page{Kind: Home, Doc: s.Home, Brief: p.brief, Splits: p.only(ed.Articles(p.brief))})
	for _, a := range s.Articles {
		b.add(string(a.Key)+"/index.html", Page{Kind: Article, Key: a.Key, Doc: &a.Doc, Article: a, Splits: p.only(ed.Chapters(a))})
		for _, sec := range a.Sections {
			b.add(string(sec.Key)+".html", Page{Kind: Section, Key: sec.Key, Doc: &sec.Doc, Article: a, Section: sec})
		}
		b.parallel(a)
	}
	for i := range s.Kinds {
		k := &s.Kinds[i]
		b.add(k.ID+"/index.html", Page{Kind: Index, Key: model.Key(k.ID), IndexOf: k, Splits: p.only(ed.Index(k))})
	}
	dividing.Wait()
	for i, x := range s.Entities {
		b.add(string(x.Key)+".html", Page{Kind: Entity, Key: x.Key, Doc: &x.Doc, Entity: x, Splits: ofEntities[i]})
	}
	for _, d := range s.Pages {
		b.add(string(d.Key)+".html", Page{Kind: Free, Key: d.Key, Doc: d})
	}
	for _, r := range kinds {
		if r.File == "" || r.Has != nil && !r.Has(ed) {
			continue
		}
		page := Page{Kind: r.Kind, Key: r.Key}
		if r.List != nil {
			page.Splits = p.only(r.List(ed))
		}
		b.add(r.File, page)
	}
}

// parallel plans an article's pages of an edition beside others: of the default
// edition beside each into which something of the article is translated, and of
// such a one beside the default. So there are as many as translations, and not
// as pairs of languages.
func (b *builder) parallel(a *model.Article) {
	languages := b.Site.Settings.Languages
	others := languages[:1]
	if b.at == 0 {
		others = languages[1:]
	}
	for i, lang := range others {
		if !sideBySide(a, b.Lang, lang) {
			continue
		}
		key := ParallelKey(a.Key)
		if i > 0 {
			key += "-" + model.Key(lang)
		}
		b.add(string(key)+".html", Page{Kind: Parallel, Key: key, Article: a, Beside: lang, Splits: b.besides(a, [2]string{b.Lang, lang})})
	}
}

// besides divides an article in two languages.
func (b *builder) besides(a *model.Article, languages [2]string) []*Split {
	return b.planner.limits.divide(b.Lists.Pair(&a.Doc, languages), b.Lists.Pairs(a, languages))
}

// sideBySide reports whether any text of an article exists in both languages.
func sideBySide(a *model.Article, lang, other string) bool {
	both := func(d *model.Doc) bool { return d.Texts.In(lang) != nil && d.Texts.In(other) != nil }
	return both(&a.Doc) || slices.ContainsFunc(a.Sections, func(s *model.Section) bool { return both(&s.Doc) })
}

// Path is the path of the page that shows key in the edition of lang. It
// panics when there is none: references are resolved before.
func (p *Plan) Path(lang string, key model.Key) string {
	file := p.path(lang, key)
	if file == "" {
		panic(fmt.Sprintf("plan: no page for %q in %q", key, lang))
	}
	return file
}

// ManyEditions reports whether there are so many editions that pages name only
// some of the others.
func (p *Plan) ManyEditions() bool { return len(p.Editions) > limits.MaxMenuLinks }

// Parallels are an article's pages in two languages, of all editions.
func (p *Plan) Parallels(a *model.Article) []*Page { return p.parallels[a] }

// Has reports whether the edition of lang has a page for key.
func (p *Plan) Has(lang string, key model.Key) bool { return p.path(lang, key) != "" }

// Leads reports whether the edition of lang has a page of its own of a kind, to which a menu may
// lead: a list with something in it.
func (p *Plan) Leads(lang string, row Row) bool {
	switch row.Kind {
	case Timeline:
		return len(p.Lists.ByDate) > 0
	case Contents:
		return len(p.Lists.Entities) > 0 || len(p.Site.Pages) > limits.MaxMenuLinks
	}
	return row.Key != "" && p.Has(lang, row.Key)
}

// path is a page's path, or "".
func (p *Plan) path(lang string, key model.Key) string {
	n, ok := p.numbers[key]
	at := slices.IndexFunc(p.Editions, func(e Edition) bool { return e.Lang == lang })
	if !ok || at < 0 || int(n) >= len(p.paths[at]) {
		return ""
	}
	return p.paths[at][n]
}

// URL is the absolute address of a path, or "" when the base is not known.
func (p *Plan) URL(file string) string {
	if p.Site.Settings.BaseURL == "" {
		return ""
	}
	if file == "index.html" || strings.HasSuffix(file, "/index.html") {
		file = strings.TrimSuffix(file, "index.html")
	}
	return p.Site.Settings.BaseURL + Escape(file)
}

// RelEscaped is the relative address of the page at path to, as the page at
// path from refers to it; Escape gave both paths. It always names a file, so
// that it works from disk.
func RelEscaped(from, to string) string {
	common := 0 // how much of both is folders that they share
	for i := 0; i < len(from) && i < len(to) && from[i] == to[i]; i++ {
		if from[i] == '/' {
			common = i + 1
		}
	}
	return climb(strings.Count(from[common:], "/")) + to[common:]
}

// climb leads n folders up.
func climb(n int) string {
	const some = "../../../../"
	if n <= len(some)/3 {
		return some[:3*n]
	}
	return strings.Repeat("../", n)
}

// Escape writes a path as the path of a URL.
func Escape(file string) string {
	plain := true // as nearly all are: then there is nothing to make
	for i := range len(file) {
		c := file[i]
		plain = plain && (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c == '-' || c == '.' || c == '/' || c == '_')
	}
	if plain {
		return file
	}
	return (&url.URL{Path: file}).EscapedPath()
}
