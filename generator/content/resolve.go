package content

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"dossier/generator/content/iso3166"
	"dossier/generator/diag"
	"dossier/generator/model"
)

// index finds the entities that have a file, for references to them.
type index struct {
	entities []known // in order of path
	byKey    map[model.Key]model.Key
	byISO    map[string]known
	byID     map[string][]model.Key
	moved    map[string][]model.Key // by former key; by former id those of any kind
	twins    map[model.Key]bool     // countries whose code is another file's, too
	faults   diag.List
}

// known is what references need to know of an entity.
type known struct {
	key       model.Key
	iso, file string
	old       model.Key // of one that stands for a former id; else ""
}

// entities gives the entities that have a file.
func (c *config) entities(folders []*folder) []known {
	var all []known
	for _, f := range folders {
		if !c.isKind(f.path) {
			continue
		}
		for _, e := range f.entries {
			if e.result != nil && e.result.entity != nil {
				all = append(all, known{key: e.file.key, iso: e.result.entity.ISO, file: e.path})
				for _, old := range e.result.entity.MovedFrom {
					all = append(all, known{key: e.file.key, old: model.Key(old.Path)})
				}
			}
		}
	}
	return all
}

func newIndex(entities []known) *index {
	x := &index{
		entities: entities, byKey: make(map[model.Key]model.Key, len(entities)), byISO: map[string]known{}, moved: map[string][]model.Key{}, twins: map[model.Key]bool{},
		byID: make(map[string][]model.Key, len(entities)),
	}
	for _, k := range entities {
		if k.old != "" {
			for _, was := range []string{string(k.old), k.old.ID()} {
				if !slices.Contains(x.moved[was], k.key) {
					x.moved[was] = append(x.moved[was], k.key)
				}
			}
			continue
		}
		id := k.key.ID()
		x.byKey[k.key] = k.key
		x.byID[id] = append(x.byID[id], k.key)
		if k.iso == "" {
			continue
		}
		if twin, ok := x.byISO[k.iso]; ok {
			x.faults.Add(diag.Pos{File: k.file}, diag.DuplicateID, "the country with the code %s has a file already, %s", k.iso, twin.file)
			x.twins[k.key] = true
			continue
		}
		x.byISO[k.iso] = k
	}
	return x
}

// resolve replaces every reference of front matter, as the editor wrote it, by the key
// of an entity that exists. One that leads nowhere is reported and dropped.
func (b *builder) resolve() {
	if a := b.article; a != nil {
		a.Authors = b.tags(a.Authors)
		b.retold(&a.Doc)
		for _, s := range a.Sections {
			tags := s.Tags
			s.Authors, s.Tags = b.tags(s.Authors), b.tags(tags)
			s.Meant = model.Meant(tags, s.Tags, b.meant)
			b.retold(&s.Doc)
		}
	}
	for _, d := range b.pages {
		b.retold(d)
	}
	if b.home != nil {
		b.publisher, b.editor = b.party(b.config.set.Publisher), b.party(b.config.set.Editor)
	}
	for _, e := range b.entities {
		e.Tags = b.tags(e.Tags)
		e.Place, e.Country = b.maybe(e.Place), b.maybe(e.Country)
		var relations []model.Relation
		for _, rel := range e.Relations {
			if to, ok := b.one(rel.To); ok {
				rel.To.Key = to
				relations = append(relations, rel)
			}
		}
		e.Relations = relations
	}
}

// tags resolves a list. If nothing in it changes it returns the same list.
func (b *builder) tags(tags []model.Tag) []model.Tag {
	var out []model.Tag // nil while nothing has changed
	seen := make(map[model.Key]bool, len(tags))
	for i, t := range tags {
		key, ok := b.one(t)
		if ok && seen[key] {
			b.faults.Add(t.Pos, diag.DuplicateID, "%q is listed twice", key.ID())
			ok = false
		}
		if out == nil && (!ok || key != t.Key) {
			out = append(make([]model.Tag, 0, len(tags)), tags[:i]...)
		}
		if !ok {
			continue
		}
		seen[key] = true
		if out != nil {
			out = append(out, model.Tag{Key: key, Pos: t.Pos})
		}
	}
	if out == nil {
		out = tags
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// retold resolves the reteller of a copied doc.
func (b *builder) retold(d *model.Doc) {
	if d.Retold != nil {
		d.Retold = &model.Retold{By: b.party(d.Retold.By), Date: d.Retold.Date}
	}
}

func (b *builder) party(p model.Party) model.Party {
	return model.Party{Actor: b.maybe(p.Actor), Words: p.Words}
}

func (b *builder) maybe(t *model.Tag) *model.Tag {
	if t == nil {
		return nil
	}
	key, ok := b.one(*t)
	if !ok {
		return nil
	}
	return &model.Tag{Key: key, Pos: t.Pos}
}

// one finds the entity that t names. If t has no kind ("") it may be of any.
func (b *builder) one(t model.Tag) (model.Key, bool) {
	if key, ok := b.index.byKey[t.Key]; ok {
		return key, true
	}
	kind, written, _ := strings.Cut(string(t.Key), "/")
	if kind == "" {
		return b.any(written, t.Pos)
	}
	if key, ok := b.former(kind, written, t.Pos); ok {
		return key, true
	}
	if kind == model.Countries {
		if key, ok := b.country(written); ok {
			return key, true
		}
	}
	b.unknown(t.Pos, kind, model.Singular(kind), written)
	return "", false
}

func (b *builder) any(written string, pos diag.Pos) (model.Key, bool) {
	if key, ok := b.index.byKey[model.Key(written)]; ok {
		return key, true
	}
	switch keys := b.index.byID[written]; len(keys) {
	case 1:
		return keys[0], true
	case 0:
		if key, ok := b.former("", written, pos); ok {
			return key, true
		}
		if key, ok := b.country(strings.TrimPrefix(written, model.Countries+"/")); ok {
			return key, true
		}
		b.unknown(pos, "", "entity", written)
	default:
		b.faults.Add(pos, diag.UnknownEntity, "%q may be %s or %s; write one of them", written, keys[0], keys[1])
	}
	return "", false
}

// country finds a country by its ISO 3166-1 code or its id in CLDR, and records it among
// the unit's countries if it has no file.
func (b *builder) country(written string) (model.Key, bool) {
	c, ok := iso3166.Lookup(written)
	if !ok {
		return "", false
	}
	if k, ok := b.index.byISO[c.Alpha2]; ok {
		return k.key, true
	}
	if !slices.Contains(b.countries, c) {
		b.countries = append(b.countries, c)
	}
	return countryKey(c), true
}

func countryKey(c iso3166.Country) model.Key { return model.Key(model.Countries + "/" + c.ID) }

// ids gives the ids of a kind ("" for all), those with a file first.
func (x *index) ids(kind string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, key := range slices.Sorted(maps.Keys(x.byKey)) {
			if (kind == "" || key.Kind() == kind) && !yield(key.ID()) {
				return
			}
		}
		if kind == model.Countries || kind == "" {
			for _, c := range iso3166.All() {
				if !yield(c.ID) {
					return
				}
			}
		}
	}
}
