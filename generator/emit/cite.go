package emit

import (
	"path"
	"sync"

	"dossier/generator/cite"
	"dossier/generator/layout"
	"dossier/generator/plan"
	"dossier/generator/publish"
	"dossier/generator/voice"
)

// entriesOf are the entries of a folder.
type entriesOf struct {
	folder  string
	entries []cite.Entry
}

// Citations emits files for bibliographies, in each folder with pages that can be
// cited one of each format with an entry for all of them: files for every page would
// be three times as many as pages, and the entries themselves heavier than a page's
// budget allows. A page names its entry.
func Citations(p *plan.Plan, set *layout.Set) ([]publish.Output, error) {
	var out []publish.Output
	for _, e := range p.Editions {
		v := voice.New(p.Site, set, e.Lang)
		citations := voice.NewCitations(voice.NewOrder(v, p.Site.Entities), p.Lists.Entity)
		var folders []string
		pages := map[string][]*plan.Page{}
		for _, page := range p.Pages {
			if page.Edition == e && page.Doc != nil && page.Of == nil && page.Kind != plan.Home {
				folder := path.Dir(page.Path)
				if pages[folder] == nil {
					folders = append(folders, folder)
				}
				pages[folder] = append(pages[folder], page)
			}
		}
		// The files of a folder are made one after the other, of the same entries.
		made := sync.Pool{New: func() any { return new(entriesOf) }}
		for _, folder := range folders {
			for _, f := range cite.Formats() {
				file := path.Join(folder, f.File)
				out = append(out, publish.Output{Path: file, Render: func(buf []byte) ([]byte, error) {
					x := made.Get().(*entriesOf)
					defer made.Put(x)
					if x.folder != folder || x.entries == nil {
						x.folder, x.entries = folder, x.entries[:0]
						for _, page := range pages[folder] {
							x.entries = append(x.entries, citations.Entry(voice.Cited{Doc: page.Doc, Article: page.Article, Section: page.Section, Entity: page.Entity, Address: p.URL(page.Path)}))
						}
					}
					return f.Append(buf, x.entries, publish.Signature(file)), nil
				}})
			}
		}
	}
	return out, nil
}
