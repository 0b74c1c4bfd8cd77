package publish

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"

	"dossier/generator/parallel"
	"dossier/generator/publish/record"
	"dossier/generator/stamp"
)

// pages are the rendered outputs: what they hash to and what lies at their paths, in the outputs'
// order.
type pages struct {
	entries []record.Entry
	disk    []state
	size    []int64
	stamps  []stamp.Stamp // if they are wanted: of files that were there with these bytes; zero for others
}

// mark takes the stamp of a page's file.
func (p pages) mark(i int, info os.FileInfo) {
	if p.stamps != nil {
		p.stamps[i] = stamp.Of(info)
	}
}

// state is what lies at a page's path.
type state uint8

const (
	missing state = iota // nothing, or our file under another spelling, which will go
	same                 // a file with the page's bytes
	ours                 // an older file of ours
	stray                // the same, though no record names it: it is signed, or begins as ours do
	foreign              // somebody else's file
	folder
	special // a link, a pipe, a device
)

// render makes every page and compares it with the disk. The bytes that differ are handed to keep,
// in use by it no longer than the call.
func (p *publication) render(ctx context.Context, jobs int, keep func(path string, body []byte) error) (pages, error) {
	n := len(p.site.outputs)
	all := pages{entries: make([]record.Entry, n), disk: make([]state, n), size: make([]int64, n)}
	if p.memory != nil && p.memory.Mark {
		all.stamps = make([]stamp.Stamp, n)
	}
	order := p.site.order()
	err := each(ctx, n, jobs, func(i int, b *buffers) error {
		i = order[i]
		o := &p.site.outputs[i]
		defer func() { o.Render = nil }() // which may hold what nobody else needs any more
		path := o.Path
		if e, info := p.knows(path, b); info != nil {
			all.entries[i], all.disk[i], all.size[i] = e, same, info.Size()
			all.mark(i, info)
			return nil
		}
		body, err := o.render(b)
		if err != nil {
			return err
		}
		disk, info, err := p.compare(o, body, b)
		if err != nil {
			return err
		}
		all.entries[i], all.disk[i], all.size[i] = record.Entry{Path: path, Sum: sha256.Sum256(body)}, disk, int64(len(body))
		if disk == same {
			all.mark(i, info)
			return nil
		}
		return keep(path, body)
	})
	return all, err
}

// order is that in which outputs are rendered: by path, but first those for which something is
// held in memory. At 10,000 sections the search index is a tenth of all that is.
func (s site) order() []int {
	var first, then []int
	for i, o := range s.outputs {
		if o.held {
			first = append(first, i)
		} else {
			then = append(then, i)
		}
	}
	return append(first, then...)
}

// knows gives the entry of an output that need not be rendered, as its bytes are on the disk,
// and what its file was before these were read. Whatever fails here, it is rendered.
func (p *publication) knows(path string, b *buffers) (record.Entry, os.FileInfo) {
	if p.memory == nil || p.memory.Known == nil {
		return record.Entry{}, nil
	}
	sum, ok := p.memory.Known(path)
	if !ok {
		return record.Entry{}, nil
	}
	e := record.Entry{Path: path, Sum: sum}
	info, err := p.unaltered(e, p.memory.Still, b)
	if err != nil || p.removals.have(path, info) {
		return record.Entry{}, nil
	}
	return e, info
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

// compare also gives what a file was before it was read. It does not change p: it is called from
// several goroutines.
func (p *publication) compare(o *Output, body []byte, b *buffers) (state, os.FileInfo, error) {
	path := o.Path
	if !p.isFolder(parentOf(path)) {
		return missing, nil, nil // preflight looks at what is there in place of the folder
	}
	info, err := p.lstat(path)
	switch {
	case err != nil:
		return missing, nil, err
	case info == nil || p.removals.have(path, info):
		return missing, nil, nil
	case info.IsDir():
		return folder, nil, nil
	case !info.Mode().IsRegular():
		return special, nil, nil
	}
	if info.Size() == int64(len(body)) {
		if equal, err := p.holds(path, body, b.chunk()); equal || err != nil {
			return same, info, err
		}
	}
	whose, err := p.owner(o, info.Size())
	return whose, info, err
}

// owner tells whose the file is that stands, with other bytes than the page's, where a page goes.
func (p *publication) owner(o *Output, size int64) (state, error) {
	path := o.Path
	if own, err := p.ledger.owns(p.tree, path); own || err != nil {
		return ours, err
	}
	own, any, err := p.signed(path, size)
	if err == nil && !own && o.Begins != nil {
		own, err = p.begins(path, o.Begins())
	}
	switch {
	case err != nil:
		return missing, err
	case own:
		return stray, nil
	case any && !p.ledger.records.Complete():
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
	return each(ctx, len(outputs), jobs, func(i int, b *buffers) error {
		body, err := outputs[i].render(b)
		if err != nil {
			return err
		}
		return use(i, body, b)
	})
}

// render makes an output. Its bytes are in the buffers until these are used again.
func (o *Output) render(b *buffers) ([]byte, error) {
	body, err := o.Render(b.page[:0])
	if err != nil {
		return nil, fmt.Errorf("render %s: %w", o.Path, err)
	}
	if !o.fixed {
		b.page = body
		if cap(body) > keptBuffer {
			b.page = nil
		}
	}
	return body, nil
}

// longestStretch is how many outputs a goroutine takes at a time. Neighbours in the outputs' order
// lie in one folder, in which only one process can make a file at a time; goroutines in different
// folders do not wait for each other.
const longestStretch = 32

// each calls do for 0 to n-1 as parallel.Try does, on at most jobs goroutines, each with buffers of its own.
func each(ctx context.Context, n, jobs int, do func(i int, b *buffers) error) error {
	stretch := min(max(n/max(jobs, 1)/32, 1), longestStretch) // short enough for all to end at about the same time
	err := parallel.Try(ctx, jobs, n, stretch, func() func(int) error {
		var b buffers
		return func(i int) error { return do(i, &b) }
	})
	if err != nil && err == ctx.Err() {
		err = fmt.Errorf("publish: %w", err)
	}
	return err
}
