package chart

import (
	"math/rand/v2"
	"reflect"
	"sync"
	"testing"
)

// TestKeptWords draws many charts at once with words that are kept, as other words draw
// each by itself.
func TestKeptWords(t *testing.T) {
	if testing.Short() {
		t.Skip("it draws hundreds of charts")
	}
	r := rand.New(rand.NewPCG(1, 2))
	kept := wordsIn("en").Kept()
	var all sync.WaitGroup
	for range 200 {
		var dates []string
		for range 2 + r.IntN(7) {
			dates = append(dates, randomDate(r))
		}
		events := eventsOf(t, dates...)
		all.Go(func() {
			for _, draw := range []func([]Event, Words) *Chart{Wide, Low, Tall, Strip, Small} {
				if got, want := draw(events, kept), draw(events, wordsIn("en")); !reflect.DeepEqual(got, want) {
					t.Errorf("of %q: %v, not %v", dates, got, want)
				}
			}
		})
	}
	all.Wait()
	if len(kept.ticks.words) == 0 {
		t.Error("nothing was kept")
	}
}
