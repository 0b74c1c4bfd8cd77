package names

import "testing"

// TestCapitals: names in capitals, and the ends of sentences that abbreviations and
// signs make.
func TestCapitals(t *testing.T) {
	for _, tt := range []struct{ lang, key, class, name, prose, want string }{
		{"en", "places/x", "", "Paris", "PARIS, 3 May", "PARIS"},
		{"en", "places/x", "", "Nice", "the NICE guidelines", ""},
		{"en", "places/x", "", "Bath", "in BATH 2019", "BATH"},
		{"en", "places/x", "", "Ufa", "UFA, 3 May", ""},
		{"en", "countries/x", "", "Georgia", "the BANK OF GEORGIA met", ""},
		{"en", "countries/x", "", "Kazakhstan", "then KAZAKHSTAN left", "KAZAKHSTAN"},
		{"en", "actors/x", "person", "Biden", "then BIDEN left", "BIDEN"},
		{"en", "actors/x", "person", "Biden", "then JILL BIDEN left", ""},
		{"en", "actors/x", "person", "March", "on MARCH 3", ""},
		{"fr", "actors/x", "person", "Vladimir Poutine", "de Vladimir POUTINE", "Vladimir POUTINE"},
		{"ru", "actors/x", "person", "Владимир Путин", "С ВЛАДИМИРОМ ПУТИНЫМ", "ВЛАДИМИРОМ ПУТИНЫМ"},
		{"ru", "places/x", "", "Нью-Йорк", "НЬЮ-ЙОРК, 3 мая", "НЬЮ-ЙОРК"},
		{"tr", "places/x", "", "Iğdır", "IĞDIR, 3 Mayıs", "IĞDIR"},
		{"tr", "places/x", "", "İzmir", "İZMİR, 3 Mayıs", "İZMİR"},
		{"hy", "places/x", "", "Երևան", "ԵՐԵՎԱՆ, 3 մայիսի", "ԵՐԵՎԱՆ"},
	} {
		e := known(tt.key, tt.class, tt.name)
		if got := readAll(t, tt.lang, []Entity{e}, tt.prose)[0].words(); got != tt.want {
			t.Errorf("%s: %s in %q is %q, want %q", tt.lang, tt.name, tt.prose, got, tt.want)
		}
	}
}

// TestSentenceEnds: where a sentence begins, a name is held back that the prose has
// as a common noun; an abbreviation ends none, and no acronym is a noun.
func TestSentenceEnds(t *testing.T) {
	for _, tt := range []struct{ lang, name, noun, prose, want string }{
		{"pl", "Brexit", "ten brexit trwa", "referendum ws. Brexitu", "Brexitu"},
		{"pl", "Brexit", "ten brexit trwa", "minęło. Brexitu nie ma", ""},
		{"ru", "Яблоко", "съел яблоко", "вырос на 5%. Яблоко упало", ""},
		{"ru", "Яблоко", "съел яблоко", "в «Газпроме». Яблоко упало", ""},
		{"en", "US", "he told us", "The talks ended. US troops left", "US"},
		{"en", "Shell", "a shell", "with Gen. Shell here", "Shell"},
	} {
		e := known("actors/x", "", tt.name)
		if got := readAll(t, tt.lang, []Entity{e}, tt.prose, tt.noun)[0].words(); got != tt.want {
			t.Errorf("%s: %s in %q is %q, want %q", tt.lang, tt.name, tt.prose, got, tt.want)
		}
	}
}

// TestTwoCases: an alias in small letters takes nothing from the name.
func TestTwoCases(t *testing.T) {
	for _, tt := range []struct{ prose, want string }{
		{"за Верховным судом", "Верховным судом"}, {"за верховным судом", "верховным судом"}, {"за Брекзитом", "Брекзитом"},
	} {
		court := known("actors/x", "", "Верховный суд", "верховный суд", "Брекзит", "брекзит")
		if got := readAll(t, "ru", []Entity{court}, tt.prose)[0].words(); got != tt.want {
			t.Errorf("%q is %q, want %q", tt.prose, got, tt.want)
		}
	}
}
