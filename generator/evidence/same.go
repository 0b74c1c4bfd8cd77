package evidence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sameShare is which part of a sentence's words another has that makes the same claim.
const sameShare = .6

// Same reports whether two sentences about one source, as HTML or plain, claim the same in
// nearly the same words: most of the shorter one's stand in the other, in whatever order, and
// all of its names and numbers, which tell "A left in 2009" from "B left in 2010".
func Same(a, b string) bool {
	x, y := words(a), words(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	shared := 0
	for w, telling := range x {
		if _, in := y[w]; in {
			shared++
		} else if telling {
			return false
		}
	}
	return shared > 0 && float64(shared) >= sameShare*float64(len(x))
}

// words are the words of a sentence, without its tags, and whether each is a name or a number; of
// Chinese and Japanese the signs.
func words(s string) map[string]bool {
	all, from, tag := map[string]bool{}, -1, false
	end := func(at int) {
		if from >= 0 {
			first, _ := utf8.DecodeRuneInString(s[from:])
			all[strings.ToLower(s[from:at])] = unicode.IsUpper(first) || strings.ContainsFunc(s[from:at], unicode.IsDigit)
		}
		from = -1
	}
	for i, r := range s {
		switch {
		case r == '<':
			end(i)
			tag = true
		case r == '>':
			tag = false
		case tag:
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			end(i)
			all[string(r)] = false
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			if from < 0 {
				from = i
			}
		default:
			end(i)
		}
	}
	end(len(s))
	return all
}
