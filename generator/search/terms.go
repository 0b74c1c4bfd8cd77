package search

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// Weights of the fields of a document: how often a word counts there.
const (
	inNames   = 16
	inSummary = 2
	inText    = 1
)

// mostTo bounds how much a role says: the square of to how many, so that "members" leads
// to what has many rather than to each that is one, whose text is often shorter.
const mostTo = 8

// most is the highest impact, in three bits.
const most = 7

// posting is a number, of a term or of a document, with how well a document says
// a term.
type posting uint32

func newPosting(number, impact int32) posting { return posting(number)<<3 | posting(impact) }

func (p posting) number() int   { return int(p >> 3) }
func (p posting) impact() int32 { return int32(p & most) }

// impact is how well a document whose text has so many words says a term with
// such a weight, in eighths: BM25 (Robertson and Zaragoza, The Probabilistic
// Relevance Framework, 2009) with k1 = 1.2, b = 0.75 and an average of 150 words,
// in whole numbers, which are the same on every machine.
func impact(weight int32, length int) int32 {
	f := 1000 * int(weight)
	return int32((most + 1) * f / (f + 300 + 6*length))
}

// impact is how well a document's date says a time: best of an event in it, least
// of what only touches it.
func (t Time) impact() int32 {
	switch {
	case t.Within && t.Event:
		return most
	case t.Within:
		return most - 2
	}
	return 1
}

// term is what documents are found by, and the documents, by number.
type term struct {
	text     string
	postings []posting
}

// terms are all terms of the index, as a script sorts them. found has the postings
// of each document by its terms' ids in the dictionary, as read gives them.
func (d *dictionary) sorted(found []string, numbers []int) []term {
	byNumber := make([]int, len(found))
	for i := range byNumber {
		byNumber[i] = i
	}
	slices.SortFunc(byNumber, func(a, b int) int { return cmp.Compare(numbers[a], numbers[b]) })
	ends := make([]int, len(d.terms)) // where the postings of each term end, as they come in
	for _, packed := range found {
		for p := range postings(packed) {
			ends[p.number()]++
		}
	}
	total := 0
	for id, n := range ends {
		ends[id], total = total, total+n
	}
	all := make([]posting, total)
	for _, i := range byNumber {
		for p := range postings(found[i]) {
			id := p.number()
			all[ends[id]] = newPosting(int32(numbers[i]), p.impact())
			ends[id]++
		}
	}
	var out []term
	start := 0
	for id, end := range ends {
		if end > start {
			out = append(out, term{d.terms[id], all[start:end]})
		}
		start = end
	}
	slices.SortFunc(out, func(a, b term) int { return compare(a.text, b.text) })
	return out
}

// compare compares texts as JavaScript does, by UTF-16 (ECMA-262, IsLessThan).
func compare(a, b string) int {
	for i, r := range a {
		if i >= len(b) {
			return 1
		}
		s, _ := utf8.DecodeRuneInString(b[i:])
		if r == s {
			continue
		}
		if r >= 0xE000 && s >= 0xE000 && (r > 0xFFFF) != (s > 0xFFFF) { // surrogates come first
			return cmp.Compare(s, r)
		}
		return cmp.Compare(r, s)
	}
	return cmp.Compare(len(a), len(b))
}
