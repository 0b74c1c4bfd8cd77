package link

import "unicode/utf8"

// filter says in a few nanoseconds that a word of the prose begins no name. It
// knows words by their first bytes, and may be wrong only by letting one pass.
type filter struct {
	bits  []uint64
	marks bool // a name begins with a punctuation mark
}

const (
	filterBits   = 18
	filterPrefix = 8 // bytes: a word of eight Latin letters, four Cyrillic ones
)

// plainHash hashes the first bytes of a word. It is not plain, and ok is false,
// when they hold a letter that other letters are folded to.
func plainHash(word string) (hash uint64, ok bool) {
	n := min(len(word), filterPrefix)
	var key uint64
	for i := 0; i < n; i++ {
		c := word[i]
		switch {
		case c < utf8.RuneSelf:
		case isRussian(word, i):
			key = key<<8 | uint64(c)
			i++ // no letter is cut in two
			c = word[i]
		default:
			return 0, false
		}
		key = key<<8 | uint64(c)
	}
	return (key * 0x9e3779b97f4a7c15) >> (64 - filterBits), true
}

func (f *filter) add(word string) {
	if h, ok := plainHash(word); ok {
		f.bits[h/64] |= 1 << (h % 64)
	}
}

// passes reports whether a name may begin with the word, or with it in another
// case.
func (f *filter) passes(word string, isWord bool) bool {
	if !isWord {
		return f.marks
	}
	h, ok := plainHash(word)
	return !ok || f.bits[h/64]&(1<<(h%64)) != 0
}
