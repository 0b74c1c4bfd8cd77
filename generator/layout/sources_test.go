package layout

import (
	"html/template"
	"slices"
	"testing"
)

// TestAddUse: a claim stands once under its source, with all pages that make it; one that
// another source is quoted with is not said again. Each page is named once.
func TestAddUse(t *testing.T) {
	said := map[Quote]bool{}
	same := func(a, b string) bool { return a[0] == b[0] }
	quote := func(words string) *Quote { return &Quote{Words: template.HTML(words)} }
	var one, two CitedSource
	add := func(to *CitedSource, page string, q *Quote) { to.AddUse(Link{Text: page}, q, said, same, ", ") }
	add(&one, "a", quote("closed on 26 July"))
	add(&one, "b", quote("closed since July"))
	add(&one, "c", quote("opened in April"))
	add(&one, "d", nil)
	add(&one, "e", nil)
	add(&two, "c", quote("opened in April"))
	pages := func(of []Link) (all []string) {
		for _, l := range of {
			all = append(all, l.Before+l.Text)
		}
		return all
	}
	quotes := func(of []*Quote) (all []string) {
		for _, q := range of {
			all = append(all, string(q.Words))
		}
		return all
	}
	if got := quotes(one.Quotes); !slices.Equal(got, []string{"closed on 26 July", "opened in April"}) {
		t.Errorf("the first source is quoted as %q", got)
	}
	if got := pages(one.Pages); !slices.Equal(got, []string{"a", ", b", ", c", ", d", ", e"}) {
		t.Errorf("its pages are %q", got)
	}
	if two.Quotes != nil || !slices.Equal(pages(two.Pages), []string{"c"}) {
		t.Errorf("the second source is quoted as %q, its pages are %q", quotes(two.Quotes), pages(two.Pages))
	}
}

// TestRedated: a date stands where it is not that of the one before; one without a date
// ends what was said.
func TestRedated(t *testing.T) {
	july, april := Date{Text: "July"}, Date{Text: "April"}
	dates := []*Date{&july, {Text: "July"}, {Text: "July"}, &april, nil, {Text: "April"}}
	want := []bool{true, false, false, true, false, true}
	var sections []Section
	var items []*Item
	for _, d := range dates {
		sections, items = append(sections, Section{Date: d}), append(items, &Item{Date: d})
	}
	RedatedSections(sections)
	RedatedGroups([]Group{{Items: items}, {Items: []*Item{{Date: &april}}}})
	for i := range want {
		if got := sections[i].Date != nil; got != want[i] {
			t.Errorf("section %d has a date: %t", i, got)
		}
		if got := items[i].Date != nil; got != want[i] {
			t.Errorf("item %d has a date: %t", i, got)
		}
	}
}
