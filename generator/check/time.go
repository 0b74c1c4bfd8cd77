package check

import (
	"cmp"
	"slices"

	"dossier/generator/diag"
	"dossier/generator/edtf"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// lifetimes reports an event that lies, as far as its date goes for certain,
// outside the lifetime of something it is tied to: a treaty, an organisation
// or anything else with a date that is neither an event nor a person. A date
// that is no interval means "since". The days of a lifetime's ends are in it.
func lifetimes(p *plan.Plan) diag.List {
	var faults diag.List
	entities := entitiesOf(p)
	var tied []model.Tag
	for _, e := range p.Site.Entities {
		if e.Key.Kind() != model.Events && !lives(e) {
			continue
		}
		tied = ties(tied[:0], e)
		for _, t := range tied {
			event, other := e, entities[t.Key]
			if other != nil && other.Key.Kind() == model.Events {
				event, other = other, e
			}
			if other == nil || event.Key.Kind() != model.Events || !lives(other) || !outside(event.Date, other.Date) {
				continue
			}
			faults.Add(t.Pos, diag.DateConflict, "the event %s is dated %s, outside the lifetime %s of %s; correct one of the dates, or do not tie the two together",
				event.Key.ID(), event.Date, other.Date, other.Key.ID())
		}
	}
	return faults
}

func entitiesOf(p *plan.Plan) map[model.Key]*model.Entity {
	entities := make(map[model.Key]*model.Entity, len(p.Site.Entities))
	for _, e := range p.Site.Entities {
		entities[e.Key] = e
	}
	return entities
}

// ties adds to no tags what an entity's front matter ties it to, each once.
func ties(tags []model.Tag, e *model.Entity) []model.Tag {
	tags = append(tags, e.Tags...)
	if e.Place != nil {
		tags = append(tags, *e.Place)
	}
	for _, r := range e.Relations {
		tags = append(tags, r.To)
	}
	slices.SortStableFunc(tags, func(a, b model.Tag) int { return cmp.Compare(a.Key, b.Key) })
	return slices.CompactFunc(tags, func(a, b model.Tag) bool { return a.Key == b.Key })
}

// lives reports whether an entity's date is a lifetime. A person's is not
// one: people are honoured, tried and remembered after their death.
func lives(e *model.Entity) bool {
	return e.Key.Kind() != model.Events && e.Type != "person" && !e.Date.IsZero()
}

func outside(event, life edtf.Date) bool {
	first, last := event.Bounds()
	from, to := life.Bounds()
	if !life.IsInterval() {
		to = edtf.MaxDay
	}
	return !event.IsZero() && (last.Compare(from) < 0 || first.Compare(to) > 0)
}
