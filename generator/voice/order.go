package voice

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"dossier/generator/model"
)

// Order sorts names as a language does, numbers in them by their value. It may
// be used by many at once.
type Order struct {
	*filing
	voice  *Voice
	codes  map[model.Key]string  // ISO 3166-1 codes of countries
	own    []*unicode.RangeTable // the scripts of the language and of its index's letters
	mu     sync.Mutex            // a Collator is not safe for concurrent use
	buf    collate.Buffer
	c      *collate.Collator
	loose  *collate.Collator // blind to case and accents that make no letter of their own
	keys   map[string][]byte // of letters, loose
	starts [][]byte          // keys of the index's letters, when the language has some
}

// NewOrder is the order of an edition's language, for the entities of its site.
func NewOrder(v *Voice, entities []*model.Entity) *Order {
	o := &Order{filing: filingOf(v.Lang), voice: v, codes: map[model.Key]string{}, own: scriptsOf(v.Lang), keys: map[string][]byte{}}
	for _, e := range entities {
		if e.ISO != "" {
			o.codes[e.Key] = e.ISO
		}
	}
	tag := language.Make(v.Lang)
	if o.like != "" {
		tag = language.Make(o.like)
	}
	o.c, o.loose = collate.New(tag, collate.Numeric), collate.New(tag, collate.Loose)
	for entry := range strings.FieldsSeq(o.letters) {
		letter, start, _ := strings.Cut(entry, ":")
		if r, _ := utf8.DecodeRuneInString(letter); unicode.Is(unicode.Latin, r) { // names in Latin stand under the same
			o.own = append(slices.Clip(o.own), unicode.Latin)
		}
		o.starts = append(o.starts, o.Key(start))
	}
	return o
}

// Key is bytes that compare as names do. The marks before a name («Ever Given»)
// do not count.
func (o *Order) Key(name string) []byte {
	if begin := strings.TrimLeftFunc(name, isSign); begin != "" {
		name = begin
	}
	return o.keyOf(o.c, name)
}

// isSign reports what is neither a letter nor a digit.
func isSign(r rune) bool { return !unicode.In(r, unicode.L, unicode.N) }

func (o *Order) keyOf(c *collate.Collator, name string) []byte {
	if o.respelled != nil {
		name = o.respelled(name)
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.buf.Reset()
	return bytes.Clone(c.KeyFromString(&o.buf, name))
}

// Letter is the letter under which an index has a name: its first one as a
// capital, where the language has no letters of its own for that, and without an
// accent that makes no letter of its own. Two signs that are sorted as a letter
// are one ("Ch" in Czech).
func (o *Order) Letter(name string) string {
	letter := o.first(name)
	if bare := firstRunes(norm.NFD.String(letter), 1); bare != letter && o.SameLetter(bare, letter) {
		return bare
	}
	return letter
}

// first is Letter with its accent.
func (o *Order) first(name string) string {
	if letters := strings.Fields(o.letters); letters != nil {
		if r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(name, isSign)); o.inLetters(r) {
			key, at := o.Key(name), 0
			for i, start := range o.starts {
				if bytes.Compare(start, key) <= 0 {
					at = i
				}
			}
			letter, _, _ := strings.Cut(letters[at], ":")
			return letter
		}
	}
	begin := strings.TrimLeftFunc(name, func(r rune) bool { return isSign(r) || isLeadingVowel(r) })
	r, _ := utf8.DecodeRuneInString(begin)
	switch {
	case begin == "":
		return Initial(name, o.voice.Lang)
	case unicode.IsDigit(r):
		return digits
	case unicode.Is(unicode.Arabic, r): // أ and إ stand under ا
		return firstRunes(norm.NFD.String(begin), 1)
	case unicode.Is(unicode.Latin, r):
		for _, n := range [...]int{3, 2} { // of signs
			if sign := firstRunes(norm.NFC.String(begin), n); o.isOne(sign) {
				return Capital(strings.ToLower(sign), o.voice.Lang)
			}
		}
	}
	return Initial(begin, o.voice.Lang)
}

// digits is the heading in an index of names that begin with a number.
const digits = "0–9"

// Place is bytes that compare as names do in an index with letters: the names of
// the language's own script come first, and those of a letter stand together.
func (o *Order) Place(name string) []byte {
	letter := o.Letter(name)
	group := otherScript
	if r, _ := utf8.DecodeRuneInString(letter); !unicode.IsLetter(r) || unicode.In(r, o.own...) {
		group = ownScript
	}
	return slices.Concat([]byte{group}, o.looseKey(letter), []byte{0, 0}, o.Key(name))
}

// The groups of names in an index.
const (
	ownScript byte = iota // and numbers and signs
	otherScript
)

// SameLetter reports whether two letters of an index differ only by case or
// accent.
func (o *Order) SameLetter(a, b string) bool {
	return a == b || bytes.Equal(o.looseKey(a), o.looseKey(b))
}

// looseKey is the key of a letter, or of several, for whoever is blind to case and
// accents.
func (o *Order) looseKey(letter string) []byte {
	o.mu.Lock()
	key, ok := o.keys[letter]
	o.mu.Unlock()
	if !ok {
		key = o.keyOf(o.loose, letter)
		o.mu.Lock()
		o.keys[letter] = key
		o.mu.Unlock()
	}
	return key
}

// inLetters reports a character of the script that the index's letters are for.
func (o *Order) inLetters(r rune) bool { return unicode.In(r, o.script...) }

// isOne reports letters that are sorted as one.
func (o *Order) isOne(letters string) bool {
	first := firstRunes(letters, 1)
	return first != letters && len(o.looseKey(letters)) == len(o.looseKey(first))
}

// firstRunes are so many runes of a text, or all.
func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// isLeadingVowel reports the vowels of Thai and Lao that are written before the
// consonant behind which they are read and sorted.
func isLeadingVowel(r rune) bool { return r >= 'เ' && r <= 'ไ' || r >= 'ເ' && r <= 'ໄ' }
