package emit

import (
	"html/template"
	"strconv"
	"strings"

	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// divided is the page's list of a name when it goes on on other pages, and
// which part of it the page shows; nil when the page shows all of it.
func (v *view) divided(name plan.List) (*plan.Split, int) {
	if v.page.Of != nil {
		return v.page.Split, v.page.Part
	}
	return v.page.Divided(name), 0
}

// shown is what the page shows of a list that is in its order. The last page
// takes what is left, so that nothing can be lost.
func shown[T any](v *view, name plan.List, all []T) []T {
	s, part := v.divided(name)
	if s == nil {
		return all
	}
	from, to := s.Parts[part].From, s.Parts[part].To
	if part == len(s.Parts)-1 {
		to = len(all)
	}
	return all[min(from, len(all)):min(to, len(all))]
}

// fill fills in a message's arguments, each kept apart from its words.
func (v *view) fill(key string, args ...string) string {
	words := v.words(key)
	for _, a := range args {
		words = strings.Replace(words, "{}", v.apart(a), 1)
	}
	return words
}

// partNames words the parts of a list: short to choose from and, where a short
// name would not do alone, long for titles.
func (v *view) partNames(s *plan.Split) (short, long []string) {
	base := v.base()
	var names []*model.Entity
	if base.Lists != nil && !s.ByYear() {
		names = v.indexed(base.Lists)
	}
	for _, p := range s.Parts {
		switch {
		case s.ByYear():
			name := v.yearsName(p.Years, p.First != plan.NoYear)
			if p.Of > 1 {
				name = v.fill("part.of", name, strconv.Itoa(p.Number), strconv.Itoa(p.Of))
			}
			short, long = append(short, name), append(long, name)
		case base.Kind == plan.Article || base.Kind == plan.Parallel:
			name := between(strconv.Itoa(p.From+1), strconv.Itoa(p.To))
			short, long = append(short, name), append(long, v.fill("part.sections", name))
		default:
			name := strconv.Itoa(p.Number)
			page := v.fill("part.page", name, strconv.Itoa(p.Of))
			if names != nil && p.From < p.To {
				name = between(v.letter(names[p.From]), v.letter(names[p.To-1]))
			}
			short, long = append(short, name), append(long, page)
		}
	}
	return short, long
}

// yearsName words the years under which something is listed.
func (v *view) yearsName(years edtf.Listing, dated bool) string {
	if !dated {
		return v.words("part.undated")
	}
	return isolate(years.Format(v.lang), isolation(v.lang))
}

func between(from, to string) string {
	if from == to {
		return from
	}
	return from + "–" + to
}

// letter is what an entity's name begins with.
func (v *view) letter(e *model.Entity) string {
	return initial(v.title(&e.Doc), v.lang)
}

// parts leads to the pages of one of the page's lists; nil when it is whole.
// label says of what the list is.
func (v *view) parts(name plan.List, label string) *layout.Parts {
	s, at := v.divided(name)
	if s == nil {
		return nil
	}
	pages := v.words("part.pages")
	if s.ByYear() {
		pages = v.words("years")
	}
	out := &layout.Parts{
		At: at, Counts: at == 0 && (s.ByYear() || v.base().Kind == plan.Index), Label: v.fill("part.title", label, pages), Turn: v.fill("part.title", label, v.words("nav.pager")),
		PrevWord: v.words("previous"), NextWord: v.words("next"),
	}
	short, long := v.partNames(s)
	link := func(i int, text string) *layout.Link {
		return &layout.Link{Text: text, Href: v.href(s.Parts[i].Page.Path), Current: i == at}
	}
	for i, p := range s.Parts {
		if n := p.To - p.From; n > 0 {
			name := strings.ReplaceAll(short[i], "–", "\u2060–\u2060") // not to be broken
			out.Pages = append(out.Pages, layout.PartLink{Link: *link(i, name), Count: n, Entries: v.set.Count(v.lang, "part.count", n)})
		}
	}
	if s.Parts[0].To == 0 { // the page itself has none of the entries
		long[0] = v.baseTitle()
	}
	if at > 0 {
		out.Prev = link(at-1, long[at-1])
	}
	if at+1 < len(s.Parts) {
		out.Next = link(at+1, long[at+1])
	}
	return out
}

// base is the page whose list a further page continues; of other pages, the
// page itself.
func (v *view) base() *plan.Page {
	if v.page.Of != nil {
		return v.page.Of
	}
	return v.page
}

// baseTitle is the title of the page that has the list.
func (v *view) baseTitle() string {
	of := v.base()
	switch of.Kind {
	case plan.Index:
		if of.Lists == nil {
			return v.words("contents.all")
		}
		return v.kindName(of.Lists.ID)
	case plan.Home:
		return v.words("home.articles")
	case plan.Parallel:
		return v.parallelTitle()
	case plan.Map, plan.Graph, plan.Timeline, plan.Corrections, plan.Translations:
		return v.words(string(of.Kind))
	case plan.AsOf:
		return v.words("asof")
	}
	return v.title(of.Doc)
}

// further makes the frame of a page one of a page that continues a list.
func (v *view) further(c *layout.Page) {
	of := *v.page.Of
	above := *v
	above.page = &of
	of.Path = v.page.Path // the addresses are as this page has them
	c.Crumbs = above.crumbs()
	up := layout.Link{Text: v.baseTitle(), Href: v.href(v.page.Of.Path)}
	switch of.Kind {
	case plan.Home:
		up.Text = v.words("home")
	case plan.Parallel:
		up.Text = v.pairName(v.lang, of.Beside)
	}
	c.Crumbs = append(c.Crumbs, up)
	for _, links := range [][]layout.Link{c.Nav, c.Info} {
		for i := range links {
			links[i].Current = links[i].Current || links[i].Href == v.href(v.page.Of.Path)
		}
	}
	_, long := v.partNames(v.page.Split)
	name := long[v.page.Part]
	if list := v.listName(v.page.Split.List); list != "" {
		name = v.fill("part.list", list, name)
	}
	c.Title, c.Heading, c.Description = v.fill("part.title", v.baseTitle(), name), "", ""
}

// listName words one of an entity's further lists; the list of its sections
// needs no name beside the years.
func (v *view) listName(name plan.List) string {
	switch name {
	case plan.Events:
		return v.words("kind.events")
	case plan.Named:
		return v.words("entity.others")
	case plan.Mentioned:
		return v.words("entity.elsewhere")
	case plan.Relations:
		return v.words("entity.relations")
	}
	return ""
}

// summaryAlone stands for a text that is too long for a page with others.
func summaryAlone(t *model.Text, lang string) layout.Prose {
	if t.Summary == "" {
		return layout.Prose{}
	}
	p := layout.Prose{HTML: template.HTML("<p>" + t.SummaryHTML() + "</p>\n")}
	if t.Lang != lang {
		p.Lang = t.Lang
	}
	return p
}
