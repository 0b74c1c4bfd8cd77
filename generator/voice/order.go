package voice

import (
	"bytes"
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
	codes  map[model.Key]string // ISO 3166-1 codes of countries
	mu     sync.Mutex           // a Collator is not safe for concurrent use
	buf    collate.Buffer
	c      *collate.Collator
	loose  *collate.Collator // blind to case and accents that make no letter of their own
	starts [][]byte          // keys of the index's letters, when the language has some
}

// NewOrder is the order of an edition's language, for the entities of its site.
func NewOrder(v *Voice, entities []*model.Entity) *Order {
	o := &Order{filing: filingOf(v.Lang), voice: v, codes: map[model.Key]string{}}
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
	for letter := range strings.FieldsSeq(o.letters) {
		_, start, _ := strings.Cut(letter, ":")
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
// capital, where the language has no letters of its own for that. Two signs that
// are sorted as a letter are one ("Ch" in Czech).
func (o *Order) Letter(name string) string {
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

// SameLetter reports whether two letters of an index differ only by case or
// accent.
func (o *Order) SameLetter(a, b string) bool {
	return a == b || bytes.Equal(o.keyOf(o.loose, a), o.keyOf(o.loose, b))
}

// inLetters reports a character of the script that the index's letters are for.
func (o *Order) inLetters(r rune) bool { return unicode.In(r, o.script...) }

// isOne reports letters that are sorted as one.
func (o *Order) isOne(letters string) bool {
	first := firstRunes(letters, 1)
	return first != letters && len(o.keyOf(o.loose, letters)) == len(o.keyOf(o.loose, first))
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
