package mapkey

import (
	"slices"
	"testing"

	"dossier/generator/draw/worldmap"
	"dossier/generator/layout"
)

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
