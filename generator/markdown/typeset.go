package markdown

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"

	"dossier/generator/typography"
)

// flow is the text of one block as a reader sees it, through emphasis and
// links, and what typography changes in it.
type flow struct {
	setter typography.Setter
	text   []byte
	block  ast.Node
	pieces []piece
	due    []typography.Edit // by offset in the source, in the order they are written
	next   int               // the first that is not written yet
}

// piece is a part of a flow's text that stems from a node.
type piece struct {
	start, end int      // with the line end behind it
	node       ast.Node // *ast.Text or *wikiLink
}

// emptied is a flow with no block that uses the memory of this one.
func (f *flow) emptied() flow {
	return flow{setter: f.setter, text: f.text[:0], pieces: f.pieces[:0], due: f.due[:0]}
}

// opaque is what a flow has in place of code, a picture or an address. Beside
// quotation marks it counts as a word.
const opaque = 'x'

// typeset finds what typography changes in the block of an inline node.
func (r *recorder) typeset(n ast.Node) {
	block := blockOf(n)
	if block == r.flow.block {
		return
	}
	f := &r.flow
	f.block, f.text, f.pieces, f.due, f.next = block, f.text[:0], f.pieces[:0], f.due[:0], 0
	f.add(block, r.source.Text)
	k := 0
	for _, e := range f.setter.Edits(f.text) {
		for k < len(f.pieces) && f.pieces[k].end <= e.At {
			k++
		}
		if k < len(f.pieces) && f.pieces[k].start <= e.At {
			f.spread(k, e)
		}
	}
	f.joinLines()
}

// spread applies an edit to the pieces from k on. A run of signs may be parted
// among texts, since goldmark begins a new one where a link might begin.
func (f *flow) spread(k int, e typography.Edit) {
	last := k
	for e.At+e.N > f.pieces[last].end {
		t, ok := f.pieces[last].node.(*ast.Text)
		if last++; !ok || last == len(f.pieces) {
			return
		}
		if next, ok := f.pieces[last].node.(*ast.Text); !ok || next.Segment.Start != t.Segment.Stop {
			return
		}
	}
	for ; k <= last; k++ {
		n := min(e.N, f.pieces[k].end-e.At)
		f.apply(f.pieces[k], typography.Edit{At: e.At, N: n, With: e.With})
		e = typography.Edit{At: e.At + n, N: e.N - n}
	}
}

// add appends the text below a node.
func (f *flow) add(n ast.Node, source []byte) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		start := len(f.text)
		switch c := c.(type) {
		case *ast.Text:
			f.text = append(f.text, c.Segment.Value(source)...)
			if c.SoftLineBreak() || c.HardLineBreak() {
				f.text = append(f.text, '\n')
			}
			if !c.IsRaw() && c.Segment.Padding == 0 {
				f.pieces = append(f.pieces, piece{start, len(f.text), c})
			}
		case *wikiLink:
			if len(c.words) == 0 {
				f.text = append(f.text, opaque)
				continue
			}
			f.text = append(f.text, c.words...)
			f.pieces = append(f.pieces, piece{start, len(f.text), c})
		case *ast.CodeSpan, *ast.Image, *ast.AutoLink:
			f.text = append(f.text, opaque)
		case *ast.RawHTML:
		default:
			f.add(c, source)
		}
	}
}

// apply notes an edit for the node that it is in. A link's words change at
// once: nothing else is known by where they stand.
func (f *flow) apply(p piece, e typography.Edit) {
	switch n := p.node.(type) {
	case *ast.Text:
		at := n.Segment.Start + e.At - p.start
		if at < n.Segment.Stop {
			f.due = append(f.due, typography.Edit{At: at, N: e.N, With: e.With})
		} else if n.SoftLineBreak() {
			n.SetSoftLineBreak(false)
			f.due = append(f.due, typography.Edit{At: at, With: e.With})
		}
	case *wikiLink:
		at := e.At - p.start + len(n.words) - (p.end - p.start) // after the edits before it
		n.words = bytes.Join([][]byte{n.words[:at], n.words[at+e.N:]}, []byte(e.With))
	}
}

// joinLines drops the line ends between characters that no space parts.
func (f *flow) joinLines() {
	for _, p := range f.pieces {
		t, ok := p.node.(*ast.Text)
		if !ok || !t.SoftLineBreak() || p.end == len(f.text) || p.end < 2 || f.text[p.end-2] < utf8.RuneSelf || f.text[p.end] < utf8.RuneSelf {
			continue
		}
		before, _ := utf8.DecodeLastRune(f.text[:p.end-1])
		after, _ := utf8.DecodeRune(f.text[p.end:])
		if f.setter.Joins(before, after) {
			t.SetSoftLineBreak(false)
		}
	}
}

// setText writes a text with its edits. A run ends where the number of
// characters changes, so that an address can be counted from its beginning.
func (r *recorder) setText(t *ast.Text) {
	at, stop := t.Segment.Start, t.Segment.Stop
	if t.IsRaw() || t.Segment.Padding > 0 {
		r.text(t, at, func() { html.DefaultWriter.Write(r, t.Segment.Value(r.source.Text)) })
		return
	}
	for r.next < len(r.due) && r.due[r.next].At < at { // of what is not shown
		r.next++
	}
	source := r.source.Text
	for first := true; first || at < stop || r.edited(stop); first = false {
		r.text(t, at, func() {
			for r.edited(stop) {
				e := r.due[r.next]
				r.next++
				html.DefaultWriter.Write(r, source[at:e.At])
				r.WriteString(e.With)
				at = e.At + e.N
				if utf8.RuneCountInString(e.With) != e.N {
					return
				}
			}
			html.DefaultWriter.Write(r, source[at:stop])
			at = stop
		})
	}
}

// edited reports whether there is one more edit in the text that ends at stop.
func (r *recorder) edited(stop int) bool {
	if r.next == len(r.due) {
		return false
	}
	e := &r.due[r.next]
	return e.At < stop || e.At == stop && e.N == 0
}

// angleParser keeps << and >> together, which else may begin a tag.
type angleParser struct{}

func (angleParser) Trigger() []byte { return []byte{'<'} }

func (angleParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("<<")) {
		return nil
	}
	block.Advance(2)
	return ast.NewTextSegment(segment.WithStop(segment.Start + 2))
}
