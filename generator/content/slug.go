package content

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"dossier/generator/glyph"
)

// Slug makes an id from a title: its letters and digits in lower case, joined by
// hyphens. It is "" if the title has none, if no file may have that name, or if it
// would be "index", which is the name of a folder's list.
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
