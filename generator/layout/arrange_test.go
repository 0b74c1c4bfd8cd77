package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestFold(t *testing.T) {
	for _, tt := range []struct {
		first int // how many of the groups matter more
		sizes []int
		want  string
	}{
		{0, nil, "| 0"},
		{0, []int{13}, "a13 | 0"}, // not worth a fold
		{0, []int{14}, "a10 | 4 4"},
		{1, []int{14}, "a10 | 4 4"},
		{0, []int{4, 6, 5}, "a4 b6 | c5 5"},
		{3, []int{4, 8, 5}, "a4 b6 | 2 c5 7"},
		{1, []int{4, 6, 5}, "a4 | b6 c5 11"},
		{1, []int{4, 2}, "a4 b2 | 0"},
		{1, []int{4, 3}, "a4 | b3 3"},
		{2, []int{4, 8, 5}, "a4 b6 | 2 c5 7"},
	} {
		var all []Group
		for i, n := range tt.sizes {
			all = append(all, Group{Heading: Link{Text: string(rune('a' + i))}, Items: make([]*Item, n)})
		}
		say := func(groups []Group) (words string) {
			for _, g := range groups {
				words += fmt.Sprint(g.Heading.Text, len(g.Items), " ")
			}
			return words
		}
		seen, rest, more := Fold(all[:tt.first], all[tt.first:], 10)
		if got := fmt.Sprint(say(seen), "| ", say(rest), more); got != tt.want {
			t.Errorf("%v are folded as %s, want %s", tt.sizes, got, tt.want)
		}
		if all != nil && len(all[0].Items) != tt.sizes[0] {
			t.Errorf("%v are changed", tt.sizes)
		}
	}
}

func TestSharedNotes(t *testing.T) {
	item := func(name string, notes ...string) RelationItem {
		i := RelationItem{Link: Link{Text: name}}
		for _, n := range notes {
			i.Times = append(i.Times, RelationTime{Note: n})
		}
		return i
	}
	for want, items := range map[string][]RelationItem{
		"":                     nil,
		": A() B()":            {item("A", ""), item("B", "")},
		"x: A() B()":           {item("A", "x"), item("B", "x")},
		": A(x) B(y)":          {item("A", "x"), item("B", "y")},
		"x: A() C(); : B(y)":   {item("A", "x"), item("B", "y"), item("C", "x")},
		"x: A() B(); : C(x,y)": {item("A", "x"), item("B", "x"), item("C", "x", "y")},
	} {
		var sets []string
		for _, s := range SharedNotes(items) {
			var names []string
			for _, i := range s.Items {
				var notes []string
				for _, x := range i.Times {
					notes = append(notes, x.Note)
				}
				names = append(names, i.Text+"("+strings.Join(notes, ",")+")")
			}
			sets = append(sets, s.Note+": "+strings.Join(names, " "))
		}
		if got := strings.Join(sets, "; "); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// TestSharedTimes: of what held at the same times, with the same sources and the same note,
// the times are said once.
func TestSharedTimes(t *testing.T) {
	item := func(name, date, note, mark string) RelationItem {
		i := RelationItem{Link: Link{Before: ", ", Text: name}, Times: []RelationTime{{Note: note}}}
		if date != "" {
			i.Times[0].Dates = []Date{{Text: date}}
		}
		if mark != "" {
			i.Times[0].Marks = []Link{{Text: mark}}
		}
		return i
	}
	twice := item("F", "2002", "", "")
	twice.Times = append(twice.Times, RelationTime{Dates: []Date{{Text: "2006"}}})
	for want, items := range map[string][]RelationItem{
		": A, C; B":        {item("A", "2002", "", ""), item("B", "2003", "", ""), item("C", "2002", "", "")},
		"x: A, B; C":       {item("A", "2002", "x", ""), item("B", "2002", "x", ""), item("C", "2003", "x", "")},
		": A; B":           {item("A", "2002", "x", ""), item("B", "2002", "y", "")},
		": A; B, C":        {item("A", "2002", "", "1"), item("B", "2002", "", "2"), item("C", "2002", "", "2")},
		": A; B; C":        {item("A", "", "", ""), item("B", "", "", ""), {Link: Link{Text: "C"}}}, // undated
		": A; F, F":        {item("A", "2002", "", ""), twice, twice},
		"x: A, C | : B, D": {item("A", "2002", "x", ""), item("B", "2002", "", ""), item("C", "2002", "x", ""), item("D", "2002", "", "")},
	} {
		var sets []string
		for _, s := range SharedNotes(items) {
			var rows []string
			for _, i := range s.Items {
				row := i.Text
				for _, l := range i.With {
					row += l.Before + l.Text
				}
				rows = append(rows, row)
			}
			sets = append(sets, s.Note+": "+strings.Join(rows, "; "))
		}
		if got := strings.Join(sets, " | "); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestRemarks(t *testing.T) {
	item := func(notes ...string) RelationItem {
		var i RelationItem
		for _, n := range notes {
			i.Times = append(i.Times, RelationTime{Note: n, Marks: []Link{{Text: "1", Href: "#source"}}})
		}
		return i
	}
	long, two := strings.Repeat("long ", 20), strings.Repeat("of two lines ", 4)
	groups := []RelationGroup{
		{Sets: []RelationSet{{Note: "shared", Items: []RelationItem{item(""), item("")}}, {Items: []RelationItem{item(long, ""), {}}}}},
		{Sets: []RelationSet{{Items: []RelationItem{item("shared"), item("short")}}, {Note: "of all", Items: []RelationItem{item("")}}, {Items: []RelationItem{item(two)}}}},
	}
	remarks := Remarks(groups)
	if want := []Remark{{"a", "shared"}, {"b", long}, {"c", two}}; !slices.Equal(remarks, want) {
		t.Errorf("%v, want %v", remarks, want)
	}
	var marks []string
	for _, g := range groups {
		for _, s := range g.Sets {
			for _, i := range s.Items {
				for _, x := range i.Times {
					said := s.Note + x.Note
					for _, m := range x.Marks {
						said += m.Text + m.Href
					}
					marks = append(marks, said)
				}
			}
		}
	}
	const source = "1#source"
	if want := []string{"a#remark_a" + source, "b#remark_b" + source, source, "a#remark_a" + source, "short" + source, "of all" + source, "c#remark_c" + source}; !slices.Equal(marks, want) {
		t.Errorf("%q, want %q", marks, want)
	}
	if together := groups[0].Sets[0].Items[0].With; len(together) != 1 {
		t.Errorf("beside one of which the same is said stand %v", together)
	}
	alone := []RelationGroup{{Sets: []RelationSet{{Items: []RelationItem{item(two)}}}}}
	if remarks := Remarks(alone); remarks != nil || alone[0].Sets[0].Items[0].Times[0].Note != two {
		t.Errorf("a short note that is the only one has a letter: %v", remarks)
	}
	for at, want := range map[int]string{0: "a", 25: "z", 26: "a2", 53: "b3"} {
		if got := letter(at); got != want {
			t.Errorf("remark %d has the letter %q, not %q", at, got, want)
		}
	}
}

func TestSharedRows(t *testing.T) {
	row := func(from, kind, to string, notes ...string) RelationRow {
		r := RelationRow{Name: kind, From: []Link{{Text: from}}, To: []Link{{Text: to}}}
		for _, n := range notes {
			date, note, _ := strings.Cut(n, " ")
			r.Times = append(r.Times, RelationTime{Dates: []Date{{Text: date}}, Note: note})
		}
		return r
	}
	said := func(links []Link) (names string) {
		for _, l := range links {
			names += l.Before + l.Text
		}
		return names
	}
	for want, rows := range map[string][]RelationRow{
		"":                        nil,
		": A of X(1) | B of X(2)": {row("A", "of", "X", "1"), row("B", "of", "X", "2")},
		": A,B of X(1)":           {row("A", "of", "X", "1"), row("B", "of", "X", "1")},
		": A of X,Y(1)":           {row("A", "of", "X", "1"), row("A", "of", "Y", "1")},
		": A,B of X,Y(1)":         {row("A", "of", "X", "1"), row("B", "of", "X", "1"), row("A", "of", "Y", "1"), row("B", "of", "Y", "1")},
		": A,B of X(1 x)":         {row("A", "of", "X", "1 x"), row("B", "of", "X", "1 x")}, // a row has its own note
		": A of X(1) | B of Y(1)": {row("A", "of", "X", "1"), row("B", "of", "Y", "1")},
		"x: A of X(1) | C of X(3); : B of X(2 y)":                {row("A", "of", "X", "1 x"), row("B", "of", "X", "2 y"), row("C", "of", "X", "3 x")},
		"x: A of X(1) | B of X(2); : C of X(1 x,2 y) | D of X()": {row("A", "of", "X", "1 x"), row("B", "of", "X", "2 x"), row("C", "of", "X", "1 x", "2 y"), row("D", "of", "X")},
		": A of X(1 x); : A to X(1 x)":                           {row("A", "of", "X", "1 x"), row("A", "to", "X", "1 x")}, // of other types
		"x: A of X(1) | B of X(2); x: C to X(1) | D to X(2); : E to X()": {
			row("A", "of", "X", "1 x"), row("B", "of", "X", "2 x"), row("C", "to", "X", "1 x"), row("D", "to", "X", "2 x"), row("E", "to", "X"),
		},
	} {
		given := fmt.Sprint(rows)
		var sets []string
		for _, s := range SharedRows(rows, ",") {
			var all []string
			for _, r := range s.Rows {
				var times []string
				for _, x := range r.Times {
					times = append(times, strings.TrimSpace(x.Dates[0].Text+" "+x.Note))
				}
				all = append(all, said(r.From)+" "+r.Name+" "+said(r.To)+"("+strings.Join(times, ",")+")")
			}
			sets = append(sets, s.Note+": "+strings.Join(all, " | "))
		}
		if got := strings.Join(sets, "; "); got != want {
			t.Errorf("%s, want %s", got, want)
		}
		if fmt.Sprint(rows) != given {
			t.Errorf("%s: the rows that were given have changed", want)
		}
	}
	ended := row("B", "of", "X", "1")
	ended.Ended = true
	if sets := SharedRows([]RelationRow{row("A", "of", "X", "1"), ended}, ","); len(sets[0].Rows) != 2 {
		t.Errorf("what has ended shares a row with what has not: %v", sets)
	}
}

// Errors of sources stand first, and whose they are is said once, where it is said of each.
func TestByError(t *testing.T) {
	day := func(text string) *Date { return &Date{Text: text} }
	of := func(kind string, source bool, date *Date, text string) Correction {
		return Correction{Kind: kind, OfSource: source, Date: date, Text: text}
	}
	said := func(groups []CorrectionGroup) string {
		var out []string
		for _, g := range groups {
			words := g.Heading.Text + ":"
			for _, d := range g.Days {
				if d.Date != nil {
					words += " " + d.Date.Text
				}
				for _, c := range d.Items {
					words += " " + c.Kind + c.Text
				}
			}
			out = append(out, words)
		}
		return strings.Join(out, " | ")
	}
	for want, all := range map[string][]Correction{
		"theirs: 3 May b | ours: 3 May a c 2 May d e": {
			of("our error", false, day("3 May"), "a"), of("its error", true, day("3 May"), "b"), of("our error", false, day("3 May"), "c"),
			of("our error", false, day("2 May"), "d"), of("our error", false, day("2 May"), "e"),
		},
		": 3 May a b": {of("", false, day("3 May"), "a"), of("", false, nil, "b")},
		"":            nil,
	} {
		got := said(ByError(all, Link{Text: "theirs"}, Link{Text: "ours"}))
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
