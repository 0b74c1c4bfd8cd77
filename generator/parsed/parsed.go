// Package parsed parses files, and remembers what parsing made of them: a file that reads
// as it did is not parsed again.
//
// What parsing makes depends on the bytes of the file, on its path, on the language of its
// prose, on the prefix of its footnotes' ids, and on the program. A key is made of the
// first four; whoever keeps what is under a key must see to it that the program is the
// same, and that no byte has changed.
package parsed

import (
	"crypto/sha256"

	"dossier/generator/diag"
	"dossier/generator/markdown"
	"dossier/generator/packed"
	"dossier/generator/prose"
)

// Key stands for what parsing makes of a file.
type Key [16]byte

// Memory is what is remembered. Its functions may be called from any goroutine.
type Memory struct {
	// Sum gives the SHA-256 of the bytes of a file, where these are known without reading it.
	Sum func(path string) (sum [sha256.Size]byte, ok bool)
	// Find gives what was kept under a key, in this build or before.
	Find func(key Key) (value string, ok bool)
	// Keep keeps a value, for the next build. It may not keep the value's memory.
	Keep func(key Key, value []byte)
}

// File says what to parse and how.
type File struct {
	Path   string // for addresses
	Lang   string // of the prose, of which the parser is
	Prefix string // goes before the ids of footnotes
}

// key is that of a file whose bytes have a hash.
func (f *File) key(sum [sha256.Size]byte) Key {
	w := packed.Writer{Buf: make([]byte, 0, 256)}
	w.Text(f.Path)
	w.Text(f.Lang)
	w.Text(f.Prefix)
	w.Bytes(sum[:])
	all := sha256.Sum256(w.Buf)
	return Key(all[:len(Key{})])
}

// Reader parses file after file, on one goroutine, with the same memory. The zero value
// remembers nothing.
type Reader struct {
	*Memory
	scratch markdown.Scratch
	writer  packed.Writer
	room    room
}

// Unread gives what Parse would of a file that need not be read for it.
func (r *Reader) Unread(f File) (doc markdown.Doc, faults diag.List, ok bool) {
	if r.Memory == nil {
		return doc, nil, false
	}
	sum, ok := r.Sum(f.Path)
	if !ok {
		return doc, nil, false
	}
	return r.find(f, f.key(sum))
}

// Parse is markdown.Parser.Parse, but that the body shares no memory with anything that is
// used again. The front matter holds until the next file is parsed.
func (r *Reader) Parse(p *markdown.Parser, f File, src []byte) (markdown.Doc, diag.List) {
	var key Key
	if r.Memory != nil {
		key = f.key(sha256.Sum256(src))
		if doc, faults, ok := r.find(f, key); ok {
			return doc, faults
		}
	}
	doc, faults := p.Parse(&r.scratch, f.Path, src, f.Prefix)
	if r.Memory != nil {
		r.writer.Buf = r.writer.Buf[:0]
		if encode(&r.writer, f.Path, &doc, faults) {
			r.Keep(key, r.writer.Buf)
		}
	}
	doc.Body = own(doc.Body)
	return doc, faults
}

func (r *Reader) find(f File, key Key) (markdown.Doc, diag.List, bool) {
	if value, ok := r.Find(key); ok {
		return decode(value, f.Path, &r.room)
	}
	return markdown.Doc{}, nil, false
}

// own is a body in no more memory than it needs, as it is kept as long as the site: the
// parser uses its own again.
func own(b prose.Body) prose.Body {
	b.Runs, b.Links, b.Headings, b.Alerts, b.Blocks, b.Notes = copied(b.Runs), copied(b.Links), copied(b.Headings), copied(b.Alerts), copied(b.Blocks), copied(b.Notes)
	return b
}

// copied shares nothing with a list, even when that is empty.
func copied[T any](list []T) []T { return append([]T(nil), list...) }
