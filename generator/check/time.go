package check

import (
	"cmp"
	"slices"

	"dossier/generator/diag"
	"dossier/generator/edtf"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// sectionDates reports a section about a time after its article appeared,
// unless it names an event that was still to come then.
func sectionDates(p *plan.Plan) diag.List { return datesOf(p, p.Site.Articles) }

// datesOf is sectionDates for some articles.
func datesOf(p *plan.Plan, articles []*model.Article) diag.List {
	var faults diag.List
	var entities map[model.Key]*model.Entity // made when the first is needed
	for _, a := range articles {
		if !certain(a.Published) {
			continue
		}
		_, appeared := a.Published.Bounds()
		for _, s := range a.Sections {
			if first, _ := s.Date.Bounds(); !certain(s.Date) || first.Compare(appeared) <= 0 {
				continue
			}
			if entities == nil {
				entities = entitiesOf(p)
			}
			if !namesAny(p.Site, s, func(key model.Key) bool { return toCome(entities[key], appeared) }) {
				faults.Add(s.DatePos, diag.DateConflict,
					"the section is dated %s, but its article appeared on %s; "+
						"date the section by what it reports, or name the event to come that it is about", s.Date, a.Published)
			}
		}
	}
	return faults
}

// certain reports whether there is a date, neither uncertain nor approximate.
func certain(d edtf.Date) bool { return !d.IsZero() && !d.Uncertain() && !d.Approximate() }

// namesAny reports whether a section lists, mentions or links to an entity for
// which is holds.
func namesAny(site *model.Site, s *model.Section, is func(model.Key) bool) bool {
	if slices.ContainsFunc(s.Tags, func(t model.Tag) bool { return is(t.Key) }) {
		return true
	}
	for _, text := range s.Texts {
		if slices.ContainsFunc(site.Anchors.Of(text), func(a model.Anchor) bool { return is(a.Target) }) {
			return true
		}
	}
	return false
}

// toCome reports whether an entity is an event that may have begun after a day.
func toCome(e *model.Entity, day edtf.Day) bool {
	if e == nil || e.Key.Kind() != model.Events || e.Date.Start().IsZero() {
		return false
	}
	_, last := e.Date.Start().Bounds()
	return last.Compare(day) > 0
}

// lifetimes reports an event whose date is certain to lie outside the lifetime of
// something it is tied to: a treaty, an organisation or anything else with a date
// that is neither an event nor a person. A date that is no interval means "since". A
// lifetime includes its first and last day.
func lifetimes(p *plan.Plan) diag.List {
	var faults diag.List
	entities := entitiesOf(p)
	var tied []model.Tag
	for _, e := range p.Site.Entities {
		if e.Key.Kind() != model.Events && !hasLifetime(e) {
			continue
		}
		tied = ties(tied[:0], e)
		for _, t := range tied {
			event, other := e, entities[t.Key]
			if other.Key.Kind() == model.Events {
				event, other = other, e
			}
			if event.Key.Kind() != model.Events || !hasLifetime(other) || !outside(event.Date, other.Date) {
				continue
			}
			faults.Add(t.Pos, diag.DateConflict,
				"the event %s is dated %s, outside the lifetime %s of %s; correct one of the dates, or do not tie the two together",
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

// ties gives what an entity's front matter ties it to, each once. It appends to tags,
// which is empty.
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

// hasLifetime reports whether an entity's date is a lifetime. A person's does not
// count: people are honoured, tried and remembered after their death.
func hasLifetime(e *model.Entity) bool {
	return e.Key.Kind() != model.Events && e.Type != "person" && !e.Date.IsZero()
}

func outside(event, life edtf.Date) bool {
	first, last := event.Bounds()
	from, to := life.Bounds()
	if !life.IsInterval() {
		to = edtf.MaxDay
	}
	return certain(event) && certain(life) && (last.Compare(from) < 0 || first.Compare(to) > 0)
}
