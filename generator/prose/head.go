package prose

import (
	"strings"
	"unicode"
)

// HeadHash is the fingerprint of a title and summary as they are typed, but with curly
// apostrophes: those are in the fingerprints that translations hold already.
func HeadHash(title, summary string) Hash {
	hash, _ := HashOf(nil, []byte(curl(title)+" "+curl(summary)))
	return hash
}

// curl makes the apostrophe inside and at the end of words typographic.
func curl(s string) string {
	if !strings.Contains(s, "'") {
		return s
	}
	var b strings.Builder
	before := ' '
	for _, r := range s {
		if r == '\'' && (unicode.IsLetter(before) || unicode.IsDigit(before)) {
			r = '’'
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}
