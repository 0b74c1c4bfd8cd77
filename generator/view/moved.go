package view

import (
	"strings"

	"dossier/generator/layout"
	"dossier/generator/plan"
)

// Moved makes the view of the page at an old address.
func (s *Site) Moved(m plan.Moved) layout.Moved {
	e := s.editions[m.Edition.Lang]
	to := s.plan.Path(e.Lang, m.To.Key)
	c := e.card(m.To)
	page := s.set.Page(e.Lang, strings.Repeat("../", strings.Count(m.Path, "/")))
	page.Kind, page.Title, page.TitleIn = "moved", c.title, c.lang
	page.Tab, page.Canonical = e.Apart(c.title), s.plan.URL(to)
	link := layout.Link{Text: c.title, HTML: c.html, Lang: c.lang, Href: plan.RelEscaped(plan.Escape(m.Path), plan.Escape(to))}
	return layout.Moved{Page: page, To: link}
}
