package publish

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
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

// keep is told of a page that is not on the disk. It must call write, once, which is good for no longer.
type keep func(path string, write func(io.Writer) error) error

// render makes every page and compares it with the disk. Those that differ are handed to keep.
func (p *publication) render(ctx context.Context, jobs int, keep keep) (pages, error) {
	n := len(p.site.outputs)
	all := pages{entries: make([]record.Entry, n), disk: make([]state, n), size: make([]int64, n)}
	if p.memory != nil && p.memory.Mark {
		all.stamps = make([]stamp.Stamp, n)
	}
	order := p.site.order()
	err := each(ctx, n, jobs, func(i int, b *buffers) error {
		i = order[i]
		o := &p.site.outputs[i]
		defer func() { o.Render, o.rare = nil, nil }() // which may hold what nobody else needs any more
		path := o.Path
		if e, info := p.knows(path, b); info != nil {
			all.entries[i], all.disk[i], all.size[i] = e, same, info.Size()
			all.mark(i, info)
			return nil
		}
		made, disk, info, err := p.make(o, b, keep)
		if err != nil {
			return err
		}
		all.entries[i], all.disk[i], all.size[i] = record.Entry{Path: path, Sum: made.sum}, disk, made.size
		if disk == same {
			all.mark(i, info)
		}
		return nil
	})
	return all, err
}

// made is what is known of bytes that are not in memory.
type made struct {
	sum  Sum
	size int64
}

// make renders a page, compares it with the disk, and hands it to keep where they differ; info is what
// a file with its bytes was before it was read. A long page is not in memory: it is made as it is
// kept, and before that to be compared, if there is something to compare it with.
func (p *publication) make(o *Output, b *buffers, keep keep) (m made, disk state, info os.FileInfo, err error) {
	var body []byte
	if !o.isLong() {
		if body, err = o.render(b); err != nil {
			return m, disk, nil, err
		}
		m = made{sha256.Sum256(body), int64(len(body))}
	}
	if disk, info, err = p.found(o.Path); err == nil && disk == ours {
		if o.isLong() {
			m, err = o.pour(io.Discard, b)
		}
		if err == nil {
			disk, err = p.compare(o, body, m, info.Size(), b)
		}
	}
	if err != nil || disk == same {
		return m, disk, info, err
	}
	err = keep(o.Path, func(w io.Writer) (err error) {
		if o.isLong() {
			m, err = o.pour(w, b)
			return err
		}
		return writeAll(w, body)
	})
	return m, disk, nil, err
}

// writeAll also takes for an error that less was written.
func writeAll(w io.Writer, body []byte) error {
	n, err := w.Write(body)
	if err == nil && n < len(body) {
		err = io.ErrShortWrite
	}
	return err
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

// found tells what lies where a page goes: ours stands for a file, whosever it is, which info describes.
// It does not change p: it is called from several goroutines.
func (p *publication) found(path string) (state, os.FileInfo, error) {
	if !p.isFolder(parentOf(path)) {
		return missing, nil, nil // preflight looks at what is there in place of the folder
	}
	info, err := p.lstat(path)
	switch {
	case err != nil || info == nil || p.removals.have(path, info):
		return missing, nil, err
	case info.IsDir():
		return folder, nil, nil
	case !info.Mode().IsRegular():
		return special, nil, nil
	}
	return ours, info, nil
}

// compare tells what the file of a size is that lies where a page goes. Body has the page's bytes, but
// those of a long one.
func (p *publication) compare(o *Output, body []byte, m made, size int64, b *buffers) (state, error) {
	if size == m.size {
		var equal bool
		var err error
		if o.isLong() {
			var sum Sum
			sum, err = p.sum(o.Path, b.chunk())
			equal = sum == m.sum
		} else {
			equal, err = p.holds(o.Path, body, b.chunk())
		}
		if equal || err != nil {
			return same, err
		}
	}
	return p.owner(o, size)
}

// owner tells whose the file is that stands, with other bytes than the page's, where a page goes.
func (p *publication) owner(o *Output, size int64) (state, error) {
	path := o.Path
	if own, err := p.ledger.owns(p.tree, path); own || err != nil {
		return ours, err
	}
	own, any, err := p.signed(path, size)
	if err == nil && !own && o.rare != nil && o.rare.begins != nil {
		own, err = p.begins(path, o.rare.begins())
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

// pour makes a long output, and writes it to w a good part at a time.
func (o *Output) pour(w io.Writer, b *buffers) (made, error) {
	hash, m := sha256.New(), made{}
	var failed error
	write := func(buf []byte) {
		hash.Write(buf)
		m.size += int64(len(buf))
		if failed == nil {
			failed = writeAll(w, buf)
		}
	}
	buf := o.rare.long(b.page[:0], func(buf []byte) []byte {
		if len(buf) < chunkSize {
			return buf
		}
		write(buf)
		return buf[:0]
	})
	write(buf)
	if b.page = buf; cap(buf) > keptBuffer { // one row was long
		b.page = nil
	}
	hash.Sum(m.sum[:0])
	return m, failed
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
