package buffer

import "strings"

// MarkAt finds the name in [^…] that a cursor at an offset is in. One that is being typed
// may lack its end: then it goes up to the cursor.
func (t *Text) MarkAt(offset int) (from, to int, closed, ok bool) {
	start, end := t.Line(t.LineOf(offset))
	offset = min(offset, end)
	open := strings.LastIndex(t.src[start:offset], "[^")
	if open < 0 {
		return 0, 0, false, false
	}
	from = start + open + len("[^")
	if strings.ContainsAny(t.src[from:offset], " \t[]") {
		return 0, 0, false, false
	}
	if n := strings.IndexAny(t.src[offset:end], " \t[]"); n >= 0 && t.src[offset+n] == ']' {
		return from, offset + n, true, true
	}
	return from, offset, false, true
}
