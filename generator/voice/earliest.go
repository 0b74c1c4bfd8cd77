package voice

import (
	"math"

	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/lists"
	"dossier/generator/model"
)

// Earliest words from when on a dossier speaks of the relations of each type of some ties,
// as items of a sentence.
func Earliest(v *Voice, ties []lists.Tie) []layout.Item {
	var out []layout.Item
	for i, b := range lists.Earliest(ties) {
		name := v.SayIn(v.site.Settings.Relations[b.Type].Name)
		item := layout.Item{Link: name.Link(), Date: v.Date(b.Date, nil)}
		if i > 0 {
			item.Before = v.Words("list.comma")
		}
		out = append(out, item)
	}
	return out
}

// end is the last date of a tie, as it is written.
func end(t lists.Tie) (last edtf.Date) {
	for _, e := range t.Edges {
		_, before := last.Bounds()
		if _, to := e.When.Bounds(); last.IsZero() || before.Compare(to) < 0 {
			last = e.When.End()
		}
	}
	return last
}

// Over says when the last of some ties has ended, as far as they have dates, and from which day
// on it has; "" and the greatest day where one of them goes on.
func Over(v *Voice, ties []lists.Tie) (text string, from int) {
	var last edtf.Date
	from = math.MinInt
	for _, t := range ties {
		for _, x := range t.Tenures {
			if x.Possible.To >= from {
				from, last = x.Possible.To, end(t)
			}
		}
	}
	if last.IsZero() {
		return "", math.MaxInt
	}
	return v.Fill("asof.over", v.DateInText(last)), from
}

// Begins says since when there is an entity whose date is its lifetime, and gives the first day that
// can be of it; "" and the least number for one without a date, or whose beginning is not known.
func Begins(v *Voice, e *model.Entity) (text string, from int) {
	start := e.Date.Start()
	if start.IsZero() {
		return "", math.MinInt
	}
	first, _ := start.Bounds()
	return v.Fill("asof.begins", v.DateInText(start)), first.Ordinal()
}
