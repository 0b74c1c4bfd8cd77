package markdown

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

// quotes are the double quotation marks of languages, by base tag.
func quotes(lang string) (open, shut []byte) {
	base, _, _ := strings.Cut(lang, "-")
	switch base {
	case "en":
		return []byte("“"), []byte("”")
	case "fr":
		return []byte("«\u202f"), []byte("\u202f»")
	case "ru", "uk", "be", "kk", "ky", "tg", "hy", "es", "it", "el", "fa":
		return []byte("«"), []byte("»")
	case "de":
		return []byte("„"), []byte("“")
	}
	return nil, nil // as typed
}

// typographer is goldmark's smart punctuation with the quotation marks of a
// language, written as characters rather than entities so that names can be
// found in the HTML. (The narrow no-break space inside French quotes follows
// the Imprimerie nationale.)
func typographer(lang string) goldmark.Extender {
	open, shut := quotes(lang)
	subs := extension.TypographicSubstitutions{
		extension.LeftDoubleQuote: open, extension.RightDoubleQuote: shut,
		extension.EnDash: []byte("–"), extension.EmDash: []byte("—"), extension.Ellipsis: []byte("…"),
		extension.Apostrophe:     []byte("’"),
		extension.LeftAngleQuote: []byte("«"), extension.RightAngleQuote: []byte("»"),
		extension.LeftSingleQuote: nil, extension.RightSingleQuote: nil,
	}
	if open != nil {
		subs[extension.LeftSingleQuote], subs[extension.RightSingleQuote] = []byte("‘"), []byte("’")
	}
	return extension.NewTypographer(extension.WithTypographicSubstitutions(subs))
}
