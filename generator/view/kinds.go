package view

import (
	"fmt"
	"reflect"

	"dossier/generator/layout"
	"dossier/generator/plan"
)

// maker makes the views of pages of a kind, which are values of one type.
type maker struct {
	view func(*page) any
	kind reflect.Type // of the view
}

func of[V any](view func(*page) V) maker {
	return maker{func(p *page) any { return view(p) }, reflect.TypeFor[V]()}
}

// makers are for all kinds of plan.Kinds.
var makers = map[plan.Kind]maker{
	plan.Home:         of(home),
	plan.Article:      of(article),
	plan.Section:      of(sectionPage),
	plan.Parallel:     of(parallel),
	plan.Entity:       of(entity),
	plan.Index:        of(index),
	plan.Free:         of(free),
	plan.Entries:      of(entries),
	plan.Contents:     of(contents),
	plan.Timeline:     of(timeline),
	plan.Map:          of(mapPage),
	plan.Graph:        of(graph),
	plan.AsOf:         of(asOf),
	plan.Search:       of(searchPage),
	plan.Translations: of(translations),
	plan.Sources:      of(sources),
	plan.Corrections:  of(corrections),
	plan.NotFound:     of(notFound),
}

// View makes the view of a page of the plan.
func (s *Site) View(page *plan.Page) any {
	m, ok := makers[page.Kind]
	if !ok {
		panic(fmt.Sprintf("view: no view shows pages of the kind %q", page.Kind))
	}
	return m.view(s.page(page))
}

func free(p *page) layout.Free {
	text := p.Text(p.Doc)
	return layout.Free{Page: p.frame(summaryOf(p, text)), Byline: retelling(p, p.Doc.Retold), Body: p.prose(text, bodyPlace{}), TOC: toc(text, bodyPlace{})}
}

// Templates are the layouts that the pages need, with the types of their views.
func Templates() []layout.Template {
	var all []layout.Template
	known := map[string]bool{}
	for _, row := range plan.Kinds() {
		if !known[row.Template] {
			known[row.Template] = true
			all = append(all, layout.Template{Name: row.Template, View: makers[row.Kind].kind})
		}
	}
	return append(all, layout.Template{Name: "moved", View: reflect.TypeFor[layout.Moved]()})
}
