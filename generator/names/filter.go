package names

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// filter says in a few nanoseconds that a word of the prose begins no name. It
// knows words by a hash, and may be wrong only by letting one pass.
type filter struct {
	bits  []uint64
	marks bool // a name begins with a punctuation mark
}

const filterBits = 18

// mix adds a byte to the key of a word.
func mix(key uint64, c byte) uint64 { return bits.RotateLeft64(key, 5) ^ uint64(c) }

// plainKey is the key of a word. The word is not plain, and ok is false, when it
// holds a letter that other letters are folded to.
func plainKey(word string) (key uint64, ok bool) {
	for i := 0; i < len(word); i++ {
		if word[i] >= utf8.RuneSelf {
			if !isPlain(word, i) {
				return 0, false
			}
			key = mix(key, word[i])
			i++
		}
		key = mix(key, word[i])
	}
	return key, true
}

func (f *filter) add(word string) {
	if key, ok := plainKey(word); ok {
		h := hash(key)
		f.bits[h/64] |= 1 << (h % 64)
	}
}

func hash(key uint64) uint64 { return key * 0x9e3779b97f4a7c15 >> (64 - filterBits) }

func (f *filter) has(key uint64) bool {
	h := hash(key)
	return f.bits[h/64]&(1<<(h%64)) != 0
}

// passes reports whether a name may begin with the word, or with it in another
// case. Words in capitals pass, as they are few.
func (f *filter) passes(word string, isWord bool) bool {
	if !isWord {
		return f.marks
	}
	key, ok := plainKey(word)
	return !ok || f.has(key) || beginsInCapitals(word)
}

// beginsInCapitals reports words that begin with two capitals.
func beginsInCapitals(word string) bool {
	first, n := utf8.DecodeRuneInString(word)
	second, _ := utf8.DecodeRuneInString(word[n:])
	return unicode.IsUpper(first) && unicode.IsUpper(second)
}

// next finds the first token of s from i on that passes, as scan does the first
// of all, and where the token before it ended; start == end at the end of s.
func (f *filter) next(s string, i int) (before, start, end int, word bool) {
	for {
		before = i
		for i < len(s) && ascii[s[i]] == space {
			i++
		}
		start, word = i, true
		var key uint64 // of a word in ASCII, as most are
		for ; i < len(s) && ascii[s[i]] == letter; i++ {
			key = mix(key, s[i])
		}
		if i > start && (i == len(s) || s[i] < utf8.RuneSelf) {
			if f.has(key) || i > start+1 && s[start+1] <= 'Z' && s[start+1] >= 'A' {
				return before, start, i, true
			}
			continue
		}
		if start, i, word = scan(s, start); start == i || f.passes(s[start:i], word) {
			return before, start, i, word
		}
	}
}
