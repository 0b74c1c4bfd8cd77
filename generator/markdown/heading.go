package markdown

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// headingIDs makes unique ids that can be read in every script: letters,
// digits and marks stay, lower-cased; anything else becomes a hyphen.
// (goldmark's own ids are empty outside ASCII.) An id never holds "_" or ".",
// which are left to layouts and to prefixes.
type headingIDs map[string]bool

func (used headingIDs) generate(text string) string {
	base := slug(text)
	if base == "" {
		base = "section"
	}
	id := base
	for n := 2; used[id]; n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	used[id] = true
	return id
}

func slug(s string) string {
	var b strings.Builder
	hyphen := false
	for _, r := range norm.NFC.String(s) {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			if hyphen && b.Len() > 0 {
				b.WriteByte('-')
			}
			hyphen = false
			b.WriteRune(unicode.ToLower(r))
		case r == '\'' || r == '’':
		default:
			hyphen = true
		}
	}
	return b.String()
}
