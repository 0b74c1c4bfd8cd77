package declension

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// eastSlavic is what the Ukrainian and the Belarusian share: words decline as
// in Russian, but stems change more, and an apostrophe parts a word in two.
type eastSlavic struct {
	adjectives []agreeing
	men        []string // given names that end as women's do
	word       func(w nameWord) Paradigm
	acronym    declension            // what acronyms in a consonant may take
	ordinals   map[string]declension // endings behind a number and a hyphen, by the nominative's
	and        []string              // words between two adjectives of a noun
	before     []string              // prepositions that end like nouns
}

// agreeing is an adjective's endings in the nominative with those of the nouns
// that it stands before; unlike the nouns' are some that other words have. In
// doubt a word is no adjective after all, but a noun with a name behind it.
type agreeing struct {
	own, noun, unlike []string
	many, doubtful    bool
	decline           func(word string) Paradigm
}

// nameWord is a word of a name, in lower case.
type nameWord struct {
	text                    string
	capital, person, plural bool
}

// part is a word with the tokens that it is made of.
type part struct {
	from, to int
	text     string // as written
}

// parts joins what apostrophes part.
func parts(name []string) []part {
	var out []part
	for i, word := range name {
		n := len(out)
		if i > 0 && n > 0 && out[n-1].to == i && (word == "’" || name[i-1] == "’") {
			out[n-1].to, out[n-1].text = i+1, out[n-1].text+word
			continue
		}
		out = append(out, part{i, i + 1, word})
	}
	return out
}

func (l *eastSlavic) forms(name []string, person bool) []Paradigm {
	out := make([]Paradigm, len(name))
	words := parts(name)
	given := strings.ToLower(words[0].text)
	woman := person && len(words) > 1 && endsIn(given, "а", "я", "ь") && !slices.Contains(l.men, given)
	led, many, agrees := false, false, false // what stands before a word
	for i, w := range words {
		first, _ := utf8.DecodeRuneInString(w.text)
		if !unicode.IsLetter(first) {
			continue
		}
		capital := strings.IndexFunc(w.text, unicode.IsUpper) >= 0
		if i > 1 && words[i-1].text == "-" && unicode.IsDigit(firstRune(words[i-2].text)) {
			if t := l.ordinals[w.text]; t != nil {
				out[w.from] = decline("", t) // «14-а поправка»
				agrees = true
			}
			continue
		}
		if !strings.Contains(w.text, "’") && isAcronym(w.text) && unicode.IsUpper(lastRune(w.text)) { // not «МакКейн»
			out[w.from] = l.ofAcronym(w.text)
			led = true
			continue
		}
		if !capital && (led && !person || slices.Contains(l.and, w.text)) {
			continue
		}
		lower := strings.ToLower(w.text)
		a := l.adjective(words[i:])
		var p Paradigm
		switch hyphen := beforeHyphen(name, w.to-1); {
		case a != nil && !person:
			p = a.decline(lower)
			many = a.many
		case hyphen && endsIn(lower, "о", "а") && !person:
			p.AsIs = AnyCase // «Івано-», or an adjective's first half
		default:
			p = l.word(nameWord{lower, capital, person, many})
			led = true
		}
		last := i == len(words)-1
		switch {
		case led && a == nil && !person && i > 0 && !agrees, beforeHyphen(name, w.to-1),
			woman && last && !endsIn(lower, "а", "я"),
			person && !last && (endsIn(lower, "о") || utf8.RuneCountInString(lower) < 5):
			p.AsIs = AnyCase
		}
		agrees = a != nil && !a.doubtful
		head := strings.ToLower(strings.Join(name[w.from:w.to-1], ""))
		rest, ok := strings.CutPrefix(p.Base, head)
		if ok {
			p.Base = rest
			out[w.to-1] = p
		}
	}
	return out
}

// adjective is the kind of adjective that the first of some words is; nil when
// it is none, as nothing behind it agrees with it.
func (l *eastSlavic) adjective(words []part) *agreeing {
	if len(words) < 2 || utf8.RuneCountInString(words[0].text) < 4 {
		return nil
	}
	if len(words) > 2 && slices.Contains(l.and, words[1].text) {
		words = slices.Concat(words[:1], words[2:])
	}
	word, next := strings.ToLower(words[0].text), strings.ToLower(words[1].text)
	if slices.Contains(l.before, next) {
		return nil
	}
	behind := l.adjective(words[1:])
	for i := range l.adjectives {
		a := &l.adjectives[i]
		if !endsIn(word, a.own...) || endsIn(next, a.unlike...) || !unicode.Is(unicode.Cyrillic, lastRune(next)) {
			continue
		}
		if behind == a || endsIn(next, a.noun...) {
			return a
		}
	}
	return nil
}

func (l *eastSlavic) ofAcronym(word string) Paradigm {
	if r := lastRune(word); !unicode.IsUpper(r) || !strings.ContainsRune("БВГҐДЖЗКЛМНПРСТФХЦЧШЩ", r) {
		return Paradigm{}
	}
	p := decline(strings.ToLower(word), l.acronym)
	p.AsIs = AnyCase
	return p
}

// forms are whole forms of a word.
type forms map[string]Cases

// add puts a stem before the endings of some tables. Before some endings the
// stem's last consonant is another one; mutate says so, and nil that it is not.
func (f forms) add(stem string, mutate func(stem, ending string) string, tables ...declension) {
	for _, t := range tables {
		for ending, c := range t {
			s := stem
			if mutate != nil {
				s = mutate(stem, ending)
			}
			f[s+ending] |= c
		}
	}
}

// paradigm parts the forms where they part.
func (f forms) paradigm() Paradigm {
	p := Paradigm{Endings: map[string]Cases{}}
	begun := false
	for form := range f {
		if !begun {
			p.Base, begun = form, true
		}
		for !strings.HasPrefix(form, p.Base) {
			_, n := utf8.DecodeLastRuneInString(p.Base)
			p.Base = p.Base[:len(p.Base)-n]
		}
	}
	for form, c := range f {
		p.Endings[form[len(p.Base):]] = c
	}
	return p
}

// cut takes the last n letters from a word.
func cut(word string, n int) string {
	for range n {
		_, size := utf8.DecodeLastRuneInString(word)
		word = word[:len(word)-size]
	}
	return word
}

// consonants of words that may end in one.
const consonants = "бвгґджзйклмнпрстўфхцчшщ"

func endsInConsonant(word string) bool { return strings.ContainsRune(consonants, lastRune(word)) }

// doubled is a soft stem as it stands before the ending of the instrumental:
// «Білорусь», «Білоруссю».
func doubled(stem string) string {
	switch r := lastRune(stem); {
	case strings.HasSuffix(stem, "дз"):
		return cut(stem, 2) + "ддз"
	case !endsInConsonant(cut(stem, 1)) && strings.ContainsRune("днтзслцчшж", r):
		return stem + string(r)
	}
	return stem
}
