package buffer

import (
	"strings"
	"unicode/utf8"
)

// Link is a link of a body: [[target#heading|words]], or [words](target#heading).
// One that is being typed may lack its end.
type Link struct {
	Wiki        bool
	From, To    int // all of it
	Target, End int // of what it names, up to "#"
	Heading     int // behind "#"; -1 when it names none
	HeadingEnd  int
	Closed      bool // its brackets are
}

// LinkAt finds the link that a cursor at an offset is in.
func (t *Text) LinkAt(offset int) (Link, bool) {
	from, to := t.Line(t.LineOf(offset))
	line, at := t.src[from:to], min(offset, to)-from
	l, ok := wikiAt(line, at)
	if !ok {
		l, ok = linkAt(line, at)
	}
	if !ok {
		return Link{}, false
	}
	l.Heading, l.HeadingEnd = -1, -1
	if n := strings.IndexByte(line[l.Target:l.End], '#'); n >= 0 {
		l.Heading, l.HeadingEnd = l.Target+n+1, l.End
		l.End = l.Target + n
	}
	for _, p := range []*int{&l.From, &l.To, &l.Target, &l.End} {
		*p += from
	}
	if l.Heading >= 0 {
		l.Heading, l.HeadingEnd = l.Heading+from, l.HeadingEnd+from
	}
	return l, true
}

// wikiAt finds [[…]] around a place in a line.
func wikiAt(line string, at int) (Link, bool) {
	open := strings.LastIndex(line[:at], "[[")
	if strings.HasPrefix(line[at:], "[[") {
		open = at
	}
	if open < 0 || strings.Contains(line[open:at], "]]") && !strings.HasSuffix(line[open:at], "]]") {
		return Link{}, false
	}
	l := Link{Wiki: true, From: open, Target: open + 2, To: len(line)}
	rest := line[l.Target:]
	if n := strings.Index(rest, "]]"); n >= 0 && !strings.Contains(rest[:n], "[[") {
		l.To, l.Closed = l.Target+n+2, true
		rest = rest[:n]
	} else if n := strings.IndexAny(rest, "[].,;:!?()\""); n >= 0 { // the prose goes on
		l.To = l.Target + n
		rest = rest[:n]
	}
	l.End = l.Target + len(rest)
	if n := strings.IndexByte(rest, '|'); n >= 0 {
		l.End = l.Target + n
		if l.End > l.Target && line[l.End-1] == '\\' { // in a table
			l.End--
		}
	}
	return l, true
}

// linkAt finds [words](target) around a place in a line.
func linkAt(line string, at int) (Link, bool) {
	middle := strings.LastIndex(line[:at], "](")
	if middle < 0 || strings.HasPrefix(line[at:], "[") || strings.ContainsRune(line[middle:at], ')') && !strings.HasSuffix(line[middle:at], ")") {
		n := strings.Index(line[at:], "](")
		if n < 0 || strings.ContainsRune(strings.TrimPrefix(line[at:at+n], "["), '[') {
			return Link{}, false
		}
		middle = at + n
	}
	open := strings.LastIndexByte(line[:middle], '[')
	if open < 0 || open > at {
		return Link{}, false
	}
	l := Link{From: open, Target: middle + 2, To: len(line), End: len(line)}
	if open > 0 && line[open-1] == '!' { // a picture
		l.From--
	}
	if n := strings.IndexByte(line[l.Target:], ')'); n >= 0 {
		l.End, l.To, l.Closed = l.Target+n, l.Target+n+1, true
	}
	if n := strings.IndexAny(line[l.Target:l.End], " \t"); n >= 0 { // a title
		l.End = l.Target + n
	}
	return l, true
}

// Heading is a heading of a body.
type Heading struct {
	Level    int
	Line     int
	From, To int // of its words
}

// Headings finds the headings of a text from an offset on, in its order. What
// stands in quotations and lists is left out.
func (t *Text) Headings(body int) []Heading {
	var out []Heading
	fence, before := "", -1 // before is the line of a paragraph above
	for n := t.LineOf(body); n < t.Lines(); n++ {
		from, to := t.Line(n)
		if from = max(from, body); from > to {
			continue
		}
		line := strings.TrimRight(t.src[from:to], " \t")
		indent := len(line) - len(strings.TrimLeft(line, " "))
		text := line[indent:]
		switch {
		case fence != "":
			if strings.HasPrefix(text, fence) && strings.Trim(text, fence[:1]) == "" {
				fence = ""
			}
		case indent > 3 && before < 0:
		case strings.HasPrefix(text, "```") || strings.HasPrefix(text, "~~~"):
			fence, before = text[:len(text)-len(strings.TrimLeft(text, text[:1]))], -1
		case depthOf(text) > 0:
			k := depthOf(text)
			words := strings.TrimSpace(strings.TrimRight(text[k:], "#"))
			at := from + indent + k + strings.Index(text[k:], words)
			out = append(out, Heading{k, n, at, at + len(words)})
			before = -1
		case before >= 0 && text != "" && (strings.Trim(text, "=") == "" || strings.Trim(text, "-") == ""):
			f, to := t.Line(before)
			f = skipSpace(t.src, f, to)
			k := 1
			if text[0] == '-' {
				k = 2
			}
			out = append(out, Heading{k, before, f, f + len(strings.TrimRight(t.src[f:to], " \t"))})
			before = -1
		case text == "" || strings.ContainsRune(">-*+|", rune(text[0])):
			before = -1
		default:
			before = n
		}
	}
	return out
}

// depthOf is the level of a line that is a heading with number signs; 0 of any other.
func depthOf(text string) int {
	k := len(text) - len(strings.TrimLeft(text, "#"))
	if k == 0 || k > 6 || k < len(text) && text[k] != ' ' && text[k] != '\t' {
		return 0
	}
	return k
}

func isWord(c byte) bool { return !strings.ContainsRune(" \t\r\n,;()[]{}\"|", rune(c)) }

// WordAt is the stretch of a line without spaces and brackets that begins at an
// offset, at least one byte of it unless the line ends there.
func (t *Text) WordAt(offset int) (to int) {
	_, end := t.Line(t.LineOf(offset))
	for to = offset; to < end && isWord(t.src[to]); to++ {
	}
	if to == offset && to < end {
		_, size := utf8.DecodeRuneInString(t.src[to:end])
		to += size
	}
	return to
}
