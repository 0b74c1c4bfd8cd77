package names

import (
	"slices"

	"dossier/generator/intset"
	"dossier/generator/limits"
	"dossier/generator/prose"
)

// Reader finds the names of a matcher in texts, in one pass over each, whatever
// the number of names. Each distinct word of the prose is folded and stemmed
// once; after that it costs one lookup. A reader is for one goroutine.
type Reader struct {
	m        *Matcher
	common   Common            // as far as is known
	words    map[string]*entry // words of the prose; nil for words of no name
	from, to []state           // of the walk in find
	around   surroundings      // of the match at hand

	// What was found in the text at hand:
	hits []hit
	Findings
	noted    intset.Set // lexemes in nouns
	named    intset.Set // lexemes in names
	found    []Found
	seen     intset.Set // entities that are linked or found
	reported intset.Set // names in Shared
	steps    int        // of all walks in find
}

// NewReader makes a reader that asks common, which must not be changed while it
// reads.
func (m *Matcher) NewReader(common Common) *Reader {
	return &Reader{
		m: m, common: common, words: map[string]*entry{},
		noted: intset.New(len(m.lexemes)), named: intset.New(len(m.lexemes)), seen: intset.New(len(m.entities)), reported: intset.New(len(m.nodes)),
	}
}

// Nouns reads a text in which no mentions are wanted: it may have common nouns
// all the same.
func (r *Reader) Nouns(b *prose.Body) Findings {
	r.collect(b)
	return r.findings()
}

// Mentions finds the mentions of a text, in their order. Entities that are
// linked in it already, given by their indices, get none. The list of mentions
// is overwritten when the next text is read.
func (r *Reader) Mentions(b *prose.Body, linked []int) ([]Found, Findings) {
	r.collect(b)
	r.seen.Clear()
	for _, i := range linked {
		r.seen.Add(int32(i))
	}
	r.search(b)
	return r.found, r.findings()
}

func (r *Reader) findings() Findings {
	return Findings{Shared: slices.Clone(r.Shared), Stuck: r.Stuck, nouns: slices.Clone(r.nouns), names: slices.Clone(r.names), asked: slices.Clone(r.asked)}
}

// hit is a word of a text with which a name may begin.
type hit struct {
	token
	entry *entry
}

// collect goes over a text once and collects the words with which names may
// begin, and the names that the text has as common nouns.
func (r *Reader) collect(b *prose.Body) {
	r.hits, r.found = r.hits[:0], r.found[:0]
	r.nouns, r.names, r.asked, r.Shared, r.Stuck = r.nouns[:0], r.names[:0], r.asked[:0], r.Shared[:0], 0
	r.noted.Clear()
	r.named.Clear()
	r.reported.Clear()
	for i := range b.Runs {
		run := &b.Runs[i]
		html, begin := b.HTML[:run.End], int(run.Start)
		for at := begin; ; {
			before, start, end, word := r.m.filter.next(html, at)
			if start == end {
				break
			}
			if e := r.entry(html[start:end]); e != nil {
				t := token{start: start, end: end, run: i, joined: before > begin || run.Joined, word: word}
				t.spaced = start > before || before == begin && i > 0 && b.Runs[i-1].End < run.Start
				r.note(t, e)
			}
			at = end
		}
	}
}

// note keeps what a word is good for.
func (r *Reader) note(t token, e *entry) {
	if e.starts {
		r.hits = append(r.hits, hit{t, e})
	}
	for _, lexeme := range e.common {
		if r.noted.Add(lexeme) {
			r.nouns = append(r.nouns, lexeme)
		}
	}
}

// entry looks a word of the prose up.
func (r *Reader) entry(word string) *entry {
	e, ok := r.words[word]
	if !ok {
		e = r.m.look(r.m.language.fold(word))
		r.words[word] = e
	}
	return e
}

// isCommon reports whether the dossier's prose has a lexeme as a common noun,
// too, and remembers that it was asked.
func (r *Reader) isCommon(lexeme int32) bool {
	if r.common.is(lexeme) {
		r.asked = append(r.asked, ^lexeme)
		return true
	}
	r.asked = append(r.asked, lexeme)
	return false
}

// search finds the first place where the text names each entity that is not yet
// seen, among the words that were collected, and the places where a name stands
// alone in a list or table: beside names that are links it would look forgotten.
func (r *Reader) search(b *prose.Body) {
	end := -1 // of the name before
	r.steps = 0
	for i := range r.hits {
		h := &r.hits[i]
		if h.start < end {
			continue
		}
		found := r.find(b, h.token, h.entry)
		if r.steps > limits.MaxNameSteps {
			r.Stuck = h.start
			break
		}
		if found.length == 0 {
			continue
		}
		before := end
		end = found.last.end
		lexeme := r.m.nodes[found.node].single
		counted := lexeme < 0 || r.named.Has(lexeme)
		known := len(found.owners) == 1 && r.seen.Has(found.owners[0])
		again := known && alone(b.HTML, h.start, end)
		if known && counted && !again {
			continue
		}
		doubtful := r.doubtful(b, found, before)
		if !counted && !doubtful && !r.around.likeNoun() {
			r.named.Add(lexeme)
			r.names = append(r.names, lexeme)
		}
		if known && !again || doubtful {
			continue
		}
		if len(found.owners) > 1 {
			if r.reported.Add(found.node) {
				r.Shared = append(r.Shared, Shared{found.node, found.owners[0], found.owners[1], int32(h.start), int32(end)})
			}
			continue
		}
		r.seen.Add(found.owners[0])
		r.found = append(r.found, Found{int(found.owners[0]), h.start, end})
	}
}
