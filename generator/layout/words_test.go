package layout

import (
	"strings"
	"testing"

	"dossier/generator/edtf"
)

// TestNoWords holds when asking for words that are not there is no way to
// get none.
func TestNoWords(t *testing.T) {
	set, faults := load(t, with(t, nil), "fr")
	if faults != "" {
		t.Fatal(faults)
	}
	count := func(lang, key string) string {
		text, _ := set.Count(lang, key, 2)
		return text
	}
	for want, ask := range map[string]func() string{
		`no words for "hom" in "fr"`:         func() string { return set.Words("fr", "hom") },
		`no words for "home" in "de"`:        func() string { return set.Words("de", "home") },
		`no words for "x.count.other" in "f`: func() string { return count("fr", "x.count") },
		`were loaded for "it"`:               func() string { return set.Page("it", "").Lang },
		`no words were loaded for "de"`:      func() string { return count("de", "sections.count") },
	} {
		func() {
			defer func() {
				if got, _ := recover().(string); !strings.Contains(got, want) {
					t.Errorf("panics with %q, want %q", got, want)
				}
			}()
			t.Errorf("%s: got %q", want, ask())
		}()
	}
	if words, ok := set.Lookup("fr", "home"); !ok || words != "Accueil" {
		t.Errorf("got %q, %v", words, ok)
	}
	if words, ok := set.Lookup("fr", "hom"); ok || words != "" {
		t.Errorf("got %q, %v", words, ok)
	}
}

// TestPatternsAreNotTypeset: the quotation marks of a pattern are no prose.
func TestPatternsAreNotTypeset(t *testing.T) {
	set, faults := load(t, with(t, nil), "ru")
	d, err := edtf.Parse("2019-33")
	if err != nil || faults != "" {
		t.Fatal(err, faults)
	}
	if got := set.Dates("ru").Format(d); got != "1-й квартал 2019 года" {
		t.Errorf("a quarter is %q", got)
	}
}
