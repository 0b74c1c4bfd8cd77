package lookup

import (
	"slices"
	"strings"

	"dossier/generator/edtf"
)

// Dated is a date that may be meant, in words, and what in the dossier has it.
type Dated struct{ Date, Words, Of string }

// Dates are the dates that may be meant by what was typed: what its words say, the
// date itself in its weaker forms, and the dates of the article of a file and of the
// dossier's events that begin with it. There are at most limit of them.
func (d *Dossier) Dates(typed, file, lang string, limit int) []Dated {
	var out []Dated
	seen := map[string]bool{}
	add := func(date, of string) {
		if words := d.Date(date, lang); words != "" && date != "" && !seen[date] && len(out) < limit {
			seen[date] = true
			out = append(out, Dated{date, words, of})
		}
	}
	if typed != "" {
		add(d.ReadDate(typed, lang), "")
		if date, err := edtf.Parse(typed); err == nil {
			add(typed, "")
			if !date.IsInterval() && !strings.ContainsAny(typed, "~?%[{") {
				add(typed+"~", "")
				add(typed+"?", "")
				add(typed+"/..", "")
			}
		}
	}
	begins := func(date edtf.Date, of string) {
		if s := date.String(); strings.HasPrefix(s, typed) {
			add(s, of)
		}
	}
	fallback := d.site.Settings.Default()
	for _, a := range d.site.Articles {
		if !strings.HasPrefix(file, string(a.Key)+"/") {
			continue
		}
		begins(a.Published, a.In(lang, fallback).Title)
		if a.Source != nil {
			begins(a.Source.Date, a.In(lang, fallback).Title)
		}
		for _, s := range a.Sections {
			begins(s.Date, s.In(lang, fallback).Title)
		}
	}
	for _, e := range slices.Backward(d.site.Entities) {
		begins(e.Date, e.Name(lang, fallback))
	}
	return out
}
