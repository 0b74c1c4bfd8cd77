package cache

import (
	"crypto/sha256"
	"encoding/binary"

	"dossier/generator/diag"
)

// A record is a heading, the hash of all behind it, and then, one after another: the key,
// the manifest's hash, numbers of editions and pages, faults, outputs and reads. A number is
// as encoding/binary writes it, a text is its length and its bytes, and a list is how many
// it has and its elements.
const heading = "dossier cache 3\n"

// encode writes a record.
func (r record) encode() []byte {
	w := writer{make([]byte, 0, 1<<20)}
	w.text(r.key)
	w.bytes(r.outcome.Manifest[:])
	w.number(r.outcome.Editions)
	w.number(r.outcome.Pages)
	w.number(len(r.outcome.Faults))
	for i := range r.outcome.Faults {
		w.fault(&r.outcome.Faults[i])
	}
	w.number(len(r.outcome.Outputs))
	for _, o := range r.outcome.Outputs {
		w.text(o.Path)
		w.bytes(o.Key[:])
		w.bytes(o.Sum[:])
	}
	w.number(len(r.reads))
	for _, x := range r.reads {
		w.bytes([]byte{x.kind})
		w.text(x.path)
		w.bytes(x.answer[:])
	}
	sum := sha256.Sum256(w.buf)
	return append(append([]byte(heading), sum[:]...), w.buf...)
}

// decode is the inverse of encode; false for anything else.
func decode(text []byte) (r record, ok bool) {
	start := len(heading) + sha256.Size
	if len(text) < start || string(text[:len(heading)]) != heading || [sha256.Size]byte(text[len(heading):start]) != sha256.Sum256(text[start:]) {
		return record{}, false
	}
	in := reader{string(text[start:])}
	r.key = in.text()
	copy(r.outcome.Manifest[:], in.bytes(sha256.Size))
	r.outcome.Editions, r.outcome.Pages = in.number(), in.number()
	r.outcome.Faults = make(diag.List, in.number())
	for i := range r.outcome.Faults {
		in.fault(&r.outcome.Faults[i])
	}
	r.outcome.Outputs = make([]Output, in.number())
	for i := range r.outcome.Outputs {
		o := &r.outcome.Outputs[i]
		o.Path = in.text()
		copy(o.Key[:], in.bytes(len(o.Key)))
		copy(o.Sum[:], in.bytes(len(o.Sum)))
	}
	r.reads = make([]read, in.number())
	for i := range r.reads {
		x := &r.reads[i]
		x.kind, x.path = in.bytes(1)[0], in.text()
		copy(x.answer[:], in.bytes(len(x.answer)))
	}
	return r, true
}

// writer writes a record.
type writer struct{ buf []byte }

func (w *writer) number(n int)     { w.buf = binary.AppendVarint(w.buf, int64(n)) }
func (w *writer) bytes(b []byte)   { w.buf = append(w.buf, b...) }
func (w *writer) text(s string)    { w.number(len(s)); w.buf = append(w.buf, s...) }
func (w *writer) truth(is ...bool) { w.number(flags(is...)) }

// flags are truths as a number.
func flags(is ...bool) (n int) {
	for i, x := range is {
		if x {
			n |= 1 << i
		}
	}
	return n
}

func (w *writer) fault(d *diag.Diagnostic) {
	w.text(d.File)
	w.number(d.Line)
	w.number(d.Col)
	w.text(string(d.Code))
	w.text(d.Message)
	w.text(d.Unread)
	w.text(d.Hint)
	w.truth(d.Grave, d.Fix.Certain)
	w.number(d.Fix.Line)
	w.number(d.Fix.Col)
	w.text(d.Fix.Old)
	w.text(d.Fix.New)
}

// reader reads a record that is whole, as its hash says.
type reader struct{ rest string }

func (r *reader) number() int {
	n, size := binary.Varint([]byte(r.rest[:min(len(r.rest), binary.MaxVarintLen64)]))
	r.rest = r.rest[size:]
	return int(n)
}

func (r *reader) bytes(n int) string {
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reader) text() string { return r.bytes(r.number()) }

func (r *reader) fault(d *diag.Diagnostic) {
	d.File, d.Line, d.Col = r.text(), r.number(), r.number()
	d.Code, d.Message, d.Unread, d.Hint = diag.Code(r.text()), r.text(), r.text(), r.text()
	is := r.number()
	d.Grave, d.Fix.Certain = is&1 != 0, is&2 != 0
	d.Fix.Line, d.Fix.Col, d.Fix.Old, d.Fix.New = r.number(), r.number(), r.text(), r.text()
}
