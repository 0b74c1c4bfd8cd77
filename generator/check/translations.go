package check

import (
	"fmt"
	"html"
	"strings"

	"dossier/generator/diag"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// translations reports pages that an edition shows in the default language.
func translations(p *plan.Plan) diag.List {
	var faults diag.List
	for _, page := range p.Pages {
		if page.Doc == nil || page.Doc.File == "" || page.Doc.Unread {
			continue
		}
		if _, ok := page.Doc.Texts[page.Edition.Lang]; !ok {
			file := page.Doc.File
			faults.Add(diag.Pos{File: file}, diag.MissingTranslation, "there is no %s edition; write %s", page.Edition.Lang, file[:len(file)-len("md")]+page.Edition.Lang+".md")
		}
	}
	return faults
}

// changesNamed is how many changes of an original one diagnostic spells out.
const changesNamed = 4

// drift reports translations whose originals have changed since, and how.
func drift(p *plan.Plan) diag.List {
	var faults diag.List
	fallback := p.Site.Settings.Default()
	for _, page := range p.Pages {
		if page.Doc == nil || page.Doc.Unread || page.Edition.Lang == fallback {
			continue
		}
		t := page.Doc.Texts[page.Edition.Lang]
		if t == nil {
			continue
		}
		original := page.Doc.Texts[fallback]
		changes := model.Drift(original, t)
		if len(changes) == 0 {
			continue
		}
		var words []string
		for _, c := range changes[:min(changesNamed, len(changes))] {
			words = append(words, wordChange(original, c))
		}
		if more := len(changes) - len(words); more > 0 {
			words = append(words, fmt.Sprintf("and %d more", more))
		}
		faults.Add(t.TranslatesPos, diag.StaleTranslation, "%s has changed: %s; bring this text up to date, then run dossier translated on it", original.File, strings.Join(words, ", "))
	}
	return faults
}

// wordChange says what happened to a block of the original, and how it begins
// now.
func wordChange(original *model.Text, c model.Change) string {
	switch {
	case c.Block == model.Head:
		return "title or summary changed"
	case c.Kind == model.Removed:
		return fmt.Sprintf("a paragraph before paragraph %d was removed", c.Block+1)
	case c.Kind == model.Added:
		return fmt.Sprintf("paragraph %d is new (%q)", c.Block+1, beginning(original, c.Block))
	}
	return fmt.Sprintf("paragraph %d changed (%q)", c.Block+1, beginning(original, c.Block))
}

// beginning is how a block begins, as plain text.
func beginning(t *model.Text, block int) string {
	const most = 48 // characters
	b := t.Body.Blocks[block]
	text := []rune(html.UnescapeString(strings.TrimSpace(t.Body.Plain(b.Start, b.End))))
	if len(text) <= most {
		return string(text)
	}
	return strings.TrimSpace(string(text[:most])) + "…"
}
