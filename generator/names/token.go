package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/generator/prose"
)

// token is a word of a body, or one other character that is not white space;
// an escape such as &amp; is one character. Offsets are in bytes of the HTML.
// In scripts written without spaces every character is a word of its own, so
// that a name is found wherever its characters stand in a row.
type token struct {
	start, end int
	run        int
	joined     bool // only white space parts it from the token before it
	spaced     bool // white space does part them
	word       bool
}

// cursor walks over the tokens of a body.
type cursor struct {
	b     *prose.Body
	run   int
	at    int  // where the next token is looked for
	begun bool // whether a token of the run was met
}

// after is a cursor that continues behind tok.
func after(b *prose.Body, tok token) cursor {
	return cursor{b: b, run: tok.run, at: tok.end, begun: true}
}

func (c *cursor) next() (token, bool) {
	for ; c.run < len(c.b.Runs); c.run, c.begun = c.run+1, false {
		run := &c.b.Runs[c.run]
		if !c.begun {
			c.at = max(c.at, int(run.Start))
		}
		from := c.at
		start, end, word := scan(c.b.HTML[:run.End], c.at)
		if start == end {
			c.at = int(run.End)
			continue
		}
		t := token{start: start, end: end, run: c.run, joined: c.begun || run.Joined, word: word}
		t.spaced = start > from || !c.begun && c.run > 0 && c.b.Runs[c.run-1].End < run.Start
		c.at, c.begun = end, true
		return t, true
	}
	return token{}, false
}

// Kinds of ASCII characters.
const (
	other = iota
	space
	letter
)

// ascii gives the kinds of ASCII characters; bytes of others are other.
var ascii = func() (kinds [256]uint8) {
	for c := range utf8.RuneSelf {
		switch {
		case unicode.IsSpace(rune(c)):
			kinds[c] = space
		case unicode.IsLetter(rune(c)), unicode.IsDigit(rune(c)):
			kinds[c] = letter
		}
	}
	return kinds
}()

// scan finds the first token of s from i on; start == end at the end of s.
func scan(s string, i int) (start, end int, word bool) {
	for i < len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			if isPlain(s, i) {
				return i, wordEnd(s, i+2), true
			}
			r, n := utf8.DecodeRuneInString(s[i:])
			switch {
			case isBlank(r):
				i += n
				continue
			case isSolid(r):
				return i, marksEnd(s, i+n), true
			case isWord(r):
				return i, wordEnd(s, i+n), true
			}
			return i, i + n, false
		}
		switch ascii[c] {
		case space:
			i++
			continue
		case letter:
			return i, wordEnd(s, i+1), true
		}
		if c == '&' {
			if n := strings.IndexByte(s[i:min(len(s), i+8)], ';'); n > 0 {
				return i, i + n + 1, false
			}
		}
		return i, i + 1, false
	}
	return i, i, false
}

// wordEnd is where the word ends that reaches to i.
func wordEnd(s string, i int) int {
	for {
		for i < len(s) && ascii[s[i]] == letter {
			i++
		}
		if i == len(s) || s[i] < utf8.RuneSelf {
			return i
		}
		if isPlain(s, i) {
			i += 2
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if isHidden(r) {
			if next, _ := utf8.DecodeRuneInString(s[i+n:]); !isWord(next) || isSolid(next) {
				return i
			}
		} else if !isWord(r) || isSolid(r) {
			return i
		}
		i += n
	}
}

// isPlain reports, at s[i], a letter of two bytes that no language spells otherwise: a
// short cut for the scripts of Russian, Armenian and Arabic.
func isPlain(s string, i int) bool {
	if i+1 >= len(s) {
		return false
	}
	switch d := s[i+1]; s[i] {
	case 0xd0: // А to п
		return d >= 0x90
	case 0xd1: // р to я
		return d <= 0x8f
	case 0xd4: // Ա to Ձ
		return d >= 0xb1
	case 0xd5: // to Ֆ, and from ա
		return d <= 0x96 || d >= 0xa1
	case 0xd6: // to ֆ, not the ligature
		return d <= 0x86
	case 0xd8: // ا and ب, ت to غ, not those with a hamza nor ة
		return d == 0xa7 || d == 0xa8 || d >= 0xaa && d <= 0xba
	case 0xd9: // ف to و, and ي
		return d >= 0x81 && d <= 0x88 || d == 0x8a
	}
	return false
}

func marksEnd(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsMark(r) {
			return i
		}
		i += n
	}
	return i
}

// isWord reports characters of words. The modifier apostrophe is a letter to
// Unicode and an apostrophe to readers.
func isWord(r rune) bool {
	return r != 'ʼ' && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

// isHidden reports characters that are not seen inside a word: the soft hyphen
// and joiners; and the Armenian signs of stress, exclamation and question, which
// stand over a word's vowel.
func isHidden(r rune) bool {
	return r == 0xad || r >= 0x200b && r <= 0x200d || r == 0x2060 || r == 0xfeff || r == '՛' || r == '՜' || r == '՞'
}

// isBlank reports characters between words.
func isBlank(r rune) bool { return unicode.IsSpace(r) || isHidden(r) }

// isSolid reports characters of scripts that put no space between words.
func isSolid(r rune) bool {
	return r >= 0xe00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
