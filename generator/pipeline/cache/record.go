package cache

import (
	"crypto/sha256"

	"dossier/generator/packed"
	"dossier/generator/stamp"
)

// A record is a heading, the hash of all behind it, and then, one after another: the key,
// the time, the manifest's hash, numbers of editions and pages, faults, outputs and reads, as package
// packed writes them.
const heading = "dossier cache 5\n"

// encode writes a record.
func (r record) encode() []byte {
	w := packed.Writer{Buf: make([]byte, len(heading)+sha256.Size, 1<<20)}
	w.Text(r.key)
	w.Number(int(r.at))
	w.Bytes(r.outcome.Manifest[:])
	w.Number(r.outcome.Editions)
	w.Number(r.outcome.Pages)
	w.Faults(r.outcome.Faults)
	w.Number(len(r.outcome.Outputs))
	for _, o := range r.outcome.Outputs {
		w.Text(o.Path)
		w.Bytes(o.Key[:])
		w.Bytes(o.Sum[:])
		writeStamp(&w, o.Stamp)
	}
	w.Number(len(r.reads))
	for _, x := range r.reads {
		w.Number(int(x.kind))
		w.Text(x.path)
		w.Bytes(x.answer[:])
		writeStamp(&w, x.stamp)
	}
	sum := sha256.Sum256(w.Buf[len(heading)+sha256.Size:])
	copy(w.Buf[copy(w.Buf, heading):], sum[:])
	return w.Buf
}

// decode is the inverse of encode; false for anything else.
func decode(text []byte) (r record, ok bool) {
	start := len(heading) + sha256.Size
	if len(text) < start || string(text[:len(heading)]) != heading || [sha256.Size]byte(text[len(heading):start]) != sha256.Sum256(text[start:]) {
		return record{}, false
	}
	in := packed.Read(string(text[start:]))
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
