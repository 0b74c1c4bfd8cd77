package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dossier/generator/check/anniversary"
	"dossier/generator/diag"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// anniversaries reports an event whose name or text calls it an anniversary
// of a year that is not that many years before it. It is reported only where
// the year counted from is known: from the same sentence, or from the date of
// an entity that the event is tied to and named after.
func anniversaries(p *plan.Plan) diag.List {
	c := claims{Plan: p, byNumber: map[int][]*model.Entity{}}
	c.collect()
	if c.all == nil {
		return nil
	}
	c.entities = entitiesOf(p)
	var faults diag.List
	for _, x := range c.all {
		for _, n := range x.numbers {
			from, where, ok := c.contradiction(x.event, n)
			if !ok {
				continue
			}
			faults.Add(x.event.DatePos, diag.DateConflict,
				"the event is dated %s, but the %s anniversary of %d is %d (%s); correct the date or the number",
				x.event.Date, ordinal(n), from, from+n, where)
			break
		}
	}
	return faults
}

// claims are the events that call themselves an anniversary.
type claims struct {
	*plan.Plan
	all      []claim
	byNumber map[int][]*model.Entity
	entities map[model.Key]*model.Entity // all there are
}

// claim is an event and the anniversaries that its names speak of.
type claim struct {
	event   *model.Entity
	numbers []int // sorted, each once
}

func (c *claims) collect() {
	for _, e := range c.Site.Entities {
		if !certain(e.Date) || e.Key.Kind() != model.Events {
			continue
		}
		var numbers []int
		for _, name := range names(e) {
			numbers = append(numbers, anniversary.Numbers(name)...)
		}
		if numbers == nil {
			continue
		}
		slices.Sort(numbers)
		numbers = slices.Compact(numbers)
		c.all = append(c.all, claim{e, numbers})
		for _, n := range numbers {
			c.byNumber[n] = append(c.byNumber[n], e)
		}
	}
}

// names are an entity's names and aliases in all languages, with plain spaces.
func names(e *model.Entity) []string {
	out := make([]string, 0, len(e.Names))
	for _, name := range e.Names {
		out = append(out, anniversary.PlainSpaces(name))
	}
	for _, list := range e.Aliases {
		for _, name := range list {
			out = append(out, anniversary.PlainSpaces(name))
		}
	}
	slices.Sort(out)
	return out
}

// contradiction looks for the year that the n-th anniversary e counts from, and
// gives it when e is not n years later, with the place where it stands.
func (c *claims) contradiction(e *model.Entity, n int) (from int, where string, ok bool) {
	first, last := e.Date.Bounds()
	for _, t := range ties(nil, e) {
		other := c.entities[t.Key]
		if from, ok = firstYear(other); ok && namedAfter(e, other) && (from+n < first.Year || from+n > last.Year) {
			return from, fmt.Sprintf("%s is dated %s", t.Key.ID(), other.Date), true
		}
	}
	for _, text := range c.textsAbout(e, n) {
		if from, ok = anniversary.Contradiction(text.words, n, first.Year, last.Year); ok {
			return from, "as in " + text.file, true
		}
	}
	return 0, "", false
}

// firstYear is the year in which an entity began, when it is certain.
func firstYear(e *model.Entity) (int, bool) {
	if e == nil || !certain(e.Date) || e.Date.Start().IsZero() {
		return 0, false
	}
	first, last := e.Date.Start().Bounds()
	return first.Year, first.Year == last.Year
}

// namedAfter reports whether a name of e contains a name of other.
func namedAfter(e, other *model.Entity) bool {
	for _, name := range names(e) {
		for _, part := range names(other) {
			if len(part) > 2 && strings.Contains(strings.ToLower(name), strings.ToLower(part)) {
				return true
			}
		}
	}
	return false
}

// plainText is a text without markup, and the file that it stands in.
type plainText struct{ file, words string }

// textsAbout are the texts in which "n-th anniversary" means e: its names, its
// own page, and sections that are tied to no other event of that number.
func (c *claims) textsAbout(e *model.Entity, n int) []plainText {
	out := []plainText{{e.File, strings.Join(names(e), "\n")}}
	out = append(out, c.textsOf(&e.Doc)...)
	b := c.Site.Backlinks.Of(e.Key)
	if b == nil {
		return out
	}
	ofOthers := map[int32]bool{}
	for _, x := range c.byNumber[n] {
		if other := c.Site.Backlinks.Of(x.Key); x != e && other != nil {
			for _, s := range other.Sections {
				ofOthers[s] = true
			}
		}
	}
	for _, s := range b.Sections {
		if !ofOthers[s] {
			out = append(out, c.textsOf(c.Site.Numbered[s])...)
		}
	}
	return out
}

// textsOf are a doc's texts, edition by edition.
func (c *claims) textsOf(d *model.Doc) []plainText {
	var out []plainText
	for _, lang := range c.Site.Settings.Languages {
		if t := d.Texts.In(lang); t != nil {
			out = append(out, plainText{t.File, plainWords(t)})
		}
	}
	return out
}

// plainWords are the summary and the prose of a text.
func plainWords(t *model.Text) string {
	return strings.ReplaceAll(t.Summary, "\n", " ") + "\n" + anniversary.PlainText(t.Body.HTML)
}

// ordinal is a number as the messages write it: 1st, 2nd, 3rd, 4th.
func ordinal(n int) string {
	ending := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			ending = "st"
		case 2:
			ending = "nd"
		case 3:
			ending = "rd"
		}
	}
	return strconv.Itoa(n) + ending
}
