package lists

import (
	"cmp"
	"slices"

	"dossier/generator/model"
)

// togetherMost and togetherLeast bound the list of entities that are often
// named together: how many it has and how many sections they must share.
const (
	togetherMost  = 8
	togetherLeast = 2
)

// Together are the numbers of the entities most often tagged in the same sections
// as one, the most often first.
func (l *Lists) Together(x *model.Entity) []int32 {
	t, _ := l.tallies.Get().(*tally)
	if t == nil {
		t = &tally{times: make([]int32, len(l.Entities))}
	}
	defer l.tallies.Put(t)
	for _, s := range l.backlinks(x).Sections {
		t.add(l.Tags[l.Reading(s)])
	}
	own := l.Number(&x.Doc)
	most := slices.DeleteFunc(t.empty(togetherLeast), func(c counted) bool { return c.number == own })
	slices.SortFunc(most, func(a, b counted) int { return cmp.Or(cmp.Compare(b.times, a.times), cmp.Compare(a.number, b.number)) })
	var numbers []int32
	for _, c := range most[:min(togetherMost, len(most))] {
		numbers = append(numbers, c.number)
	}
	return numbers
}

// tally counts entities by number.
type tally struct {
	times []int32
	seen  []int32 // which are not 0
}

// counted is an entity's number and how often it was counted.
type counted struct{ number, times int32 }

func (t *tally) add(numbers []int32) {
	for _, n := range numbers {
		if t.times[n] == 0 {
			t.seen = append(t.seen, n)
		}
		t.times[n]++
	}
}

// empty gives what was counted at least so often, and begins anew.
func (t *tally) empty(least int32) []counted {
	var out []counted
	for _, n := range t.seen {
		if t.times[n] >= least {
			out = append(out, counted{n, t.times[n]})
		}
		t.times[n] = 0
	}
	t.seen = t.seen[:0]
	return out
}
