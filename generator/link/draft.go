package link

import (
	"path"
	"slices"
	"strings"

	"dossier/generator/model"
)

// published is the corpus less the files that go with its drafts: those that
// only drafts show, and of a draft article's folder those that nothing shows.
func (p *pass) published(c *model.Corpus) *model.Corpus {
	if len(c.Drafts) == 0 || len(c.Media) == 0 {
		return c
	}
	shown, draft, folders := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for i := range p.jobs {
		for _, a := range p.jobs[i].found.anchors {
			shown[a.File()] = true
		}
	}
	for _, d := range c.Drafts {
		if path.Base(d.File) == "index.md" {
			folders[path.Dir(d.File)] = true
		}
		for _, t := range d.Texts {
			for i := range t.Body.Links {
				var page model.Key
				var to model.Elsewhere
				if l := &t.Body.Links[i]; !l.Wiki {
					if why, _ := p.relative(d, t, l, &page, &to, false); why.is == "" {
						draft[to.File] = true
					}
				}
			}
		}
	}
	out := *c
	out.Media = slices.DeleteFunc(slices.Clone(c.Media), func(m model.Media) bool {
		return !shown[m.File] && (draft[m.File] || folders[path.Dir(m.File)] && strings.HasPrefix(m.File, model.Articles+"/"))
	})
	return &out
}
