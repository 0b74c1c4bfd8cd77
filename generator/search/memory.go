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
	texts      map[any]text // of the last index, by Document.Text
}

// Sum is a Document.Text that holds in other runs of the program, too.
type Sum [16]byte

// text is how often the terms of words stand in a text of so many words.
type text struct {
	terms  []frequency
	length int
}

type frequency struct{ id, times int32 }

// begin makes the memory ready for an index; one that was of another language has
// nothing to tell.
func (m *Memory) begin(language string) {
	if m.dictionary == nil || m.language != language {
		m.language, m.dictionary, m.texts = language, &dictionary{ids: map[string]int32{}}, nil
	}
}

// Pack writes what is known of texts that go by a Sum, and forgets it all.
func (m *Memory) Pack() []byte {
	m.mu.Lock()
	defer m.mu.Unlock()
	w := packed.Writer{}
	w.Text(m.language)
	number := make([]int32, len(m.dictionary.terms)) // of terms, from 1, as they are written
	var terms []int32
	texts := 0
	for of, t := range m.texts {
		if _, ok := of.(Sum); !ok {
			continue
		}
		texts++
		for _, f := range t.terms {
			if number[f.id] == 0 {
				terms = append(terms, f.id)
				number[f.id] = int32(len(terms))
			}
		}
	}
	w.Number(len(terms))
	for _, id := range terms {
		w.Text(m.dictionary.terms[id])
	}
	w.Number(texts)
	for of, t := range m.texts {
		sum, ok := of.(Sum)
		if !ok {
			continue
		}
		w.Bytes(sum[:])
		w.Number(t.length)
		w.Number(len(t.terms))
		for _, f := range t.terms {
			w.Number(int(number[f.id] - 1))
			w.Number(int(f.times))
		}
	}
	m.language, m.dictionary, m.texts = "", nil, nil
	return w.Buf
}

// Unpack gives the memory that Pack wrote; an empty one of anything else.
func Unpack(from string) *Memory {
	r := packed.Read(from)
	m := &Memory{language: r.Text(), dictionary: &dictionary{}}
	d := m.dictionary
	d.terms = make([]string, r.Count())
	d.ids = make(map[string]int32, len(d.terms))
	for i := range d.terms {
		d.terms[i] = r.Text()
		d.ids[d.terms[i]] = int32(i)
	}
	n := r.Count()
	m.texts = make(map[any]text, n)
	var room []frequency // for many texts
	for range n {
		var sum Sum
		copy(sum[:], r.Bytes(len(sum)))
		t := text{length: r.Number()}
		many := r.Count()
		if many > len(room) {
			room = make([]frequency, max(many, 1<<12))
		}
		t.terms, room = room[:many:many], room[many:]
		for i := range t.terms {
			f := &t.terms[i]
			f.id, f.times = int32(r.Number()), int32(r.Number())
			if f.id < 0 || int(f.id) >= len(d.terms) || f.times < 0 {
				r.Fail()
				f.id = 0
			}
		}
		m.texts[sum] = t
	}
	if !r.Done() || len(d.ids) < len(d.terms) {
		return &Memory{}
	}
	return m
}
