// Package plan decides which pages a site has, in which edition and at which
// path, and how one page refers to another. Every page has exactly one path,
// and no two paths are equal even where case is ignored.
//
// The paths are the contract with readers: home is index.html; an article
// articles/<article>/index.html; a section articles/<article>/<section>.html;
// a kind <kind>/index.html; an entity <kind>/<id>.html; a free page
// pages/<slug>.html. The default edition lies at the root, every other under
// its language.
package plan

import (
	"fmt"
	"net/url"
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
}

// Plan is every page of the site.
type Plan struct {
	Site     *model.Site
	Editions []Edition
	Pages    []*Page // by edition, then in reading order
	paths    map[place]string
}

type place struct {
	lang string
	key  model.Key
}

// New plans the pages of a site. The diagnostics are pages that would share a
// path.
func New(site *model.Site) (*Plan, diag.List) {
	p := &Plan{Site: site, paths: map[place]string{}}
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
}

func (p *Plan) edition(e Edition) {
	s := p.Site
	p.add(e, "index.html", Page{Kind: Home, Doc: s.Home})
	for _, a := range s.Articles {
		p.add(e, string(a.Key)+"/index.html", Page{Kind: Article, Key: a.Key, Doc: &a.Doc, Article: a})
		for _, sec := range a.Sections {
			p.add(e, string(sec.Key)+".html", Page{Kind: Section, Key: sec.Key, Doc: &sec.Doc, Article: a, Section: sec})
		}
		p.parallel(e, a)
	}
	for i := range s.Kinds {
		k := &s.Kinds[i]
		p.add(e, k.ID+"/index.html", Page{Kind: Index, Key: model.Key(k.ID), Lists: k})
	}
	for _, x := range s.Entities {
		p.add(e, string(x.Key)+".html", Page{Kind: Entity, Key: x.Key, Doc: &x.Doc, Entity: x})
	}
	for _, d := range s.Corpus.Pages {
		p.add(e, string(d.Key)+".html", Page{Kind: Free, Key: d.Key, Doc: d})
	}
	p.add(e, "timeline.html", Page{Kind: Timeline, Key: TimelineKey})
	if located(s) {
		p.add(e, "map.html", Page{Kind: Map, Key: MapKey})
	}
	p.relations(e)
	if len(s.Settings.Languages) > 1 {
		p.add(e, "translations.html", Page{Kind: Translations, Key: TranslationsKey})
	}
	p.add(e, "corrections.html", Page{Kind: Corrections, Key: CorrectionsKey})
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
		p.add(e, string(key)+".html", Page{Kind: Parallel, Key: key, Article: a, Beside: lang})
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
		p.add(e, "graph.html", Page{Kind: Graph, Key: GraphKey})
	}
	if dated {
		p.add(e, "as-of.html", Page{Kind: AsOf, Key: AsOfKey})
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
	return p.Site.Settings.BaseURL + Escape(file)
}

// Rel is the relative address of the page at path to, as the page at path
// from refers to it. It always names a file, so that it works from disk.
func Rel(from, to string) string { return RelEscaped(Escape(from), Escape(to)) }

// RelEscaped is Rel for paths that Escape gave.
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
