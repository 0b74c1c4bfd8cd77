package declension

import "unicode/utf8"

// RussianAdjectival reports adjectives in any case.
func RussianAdjectival(word string) bool {
	return utf8.RuneCountInString(word) > 4 && !endsIn(word, "ией") && endsIn(word, "ая", "яя", "ую", "юю", "ой", "ей", "ое", "ее", "ого", "его",
		"ому", "ему", "ый", "ий", "ым", "им", "ые", "ие", "ых", "их", "ыми", "ими")
}

// RussianAgrees reports whether an adjective may stand before a place that is in
// one of some cases. A noun that ends like one does not: «под Москвой Германия».
func RussianAgrees(adjective, place string, c Cases) bool {
	for _, t := range []declension{adjectiveM, adjectiveF, adjectiveN, adjectiveP} {
		for ending, cases := range t {
			if ending == "ой" && cases == nom|acc && !endsInConsonant(place) {
				continue
			}
			if endsIn(adjective, ending) && cases&c != 0 {
				return true
			}
		}
	}
	return false
}

// RussianAgreesAsGiven reports whether a capitalised word may be the given name to a
// surname in the same case. Where a sentence starts it is more often a noun:
// «Встреча Путина».
func RussianAgreesAsGiven(word, surname string, starts bool) bool {
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

// RussianNamesake reports whether a capitalised word may be the given name to a
// surname that is also a place, in one of some cases: «Джордж Вашингтон». Where a sentence starts, nouns and
// verbs have a capital, too.
func RussianNamesake(word, place string, c Cases, starts bool) bool {
	switch {
	case utf8.RuneCountInString(word) < 3, RussianAdjectival(word):
		return false
	case endsInConsonant(place):
		return c&nom != 0 && endsInConsonant(word) && !endsIn(word, "ом", "ем", "ам", "ах") && !(starts && endsIn(word, "л", "х")) ||
			c&nom != 0 && !starts && endsIn(word, "ь") || endsIn(place, "ом", "ем", "ым") && endsIn(word, "ом", "ем")
	case endsIn(place, "у", "ю"):
		return endsIn(word, "у", "ю")
	case starts:
		return false
	case endsIn(place, "е"):
		return endsIn(word, "е")
	case endsIn(place, "а", "я"):
		return endsIn(word, "а", "я")
	}
	return false
}

// RussianGivenTo reports whether a capitalised word may be the surname to a given name
// that is also a place, and that is in one of some cases: «с Владимиром Петровым».
func RussianGivenTo(surname, place string, c Cases) bool {
	fixed := endsIn(surname, "о", "у", "и", "э", "ю") // does not decline
	for _, of := range []struct {
		c    Cases
		ends []string
	}{
		{nom, []string{"ий", "ый"}},
		{gen | liv, []string{"ого", "его"}},
		{dat, []string{"у", "ю"}},
		{ins, []string{"ом", "ем", "ым", "им"}},
		{loc, []string{"е", "ом", "ем"}},
	} {
		if c&of.c != 0 && endsIn(surname, of.ends...) {
			return true
		}
	}
	woman := endsIn(place, "а", "я")
	switch {
	case c&nom != 0:
		return fixed || endsInConsonant(surname) || endsIn(surname, "ь", "а", "я") && (woman || endsIn(surname, "ь"))
	case c&ins != 0:
		return fixed || endsIn(surname, "ой", "ей")
	case c&(gen|liv) != 0 && endsIn(place, "а", "я"):
		return endsIn(surname, "а", "я")
	}
	return c&(gen|dat|loc) != 0 && endsIn(surname, "ой")
}
