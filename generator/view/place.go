package view

import (
	"net/url"
	"strings"
	"unique"

	"dossier/generator/model"
	"dossier/generator/plan"
)

// place is where a page lies, from which it refers to others.
type place struct {
	path   string                // of the page, escaped
	folder string                // that it is in, within its edition, escaped
	depth  int                   // of that folder
	top    unique.Handle[string] // the first part of it
	root   string                // of 404.html: the site's root on its server; else ""
}

func (s *Site) placeOf(p *plan.Page) place {
	at := place{path: plan.Escape(p.Path)}
	at.folder = at.path[len(p.Edition.Dir) : strings.LastIndexByte(at.path, '/')+1]
	at.depth, at.top = strings.Count(at.folder, "/"), topOf(at.folder)
	if p.Kind == plan.NotFound {
		at.root = s.basePath()
	}
	return at
}

// basePath is the path of the site's root on its server. Only 404.html uses
// it: a server shows that page at any address.
func (s *Site) basePath() string {
	u, err := url.Parse(s.plan.Site.Settings.BaseURL)
	if err != nil || u.Path == "" {
		return "/"
	}
	return u.EscapedPath()
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

// href is the address of a path of the site, as the page refers to it.
func (at *place) href(file string) string { return at.hrefAt(plan.Escape(file)) }

// hrefAt is href for a path that is escaped.
func (at *place) hrefAt(path string) string {
	if at.root != "" {
		return at.root + path
	}
	return plan.RelEscaped(at.path, path)
}

// hrefOf is the address of the page of a card of the page's edition. It makes no
// new text, unless it leads up and down again within a folder.
func (at *place) hrefOf(c *card) string {
	if at.root != "" {
		return at.hrefAt(c.path)
	}
	if c.top != at.top && 3*at.depth <= len(climbs) {
		return c.way[len(climbs)-3*at.depth:]
	}
	path := c.way[len(climbs):]
	common := 0 // how much of both is folders that they share
	for i := 0; i < len(at.folder) && i < len(path) && at.folder[i] == path[i]; i++ {
		if path[i] == '/' {
			common = i + 1
		}
	}
	if common == len(at.folder) {
		return path[common:]
	}
	return at.hrefAt(c.path)
}

// hrefTo is the address of a key's page in the page's edition.
func (p *page) hrefTo(key model.Key) string { return p.hrefIn(p.edition, key) }

// hrefIn is the address of a key's page in an edition.
func (p *page) hrefIn(e *edition, key model.Key) string {
	n, ok := e.lists.Find(key)
	switch {
	case !ok:
		return p.href(p.site.plan.Path(e.Lang, key))
	case e != p.edition:
		return p.hrefAt(e.cardOf(n).path)
	}
	return p.hrefOf(e.cardOf(n))
}
