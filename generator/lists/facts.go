package lists

import (
	"dossier/generator/limits"
	"dossier/generator/model"
)

// Held is what an entity's facts say of its relations of one type, from one end.
type Held struct {
	Type    int // index of the relation type
	Inverse bool
	Ties    []Tie // the first of them
	All     int   // how many there are
}

// Facts sums up an entity's relations, which are in the order of Ties.
func Facts(ties []Tie) []Held {
	var all []Held
	for _, t := range ties {
		if n := len(all); n == 0 || all[n-1].Type != t.Type || all[n-1].Inverse != t.Inverse {
			all = append(all, Held{Type: t.Type, Inverse: t.Inverse})
		}
		h := &all[len(all)-1]
		if h.All++; h.All <= limits.MaxFacts {
			h.Ties = append(h.Ties, t)
		}
	}
	return all
}

// Words are what the relations are called, from their end.
func (h Held) Words(of *model.RelationType) model.Words {
	if h.Inverse {
		return of.Inverse
	}
	return of.Name
}

// Around is the part of a list of so many entries that stands about one of them,
// where all are too many.
func Around(at, of int) (from, to int) {
	from = max(0, min(at-limits.MaxSiblings/2, of-limits.MaxSiblings))
	return from, min(of, from+limits.MaxSiblings)
}
