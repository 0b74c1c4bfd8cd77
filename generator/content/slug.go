package content

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"dossier/generator/glyph"
)

// Slug makes an id of a title: its letters and digits in lower case, joined by
// hyphens; "" when it has none, or when they make a name that cannot be, or that
// of a folder's list ("index").
func Slug(title string) string {
	id := slugOf(title)
	if id == "index" || badID(id, id) != "" || portable(id) != "" {
		return ""
	}
	return id
}

func slugOf(title string) string {
	title = norm.NFC.String(strings.NewReplacer("'", "", "’", "").Replace(strings.ToLower(title)))
	words := strings.FieldsFunc(title, func(r rune) bool {
		return glyph.Invisible(r) || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '_'
	})
	return strings.Join(words, "-")
}
