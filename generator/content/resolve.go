package content

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"dossier/generator/content/iso3166"
	"dossier/generator/diag"
	"dossier/generator/model"
)

// resolveAll turns every reference of front matter from what the editor wrote
// into the key of an entity that exists; one that leads nowhere is a fault
// and is dropped.
func (a *assembler) resolveAll() {
	for _, article := range a.corpus.Articles {
		article.Authors = a.resolve(article.Authors)
		for _, s := range article.Sections {
			s.Tags = a.resolve(s.Tags)
		}
	}
	for _, e := range slices.Clone(a.corpus.Entities) { // countries without a file join while this runs
		e.Tags = a.resolve(e.Tags)
		e.Place, e.Country = a.resolveOne(e.Place), a.resolveOne(e.Country)
		var relations []model.Relation
		for _, rel := range e.Relations {
			if to := a.resolveOne(&rel.To); to != nil {
				rel.To = *to
				relations = append(relations, rel)
			}
		}
		e.Relations = relations
	}
}

func (a *assembler) resolve(tags []model.Tag) []model.Tag {
	var out []model.Tag
	seen := map[model.Key]bool{}
	for _, t := range tags {
		if r := a.resolveOne(&t); r != nil {
			if seen[r.Key] {
				a.faults.Add(t.Pos, diag.DuplicateID, "%q is listed twice", r.Key.ID())
				continue
			}
			seen[r.Key] = true
			out = append(out, *r)
		}
	}
	return out
}

// resolveOne finds the entity that t names; t's kind is "" when any will do.
func (a *assembler) resolveOne(t *model.Tag) *model.Tag {
	if t == nil {
		return nil
	}
	kind, written, _ := strings.Cut(string(t.Key), "/")
	if kind == "" {
		return a.resolveAny(written, t.Pos)
	}
	key := model.Key(kind + "/" + written)
	if a.entities[key] != nil {
		return &model.Tag{Key: key, Pos: t.Pos}
	}
	if kind == model.Countries {
		if e := a.country(written); e != nil {
			return &model.Tag{Key: e.Key, Pos: t.Pos}
		}
	}
	a.faults.Add(t.Pos, diag.UnknownEntity, "unknown %s %q%s", singular(kind), written, a.hint(t.Pos.File, kind, written))
	return nil
}

func (a *assembler) resolveAny(written string, pos diag.Pos) *model.Tag {
	if a.entities[model.Key(written)] != nil {
		return &model.Tag{Key: model.Key(written), Pos: pos}
	}
	switch keys := a.byID[written]; len(keys) {
	case 1:
		return &model.Tag{Key: keys[0], Pos: pos}
	case 0:
		if e := a.country(written); e != nil {
			return &model.Tag{Key: e.Key, Pos: pos}
		}
		a.faults.Add(pos, diag.UnknownEntity, "unknown entity %q%s", written, a.faults.DidYouMean(pos.File, written, a.ids("")))
	default:
		a.faults.Add(pos, diag.UnknownEntity, "%q may be %s or %s; write one of them", written, keys[0], keys[1])
	}
	return nil
}

// singular names one of a kind to the editor.
func singular(kind string) string {
	switch kind {
	case model.Countries:
		return "country"
	case model.Events:
		return "event"
	case model.Actors:
		return "actor"
	}
	return fmt.Sprintf("entry of %q:", kind)
}

// hint says where an unknown id, written in a file, may be meant to lead.
func (a *assembler) hint(file, kind, written string) string {
	if keys := a.byID[written]; len(keys) > 0 {
		return fmt.Sprintf("; it is one of %q: list it under that key", keys[0].Kind())
	}
	if near := a.faults.DidYouMean(file, written, a.ids(kind)); near != "" {
		return near
	}
	return fmt.Sprintf("; write %s/%s.md to make it known", kind, written)
}

// ids are the ids of a kind ("" for all), those with a file first.
func (a *assembler) ids(kind string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, key := range slices.Sorted(maps.Keys(a.entities)) {
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
