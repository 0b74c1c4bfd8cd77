package declension

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Turkish parts a name from its endings with an apostrophe («Ankara’da»), so that
// the name itself stays as it is. What makes it special: the names of bodies and
// treaties take their endings without one («Avrupa Birliğine»), and i and ı are
// two letters. Of one word, only long names are taken for written so by mistake.
func Turkish(name []string, person bool) []Paradigm {
	out := make([]Paradigm, len(name))
	last := len(name) - 1
	word := name[last]
	const long = 5
	if last == 0 && utf8.RuneCountInString(word) < long || isAcronym(word) {
		return out
	}
	heard := strings.ToLowerSpecial(unicode.TurkishCase, word)
	out[last] = turkish.word(heard, person)
	out[last].Base = dotless(word, out[last].Base)
	return out
}

// dotless gives the base its first letter as words in lower case are looked up.
func dotless(word, base string) string {
	if strings.HasPrefix(word, "I") {
		return "i" + strings.TrimPrefix(base, "ı")
	}
	return base
}

var turkish = &turkic{
	vowels: "aeıioöuü",
	harmonies: []harmony{
		{"aı", []*strings.Replacer{unchanged}},
		{"ou", []*strings.Replacer{unchanged, strings.NewReplacer("ı", "u")}},
		{"ei", []*strings.Replacer{strings.NewReplacer("a", "e", "ı", "i")}},
		{"öü", []*strings.Replacer{strings.NewReplacer("a", "e", "ı", "ü"), strings.NewReplacer("a", "e", "ı", "i")}},
	},
	bare: func(last rune) string {
		switch last {
		case 'a', 'e', 'ı', 'i', 'o', 'ö', 'u', 'ü':
			return "yı ya da dan nın yla daki"
		case 'ç', 'f', 'h', 'k', 'p', 's', 'ş', 't':
			return "ı a ta tan ın la taki"
		}
		return "ı a da dan ın la daki"
	},
	plural:    func(rune) string { return "lar" },
	possessed: "nı na nda ndan nın yla ndaki", possessives: "ıiuü", joint: "s",
	softened: map[rune]string{'k': "ğ", 'p': "b", 'ç': "c"},
}

// TurkishDirection reports words that make another place with a place.
func TurkishDirection(word string) bool {
	return endsIn(strings.ToLowerSpecial(unicode.TurkishCase, word), "güney", "kuzey", "doğu", "batı", "orta", "yeni", "ekvator", "büyük", "küçük", "birleşik")
}

// TurkishAgreesAsGiven reports whether a capitalised word may be the given name to
// a surname. A name in a case has an apostrophe; a common noun has a capital
// only where a sentence starts.
func TurkishAgreesAsGiven(word, _ string, starts bool) bool {
	return !starts || agreesAsGiven(word, "da", "de", "ta", "te", "dan", "den", "tan", "ten", "nın", "nin", "nun", "nün",
		"ya", "ye", "na", "ne", "ca", "ce", "ken", "ınca", "ince", "lar", "ler")
}
