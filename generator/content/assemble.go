package content

import (
	"cmp"
	"maps"
	"path"
	"slices"

	"dossier/generator/content/iso3166"
	"dossier/generator/diag"
	"dossier/generator/edtf"
	"dossier/generator/model"
)

// assemble makes the corpus of what the files hold, and resolves what they
// refer to.
func (r *reader) assemble(read []result, faults *diag.List) *model.Corpus {
	c := &model.Corpus{Settings: r.set, Home: r.home, Kinds: r.kinds}
	a := &assembler{reader: r, corpus: c, faults: faults, docs: map[model.Key]*model.Doc{}, articles: map[model.Key]*model.Article{}}
	for _, x := range read {
		a.add(x)
	}
	for _, x := range read {
		if x.section != nil {
			a.addSection(x)
		}
	}
	for _, x := range read {
		if x.text != nil {
			a.addTranslation(x)
		}
	}
	a.indexEntities()
	a.resolveAll()
	a.sort()
	if c.Settings.Published.IsZero() {
		c.Settings.Published = latest(c)
	}
	return c
}

type assembler struct {
	*reader
	corpus   *model.Corpus
	faults   *diag.List
	docs     map[model.Key]*model.Doc
	articles map[model.Key]*model.Article
	entities map[model.Key]*model.Entity
	byISO    map[string]*model.Entity
	byID     map[string][]model.Key
}

// add files a result under its key.
func (a *assembler) add(x result) {
	c := a.corpus
	switch {
	case x.media != nil:
		c.Media = append(c.Media, model.Media{File: x.file.path, Body: x.media})
	case x.article != nil:
		a.articles[x.file.key] = x.article
		a.docs[x.file.key] = &x.article.Doc
		c.Articles = append(c.Articles, x.article)
	case x.entity != nil:
		a.docs[x.file.key] = &x.entity.Doc
		c.Entities = append(c.Entities, x.entity)
	case x.doc != nil:
		a.docs[x.file.key] = x.doc
		c.Pages = append(c.Pages, x.doc)
	}
}

func (a *assembler) addSection(x result) {
	dir := path.Dir(x.file.path)
	article := a.articles[model.Key(dir)]
	if article == nil {
		pos := diag.Pos{File: path.Join(dir, "index.md")}
		if !slices.ContainsFunc(*a.faults, func(d diag.Diagnostic) bool { return d.File == pos.File }) {
			a.faults.Add(pos, diag.MissingKey, "the article has sections but no index.md; write one with at least a title")
		}
		return
	}
	if twin := a.docs[x.file.key]; twin != nil {
		a.faults.Add(diag.Pos{File: x.file.path}, diag.DuplicateID, "the section %q exists already, in %s; a section's number is not part of its id", x.file.id, twin.File)
		return
	}
	x.section.Article = article
	a.docs[x.file.key] = &x.section.Doc
	article.Sections = append(article.Sections, x.section)
}

func (a *assembler) addTranslation(x result) {
	doc := a.docs[x.file.key]
	if x.file.class == homeFile {
		doc = a.corpus.Home
	}
	if doc == nil {
		a.faults.Add(diag.Pos{File: x.file.path}, diag.MissingKey, "this translates %s, which does not exist", original(x.file))
		return
	}
	first := doc.Texts[a.set.Default()]
	if x.text.Title == "" && x.file.class != entityFile {
		x.text.Title = first.Title
	}
	doc.Texts[x.file.lang] = x.text
}

// indexEntities prepares what references are looked up in.
func (a *assembler) indexEntities() {
	a.entities = map[model.Key]*model.Entity{}
	a.byISO = map[string]*model.Entity{}
	a.byID = map[string][]model.Key{}
	for _, e := range a.corpus.Entities {
		a.entities[e.Key] = e
		a.byID[e.Key.ID()] = append(a.byID[e.Key.ID()], e.Key)
		if e.ISO == "" {
			continue
		}
		if twin := a.byISO[e.ISO]; twin != nil {
			a.faults.Add(diag.Pos{File: e.File}, diag.DuplicateID, "the country with the code %s has a file already, %s", e.ISO, twin.File)
			continue
		}
		a.byISO[e.ISO] = e
	}
}

// country finds a country by ISO 3166-1 code or by the id it has in CLDR, and
// makes its entity when it has no file.
func (a *assembler) country(written string) *model.Entity {
	c, ok := iso3166.Lookup(written)
	if !ok {
		return nil
	}
	if e := a.byISO[c.Alpha2]; e != nil {
		return e
	}
	e := &model.Entity{ISO: c.Alpha2, Flag: c.Flag(), Doc: model.Doc{
		Key: model.Key(model.Countries + "/" + c.ID), Links: true,
		Texts: map[string]*model.Text{a.set.Default(): {Lang: a.set.Default()}},
	}}
	fillCountry(e, c, a.set.Languages)
	a.byISO[c.Alpha2], a.entities[e.Key] = e, e
	a.corpus.Entities = append(a.corpus.Entities, e)
	return e
}

func (a *assembler) sort() {
	c := a.corpus
	order := map[string]int{}
	for i, k := range c.Kinds {
		order[k.ID] = i
	}
	slices.SortFunc(c.Entities, func(x, y *model.Entity) int {
		return cmp.Or(cmp.Compare(order[x.Key.Kind()], order[y.Key.Kind()]), cmp.Compare(x.Key, y.Key))
	})
	slices.SortFunc(c.Articles, func(x, y *model.Article) int {
		if x.Published.IsZero() != y.Published.IsZero() {
			return cmp.Compare(btoi(x.Published.IsZero()), btoi(y.Published.IsZero()))
		}
		return cmp.Or(edtf.Compare(y.Published, x.Published), cmp.Compare(x.Key, y.Key))
	})
	for _, article := range c.Articles {
		slices.SortFunc(article.Sections, func(x, y *model.Section) int {
			return cmp.Or(cmp.Compare(x.Number, y.Number), cmp.Compare(x.Key, y.Key))
		})
	}
	slices.SortFunc(c.Pages, func(x, y *model.Doc) int { return cmp.Compare(x.Key, y.Key) })
	setNames(c)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// setNames gives every text of an entity the entity's name as its title.
func setNames(c *model.Corpus) {
	fallback := c.Settings.Default()
	for _, e := range c.Entities {
		for _, lang := range slices.Sorted(maps.Keys(e.Texts)) {
			if t := e.Texts[lang]; t.Title == "" {
				t.Title = e.Name(lang, fallback)
			}
		}
	}
}

// latest is the last date on which the content says something was published
// or corrected; with no such date, the last date of a section.
func latest(c *model.Corpus) edtf.Date {
	var published, any edtf.Date
	later := func(d *edtf.Date, with edtf.Date) {
		if !with.IsZero() && (d.IsZero() || edtf.Compare(*d, with) < 0) {
			*d = with
		}
	}
	for _, a := range c.Articles {
		later(&published, a.Published)
		for _, s := range a.Sections {
			later(&any, s.Date)
			for _, x := range s.Corrections {
				later(&published, x.Date)
			}
		}
	}
	if published.IsZero() {
		return any
	}
	return published
}
