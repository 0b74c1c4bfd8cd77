package search

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
	"strings"
	"sync"

	"dossier/generator/packed"
	"dossier/generator/parallel"
	"dossier/generator/search/words"
)

// dictionary numbers terms. It may be used by several goroutines.
type dictionary struct {
	mu    sync.Mutex
	ids   map[string]int32
	terms []string
}

func (d *dictionary) id(term string) int32 {
	d.mu.Lock()
	defer d.mu.Unlock()
	id, ok := d.ids[term]
	if !ok {
		id = int32(len(d.terms))
		d.terms = append(d.terms, term)
		d.ids[term] = id
	}
	return id
}

func (d *dictionary) size() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return len(d.terms)
}

// read gives the postings of each document by its terms' ids, packed.
func (x *Index) read(m *Memory, numbers []int, keep bool) []string {
	const batch = 16
	type known struct {
		of any // Said.Text
		text
	}
	found, texts := make([]string, len(x.Documents)), []known(nil)
	if keep {
		texts = make([]known, len(x.Documents))
	}
	parallel.Each(len(x.Documents), batch, func() func(int) {
		r := &reader{
			index: x, memory: m, keep: keep, numbers: numbers, language: words.New(x.Language),
			ids: map[string]int32{}, keys: map[string]key{},
		}
		return func(i int) {
			if of := x.Documents[i].Same; of != (Sum{}) {
				if known, ok := m.same[of]; ok && r.valid(known) {
					found[i] = known
					return
				}
			}
			said := x.Content.Said(i)
			postings, t := r.document(x.Documents[i], said)
			if found[i] = postings; keep {
				texts[i] = known{said.Text, t}
			}
		}
	})
	if keep {
		m.texts, m.same = map[any]text{}, map[Sum]string{}
		for i, d := range x.Documents {
			if d.Same == (Sum{}) {
				m.texts[texts[i].of] = texts[i].text
			} else {
				m.same[d.Same] = found[i]
			}
		}
		m.before = cmp.Or(m.before, len(m.dictionary.terms))
	}
	return found
}

// reader finds the terms of documents on one goroutine.
type reader struct {
	index    *Index
	memory   *Memory
	keep     bool // what texts say, for the next index
	numbers  []int
	language *words.Language
	ids      map[string]int32 // of terms
	keys     map[string]key   // of words

	// Of the document at hand.
	weights []int32 // by a term's id
	seen    []int32 // the terms that have one
	length  int     // of its text, in words
	found   []posting
	packed  packed.Writer
}

// key is under what a word is filed.
type key struct {
	text string
	ids  [2]int32 // of text and, unless it is none, of the second term
}

const none = -1

// id gives the number of a term.
func (r *reader) id(term string) int32 {
	id, ok := r.ids[term]
	if !ok {
		id = r.memory.dictionary.id(term)
		r.ids[term] = id
	}
	return id
}

// key gives the terms of a word.
func (r *reader) key(word []byte) key {
	k, ok := r.keys[string(word)]
	if !ok {
		text, plain := r.language.Keys(string(word))
		k = key{text, [2]int32{r.id(text), none}}
		if plain != "" {
			k.ids[1] = r.id(plain)
		}
		r.keys[string(word)] = k
	}
	return k
}

func (r *reader) add(id, weight int32) {
	if int(id) >= len(r.weights) {
		r.weights = append(r.weights, make([]int32, int(id)+1)...)
	}
	if r.weights[id] == 0 {
		r.seen = append(r.seen, id)
	}
	r.weights[id] += weight
}

// count adds the words of a field.
func (r *reader) count(field string, weight int32) {
	r.language.Each(field, func(word []byte, from, to int) {
		r.length++
		if last := words.Last(field, from, to); last != "" {
			r.add(r.key([]byte(last)).ids[0], weight)
		}
		ids := r.key(word).ids
		r.add(ids[0], weight)
		if ids[1] != none {
			r.add(ids[1], weight)
		}
	})
}

// body adds the words of a document's blocks, from memory where they are known.
func (r *reader) body(s Said, keep bool) text {
	if known, ok := r.memory.texts[s.Text]; ok && r.again(known) {
		return known
	}
	for _, b := range s.Blocks() {
		r.count(b.Text, inText)
	}
	if !keep {
		return text{}
	}
	r.packed.Buf = r.packed.Buf[:0]
	for _, id := range r.seen {
		r.packed.Number(int(id))
		r.packed.Number(int(r.weights[id] / inText))
	}
	return text{string(r.packed.Buf), r.length}
}

// again adds the words of a known text; false, and none, where they are not known after all.
func (r *reader) again(known text) bool {
	terms := r.memory.dictionary.size()
	in := packed.Read(known.terms)
	for !in.Done() {
		id, times := in.Number(), in.Number()
		if id < 0 || id >= terms || times <= 0 || times > mostWords {
			r.forget()
			return false
		}
		r.add(int32(id), int32(times)*inText)
	}
	r.length += known.length
	return true
}

// pack writes the postings of a document.
func (r *reader) pack() string {
	r.packed.Buf = r.packed.Buf[:0]
	r.packed.Number(len(r.found))
	for _, p := range r.found {
		r.packed.Number(int(p))
	}
	return string(r.packed.Buf)
}

// postings are those that pack wrote.
func postings(from string) iter.Seq[posting] {
	return func(yield func(posting) bool) {
		in := packed.Read(from)
		for range in.Count() {
			if !yield(posting(in.Number())) {
				return
			}
		}
	}
}

// valid reports whether pack may have written it.
func (r *reader) valid(from string) bool {
	terms := r.memory.dictionary.size()
	in := packed.Read(from)
	for range in.Count() {
		if n := in.Number(); n < 0 || n>>3 >= terms {
			return false
		}
	}
	return in.Done()
}

// forget takes back what was added.
func (r *reader) forget() {
	for _, id := range r.seen {
		r.weights[id] = 0
	}
	r.seen, r.length = r.seen[:0], 0
}

// document gives the postings of one document, packed, and what its text says.
func (r *reader) document(d Document, s Said) (string, text) {
	t := r.body(s, r.keep && d.Same == Sum{})
	r.count(s.Summary, inSummary)
	length := r.length
	r.count(s.Title, inNames)
	for _, name := range s.Names {
		r.count(name, inNames)
	}
	for _, role := range s.Roles {
		to := int32(min(role.To, mostTo))
		r.count(role.Words, to*to*inText)
	}
	for _, form := range s.Forms { // a word of many forms says no more than one of few
		r.language.Each(form, func(word []byte, _, _ int) {
			if id := r.key(word).ids[0]; int(id) >= len(r.weights) || r.weights[id] == 0 {
				r.add(id, inNames)
			}
		})
	}
	r.found = r.found[:0]
	for _, id := range r.seen {
		r.found = append(r.found, newPosting(id, impact(r.weights[id], length)))
		r.weights[id] = 0
	}
	r.seen, r.length = r.seen[:0], 0
	r.facts(d, s)
	return r.pack(), t
}

// facts adds the terms that a document has or has not.
func (r *reader) facts(d Document, s Said) {
	add := func(term string, impact int32) {
		if id := r.id(term); len(r.weights) <= int(id) || r.weights[id] == 0 {
			r.add(id, 1)
			r.found = append(r.found, newPosting(id, impact))
		}
	}
	for _, name := range slices.Concat(s.Names, s.Forms) {
		if term := r.name(name); term != "" {
			add(term, most)
		}
	}
	for _, n := range s.Named {
		add("@"+base36(r.numbers[n]), most)
	}
	for _, t := range s.Times {
		add("#"+t.EDTF, t.impact())
		if len(t.EDTF) == len("2019") {
			add("!y:"+t.EDTF, most)
		}
	}
	add("!k:"+r.index.Kinds[d.Kind].ID, most)
	for _, n := range s.Country {
		add(ofCountry+r.index.Documents[n].id(), most)
	}
	r.forget()
}

// ofCountry begins the term of a country to filter by.
const ofCountry = "!c:"

// name is the term of a name: its words' stems.
func (r *reader) name(name string) string {
	var b strings.Builder
	r.language.Each(name, func(word []byte, _, _ int) {
		if b.Len() > 0 {
			b.WriteByte('_')
		}
		b.WriteString(r.key(word).text)
	})
	if b.Len() == 0 {
		return ""
	}
	return b.String() + "="
}

// base36 writes a document's number in a term.
func base36(n int) string { return strconv.FormatInt(int64(n), 36) }
