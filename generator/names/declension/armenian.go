package declension

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Armenian declines the last word of a name alone: endings of case, with the
// definite article behind them («Հայաստան» – «Հայաստանի», «Հայաստանին»,
// «Հայաստանն»). What makes it special: the article, which is -ը or -ն by the
// sounds on both sides, and the vowels that stems lose before an ending
// («Բաքու» – «Բաքվում», «պայմանագիր» – «պայմանագրի»).
// Words are given with «եւ» for «և».
func Armenian(name []string, person bool) []Paradigm {
	out := make([]Paradigm, len(name))
	last := len(name) - 1
	word := strings.ToLower(name[last])
	if !strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Armenian, r) }) {
		return out
	}
	first, _ := utf8.DecodeRuneInString(name[last])
	forms := declension{}
	switch {
	case isAcronym(name[last]):
		addAll(forms, word, armenianAcronym)
	case person:
		armenianNoun(forms, word)
		armenianProper(forms, word)
	default:
		armenianNoun(forms, word)
		armenianProper(forms, word)
		armenianVowels(forms, word, unicode.IsUpper(first) && last == 0)
		armenianNumber(forms, word, last > 0)
	}
	// What all forms begin with.
	base := word
	for form := range forms {
		for !strings.HasPrefix(form, base) {
			_, n := utf8.DecodeLastRuneInString(base)
			base = base[:len(base)-n]
		}
	}
	p := Paradigm{Base: base, Endings: map[string]Cases{}}
	for form, c := range forms {
		p.Endings[form[len(base):]] |= c
	}
	out[last] = p
	return out
}

// Endings by the sound they follow. «-ն» behind a consonant stands before a
// vowel: «Հայաստանն ու …».
var (
	armenianConsonant = strings.Fields("ը ն ի ին ինը ինն ից իցն ով ովն ում ումն")
	armenianVowel     = strings.Fields("ն յի յին յինը յից յով յում յումն")
	armenianE         = strings.Fields("ն ի ին ինը ից ով ում ումն")         // «Դուշանբեի»
	armenianI         = strings.Fields("ին իի իին իից իով իում ու ուն ուց") // «Գյումրիում», «Գյումրու»
	armenianU         = strings.Fields("ուն վի վին վից վով վում ուի ուին ուից ուով ուում")
	armenianTion      = strings.Fields("յունը յունն յան յանը յանն յունից յամբ յունով յունում") // «միության»
	armenianAcronym   = strings.Fields("ը ն ի ին ից ով ում յի յին յից յով յում")
)

func addAll(forms declension, base string, endings []string) {
	forms[base] = AnyCase
	for _, ending := range endings {
		forms[base+ending] |= AnyCase
	}
}

const armenianVowelLetters = "աեէըիոօ"

// armenianNoun adds the forms that every noun has.
func armenianNoun(forms declension, word string) {
	forms[word] = AnyCase
	switch {
	case endsIn(word, "ություն"):
		addTo(forms, strings.TrimSuffix(word, "յուն"), armenianTion)
	case endsIn(word, "ու"):
		addTo(forms, strings.TrimSuffix(word, "ու"), armenianU)
	case endsIn(word, "ի"):
		addTo(forms, strings.TrimSuffix(word, "ի"), armenianI)
	case endsIn(word, "ե", "է"):
		addTo(forms, word, armenianE)
	case strings.ContainsRune(armenianVowelLetters, lastRune(word)):
		addTo(forms, word, armenianVowel)
	default:
		addTo(forms, word, armenianConsonant)
	}
}

func addTo(forms declension, base string, endings []string) {
	for _, ending := range endings {
		forms[base+ending] |= AnyCase
	}
}

// armenianLosses are ends of stems that change before an ending, and what they
// become.
var armenianLosses = []struct{ from, to, endings string }{
	{"գարուն", "գարնան", " ը ն ից"},
	{"աշուն", "աշնան", " ը ն ից"},
	{"ամառ", "ամառվա", " ն"},
	{"ձմեռ", "ձմռան", " ը ն"},
	{"օր", "օրվա", " ն նից"},
	{"շաբաթ", "շաբաթվա", " ն նից"},
	{"գիշեր", "գիշերվա", " ն նից"},
	{"տարի", "տարվա", " ն նից"},
	{"ամիս", "ամսվա", " ն նից"},
	{"տուն", "տան", " ը ն ից"},
	{"ում", "ման", " ը ն"}, // «հարձակման»
	{"ում", "մամբ", ""},
	{"մարդ", "մարդու", " ն"},
}

// armenianVowels adds the forms of words that lose a vowel. Proper names of one
// word keep theirs.
func armenianVowels(forms declension, word string, proper bool) {
	if proper {
		return
	}
	for _, l := range armenianLosses {
		if stem, ok := strings.CutSuffix(word, l.from); ok {
			for ending := range strings.SplitSeq(l.endings, " ") {
				forms[stem+l.to+ending] |= AnyCase
			}
		}
	}
	// An «ի» or «ու» of the last syllable is lost, «ույ» becomes «ու».
	at := strings.LastIndexFunc(word, func(r rune) bool { return strings.ContainsRune(armenianVowelLetters+"ւ", r) })
	if at <= 0 || endsIn(word, "ություն") {
		return
	}
	_, n := utf8.DecodeRuneInString(word[at:])
	stem, rest := word[:at], word[at+n:]
	switch {
	case rest == "":
	case strings.HasSuffix(stem, "ո") && word[at:at+n] == "ւ":
		if tail, ok := strings.CutPrefix(rest, "յ"); ok && tail != "" {
			addTo(forms, word[:at+n]+tail, armenianConsonant)
			return
		}
		addTo(forms, strings.TrimSuffix(stem, "ո")+rest, armenianConsonant)
	case word[at:at+n] == "ի":
		addTo(forms, stem+rest, armenianConsonant)
	}
}

// armenianProper adds the forms of old names that lose the «ի» of their last syllable:
// «Դավիթ» – «Դավթի», «Էջմիածին» – «Էջմիածնի».
func armenianProper(forms declension, word string) {
	for _, end := range []string{"ն", "թ", "ր", "չ"} {
		if stem, ok := strings.CutSuffix(word, "ի"+end); ok && utf8.RuneCountInString(stem) > 2 {
			addTo(forms, stem+end, armenianConsonant)
			delete(forms, stem+end+"ն")
		}
	}
}

// armenianNumber adds the plural of a common noun, and the singular of one that
// a longer name has in the plural.
func armenianNumber(forms declension, word string, phrase bool) {
	if phrase {
		for _, end := range []string{"ներ", "եր"} {
			if one, ok := strings.CutSuffix(word, end); ok && utf8.RuneCountInString(one) > 3 {
				armenianNoun(forms, one)
				return
			}
		}
	}
	for _, end := range []string{"ներ", "եր"} {
		for _, ending := range append([]string{""}, armenianConsonant...) {
			if form := word + end + ending; forms[form] == 0 {
				forms[form] = NoCase
			}
		}
	}
}

// ArmenianAdjectival reports adjectives that make another place with a place.
func ArmenianAdjectival(word string) bool {
	return endsIn(strings.ToLower(word), "ային", "ական", "ելյան", "մտյան", "նոր", "մեծ", "փոքր", "վերին", "ստորին")
}

// ArmenianAgreesAsGiven reports whether a capitalised word may be the given name
// to a surname: given names stay in the nominative, other nouns beside a
// surname mostly have the article or an ending of case.
func ArmenianAgreesAsGiven(word, surname string, starts bool) bool {
	if starts && !strings.ContainsFunc(word, func(r rune) bool { return strings.ContainsRune(armenianVowelLetters+"ւ", r) }) {
		return false
	}
	if stem, ok := strings.CutSuffix(word, "ն"); ok && stem != "" {
		return strings.ContainsRune(armenianVowelLetters+"ւ", lastRune(stem)) && !endsIn(stem, "իա", "վա", "յի", "ւ")
	}
	if endsIn(word, "ի") {
		return utf8.RuneCountInString(word) < 6
	}
	return !endsIn(word, "ը", "ից", "ով", "ում", "ության", "ություն", "ներ", "ինս", "պես", "աբար", "ոք")
}
