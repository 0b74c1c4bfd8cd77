package emit

import (
	"html"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"dossier/generator/layout"
	"dossier/generator/limits"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// languageName is a language's name in itself.
func languageName(lang string) string { return display.Self.Name(language.Make(lang)) }

// editions links to the same page in every edition. Of very many, a page links
// to the first and to the page about translations, which has all, and names as
// alternates those that have the text in their own language: so the site grows
// with its texts, and not with the pairs of its languages.
func (v *view) editions(c *layout.Page) {
	if len(v.plan.Editions) < 2 {
		return
	}
	many := manyEditions(v.plan)
	for i, e := range v.plan.Editions {
		own := v.page.Doc != nil && v.page.Doc.Texts[e.Lang] != nil || e.Lang == v.fallback()
		if many && i >= limits.MaxMenuLinks && !own && e.Lang != v.lang {
			continue
		}
		key := v.page.Key
		same := v.plan.Has(e.Lang, key)
		if !same {
			key = v.base().Key
		}
		if v.page.Kind == plan.Parallel {
			key, same = v.parallelIn(e.Lang, key)
		}
		file := v.plan.Path(e.Lang, key)
		if !many || i < limits.MaxMenuLinks || e.Lang == v.lang {
			c.Editions = append(c.Editions, layout.Link{
				Text: v.shared.editions[e.Lang].name, Href: v.href(file), Lang: e.Lang, Current: e.Lang == v.lang,
			})
		}
		if u := v.plan.URL(file); u != "" && same && v.page.Kind != plan.Parallel && (!many || own || e.Lang == v.lang) {
			c.Alternates = append(c.Alternates, layout.Alternate{Lang: e.Lang, URL: u})
			if e.Lang == v.fallback() {
				defer func() {
					c.Alternates = append(c.Alternates, layout.Alternate{Lang: "x-default", URL: u})
				}()
			}
		}
	}
	if many {
		c.Editions = append(c.Editions, v.link(plan.TranslationsKey, v.words("contents.more")))
	}
}

func manyEditions(p *plan.Plan) bool { return len(p.Editions) > limits.MaxMenuLinks }

// parallelIn is the page of an edition that comes nearest to the parallel page
// of a key: the same two languages, else the article.
func (v *view) parallelIn(lang string, key model.Key) (_ model.Key, same bool) {
	a := v.page.Article
	for _, p := range v.plan.Parallels(a) {
		switch {
		case p.Edition.Lang != lang:
		case lang == v.lang:
			return key, true
		case p.Beside == v.lang || lang != v.fallback():
			return p.Key, false
		}
	}
	return a.Key, false
}

// stale says how the original of the page's text has changed since; nil when
// it has not.
func (v *view) stale() *layout.Stale {
	d := v.page.Doc
	original := d.Original(v.fallback())
	if v.text(d) == original {
		return nil
	}
	changes := model.Drift(original, v.text(d))
	if len(changes) == 0 {
		return nil
	}
	there := v.href(v.plan.Path(original.Lang, d.Key))
	s := &layout.Stale{Original: layout.Link{Text: languageName(original.Lang), Href: there, Lang: original.Lang}}
	for _, c := range changes {
		if c.Block == model.Head || c.Kind == model.Removed {
			continue
		}
		text := strings.Replace(v.words("stale.paragraph"), "{}", strconv.Itoa(c.Block+1), 1)
		s.Changes = append(s.Changes, layout.Link{Text: text, Href: there + "#" + bodyPlace{}.blockID(c.Block)})
	}
	return s
}

// pairName names the two languages of a parallel page.
func (v *view) pairName(lang, beside string) string {
	return v.apart(languageName(lang)) + " – " + v.apart(languageName(beside))
}

func (v *view) parallelTitle() string {
	return v.apart(v.text(&v.page.Article.Doc).Title) + ", " + v.pairName(v.lang, v.page.Beside)
}

// parallel shows the page's article in its edition and another one.
func (v *view) parallel() layout.Parallel {
	a, other := v.page.Article, *v
	other.lang, other.edition = v.page.Beside, v.shared.editions[v.page.Beside]
	out := layout.Parallel{
		Page: v.chrome(v.parallelTitle(), ""), Heading: v.text(&a.Doc).Title, Article: v.docLink(&a.Doc),
		Columns: [2]layout.Link{{Text: languageName(v.lang), Lang: v.lang}, {Text: languageName(other.lang), Lang: other.lang}},
	}
	out.Parts = v.parts(plan.Main, out.Heading)
	for _, p := range v.plan.Parallels(a) {
		if p.Edition.Lang != v.lang && p.Beside != v.lang {
			continue
		}
		out.Pairs = append(out.Pairs, layout.Link{
			Text: v.pairName(p.Edition.Lang, p.Beside), Href: v.href(p.Path), Current: p == v.base(),
		})
	}
	if v.page.Of == nil {
		out.Sections = append(out.Sections, v.pair(&other, &a.Doc))
	}
	for _, s := range shown(v, plan.Main, a.Sections) {
		out.Sections = append(out.Sections, v.pair(&other, &s.Doc))
	}
	return out
}

// pair sets the blocks of a text beside those of the same text in another
// edition.
func (v *view) pair(other *view, d *model.Doc) layout.ParallelSection {
	left, right := v.text(d), other.text(d)
	missing := [2]bool{left.Lang != v.lang, right.Lang != other.lang}
	out := layout.ParallelSection{ID: d.Key.ID(), Titles: [2]layout.Link{
		{Text: left.Title, HTML: marked(left.TitleHTML()), Href: v.hrefTo(d.Key), Lang: left.Lang},
		{Text: right.Title, HTML: marked(right.TitleHTML()), Href: other.hrefTo(d.Key), Lang: right.Lang},
	}}
	if v.plan.TooLongBeside(d, [2]string{v.lang, other.lang}) {
		out.Rows = [][2]layout.Prose{{summaryAlone(left, ""), summaryAlone(right, "")}}
		return v.untranslatedColumns(out, missing)
	}
	at := bodyPlace{prefix: d.Key.ID() + ".", deeper: 1}
	l := left.Body.FillBlocks(v.inserts(nil, left, at))
	at.bare = true
	r := right.Body.FillBlocks(other.inserts(nil, right, at))
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
	return v.untranslatedColumns(out, missing)
}

// untranslatedColumns says of a column whose text is not translated that it is
// not, instead of repeating the prose of the other one and its ids.
func (v *view) untranslatedColumns(s layout.ParallelSection, missing [2]bool) layout.ParallelSection {
	for i := range missing {
		for n := range s.Rows {
			if !missing[i] {
				break
			}
			s.Rows[n][i] = layout.Prose{}
			if n == 0 {
				s.Rows[n][i].HTML = template.HTML("<p class=\"soft\">" + html.EscapeString(v.words("parallel.missing")) + "</p>\n")
			}
		}
	}
	return s
}

// editionState is what is current, behind or missing in a further edition.
type editionState struct {
	lang            string
	current         int
	behind, missing []*model.Doc
}

// editionStates are those of all editions into which something is translated.
func editionStates(s *model.Site) []editionState {
	var states []editionState
	for _, lang := range s.Into() {
		state := editionState{lang: lang}
		for _, d := range s.Docs() {
			switch t := d.Texts[lang]; {
			case t == nil:
				state.missing = append(state.missing, d)
			case len(model.Drift(d.Original(s.Settings.Default()), t)) > 0:
				state.behind = append(state.behind, d)
			default:
				state.current++
			}
		}
		states = append(states, state)
	}
	return states
}

// untranslated is a doc that is behind or missing in an edition.
type untranslated struct {
	edition int // index of its state
	behind  bool
	doc     *model.Doc
}

// translations says what is current, behind or missing in each further
// edition, as far as the page has room for it.
func (v *view) translations() layout.Translations {
	out := layout.Translations{Page: v.chrome(v.words("translations"), v.words("translations.about"))}
	out.Parts = v.parts(plan.Main, v.words("translations"))
	var all []untranslated
	into := v.plan.Into(v.lang)
	for i, s := range v.shared.states() {
		words := v.fill("translations.state", strconv.Itoa(s.current), strconv.Itoa(len(s.behind)), strconv.Itoa(len(s.missing)))
		out.States = append(out.States, layout.EditionState{
			Name: layout.Link{Text: languageName(s.lang), Lang: s.lang, Href: v.href(v.plan.Path(s.lang, ""))}, ID: "edition_" + s.lang, Summary: words,
		})
		if !slices.Contains(into, s.lang) {
			continue
		}
		for _, d := range s.behind {
			all = append(all, untranslated{i, true, d})
		}
		for _, d := range s.missing {
			all = append(all, untranslated{i, false, d})
		}
	}
	for _, u := range shown(v, plan.Main, all) {
		item := layout.Item{Link: v.docLink(u.doc)}
		item.Href = v.href(v.plan.Path(v.shared.states()[u.edition].lang, u.doc.Key))
		if state := &out.States[u.edition]; u.behind {
			state.Behind = append(state.Behind, item)
		} else {
			state.Missing = append(state.Missing, item)
		}
	}
	if v.page.Of != nil {
		out.States = slices.DeleteFunc(out.States, func(s layout.EditionState) bool { return len(s.Behind)+len(s.Missing) == 0 })
	}
	return out
}
