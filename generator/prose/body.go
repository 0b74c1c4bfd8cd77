// Package prose is what a text looks like once it is HTML: bodies with slots for
// what depends on the page, sentences quoted from them, and how a text has
// changed since it was translated. markdown makes bodies; nothing changes them.
package prose

import (
	"cmp"
	"slices"
	"strings"

	"dossier/generator/diag"
)

// Body is Markdown made into HTML once, with slots that later phases fill: a
// link's address, a heading's level and a mention's link depend on the page that
// shows the body. Offsets are in bytes of HTML, ascending; filling a slot means
// inserting text there. HTML is safe to show: raw HTML of
// the source stands in it as escaped text and unsafe addresses are left out.
type Body struct {
	HTML     string
	Runs     []Run
	Links    []Link
	Headings []Heading
	Alerts   []Alert
	Blocks   []Block
	Notes    []Note
}

// Run is a stretch of prose outside headings, links, images and code, in which
// mentions may be found: HTML text without tags, with &, <, > and " escaped.
// There are more of them than of anything else in a corpus, so that a run does
// not name its file, and its numbers are small.
type Run struct {
	Start, End int32
	Line, Col  int32 // where it stands in the file, as in diag.Pos
	Joined     bool  // only white space parts it from the run before it, in the same block
}

// Pos is the address of the run in the file it is of.
func (r *Run) Pos(file string) diag.Pos {
	return diag.Pos{File: file, Line: int(r.Line), Col: int(r.Col)}
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

// IsExternal reports a link that leaves the dossier: to the web, or to write mail.
func (l *Link) IsExternal() bool {
	scheme, _, ok := strings.Cut(l.Target, ":")
	if !ok || l.Wiki || l.Image {
		return false
	}
	scheme = strings.ToLower(scheme)
	return scheme == "http" || scheme == "https" || scheme == "mailto"
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

// Block is a top-level block: a paragraph, list, heading and so on, but not
// the footnotes. Editions of a text have the same blocks in the same order.
// There are many of them, so that their numbers are small.
type Block struct {
	Start, End int32 // of its HTML
	ID         int32 // where ` id="…"` goes in; -1 for a heading, which has one
	Hash       Hash  // of its source but for comments
}

// Holds reports an offset within the block.
func (x Block) Holds(at int) bool { return int(x.Start) <= at && at < int(x.End) }

// Note is a name in [^…]. The body has a footnote of that name, or refers to one that it
// does not have: then it may be a source's, and the mark that leads there goes in at At.
type Note struct {
	Name string
	At   int // -1 for a footnote of the body
	Pos  diag.Pos
}

// Alerting are the blocks in which the alerts of a kind stand, one for each.
func (b *Body) Alerting(kind string) []int {
	var blocks []int
	for _, a := range b.Alerts {
		at := slices.IndexFunc(b.Blocks, func(x Block) bool { return x.Holds(a.Title) })
		if a.Kind == kind && at >= 0 {
			blocks = append(blocks, at)
		}
	}
	return blocks
}

// HeadingPlace is the block that the heading with an id stands in, and how many
// headings of that block come before it: editions have them in the same place.
func (b *Body) HeadingPlace(id string) (block, nth int) {
	for _, h := range b.Headings {
		for block < len(b.Blocks) && int(b.Blocks[block].End) <= h.Open { // beyond the last: in a footnote
			block, nth = block+1, 0
		}
		if h.ID == id {
			return block, nth
		}
		nth++
	}
	panic("prose: the body has no heading " + id)
}

// HeadingAt is the id of the heading in a place; "" when none is there.
func (b *Body) HeadingAt(block, nth int) string {
	if block >= len(b.Blocks) {
		return ""
	}
	for _, h := range b.Headings {
		if b.Blocks[block].Holds(h.Open) {
			if nth == 0 {
				return h.ID
			}
			nth--
		}
	}
	return ""
}

// Insert is text for a slot of a body.
type Insert struct {
	At   int
	Text string
}

// Fill returns the HTML with the inserts in their places. Of inserts at one
// place the earlier in the list comes first.
func (b Body) Fill(inserts []Insert) string {
	sortInserts(inserts)
	html, _ := b.fill(0, len(b.HTML), inserts)
	return html
}

// FillBlocks is Fill for each block by itself; what follows the last block
// (the footnotes) comes as one more when there is any.
func (b Body) FillBlocks(inserts []Insert) []string {
	sortInserts(inserts)
	var out []string
	at := 0
	for _, block := range b.Blocks {
		var html string
		html, inserts = b.fill(int(block.Start), int(block.End), inserts)
		out = append(out, html)
		at = int(block.End)
	}
	if rest, _ := b.fill(at, len(b.HTML), inserts); strings.TrimSpace(rest) != "" {
		out = append(out, rest)
	}
	return out
}

// BeginsWithParagraph reports that the first block is a paragraph of prose.
func (b *Body) BeginsWithParagraph() bool {
	return len(b.Blocks) > 0 && strings.HasPrefix(b.HTML[b.Blocks[0].Start:], "<p")
}

func sortInserts(inserts []Insert) {
	slices.SortStableFunc(inserts, func(x, y Insert) int { return cmp.Compare(x.At, y.At) })
}

// fill fills a part of the HTML from sorted inserts and returns those beyond
// it.
func (b Body) fill(from, to int, inserts []Insert) (string, []Insert) {
	size := to - from
	n := 0
	for ; n < len(inserts) && inserts[n].At <= to; n++ {
		size += len(inserts[n].Text)
	}
	if n == 0 {
		return b.HTML[from:to], inserts
	}
	var out strings.Builder
	out.Grow(size)
	for _, i := range inserts[:n] {
		out.WriteString(b.HTML[from:i.At])
		out.WriteString(i.Text)
		from = i.At
	}
	out.WriteString(b.HTML[from:to])
	return out.String(), inserts[n:]
}
