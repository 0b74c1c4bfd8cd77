package names

import (
	"crypto/sha256"
	"strings"

	"dossier/generator/packed"
	"dossier/generator/prose"
)

// Sum is a hash of all that a matcher is made of. Those of one program with the same one
// number entities, words and names alike.
func (m *Matcher) Sum() [sha256.Size]byte {
	w := packed.Writer{Buf: make([]byte, 0, 1<<16)}
	w.Text(m.lang)
	for i := range m.entities {
		e := &m.entities[i]
		w.Text(e.ID)
		w.Truths(e.Person, e.Place, e.Locality, e.Event)
		w.Text(e.Name)
		for _, list := range [][]string{e.Aliases, e.Forms} {
			w.Number(len(list))
			w.Text(strings.Join(list, "\x00"))
		}
	}
	return sha256.Sum256(w.Buf)
}

// Pack writes what Mentions gave of a text, or Nouns with no mentions, for a matcher of
// the same Sum.
func Pack(w *packed.Writer, found []Found, f *Findings) {
	w.Number(len(found))
	at := 0
	for _, x := range found {
		w.Number(x.Entity)
		w.Number(x.Start - at)
		w.Number(x.End - x.Start)
		at = x.End
	}
	w.Number(len(f.Shared))
	numbers := func(list ...int32) {
		for _, n := range list {
			w.Number(int(n))
		}
	}
	for _, x := range f.Shared {
		numbers(x.Name, x.One, x.Other, x.Start, x.End)
	}
	w.Number(f.Stuck)
	for _, list := range [][]int32{f.nouns, f.names, f.asked} {
		w.Number(len(list))
		numbers(list...)
	}
}

// Unpack reads what Pack wrote of a text with the same body. It is true for as long as
// Common.Holds; not ok where it cannot be of this matcher and this body.
func (m *Matcher) Unpack(r *packed.Reader, b *prose.Body) (found []Found, f Findings, ok bool) {
	number := func(below int) int32 { // of what there are so many of
		n := r.Number()
		if n < 0 || n >= below {
			r.Fail()
			return 0
		}
		return int32(n)
	}
	list := func(each func() int32) []int32 {
		var all []int32
		for range r.Count() {
			all = append(all, each())
		}
		return all
	}
	lexeme := func() int32 { return number(len(m.lexemes)) }
	end, at := len(b.HTML)+1, 0
	if n := r.Count(); n > 0 {
		found = make([]Found, n)
		for i := range found {
			x := &found[i]
			x.Entity, x.Start = int(number(len(m.entities))), at+int(number(end-at))
			x.End = x.Start + int(number(end-x.Start))
			at = x.End
		}
	}
	if n := r.Count(); n > 0 {
		f.Shared = make([]Shared, n)
		for i := range f.Shared {
			x := &f.Shared[i]
			x.Name, x.One, x.Other = number(len(m.nodes)), number(len(m.entities)), number(len(m.entities))
			x.Start, x.End = number(end), number(end)
		}
	}
	f.Stuck = int(number(end))
	f.nouns, f.names = list(lexeme), list(lexeme)
	f.asked = list(func() int32 {
		n := r.Number()
		if n < -len(m.lexemes) || n >= len(m.lexemes) {
			r.Fail()
			return 0
		}
		return int32(n)
	})
	return found, f, r.Done()
}
