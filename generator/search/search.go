// Package search makes the index of an edition: what stands where, so that a
// page opened from disk can search thousands of texts by loading a few small
// files. It does no I/O.
//
// # Documents
//
// A document is a page with a text, or a list of pages. Its number is made from its path (see
// numbers), so that a page more changes hardly another's. What a hit shows, and the
// preview of a link, is a row: rows lie in files "d-<n>.js" by number, the text of
// blocks, in which the page's script looks for the words to mark, in "x-<n>.js".
//
// "rows.js" says how to find the row of a path: the beginning of the path's hash (of
// its UTF-8, 32-bit FNV-1a), "bits" long, is the document's number; of several with
// the same, each has the next number that is free, after the last one 0. So one
// begins with that number and goes on until a row has the path or a number has no
// row. The row of n is in file n >> "rows"; all of these files are there.
//
// # Terms
//
// A term is what a document is found by, with a list of the documents:
//
//	russi          a stem, see package words
//	russi_feder=   a name, the stems of its words joined: of the entities so called
//	@4f            the entity of document 4f (in base 36): the documents that name it
//	#2019-05       a time: what its date touches
//	!k:events !c:russia !y:2019   a kind, a country, a year, to filter by
//
// A list of documents is text: for each, ascending, the difference from the
// number before, less 1, times 8, plus how well it says the term (0 to 7), in digits
// from "0" to "o", of five bits each, the lowest first, with 32 added to all but the last.
//
// Terms lie in files "t-<code points>.js", in hexadecimal, of what the first term
// in it begins with: a term is in the last file that does not begin behind it. They
// are cut where terms part by a character, so that a term more changes few files. A
// term whose list is too long for one file has its own, "t-<code points>.<part>.js".
// "meta.js" has the beginnings of all, these with a dot and the number of their parts.
// In a file, each term is followed by its list, and has in front, instead of what it
// shares with the one before, the number of these characters (of UTF-16).
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
	"slices"
)

// Document is a page to be found.
type Document struct {
	Path string // within the edition, not escaped
	Kind int    // the place of its kind in Index.Kinds
	Land bool   // it is about a country

	// Same stands for all that a document is: with the same one it has the same terms, row
	// and texts in any index of the edition, of another run of the program, too. It is zero
	// where that is not known.
	Same Sum
}

// Content says what documents are, by their places in Index.Documents. It makes that anew each
// time, so that it is never there of all: not of a document, either, that Memory knows by its
// Same. Any goroutine may ask at any time.
type Content interface {
	Said(i int) Said
	Row(i int) Row
	// Passages are what a question's words are looked for in: facts first, which nothing is found
	// by, then the blocks, and last, where the row has not all of it, the summary.
	Passages(i int) []Block
}

// Said is by what a document is found.
type Said struct {
	Title   string
	Summary string
	Names   []string // of an entity, all, in all languages
	Forms   []string // of these, inflected
	Roles   []Role   // what it is to others
	Times   []Time
	Country []int // places in Index.Documents of the countries that it names; the file of each is called as its id
	Named   []int // likewise of the entities that it names
	Text    any   // what Blocks are made from: with the same one they are the same in any index of the edition
	Blocks  func() []Block
}

// Row is what a hit shows of a document, and the preview of a link.
type Row struct {
	Title  string
	Called string // what it is, in the singular; "" for a list
	Brief  string // the summary, or its beginning
	Date   string // in words
	Note   string // a person's role, an article's name

	TitleIn, CalledIn, Lang, DateIn, NoteIn string // the language of each, Lang that of Brief, when it is not the edition's
}

// Role is what a document's subject is to others: "members", to so many, at least one.
type Role struct {
	Words string
	To    int
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
	Kinds     []Kind
	Months    [12][]string // names of the months, in every form
	Documents []Document
	Content   Content
}

// Kind is a kind of documents.
type Kind struct{ ID, Name string } // Name in the plural

// File is one of the files of an index.
type File struct {
	Name   string
	Append func(to []byte) []byte // appends what it has

	// Of is a hash of what it has, before it is made: one of the same name, of any index of
	// the edition, is the same if its Of is. It is zero where that is not known.
	Of Sum
}

// Files are the files of the index: the same for the same index, whatever the order
// of its documents. memory may be that of another index of the edition, and is this
// one's then; nil is for one that has no next.
func (x *Index) Files(memory *Memory) []File {
	keep := memory != nil
	if !keep {
		memory = &Memory{}
	}
	memory.mu.Lock()
	defer memory.mu.Unlock()
	memory.begin(x.Language)
	scale := x.scale()
	numbers := x.numbers(scale)
	terms := memory.dictionary.sorted(x.read(memory, numbers, keep), numbers)
	shards, starts := termFiles(terms, scale.shard)
	out := append(x.documentFiles(numbers, scale), shards...)
	out = append(out, x.meta(scale, starts, terms))
	slices.SortFunc(out, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

// scale says how many numbers of documents there are, 1<<bits; of how many numbers
// there are rows in a file, 1<<rows, and texts, 1<<texts; and how many bytes a file of
// terms may have.
type scale struct{ bits, rows, texts, shard int }

// sparse is how many numbers there are for a document at least: more would make
// lists of documents longer, fewer would let a page more change more numbers.
const sparse = 2

// Files of a large site are larger, so that there are fewer. In a small one a hit
// loads just its own text.
var small, large = struct{ rows, texts, shard int }{4, 1, 1_200}, struct{ rows, texts, shard int }{16, 16, 16_000}

// many documents make a site large.
const many = 1000

func (x *Index) scale() scale {
	s, n, per := scale{bits: 4}, max(len(x.Documents), 1), small
	if n > many {
		per = large
	}
	for 1<<s.bits < sparse*n {
		s.bits++
	}
	for s.rows < s.bits && n<<s.rows < per.rows<<s.bits {
		s.rows++
	}
	for s.texts < s.bits && n<<s.texts < per.texts<<s.bits {
		s.texts++
	}
	s.shard = per.shard
	return s
}

// numbers gives each document its number: the beginning of a hash of its path,
// or the next one free, after the last one 0.
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
	out, taken := make([]int, len(all)), make([]bool, 1<<s.bits)
	for _, h := range all {
		n := h.number
		for taken[n] {
			n = (n + 1) % len(taken)
		}
		out[h.at], taken[n] = n, true
	}
	return out
}
