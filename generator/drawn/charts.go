package drawn

import (
	"strings"

	"dossier/generator/draw/chart"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/voice"
)

// ChartWords are what all charts of an edition say.
func ChartWords(v *voice.Voice, site *model.Site) chart.Words {
	w := chart.Words{
		Label: v.Words("timeline.chart"), YearEnd: v.Words("timeline.yearend"), Apart: v.Apart, Date: v.DateInText, InYear: v.InYear,
		AsOf: site.Date(), AsOfIs: chart.Said(v.Say("map.asof", "{}")), RightToLeft: layout.Direction(v.Lang) == "rtl",
		Sign: func(sign string) chart.Said { return chart.Said(v.Say("timeline." + sign)) },
		Some: func(drawn, all int) chart.Said { return chart.Said(v.Say("timeline.some", drawn, all)) },
		Undated: func(names []string) chart.Said {
			return chart.Said(v.Say("timeline.undated", strings.Join(names, v.Words("list.comma"))))
		},
		Gap: func(years int) chart.Said { return chart.Said(v.Count("timeline.gap", years)) },
	}
	for _, t := range site.Settings.EventTypes {
		w.Types = append(w.Types, chart.Said(v.SayIn(t.Name)))
	}
	return w.Kept()
}
