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
	case "'", "`", "‘", "ʼ", "´", "′", "‛", "ʹ", "׳":
		return "’"
	case "‑", "‐", "−", "–":
		return "-"
	case "“", "”", "„", "‟", "«", "»", "״":
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

// plainBelarusian is yo, and takes the у with which a word begins for the short
// one that it is after a vowel.
func plainBelarusian(word string) string {
	word = yo.Replace(word)
	if rest, ok := strings.CutPrefix(word, "ў"); ok {
		return "у" + rest
	}
	if rest, ok := strings.CutPrefix(word, "Ў"); ok {
		return "У" + rest
	}
	return word
}

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

// plainArmenian writes out the ligature.
func plainArmenian(word string) string { return strings.ReplaceAll(word, "և", "եւ") }

// armenianLower knows that the ligature is two letters among capitals.
func armenianLower(letters string) string {
	return strings.ReplaceAll(strings.ToLower(letters), "եվ", "եւ")
}

// plainArabic drops the signs of vowels and what stretches a word, and takes
// letters that are often written for one another for the same.
func plainArabic(word string) string {
	bare := arabicLetters.Replace(word)
	if rest, ok := strings.CutSuffix(bare, "ى"); ok && !strings.HasSuffix(rest, "عل") && !strings.HasSuffix(rest, "ال") { // "on" and "to", with and without "and"
		bare = rest + "ي"
	}
	if rest, ok := strings.CutSuffix(bare, "ة"); ok {
		bare = rest + "ه"
	}
	return bare
}

var arabicLetters = strings.NewReplacer("أ", "ا", "إ", "ا", "آ", "ا", "ٱ", "ا", "ی", "ي", "ک", "ك",
	"ـ", "", "\u064b", "", "\u064c", "", "\u064d", "", "\u064e", "", "\u064f", "", "\u0650", "", "\u0651", "", "\u0652", "", "\u0670", "")

// servantOf joins the word that many Arabic names of men begin with to the next,
// or parts them: «عبد الله», «عبدالله».
func servantOf(name string) string {
	const servant = "عبد"
	words := strings.Fields(name)
	for i, word := range words {
		switch {
		case word == "": // joined
		case word == servant && i+1 < len(words) && strings.HasPrefix(words[i+1], "ال"):
			words[i], words[i+1] = word+words[i+1], ""
		case strings.HasPrefix(word, servant+"ال"):
			words[i] = servant + " " + word[len(servant):]
		}
	}
	return strings.Join(strings.Fields(strings.Join(words, " ")), " ")
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

// isCapitals reports words of two letters or more that are all capitals.
func isCapitals(word string) bool {
	first, n := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && n < len(word) && strings.IndexFunc(word, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
}

// isApostrophe, isHyphen and isNumber report words of a body that are one.
func isApostrophe(word string) bool { return word == "’" || word == "'" }

func isHyphen(word string) bool { return word == "-" || word == "‑" || word == "‐" }

func isNumber(word string) bool { return word[0] >= '0' && word[0] <= '9' }
