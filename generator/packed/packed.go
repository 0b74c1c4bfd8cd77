// Package packed writes numbers, texts and faults as bytes that only this program reads
// again, and reads them back. A number is as encoding/binary writes it, a text is its
// length and its bytes.
//
// Whoever reads may have any bytes in hand: nothing is read beyond their end, and nothing
// is made that is larger than they are by more than a factor. A Reader that meets what no
// Writer wrote gives zeros from there on, and says so when it is asked.
package packed

import (
	"encoding/binary"

	"dossier/generator/diag"
)

// Writer appends to a buffer.
type Writer struct{ Buf []byte }

// Number writes a number.
func (w *Writer) Number(n int) { w.Buf = binary.AppendVarint(w.Buf, int64(n)) }

// Text writes a text.
func (w *Writer) Text(s string) { w.Number(len(s)); w.Buf = append(w.Buf, s...) }

// Bytes writes bytes, of which a reader must know how many they are.
func (w *Writer) Bytes(b []byte) { w.Buf = append(w.Buf, b...) }

// Truths writes up to 32 truths.
func (w *Writer) Truths(is ...bool) {
	n := 0
	for i, x := range is {
		if x {
			n |= 1 << i
		}
	}
	w.Number(n)
}

// Faults writes a list of faults, but for the lines that they speak of.
func (w *Writer) Faults(list diag.List) {
	w.Number(len(list))
	for i := range list {
		d := &list[i]
		w.Text(d.File)
		w.Number(d.Line)
		w.Number(d.Col)
		w.Text(string(d.Code))
		w.Text(d.Message)
		w.Text(d.Unread)
		w.Text(d.Hint)
		w.Truths(d.Grave, d.Fix.Certain)
		w.Number(d.Fix.Line)
		w.Number(d.Fix.Col)
		w.Text(d.Fix.Old)
		w.Text(d.Fix.New)
	}
}

// Reader reads what a Writer wrote. The texts that it gives share memory with what it reads.
type Reader struct {
	rest   string
	broken bool
}

// Read begins to read.
func Read(text string) *Reader { return &Reader{rest: text} }

// Done reports whether all was read, and was as a Writer writes it.
func (r *Reader) Done() bool { return !r.broken && r.rest == "" }

// Fail says that what was read is not what a Writer writes.
func (r *Reader) Fail() { r.rest, r.broken = "", true }

// Number reads a number.
func (r *Reader) Number() int {
	if len(r.rest) > 0 && r.rest[0] < 0x80 { // most are small
		b := r.rest[0]
		r.rest = r.rest[1:]
		return int(b>>1) ^ -int(b&1)
	}
	n, size := binary.Varint([]byte(r.rest[:min(len(r.rest), binary.MaxVarintLen64)]))
	if size <= 0 {
		r.Fail()
		return 0
	}
	r.rest = r.rest[size:]
	return int(n)
}

// Count reads the number of things that follow, of which each takes a byte at least.
func (r *Reader) Count() int { return r.Fits(r.Number()) }

// Fits is a number of things that follow, of which each takes a byte at least; 0 where
// there is not room for them.
func (r *Reader) Fits(n int) int {
	if n < 0 || n > len(r.rest) {
		r.Fail()
		return 0
	}
	return n
}

// Bytes reads n bytes; they are "" when there are fewer.
func (r *Reader) Bytes(n int) string {
	if n < 0 || n > len(r.rest) {
		r.Fail()
		return ""
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

// Text reads a text.
func (r *Reader) Text() string { return r.Bytes(r.Number()) }

// Truths reads truths, into as many places.
func (r *Reader) Truths(into ...*bool) {
	n := r.Number()
	for i, x := range into {
		*x = n&(1<<i) != 0
	}
}

// Faults reads a list of faults; nil when it has none.
func (r *Reader) Faults() diag.List {
	n := r.Count()
	if n == 0 {
		return nil
	}
	list := make(diag.List, n)
	for i := range list {
		d := &list[i]
		d.File, d.Line, d.Col = r.Text(), r.Number(), r.Number()
		d.Code, d.Message, d.Unread, d.Hint = diag.Code(r.Text()), r.Text(), r.Text(), r.Text()
		r.Truths(&d.Grave, &d.Fix.Certain)
		d.Fix.Line, d.Fix.Col, d.Fix.Old, d.Fix.New = r.Number(), r.Number(), r.Text(), r.Text()
	}
	return list
}
