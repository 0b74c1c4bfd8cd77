// Package words says how search files the words of a text: what a word is, and
// the keys under which it is found. The page's own script does the same with what
// a reader types (layouts/assets/words.js); a test holds the two equal.
//
// A text is parted into runs of letters, digits and marks. Signs within a word
// that writers put or leave out at will go: soft hyphens, joiners, the
// apostrophe of Ukrainian and the marks inside Hebrew and Armenian words. Any
// other sign parts words, so that "l’attaque" and "Nagorno-Karabakh" are two.
// Scripts without spaces between words are filed by pairs of characters (see Last).
//
// A word is filed under its stem without accents; where the reader who leaves the
// accents out gets another stem, under that, too.
package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Language finds the keys of words as an edition's readers write them. It is
// for one goroutine at a time.
type Language struct {
	stem   func(string) string
	turkic bool // I is the capital of ı
	okina  bool // an apostrophe after o and g belongs to the letter
	buf    []byte
}

// New is for the language of a BCP 47 tag.
func New(tag string) *Language {
	base := Base(tag)
	return &Language{stem: stemmer(base), turkic: dotless[base], okina: okina[base]}
}

// Each calls f with every word of a text in lower case, in its order, and with
// where it begins and ends. The word is valid until f returns.
func (l *Language) Each(text string, f func(word []byte, start, end int)) {
	buf := l.buf[:0]
	start := -1
	flush := func(end int) {
		if len(buf) > 0 {
			f(buf, start, end)
		}
		buf, start = buf[:0], -1
	}
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			lower := ascii[c]
			switch {
			case lower != 0 && (c != 'I' || !l.turkic):
				if start < 0 {
					start = i
				}
				buf = append(buf, lower)
			case lower != 0:
				if start < 0 {
					start = i
				}
				buf = append(buf, "ı"...)
			case start >= 0 && (c == '\'' || c == '"' || c == '`') && l.inside(text, i, 1):
			default:
				flush(i)
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case continuous(r):
			flush(i)
			end := i + l.pairs(text[i:], func(pair string, from, to int) { f([]byte(pair), i+from, i+to) })
			n = end - i
		case dropped(r):
		case unicode.In(r, unicode.L, unicode.N, unicode.M):
			if start < 0 {
				start = i
			}
			buf = utf8.AppendRune(buf, l.lower(r))
		case start >= 0 && apostrophe(r) && l.inside(text, i, n):
		default:
			flush(i)
		}
		i += n
	}
	flush(len(text))
	l.buf = buf
}

// inside reports whether a sign between two letters belongs to the word: the
// apostrophe of Cyrillic words and of the Uzbek oʻ and gʻ, quotation marks in
// Hebrew acronyms.
func (l *Language) inside(text string, at, size int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at+size:])
	switch {
	case unicode.Is(unicode.Hebrew, before):
		return unicode.Is(unicode.Hebrew, after)
	case text[at] == '"':
		return false
	case unicode.Is(unicode.Cyrillic, before):
		return unicode.Is(unicode.Cyrillic, after)
	}
	return l.okina && strings.ContainsRune("oOgG", before) && unicode.IsLetter(after)
}

// pairs calls f with each pair of neighbours of the run of characters at the
// beginning of a text, or with the only one, and returns where the run ends.
func (l *Language) pairs(text string, f func(pair string, from, to int)) int {
	before, at := -1, 0
	for at < len(text) {
		r, n := utf8.DecodeRuneInString(text[at:])
		if !continuous(r) {
			break
		}
		if before >= 0 {
			f(text[before:at+n], before, at+n)
		}
		before = at
		at += n
	}
	if _, n := utf8.DecodeRuneInString(text); n == at {
		f(text[:at], 0, at)
	}
	return at
}

// Last is the second character of a pair that ends its run in a text, or "" for any
// other word. Filed as well, each character of a run begins something that is.
func Last(text string, from, to int) string {
	if text[from] < utf8.RuneSelf {
		return ""
	}
	first, n := utf8.DecodeRuneInString(text[from:to])
	if from+n == to || !continuous(first) {
		return ""
	}
	if next, _ := utf8.DecodeRuneInString(text[to:]); continuous(next) {
		return ""
	}
	return text[from+n : to]
}

func (l *Language) lower(r rune) rune {
	if zero, ok := digit(r); ok {
		return '0' + r - zero
	}
	switch r {
	case 'ё', 'Ё': // writers leave out its dots, and stems are made without them
		return 'е'
	case 'ș', 'Ș': // Romanian has a comma now, and stems are made with the cedilla
		return 'ş'
	case 'ț', 'Ț':
		return 'ţ'
	}
	return unicode.ToLower(r)
}

// Keys are what a word of Each is filed under: its stem without accents, and
// the stem of the word without accents where that is another.
func (l *Language) Keys(word string) (key, plain string) {
	key = Fold(l.stem(word))
	if bare := Fold(word); bare != word {
		if plain = Fold(l.stem(bare)); plain == key {
			plain = ""
		}
	}
	return key, plain
}

// ascii is the lower case of ASCII letters and digits; 0 for anything else.
var ascii = func() (t [utf8.RuneSelf]byte) {
	for c := range t {
		switch {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			t[c] = byte(c)
		case 'A' <= c && c <= 'Z':
			t[c] = byte(c) - 'A' + 'a'
		}
	}
	return t
}()

// continuous reports a letter of a script that sets no spaces between words, or,
// as Korean, glues to them what other languages set apart.
func continuous(r rune) bool {
	const longVowel = 'ー' // of no script in Unicode's table
	return r >= 0xE00 && (r == longVowel || unicode.In(r, unicode.Thai, unicode.Lao, unicode.Myanmar, unicode.Khmer,
		unicode.Hangul, unicode.Han, unicode.Hiragana, unicode.Katakana))
}

// dropped reports a sign that no reader types.
func dropped(r rune) bool {
	switch r {
	case 0xAD, 0x640, // soft hyphen, the Arabic stroke that stretches words
		0x2BB, 0x2BC, // apostrophes that are letters
		0x55B, 0x55C, 0x55E, // Armenian signs of tone
		0x5F3, 0x5F4, // Hebrew signs of abbreviation
		0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF:
		return true
	}
	return r >= 0x591 && r <= 0x5C7 && unicode.Is(unicode.M, r) || r >= 0x64B && r <= 0x65F || r == 0x670 // vowels of Hebrew and Arabic
}

func apostrophe(r rune) bool { return r == '’' || r == '‘' || r == '“' || r == '”' }

// zeros are the noughts of the digits that languages write.
var zeros = []rune{0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0xF20, 0x1040, 0x17E0, 0xFF10}

// digit gives the nought of a digit's script.
func digit(r rune) (zero rune, ok bool) {
	if r < zeros[0] {
		return 0, false
	}
	for _, z := range zeros {
		if z <= r && r < z+10 {
			return z, true
		}
	}
	return 0, false
}
