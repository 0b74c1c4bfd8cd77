package content

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"dossier/generator/content/iso3166"
	"dossier/generator/diag"
	"dossier/generator/edtf"
	"dossier/generator/model"
)

// unit is what the files of one folder make together. All it needs of other folders is
// the index.
type unit struct {
	home     *model.Doc
	mapped   *model.MapTie // what tints the map; only in the root
	article  *model.Article
	entities []*model.Entity // by key
	pages    []*model.Doc    // by key
	media    []model.Media
	accepts  []model.Accept
	faults   diag.List
	// usesNames says that names of other entities were looked up, which any file may change: such
	// a unit is built again for each corpus.
	usesNames bool

	publisher, editor model.Party // of the dossier; the root's only

	countries     []iso3166.Country // those it refers to that have no file
	published     edtf.Date         // the latest date of publication or correction
	latestSection edtf.Date
}

// builder builds one unit, of copies of what the files hold.
type builder struct {
	*unit
	config *config
	index  *index
	folder *folder
	names  func() map[string][]model.Key
	docs   map[model.Key]original
}

// original is a doc that may have translations.
type original struct {
	*model.Doc
	entity *model.Entity // nil for anything else
}

// build makes the unit of a folder; names are those of all entities.
func (r *Reader) build(f *folder, names func() map[string][]model.Key) *unit {
	b := &builder{
		unit: &unit{}, config: r.config, index: r.index, folder: f, names: names, docs: make(map[model.Key]original, len(f.entries)),
	}
	if f == r.root {
		b.home = b.page(r.home)
		if m := b.config.set.Map; m != nil {
			if to, ok := b.one(m.To); ok {
				b.mapped = &model.MapTie{Relation: m.Relation, To: model.Tag{Key: to, Pos: m.To.Pos}}
			}
		}
		b.faults = append(b.faults, r.home.faults...)
		b.accepts = append(b.accepts, r.home.accepts...)
	}
	for _, e := range f.entries {
		e.fault(&b.faults, f)
		if e.result != nil {
			b.accepts = append(b.accepts, e.result.accepts...)
			b.add(e)
		}
	}
	b.sections(f)
	for _, e := range f.entries {
		if x := e.result; x != nil && x.text != nil && e.file.translation {
			b.translate(e)
		}
	}
	b.sort()
	b.resolve()
	return b.unit
}

// page copies a doc that is a free page or the home page.
func (b *builder) page(x *result) *model.Doc {
	d := *x.doc
	b.open(&d, x, nil)
	return &d
}

// open gives a copied doc its text, and makes it known to its translations.
func (b *builder) open(d *model.Doc, x *result, entity *model.Entity) {
	d.Texts = model.Texts{x.text}
	b.docs[d.Key] = original{d, entity}
}

// add adds what a file is, but for sections and translations.
func (b *builder) add(e *entry) {
	if !e.file.translation {
		b.faults = append(b.faults, e.result.faults...)
	}
	switch x := e.result; {
	case x.media != nil:
		b.media = append(b.media, model.Media{File: e.path, Body: x.media})
	case x.article != nil:
		a := *x.article
		b.open(&a.Doc, x, nil)
		b.article = &a
	case x.entity != nil:
		entity := *x.entity
		twin := b.index.twins[entity.Key] // its names would be those of two countries
		if twin {
			entity.Names, entity.RichNames, entity.Aliases, entity.Forms, entity.Unread = nil, nil, nil, nil, true
		}
		b.open(&entity.Doc, x, &entity)
		if twin {
			if x.titled == nil {
				text := *x.text
				text.Title, text.Rich = "", nil
				x.titled = &text
			}
			entity.Texts.Set(x.titled)
		}
		b.entities = append(b.entities, &entity)
	case x.doc != nil:
		b.pages = append(b.pages, b.page(x))
	}
}

// sections adds the sections to their article.
func (b *builder) sections(f *folder) {
	var all []*entry
	for _, e := range f.entries {
		if e.result != nil && e.result.section != nil {
			all = append(all, e)
		}
	}
	if len(all) == 0 {
		return
	}
	if b.article == nil {
		pos := diag.Pos{File: path.Join(f.path, "index.md")}
		if !slices.ContainsFunc(b.faults, func(d diag.Diagnostic) bool { return d.File == pos.File }) {
			b.faults.Add(pos, diag.MissingKey, "the article has sections but no index.md; write one with at least a title")
		}
		return
	}
	copies := make([]model.Section, len(all))
	b.article.Sections = make([]*model.Section, 0, len(all))
	for i, e := range all {
		if twin, ok := b.docs[e.file.key]; ok {
			b.faults.Add(diag.Pos{File: e.path}, diag.DuplicateID,
				"the section %q exists already, in %s; a section's number is not part of its id", e.file.id, twin.File)
			continue
		}
		s := &copies[i]
		*s = *e.result.section
		b.open(&s.Doc, e.result, nil)
		s.Article = b.article
		b.article.Sections = append(b.article.Sections, s)
	}
}

// translate adds a translation to what it translates.
func (b *builder) translate(e *entry) {
	x, lang := e.result, e.file.lang
	of, ok := b.docs[e.file.key]
	switch fallback := b.config.set.Default(); {
	case lang == fallback && (!ok || of.Written == lang || of.Written == ""):
		b.faults.Add(diag.Pos{File: e.path}, diag.BadName, "%s", b.config.wrongLanguage(lang))
		return
	case !ok && b.folder.holds(originalPath(e.file)): // the original is reported itself
		b.faults = append(b.faults, x.faults...)
		return
	case !ok:
		original := originalPath(e.file)
		b.faults.Add(diag.Pos{File: e.path}, diag.MissingKey,
			"this translates %s, which does not exist; "+
				"write that, or if this is what was written first, rename it to %s and add \"language: %s\"",
			original, path.Base(original), lang)
		b.faults = append(b.faults, x.faults...)
		return
	case of.Written == lang:
		b.faults.Add(diag.Pos{File: e.path}, diag.DuplicateID,
			"the text exists already in %q: %s says that it is written in it", lang, of.File)
		return
	}
	b.faults = append(b.faults, x.faults...)
	t := of.Original(b.config.set.Default())
	title, rich := t.Title, t.TitleHTML()
	if of.entity != nil {
		title, rich = of.entity.Name(e.file.lang, b.config.set.Default()), of.entity.NameHTML(e.file.lang, b.config.set.Default())
	}
	if strings.IndexByte(rich, '<') < 0 {
		rich = ""
	}
	of.Texts.Set(x.withTitle(title, rich))
}

// withTitle is the text with the original's title, if it has none of its own.
func (x *result) withTitle(title, rich string) *model.Text {
	if x.text.Title != "" || title == "" {
		return x.text
	}
	if x.titled == nil || x.titled.Title != title || x.titled.Rich != nil {
		text := *x.text
		text.Title, text.Rich = title, withTitle(text.Rich, rich)
		x.titled = &text
	}
	return x.titled
}

// withTitle is r with the HTML of a title.
func withTitle(r *model.Rich, title string) *model.Rich {
	if title == "" {
		return r
	}
	if r == nil {
		return &model.Rich{Title: title}
	}
	return &model.Rich{Title: title, Summary: r.Summary}
}

func (b *builder) sort() {
	slices.SortFunc(b.entities, func(x, y *model.Entity) int { return cmp.Compare(x.Key, y.Key) })
	slices.SortFunc(b.pages, func(x, y *model.Doc) int { return cmp.Compare(x.Key, y.Key) })
	if b.article == nil {
		return
	}
	slices.SortFunc(b.article.Sections, func(x, y *model.Section) int {
		return cmp.Or(cmp.Compare(x.Number, y.Number), cmp.Compare(x.Key, y.Key))
	})
	b.published = b.article.Published
	b.article.Divide()
	for _, s := range b.article.Sections {
		later(&b.latestSection, s.Date)
		for _, x := range s.Corrections {
			later(&b.published, x.Date)
		}
	}
}

// later makes d the later of itself and another date.
func later(d *edtf.Date, with edtf.Date) {
	if !with.IsZero() && (d.IsZero() || edtf.Compare(*d, with) < 0) {
		*d = with
	}
}
