// Package parallel does the same with each of many things on several
// goroutines.
//
// The things are known by their numbers, 0 to n-1, which are handed out in
// this order, a batch at a time. Neighbours of a batch come one after the other
// on one goroutine. Each goroutine asks worker once for the function that it
// calls with its numbers: what worker makes for it, a buffer or a parser, it
// shares with nobody.
//
// A panic in a worker is a bug, and ends the program as on any goroutine.
package parallel

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"dossier/generator/progress"
)

// Each handles all numbers below n on all processors.
func Each(n, batch int, worker func() func(i int)) {
	nobody := context.Background() // stops it
	_ = Try(nobody, runtime.GOMAXPROCS(0), n, batch, func() func(int) error {
		do := worker()
		return func(i int) error {
			do(i)
			return nil
		}
	})
}

// Try is Each on at most so many goroutines (at least one), until a number
// fails. All numbers below it are handled still: so the error given, that of the
// lowest number that fails, is the same on every run. A number whose turn comes
// when ctx is done fails with ctx's error. The progress of ctx's work counts the numbers handled.
func Try(ctx context.Context, goroutines, n, batch int, worker func() func(i int) error) error {
	var (
		next   atomic.Int64
		failed atomic.Int64 // the lowest number that did
		first  error        // its error
		mu     sync.Mutex   // is held to set these two
		wg     sync.WaitGroup
	)
	failed.Store(int64(n))
	done := progress.Count(ctx, n)
	work := func() {
		do := worker()
		for {
			to := next.Add(int64(batch))
			for i := to - int64(batch); i < to; i++ {
				if i >= failed.Load() {
					return
				}
				err := ctx.Err()
				if err == nil {
					err = do(int(i))
					done()
				}
				if err != nil {
					mu.Lock()
					if i < failed.Load() {
						failed.Store(i)
						first = err
					}
					mu.Unlock()
				}
			}
		}
	}
	for range min(max(goroutines, 1), (n+batch-1)/batch) {
		wg.Go(work)
	}
	wg.Wait()
	return first
}
