package iso3166

import (
	"strings"
	"testing"
)

func TestCalled(t *testing.T) {
	for name, want := range map[string]string{
		"holland": "netherlands", "Persia": "iran", "swaziland": "eswatini", "uk": "united-kingdom", "UAE": "united-arab-emirates",
		"drc": "congo-kinshasa", "congo": "congo-brazzaville congo-kinshasa", "ivory-coast": "cote-d-ivoire", "Côte d’Ivoire": "cote-d-ivoire",
		"burma": "myanmar", "korea": "north-korea south-korea", "north korea": "north-korea", "czech-republic": "czechia",
		"macedonia": "north-macedonia", "cape-verde": "cape-verde", "turkiye": "turkiye", "turkey": "turkiye", "east-timor": "timor-leste",
		"Costa de Marfil": "cote-d-ivoire", "Алжир": "algeria", "prussia": "", "ussr": "", "yugoslavia": "", "": "", "Ägypten": "",
	} {
		var got []string
		for _, c := range Called(name, []string{"es", "ru"}) {
			got = append(got, c.ID)
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%q is %q, want %q", name, g, want)
		}
	}
	if !IsNone("Prussia") || IsNone("persia") || IsNone("nowhere") {
		t.Error("IsNone")
	}
	for _, entry := range strings.FieldsFunc(further, func(r rune) bool { return r == '|' || r == '\n' }) {
		for _, code := range strings.Fields(entry)[1:] {
			if _, ok := Lookup(code); !ok {
				t.Errorf("%s is no code", code)
			}
		}
	}
}

// TestVariants: each is of a country, of a language with a table, and new.
func TestVariants(t *testing.T) {
	for lang := range variants {
		names, ok := namesIn(lang)
		if !ok {
			t.Errorf("%s has no table", lang)
		}
		seen := map[string]string{}
		for code, n := range names {
			for _, s := range append([]string{n.full}, n.aliases...) {
				if other := seen[s]; other != "" {
					t.Errorf("%s: %s is a name of %s and of %s", lang, s, other, code)
				}
				seen[s] = code
			}
		}
		for code := range variantsIn(lang) {
			if _, ok := names[code]; !ok {
				t.Errorf("%s: %s is no code", lang, code)
			}
		}
	}
}
