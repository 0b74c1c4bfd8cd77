package lists

import (
	"slices"

	"dossier/generator/model"
)

// Bond is what some entities have in common: that they stand in a relation.
type Bond struct {
	Type    int // index of the relation type
	Inverse bool
	Ended   bool            // it held, and does not on the last day of which the dossier speaks
	To      []*model.Entity // to whom all of them do; none when that differs
	Of      []int           // which of the entities
}

// Bonds divides entities by what ties them: each of them belongs to the first bond, in
// the order in which the types of relations are declared, that it has in common with
// another one; those that hold come before those that ended. Of one type those who stand
// in it to the same ones are a bond of their own. What is in no bond is given in the end.
func Bonds(l *Lists, of []*model.Entity) (bonds []Bond, rest []int) {
	for i := range of {
		rest = append(rest, i)
	}
	day := l.Known().Ordinal()
	for _, ended := range []bool{false, true} {
		for kind := range l.Site.Settings.Relations {
			for _, inverse := range []bool{false, true} {
				if inverse && l.Site.Settings.Relations[kind].Symmetric() {
					continue
				}
				b := Bond{Type: kind, Inverse: inverse, Ended: ended}
				var found []Bond
				found, rest = b.among(rest, func(i int) []*model.Entity { return others(l, of[i], b, day) })
				bonds = append(bonds, found...)
			}
		}
	}
	return bonds, rest
}

// others are those to whom an entity stands in a relation, or stood.
func others(l *Lists, x *model.Entity, b Bond, day int) []*model.Entity {
	var to []*model.Entity
	for _, t := range l.TiesOf(x, b.Type, b.Inverse) {
		if b.Ended && t.Ended(day) || !b.Ended && t.HeldOn(day) {
			to = append(to, t.To)
		}
	}
	slices.SortFunc(to, func(a, b *model.Entity) int { return int(l.Number(&a.Doc) - l.Number(&b.Doc)) })
	return to
}

// among divides some entities by to whom they stand in the relation: those to the same,
// and the others if they are several. It gives back who is in neither.
func (b Bond) among(all []int, others func(i int) []*model.Entity) (bonds []Bond, rest []int) {
	last := b
	for _, i := range all {
		to := others(i)
		at := slices.IndexFunc(bonds, func(x Bond) bool { return slices.Equal(x.To, to) })
		switch {
		case len(to) == 0:
			rest = append(rest, i)
		case at >= 0:
			bonds[at].Of = append(bonds[at].Of, i)
		default:
			same := b
			same.To, same.Of = to, []int{i}
			bonds = append(bonds, same)
		}
	}
	bonds = slices.DeleteFunc(bonds, func(x Bond) bool {
		if len(x.Of) > 1 {
			return false
		}
		if last.Of == nil {
			last.To = x.To
		}
		last.To = slices.DeleteFunc(slices.Clone(last.To), func(e *model.Entity) bool { return !slices.Contains(x.To, e) })
		last.Of = append(last.Of, x.Of[0])
		return true
	})
	if len(last.Of) > 1 {
		bonds = append(bonds, last)
	} else {
		rest = append(rest, last.Of...)
		slices.Sort(rest)
	}
	return bonds, rest
}
