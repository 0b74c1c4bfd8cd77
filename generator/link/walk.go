package link

import (
	"cmp"
	"slices"

	"dossier/generator/limits"
	"dossier/generator/model"
)

// walker finds the names of a matcher in texts, in one pass over each, whatever
// the number of names. Each distinct word of the prose is folded and stemmed
// once; after that it costs one lookup. A walker is for one goroutine.
type walker struct {
	*matcher
	common   []bool            // by lexeme: the dossier's prose has it as a common noun, as far as is known
	words    map[string]*entry // words of the prose; nil for words of no name
	from, to []state           // of the walk in find
	around   surroundings      // of the match at hand

	// What was met in the text at hand:
	hits   []hit
	nouns  []int32 // lexemes that it has as common nouns
	asked  []int32 // lexemes whose being common mattered; their complement when they were
	noted  marks   // lexemes in nouns
	shared []ambiguity
	told   marks // nodes of shared
	steps  int   // of all walks in find
	stuck  int   // where there were too many steps for the rest of the text; 0, where a tag stands: nowhere
}

func newWalker(e *edition) *walker {
	return &walker{
		matcher: e.matcher, common: e.common, words: map[string]*entry{},
		noted: newMarks(len(e.lexemes)), told: newMarks(len(e.nodes)),
	}
}

// entry looks a word of the prose up.
func (w *walker) entry(word string) *entry {
	e, ok := w.words[word]
	if !ok {
		e = w.read(fold(word, w.lang))
		w.words[word] = e
	}
	return e
}

// isCommon reports whether the dossier's prose has a lexeme as a common noun
// too, and remembers that it was asked.
func (w *walker) isCommon(lexeme int32) bool {
	if w.common[lexeme] {
		w.asked = append(w.asked, ^lexeme)
		return true
	}
	w.asked = append(w.asked, lexeme)
	return false
}

// hit is a word of a text with which a name may begin.
type hit struct {
	token
	entry *entry
}

// survey walks over a text once, for the words with which names may begin and
// for those that tell that a name is a common noun too.
func (w *walker) survey(b *model.Body) {
	w.hits, w.nouns, w.asked, w.shared = w.hits[:0], w.nouns[:0], w.asked[:0], w.shared[:0]
	w.stuck = 0
	w.noted.clear()
	w.told.clear()
	for i := range b.Runs {
		run := &b.Runs[i]
		html := b.HTML[:run.End]
		for at := run.Start; ; {
			before, start, end, word := w.filter.next(html, at)
			if start == end {
				break
			}
			if e := w.entry(html[start:end]); e != nil {
				t := token{start: start, end: end, run: i, joined: before > run.Start || run.Joined, word: word}
				t.spaced = start > before || before == run.Start && i > 0 && b.Runs[i-1].End < run.Start
				w.meet(t, e)
			}
			at = end
		}
	}
}

func (w *walker) meet(t token, e *entry) {
	if e.starts {
		w.hits = append(w.hits, hit{t, e})
	}
	for _, lexeme := range e.common {
		if w.noted.add(lexeme) {
			w.nouns = append(w.nouns, lexeme)
		}
	}
}

type state struct {
	node  int32
	cases cases
}

// match is a name in a text.
type match struct {
	first, last token
	length      int // in tokens
	owners      []int32
	node        int32
	raised      bool // by its first letter alone
}

// find gives the longest name that begins at token first, whose entry is e. It
// finds none once the text has taken too many steps.
func (w *walker) find(b *model.Body, first token, e *entry) (best match) {
	w.from = append(w.from[:0], state{0, anyCase})
	cur, at, raised := after(b, first), first, false
	for length := 1; ; length++ {
		w.to = w.to[:0]
		for _, s := range w.from {
			for _, r := range e.readings {
				next, ok := w.edges[edge{s.node, r.lexeme}]
				if ok && s.cases&r.cases != 0 {
					w.to = append(w.to, state{next, s.cases & r.cases})
					raised = raised || length == 1 && r.raised
				}
			}
		}
		w.steps += 1 + len(w.from)*len(e.readings)
		if w.steps > limits.MaxNameSteps {
			return match{}
		}
		w.from, w.to = w.to, w.from
		if owners, n := w.owners(); owners != nil {
			best = match{first, at, length, owners, n, raised}
		}
		if !slices.ContainsFunc(w.from, func(s state) bool { return w.nodes[s.node].more }) {
			return best
		}
		var ok bool
		if at, ok = cur.next(); !ok || !at.joined {
			return best
		}
		if e = w.entry(b.HTML[at.start:at.end]); e == nil || e.readings == nil {
			return best
		}
	}
}

// owners are all who have a name that ends where the walk is, and the first
// node of them.
func (w *walker) owners() (owners []int32, at int32) {
	for _, s := range w.from {
		n := &w.nodes[s.node]
		switch {
		case n.owners == nil || owners != nil && slices.Equal(owners, n.owners):
		case owners == nil:
			owners, at = n.owners, s.node
		default:
			owners = slices.Concat(owners, n.owners)
			slices.SortFunc(owners, func(a, b int32) int { return cmp.Compare(w.names[a].key, w.names[b].key) })
			owners, at = slices.Compact(owners), min(at, s.node)
		}
	}
	return owners, at
}
