package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folded are letters that readers write otherwise, and that have no accent to be
// taken off. layouts/assets/words.js has the same list.
const folded = "ıi łl øo đd ħh ðd þth ßss æae œoe ςσ أا إا آا ٱا ىي ةه ؤو ئي کك یي ґг"

var folding = func() *strings.Replacer {
	var pairs []string
	for pair := range strings.FieldsSeq(folded) {
		_, n := utf8.DecodeRuneInString(pair)
		pairs = append(pairs, pair[:n], pair[n:])
	}
	return strings.NewReplacer(pairs...)
}()

// mayFold tells a letter that Fold may change. Most words of most languages have none.
func mayFold(r rune) bool { return r >= utf8.RuneSelf && (r < 'а' || r > 'я') }

// Fold is a word in lower case as those write it who leave out what is hard to
// type: Latin and Greek letters without accents.
func Fold(word string) string {
	if !strings.ContainsFunc(word, mayFold) {
		return word
	}
	var b strings.Builder
	b.Grow(len(word))
	bare := false // the letter before is one that loses its accents
	for _, r := range norm.NFD.String(word) {
		if unicode.Is(unicode.Mn, r) {
			if !bare {
				b.WriteRune(r)
			}
			continue
		}
		bare = unicode.In(r, unicode.Latin, unicode.Greek)
		b.WriteRune(r)
	}
	return folding.Replace(norm.NFC.String(b.String()))
}
