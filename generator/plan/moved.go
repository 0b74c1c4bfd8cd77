package plan

import (
	"strings"

	"dossier/generator/diag"
	"dossier/generator/model"
)

// Moved is an old address of an edition, from which readers are led on. It is no page of
// the site: no list, no search and no sitemap has it.
type Moved struct {
	Edition Edition
	Path    string // slash-separated, from the site's root
	To      *model.Doc
	Pos     diag.Pos // of the moved_from that names it
}

// oldAddresses are those of all docs. An address of another site that lies in the
// folder of an edition is that edition's alone.
func (p *Plan) oldAddresses() []Moved {
	var all []Moved
	for _, d := range p.Site.Docs() {
		for _, old := range d.MovedFrom {
			only, _, _ := strings.Cut(old.Path, "/")
			for _, e := range p.Editions {
				switch file := oldFile(old); {
				case !p.hasFolder(only):
					all = append(all, Moved{e, e.Dir + file, d, old.Pos})
				case only+"/" == e.Dir:
					all = append(all, Moved{e, file, d, old.Pos})
				}
			}
		}
	}
	return all
}

// hasFolder reports whether an edition lies in a folder of the site's root.
func (p *Plan) hasFolder(name string) bool {
	for _, e := range p.Editions {
		if e.Dir == name+"/" {
			return true
		}
	}
	return false
}

// oldFile is where the page of a former id lay within an edition, or what an address
// names.
func oldFile(old model.Former) string {
	article, inArticles := strings.CutPrefix(old.Path, model.Articles+"/")
	switch {
	case old.IsAddress() && strings.HasSuffix(old.Path, "/"):
		return old.Path + "index.html"
	case old.IsAddress():
		return old.Path
	case inArticles && !strings.Contains(article, "/"):
		return old.Path + "/index.html"
	}
	return old.Path + ".html"
}
