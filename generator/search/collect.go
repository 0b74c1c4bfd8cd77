package search

import (
	"strconv"
	"strings"

	"dossier/generator/search/words"
)

// collector gathers the terms of documents on one goroutine.
type collector struct {
	index    *Index
	numbers  []int
	language *words.Language
	ids      map[string]int32    // of terms
	keys     map[string][2]int32 // of words: the terms under which each is filed; the second may be none
	terms    []string            // by id
	postings [][]posting         // by id

	weight []float32 // by id, of the document at hand
	seen   []int32   // the terms that have one
	length int       // of its text, in words
}

const none = -1

func newCollector(x *Index, numbers []int) *collector {
	return &collector{
		index: x, numbers: numbers, language: words.New(x.Language),
		ids: map[string]int32{}, keys: map[string][2]int32{},
	}
}

// id gives the number of a term.
func (c *collector) id(term string) int32 {
	id, ok := c.ids[term]
	if !ok {
		id = int32(len(c.terms))
		c.ids[term] = id
		c.terms, c.postings, c.weight = append(c.terms, term), append(c.postings, nil), append(c.weight, 0)
	}
	return id
}

// key gives the terms of a word.
func (c *collector) key(word []byte) [2]int32 {
	ids, ok := c.keys[string(word)]
	if !ok {
		key, plain := c.language.Keys(string(word))
		ids = [2]int32{c.id(key), none}
		if plain != "" {
			ids[1] = c.id(plain)
		}
		c.keys[string(word)] = ids
	}
	return ids
}

// count adds the words of a field.
func (c *collector) count(text string, weight float32) {
	c.language.Each(text, func(word []byte, _, _ int) {
		c.length++
		for _, id := range c.key(word) {
			if id == none {
				continue
			}
			if c.weight[id] == 0 {
				c.seen = append(c.seen, id)
			}
			c.weight[id] += weight
		}
	})
}

// document gathers the terms of one document.
func (c *collector) document(i int) {
	d, number := &c.index.Documents[i], c.numbers[i]
	for _, b := range d.Blocks {
		c.count(b.Text, inText)
	}
	c.count(d.Summary, inSummary)
	length := c.length
	c.count(d.Title, inNames)
	for _, name := range d.Names {
		c.count(name, inNames)
	}
	for _, id := range c.seen {
		c.postings[id] = append(c.postings[id], posting{number, impact(c.weight[id], length)})
		c.weight[id] = 0
	}
	c.seen, c.length = c.seen[:0], 0
	c.exact(d, number)
}

// exact gathers the terms that a document has or has not.
func (c *collector) exact(d *Document, number int) {
	add := func(term string, impact uint8) {
		id := c.id(term)
		if n := len(c.postings[id]); n == 0 || c.postings[id][n-1].number != number {
			c.postings[id] = append(c.postings[id], posting{number, impact})
		}
	}
	for _, name := range d.Names {
		if term := c.name(name); term != "" {
			add(term, most)
		}
	}
	for _, n := range d.Named {
		add("@"+base36(c.numbers[n]), most)
	}
	for _, t := range d.Times {
		add("#"+t.EDTF, t.impact())
		if len(t.EDTF) == len("2019") {
			add("!y:"+t.EDTF, most)
		}
	}
	add("!k:"+strconv.Itoa(d.Kind), most)
	for _, n := range d.Country {
		add("!c:"+base36(c.numbers[n]), most)
	}
}

// name is the term of a name: its words' stems.
func (c *collector) name(name string) string {
	var b strings.Builder
	c.language.Each(name, func(word []byte, _, _ int) {
		if b.Len() > 0 {
			b.WriteByte('_')
		}
		b.WriteString(c.terms[c.key(word)[0]])
	})
	if b.Len() == 0 {
		return ""
	}
	return b.String() + "="
}

// Constants of BM25 (Robertson and Zaragoza, The Probabilistic Relevance
// Framework, 2009), and the length in words that stands for the average.
const (
	k1      = 1.2
	b       = 0.75
	average = 150
)

// most is the highest impact.
const most = 7

// impact is how well a document's date says a time: best of an event in it, least
// of what only touches it.
func (t Time) impact() uint8 {
	switch {
	case t.Within && t.Event:
		return most
	case t.Within:
		return most - 2
	}
	return 1
}

// impact is how well a document of a length says a term that it has so often.
func impact(weight float32, length int) uint8 {
	f := float64(weight)
	part := f / (f + k1*(1-b+b*float64(length)/average))
	return uint8(part * (most + 0.999))
}
