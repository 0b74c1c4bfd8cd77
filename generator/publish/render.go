package publish

import (
	"context"
	"crypto/sha256"
	"fmt"
	"sync"
)

// page is a rendered output.
type page struct {
	path string
	sum  Sum
	size int64
	disk state
	body []byte // nil where the disk has it
}

// state is what lies at a page's path.
type state int

const (
	missing state = iota // nothing, or our file under another spelling, which will go
	same                 // a file with the page's bytes
	ours                 // an older file of ours
	foreign              // somebody else's file
	folder
	special // a link, a pipe, a device
)

// render makes every page and compares it with the disk at once, so that only differing bytes are kept.
func (p *publication) render(ctx context.Context, jobs int) ([]page, error) {
	pages := make([]page, len(p.site.outputs))
	err := parallel(ctx, len(pages), jobs, func(i int) error {
		o := p.site.outputs[i]
		body, err := o.Render()
		if err != nil {
			return fmt.Errorf("render %s: %w", o.Path, err)
		}
		pg := page{path: o.Path, sum: sha256.Sum256(body), size: int64(len(body))}
		if pg.disk, err = p.compare(o.Path, body); err != nil {
			return err
		}
		if pg.disk != same {
			pg.body = body
		}
		pages[i] = pg
		return nil
	})
	return pages, err
}

// measure adds up what all pages are.
func measure(pages []page) (s Size) {
	for _, pg := range pages {
		s.Bytes += pg.size
		if pg.size > s.Most {
			s.Largest, s.Most = pg.path, pg.size
		}
	}
	return s
}

func (p *publication) compare(path string, body []byte) (state, error) {
	info, err := p.lstat(path)
	switch {
	case err != nil:
		return missing, err
	case info == nil || p.vanishes(path, info):
		return missing, nil
	case info.IsDir():
		return folder, nil
	case !info.Mode().IsRegular():
		return special, nil
	}
	if info.Size() == int64(len(body)) {
		if equal, err := p.holds(path, body); equal || err != nil {
			return same, err
		}
	}
	if own, err := p.owns(path); own || err != nil {
		return ours, err
	}
	return foreign, nil
}

// parallel calls do for 0 to n-1, in this order, on at most jobs goroutines. It stops at the first error or when ctx is
// done. All that was begun is finished, so the error returned, that of the smallest index, is the same on every run.
func parallel(ctx context.Context, n, jobs int, do func(i int) error) error {
	var (
		mu     sync.Mutex
		next   int
		failed = n
		first  error
		wg     sync.WaitGroup
	)
	take := func() (int, bool) {
		mu.Lock()
		defer mu.Unlock()
		if next == n || first != nil {
			return 0, false
		}
		if err := ctx.Err(); err != nil {
			failed, first = n, fmt.Errorf("publish: %w", err)
			return 0, false
		}
		next++
		return next - 1, true
	}
	for range min(max(jobs, 1), n) {
		wg.Go(func() {
			for i, ok := take(); ok; i, ok = take() {
				if err := do(i); err != nil {
					mu.Lock()
					if i < failed {
						failed, first = i, err
					}
					mu.Unlock()
				}
			}
		})
	}
	wg.Wait()
	return first
}
