package emit

import (
	"strings"

	"dossier/generator/edtf"
	"dossier/generator/layout"
)

// A date in a text that runs from right to left is kept apart from what stands
// beside it: otherwise its signs change sides, and "since" becomes "until"
// (2019/.. is shown as ../2019). Layouts do it by an element's dir, text
// without markup by the characters of Unicode for it.

// isolation is the direction in which a date has to be kept apart on a page in a
// language; "" when the page's own will do. An EDTF text, as in languages
// without wording, always runs from left to right.
func isolation(lang string) string {
	dir := layout.Direction(lang)
	switch {
	case dir == "ltr":
		return ""
	case !edtf.Worded(lang):
		return "ltr"
	}
	return dir
}

// isolate keeps a text apart from its neighbours; dir is as isolation gives it.
func isolate(text, dir string) string {
	switch {
	case dir == "" || strings.Trim(text, "0123456789") == "": // a number alone stays whole
		return text
	case dir == "rtl":
		return "\u2067" + text + "\u2069"
	}
	return "\u2066" + text + "\u2069"
}

// inText is a date for text without markup.
func inText(d *layout.Date) string { return isolate(d.Text, d.Dir) }

// dateInText words a date for text without markup.
func dateInText(d edtf.Date, lang string) string { return isolate(d.Format(lang), isolation(lang)) }
