package names

import (
	"slices"
	"testing"
)

// TestInflected: the forms are those that are listed for the name, and a language
// whose names do not change, or of which nothing is known, has none.
func TestInflected(t *testing.T) {
	e := Entity{Name: "Варшава", Aliases: []string{"Польша"}, Forms: []string{"Варшавку"}, Place: true}
	got := Inflected(e, "ru")
	if len(got) != 2 || !slices.Contains(got[0], "Варшаве") || !slices.Contains(got[1], "Польше") {
		t.Errorf("in Russian: %q", got)
	}
	listed, _ := New([]Entity{e}, "ru").Forms(0)
	for _, form := range slices.Concat(got...) {
		if !slices.ContainsFunc(listed, func(f Form) bool { return f.Text == form }) {
			t.Errorf("%s is not listed", form)
		}
	}
	for _, lang := range []string{"en", "fr", "fi"} {
		if got := Inflected(e, lang); got != nil {
			t.Errorf("in %s: %q", lang, got)
		}
	}
}
