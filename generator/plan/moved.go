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
// folder of an edition is that edition's alone, and comes before one that is meant
// for every edition.
func (p *Plan) oldAddresses() []Moved {
	var all []Moved
	own := map[string]bool{} // written with the folder of an edition
	for _, d := range p.Site.Docs() {
		for _, old := range d.MovedFrom {
			if file := oldFile(old); p.inFolder(file) {
				own[file] = true
			}
		}
	}
	for _, d := range p.Site.Docs() {
		for _, old := range d.MovedFrom {
			file := oldFile(old)
			for _, e := range p.Editions {
				switch {
				case !p.inFolder(file) && !own[e.Dir+file]:
					all = append(all, Moved{e, e.Dir + file, d, old.Pos})
				case p.inFolder(file) && strings.HasPrefix(file, e.Dir) && e.Dir != "":
					all = append(all, Moved{e, file, d, old.Pos})
				}
			}
		}
	}
	return all
}

// inFolder reports a path in the folder that an edition has in the site's root.
func (p *Plan) inFolder(file string) bool {
	dir, _, _ := strings.Cut(file, "/")
	for _, e := range p.Editions {
		if e.Dir == dir+"/" {
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
