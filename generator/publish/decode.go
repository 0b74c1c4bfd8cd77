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
// line ends are forgiven, as version control may have made them CRLF. Of any other text the entries are those of lines
// that are as text wrote them, and of whole lists of version 2. Doubtful are the entries of other lines that have an
// entry's form, and of those that git shows as lines of what both branches come from; a journal claims no more than those
// do, so all of its lines are entries. Whole says that no line is missing, as far as can be told. Entries are sorted, and
// each is there once.
func decode(kind string, text []byte) record {
	if bytes.Contains(text, []byte("\r\n")) {
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	}
	lines := bytes.Count(text, []byte("\n"))
	d := decoder{kind: kind, proven: make([]entry, 0, lines)}
	d.paths.Grow(max(0, len(text)-lines*hex.EncodedLen(sha256.Size+checkSize)))
	d.read(text)
	r := record{found: true, entries: d.proven, doubtful: d.doubtful}
	if d.intact(text) {
		r.intact, r.whole = true, true
		return r
	}
	if kind == journalKind {
		r.entries, r.doubtful = append(r.entries, r.doubtful...), nil
	}
	r.entries, r.doubtful = sorted(r.entries), sorted(r.doubtful)
	// A single list that was cut off has fewer lines than its heading says; merged ones may have any number.
	r.whole = !d.odd && (d.lists > 1 || d.conflict || d.lists == 1 && len(r.entries) >= d.files)
	return r
}

func sorted(entries []entry) []entry {
	slices.SortFunc(entries, compareEntries)
	return slices.Compact(entries)
}

// decoder is what has been read of a record.
type decoder struct {
	kind             string
	paths            strings.Builder // all of them in one string, without the sums
	proven, doubtful []entry
	lists            int  // headings
	files            int  // what the last of them counts
	conflict         bool // a conflict with its marks
	odd              bool // a line that no record has, or that is damaged
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
	whole := head.version == 2 && head.files == bytes.Count(body, []byte("\n")) && head.sum == sha256.Sum256(body)
	for line := range bytes.Lines(body) {
		e, proven, ok := decodeLine(bytes.TrimSuffix(line, []byte("\n")), &d.paths)
		switch {
		case !ok:
			d.odd = true
		case ancient:
			d.doubtful = append(d.doubtful, e)
		case proven || whole:
			d.proven = append(d.proven, e)
		default:
			d.doubtful, d.odd = append(d.doubtful, e), true
		}
	}
}

// intact reports whether the text, which was read, is one list and as it was written.
func (d *decoder) intact(text []byte) bool {
	first, body, _ := bytes.Cut(text, []byte("\n"))
	return string(first) == heading(d.kind, version, len(d.proven), sha256.Sum256(body)) &&
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
	version, files int
	sum            Sum
}

func decodeHead(kind string, line []byte) (h listHead, ok bool) {
	if len(line) == 0 || line[0] != '#' {
		return listHead{}, false
	}
	var sum []byte
	if _, err := fmt.Sscanf(string(line), "# dossier "+kind+" %d: %d files, %x", &h.version, &h.files, &sum); err != nil || len(sum) != len(h.sum) {
		return listHead{}, false
	}
	h.sum = Sum(sum)
	return h, h.version >= 2 && string(line) == heading(kind, h.version, h.files, h.sum)
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

// decodeLine appends the entry's path to paths, and the entry has its part of that. It is proven if the line's check is
// right; lines of version 2 have none.
func decodeLine(line []byte, paths *strings.Builder) (e entry, proven, ok bool) {
	const sumEnd = 2 * sha256.Size
	sums, path, found := bytes.Cut(line, []byte("  "))
	if !found || len(sums) != sumEnd && (len(sums) != sumEnd+1+2*checkSize || sums[sumEnd] != ' ') {
		return entry{}, false, false
	}
	if _, err := hex.Decode(e.sum[:], sums[:sumEnd]); err != nil || bytes.ContainsAny(sums, "ABCDEF") {
		return entry{}, false, false
	}
	paths.Write(path)
	e.path = paths.String()[paths.Len()-len(path):]
	if badPath(e.path) != "" {
		return entry{}, false, false
	}
	check := e.check()
	return e, len(sums) > sumEnd && string(sums[sumEnd+1:]) == hex.EncodeToString(check[:]), true
}
