package check

import (
	"fmt"
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dossier/generator/diag"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// claim is "75th anniversary" in English, French and Russian; its number is
// the one submatch that is not empty.
var claim = regexp.MustCompile(`(?i)\b(\d{1,4})(?:st|nd|rd|th)[-\s]anniversar|\b(\d{1,4})(?:er|re|e|è|ème)\s+anniversaire|(?:^|[^\d])(\d{1,4})(?:[-‑]?\p{Cyrillic}{1,3})?\s+годовщин|(?:^|[^\d])(\d{1,4})[-‑](?:лети[еяюй]|летн\p{Cyrillic}+\s+юбиле)`)

// ofWhat is what may stand between a claim and the year that it counts from.
var ofWhat = regexp.MustCompile(`^\p{L}*\s+(?:of|de|du|des)\s[^.;:!?,()]{0,60}$|^\p{L}*\s+d['’][^.;:!?,()]{0,60}$`)

var (
	year     = regexp.MustCompile(`\b[12]\d{3}\b`)
	sentence = regexp.MustCompile(`[.!?…]+["»”’)]*\s|\n`)
	blockTag = regexp.MustCompile(`</?(?:p|li|h\d*|td|th|tr|div|blockquote|dt|dd|pre|br|ul|ol|section)\b[^>]*>`)
	anyTag   = regexp.MustCompile(`<[^>]*>`)
)

// A year that a sentence names without saying "anniversary of" is taken for
// the one counted from when the sum is wrong by at most a tenth of the number;
// smaller numbers than leastLoose fit too many years.
const leastLoose = 20

// anniversaries reports an event whose name or text calls it an anniversary
// of a year that is not that many years before it. It is reported only where
// the year counted from is known: from the same sentence, or from the date of
// an entity that the event is tied to and named after.
func anniversaries(p *plan.Plan) diag.List {
	var faults diag.List
	r := reckoner{Plan: p, numbered: map[int][]*model.Entity{}}
	type named struct {
		event   *model.Entity
		numbers []int
	}
	var all []named
	for _, e := range p.Site.Entities {
		if found := namedNumbers(e); found != nil {
			all = append(all, named{e, found})
			for _, n := range found {
				r.numbered[n] = append(r.numbered[n], e)
			}
		}
	}
	if all == nil {
		return nil
	}
	r.entities = entitiesOf(p)
	for _, x := range all {
		e := x.event
		for _, n := range x.numbers {
			base, where, ok := r.wrongBase(e, n)
			if !ok {
				continue
			}
			faults.Add(e.DatePos, diag.DateConflict, "the event is dated %s, but the %s anniversary of %d is %d (%s); correct the date or the number",
				e.Date, ordinal(n), base, base+n, where)
			break
		}
	}
	return faults
}

// reckoner knows which events are an anniversary of each number.
type reckoner struct {
	*plan.Plan
	entities map[model.Key]*model.Entity
	numbered map[int][]*model.Entity
}

// namedNumbers are the anniversaries that an event's names speak of.
func namedNumbers(e *model.Entity) []int {
	if !certain(e.Date) || e.Key.Kind() != model.Events {
		return nil
	}
	var out []int
	for _, name := range names(e) {
		for _, n := range numbers(name) {
			if !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	slices.Sort(out)
	return out
}

// names are an entity's names and aliases in all languages.
func names(e *model.Entity) []string {
	out := make([]string, 0, len(e.Names))
	for _, name := range e.Names {
		out = append(out, spaced.Replace(name))
	}
	for _, list := range e.Aliases {
		for _, name := range list {
			out = append(out, spaced.Replace(name))
		}
	}
	slices.Sort(out)
	return out
}

// spaced makes the spaces that typography puts in, which do not break, those
// that the expressions above know.
var spaced = strings.NewReplacer("\u00a0", " ", "\u202f", " ")

func numbers(text string) []int {
	if !strings.ContainsAny(text, "0123456789") { // most names
		return nil
	}
	var out []int
	for _, m := range claim.FindAllStringSubmatch(text, -1) {
		n, _ := strconv.Atoi(strings.Join(m[1:], ""))
		out = append(out, n)
	}
	return out
}

// wrongBase looks for the year that the n-th anniversary e counts from, and
// gives it when e is not n years later, with where it stands.
func (r *reckoner) wrongBase(e *model.Entity, n int) (base int, where string, ok bool) {
	for _, t := range ties(nil, e) {
		other := r.entities[t.Key]
		if base, ok = dayOne(other); ok && namedAfter(e, other) && !fits(e, base+n) {
			return base, fmt.Sprintf("%s is dated %s", t.Key.ID(), other.Date), true
		}
	}
	for _, text := range r.textsAbout(e, n) {
		for _, s := range sentence.Split(text.words, -1) {
			if base, ok = wrongYear(e, n, s); ok {
				return base, "as in " + text.file, true
			}
		}
	}
	return 0, "", false
}

// dayOne is the year in which an entity began, when it is certain.
func dayOne(e *model.Entity) (int, bool) {
	if e == nil || !certain(e.Date) || e.Date.Start().IsZero() {
		return 0, false
	}
	first, last := e.Date.Start().Bounds()
	return first.Year, first.Year == last.Year
}

// namedAfter reports whether a name of e holds a name of other.
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

// fits reports whether an event may lie in a year.
func fits(e *model.Entity, year int) bool {
	first, last := e.Date.Bounds()
	return first.Year <= year && year <= last.Year
}

// wrongYear gives the year that a sentence counts the n-th anniversary from,
// when the sum does not give the event's.
func wrongYear(e *model.Entity, n int, s string) (base int, ok bool) {
	if !slices.Contains(numbers(s), n) {
		return 0, false
	}
	all := map[int]bool{}
	for _, y := range year.FindAllString(s, -1) {
		i, _ := strconv.Atoi(y)
		all[i] = true
	}
	first, last := e.Date.Bounds()
	for _, at := range year.FindAllStringIndex(s, -1) {
		y, _ := strconv.Atoi(s[at[0]:at[1]])
		off := max(first.Year-(y+n), y+n-last.Year)
		switch {
		case off <= 0:
			return 0, false
		case all[y+n], // the sentence does the sum
			n >= leastLoose && off <= n/10,
			counted(s[:at[0]], n) && off <= n/2:
			base, ok = y, true
		}
	}
	return base, ok
}

// counted reports whether a text ends in "n-th anniversary of …".
func counted(s string, n int) bool {
	at := claim.FindAllStringSubmatchIndex(s, -1)
	if len(at) == 0 {
		return false
	}
	last := at[len(at)-1]
	return slices.Contains(numbers(s[last[0]:last[1]]), n) && ofWhat.MatchString(s[last[1]:])
}

// prose is a text without markup.
type prose struct{ file, words string }

// textsAbout are the texts in which "n-th anniversary" means e: its names, its
// own page, and sections that are tied to no other event of that number.
func (r *reckoner) textsAbout(e *model.Entity, n int) []prose {
	out := []prose{{e.File, strings.Join(names(e), "\n")}}
	out = append(out, r.proses(&e.Doc)...)
	b := r.Site.Backlinks[e.Key]
	if b == nil {
		return out
	}
	rivals := map[*model.Section]bool{}
	for _, x := range r.numbered[n] {
		if other := r.Site.Backlinks[x.Key]; x != e && other != nil {
			for _, s := range other.Sections {
				rivals[s] = true
			}
		}
	}
	for _, s := range b.Sections {
		if !rivals[s] {
			out = append(out, r.proses(&s.Doc)...)
		}
	}
	return out
}

// proses are a doc's texts, edition by edition.
func (r *reckoner) proses(d *model.Doc) []prose {
	var out []prose
	for _, lang := range r.Site.Settings.Languages {
		if t := d.Texts[lang]; t != nil {
			words := anyTag.ReplaceAllString(blockTag.ReplaceAllString(t.Body.HTML, "\n"), "")
			words = strings.ReplaceAll(t.Summary, "\n", " ") + "\n" + spaced.Replace(html.UnescapeString(paragraphs(words)))
			out = append(out, prose{t.File, words})
		}
	}
	return out
}

// paragraphs joins the lines of a paragraph.
func paragraphs(s string) string {
	return single.ReplaceAllString(s, "$1 $2")
}

// single is a line's end within a paragraph.
var single = regexp.MustCompile(`([^\n])\n([^\n])`)

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
