package names

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The Russian cases, in the singular; times plural they are the plural ones.
const (
	nom cases = 1 << iota
	gen
	dat
	acc // of things
	liv // the accusative of living beings
	ins
	loc
	plural
)

// pl are the same cases in the plural.
func pl(c cases) cases { return c * plural }

// russianForms declines a name given in the nominative. Of a person's name
// every word declines; of any other, the adjectives and the noun that lead it:
// «Южной Осетии», «Организации Договора о …». What follows the noun stays, or,
// if it is a name of its own, agrees: «Республики Беларусь», «Папуа — Новой
// Гвинеи».
func russianForms(name []string, person bool) []paradigm {
	out := make([]paradigm, len(name))
	woman := person && isWoman(name)
	led := false
	for i, word := range name {
		first, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsLetter(first) {
			continue
		}
		capital := unicode.IsUpper(first)
		if led && !capital && !person || isAcronym(word) {
			led = true
			continue
		}
		out[i] = russianWord(strings.ToLower(word), capital, person)
		if led && !person || beforeHyphen(name, i) {
			out[i].asIs = anyCase
		}
		last := i == len(name)-1
		if woman && last && !endsIn(word, "а", "я") || person && !last && utf8.RuneCountInString(word) < 5 {
			out[i].asIs = anyCase
		}
		led = led || !isAdjective(strings.ToLower(word))
	}
	return out
}

func beforeHyphen(name []string, i int) bool { return i+1 < len(name) && name[i+1] == "-" }

// isWoman guesses from the given name; men's names in -а and -я are few.
func isWoman(name []string) bool {
	first := strings.ToLower(name[0])
	return len(name) > 1 && endsIn(first, "а", "я", "ь") &&
		!slices.Contains([]string{"илья", "никита", "лука", "фома", "кузьма", "данила", "игорь",
			"саша", "миша", "ваня"}, first)
}

// isAcronym reports words with a capital that is not the first letter.
func isAcronym(word string) bool {
	_, n := utf8.DecodeRuneInString(word)
	return strings.IndexFunc(word[n:], unicode.IsUpper) >= 0
}

func endsIn(word string, endings ...string) bool {
	return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(word, e) })
}

func isAdjective(word string) bool {
	return utf8.RuneCountInString(word) > 3 && endsIn(word, "ый", "ой", "ая", "яя", "ое", "ее", "ые", "ский", "цкий",
		"ние", "кие", "гие", "хие", "шие", "щие", "ний", "кий")
}

// isAdjectival reports adjectives in any case.
func isAdjectival(word string) bool {
	return utf8.RuneCountInString(word) > 4 && endsIn(word, "ая", "яя", "ую", "юю", "ой", "ей", "ое", "ее", "ого", "его",
		"ому", "ему", "ый", "ий", "ым", "им", "ые", "ие", "ых", "их", "ыми", "ими")
}

// agreesAsGiven reports whether a capitalised word may be the given name to a
// surname in the same case. Where a sentence starts it is more often a noun:
// «Встреча Путина».
func agreesAsGiven(word, surname string, starts bool) bool {
	switch {
	case endsIn(surname, "у", "ю"):
		return endsIn(word, "у", "ю")
	case starts:
		return false
	case endsIn(surname, "а", "я"):
		return endsIn(word, "а", "я")
	case endsIn(surname, "ым", "им", "ом", "ем"):
		return endsIn(word, "ом", "ем")
	case endsIn(surname, "ой"):
		return endsIn(word, "ы", "и", "е", "ой", "ей")
	}
	return !endsIn(word, "е", "и", "у", "ы", "ю", "ом", "ем")
}

// declension is the endings that take the place of one in the nominative.
type declension map[string]cases

// Endings by the nominative's own. They cover hard and soft stems alike: a form
// with the other vowel («Москвей») is not a word, so it cannot mislead.
var (
	adjectiveM = declension{"ый": nom | acc, "ий": nom | acc, "ой": nom | acc, "ого": gen | liv, "его": gen | liv, "ому": dat, "ему": dat, "ым": ins, "им": ins, "ом": loc, "ем": loc}
	adjectiveF = declension{"ая": nom, "яя": nom, "ую": acc | liv, "юю": acc | liv, "ой": gen | dat | ins | loc, "ей": gen | dat | ins | loc, "ою": ins}
	adjectiveN = declension{"ое": nom | acc, "ее": nom | acc, "ого": gen, "его": gen, "ому": dat, "ему": dat, "ым": ins, "им": ins, "ом": loc, "ем": loc}
	adjectiveP = declension{"ые": pl(nom | acc), "ие": pl(nom | acc), "ых": pl(gen | liv | loc), "их": pl(gen | liv | loc), "ым": pl(dat), "им": pl(dat), "ыми": pl(ins), "ими": pl(ins)}

	nounA    = declension{"а": nom, "ы": gen, "и": gen, "е": dat | loc, "у": acc | liv, "ой": ins, "ей": ins, "ою": ins}
	surnameA = declension{"а": nom, "ой": gen | dat | ins | loc, "ою": ins, "у": acc | liv}
	nounYa   = declension{"я": nom, "и": gen | dat | loc, "е": dat | loc, "ю": acc | liv, "ей": ins, "ею": ins}
	nounIya  = declension{"ия": nom, "ии": gen | dat | loc, "ию": acc | liv, "ией": ins, "иею": ins}
	nounM    = declension{"": nom | acc, "а": gen | liv, "у": dat, "ом": ins, "ем": ins, "е": loc}
	surnameM = declension{"": nom, "а": gen | liv, "у": dat, "ым": ins, "ом": ins, "е": loc}
	nounY    = declension{"й": nom | acc, "я": gen | liv, "ю": dat, "ем": ins, "е": loc, "и": loc}
	nounSoft = declension{"ь": nom | acc, "и": gen | dat | loc, "ью": ins, "я": gen | liv, "ю": dat, "ем": ins, "е": loc}
	nounEts  = declension{"ец": nom | acc, "ца": gen | liv, "цу": dat, "цом": ins, "цем": ins, "це": loc, "йца": gen | liv, "йцу": dat, "йцем": ins, "йце": loc, "ьца": gen | liv, "ьцу": dat, "ьцом": ins, "ьце": loc}
	nounIi   = declension{"ий": nom | acc, "ия": gen | liv, "ию": dat, "ием": ins, "ии": loc}
	nounIe   = declension{"ие": nom | acc, "ия": gen, "ию": dat, "ием": ins, "ии": loc}
	nounO    = declension{"о": nom | acc, "а": gen, "у": dat, "ом": ins, "е": loc}
	nounE    = declension{"е": nom | acc, "я": gen, "ю": dat, "ем": ins, "и": loc}
	nounMa   = declension{"мя": nom | acc, "мени": gen | dat | loc, "менем": ins}

	nounsY = declension{"ы": pl(nom | acc), "и": pl(nom | acc), "ов": pl(gen | liv), "ев": pl(gen | liv), "": pl(gen | liv), "ам": pl(dat), "ами": pl(ins), "ах": pl(loc), "ям": pl(dat), "ями": pl(ins), "ях": pl(loc)}
	nounsM = declension{"ы": noCase, "и": noCase, "ов": noCase, "ей": noCase, "ам": noCase, "ами": noCase, "ах": noCase}
	nounsA = declension{"": pl(gen | liv), "ам": pl(dat), "ами": pl(ins), "ах": pl(loc), "а": pl(nom | acc)}
	nounsI = declension{"ия": pl(nom | acc), "ий": pl(gen), "иям": pl(dat), "иями": pl(ins), "иях": pl(loc)}
)

// fleeting are given names that lose a vowel.
var fleeting = map[string]struct{ base, stem string }{
	"павел": {"пав", "л"}, "лев": {"л", "ьв"}, "христос": {"христ", ""}, "орел": {"ор", "л"}, "петр": {"петр", ""},
}

// russianWord declines one word. A capitalised word is a proper name, and those
// in a foreign vowel do not decline.
func russianWord(word string, capital, person bool) paradigm {
	if f, ok := fleeting[word]; ok {
		endings := map[string]cases{strings.TrimPrefix(word, f.base): nom}
		for ending, c := range decline("", nounM, nounsM).endings {
			if ending != "" {
				endings[f.stem+ending] |= c
			}
		}
		return paradigm{base: f.base, endings: endings}
	}
	_, n := utf8.DecodeLastRuneInString(word)
	_, m := utf8.DecodeLastRuneInString(word[:len(word)-n])
	one, two := word[len(word)-n:], word[len(word)-n-m:]
	if one == two {
		return paradigm{} // a letter
	}
	switch base := word[:len(word)-len(one)]; one {
	case "а":
		switch {
		case strings.Contains("аеиоуыэюя", two[:m]):
			return paradigm{} // «Никарагуа»
		case person && endsIn(word, "ова", "ева"):
			return decline(base, surnameA)
		case person && endsIn(word, "ина", "ына"):
			return decline(base, surnameA, nounA) // «Марина», or «Пугина»
		case !capital:
			return decline(base, nounA, nounsA)
		}
		return decline(base, nounA)
	case "я":
		return declineYa(word, base, two, capital)
	case "й":
		return declineY(word, base, two)
	case "ь":
		return decline(base, nounSoft)
	case "ы":
		return decline(base, nounsY)
	case "и":
		if !capital || two == "ки" {
			return decline(base, nounsY)
		}
	case "о":
		if !capital || endsIn(word, "ство", "ово", "ево", "ино", "ыно") {
			p := decline(base, nounO)
			if capital && !endsIn(word, "ство") {
				p.asIs = anyCase // «в Косово», «в Косове»
			}
			return p
		}
	case "е":
		switch two {
		case "ое", "ее":
			return decline(strings.TrimSuffix(word, two), adjectiveN)
		case "ые":
			return decline(strings.TrimSuffix(word, two), adjectiveP)
		case "ие":
			return decline(strings.TrimSuffix(word, two), nounIe, adjectiveP)
		case "ье":
			return decline(base, nounE)
		}
	case "э", "у", "ю":
	default:
		switch {
		case endsIn(word, "ец"):
			return decline(strings.TrimSuffix(word, "ец"), nounEts)
		case person && endsIn(word, "ов", "ев", "ин", "ын"):
			return decline(word, surnameM)
		case unicode.Is(unicode.Cyrillic, lastRune(word)):
			return decline(word, nounM, nounsM)
		}
	}
	return paradigm{}
}

func lastRune(word string) rune {
	r, _ := utf8.DecodeLastRuneInString(word)
	return r
}

func declineYa(word, base, two string, capital bool) paradigm {
	stem := strings.TrimSuffix(word, two)
	switch {
	case two == "ая", two == "яя":
		return decline(stem, adjectiveF)
	case two == "мя" && !capital:
		return decline(stem, nounMa)
	case two == "ия" && capital:
		return decline(stem, nounIya)
	case two == "ия":
		return decline(stem, nounIya, nounsI)
	}
	return decline(base, nounYa)
}

// declineY declines words in -й: «Китай», «Дмитрий», «Зеленский», «южный».
func declineY(word, base, two string) paradigm {
	stem := strings.TrimSuffix(word, two)
	switch {
	case endsIn(word, "ский", "цкий", "ый", "ой"):
		return decline(stem, adjectiveM)
	case endsIn(word, "ний", "кий", "гий", "хий", "ший", "щий"):
		return decline(stem, nounIi, adjectiveM) // «Евгений», or «Дальний»
	case two == "ий":
		return decline(stem, nounIi)
	}
	return decline(base, nounY)
}

func decline(base string, tables ...declension) paradigm {
	endings := map[string]cases{}
	for _, t := range tables {
		for ending, c := range t {
			endings[ending] |= c
		}
	}
	return paradigm{base: base, endings: endings}
}
