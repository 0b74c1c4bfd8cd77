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

// posting is a term's number, with how well a document says the term.
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

// term is what documents are found by, with the list of them as a file has it.
type term struct {
	text string
	list []byte
}

// sorted are all terms of the index, as a script sorts them. found has the postings
// of each document by its terms' ids in the dictionary, as read gives them. All lists are
// one text, of which it is reckoned first where each begins.
func (d *dictionary) sorted(found []string, numbers []int) []term {
	byNumber := make([]int, len(found))
	for i := range byNumber {
		byNumber[i] = i
	}
	slices.SortFunc(byNumber, func(a, b int) int { return cmp.Compare(numbers[a], numbers[b]) })
	last := make([]int, len(d.terms)) // the number that the list of each term had last
	each := func(say func(id, n int)) {
		for id := range last {
			last[id] = -1
		}
		for _, i := range byNumber {
			for p := range postings(found[i]) {
				id := p.number()
				say(id, (numbers[i]-last[id]-1)*(most+1)+int(p.impact()))
				last[id] = numbers[i]
			}
		}
	}
	ends := make([]int, len(d.terms)) // of the lists, as they grow
	each(func(id, n int) { ends[id] += digits(n) })
	total := 0
	for id, n := range ends {
		ends[id], total = total, total+n
	}
	all := make([]byte, total)
	each(func(id, n int) { ends[id] = len(appendNumber(all[:ends[id]], n)) })
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
