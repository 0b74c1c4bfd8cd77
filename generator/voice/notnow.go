package voice

import (
	"html/template"

	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/lists"
)

// NotNow says beside a tie, in brackets, that by a day it had ended or not begun; it is ""
// for one that may have held then.
func NotNow(v *Voice, t lists.Tie, day edtf.Day) template.HTML {
	key := "relation.ahead"
	switch at := day.Ordinal(); {
	case t.Ended(at):
		key = "relation.ended"
	case t.Begun(at):
		return ""
	}
	return MarkedWords(v, v.Lang, "bracket.open") + MarkedWords(v, v.Lang, key) + MarkedWords(v, v.Lang, "bracket.close")
}

// Listed adds a date to a list of dates.
func Listed(v *Voice, dates []layout.Date, d layout.Date) []layout.Date {
	if len(dates) > 0 {
		d.Before = v.Words("comma")
	}
	return append(dates, d)
}
