// Package filename says which names files may have, and makes ids of titles.
package filename

import (
	"fmt"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"dossier/generator/glyph"
	"dossier/generator/limits"
)

// BadMedia says why a picture or PDF file cannot keep its name on every system
// and in an address, or "". Such a file has no id, so BadID does not apply to it.
func BadMedia(name string) string {
	if at := strings.IndexAny(name, `<>:"/\|?*%#`); at >= 0 {
		return fmt.Sprintf("the name of a file cannot have %q in it; rename it, and the links to it", name[at:at+1])
	}
	if strings.ContainsFunc(name, glyph.Unprintable) || strings.HasPrefix(name, " ") || strings.Contains(name, " .") {
		return "the name of a file cannot have a space at its end or a control character; rename it, and the links to it"
	}
	if glyph.Unseen(name[:len(name)-len(path.Ext(name))]) {
		return "the name of this file cannot be seen; rename it, and the links to it"
	}
	return ""
}

// BadID says why an id cannot serve as a file name and an address on every
// system, or "". Ids are letters of any script in lower case, digits, hyphens
// and underscores; name is the file or folder name shown to the editor.
func BadID(id, name string) string {
	ok := id != "" && id == strings.ToLower(id) && !strings.HasPrefix(id, "-")
	for _, r := range id {
		ok = ok && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == '-' || r == '_') && !glyph.Invisible(r)
	}
	if ok {
		return ""
	}
	stem, md := name, path.Ext(name)
	if md != ".md" {
		md = ""
	}
	stem = strings.TrimSuffix(stem, md)
	if i := strings.LastIndexByte(stem, '.'); md != "" && i > 0 && IsLanguage(stem[i+1:]) {
		stem, md = stem[:i], stem[i:]+md
	}
	better := Letters(stem)
	if better == "" {
		return "a name is made of lower-case letters, digits and hyphens"
	}
	better += md
	return fmt.Sprintf("a name is made of lower-case letters, digits and hyphens; did you mean %q?", better)
}

// Portable says why a file name cannot exist on every system, or "": Windows
// reserves device names, and macOS may store other Unicode forms than NFC.
func Portable(name string) string {
	stem, _, _ := strings.Cut(strings.ToLower(name), ".")
	if _, name, ok := CutNumber(stem); ok {
		stem = name
	}
	switch {
	case !norm.NFC.IsNormalString(name):
		return "the name's accents are not in composed form (Unicode NFC); type the name anew"
	case len(name) > limits.MaxFileNameBytes:
		return fmt.Sprintf("the name is longer than %d bytes; shorten it", limits.MaxFileNameBytes)
	case stem == "con", stem == "prn", stem == "aux", stem == "nul", isPort(stem):
		return fmt.Sprintf("%q is a reserved name on Windows; choose another", stem)
	}
	return ""
}

func isPort(stem string) bool {
	number, ok := strings.CutPrefix(stem, "com")
	if !ok {
		number, ok = strings.CutPrefix(stem, "lpt")
	}
	return ok && utf8.RuneCountInString(number) == 1 && strings.Contains("0123456789¹²³", number)
}

// IsLanguage reports whether s looks like a language tag: two or three letters, and
// perhaps more parts of letters and digits.
func IsLanguage(s string) bool {
	for i, part := range strings.Split(s, "-") {
		for j := range len(part) {
			if c := part[j] | 0x20; (c < 'a' || c > 'z') && (i == 0 || part[j] < '0' || part[j] > '9') {
				return false
			}
		}
		if n := len(part); n < 2 || n > 3 && i == 0 || n > 8 {
			return false
		}
	}
	return true
}

// CutNumber splits the name of a section, "NN-name".
func CutNumber(stem string) (number, name string, ok bool) {
	number, name, ok = strings.Cut(stem, "-")
	return number, name, ok && number != "" && name != "" && strings.Trim(number, "0123456789") == ""
}
