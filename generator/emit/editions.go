package emit

import (
	"html/template"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// languageName is a language's name in itself.
func languageName(lang string) string { return display.Self.Name(language.Make(lang)) }

// editions links to the same page in every edition.
func (v *view) editions(c *layout.Page) {
	if len(v.plan.Editions) < 2 {
		return
	}
	for _, e := range v.plan.Editions {
		key := v.page.Key
		if !v.plan.Has(e.Lang, key) {
			key = plan.ParallelKey(v.page.Article.Key)
		}
		file := v.plan.Path(e.Lang, key)
		c.Editions = append(c.Editions, layout.Link{
			Text: v.shared.editions[e.Lang].name, Href: v.href(file), Lang: e.Lang, Current: e.Lang == v.lang,
		})
		if u := v.plan.URL(file); u != "" && v.page.Kind != plan.Parallel {
			c.Alternates = append(c.Alternates, layout.Alternate{Lang: e.Lang, URL: u})
			if e.Lang == v.fallback() {
				defer func() {
					c.Alternates = append(c.Alternates, layout.Alternate{Lang: "x-default", URL: u})
				}()
			}
		}
	}
}

// stale says how the original of the page's text has changed since; nil when
// it has not.
func (v *view) stale() *layout.Stale {
	d := v.page.Doc
	original := d.Texts[v.fallback()]
	if v.text(d) == original {
		return nil
	}
	changes := model.Drift(original, v.text(d))
	if len(changes) == 0 {
		return nil
	}
	there := v.href(v.plan.Path(v.fallback(), d.Key))
	s := &layout.Stale{Original: layout.Link{Text: languageName(v.fallback()), Href: there, Lang: v.fallback()}}
	for _, c := range changes {
		if c.Block == model.Head || c.Kind == model.Removed {
			continue
		}
		text := strings.Replace(v.words("stale.paragraph"), "{}", strconv.Itoa(c.Block+1), 1)
		s.Changes = append(s.Changes, layout.Link{Text: text, Href: there + "#" + bodyPlace{}.blockID(c.Block)})
	}
	return s
}

// parallel shows the page's article in its edition and another one.
func (v *view) parallel() layout.Parallel {
	a, other := v.page.Article, *v
	other.lang, other.edition = v.page.Beside, v.shared.editions[v.page.Beside]
	pair := languageName(v.lang) + " – " + languageName(other.lang)
	out := layout.Parallel{
		Page: v.chrome(v.text(&a.Doc).Title+", "+pair, ""), Heading: v.text(&a.Doc).Title, Article: v.docLink(&a.Doc),
		Columns: [2]layout.Link{{Text: languageName(v.lang), Lang: v.lang}, {Text: languageName(other.lang), Lang: other.lang}},
	}
	for _, p := range v.plan.Pages {
		if p.Kind == plan.Parallel && p.Article == a {
			out.Pairs = append(out.Pairs, layout.Link{
				Text: languageName(p.Edition.Lang) + " – " + languageName(p.Beside), Href: v.href(p.Path), Current: p == v.page,
			})
		}
	}
	out.Sections = append(out.Sections, v.pair(&other, &a.Doc))
	for _, s := range a.Sections {
		out.Sections = append(out.Sections, v.pair(&other, &s.Doc))
	}
	return out
}

// pair sets the blocks of a text beside those of the same text in another
// edition.
func (v *view) pair(other *view, d *model.Doc) layout.ParallelSection {
	left, right := v.text(d), other.text(d)
	out := layout.ParallelSection{ID: d.Key.ID(), Titles: [2]layout.Link{
		{Text: left.Title, Href: v.hrefTo(d.Key), Lang: left.Lang}, {Text: right.Title, Href: other.hrefTo(d.Key), Lang: right.Lang},
	}}
	at := bodyPlace{prefix: d.Key.ID() + ".", deeper: 1}
	l := left.Body.FillBlocks(v.inserts(left, at))
	at.bare = true
	r := right.Body.FillBlocks(other.inserts(right, at))
	for i := range max(len(l), len(r)) {
		var row [2]layout.Prose
		if i < len(l) {
			row[0] = layout.Prose{HTML: template.HTML(l[i]), Lang: left.Lang}
		}
		if i < len(r) {
			row[1] = layout.Prose{HTML: template.HTML(r[i]), Lang: right.Lang}
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// translations says what is current, behind or missing in each further
// edition.
func (v *view) translations() layout.Translations {
	out := layout.Translations{Page: v.chrome(v.words("translations"), v.words("translations.about"))}
	for _, e := range v.plan.Editions[1:] {
		state := layout.EditionState{Name: layout.Link{Text: languageName(e.Lang), Lang: e.Lang, Href: v.href(v.plan.Path(e.Lang, ""))}, ID: "edition_" + e.Lang}
		current := 0
		for _, p := range v.plan.Pages {
			if p.Edition != e || p.Doc == nil || p.Doc.File == "" {
				continue
			}
			item := layout.Item{Link: v.docLink(p.Doc)}
			item.Href = v.href(p.Path)
			switch t := p.Doc.Texts[e.Lang]; {
			case t == nil:
				state.Missing = append(state.Missing, item)
			case len(model.Drift(p.Doc.Texts[v.fallback()], t)) > 0:
				state.Behind = append(state.Behind, item)
			default:
				current++
			}
		}
		words := v.words("translations.state")
		for _, n := range []int{current, len(state.Behind), len(state.Missing)} {
			words = strings.Replace(words, "{}", strconv.Itoa(n), 1)
		}
		state.Summary = words
		out.States = append(out.States, state)
	}
	return out
}
