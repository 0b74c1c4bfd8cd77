package declension

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Turkic languages put their endings, one behind the other, on the last word of
// a name only. The vowels of an ending follow the last vowel of the word, its
// first consonant the last sound. Tables have endings as they are behind
// unrounded back vowels; a harmony gives the others.

// turkic is such a language.
type turkic struct {
	vowels, both string // vowels; those of other languages' names, behind which usage wavers
	harmonies    []harmony
	bare         func(last rune) string // the endings of the cases, by the last sound
	plural       func(last rune) string
	possessed    string // the cases behind a possessive ending: «Республикасы», «Республикасында»
	possessives  string // vowels of the possessive ending
	joint        string // the consonant that parts it from a vowel
	softened     map[rune]string
}

// harmony is how endings sound behind some vowels.
type harmony struct {
	behind string
	spell  []*strings.Replacer // more than one: all of them may be heard further on
}

var unchanged = strings.NewReplacer()

// forms gives the last word its endings.
func (t *turkic) forms(name []string, person bool) []Paradigm {
	out := make([]Paradigm, len(name))
	last := len(name) - 1
	out[last] = t.word(name[last], person)
	return out
}

func (t *turkic) word(word string, person bool) Paradigm {
	r := lastRune(word)
	if !unicode.IsLetter(r) {
		return Paradigm{}
	}
	p := Paradigm{Base: strings.ToLower(word), Endings: map[string]Cases{"": AnyCase}}
	if isAcronym(word) { // read letter by letter, or as a word
		for _, table := range t.tables() {
			t.add(&p, "", table, t.harmonies)
		}
		return p
	}
	stem, soft := strings.CutSuffix(p.Base, "ь")
	sound := lastRune(stem)
	heard := t.heard(stem, soft)
	signs := []string{""}
	if soft { // «Беларусьтің», «Беларустун»
		p.Base, p.Endings, signs = stem, map[string]Cases{"ь": AnyCase}, []string{"", "ь"}
	}
	for _, sign := range signs {
		t.add(&p, sign, t.bare(sound), heard)
		t.add(&p, sign, t.plural(sound), heard)
		for _, cases := range strings.Fields(t.bare('р')) {
			t.add(&p, sign, t.plural(sound)+cases, heard)
		}
	}
	if person {
		return p
	}
	for _, cases := range strings.Fields(t.possessed) { // «министрлері», «министрлерінде»
		ending := t.plural(sound) + t.vowel()
		t.add(&p, "", ending+" "+ending+cases, heard)
	}
	if strings.ContainsRune(t.possessives, sound) {
		t.add(&p, "", t.possessed, heard)
	} else if !soft {
		t.possess(&p, sound, heard)
	}
	return p
}

// tables are the endings of the cases behind every kind of sound.
func (t *turkic) tables() []string {
	return []string{t.bare('а'), t.bare('и'), t.bare('л'), t.bare('н'), t.bare('р'), t.bare('з'), t.bare('т')}
}

// vowel is that of the possessive ending behind unrounded back vowels.
func (t *turkic) vowel() string { return string(firstRune(t.possessives)) }

// possess adds the forms of "its": «Парламенті», «Парламентінде», and those of a
// last sound that softens before a vowel: «Birleşik Krallığın».
func (t *turkic) possess(p *Paradigm, sound rune, heard []harmony) {
	vowel := t.vowel()
	of := vowel + " " + vowel + strings.Join(strings.Fields(t.possessed), " "+vowel)
	if strings.ContainsRune(t.vowels, sound) {
		t.add(p, "", strings.ReplaceAll(" "+of, " ", " "+t.joint), heard)
		return
	}
	soft, ok := t.softened[sound]
	if !ok {
		t.add(p, "", of, heard)
		return
	}
	hard := string(sound)
	p.Base = strings.TrimSuffix(p.Base, hard)
	endings := map[string]Cases{}
	for ending, c := range p.Endings {
		endings[hard+ending] = c
		if strings.ContainsRune(t.vowels, firstRune(ending)) {
			endings[soft+ending] = c
		}
	}
	p.Endings = endings
	t.add(p, soft, of, heard)
}

func firstRune(word string) rune {
	r, _ := utf8.DecodeRuneInString(word)
	return r
}

// add adds endings, behind what is before them, as they are heard.
func (t *turkic) add(p *Paradigm, before, endings string, heard []harmony) {
	for _, ending := range strings.Fields(endings) {
		for _, h := range heard {
			for _, spell := range h.spell {
				p.Endings[before+spell.Replace(ending)] = AnyCase
			}
		}
	}
}

// heard are the harmonies of a word: that of its last vowel, all if that wavers
// or there is none.
func (t *turkic) heard(word string, soft bool) []harmony {
	i := strings.LastIndexFunc(word, func(r rune) bool { return strings.ContainsRune(t.vowels, r) })
	if i < 0 || soft {
		return t.harmonies
	}
	vowel, _ := utf8.DecodeRuneInString(word[i:])
	if strings.ContainsRune(t.both, vowel) || endsIn(word, "ев") || endsIn(word[:i], "й") { // «Тоқаевтың», «Нью-Йоркте»
		return t.harmonies
	}
	for _, h := range t.harmonies {
		if strings.ContainsRune(h.behind, vowel) {
			return []harmony{h}
		}
	}
	return t.harmonies
}

// agreesAsGiven reports a word that may be the given name to a surname: one
// without the endings of the cases, or too short to have them.
func agreesAsGiven(word string, endings ...string) bool {
	const short = 5 // letters: «Ольга», «Seda»
	return utf8.RuneCountInString(word) <= short || !endsIn(word, endings...)
}
