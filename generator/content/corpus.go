package content

import (
	"cmp"
	"slices"

	"dossier/generator/content/iso3166"
	"dossier/generator/diag"
	"dossier/generator/edtf"
	"dossier/generator/model"
)

// corpus puts the units together.
func (r *Reader) corpus() (*model.Corpus, diag.List) {
	c := &model.Corpus{Settings: r.config.set, Home: r.root.unit.home, Kinds: r.config.kinds}
	c.Settings.Map = r.root.unit.mapped
	if r.config.unread { // without languages and kinds nothing can be said of any other file
		return c, slices.Clone(r.home.faults)
	}
	c.Settings.Publisher, c.Settings.Editor = r.root.unit.publisher, r.root.unit.editor
	n := 0
	for _, f := range r.folders {
		n += len(f.unit.faults)
	}
	faults := slices.Grow(slices.Clone(r.index.faults), n)
	byKind := map[string][]*model.Entity{}
	var published, dated edtf.Date // the last on which something was published or corrected, and of any section
	for _, f := range r.folders {
		u := f.unit
		faults = append(faults, u.faults...)
		later(&published, u.published)
		later(&dated, u.latestSection)
		byKind[f.path] = u.entities
		c.Pages = append(c.Pages, u.pages...)
		c.Media = append(c.Media, u.media...)
		c.Accepts = append(c.Accepts, u.accepts...)
	}
	slices.SortFunc(c.Accepts, func(x, y model.Accept) int { return x.Pos.Compare(y.Pos) })
	if made := r.countries(); len(made) > 0 {
		all := slices.Concat(byKind[model.Countries], made)
		slices.SortFunc(all, func(x, y *model.Entity) int { return cmp.Compare(x.Key, y.Key) })
		byKind[model.Countries] = all
	}
	for _, k := range c.Kinds {
		c.Entities = append(c.Entities, byKind[k.ID]...)
	}
	slices.SortFunc(r.newest, func(x, y *folder) int { return newestFirst(x.unit.article, y.unit.article) }) // as they were, most often
	for _, f := range r.newest {
		if f.unit.article != nil {
			c.Articles = append(c.Articles, f.unit.article)
		}
	}
	for _, d := range []edtf.Date{published, dated} {
		if c.Settings.Published.IsZero() {
			c.Settings.Published = d
		}
	}
	return c, faults
}

// newestFirst orders articles; those without a date come last, and after them what is none.
func newestFirst(x, y *model.Article) int {
	if x == nil || y == nil {
		return btoi(x == nil) - btoi(y == nil)
	}
	return cmp.Or(btoi(x.Published.IsZero())-btoi(y.Published.IsZero()), edtf.Compare(y.Published, x.Published), cmp.Compare(x.Key, y.Key))
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// countries gives the entities of countries that are referred to and have no file.
func (r *Reader) countries() []*model.Entity {
	var made []*model.Entity
	seen := map[string]bool{}
	for _, f := range r.folders {
		for _, c := range f.unit.countries {
			if !seen[c.Alpha2] {
				if r.made[c.Alpha2] == nil {
					r.made[c.Alpha2] = r.config.makeCountry(c)
				}
				made, seen[c.Alpha2] = append(made, r.made[c.Alpha2]), true
			}
		}
	}
	return made
}

// makeCountry makes the entity of a country without a file.
func (c *config) makeCountry(of iso3166.Country) *model.Entity {
	lang := c.set.Default()
	e := &model.Entity{ISO: of.Alpha2, Doc: model.Doc{Key: countryKey(of), Links: true}}
	fillCountry(e, of, c.set.Languages)
	e.Texts = model.Texts{{Lang: lang, Title: e.Names.In(lang, lang)}}
	return e
}
