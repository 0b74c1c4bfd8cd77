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
	l := casingOf(lang)
	if rest, ok := strings.CutPrefix(name, l.digraph); ok && l.digraph != "" {
		return strings.ToUpper(l.digraph) + rest
	}
	r, n := utf8.DecodeRuneInString(name)
	return string(l.toTitle(r)) + name[n:]
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

// Initial is the letter under which lists in lang have a name.
func Initial(name, lang string) string {
	l := casingOf(lang)
	r, _ := utf8.DecodeRuneInString(name)
	letter := string(l.toTitle(r))
	if l.noAccents {
		letter = norm.NFC.String(strings.ReplaceAll(norm.NFD.String(letter), "\u0301", ""))
	}
	return letter
}

// toTitle is the capital of a letter. (Georgian has capitals, but none that
// begin words: its title case is the small letter.)
func (l casing) toTitle(r rune) rune {
	if l.special != nil {
		return l.special.ToTitle(r)
	}
	return unicode.ToTitle(r)
}
