package voice

import (
	"html"
	"html/template"

	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/lists"
)

// NotNow says beside a tie, in brackets, that by a day it had ended or not begun; it is ""
// for one that may have held then.
func NotNow(v *Voice, t lists.Tie, day edtf.Day) template.HTML {
	said := v.Say("relation.ahead")
	switch at := day.Ordinal(); {
	case t.Ended(at):
		said = v.Say("relation.ended")
	case t.Begun(at):
		return ""
	}
	words := html.EscapeString(said.Text)
	if said.Lang != "" {
		words = `<span lang="` + said.Lang + `" dir="auto">` + words + `</span>`
	}
	return template.HTML(v.Words("bracket.open") + words + v.Words("bracket.close"))
}

// WithDate adds a date to a list of dates.
func WithDate(v *Voice, dates []layout.Date, d layout.Date) []layout.Date {
	if len(dates) > 0 {
		d.Before = v.Words("comma")
	}
	return append(dates, d)
}
