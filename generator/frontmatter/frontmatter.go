// Package frontmatter reads the YAML that a content file begins with: keys and
// values as YAML 1.1 has them, each with its address, and faults in words that
// say what to write instead.
//
// goldmark-meta (with yaml.v2) says what the values are. It gives no addresses,
// so yaml.v3 reads the same text for those; what the two disagree about
// (anchors, aliases, merges) is refused. Both are slow, so that Reader reads
// what is certainly plain itself, exactly as they would; they stay the
// specification, and the tests compare. What they would repeat without bound,
// or call themselves for too often, never gets to them.
package frontmatter

import (
	"bytes"

	"dossier/generator/diag"
	"dossier/generator/source"
)

// Block is what front matter holds, and where the body begins after it.
type Block struct {
	Fields []Field // in the order of the file; nil when there are none, or faults
	After  int     // offset of the body
	First  int     // the number of the body's first line, from 0
}

// Field is a key of front matter and its value.
type Field struct {
	Key   string
	Pos   diag.Pos // of the key
	Value Value
}

// Value is a decoded YAML value: exactly one of the three forms.
type Value struct {
	Scalar any     // string, bool, int, float64, … or nil
	Raw    string  // a scalar as written, without quotes
	List   []Value // when IsList
	Map    []Field // when IsMap
	IsList bool
	IsMap  bool
	Cut    string // all that was written, when YAML took its end for a comment
	Folded bool   // a scalar on several lines, of which YAML has made one, with spaces
	Pos    diag.Pos
}

// Reader reads the front matter of file after file, with the same memory. The
// zero value is ready to use, by one goroutine at a time.
type Reader struct{ plain plainReader }

// Read finds the front matter of a file and reads it. It is not ok when there
// is nothing to be had from the file, its body included.
func (r *Reader) Read(in *source.File, faults *diag.List) (b Block, ok bool) {
	if !isFence(in.Line(0)) {
		why, body := noFront(in)
		faults.Add(in.Pos(0), diag.FrontMatter, "%s", why)
		return b, body
	}
	n := endFence(in)
	if n < 0 {
		faults.Add(in.Pos(0), diag.FrontMatter, "the front matter never ends; close it with a line of three dashes")
		return b, false
	}
	if n == 1 && n+1 < in.Lines() && startsKey(in.Line(n+1)) {
		faults.Add(in.Pos(in.Start(1)), diag.FrontMatter, "the front matter ends where it begins; delete one of the two lines of three dashes")
		return b, false
	}
	start, end := in.Start(1), in.Start(n)
	b = Block{After: end + len(in.Line(n)), First: n + 1}
	if at, why := excess(in.Text[start:end]); why != "" {
		faults.Add(in.Pos(start+at), diag.TooLarge, "%s", why)
		return b, false
	}
	if b.Fields, ok = r.plain.read(in, start, end); ok {
		return b, true
	}
	b.Fields, ok = decode(in, start, end, faults)
	return b, ok
}

// isFence reports "---" at column 1, the one mark of where front matter begins
// and ends. goldmark-meta would take any line of dashes, cannot tell a block
// that never ends, and prints its errors into the page, so only the decoding is
// left to it.
func isFence(line []byte) bool {
	return bytes.Equal(bytes.TrimRight(line, " \t\n"), []byte("---"))
}

// endFence is the number of the line that ends front matter, or -1.
func endFence(in *source.File) int {
	for n := 1; n < in.Lines(); n++ {
		if isFence(in.Line(n)) {
			return n
		}
	}
	return -1
}
