package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// decode reads a record of which version control, a disk or a hand may have made anything. Intact is one that text wrote;
// line ends are forgiven, as version control may have made them CRLF. Of any other text the entries are those of lists that
// are whole, and, where version control merged several, of all their lines: it takes whole lines or none. Doubtful are the
// entries of other lines that have an entry's form, and of those that git shows as lines of what both branches come from; a
// journal claims no more than those do, so all of its lines are entries. Whole says that no line is missing, as far as can
// be told. Entries are sorted, and each is there once.
func decode(kind string, text []byte) record {
	if bytes.Contains(text, []byte("\r\n")) {
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	}
	lines := bytes.Count(text, []byte("\n"))
	d := decoder{kind: kind, proven: make([]entry, 0, lines)}
	d.paths.Grow(max(0, len(text)-lines*hex.EncodedLen(sha256.Size)))
	d.read(text)
	if d.intact(text) {
		return record{found: true, intact: true, whole: true, entries: d.proven}
	}
	merged := !d.odd && (d.lists > 1 || d.conflict || d.lists == 1 && len(d.proven)+len(d.likely) > d.files)
	if merged || kind == journalKind {
		d.proven, d.likely = append(d.proven, d.likely...), nil
	}
	if kind == journalKind {
		d.proven, d.ancient = append(d.proven, d.ancient...), nil
	}
	return record{found: true, whole: merged, entries: sorted(d.proven), doubtful: sorted(append(d.likely, d.ancient...))}
}

func sorted(entries []entry) []entry {
	slices.SortFunc(entries, compareEntries)
	return slices.Compact(entries)
}

// decoder is what has been read of a record.
type decoder struct {
	kind     string
	paths    strings.Builder // all of them in one string, without the sums
	proven   []entry         // of whole lists
	likely   []entry         // of other lines
	ancient  []entry         // of what two branches come from
	lists    int             // headings
	files    int             // what the last of them counts
	conflict bool            // a conflict with its marks
	odd      bool            // a line that no record has, or that was cut off
}

// read takes the text apart into lists: each ends before the next heading, or a mark of git's.
func (d *decoder) read(text []byte) {
	var head listHead
	var side byte // the last mark
	from, at := 0, 0
	for line := range bytes.Lines(text) {
		line, next := bytes.TrimSuffix(line, []byte("\n")), at+len(line)
		h, isHead := decodeHead(d.kind, line)
		m := conflictMark(line)
		if isHead || m != 0 {
			d.list(head, text[from:at], side == '|')
			head, from = h, next
		}
		if isHead {
			d.lists, d.files = d.lists+1, h.files
		}
		if m != 0 {
			d.conflict = d.conflict || m == '>' && side == '='
			side = m
		}
		at = next
	}
	d.list(head, text[from:], side == '|')
}

// list reads the lines of a list; ancient are those of what two branches come from.
func (d *decoder) list(head listHead, body []byte, ancient bool) {
	into := &d.likely
	switch {
	case ancient:
		into = &d.ancient
	case head.files == bytes.Count(body, []byte("\n")) && head.sum == sha256.Sum256(body):
		into = &d.proven
	}
	for line := range bytes.Lines(body) {
		line, whole := bytes.CutSuffix(line, []byte("\n"))
		if len(line) == 0 { // an editor's, when a conflict was settled by hand
			continue
		}
		e, ok := decodeLine(line, &d.paths)
		if ok {
			*into = append(*into, e)
		}
		d.odd = d.odd || !ok || !whole
	}
}

// intact reports whether the text, which was read, is one list and as it was written.
func (d *decoder) intact(text []byte) bool {
	first, body, whole := bytes.Cut(text, []byte("\n"))
	return whole && string(first) == heading(d.kind, len(d.proven), sha256.Sum256(body)) &&
		len(d.proven) == bytes.Count(body, []byte("\n")) && inOrder(d.kind, d.proven)
}

func inOrder(kind string, entries []entry) bool {
	for i := 1; i < len(entries); i++ {
		last, e := entries[i-1], entries[i]
		if compareEntries(last, e) >= 0 || kind == manifestKind && last.path == e.path {
			return false
		}
	}
	return true
}

// listHead is what a heading says.
type listHead struct {
	files int
	sum   Sum
}

func decodeHead(kind string, line []byte) (h listHead, ok bool) {
	if len(line) == 0 || line[0] != '#' {
		return listHead{}, false
	}
	var sum []byte
	if _, err := fmt.Sscanf(string(line), "# dossier "+kind+" 2: %d files, %x", &h.files, &sum); err != nil || len(sum) != len(h.sum) {
		return listHead{}, false
	}
	h.sum = Sum(sum)
	return h, string(line) == heading(kind, h.files, h.sum)
}

// conflictMark is the sign of which the line is one of git's marks of a conflict; 0 if it is none.
func conflictMark(line []byte) byte {
	if len(line) < 7 || strings.IndexByte("<|=>", line[0]) < 0 {
		return 0
	}
	label := bytes.TrimLeft(line, string(line[0]))
	if len(line)-len(label) < 7 || len(label) > 0 && label[0] != ' ' {
		return 0
	}
	return line[0]
}

// decodeLine appends the entry's path to paths, and the entry has its part of that.
func decodeLine(line []byte, paths *strings.Builder) (e entry, ok bool) {
	sum, path, found := bytes.Cut(line, []byte("  "))
	if !found || len(sum) != hex.EncodedLen(len(e.sum)) || bytes.ContainsAny(sum, "ABCDEF") {
		return entry{}, false
	}
	if _, err := hex.Decode(e.sum[:], sum); err != nil {
		return entry{}, false
	}
	paths.Write(path)
	e.path = paths.String()[paths.Len()-len(path):]
	return e, badPath(e.path) == ""
}
