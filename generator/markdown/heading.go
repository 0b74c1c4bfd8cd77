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
//
// It maps each id given to the number that its next namesake tries first, so
// that many equal headings cost no more than different ones.
type headingIDs map[string]int

func (used headingIDs) generate(text string) string {
	base := slug(text)
	if base == "" {
		base = "section"
	}
	id := base
	if n := used[base]; n > 0 {
		for id = base + "-" + strconv.Itoa(n); used[id] > 0; id = base + "-" + strconv.Itoa(n) {
			n++
		}
		used[base] = n + 1
	}
	used[id] = 2
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
