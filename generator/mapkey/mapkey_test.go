package mapkey

import (
	"slices"
	"testing"

	"dossier/generator/draw/worldmap"
	"dossier/generator/layout"
)

// TestOnceSaid: what a sign or a look means is said with the first map that has it, and with a
// later one again where it means something else.
func TestOnceSaid(t *testing.T) {
	sign := func(text string, shape string) worldmap.Sign {
		return worldmap.Sign{Dot: worldmap.Dot{Shape: shape}, Text: text}
	}
	look := func(text, class string) worldmap.Look {
		return worldmap.Look{Tint: worldmap.Tint{Class: class}, Text: text}
	}
	first := &worldmap.Map{Signs: []worldmap.Sign{sign("Attack", "a")}, Looks: []worldmap.Look{look("Members", "tint-4")}}
	second := &worldmap.Map{
		Signs:   []worldmap.Sign{sign("Attack", "a"), sign("Meeting", "m")},
		Guesses: []worldmap.Sign{sign("Place, approximate", "p")},
		Looks:   []worldmap.Look{look("Members", "tint-4"), look("Others", "tint-4")},
	}
	third := &worldmap.Map{Guesses: []worldmap.Sign{sign("Place, approximate", "p")}}
	Once([]layout.Section{{Where: first}, {}, {Where: second}, {Where: third}})
	if len(first.Signs) != 1 || len(first.Looks) != 1 {
		t.Errorf("the first map lost of its key: %v, %v", first.Signs, first.Looks)
	}
	if len(second.Signs) != 1 || second.Signs[0].Text != "Meeting" || len(second.Looks) != 1 || second.Looks[0].Text != "Others" || len(second.Guesses) != 1 {
		t.Errorf("the second map says %v, %v, %v", second.Signs, second.Looks, second.Guesses)
	}
	if len(third.Guesses) != 0 {
		t.Errorf("the third map says again %v", third.Guesses)
	}
}

// TestOnce: a pattern's id stands once on a page, with the first map that is filled with it.
func TestOnce(t *testing.T) {
	of := func(patterns ...string) layout.Section {
		return layout.Section{Where: &worldmap.Map{Patterns: patterns}}
	}
	sections := []layout.Section{{}, of("a"), of("b", "a"), {}, of("a", "b", "c")}
	Once(sections)
	for i, want := range [][]string{nil, {"a"}, {"b"}, nil, {"c"}} {
		if m := sections[i].Where; m != nil && !slices.Equal(m.Patterns, want) {
			t.Errorf("map %d brings %q along, want %q", i, m.Patterns, want)
		}
	}
}
