package model

import (
	"cmp"
	"slices"
	"strings"

	"dossier/generator/diag"
)

// Body is Markdown made into HTML once, with gaps that later phases fill:
// where a link's address, a heading's level or a mention's link goes depends
// on the page that shows the body. Offsets are in bytes of HTML, ascending;
// filling a gap means inserting text there. HTML is safe to show: raw HTML of
// the source stands in it as escaped text and unsafe addresses are left out.
type Body struct {
	HTML     string
	Runs     []Run
	Links    []Link
	Headings []Heading
	Alerts   []Alert
}

// Run is a stretch of prose in which mentions may be found. It is HTML text
// without tags, with &, <, > and " escaped.
type Run struct {
	Start, End int
	Joined     bool // only white space parts it from the run before it
	Pos        diag.Pos
}

// Link is a link or image as the editor wrote it. The address goes in at
// Href, and, when the editor gave no words ([[id]]), the target's name at
// Label.
type Link struct {
	Target string // as written, with percent escapes and entities decoded
	Wiki   bool   // written as [[id]]
	Image  bool
	Href   int
	Label  int // -1 when the link has words of its own
	Pos    diag.Pos
}

// Heading is a heading of the body. The HTML is `<h` Open `>…</h` Close `>`:
// its level and id go in at Open, its level again at Close.
type Heading struct {
	Level       int // as written: 1 to 6
	ID          string
	Text        string // HTML text without tags
	Open, Close int
}

// Alert is a highlighted block. Its title goes in at Title.
type Alert struct {
	Kind  string // "note", "tip", "important", "warning", "caution" or "correction"
	Title int
}

// Insert is text for a gap of a body.
type Insert struct {
	At   int
	Text string
}

// Fill returns the HTML with the inserts in their places. Of inserts at one
// place the earlier in the list comes first.
func (b Body) Fill(inserts []Insert) string {
	slices.SortStableFunc(inserts, func(x, y Insert) int { return cmp.Compare(x.At, y.At) })
	size := len(b.HTML)
	for _, i := range inserts {
		size += len(i.Text)
	}
	var out strings.Builder
	out.Grow(size)
	at := 0
	for _, i := range inserts {
		out.WriteString(b.HTML[at:i.At])
		out.WriteString(i.Text)
		at = i.At
	}
	out.WriteString(b.HTML[at:])
	return out.String()
}
