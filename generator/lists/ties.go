package lists

import (
	"cmp"
	"slices"

	"dossier/generator/edtf"
	"dossier/generator/limits"
	"dossier/generator/model"
)

// Tie is all relations of one type between two entities, seen from one of them.
type Tie struct {
	Type     int // index of the relation type
	Inverse  bool
	From, To *model.Entity
	Edges    []model.Edge   // by date
	Tenures  []model.Tenure // of the edges that have a date
}

// Known is the last day of which the dossier speaks.
func (l *Lists) Known() edtf.Day {
	_, known := l.Site.Date().Bounds()
	return known
}

// TiesOf are an entity's relations of one type from one of its ends, each other
// entity once; of a symmetric type, from both.
func (l *Lists) TiesOf(x *model.Entity, kind int, inverse bool) []Tie {
	t, known := &l.Site.Settings.Relations[kind], l.Known()
	at := map[model.Key]int{}
	var ties []Tie
	for _, e := range l.Site.Relations[x.Key] {
		if e.Type != t.ID || e.Inverse != inverse && !t.Symmetric() {
			continue
		}
		i, ok := at[e.Other]
		if !ok {
			i = len(ties)
			at[e.Other] = i
			ties = append(ties, Tie{Type: kind, Inverse: inverse, From: x, To: l.Entity(e.Other)})
		}
		tie := &ties[i]
		tie.Edges = append(tie.Edges, e)
		if !e.When.IsZero() {
			tie.Tenures = append(tie.Tenures, model.NewTenure(e.When, known))
		}
	}
	for _, tie := range ties {
		slices.SortStableFunc(tie.Edges, func(a, b model.Edge) int { return edtf.Compare(a.When, b.When) })
	}
	return ties
}

// Ended reports whether a tie was over by a day.
func (t Tie) Ended(day int) bool {
	for _, x := range t.Tenures {
		if x.Possible.To > day {
			return false
		}
	}
	return len(t.Tenures) == len(t.Edges)
}

// Begun reports whether a tie may have begun by a day.
func (t Tie) Begun(day int) bool {
	for _, x := range t.Tenures {
		if x.Possible.From <= day {
			return true
		}
	}
	return len(t.Tenures) < len(t.Edges)
}

// Ties are an entity's relations by type and direction, in the order in which
// the types are declared; of each, first those that hold, then those to come,
// then those that ended, by date.
func (l *Lists) Ties(x *model.Entity) List[Tie] {
	return List[Tie]{
		Name: Relations, Key: "relations of " + string(x.Key),
		Entries: func() []Tie {
			day := l.Known().Ordinal()
			var all []Tie
			for kind := range l.Site.Settings.Relations {
				all = append(all, inTime(l.TiesOf(x, kind, false), day)...)
				if !l.Site.Settings.Relations[kind].Symmetric() {
					all = append(all, inTime(l.TiesOf(x, kind, true), day)...)
				}
			}
			return all
		},
		Weight: func(t Tie) int { return 60 + l.weigh.entityLink(t.To) + l.weigh.terms(t.Edges, ofTerm) },
	}
}

// inTime orders ties as they are on a day.
func inTime(ties []Tie, day int) []Tie {
	rank := func(t Tie) int {
		switch {
		case t.Ended(day):
			return 2
		case !t.Begun(day):
			return 1
		}
		return 0
	}
	slices.SortStableFunc(ties, func(a, b Tie) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), edtf.Compare(a.Edges[0].When, b.Edges[0].When))
	})
	return ties
}

// allTies are all relations of the dossier by type, each tie once, from an
// entity that declares it.
func (l *Lists) allTies() [][]Tie {
	all := make([][]Tie, len(l.Site.Settings.Relations))
	for kind := range all {
		symmetric := l.Site.Settings.Relations[kind].Symmetric()
		seen := map[[2]model.Key]bool{}
		for _, x := range l.Site.Entities {
			if len(l.Site.Relations[x.Key]) == 0 {
				continue
			}
			for _, t := range l.TiesOf(x, kind, false) {
				declared := slices.ContainsFunc(t.Edges, func(e model.Edge) bool { return !e.Inverse })
				if declared && !seen[[2]model.Key{t.To.Key, x.Key}] {
					seen[[2]model.Key{x.Key, t.To.Key}] = symmetric
					all[kind] = append(all[kind], t)
				}
			}
		}
	}
	return all
}

// AllTies are all relations of the dossier by type, then by the names of both
// ends.
func (e *Edition) AllTies() List[Tie] {
	return List[Tie]{
		Key: "all relations",
		Entries: func() []Tie {
			var all []Tie
			for _, ties := range e.ties() {
				from := len(all)
				all = append(all, ties...)
				if e.order.Entities != nil {
					slices.SortStableFunc(all[from:], func(a, b Tie) int { return cmp.Or(e.order.Entities(a.To, b.To), e.order.Entities(a.From, b.From)) })
				}
			}
			return all
		},
		Weight: func(t Tie) int {
			return 140 + e.weigh.entityLink(t.From) + e.weigh.entityLink(t.To) + e.weigh.terms(t.Edges, ofTerm+40)
		},
	}
}

// Members are those who stand in a relation of a type to one entity, at least
// one of them at a known time.
type Members struct {
	Type int // index of the relation type
	Of   *model.Entity
	Many int // how many relations
}

// AllMembers are by type, then by name. Divided, they are in the same order in
// every edition: by type, then the most first.
func (e *Edition) AllMembers(divided bool) List[Members] {
	return List[Members]{
		Key: "all members", Fixed: true,
		Entries: func() []Members {
			var related []*model.Entity
			for _, x := range e.Site.Entities {
				if len(e.Site.Relations[x.Key]) > 0 {
					related = append(related, x)
				}
			}
			if !divided {
				e.ByName(related)
			}
			var all []Members
			for kind := range e.Site.Settings.Relations {
				for _, x := range related {
					if n, dated := members(e.Site.Relations[x.Key], &e.Site.Settings.Relations[kind]); dated {
						all = append(all, Members{kind, x, n})
					}
				}
			}
			if divided {
				slices.SortStableFunc(all, func(a, b Members) int { return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(b.Many, a.Many)) })
			}
			return all
		},
		Weight: e.membersWeight,
	}
}

// members counts an entity's relations of a type as seen from the end they lead
// to, and reports whether one of them is dated.
func members(edges []model.Edge, t *model.RelationType) (n int, dated bool) {
	for _, e := range edges {
		if e.Type == t.ID && (e.Inverse || t.Symmetric()) {
			n++
			dated = dated || !e.When.IsZero()
		}
	}
	return n, dated
}

// membersWeight is the tables of changes and of states of one relation to one
// entity.
func (l *Lists) membersWeight(m Members) int {
	weight, names := 500+l.weigh.entityLink(m.Of), 0
	if m.Many > limits.MaxTies {
		return weight
	}
	if m.Many <= limits.MaxStates {
		names = min(m.Many, limits.MaxStateNames) * 41
	}
	t := &l.Site.Settings.Relations[m.Type]
	for _, e := range l.Site.Relations[m.Of.Key] {
		if e.Type == t.ID && (e.Inverse || t.Symmetric()) {
			other := l.weigh.entityLink(l.Entity(e.Other))
			weight += 170 + other + 2*(200+other) + names + 2*l.weigh.words(e.Note) + 2*l.weigh.sources(e.Sources)
		}
	}
	return weight
}
