package voice

import "testing"

func TestCapital(t *testing.T) {
	for _, tt := range []struct{ lang, name, title, letter string }{
		{"en", "ilçe", "Ilçe", "I"},
		{"tr", "ilçe", "İlçe", "İ"},
		{"az", "ilham", "İlham", "İ"},
		{"tr-CY", "ısparta", "Isparta", "I"},
		{"nl", "ijsclub 1", "IJsclub 1", "I"},
		{"nl-BE", "ijzer", "IJzer", "I"},
		{"en", "ijsclub", "Ijsclub", "I"},
		{"nl", "inf", "Inf", "I"},
		{"ka", "კავშირი", "კავშირი", "კ"},
		{"el", "άλφα", "Άλφα", "Α"},
		{"el", "ϊόν", "Ϊόν", "Ϊ"},
		{"hr", "ǆep", "ǅep", "ǅ"},
		{"fr", "école", "École", "É"},
		{"ru", "ёлка", "Ёлка", "Ё"},
		{"en", "iPhone", "iPhone", "I"},
		{"en", "NATO", "NATO", "N"},
		{"ar", "الاتحاد", "الاتحاد", "ا"},
	} {
		if got := Capital(tt.name, tt.lang); got != tt.title {
			t.Errorf("%s %q: %q, want %q", tt.lang, tt.name, got, tt.title)
		}
		if got := Initial(tt.name, tt.lang); got != tt.letter {
			t.Errorf("%s %q is under %q, want %q", tt.lang, tt.name, got, tt.letter)
		}
	}
}
