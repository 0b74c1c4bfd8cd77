package names

import "testing"

// TestVariety: a variety of a language is read as the language is, and a
// language of which nothing is known as it is written.
func TestVariety(t *testing.T) {
	for _, tt := range []struct{ lang, name, prose, want string }{
		{"fr-CA", "Émirats", "Les Emirats, la nuit.", "Emirats"},
		{"fr-CA", "Le Caire", "Elle va au Caire.", "Caire"},
		{"en-GB", "World Health Organization", "The World Health Organisation met.", "World Health Organisation"},
		{"ru-KZ", "Орёл", "Мост в Орле, под Орлом и Орел.", "Орле"},
		{"uk-UA", "Алёна", "Там Алена.", "Алена"},
		{"ar-EG", "القاهرة", "في قاهرة", "قاهرة"},
		{"gv", "Émirats", "Emirats as Émirats.", "Émirats"},
		{"gv", "Le Caire", "au Caire", ""},
		{"gv", "World Health Organization", "World Health Organisation", ""},
		{"gv", "Bank Officers", "Bank Officer as Bank Officers", "Bank Officers"},
	} {
		got := readAll(t, tt.lang, []Entity{known("places/x", "", tt.name)}, tt.prose)[0].words()
		if got != tt.want {
			t.Errorf("%s: %q in %q is %q, want %q", tt.lang, tt.name, tt.prose, got, tt.want)
		}
	}
}
