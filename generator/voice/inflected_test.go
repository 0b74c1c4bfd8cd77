package voice

import (
	"slices"
	"strings"
	"testing"

	"dossier/generator/model"
)

// TestInflectedNames: what a reader types in a case finds the name, by a form of the
// index or by its stem.
func TestInflectedNames(t *testing.T) {
	for _, tt := range []struct{ lang, key, name, asked string }{
		{"uk", "places/kyiv", "Київ", "Києва Києві Києвом"},
		{"uk", "actors/zelenskyy", "Володимир Зеленський", "Володимира_Зеленського Володимиру_Зеленському"},
		{"be", "places/minsk", "Мінск", "Мінска Мінску Мінскам"},
		{"pl", "places/warsaw", "Warszawa", "Warszawie Warszawy Warszawę warszawa"},
		{"pl", "countries/poland", "Polska", "Polsce Polski"},
		{"cs", "places/prague", "Praha", "Praze Prahy Prahou"},
		{"kk", "countries/kazakhstan", "Қазақстан", "Қазақстанның Қазақстанда Қазақстанға Қазақстаннан"},
		{"ky", "countries/kyrgyzstan", "Кыргызстан", "Кыргызстандын Кыргызстанга Кыргызстанда"},
		{"hy", "places/yerevan", "Երևան", "Երևանում Երևանի Երևանից"},
		{"tr", "places/ankara", "Ankara", "Ankarada Ankaranın"},
		{"ar", "actors/un", "الأمم المتحدة", "للأمم_المتحدة والأمم_المتحدة"},
		{"ru", "places/yerevan", "Ереван", "Еревана Ереване"},
		{"de", "countries/russia", "Russland", "Russlands"},
		{"hu", "countries/hungary", "Magyarország", "Magyarországon"},
		{"fi", "countries/finland", "Suomi", "Suomi"}, // nobody knows how it changes
	} {
		e := &model.Entity{Doc: model.Doc{Key: model.Key(tt.key)}, Names: model.Words{tt.lang: tt.name}}
		if e.Key.Kind() == model.Actors {
			e.Type = "person"
		}
		x := NewInflector(tt.lang)
		names := append(x.Forms(e, tt.lang), tt.name)
		var keys []string
		for _, n := range names {
			keys = append(keys, x.key(n))
		}
		for asked := range strings.FieldsSeq(tt.asked) {
			if key := x.key(asked); !slices.Contains(keys, key) {
				t.Errorf("%s: nobody finds %s with %q (%s) among %q", tt.lang, tt.name, asked, key, keys)
			}
		}
		if len(names) > mostForms+1 {
			t.Errorf("%s: %d forms of %s", tt.lang, len(names), tt.name)
		}
	}
}

func BenchmarkInflected(b *testing.B) {
	e := &model.Entity{Doc: model.Doc{Key: "actors/zelenskyy"}, Type: "person", Names: model.Words{"uk": "Володимир Зеленський"}}
	x := NewInflector("uk")
	for b.Loop() {
		x.Forms(e, "uk")
	}
}
