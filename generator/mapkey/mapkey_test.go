package mapkey

import (
	"slices"
	"strings"
	"testing"

	"dossier/generator/draw/worldmap"
	"dossier/generator/layout"
)

// TestOnceSaid: what a sign or a look means is said with the first map that has it, and with a
// later one where it means something else; what is said again, for paper, is marked.
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
	for i, want := range []string{
		"Attack, Members",
		"Attack (again), Meeting, Place, approximate, Members (again), Others",
		"Place, approximate (again)",
	} {
		if got := keyOf([]*worldmap.Map{first, second, third}[i]); got != want {
			t.Errorf("map %d says %q, want %q", i, got, want)
		}
	}
}

// keyOf is the key of a map in words.
func keyOf(m *worldmap.Map) string {
	said := []string{}
	add := func(text string, again bool) {
		if again {
			text += " (again)"
		}
		said = append(said, text)
	}
	for _, s := range slices.Concat(m.Signs, m.Guesses) {
		add(s.Text, s.Again)
	}
	for _, l := range m.Looks {
		add(l.Text, l.Again)
	}
	return strings.Join(said, ", ")
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
