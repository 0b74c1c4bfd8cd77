package filename

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"dossier/generator/glyph"
)

// Slug makes an id from a title: its letters and digits in lower case, joined by
// hyphens. It is "" if the title has none, if no file may have that name, or if it
// would be "index", which is the name of a folder's list.
func Slug(title string) string {
	id := Letters(title)
	if id == "index" || BadID(id, id) != "" || Portable(id) != "" {
		return ""
	}
	return id
}

// Letters are the letters and digits of a title in lower case, joined by hyphens.
func Letters(title string) string {
	letter := func(r rune) rune {
		switch in := glyph.InID(r); {
		case in == 0:
			return -1
		case in == '-' && r != '_':
			return ' '
		}
		return r
	}
	return strings.Join(strings.Fields(strings.Map(letter, norm.NFC.String(strings.ToLower(title)))), "-")
}
