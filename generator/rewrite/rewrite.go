// Package rewrite edits content files byte for byte: what is not edited keeps its
// line ends, its byte order mark, its comments and its quotation marks. It takes and
// gives the bytes of files and does no I/O.
//
// Edited front matter is read again: an edit after which it does not say what it should,
// and otherwise the same, is none that this package knows how to make.
package rewrite

import (
	"bytes"
	"cmp"
	"slices"

	"dossier/generator/diag"
)

// Edit puts other bytes in the place of those from one offset up to another.
type Edit struct {
	From, To int
	New      string
}

// Apply makes edits, in any order. Of two that overlap, or are equal, only the first in
// the file is made.
func Apply(src []byte, edits []Edit) []byte {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b Edit) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	var out bytes.Buffer
	at := 0
	for i, e := range edits {
		if e.From < at || i > 0 && e == edits[i-1] {
			continue
		}
		out.Write(src[at:e.From])
		out.WriteString(e.New)
		at = e.To
	}
	out.Write(src[at:])
	return out.Bytes()
}

// Fixes makes those fixes whose place is as it was when they were found, and gives
// them.
func Fixes(src []byte, fixes []diag.Fix) (out []byte, made []diag.Fix) {
	var edits []Edit
	for _, f := range fixes {
		from, to, ok := f.Range(src)
		if !ok || slices.ContainsFunc(edits, func(e Edit) bool { return from < e.To && e.From < to || e.From == from && e.To == to }) {
			continue
		}
		edits, made = append(edits, Edit{from, to, f.New}), append(made, f)
	}
	return Apply(src, edits), made
}

// lineEnd is the offset of the end of the line that an offset is in, before what ends it.
func lineEnd(src []byte, at int) int {
	if n := bytes.IndexAny(src[at:], "\r\n"); n >= 0 {
		return at + n
	}
	return len(src)
}

// lineStart is the offset of the first byte of that line.
func lineStart(src []byte, at int) int { return 1 + bytes.LastIndexAny(src[:at], "\r\n") }

// nextLine is the offset of the line after that one.
func nextLine(src []byte, at int) int {
	end := lineEnd(src, at)
	return end + len(ending(src[end:]))
}

// ending is what ends the first line of a text: "\n", "\r\n", "\r" or, at the end of a
// file, "".
func ending(src []byte) string {
	end := lineEnd(src, 0)
	switch {
	case bytes.HasPrefix(src[end:], []byte("\r\n")):
		return "\r\n"
	case end < len(src):
		return string(src[end : end+1])
	}
	return ""
}
