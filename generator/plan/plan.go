// Package plan decides which pages a site has, in which edition and at which
// path, and how one page refers to another. Every page has exactly one path,
// and no two paths are equal even where case is ignored.
//
// The paths are the contract with readers: home is index.html; an article
// articles/<article>/index.html; a section articles/<article>/<section>.html;
// a kind <kind>/index.html; an entity <kind>/<id>.html; a free page
// pages/<slug>.html. The default edition lies at the root, every other under
// its language.
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
	"path"
	"strings"

	"golang.org/x/text/cases"

	"dossier/generator/diag"
	"dossier/generator/model"
)

// Kind says what a page shows.
type Kind string

// The kinds of pages, by the names that layouts know them.
const (
	Home        Kind = "home"
	Article     Kind = "article"
	Section     Kind = "section"
	Entity      Kind = "entity"
	Index       Kind = "index"
	Timeline    Kind = "timeline"
	Free        Kind = "page"
	Graph       Kind = "graph"
	AsOf        Kind = "as-of"
	Corrections Kind = "corrections"
	Entries     Kind = "entries" // what continues a list of an entity or of the front page
	NotFound    Kind = "404"

	// With more than one language:
	Parallel     Kind = "parallel"     // an article in two editions side by side
	Translations Kind = "translations" // what is current, behind or missing
)

// Keys of pages that no content file has.
const (
	TimelineKey    model.Key = "timeline"
	GraphKey       model.Key = "graph"
	AsOfKey        model.Key = "as-of"
	CorrectionsKey model.Key = "corrections"
	NotFoundKey    model.Key = "404"

	TranslationsKey model.Key = "translations"
)

// ParallelKey is the key of an article's parallel page in each edition: with
// the first of the other languages.
func ParallelKey(article model.Key) model.Key { return article + "/parallel" }

// Edition is the site in one language.
type Edition struct {
	Lang string
	Dir  string // "" for the default edition, else "fr/"
}

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
	Lists   *model.Kind // of an index
	Beside  string      // of a parallel page: the language of the second column

	Splits []*Split // its lists that go on on further pages
	Brief  bool     // of the front page: there are too many sections to list
	Of     *Page    // of a further page: the page whose list it continues
	Split  *Split   // likewise: the list
	Part   int      // likewise: its part of the list, from 1
}

// Plan is every page of the site.
type Plan struct {
	Site      *model.Site
	Editions  []Edition
	Pages     []*Page // by edition, then in reading order
	planner   *planner
	paths     map[place]string
	parallels map[*model.Article][]*Page
}

type place struct {
	lang string
	key  model.Key
}

// New plans the pages of a site. The diagnostics are pages that would share a
// path.
func New(site *model.Site) (*Plan, diag.List) { return Within(Bounds(), site) }

// Within is New with other limits of what a page may hold.
func Within(limits Limits, site *model.Site) (*Plan, diag.List) {
	p := &Plan{Site: site, paths: map[place]string{}, parallels: map[*model.Article][]*Page{}, planner: newPlanner(site, limits)}
	for i, lang := range site.Settings.Languages {
		e := Edition{Lang: lang}
		if i > 0 {
			e.Dir = lang + "/"
		}
		p.Editions = append(p.Editions, e)
		p.edition(e)
	}
	return p, p.collisions()
}

func (p *Plan) add(e Edition, file string, page Page) {
	page.Edition, page.Path = e, e.Dir+file
	p.Pages = append(p.Pages, &page)
	p.paths[place{e.Lang, page.Key}] = page.Path
	if page.Kind == Parallel && page.Of == nil {
		p.parallels[page.Article] = append(p.parallels[page.Article], &page)
	}
	for _, s := range page.Splits {
		p.further(e, &page, s)
	}
}

func (p *Plan) edition(e Edition) {
	s := p.Site
	home := Page{Kind: Home, Doc: s.Home}
	home.Brief = p.planner.brief()
	home.Splits = p.planner.once(Home, p.planner.home)
	p.add(e, "index.html", home)
	for _, a := range s.Articles {
		p.add(e, string(a.Key)+"/index.html", Page{Kind: Article, Key: a.Key, Doc: &a.Doc, Article: a, Splits: p.planner.article(a)})
		for _, sec := range a.Sections {
			p.add(e, string(sec.Key)+".html", Page{Kind: Section, Key: sec.Key, Doc: &sec.Doc, Article: a, Section: sec})
		}
		p.parallel(e, a)
	}
	for i := range s.Kinds {
		k := &s.Kinds[i]
		p.add(e, k.ID+"/index.html", Page{Kind: Index, Key: model.Key(k.ID), Lists: k, Splits: p.planner.once(k.ID, func() []*Split { return p.planner.index(k) })})
	}
	for _, x := range s.Entities {
		p.add(e, string(x.Key)+".html", Page{Kind: Entity, Key: x.Key, Doc: &x.Doc, Entity: x, Splits: p.planner.entity(x, e.Lang)})
	}
	for _, d := range s.Corpus.Pages {
		p.add(e, string(d.Key)+".html", Page{Kind: Free, Key: d.Key, Doc: d})
	}
	p.add(e, "timeline.html", Page{Kind: Timeline, Key: TimelineKey, Splits: p.planner.once(Timeline, p.planner.timeline)})
	if located(s) {
		p.add(e, "map.html", Page{Kind: Map, Key: MapKey, Splits: p.planner.once(Map, p.planner.places)})
	}
	p.relations(e)
	if len(s.Settings.Languages) > 1 {
		p.add(e, "translations.html", Page{Kind: Translations, Key: TranslationsKey, Splits: p.planner.once(Translations, p.planner.translations)})
	}
	p.add(e, "corrections.html", Page{Kind: Corrections, Key: CorrectionsKey, Splits: p.planner.once(Corrections, p.planner.corrections)})
	if e.Dir == "" {
		p.add(e, "404.html", Page{Kind: NotFound, Key: NotFoundKey})
	}
}

// parallel plans an article's pages of an edition beside each other one.
func (p *Plan) parallel(e Edition, a *model.Article) {
	first := true
	for _, lang := range p.Site.Settings.Languages {
		if lang == e.Lang {
			continue
		}
		key := ParallelKey(a.Key)
		if !first {
			key += "-" + model.Key(lang)
		}
		first = false
		p.add(e, string(key)+".html", Page{Kind: Parallel, Key: key, Article: a, Beside: lang, Splits: p.planner.parallel(a, [2]string{e.Lang, lang})})
	}
}

// relations adds the pages of all relations, as far as there are any.
func (p *Plan) relations(e Edition) {
	related, dated := false, false
	for _, x := range p.Site.Entities {
		for _, r := range x.Relations {
			related = true
			dated = dated || !r.When.IsZero()
		}
	}
	if related {
		p.add(e, "graph.html", Page{Kind: Graph, Key: GraphKey, Splits: p.planner.once(Graph, p.planner.bonds)})
	}
	if dated {
		p.add(e, "as-of.html", Page{Kind: AsOf, Key: AsOfKey, Splits: p.planner.once(AsOf, p.planner.asOf)})
	}
}

// collisions reports pages and files that would share a path on a disk that
// ignores case, each file once.
func (p *Plan) collisions() diag.List {
	var faults diag.List
	fold := cases.Fold()
	owner, reported := map[string]string{}, map[string]bool{}
	claim := func(file, out string) {
		key := fold.String(out)
		other, taken := owner[key]
		if !taken {
			owner[key] = file
			return
		}
		if file == "" {
			file, other = other, file
		}
		if other == "" {
			other = "a list of the site"
		}
		if !reported[file] {
			reported[file] = true
			faults.Add(diag.Pos{File: file}, diag.DuplicateURL, "this file and %s would both be %s; rename this file", other, out)
		}
	}
	for _, page := range p.Pages {
		file := ""
		if page.Doc != nil {
			file = page.Doc.File
		}
		claim(file, page.Path)
	}
	for _, m := range p.Site.Media {
		claim(m.File, m.File)
	}
	return faults
}

// Path is the path of the page that shows key in the edition of lang. It
// panics when there is none: references are resolved before.
func (p *Plan) Path(lang string, key model.Key) string {
	file, ok := p.paths[place{lang, key}]
	if !ok {
		panic(fmt.Sprintf("plan: no page for %q in %q", key, lang))
	}
	return file
}

// Parallels are an article's pages in two languages, of all editions.
func (p *Plan) Parallels(a *model.Article) []*Page { return p.parallels[a] }

// Has reports whether the edition of lang has a page for key.
func (p *Plan) Has(lang string, key model.Key) bool {
	_, ok := p.paths[place{lang, key}]
	return ok
}

// URL is the absolute address of a path, or "" when the base is not known.
func (p *Plan) URL(file string) string {
	if p.Site.Settings.BaseURL == "" {
		return ""
	}
	if file == "index.html" || strings.HasSuffix(file, "/index.html") {
		file = strings.TrimSuffix(file, "index.html")
	}
	return p.Site.Settings.BaseURL + escape(file)
}

// Rel is the relative address of the page at path to, as the page at path
// from refers to it. It always names a file, so that it works from disk.
func Rel(from, to string) string {
	dir := path.Dir(from)
	up := ""
	for dir != "." && !strings.HasPrefix(to, dir+"/") {
		dir, up = path.Dir(dir), up+"../"
	}
	if dir != "." {
		to = to[len(dir)+1:]
	}
	return up + escape(to)
}

// escape writes a path as the path of a URL.
func escape(file string) string {
	return (&url.URL{Path: file}).EscapedPath()
}
