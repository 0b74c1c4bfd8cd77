package content

import (
	"cmp"
	"path"
	"slices"

	"dossier/generator/content/iso3166"
	"dossier/generator/diag"
	"dossier/generator/edtf"
	"dossier/generator/model"
)

// unit is what the files of one folder make together. Of other folders it
// depends on nothing but the index.
type unit struct {
	home     *model.Doc
	article  *model.Article
	entities []*model.Entity // by key
	pages    []*model.Doc    // by key
	media    []model.Media
	faults   diag.List
	looked   bool // for names, which any file may change: it holds for one corpus only

	countries     []iso3166.Country // that it refers to and that have no file
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

// original is what a translation belongs to.
type original struct {
	*model.Doc
	names model.Words // of an entity
}

// build makes the unit of a folder; names are those of all entities.
func (r *Reader) build(f *folder, names func() map[string][]model.Key) *unit {
	b := &builder{unit: &unit{}, config: r.config, index: r.index, folder: f, names: names, docs: make(map[model.Key]original, len(f.entries))}
	if f == r.root {
		b.home = b.page(r.home)
		b.faults = append(b.faults, r.home.faults...)
	}
	for _, e := range f.entries {
		e.fault(&b.faults, f)
		if e.result != nil {
			b.faults = append(b.faults, e.result.faults...)
			b.add(e)
		}
	}
	b.sections(f)
	for _, e := range f.entries {
		if x := e.result; x != nil && x.text != nil && e.file.lang != b.config.set.Default() {
			b.translate(e)
		}
	}
	b.sort()
	b.resolve()
	return b.unit
}

// page copies a doc that is nothing more.
func (b *builder) page(x *result) *model.Doc {
	d := *x.doc
	b.open(&d, x, nil)
	return &d
}

// open gives a doc that was copied its text, and makes it known.
func (b *builder) open(d *model.Doc, x *result, names model.Words) {
	d.Texts = map[string]*model.Text{b.config.set.Default(): x.text}
	b.docs[d.Key] = original{d, names}
}

// add takes what stands for itself.
func (b *builder) add(e *entry) {
	switch x := e.result; {
	case x.media != nil:
		b.media = append(b.media, model.Media{File: e.path, Body: x.media})
	case x.article != nil:
		a := *x.article
		b.open(&a.Doc, x, nil)
		b.article = &a
	case x.entity != nil:
		entity := *x.entity
		twin := b.index.twins[entity.Key] // its names would be two countries'
		if twin {
			entity.Names, entity.Aliases, entity.Forms, entity.Unread = nil, nil, nil, true
		}
		b.open(&entity.Doc, x, entity.Names)
		if twin {
			if x.titled == nil {
				text := *x.text
				text.Title = ""
				x.titled = &text
			}
			entity.Texts[x.text.Lang] = x.titled
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
			b.faults.Add(diag.Pos{File: e.path}, diag.DuplicateID, "the section %q exists already, in %s; a section's number is not part of its id", e.file.id, twin.File)
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
	x := e.result
	of, ok := b.docs[e.file.key]
	if !ok {
		if name := originalPath(e.file); !b.folder.holds(name) {
			b.faults.Add(diag.Pos{File: e.path}, diag.MissingKey, "this translates %s, which does not exist", name)
		}
		return
	}
	title := of.Texts[b.config.set.Default()].Title
	if e.file.class == entityFile {
		title = of.names.In(e.file.lang, b.config.set.Default())
	}
	of.Texts[e.file.lang] = x.withTitle(title)
}

// withTitle is the text with a title when it has none of its own.
func (x *result) withTitle(title string) *model.Text {
	if x.text.Title != "" || title == "" {
		return x.text
	}
	if x.titled == nil || x.titled.Title != title {
		text := *x.text
		text.Title = title
		x.titled = &text
	}
	return x.titled
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
