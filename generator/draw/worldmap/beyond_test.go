package worldmap

import (
	"slices"
	"strings"
	"testing"
)

// codeOf names what the dossier does not have by its code, once or again and again.
func codeOf(times int) func(Place) string {
	return func(p Place) string {
		if p.ID == "" {
			return strings.Repeat(p.ISO, times)
		}
		return nameOf(p)
	}
}

// TestBeyond: a map names large countries that the dossier does not have, in their land, where that has
// room; an island's map shows some other land, though another island lies near.
func TestBeyond(t *testing.T) {
	texts := func(labels []Label) (out []string) {
		for _, l := range labels {
			out = append(out, l.Text)
		}
		slices.Sort(out)
		return out
	}
	for _, tt := range []struct {
		country string
		times   int
		want    string
	}{
		{"SY", 1, "Golan Heights IQ IR JO SA TR in SY"}, {"SY", 9, "Golan Heights TRTRTRTRTRTRTRTRTR in SY"}, {"SY", 40, "Golan Heights in SY"},
		{"VU", 1, "AU in VU"}, {"NR", 1, "AU in NR"}, {"NI", 1, "CR GT HN SV in NI"},
	} {
		named := standing(Other, tt.country)
		c := NewLocators(1, named)
		m := c.Map(nil, named())
		c.Label(m, nil, nil, codeOf(tt.times), "en")
		if got := strings.Join(texts(m.Labels), " "); got != tt.want {
			t.Errorf("the map of %s, with names of %d letters, has %q, want %q", tt.country, 2*tt.times, got, tt.want)
		}
	}

	a := NewAtlas(append(csto(), Place{ID: "NR", ISO: "NR", Country: true, Standing: Other}))
	name := codeOf(3)
	m := a.Main(func(p Place) Link { return Link{Name: name(p)} }, "en")
	for _, l := range append(slices.Clone(m.Labels), m.Few...) {
		if (l.Class == "beyond") != !strings.HasPrefix(l.Text, "in ") && l.Class != "claim" {
			t.Errorf("%q is of the class %s", l.Text, l.Class)
		}
	}
	all := texts(m.Labels)
	for _, want := range []string{"CNCNCN", "IRIRIR", "TRTRTR"} {
		if !slices.Contains(all, want) {
			t.Errorf("the main map has the names %q, not %s", all, want)
		}
	}
	if w := a.World(func(p Place) Link { return Link{Name: name(p)} }, "en"); slices.ContainsFunc(w.Labels, func(l Label) bool { return l.Class == "beyond" }) {
		t.Errorf("the map of the world names %q", texts(w.Labels))
	}
}
