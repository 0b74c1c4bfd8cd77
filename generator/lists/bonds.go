package lists

import (
	"slices"

	"dossier/generator/model"
)

// Bond is what some entities have in common: that they stand in a relation, or stood.
type Bond struct {
	Type       int // index of the relation type
	Inverse    bool
	Now, Ended int             // of how many it holds on the last day of which the dossier speaks, and of how many others it did
	To         []*model.Entity // to whom, each once
	Of         []int           // which of the entities, those first of whom it holds
}

// Words are what the relation is called, from the end at which the entities are.
func (b Bond) Words(of *model.RelationType) model.Words { return Held{Inverse: b.Inverse}.Words(of) }

// Bonds divides entities by what ties them: each belongs to the first relation, in the
// order in which the types are declared, that holds for it and for another one. Those
// left belong to one that some already belong to or that another of them stood in, too;
// relations that have ended for most come last. What is in no bond is given in the end.
func Bonds(l *Lists, of []*model.Entity) (bonds []Bond, rest []int) {
	for i := range of {
		rest = append(rest, i)
	}
	day := l.Known().Ordinal()
	var all []Bond
	for kind := range l.Site.Settings.Relations {
		all = append(all, Bond{Type: kind})
		if !l.Site.Settings.Relations[kind].Symmetric() {
			all = append(all, Bond{Type: kind, Inverse: true})
		}
	}
	for _, ended := range []bool{false, true} {
		for i := range all {
			rest = all[i].take(l, of, rest, day, ended)
		}
	}
	for _, last := range []bool{false, true} {
		for _, b := range all {
			if len(b.Of) > 0 && (b.Now < b.Ended) == last {
				slices.SortFunc(b.To, func(x, y *model.Entity) int { return int(l.Number(&x.Doc) - l.Number(&y.Doc)) })
				b.To = slices.Compact(b.To)
				bonds = append(bonds, b)
			}
		}
	}
	return bonds, rest
}

// take adds to a bond those of some entities that stand in the relation or, if what has
// ended counts, stood in it, unless there would be one alone. It gives back the others.
func (b *Bond) take(l *Lists, of []*model.Entity, some []int, day int, ended bool) (rest []int) {
	var now, then []int
	var to []*model.Entity
	for _, i := range some {
		holds, held := false, false
		for _, t := range l.TiesOf(of[i], b.Type, b.Inverse) {
			if t.HeldOn(day) {
				holds = true
			} else if ended && t.Ended(day) {
				held = true
			} else {
				continue
			}
			to = append(to, t.To)
		}
		switch {
		case holds:
			now = append(now, i)
		case held:
			then = append(then, i)
		default:
			rest = append(rest, i)
		}
	}
	if len(b.Of)+len(now)+len(then) < 2 {
		return some
	}
	b.Now, b.Ended = b.Now+len(now), b.Ended+len(then)
	b.To = append(b.To, to...)
	b.Of = slices.Concat(b.Of, now, then)
	return rest
}
