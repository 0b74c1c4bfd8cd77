package check

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"dossier/generator/diag"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/prose"
)

// maxNamed is how many missing translations one diagnostic names.
const maxNamed = 3

// translations reports, once for each language, the pages that its edition shows in
// the language of the original. Pages that accept this are left out.
func translations(p *plan.Plan) diag.List {
	var faults diag.List
	accept := map[string]bool{}
	for _, a := range p.Site.Accepts {
		if a.Code == diag.MissingTranslation {
			accept[a.Pos.File] = true
		}
	}
	docs := p.Site.Docs()
	for i, e := range p.Editions {
		var files []string
		missing := 0
		for _, d := range docs {
			if !d.Lacks(e.Lang) || accept[d.File] {
				continue
			}
			if missing++; missing <= maxNamed {
				files = append(files, strings.TrimSuffix(d.File, "md")+e.Lang+".md")
			}
		}
		if missing == 0 {
			continue
		}
		what := "1 page"
		if missing > 1 {
			what = fmt.Sprintf("%d pages", missing)
		}
		faults.Add(p.Site.Settings.LanguagePos[i], diag.MissingTranslation, "there is no %s edition of %s; write %s", e.Lang, what, andMore(files, missing))
	}
	return faults
}

// declared reports, once for each language, the kinds and relations that have no
// name in it.
func declared(p *plan.Plan) diag.List {
	var faults diag.List
	settings := &p.Site.Settings
	for _, lang := range settings.Languages[1:] {
		var nameless []string
		var first diag.Pos
		lacks := func(id string, at diag.Pos, names ...model.Words) {
			if slices.ContainsFunc(names, func(w model.Words) bool { return w[lang] == "" }) {
				if len(nameless) == 0 {
					first = at
				}
				nameless = append(nameless, id)
			}
		}
		for _, k := range p.Site.Kinds {
			if k.Names != nil {
				lacks(k.ID, k.Pos, k.Names)
			}
		}
		for _, r := range settings.Relations {
			lacks(r.ID, r.Pos, r.Name, r.Inverse)
		}
		if len(nameless) > 0 {
			faults.Add(first, diag.Untranslated, "%s no name in %q, so that in %q stands in; write name: {%s: …, %s: …}",
				several(nameless), lang, settings.Default(), settings.Default(), lang)
		}
	}
	return faults
}

// several lists ids as what a sentence is about, the first of many.
func several(ids []string) string {
	verb := "have"
	if len(ids) == 1 {
		verb = "has"
	}
	return andMore(ids[:min(maxNamed, len(ids))], len(ids)) + " " + verb
}

// andMore lists the first of so many names.
func andMore(first []string, all int) string {
	which := strings.Join(first, ", ")
	if more := all - len(first); more > 0 {
		which += fmt.Sprintf(" and %d more", more)
	}
	return which
}

// maxChanges is how many changes of an original one diagnostic describes.
const maxChanges = 4

// drift reports translations whose originals have changed since, and the changes.
func drift(p *plan.Plan) diag.List { return driftOf(p, p.Pages) }

// driftOf is drift for some pages.
func driftOf(p *plan.Plan, pages []*plan.Page) diag.List {
	var faults diag.List
	fallback := p.Site.Settings.Default()
	titles := sync.OnceValue(func() map[model.Key]string { return titlesOf(p.Site, fallback) })
	for _, page := range pages {
		if page.Doc == nil || page.Doc.Unread {
			continue
		}
		t := page.Doc.Texts.In(page.Edition.Lang)
		original := page.Doc.Original(fallback)
		if t == nil || t == original {
			continue
		}
		changes := model.Drift(original, t)
		if len(changes) == 0 {
			continue
		}
		var words []string
		labels := labelsOf(p.Site.Anchors.Of(original), titles())
		for _, c := range changes[:min(maxChanges, len(changes))] {
			words = append(words, wordChange(original, c, labels))
		}
		if more := len(changes) - len(words); more > 0 {
			words = append(words, fmt.Sprintf("and %d more", more))
		}
		faults.Add(t.TranslatesPos, diag.StaleTranslation,
			"%s has changed: %s; bring this text up to date, then run dossier translated on it", original.File, strings.Join(words, ", "))
	}
	return faults
}

// wordChange says what happened to a block of the original, and how it begins
// now.
func wordChange(original *model.Text, c prose.Change, labels []prose.Insert) string {
	switch {
	case c.Block == prose.Head:
		return "title or summary changed"
	case c.Kind == prose.Removed:
		return fmt.Sprintf("a paragraph before paragraph %d was removed", c.Block+1)
	case c.Kind == prose.Added:
		return fmt.Sprintf("paragraph %d is new (%q)", c.Block+1, beginning(original, c.Block, labels))
	}
	return fmt.Sprintf("paragraph %d changed (%q)", c.Block+1, beginning(original, c.Block, labels))
}

// titlesOf gives the names and titles, as HTML, of everything that a link can lead to.
func titlesOf(site *model.Site, fallback string) map[model.Key]string {
	titles := map[model.Key]string{}
	for _, k := range site.Kinds { // a link can lead to the list of a kind
		titles[model.Key(k.ID)] = k.ID
	}
	for _, d := range site.Docs() {
		titles[d.Key] = d.Original(fallback).TitleHTML()
	}
	for _, e := range site.Entities {
		titles[e.Key] = e.NameHTML(fallback, fallback)
	}
	return titles
}

// labelsOf gives words for the links that have none of their own.
func labelsOf(anchors []model.Anchor, titles map[model.Key]string) []prose.Insert {
	var labels []prose.Insert
	for _, a := range anchors {
		if a.Label >= 0 {
			labels = append(labels, prose.Insert{At: int(a.Label), Text: titles[a.Target]})
		}
	}
	return labels
}

// beginning is how a block begins, as plain text.
func beginning(t *model.Text, block int, labels []prose.Insert) string {
	const most = 48 // characters
	text := []rune(string(t.Body.AppendPlain(nil, block, labels)))
	if len(text) <= most {
		return string(text)
	}
	return strings.TrimSpace(string(text[:most])) + "…"
}
