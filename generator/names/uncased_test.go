package names

import "testing"

func TestUncased(t *testing.T) {
	for _, tt := range []struct{ key, kind, name, prose, want string }{
		{"places/x", "", "القاهرة", "درس بجامعة القاهرة وعاش في القاهرة", "القاهرة"},
		{"places/x", "", "الهند", "نزل في فندق الهند", ""},
		{"places/x", "", "غينيا", "غينيا الاستوائية", ""},
		{"places/x", "", "القدس", "صحيفة «القدس العربي»", ""},
		{"places/x", "", "القدس", "صحيفة «القدس» قالت", "القدس"},
		{"actors/x", "person", "حسين", "غنى حسين الجسمي", ""},
		{"actors/x", "person", "حسين", "غنى حسين اليوم", "حسين"},
		{"actors/x", "person", "السيسي", "جاء محمد السيسي", ""},
		{"actors/x", "person", "علي عبد الله صالح", "حكم علي عبدالله صالح", "علي عبدالله صالح"},
		{"actors/x", "person", "عبدالكريم قاسم", "حكم عبد الكريم قاسم", "عبد الكريم قاسم"},
		{"actors/x", "person", "علي", "على الأرض وعلى البحر", ""},
		{"actors/x", "person", "مصطفى", "رأى البحر مصطفي", "مصطفي"},
	} {
		e := known(tt.key, tt.kind, tt.name)
		if got := readAll(t, "ar", []Entity{e}, tt.prose)[0].words(); got != tt.want {
			t.Errorf("%s in %q is %q, want %q", tt.name, tt.prose, got, tt.want)
		}
	}
	// The Armenian marks of a question and of stress stand inside words.
	hy := []Entity{known("countries/x", "", "Ռուսաստան")}
	if got := readAll(t, "hy", hy, "Մի՞թե Ռուսաստա՞նն է։")[0].words(); got != "Ռուսաստա՞նն" {
		t.Error(got)
	}
}
