package voice

import (
	"strings"
	"unicode"

	"dossier/generator/glyph"
	"dossier/generator/layout"
)

// A date in a text that runs from right to left is kept apart from what stands
// beside it: otherwise its signs change sides, and "since" becomes "until"
// (2019/.. is shown as ../2019). Layouts do it by an element's dir, text
// without markup by the characters of Unicode for it.

// isolation is the direction in which a date has to be kept apart on a page of
// the edition; "" when the page's own will do. foreign is its language when that
// is not the edition's. An EDTF text, as in languages without wording, always runs
// from left to right.
func (x *dates) isolation(foreign string) string {
	switch {
	case x.dir == "ltr":
		return ""
	case foreign != "":
		return layout.Direction(foreign)
	case !x.Worded():
		return "ltr"
	}
	return x.dir
}

// isolate keeps a text apart from its neighbours; dir is as isolation gives it.
func isolate(text, dir string) string {
	switch {
	case dir == "" || strings.Trim(text, "0123456789") == "": // a number alone stays whole
		return text
	case dir == "rtl":
		return "\u2067" + text + "\u2069"
	case dir == "auto":
		return "\u2068" + text + "\u2069"
	}
	return "\u2066" + text + "\u2069"
}

// Apart is a name for text without markup, where other words stand beside it:
// it is isolated only when it needs it.
func (v *Voice) Apart(name string) string {
	if !Turns(name, v.dates.dir) {
		return name
	}
	return isolate(name, "auto")
}

// Turns reports a text that may turn the words beside it, in text of a direction:
// it has letters of the other one, or controls of it. Markup needs no such test.
func Turns(text, dir string) bool {
	for _, r := range text {
		switch {
		case glyph.RightToLeft(r):
			if dir == "ltr" {
				return true
			}
		case unicode.IsLetter(r):
			if dir == "rtl" {
				return true
			}
		case unicode.Is(unicode.Bidi_Control, r):
			return true
		}
	}
	return false
}

// InText is a date for text without markup.
func InText(d *layout.Date) string { return isolate(d.Text, d.Dir) }
