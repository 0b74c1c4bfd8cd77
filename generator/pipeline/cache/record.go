package cache

import (
	"crypto/sha256"
	"io"

	"dossier/generator/packed"
	"dossier/generator/stamp"
)

// A record is a heading and then, one after another, as package packed writes them: the key,
// the time, the manifest's hash, numbers of editions and pages, faults, outputs and reads. Behind
// all that stands its hash.
const heading = "dossier cache 6\n"

// pieceSize is about how many bytes of a record are in memory: all of it may be as long as a book.
const pieceSize = 1 << 16

// encode writes a record.
func (r record) encode(to io.Writer) error {
	hash := sha256.New()
	both := io.MultiWriter(to, hash)
	w := packed.Writer{Buf: append(make([]byte, 0, 2*pieceSize), heading...)}
	var err error
	flush := func(over int) {
		if len(w.Buf) > over {
			if err == nil {
				_, err = both.Write(w.Buf)
			}
			w.Buf = w.Buf[:0]
		}
	}
	w.Text(r.key)
	w.Number(int(r.at))
	w.Bytes(r.outcome.Manifest[:])
	w.Number(r.outcome.Editions)
	w.Number(r.outcome.Pages)
	w.Faults(r.outcome.Faults)
	w.Number(len(r.outcome.Outputs))
	flush(pieceSize)
	for i := range r.outcome.Outputs {
		o := &r.outcome.Outputs[i]
		w.Text(o.Path)
		w.Bytes(o.Key[:])
		w.Bytes(o.Sum[:])
		writeStamp(&w, o.Stamp)
		flush(pieceSize)
	}
	w.Number(len(r.reads))
	for i := range r.reads {
		x := &r.reads[i]
		w.Number(int(x.kind))
		w.Text(x.path)
		w.Bytes(x.answer[:])
		writeStamp(&w, x.stamp)
		flush(pieceSize)
	}
	flush(0)
	if err == nil {
		_, err = to.Write(hash.Sum(nil))
	}
	return err
}

// decode is the inverse of encode; false for anything else.
func decode(text []byte) (r record, ok bool) {
	end := len(text) - sha256.Size
	if end < len(heading) || string(text[:len(heading)]) != heading || [sha256.Size]byte(text[end:]) != sha256.Sum256(text[:end]) {
		return record{}, false
	}
	in := packed.Read(string(text[len(heading):end]))
	r.key, r.at = in.Text(), int64(in.Number())
	copy(r.outcome.Manifest[:], in.Bytes(sha256.Size))
	r.outcome.Editions, r.outcome.Pages = in.Number(), in.Number()
	r.outcome.Faults = in.Faults()
	r.outcome.Outputs = make([]Output, in.Count())
	for i := range r.outcome.Outputs {
		o := &r.outcome.Outputs[i]
		o.Path = in.Text()
		copy(o.Key[:], in.Bytes(len(o.Key)))
		copy(o.Sum[:], in.Bytes(len(o.Sum)))
		o.Stamp = readStamp(in)
	}
	r.reads = make([]read, in.Count())
	for i := range r.reads {
		x := &r.reads[i]
		x.kind, x.path = byte(in.Number()), in.Text()
		copy(x.answer[:], in.Bytes(len(x.answer)))
		x.stamp = readStamp(in)
	}
	return r, in.Done()
}

func writeStamp(w *packed.Writer, s stamp.Stamp) {
	for _, n := range []int64{s.Size, s.Number, s.Modified, s.Changed} {
		w.Number(int(n))
	}
}

func readStamp(r *packed.Reader) stamp.Stamp {
	return stamp.Stamp{Size: int64(r.Number()), Number: int64(r.Number()), Modified: int64(r.Number()), Changed: int64(r.Number())}
}
