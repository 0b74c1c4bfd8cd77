package bands

import (
	"math/rand/v2"
	"testing"
)

// What reaches into a stretch is found, wherever both lie, as by looking at all.
func TestAnyFindsWhatAllHave(t *testing.T) {
	type stretch struct{ top, bottom int }
	random := rand.New(rand.NewPCG(1, 2))
	some := func() stretch {
		top := random.IntN(400) - 60
		return stretch{top, top + random.IntN(50)}
	}
	found := 0
	for range 200 {
		var b Bands[stretch]
		var all []stretch
		for range random.IntN(40) {
			s := some()
			b.Add(s.top, s.bottom, s)
			all = append(all, s)
		}
		if b.Len() != len(all) || len(all) > 0 && b.Last() != all[len(all)-1] {
			t.Fatal("what was added is not counted, or another is the last")
		}
		for range 50 {
			at, want := some(), false
			meets := func(s stretch) bool { return s.top < at.bottom && at.top < s.bottom }
			for _, s := range all {
				want = want || meets(s)
			}
			if got := b.Any(at.top, at.bottom, meets); got != want {
				t.Fatalf("at %v: %v, want %v, of %v", at, got, want, all)
			}
			if want {
				found++
			}
		}
	}
	if found == 0 {
		t.Fatal("nothing ever met")
	}
}

func TestLastOfNothing(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("the last of nothing does not panic")
		}
	}()
	new(Bands[int]).Last()
}
