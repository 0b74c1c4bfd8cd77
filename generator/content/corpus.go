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
	folders := r.root.all(nil)
	c := &model.Corpus{Settings: r.config.set, Home: r.root.unit.home, Kinds: r.config.kinds}
	c.Settings.Map = r.root.unit.mapped
	if r.config.unread { // without languages and kinds nothing can be said of any other file
		return c, slices.Clone(r.home.faults)
	}
	c.Settings.Publisher, c.Settings.Editor = r.root.unit.publisher, r.root.unit.editor
	n := 0
	for _, f := range folders {
		n += len(f.unit.faults)
	}
	faults := slices.Grow(slices.Clone(r.index.faults), n)
	byKind := map[string][]*model.Entity{}
	for _, f := range folders {
		u := f.unit
		faults = append(faults, u.faults...)
		if u.article != nil {
			c.Articles = append(c.Articles, u.article)
		}
		byKind[f.path] = u.entities
		c.Pages = append(c.Pages, u.pages...)
		c.Media = append(c.Media, u.media...)
		c.Accepts = append(c.Accepts, u.accepts...)
	}
	slices.SortFunc(c.Accepts, func(x, y model.Accept) int { return x.Pos.Compare(y.Pos) })
	if made := r.countries(folders); len(made) > 0 {
		all := slices.Concat(byKind[model.Countries], made)
		slices.SortFunc(all, func(x, y *model.Entity) int { return cmp.Compare(x.Key, y.Key) })
		byKind[model.Countries] = all
	}
	for _, k := range c.Kinds {
		c.Entities = append(c.Entities, byKind[k.ID]...)
	}
	slices.SortFunc(c.Articles, func(x, y *model.Article) int {
		if x.Published.IsZero() != y.Published.IsZero() {
			return cmp.Compare(btoi(x.Published.IsZero()), btoi(y.Published.IsZero()))
		}
		return cmp.Or(edtf.Compare(y.Published, x.Published), cmp.Compare(x.Key, y.Key))
	})
	if c.Settings.Published.IsZero() {
		c.Settings.Published = latest(folders)
	}
	return c, faults
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// countries gives the entities of countries that are referred to and have no file.
func (r *Reader) countries(folders []*folder) []*model.Entity {
	var made []*model.Entity
	seen := map[string]bool{}
	for _, f := range folders {
		for _, c := range f.unit.countries {
			if seen[c.Alpha2] {
				continue
			}
			seen[c.Alpha2] = true
			if r.made[c.Alpha2] == nil {
				r.made[c.Alpha2] = r.config.makeCountry(c)
			}
			made = append(made, r.made[c.Alpha2])
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

// latest is the last date on which the content says something was published
// or corrected; with no such date, the last date of a section.
func latest(folders []*folder) edtf.Date {
	var published, any edtf.Date
	for _, f := range folders {
		later(&published, f.unit.published)
		later(&any, f.unit.latestSection)
	}
	if published.IsZero() {
		return any
	}
	return published
}
