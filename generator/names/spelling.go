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
func fold(word, lang string) string {
	plain := true
	for i := range len(word) {
		if c := word[i]; c >= utf8.RuneSelf || c == '\'' || c == '`' {
			plain = false
			break
		}
	}
	if plain {
		if lang == "en" {
			word = strings.Replace(word, "isation", "ization", 1) // as in the names of organisations
		}
		return word
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
	switch lang {
	case "ru", "uk", "be":
		word = yo.Replace(word)
	case "fr":
		r, n := utf8.DecodeRuneInString(word)
		if i := strings.IndexRune("ÀÂÇÉÈÊËÎÏÔÙÛÜ", r); i >= 0 {
			word = frenchCapitals[r] + word[n:]
		}
	case "ar":
		if rest, ok := strings.CutPrefix(word, "ال"); ok && utf8.RuneCountInString(rest) > 2 {
			word = rest
		}
	}
	return word
}

// yo folds ё and drops stress marks.
var yo = strings.NewReplacer("ё", "е", "Ё", "Е", "\u0301", "", "\u0300", "")

// frenchCapitals are often set without their accents.
var frenchCapitals = map[rune]string{
	'À': "A", 'Â': "A", 'Ç': "C", 'É': "E", 'È': "E", 'Ê': "E", 'Ë': "E",
	'Î': "I", 'Ï': "I", 'Ô': "O", 'Ù': "U", 'Û': "U", 'Ü': "U",
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
