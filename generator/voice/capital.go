package voice

import (
	"html/template"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Capital begins a name in lang with a capital, as a title does, unless its
// first word has capitals of its own ("traité FNI", but "iPhone").
func Capital(name, lang string) string {
	first, _, _ := strings.Cut(name, " ")
	if first != strings.ToLower(first) {
		return name
	}
	if rest, ok := strings.CutPrefix(name, "ij"); ok && baseOf(lang) == "nl" {
		return "IJ" + rest
	}
	r, n := utf8.DecodeRuneInString(name)
	return string(toTitle(r, lang)) + name[n:]
}

// capitalHTML is Capital for HTML that may begin with tags.
func capitalHTML(name template.HTML, lang string) template.HTML {
	at := 0
	for strings.HasPrefix(string(name[at:]), "<") {
		at += strings.IndexByte(string(name[at:]), '>') + 1
	}
	if at == len(name) {
		return name
	}
	return name[:at] + template.HTML(Capital(string(name[at:]), lang))
}

// Initial is the letter under which lists in lang have a name. Greek capitals
// have no accent there.
func Initial(name, lang string) string {
	r, _ := utf8.DecodeRuneInString(name)
	letter := string(toTitle(r, lang))
	if baseOf(lang) == "el" {
		letter = norm.NFC.String(strings.ReplaceAll(norm.NFD.String(letter), "\u0301", ""))
	}
	return letter
}

// toTitle is the capital of a letter in lang. (Georgian has capitals, but none
// that begin words: its title case is the small letter.)
func toTitle(r rune, lang string) rune {
	if base := baseOf(lang); base == "tr" || base == "az" {
		return unicode.TurkishCase.ToTitle(r)
	}
	return unicode.ToTitle(r)
}

func baseOf(lang string) string {
	base, _, _ := strings.Cut(lang, "-")
	return base
}
