package layout

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// SharedNotes gathers relations that have one note in common, which is said once, and
// among these the ends of those that held at the same times.
func SharedNotes(items []RelationItem) []RelationSet {
	shared := map[string]int{}
	for _, i := range items {
		if len(i.Times) == 1 {
			shared[i.Times[0].Note]++
		}
	}
	var sets []RelationSet
	for _, i := range items {
		note := ""
		if len(i.Times) == 1 && shared[i.Times[0].Note] > 1 {
			note, i.Times[0].Note = i.Times[0].Note, ""
		}
		at := slices.IndexFunc(sets, func(s RelationSet) bool { return s.Note == note })
		if at < 0 {
			at = len(sets)
			sets = append(sets, RelationSet{Note: note})
		}
		sets[at].Items = withOthers(sets[at].Items, i)
	}
	return sets
}

// withOthers adds an item to a list, or its links to the item of the list that has the same
// dates, notes and marks. Those with neither dates nor marks stay apart: they have nothing to share.
func withOthers(items []RelationItem, i RelationItem) []RelationItem {
	said := slices.ContainsFunc(i.Times, func(t RelationTime) bool { return len(t.Dates)+len(t.Marks) > 0 })
	for at := range items {
		if said && slices.EqualFunc(items[at].Times, i.Times, RelationTime.equal) {
			items[at].With = append(append(items[at].With, i.Link), i.With...)
			return items
		}
	}
	return append(items, i)
}

// equal reports whether the same is said at two times.
func (t RelationTime) equal(o RelationTime) bool {
	return t.Note == o.Note && slices.Equal(t.Dates, o.Dates) && slices.Equal(t.Marks, o.Marks)
}

// Remarks takes notes out of groups of relations and gives each once, under a letter to which
// marks lead from the relations that it is about; those that then say the same stand together.
// One that is said once stays where it is if it takes no more than a line, or is short and the only
// one: its letter would be a detour.
func Remarks(groups []RelationGroup) []Remark {
	said := map[string]int{}
	for _, g := range groups {
		for _, s := range g.Sets {
			said[s.Note]++
			for _, item := range s.Items {
				for _, t := range item.Times {
					said[t.Note]++
				}
			}
		}
	}
	delete(said, "")
	inPlace := func(note string) bool {
		length := utf8.RuneCountInString(note)
		return said[note] < 2 && (length <= lineNote || length <= shortNote && len(said) == 1)
	}
	var remarks []Remark
	mark := func(t *RelationTime, note string) {
		if note == "" || inPlace(note) {
			return
		}
		at := slices.IndexFunc(remarks, func(r Remark) bool { return r.Text == note })
		if at < 0 {
			at = len(remarks)
			remarks = append(remarks, Remark{letter(at), note})
		}
		t.Note, t.Marks = "", append([]Link{{Text: remarks[at].Letter, Href: "#remark_" + remarks[at].Letter}}, t.Marks...)
	}
	for _, g := range groups {
		for i := range g.Sets {
			s := &g.Sets[i]
			for _, item := range s.Items {
				for j := range item.Times {
					mark(&item.Times[j], cmp.Or(s.Note, item.Times[j].Note))
				}
			}
			if !inPlace(s.Note) {
				s.Note = ""
			}
			var items []RelationItem
			for _, item := range s.Items {
				items = withOthers(items, item)
			}
			s.Items = items
		}
	}
	return remarks
}

// How many characters take about one line of a margin, and two.
const (
	lineNote  = 34
	shortNote = 84
)

// letter is the one of a remark; after z comes a2.
func letter(at int) string {
	const letters = 26
	if at < letters {
		return string(rune('a' + at))
	}
	return letter(at%letters) + strconv.Itoa(at/letters+1)
}

// Unheaded drops the heading of a lone group where the page's title says it.
func Unheaded(groups []Group, titled bool) []Group {
	if len(groups) == 1 && titled {
		groups[0].Heading, groups[0].ID = Link{}, ""
	}
	return groups
}

// ByError divides corrections by whose the errors were, first those of the sources, then the
// dossier's own, and each by days. Where each says whose it was, the headings say so once.
func ByError(all []Correction, source, own Link) []CorrectionGroup {
	var groups []CorrectionGroup
	for _, of := range []struct {
		source  bool
		heading Link
	}{{true, source}, {false, own}} {
		var g CorrectionGroup
		for _, c := range all {
			if c.OfSource == of.source {
				if c.Kind != "" {
					g.Heading, c.Kind = of.heading, ""
				}
				g.Days = withCorrection(g.Days, c)
			}
		}
		if g.Days != nil {
			groups = append(groups, g)
		}
	}
	return groups
}

// withCorrection adds a correction to the last day, or to the day that begins with it.
func withCorrection(days []CorrectionDay, c Correction) []CorrectionDay {
	n, date := len(days), c.Date
	c.Date = nil
	if n == 0 || (days[n-1].Date == nil) != (date == nil) || date != nil && days[n-1].Date.Text != date.Text {
		return append(days, CorrectionDay{date, []Correction{c}})
	}
	days[n-1].Items = append(days[n-1].Items, c)
	return days
}

// Fold parts a list in groups, of which some matter more than others: about so many entries that are
// seen at once, where there are any of the first none of the others, and the rest with their number. A
// few more than that are not worth a fold.
func Fold(first, others []Group, most int) (seen, rest []Group, more int) {
	for _, g := range first {
		more += len(g.Items)
	}
	if more > 0 {
		most = min(most, more)
	}
	for _, g := range others {
		more += len(g.Items)
	}
	all := slices.Concat(first, others)
	if more <= most+max(most/3, 2) {
		return all, nil, 0
	}
	more -= most
	for i, g := range all {
		if len(g.Items) <= most {
			most -= len(g.Items)
			continue
		}
		rest = slices.Clone(all[i:])
		if seen = all[:i:i]; most > 0 {
			seen = append(seen, Group{Heading: g.Heading, ID: g.ID, Items: g.Items[:most]})
			rest[0] = Group{Items: g.Items[most:]}
		}
		break
	}
	return seen, rest, more
}

// Named takes the summaries out of a list: when, where and what is left.
func Named(items []Item) []Item {
	for i := range items {
		items[i].Summary = ""
	}
	return items
}

// Told are some links, each with what the item that leads to the same page says of it.
func Told(links []Link, items []*Item) []*Item {
	says := make(map[string]template.HTML, len(items))
	for _, i := range items {
		says[i.Href] = i.Summary
	}
	told := make([]*Item, len(links))
	for i, l := range links {
		told[i] = &Item{Link: l, Summary: says[l.Href]}
	}
	return told
}

// Redated leaves a list a date only where it is not that of the item before.
func Redated(items []Item) []Item {
	redate(len(items), func(i int) **Date { return &items[i].Date })
	return items
}

// RedatedSections is Redated for the sections of an article's page.
func RedatedSections(sections []Section) []Section {
	redate(len(sections), func(i int) **Date { return &sections[i].Date })
	return sections
}

// RedatedGroups is Redated for the list of each group; its items are of no other page.
func RedatedGroups(groups []Group) []Group {
	for _, g := range groups {
		redate(len(g.Items), func(i int) **Date { return &g.Items[i].Date })
	}
	return groups
}

// redate takes from the dates of a list, given by place, those that repeat the one before.
func redate(n int, date func(i int) **Date) {
	for i := n - 1; i > 0; i-- {
		if d, before := date(i), *date(i - 1); *d != nil && before != nil && **d == *before {
			*d = nil
		}
	}
}

// AlphabetThreshold is how long a list must be to be divided by letters.
const AlphabetThreshold = 40

// ByLetter divides a sorted list by the letters of its items when it is long. Letters that are the
// same to the language (E and É; Е and Ё) share a heading.
func ByLetter(items []*Item, letterOf func(i int) string, same func(a, b string) bool) []Group {
	if len(items) < AlphabetThreshold {
		return []Group{{Items: items}}
	}
	var groups []Group
	for i, item := range items {
		letter := letterOf(i)
		if n := len(groups); n == 0 || !same(groups[n-1].Heading.Text, letter) {
			apart := n > 0 && otherScript(groups[n-1].Heading.Text, letter)
			groups = append(groups, Group{Heading: Link{Text: letter}, ID: "letter_" + strconv.Itoa(len(groups)+1), Apart: apart})
		}
		g := &groups[len(groups)-1]
		g.Items = append(g.Items, item)
	}
	return groups
}

// otherScript reports whether two letters are of different scripts; signs and digits
// are of none.
func otherScript(a, b string) bool {
	x, _ := utf8.DecodeRuneInString(a)
	y, _ := utf8.DecodeRuneInString(b)
	for _, script := range unicode.Scripts {
		if unicode.Is(script, x) {
			return unicode.IsLetter(x) && unicode.IsLetter(y) && !unicode.Is(script, y)
		}
	}
	return false
}

// Untranslated says of a column whose text is not translated that it is not, instead of
// repeating the prose of the other one and its ids.
func Untranslated(s ParallelSection, missing [2]bool, words template.HTML) ParallelSection {
	for i := range missing {
		for n := range s.Rows {
			if !missing[i] {
				break
			}
			s.Rows[n][i] = Prose{}
			if n == 0 {
				s.Rows[n][i].HTML = "<p class=\"soft\">" + words + "</p>\n"
			}
		}
	}
	return s
}

// InParts divides the sections of an article at those that open a part of it, of which is given
// its title, or nil for none. Their numbers go on.
func InParts(items []Item, at func(i int) (part *Link, opens bool)) []Subgroup {
	var parts []Subgroup
	for i := range items {
		title, opens := at(i)
		if opens || i == 0 {
			parts = append(parts, Subgroup{First: i + 1})
		}
		part := &parts[len(parts)-1]
		if part.Items = append(part.Items, &items[i]); title != nil {
			part.Heading = *title
		}
	}
	return parts
}

// Divided are groups as the parts of another.
func Divided(groups []Group) []Subgroup {
	out := make([]Subgroup, len(groups))
	for i, g := range groups {
		out[i] = Subgroup{Heading: g.Heading, Items: g.Items}
	}
	return out
}
