package search

import (
	"sync"

	"dossier/generator/packed"
)

// Memory keeps what the texts of an edition say, from one index to the next, so
// that only what has changed is read again.
type Memory struct {
	mu         sync.Mutex // held while an index is made
	language   string
	dictionary *dictionary
	texts      map[any]text   // of the last index's documents that have no Same, by Said.Text
	same       map[Sum]string // the postings of the others, by Document.Same
	before     int            // how many terms the first index had
}

// mostWords are more than a text can have.
const mostWords = 1 << 28

// Sum is a hash of what something is made from.
type Sum [16]byte

// text is how often the terms of words stand in a text of so many words: their ids, each
// with how often, as package packed has numbers.
type text struct {
	terms  string
	length int
}

// begin makes the memory ready for an index; one that was of another language has
// nothing to tell.
func (m *Memory) begin(language string) {
	if m.dictionary == nil || m.language != language {
		m.language, m.dictionary, m.texts, m.same = language, &dictionary{ids: map[string]int32{}}, nil, nil
	}
}

// Pack writes what is known of documents that go by a Same, and forgets it all.
func (m *Memory) Pack() []byte {
	m.mu.Lock()
	defer m.mu.Unlock()
	size := 0
	for _, postings := range m.same {
		size += len(postings) + 32
	}
	for _, term := range m.dictionary.terms {
		size += len(term) + 2
	}
	w := packed.Writer{Buf: make([]byte, 0, size)}
	w.Text(m.language)
	w.Number(m.before)
	w.Number(len(m.dictionary.terms))
	for _, term := range m.dictionary.terms {
		w.Text(term)
	}
	w.Number(len(m.same))
	for of, postings := range m.same {
		w.Bytes(of[:])
		w.Text(postings)
	}
	m.language, m.dictionary, m.texts, m.same = "", nil, nil, nil
	return w.Buf
}

// Unpack gives the memory that Pack wrote; an empty one of anything else, and where most
// terms are such as no text has any more.
func Unpack(from string) *Memory {
	r := packed.Read(from)
	m := &Memory{language: r.Text(), before: r.Number(), dictionary: &dictionary{}}
	d := m.dictionary
	d.terms = make([]string, r.Count())
	d.ids = make(map[string]int32, len(d.terms))
	for i := range d.terms {
		d.terms[i] = r.Text()
		d.ids[d.terms[i]] = int32(i)
	}
	n := r.Count()
	m.same = make(map[Sum]string, n)
	for range n {
		var same Sum
		copy(same[:], r.Bytes(len(same)))
		m.same[same] = r.Text()
	}
	if !r.Done() || len(d.ids) < len(d.terms) || len(d.terms) > 2*m.before {
		return &Memory{}
	}
	return m
}
