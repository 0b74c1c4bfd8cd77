package emit

import (
	"path"
	"slices"
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

// keptEntries is how many entries of a folder are kept for its other formats. They would take more
// memory than anything else where a folder has most of a large site.
const keptEntries = 4000

// Citations emits files for bibliographies, in each folder with pages that can be
// cited one of each format with an entry for all of them: files for every page would
// be three times as many as pages, and the entries themselves heavier than a page's
// budget allows. A page names its entry.
func Citations(p *plan.Plan, set *layout.Set) ([]publish.Output, error) {
	return citations(p, set, keptEntries), nil
}

// citations is Citations, where the entries of a folder with more than some are not kept.
func citations(p *plan.Plan, set *layout.Set, some int) []publish.Output {
	var out []publish.Output
	for _, e := range p.Editions {
		v := voice.New(p.Site, set, e.Lang)
		cited := voice.NewCitations(voice.NewOrder(v, p.Site.Entities), p.Lists.Entity)
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
		entry := func(page *plan.Page) cite.Entry {
			return cited.Entry(voice.Cited{Doc: page.Doc, Article: page.Article, Section: page.Section, Entity: page.Entity, Address: p.URL(page.Path)})
		}
		// The files of a folder are made one after the other, of the same entries.
		made := sync.Pool{New: func() any { return new(entriesOf) }}
		for _, folder := range folders {
			of := pages[folder]
			for _, f := range cite.Formats() {
				file := path.Join(folder, f.File)
				out = append(out, publish.Long(file, func(buf []byte, spill func([]byte) []byte) []byte {
					if len(of) > some {
						return f.Append(buf, func(yield func(cite.Entry) bool) {
							for _, page := range of {
								if !yield(entry(page)) {
									return
								}
							}
						}, publish.Signature(file), spill)
					}
					x := made.Get().(*entriesOf)
					defer made.Put(x)
					if x.folder != folder || x.entries == nil {
						x.folder, x.entries = folder, x.entries[:0]
						for _, page := range of {
							x.entries = append(x.entries, entry(page))
						}
					}
					return f.Append(buf, slices.Values(x.entries), publish.Signature(file), spill)
				}))
			}
		}
	}
	return out
}
