package record

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// Decode reads the text of a record of which version control, a disk or a hand may have made
// anything. It forgives line ends, as version control may have made them CRLF.
func Decode(kind Kind, text []byte) Record {
	r := decode(kind, text)
	r.Found, r.Sum = true, sha256.Sum256(text)
	return r
}

func decode(kind Kind, text []byte) Record {
	if bytes.Contains(text, []byte("\r\n")) {
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	}
	lines := bytes.Count(text, []byte("\n"))
	d := decoder{kind: kind, proven: make([]Entry, 0, lines)}
	d.paths.Grow(max(0, len(text)-lines*hex.EncodedLen(sha256.Size)))
	d.read(text)
	if d.intact(text) {
		return Record{Intact: true, Whole: true, Entries: d.proven}
	}
	merged := !d.odd && (d.lists > 1 || d.conflict || d.lists == 1 && len(d.proven)+len(d.likely) > d.files)
	if merged || kind == Journal {
		d.proven, d.likely = append(d.proven, d.likely...), nil
	}
	if kind == Journal {
		d.proven, d.ancient = append(d.proven, d.ancient...), nil
	}
	return Record{Whole: merged, Entries: Sorted(d.proven), Doubtful: Sorted(append(d.likely, d.ancient...))}
}

// decoder is what has been read of a record.
type decoder struct {
	kind     Kind
	paths    strings.Builder // all of them in one string, without the sums
	proven   []Entry         // of whole lists
	likely   []Entry         // of other lines
	ancient  []Entry         // of what git shows as the common ancestor
	lists    int             // headings
	files    int             // what the last of them counts
	conflict bool            // a conflict with its marks
	odd      bool            // a line that no record has, or that was cut off
}

// read divides the text into lists: each ends before the next heading, or the next of git's marks.
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

// list reads the lines of a list; ancient ones are those of the common ancestor of two branches.
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

// intact reports whether the text, which has been read, is one list, as it was written.
func (d *decoder) intact(text []byte) bool {
	first, body, whole := bytes.Cut(text, []byte("\n"))
	return whole && string(first) == heading(d.kind, len(d.proven), sha256.Sum256(body)) &&
		len(d.proven) == bytes.Count(body, []byte("\n")) && inOrder(d.kind, d.proven)
}

func inOrder(kind Kind, entries []Entry) bool {
	for i := 1; i < len(entries); i++ {
		last, e := entries[i-1], entries[i]
		if Compare(last, e) >= 0 || kind == Manifest && last.Path == e.Path {
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

func decodeHead(kind Kind, line []byte) (h listHead, ok bool) {
	if len(line) == 0 || line[0] != '#' {
		return listHead{}, false
	}
	var sum []byte
	_, err := fmt.Sscanf(string(line), "# dossier "+string(kind)+" 2: %d files, %x", &h.files, &sum)
	if err != nil || len(sum) != len(h.sum) {
		return listHead{}, false
	}
	h.sum = Sum(sum)
	return h, string(line) == heading(kind, h.files, h.sum)
}

// conflictMark is the sign that one of git's marks of a conflict is made of: < | = or >. It is 0
// for any other line.
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

// decodeLine appends the path to paths; that of the entry is a part of the same string.
func decodeLine(line []byte, paths *strings.Builder) (e Entry, ok bool) {
	sum, path, found := bytes.Cut(line, []byte("  "))
	if !found || len(sum) != hex.EncodedLen(len(e.Sum)) || bytes.ContainsAny(sum, "ABCDEF") {
		return Entry{}, false
	}
	if _, err := hex.Decode(e.Sum[:], sum); err != nil {
		return Entry{}, false
	}
	paths.Write(path)
	e.Path = paths.String()[paths.Len()-len(path):]
	return e, BadPath(e.Path) == ""
}
