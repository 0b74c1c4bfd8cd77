package rename

import (
	"maps"
	"slices"

	"dossier/generator/diag"
	"dossier/generator/model"
	"dossier/generator/rewrite"
)

// reference is where front matter names what is renamed. Where it may name an entity of
// any kind, the id may have its kind before it.
type reference struct {
	pos diag.Pos
	any bool
}

// gather finds the references in front matter.
func (r *renaming) gather() {
	add := func(t *model.Tag, any bool) {
		if t != nil && t.Key == r.Old {
			r.references[t.Pos.File] = append(r.references[t.Pos.File], reference{t.Pos, any})
		}
	}
	all := func(tags []model.Tag) {
		for i := range tags {
			add(&tags[i], false)
		}
	}
	c := r.corpus
	add(c.Settings.Publisher.Actor, false)
	add(c.Settings.Editor.Actor, false)
	if c.Settings.Map != nil {
		add(&c.Settings.Map.To, true)
	}
	for _, a := range c.Articles {
		all(a.Authors)
		for _, s := range a.Sections {
			all(s.Authors)
			all(s.Tags)
		}
	}
	for _, e := range c.Entities {
		all(e.Tags)
		add(e.Place, false)
		add(e.Country, false)
		for i := range e.Relations {
			add(&e.Relations[i].To, true)
		}
	}
	for _, d := range c.Docs() {
		if d.Retold != nil {
			add(d.Retold.By.Actor, false)
		}
	}
}

// edit puts the new id in the place of the old one. A country that is named by its code,
// or anything by a former id, is left as it is.
func (ref reference) edit(src []byte, r *renaming) (rewrite.Edit, bool) {
	now := r.New.ID()
	if ref.any && r.shared(now) {
		now = string(r.New)
	}
	e, ok := rewrite.Reference(src, ref.pos, r.Old.ID(), now)
	if !ok && ref.any {
		return rewrite.Reference(src, ref.pos, string(r.Old), string(r.New))
	}
	return e, ok
}

// shared reports whether another entity has an id, too.
func (r *renaming) shared(id string) bool {
	return slices.ContainsFunc(r.corpus.Entities, func(e *model.Entity) bool { return e.Key != r.Old && e.Key.ID() == id })
}

// otherKind refuses a change of kind where the old kind is the key of a list that has the
// id: the new kind has a list of its own.
func (r *renaming) otherKind() error {
	if r.Old.Kind() == r.New.Kind() {
		return nil
	}
	for _, file := range slices.Sorted(maps.Keys(r.references)) {
		for _, ref := range r.references[file] {
			if !ref.any {
				return refuse("%s cannot become one of %q: %s names it where only %q may stand; take it out there first, and from wherever else it is so",
					r.Old, r.New.Kind(), ref.pos, r.Old.Kind())
			}
		}
	}
	return nil
}
