package view

import (
	"dossier/generator/dataset"
	"dossier/generator/layout"
	"dossier/generator/limits"
	"dossier/generator/plan"
	"dossier/generator/voice"
)

// takeaway are the files for other programs: the newest articles as books, the edition's
// calendar and feed, and the dossier's data.
func takeaway(p *page) []layout.Group {
	files := layout.Group{Heading: p.Say("takeaway").Link(), ID: "takeaway_"}
	add := func(to *layout.Group, l layout.Link, path string, note voice.Said) {
		l.Href, l.Current = p.href(path), false
		to.Items = append(to.Items, &layout.Item{Link: l, Note: note.Text, NoteIn: note.Lang})
	}
	all := p.site.model().Articles
	for _, a := range all[:min(len(all), limits.MaxMenuLinks)] {
		add(&files, p.docLink(&a.Doc), p.Edition.Book(a.Key), voice.Said{Text: "EPUB"})
	}
	if p.site.plan.HasCalendar() {
		add(&files, p.Say("takeaway.calendar").Link(), p.Edition.Calendar(), voice.Said{Text: "iCalendar"})
	}
	if p.site.plan.URL("") != "" {
		add(&files, p.Say("takeaway.feed").Link(), p.Edition.Feed(), voice.Said{Text: "RSS"})
	}
	data := layout.Group{Heading: p.Say("takeaway.data").Link(), ID: "data_"}
	for _, f := range dataset.Files(p.site.plan, p.Voice) {
		add(&data, layout.Link{Text: f.Name}, plan.DataFolder+f.Name, f.Says)
	}
	if len(files.Items) == 0 {
		return []layout.Group{data}
	}
	return []layout.Group{files, data}
}
