package lists

import (
	"dossier/generator/limits"
	"dossier/generator/model"
)

// Held are an entity's relations of one type, from one end.
type Held struct {
	Type    int // index of the relation type
	Inverse bool
	Ties    []Tie
}

// ByType parts an entity's relations, which are in the order of Ties.
func ByType(ties []Tie) []Held {
	var all []Held
	for i, from := 0, 0; i < len(ties); i++ {
		if next := i + 1; next == len(ties) || ties[next].Type != ties[i].Type || ties[next].Inverse != ties[i].Inverse {
			all = append(all, Held{Type: ties[i].Type, Inverse: ties[i].Inverse, Ties: ties[from:next]})
			from = next
		}
	}
	return all
}

// Few reports whether the relations stand among the entity's facts; more have a
// chapter of its page.
func (h Held) Few() bool { return len(h.Ties) <= limits.MaxFacts }

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
