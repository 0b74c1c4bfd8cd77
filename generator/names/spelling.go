package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold makes spellings equal that a reader takes for the same: apostrophes,
// hyphens and quotation marks of all kinds, composed and combining accents,
// words with and without soft hyphens, and what the language itself spells both
// ways. Case is kept.
func (l *language) fold(word string) string {
	plain := true
	for i := range len(word) {
		if c := word[i]; c >= utf8.RuneSelf || c == '\'' || c == '`' {
			plain = false
			break
		}
	}
	if plain {
		return strings.Replace(word, l.spelledAs[0], l.spelledAs[1], 1)
	}
	switch word {
	case "'", "`", "‘", "ʼ", "´", "′", "‛", "ʹ":
		return "’"
	case "‑", "‐", "−", "–":
		return "-"
	case "“", "”", "„", "‟", "«", "»":
		return "&quot;"
	}
	word = strings.Map(func(r rune) rune {
		if isHidden(r) {
			return -1
		}
		return r
	}, norm.NFC.String(word))
	if l.letters != nil {
		word = l.letters(word)
	}
	return word
}

// yo folds ё and drops stress marks.
var yo = strings.NewReplacer("ё", "е", "Ё", "Е", "\u0301", "", "\u0300", "")

// plainCapital takes from a word's capital the accent that French often leaves out.
func plainCapital(word string) string {
	r, n := utf8.DecodeRuneInString(word)
	if plain, ok := frenchCapitals[r]; ok {
		return plain + word[n:]
	}
	return word
}

var frenchCapitals = map[rune]string{
	'À': "A", 'Â': "A", 'Ç': "C", 'É': "E", 'È': "E", 'Ê': "E", 'Ë': "E",
	'Î': "I", 'Ï': "I", 'Ô': "O", 'Ù': "U", 'Û': "U", 'Ü': "U",
}

// withoutArticle takes the Arabic article from a word of some length.
func withoutArticle(word string) string {
	if rest, ok := strings.CutPrefix(word, "ال"); ok && utf8.RuneCountInString(rest) > 2 {
		return rest
	}
	return word
}

// signs sets the dashes and dots of a name as bodies have them.
var signs = strings.NewReplacer("---", "—", "--", "–", "...", "…")

// isQuote reports double quotation marks of any language.
func isQuote(r rune) bool { return strings.ContainsRune(`"“”„‟«»`, r) }

// isTitled reports words that a title may have given their capital: not
// articles, which begin names that are not titles.
func isTitled(word string) bool {
	return utf8.RuneCountInString(word) > 3 && isCapitalized(word)
}

// isCapitalized reports words of which only the first letter is a capital.
func isCapitalized(word string) bool {
	first, n := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && strings.IndexFunc(word[n:], unicode.IsUpper) < 0
}

// isApostrophe, isHyphen and isNumber report words of a body that are one.
func isApostrophe(word string) bool { return word == "’" || word == "'" }

func isHyphen(word string) bool { return word == "-" || word == "‑" || word == "‐" }

func isNumber(word string) bool { return word[0] >= '0' && word[0] <= '9' }
