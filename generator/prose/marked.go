package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Marked is the sentence that a mark at an offset stands in or right behind, as a quote
// without words: what the mark is of says all of it. It is the zero value for a mark before
// which nothing stands in its block.
func (b Body) Marked(at int, labels []Insert) Quote {
	before := b.HTML[:at]
	for before != "" {
		if before[len(before)-1] == '>' {
			open := strings.LastIndexByte(before, '<')
			if open < 0 || isBlock(before[open+1:]) {
				break
			}
			if strings.HasPrefix(before[open:], "</sup") { // another mark
				open = max(0, strings.LastIndex(before[:open], "<sup"))
			}
			before = before[:open]
			continue
		}
		r, n := utf8.DecodeLastRuneInString(before)
		from := len(before) - n
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			before = before[:from]
			continue
		}
		q := b.Sentence(from, len(before), labels)
		return Quote{Before: q.Before + q.Words, After: q.After}
	}
	return Quote{}
}
