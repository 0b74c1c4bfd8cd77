// Package search makes the index of an edition: what stands where, so that a
// page opened from disk can search thousands of texts by loading a few small
// files. It does no I/O.
//
// # Documents
//
// A document is a page with a text. Its number is made from its path (see
// numbers), so that a page more changes hardly another's. What a hit shows lies in
// files "d-<n>.js" by number, the text of its blocks, in which the page's script
// looks for the words to mark, in "x-<n>.js".
//
// # Terms
//
// A term is what a document is found by, with a list of the documents:
//
//	russi          a stem, see package words
//	russi_feder=   a name, the stems of its words joined: of the entities so called
//	@4f            the entity of document 4f (in base 36): the documents that name it
//	#2019-05       a time: what its date touches
//	!k:2 !c:4f !y:2019   a kind, a country, a year, to filter by
//
// A list of documents is text: for each, ascending, the difference from the
// number before, less 1, times 8, plus how well it says the term (0 to 7), in base 64
// digits of five bits each, the lowest first, with 32 added to all but the last.
//
// Terms lie in files "t-<code points>.js", one for all terms with a prefix, in
// hexadecimal: a file that would have more than MaxShard bytes is divided by the
// character that follows. So a term more changes one file. In a file, each term
// but what it shares with the one before is followed by its list.
//
// # Scores
//
// How well a document says a term is BM25's part for the term's frequency, with
// one length for the average of all (so that no text changes another's), in
// eighths. The part for the term's rarity is the script's, from the length of the
// list.
package search

import (
	"cmp"
	"hash/fnv"
	"math/bits"
	"slices"
	"strconv"
	"sync"

	"dossier/generator/parallel"
)

// MaxShard is how many bytes a file of terms may have.
const MaxShard = 16_000

// Document is a page to be found.
type Document struct {
	Path    string // within the edition, not escaped
	Kind    int    // the place of its kind in Index.Kinds
	Lang    string // of title, summary and text, when it is not the edition's
	Title   string
	Summary string
	Date    string   // in words
	Note    string   // a person's role, an article's name
	Names   []string // of an entity, all, in all languages and forms
	Times   []Time
	Country []int // numbers in Index.Documents of the countries that it names
	Named   []int // likewise of the entities that it names
	Blocks  []Block
}

// Time is a year "2019", a month "2019-05" or a day that a document's date touches.
type Time struct {
	EDTF   string
	Within bool // the date lies in it
	Event  bool // it is when the thing itself was, not what a text is about
}

// Block is a part of a text that can be led to.
type Block struct {
	Number int // of the block's id, p_1 and so on; 0 for what has none
	Text   string
}

// Index is what is found in an edition.
type Index struct {
	Language  string // BCP 47
	Kinds     []string
	Months    [12][]string // names of the months, in every form
	Documents []Document
}

// File is one of the files of an index.
type File struct {
	Name string
	Body []byte
}

// Weights of the fields of a document: how often a word counts there.
const (
	inNames   = 16
	inSummary = 2
	inText    = 1
)

// Files makes the files of the index: the same bytes for the same index,
// whatever the order of its documents.
func (x *Index) Files() []File {
	scale := x.scale()
	numbers := x.numbers(scale)
	shards, prefixes := termFiles(x.terms(numbers))
	out := append(x.documentFiles(numbers, scale), shards...)
	out = append(out, x.meta(numbers, scale, prefixes))
	slices.SortFunc(out, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

// scale says how numbers of documents are made, of which there are 1<<bits, and
// how many there are in a file of rows and in one of texts: 1<<rows and 1<<texts.
type scale struct{ bits, rows, texts int }

// sparse is how many numbers there are for a document at least: more would make
// lists of documents longer, fewer would let a page more change more numbers.
const sparse = 2

// Documents in a file, about: of a small site one text, as a hit may load one, and
// many rows, as ten hits load most of their files anyway; of a large one more texts,
// as there are ever more files.
const (
	rowsPerFile, rowsPerFileOfMany   = 32, 16
	textsPerFile, textsPerFileOfMany = 1, 4
	many                             = 1000
)

func (x *Index) scale() scale {
	s := scale{bits: 4}
	for 1<<s.bits < sparse*len(x.Documents) {
		s.bits++
	}
	rows, texts := rowsPerFile, textsPerFile
	if len(x.Documents) > many {
		rows, texts = rowsPerFileOfMany, textsPerFileOfMany
	}
	s.rows, s.texts = bits.Len(uint(rows*sparse-1)), bits.Len(uint(texts*sparse-1))
	return s
}

// numbers gives each document its number: the beginning of a hash of its path,
// or the next one free.
func (x *Index) numbers(s scale) []int {
	type hashed struct{ at, number int }
	all := make([]hashed, len(x.Documents))
	for i, d := range x.Documents {
		h := fnv.New32a()
		h.Write([]byte(d.Path))
		all[i] = hashed{i, int(h.Sum32() >> (32 - s.bits))}
	}
	slices.SortFunc(all, func(a, b hashed) int {
		return cmp.Or(cmp.Compare(a.number, b.number), cmp.Compare(x.Documents[a.at].Path, x.Documents[b.at].Path))
	})
	for i := 1; i < len(all); i++ {
		all[i].number = max(all[i].number, all[i-1].number+1)
	}
	most := 1<<s.bits - 1
	for i := len(all) - 1; i >= 0; i-- {
		all[i].number = min(all[i].number, most)
		most = all[i].number - 1
	}
	out := make([]int, len(all))
	for _, h := range all {
		out[h.at] = h.number
	}
	return out
}

// base36 writes a document's number in a term.
func base36(n int) string { return strconv.FormatInt(int64(n), 36) }

// term is what documents are found by.
type term struct {
	text     string
	postings []posting
}

// posting is a document with how well it says a term.
type posting struct {
	number int
	impact uint8
}

// terms are all terms of the index, sorted by code points, each with its
// documents by number.
func (x *Index) terms(numbers []int) []term {
	const batch = 16
	var collectors []*collector
	var mu sync.Mutex
	parallel.Each(len(x.Documents), batch, func() func(int) {
		c := newCollector(x, numbers)
		mu.Lock()
		defer mu.Unlock()
		collectors = append(collectors, c)
		return c.document
	})
	all := map[string][]posting{}
	for _, c := range collectors {
		for id, text := range c.terms {
			all[text] = append(all[text], c.postings[id]...)
		}
	}
	out := make([]term, 0, len(all))
	for text, postings := range all {
		slices.SortFunc(postings, func(a, b posting) int { return cmp.Compare(a.number, b.number) })
		out = append(out, term{text, postings})
	}
	slices.SortFunc(out, func(a, b term) int { return cmp.Compare(a.text, b.text) })
	return out
}
