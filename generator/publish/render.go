package publish

import (
	"context"
	"crypto/sha256"
	"fmt"
	"strings"
	"sync"

	"dossier/generator/publish/record"
)

// pages are the rendered outputs: what they hash to and what lies at their paths, in the outputs'
// order.
type pages struct {
	entries []record.Entry
	disk    []state
	size    []int64
}

// state is what lies at a page's path.
type state uint8

const (
	missing state = iota // nothing, or our file under another spelling, which will go
	same                 // a file with the page's bytes
	ours                 // an older file of ours
	stray                // the same, though no record names it: it is signed
	foreign              // somebody else's file
	folder
	special // a link, a pipe, a device
)

// render makes every page and compares it with the disk. The bytes that differ are handed to keep,
// in use by it no longer than the call.
func (p *publication) render(ctx context.Context, jobs int, keep func(path string, body []byte) error) (pages, error) {
	n := len(p.site.outputs)
	all := pages{make([]record.Entry, n), make([]state, n), make([]int64, n)}
	err := renderAll(ctx, p.site.outputs, jobs, func(i int, body []byte, b *buffers) error {
		path := p.site.outputs[i].Path
		disk, err := p.compare(path, body, b)
		if err != nil {
			return err
		}
		all.entries[i], all.disk[i], all.size[i] = record.Entry{Path: path, Sum: sha256.Sum256(body)}, disk, int64(len(body))
		if disk == same {
			return nil
		}
		return keep(path, body)
	})
	return all, err
}

// measure adds up what all pages are.
func (p pages) measure() (s Size) {
	for i, size := range p.size {
		s.Bytes += size
		if size > s.Most {
			s.Largest, s.Most = p.entries[i].Path, size
		}
	}
	return s
}

// compare does not change p: it is called from several goroutines.
func (p *publication) compare(path string, body []byte, b *buffers) (state, error) {
	if i := strings.LastIndexByte(path, '/'); i >= 0 {
		if info := p.parents[path[:i]]; info == nil || !info.IsDir() {
			return missing, nil // preflight looks at what is there in place of the folder
		}
	}
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
		if equal, err := p.holds(path, body, b.chunk()); equal || err != nil {
			return same, err
		}
	}
	return p.owner(path, info.Size())
}

// owner tells whose the file is that stands, with other bytes than the page's, where a page goes.
func (p *publication) owner(path string, size int64) (state, error) {
	if own, err := p.owns(path); own || err != nil {
		return ours, err
	}
	own, any, err := p.signed(path, size)
	switch {
	case err != nil:
		return missing, err
	case own:
		return stray, nil
	case any && !p.records.Complete():
		return ours, nil // version control moves a page along with its folder, or keeps both names of a page that has two
	}
	return foreign, nil
}

// buffers are what a goroutine uses again for each page.
type buffers struct {
	page []byte // rendered
	disk []byte // read
}

// Sizes of buffers: a rendered page larger than the first is rare, and its buffer is not kept.
const (
	keptBuffer = 1 << 20
	chunkSize  = 64 << 10
)

func (b *buffers) chunk() []byte {
	if b.disk == nil {
		b.disk = make([]byte, chunkSize)
	}
	return b.disk
}

// renderAll makes every output and hands its bytes to use, which must not keep them.
func renderAll(ctx context.Context, outputs []Output, jobs int, use func(i int, body []byte, b *buffers) error) error {
	return parallel(ctx, len(outputs), jobs, func(i int, b *buffers) error {
		o := &outputs[i]
		body, err := o.Render(b.page[:0])
		if err != nil {
			return fmt.Errorf("render %s: %w", o.Path, err)
		}
		if !o.fixed {
			b.page = body
			if cap(body) > keptBuffer {
				b.page = nil
			}
		}
		return use(i, body, b)
	})
}

// longestStretch is how many outputs a goroutine takes at a time. Neighbours in the outputs' order
// lie in one folder, in which only one process can make a file at a time; goroutines in different
// folders do not wait for each other.
const longestStretch = 32

// stretch is what a goroutine has taken of the numbers.
type stretch struct{ next, end int }

// parallel calls do for 0 to n-1, in this order but in stretches side by side, on at most jobs goroutines, each with
// buffers of its own. It stops when ctx is done, and at the first error; but all that comes before the failure is done, so
// the error returned, that of the smallest number, is the same on every run.
func parallel(ctx context.Context, n, jobs int, do func(i int, b *buffers) error) error {
	var (
		mu     sync.Mutex
		next   int
		failed = n
		first  error
		wg     sync.WaitGroup
	)
	jobs = max(jobs, 1)
	length := min(max(n/jobs/8, 1), longestStretch)
	take := func(s *stretch) (i int, ok bool) {
		mu.Lock()
		defer mu.Unlock()
		if err := ctx.Err(); err != nil {
			if first == nil {
				first = fmt.Errorf("publish: %w", err)
			}
			return 0, false
		}
		if s.next == s.end && next < n {
			s.next, s.end = next, min(next+length, n)
			next = s.end
		}
		if s.next == s.end || s.next > failed {
			return 0, false
		}
		s.next++
		return s.next - 1, true
	}
	for range min(jobs, n) {
		wg.Go(func() {
			var b buffers
			var s stretch
			for i, ok := take(&s); ok; i, ok = take(&s) {
				if err := do(i, &b); err != nil {
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
