package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentenceStart drops what precedes the last sentence of s.
func sentenceStart(s string) string {
	from := 0
	if mayBeWide(s) {
		for end := range wideEnds(s) {
			from = end
		}
	}
	for i := len(s) - 1; i >= max(1, from); i-- {
		if s[i] == ' ' && endsSentence(s[:i], s[i+1:]) {
			return s[i+1:]
		}
	}
	return strings.TrimLeft(s[from:], " ")
}

// sentenceEnd is the rest of the sentence that begins s, from an offset inside
// of it.
func sentenceEnd(s string, from int) string {
	to := len(s)
	if mayBeWide(s) {
		for end := range wideEnds(s) {
			if end > from {
				to = end
				break
			}
		}
	}
	for i := from; i < to; i++ {
		if s[i] == ' ' && endsSentence(s[:i], s[i+1:]) {
			return s[from:i]
		}
	}
	return strings.TrimRight(s[from:to], " ")
}

// openings and closings are the marks around quotations and asides in Chinese
// and Japanese, in the same order.
const (
	openings = "「『（《〈【“"
	closings = "」』）》〉】”"
)

// mayBeWide is false for nearly all texts without 。！？｡, and fast.
func mayBeWide(s string) bool {
	return strings.IndexByte(s, 0xe3) >= 0 || strings.IndexByte(s, 0xef) >= 0
}

// wideEnds gives where the sentences of Chinese and Japanese end, which need no
// space between them. A sentence inside a quotation or an aside ends none around
// it: 「はい。」と言った。
func wideEnds(s string) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		deep, ended := 0, false
		for i, r := range s {
			isEnd := strings.ContainsRune("。！？｡", r)
			if ended && !isEnd && !strings.ContainsRune(closings, r) && !yield(i) {
				return
			}
			switch {
			case strings.ContainsRune(openings, r):
				deep++
			case strings.ContainsRune(closings, r):
				deep = max(0, deep-1)
			}
			ended = isEnd && deep == 0
		}
		if ended {
			yield(len(s))
		}
	}
}

// Marks that may stand between a sentence's end and the space behind it, and
// between that and the next sentence.
const (
	afterEnd    = "»’)]“‘›\u202f" + closings
	beforeStart = " «‘([„‚‹" + openings
)

// endsSentence reports whether a sentence ends between two texts parted by a
// space: a full stop after an initial or a short lower-case abbreviation does
// not end one, nor does one before a lower-case letter.
func endsSentence(before, after string) bool {
	if n := len(before); n > 0 && 'a' <= before[n-1] && before[n-1] <= 'z' {
		return false // as nearly always
	}
	last, n := utf8.DecodeLastRuneInString(before)
	stem := before
	if strings.ContainsRune(afterEnd, last) || last == ';' {
		stem = trimMarks(before)
		last, n = utf8.DecodeLastRuneInString(stem)
	}
	if !isEnd(last) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, beforeStart))
	if unicode.IsLower(next) {
		return false
	}
	if last != '.' {
		return true
	}
	word := stem[:len(stem)-n]
	word = word[strings.LastIndexByte(word, ' ')+1:]
	return utf8.RuneCountInString(word) > longestShort(word) || strings.ContainsFunc(word, unicode.IsDigit)
}

// trimMarks drops the marks behind a sentence's end, of which HTML escapes some.
func trimMarks(s string) string {
	for {
		shorter := strings.TrimSuffix(strings.TrimRight(s, afterEnd), "&quot;")
		if shorter == s {
			return s
		}
		s = shorter
	}
}

// isEnd reports the marks that end sentences: those of Unicode, but for the
// comma of Burmese, which it counts among them, and the dots for what is left
// out.
func isEnd(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '.' || r == '!' || r == '?'
	}
	return r == '…' || r == '\u17d4' || r == '\u17d5' || r != '\u104a' && unicode.Is(unicode.Sentence_Terminal, r)
}

// longestShort is how many letters the longest abbreviation has that a full
// stop shortens, in the script of a word. Scripts without capitals have short
// words, and initials of one letter; a syllable of Korean is a word.
func longestShort(word string) int {
	r, _ := utf8.DecodeLastRuneInString(word)
	switch {
	case unicode.Is(unicode.Hangul, r):
		return 0
	case r >= 0x590 && unicode.Is(unicode.Lo, r):
		return 1
	}
	return 2
}
