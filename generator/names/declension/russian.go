package declension

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The Russian cases, in the singular; times plural they are the plural ones.
const (
	nom Cases = 1 << iota
	gen
	dat
	acc // of things
	liv // the accusative of living beings
	ins
	loc
	plural
)

// pl are the same cases in the plural.
func pl(c Cases) Cases { return c * plural }

// Russian declines a name given in the nominative. Of a person's name
// every word declines; of any other, the adjectives and the noun that lead it:
// «Южной Осетии», «Организации Договора о …». What follows the noun stays, or,
// if it is a name of its own, agrees: «Республики Беларусь», «Папуа — Новой
// Гвинеи».
func Russian(name []string, person bool) []Paradigm {
	out := make([]Paradigm, len(name))
	woman := person && isWoman(name)
	w := russianNoun{person: person, longer: len(name) > 1}
	led := false
	for i, word := range name {
		first, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsLetter(first) {
			continue
		}
		w.text, w.capital = strings.ToLower(word), unicode.IsUpper(first)
		hyphen, behind := beforeHyphen(name, i), i > 1 && name[i-1] == "-"
		switch {
		case !w.capital && (word == "и" || word == "или"):
			continue // «Центральная и Восточная Европа»
		case isAcronym(word) && unicode.IsUpper(lastRune(word)): // not «МакКейн»
			out[i] = russianAcronym(w.text)
			led = true
			continue
		case behind && unicode.IsDigit(rune(name[i-2][0])):
			out[i] = decline("", russianOrdinals[w.text])
			if out[i].Endings[w.text] == 0 {
				out[i] = Paradigm{}
			}
			continue
		case led && !w.capital && !person && !(behind && out[i-2].Endings != nil && utf8.RuneCountInString(word) > 3):
			continue
		case hyphen && !person && strings.HasSuffix(w.text, "о") && isAdjective(compoundEnd(name, i)):
			continue // «Северо-Кавказский»
		}
		own := russianPossessive(name, i, person)
		switch next := next(name, i); {
		case own == nil:
			out[i] = w.paradigm()
		default:
			f := forms{}
			f.add(strings.TrimSuffix(w.text, own.ending(w.text)), nil, own.decline)
			if first, _ := utf8.DecodeRuneInString(next); unicode.IsUpper(first) { // «Марьина Роща», or «Молдова Нова»
				p := w.paradigm()
				f.add(p.Base, nil, p.Endings)
				own = nil
			}
			out[i] = f.paradigm()
		}
		if led && !person || hyphen {
			out[i].AsIs = AnyCase
		}
		last := i == len(name)-1
		if woman && last && !endsIn(word, "а", "я") || person && !last && utf8.RuneCountInString(word) < 5 {
			out[i].AsIs = AnyCase
		}
		switch {
		case own != nil:
			w.many, w.neuter = own.many, own.neuter
		case isAdjective(w.text):
			w.many = endsIn(w.text, "ые", "ие")
			w.neuter = endsIn(w.text, "ое", "ее")
		default:
			led = led || !hyphen || !isAdjective(compoundEnd(name, i))
		}
	}
	return out
}

func beforeHyphen(name []string, i int) bool { return i+1 < len(name) && name[i+1] == "-" }

// next is the word behind the i-th of a name.
func next(name []string, i int) string {
	if i+1 < len(name) {
		return name[i+1]
	}
	return ""
}

// compoundEnd is the last word, in lower case, of what hyphens tie to the i-th.
func compoundEnd(name []string, i int) string {
	for i+2 < len(name) && name[i+1] == "-" {
		i += 2
	}
	return strings.ToLower(name[i])
}

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
		"ние", "кие", "гие", "хие", "шие", "щие", "ний", "кий", "ший", "щий", "чий")
}

// possessive is an adjective that ends like a noun: «Воробьёвы горы», «Третий
// рейх». Only the noun behind it tells them apart.
type possessive struct {
	own, noun    []string // endings in the nominative
	decline      declension
	many, neuter bool
}

var russianPossessives = []possessive{
	{own: []string{"ов", "ев", "ин", "ын"}, noun: strings.Split(consonants+"ь", ""), decline: possessiveM},
	{own: []string{"ий"}, noun: strings.Split(consonants+"ь", ""), decline: possessiveM},
	{own: []string{"ова", "ева", "ина", "ына", "ья"}, noun: []string{"а", "я", "ь"}, decline: possessiveF},
	{own: []string{"ово", "ево", "ино", "ыно", "ье"}, noun: []string{"о", "е"}, decline: possessiveN, neuter: true},
	{own: []string{"овы", "евы", "ины", "ыны", "ьи"}, noun: []string{"ы", "и", "а", "я"}, decline: possessiveP, many: true},
}

// ending is what of a word its other endings take the place of.
func (p *possessive) ending(word string) string {
	for ending := range p.decline {
		if ending != "" && p.decline[ending]&(nom|pl(nom)) != 0 && strings.HasSuffix(word, ending) {
			return ending
		}
	}
	return ""
}

// russianPossessive is the kind of possessive that the i-th word of a name is; nil
// when it is none.
func russianPossessive(name []string, i int, person bool) *possessive {
	word, noun := strings.ToLower(name[i]), strings.ToLower(next(name, i))
	if person || utf8.RuneCountInString(noun) < 3 || utf8.RuneCountInString(word) < 4 || isAdjective(word) ||
		slices.Contains(russianPrepositions, noun) || endsIn(noun, "ый", "ий", "ой") {
		return nil
	}
	for k := range russianPossessives {
		if p := &russianPossessives[k]; endsIn(word, p.own...) && endsIn(noun, p.noun...) {
			return p
		}
	}
	return nil
}

var russianPrepositions = strings.Fields("для под над без при про через перед между из-за или")
