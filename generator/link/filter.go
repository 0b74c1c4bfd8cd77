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

// plainHash hashes the first bytes of the word between two offsets of s. It is
// not plain, and ok is false, when they hold a letter that other letters are
// folded to.
func plainHash(s string, start, end int) (hash uint64, ok bool) {
	n := min(end-start, filterPrefix)
	var key uint64
	if start+filterPrefix <= len(s) { // most words, of which most are ASCII
		w := s[start : start+filterPrefix]
		key = uint64(w[0]) | uint64(w[1])<<8 | uint64(w[2])<<16 | uint64(w[3])<<24 |
			uint64(w[4])<<32 | uint64(w[5])<<40 | uint64(w[6])<<48 | uint64(w[7])<<56
		key &= ^uint64(0) >> (64 - 8*n)
		if key&0x8080808080808080 == 0 {
			return key * hashing >> (64 - filterBits), true
		}
		key = 0
	}
	for i := 0; i < n; i++ {
		c := s[start+i]
		if c >= utf8.RuneSelf {
			if !isRussian(s[:end], start+i) {
				return 0, false
			}
			key |= uint64(c) << (8 * i)
			i++ // no letter is cut in two
			c = s[start+i]
		}
		key |= uint64(c) << (8 * i)
	}
	return key * hashing >> (64 - filterBits), true
}

// hashing spreads a key's bits to the upper ones.
const hashing = 0x9e3779b97f4a7c15

func (f *filter) add(word string) {
	if h, ok := plainHash(word, 0, len(word)); ok {
		f.bits[h/64] |= 1 << (h % 64)
	}
}

// passes reports whether a name may begin with the word between two offsets of
// s, or with it in another case.
func (f *filter) passes(s string, start, end int, isWord bool) bool {
	if !isWord {
		return f.marks
	}
	h, ok := plainHash(s, start, end)
	return !ok || f.bits[h/64]&(1<<(h%64)) != 0
}
