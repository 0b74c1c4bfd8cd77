package iso3166

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestAll(t *testing.T) {
	all := All()
	if len(all) != 249 {
		t.Fatalf("%d countries, want 249", len(all))
	}
	if !slices.IsSortedFunc(all, func(a, b Country) int { return strings.Compare(a.ID, b.ID) }) {
		t.Error("not sorted by ID")
	}
	var (
		clean  = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
		alpha2 = regexp.MustCompile(`^[A-Z]{2}$`)
		alpha3 = regexp.MustCompile(`^[A-Z]{3}$`)
		seen   = map[string]bool{}
	)
	for _, c := range all {
		// A short ID could be taken for a code.
		if !clean.MatchString(c.ID) || len(c.ID) <= 3 || !alpha2.MatchString(c.Alpha2) || !alpha3.MatchString(c.Alpha3) {
			t.Errorf("malformed: %+v", c)
		}
		for _, key := range []string{c.ID, c.Alpha2, c.Alpha3} {
			if seen[key] {
				t.Errorf("%q stands for two countries", key)
			}
			seen[key] = true
			if got, ok := Lookup(key); !ok || got != c {
				t.Errorf("Lookup(%q) = %+v, %t; want %+v", key, got, ok, c)
			}
		}
	}
	all[0] = Country{}
	if All()[0] == (Country{}) {
		t.Error("a caller can change the list")
	}
}

func TestLookup(t *testing.T) {
	for _, tt := range []struct{ key, id string }{
		{"kyrgyzstan", "kyrgyzstan"},
		{"KG", "kyrgyzstan"},
		{"kg", "kyrgyzstan"},
		{"Kg", "kyrgyzstan"},
		{"KGZ", "kyrgyzstan"},
		{"kgz", "kyrgyzstan"},
		{"US", "united-states"},
		{"CI", "cote-d-ivoire"},
		{"TR", "turkiye"},
		{"BA", "bosnia-and-herzegovina"},
		{"MM", "myanmar"},
		{"VI", "us-virgin-islands"},
		{"NO", "norway"},
		{"GBR", "united-kingdom"},
		{"", ""},
		{"Kyrgyzstan", ""}, // an ID has one spelling
		{"kyrgyztsan", ""},
		{"XK", ""}, // user-assigned
		{"XKK", ""},
		{"EU", ""}, // reserved
		{"UK", ""}, // reserved
		{"SU", ""}, // withdrawn
		{"AC", ""}, // reserved
		{"ZZ", ""},
		{"UN", ""},
	} {
		c, ok := Lookup(tt.key)
		if ok != (tt.id != "") || c.ID != tt.id {
			t.Errorf("Lookup(%q) = %q, %t; want %q", tt.key, c.ID, ok, tt.id)
		}
	}
}

func TestName(t *testing.T) {
	for _, tt := range []struct{ code, lang, want string }{
		{"KG", "en", "Kyrgyzstan"},
		{"KG", "ru", "Киргизия"},
		{"KG", "fr", "Kirghizstan"},
		{"KG", "ky", "Кыргызстан"},
		{"TR", "en", "Türkiye"},
		{"TJ", "tg", "Тоҷикистон"},
		{"AM", "hy", "Հայաստան"},
		{"GE", "ka", "საქართველო"},
		{"CN", "zh", "中国"},
		{"BY", "fr-CA", "Biélorussie"},
		{"BY", "RU-by", "Беларусь"},
		{"BY", "zz", "Belarus"},
		{"BY", "", "Belarus"},
		{"BY", "iso3166-codes", "Belarus"},
		{"BY", "../en", "Belarus"},
	} {
		c, _ := Lookup(tt.code)
		if got := c.Name(tt.lang); got != tt.want {
			t.Errorf("%s in %q is %q, want %q", tt.code, tt.lang, got, tt.want)
		}
	}
	if got := (Country{}).Name("en"); got != "" {
		t.Errorf("the zero country is named %q", got)
	}
}

// Every table names all countries, in text fit for a page.
func TestTables(t *testing.T) {
	if n := len(languages()); n < 90 {
		t.Errorf("%d languages, want 90 or more", n)
	}
	for _, lang := range strings.Fields("en fr ru ar de hy ka kk ky tg uk uz zh") {
		if _, ok := languages()[lang]; !ok {
			t.Errorf("no table for %s", lang)
		}
	}
	for lang, parse := range languages() {
		if n := len(parse()); n != 249 {
			t.Errorf("%s: %d names, want 249", lang, n)
		}
		for _, c := range All() {
			name, aliases := c.Name(lang), c.Aliases(lang)
			if name == c.Alpha2 || slices.Contains(aliases, name) {
				t.Errorf("%s: %s: name %q, aliases %q", lang, c.ID, name, aliases)
			}
			for _, s := range append(aliases, name) {
				if s == "" || s != strings.TrimSpace(s) || !utf8.ValidString(s) || strings.ContainsAny(s, "\t\r\n<>") {
					t.Errorf("%s: %s is named %q", lang, c.ID, s)
				}
			}
		}
	}
}

func TestAliases(t *testing.T) {
	for _, tt := range []struct {
		code, lang string
		want       []string
	}{
		{"US", "en", []string{"US", "United States of America", "USA"}},
		{"TR", "en-GB", []string{"Turkey"}},
		{"US", "ru", []string{"США", "Соединённые Штаты Америки"}},
		{"KG", "en", []string{"Kyrgyz Republic"}},
		{"KG", "ru", []string{"Кыргызстан"}},
		{"KG", "ka", nil},
		{"BY", "uk", []string{"Білорусія"}},
		{"CI", "zh", []string{"象牙海岸"}},
		{"TR", "zz", nil},
		{"TT", "en", []string{"Trinidad and Tobago"}},
		{"KN", "en-GB", []string{"Saint Kitts and Nevis"}},
		{"MM", "en", []string{"Myanmar", "Burma"}},
		{"MM", "ru", []string{"Мьянма", "Бирма"}},
		{"CD", "en", []string{"Congo (DRC)", "Democratic Republic of the Congo", "DR Congo", "Congo-Kinshasa"}},
	} {
		c, _ := Lookup(tt.code)
		if got := c.Aliases(tt.lang); !slices.Equal(got, tt.want) {
			t.Errorf("aliases of %s in %s: %q, want %q", tt.code, tt.lang, got, tt.want)
		}
	}
	us, _ := Lookup("US")
	us.Aliases("en")[0] = "changed"
	if got := us.Aliases("en")[0]; got != "US" {
		t.Errorf("a caller can change the aliases: %q", got)
	}
}
