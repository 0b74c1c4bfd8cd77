package plan

import (
	"strings"

	"dossier/generator/model"
)

// Divided is a page's list when it is divided among pages, else nil.
func (p *Page) Divided(name List) *Split {
	for _, s := range p.Splits {
		if s.List == name {
			return s
		}
	}
	return nil
}

// further adds the pages that continue a list of a page.
func (b *builder) further(base *Page, s *Split) {
	file := strings.TrimSuffix(strings.TrimPrefix(base.Path, b.Dir), ".html")
	switch {
	case base.Kind == Home:
		file = model.Articles + "/"
	case strings.Contains(file, "/"):
		file += "/"
	default:
		file += "-"
	}
	s.Parts[0].Page = base
	for i := 1; i < len(s.Parts); i++ {
		page := Page{Kind: base.Kind, Article: base.Article, Entity: base.Entity, Lists: base.Lists, Beside: base.Beside, Of: base, Split: s, Part: i}
		if base.Kind == Home || base.Kind == Entity {
			page.Kind = Entries
		}
		name := file + string(s.List) + s.name(i) + ".html"
		page.Key = model.Key(name)
		b.add(name, page)
		s.Parts[i].Page = b.Pages[len(b.Pages)-1]
	}
}
