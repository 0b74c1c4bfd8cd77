package parallel

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
)

// TestEach: each number is handled once, whatever the batch and the processors.
func TestEach(t *testing.T) {
	for _, processors := range []int{1, 2, 7} {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
		for _, n := range []int{0, 1, 2, 31, 32, 33, 1000} {
			for _, batch := range []int{1, 2, 32, 5000} {
				times := make([]atomic.Int32, n)
				var workers atomic.Int32
				Each(n, batch, func() func(int) {
					workers.Add(1)
					return func(i int) { times[i].Add(1) }
				})
				for i := range times {
					if times[i].Load() != 1 {
						t.Errorf("%d of %d is handled %d times", i, n, times[i].Load())
					}
				}
				if most := min(processors, (n+batch-1)/batch); int(workers.Load()) != most {
					t.Errorf("%d numbers in batches of %d have %d workers on %d processors", n, batch, workers.Load(), processors)
				}
			}
		}
	}
}

// TestWorkersShareNothing: what a worker makes is used by one goroutine, which
// gets the numbers of a batch in their order.
func TestWorkersShareNothing(t *testing.T) {
	const n, batch = 10_000, 16
	var mu sync.Mutex
	var all [][]int
	Each(n, batch, func() func(int) {
		var own []int // a race would show
		mu.Lock()
		at := len(all)
		all = append(all, nil)
		mu.Unlock()
		return func(i int) {
			own = append(own, i)
			mu.Lock()
			all[at] = own
			mu.Unlock()
		}
	})
	total := 0
	for _, own := range all {
		for k, i := range own {
			if k > 0 && (i <= own[k-1] || i%batch != 0 && i != own[k-1]+1) {
				t.Fatalf("%d follows %d", i, own[k-1])
			}
		}
		total += len(own)
	}
	if total != n {
		t.Errorf("%d numbers of %d", total, n)
	}
}

// TestTheLowestFailureIsGiven: however the goroutines take turns, all numbers
// below the lowest one that fails are handled, and its error is given.
func TestTheLowestFailureIsGiven(t *testing.T) {
	const n, lowest = 500, 123
	for round := range 200 {
		handled := make([]atomic.Bool, n)
		err := Try(context.Background(), 1+round%8, n, 1+round%40, func() func(int) error {
			return func(i int) error {
				handled[i].Store(true)
				if round%3 == 0 {
					runtime.Gosched()
				}
				if i >= lowest && i%7 == lowest%7 {
					return fmt.Errorf("number %d", i)
				}
				return nil
			}
		})
		if err == nil || err.Error() != "number 123" {
			t.Fatalf("round %d: %v", round, err)
		}
		for i := range lowest {
			if !handled[i].Load() {
				t.Fatalf("round %d: %d is not handled", round, i)
			}
		}
	}
}

// TestTryStops: a failure ends the work soon, and not each later number fails.
func TestTryStops(t *testing.T) {
	var handled atomic.Int32
	broken := errors.New("broken")
	err := Try(context.Background(), 2, 1_000_000, 4, func() func(int) error {
		return func(i int) error {
			handled.Add(1)
			if i == 10 {
				return broken
			}
			return nil
		}
	})
	if err != broken || handled.Load() == 1_000_000 {
		t.Errorf("%v after %d numbers", err, handled.Load())
	}
}

func TestTryEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	var handled atomic.Int32
	nothing := func() func(int) error {
		return func(i int) error {
			if handled.Add(1); i == 10 {
				cancel()
			}
			return nil
		}
	}
	if err := Try(ctx, 0, 100, 1, nothing); err != context.Canceled || handled.Load() != 11 { // one goroutine
		t.Errorf("%v after %d numbers", err, handled.Load())
	}
	if err := Try(ctx, 3, 100, 1, nothing); err != context.Canceled || handled.Load() != 11 {
		t.Errorf("a context that was done: %v after %d numbers", err, handled.Load())
	}
	if err := Try(ctx, 3, 0, 1, nothing); err != nil {
		t.Errorf("nothing to do: %v", err)
	}
}
