package intset

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestSet compares a set with a map over a random history, in which the rounds
// begin anew.
func TestSet(t *testing.T) {
	const n = 20
	rng := rand.New(rand.NewPCG(1, 2))
	s, want := New(n), map[int32]bool{}
	for step := range 10_000 {
		i := rng.Int32N(n)
		if step == 5_000 {
			s.now = math.MaxUint32 - 3 // as after very many rounds
			s.Clear()
			clear(want)
		}
		switch rng.IntN(10) {
		case 0:
			s.Clear()
			clear(want)
		case 1, 2, 3:
			if added := s.Add(i); added == want[i] {
				t.Fatalf("step %d: %d is added: %v", step, i, added)
			}
			want[i] = true
		}
		if s.Has(i) != want[i] {
			t.Fatalf("step %d: the set has %d: %v", step, i, s.Has(i))
		}
	}
}
