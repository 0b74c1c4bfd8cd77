package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"dossier/generator/diag"
	"dossier/generator/frontmatter"
	"dossier/generator/limits"
	"dossier/generator/prose"
	"dossier/generator/source"
)

// Scratch is memory that Parse uses again for file after file. The zero value
// is ready to use, by one goroutine at a time.
type Scratch struct {
	rec   recorder
	front frontmatter.Reader
	file  source.File
}

// recorder is the writer that goldmark renders into. Node renderers reach it
// through the writer they are handed, and note offsets in it.
type recorder struct {
	output
	checker
	phrase func(string, diag.Pos, *diag.List) Phrase // reads the words of [[…|…]]
	doc    Doc

	mute      int // inside links, images, code: no runs
	heading   *prose.Heading
	headingID string       // written behind it as {#id}
	words     bytes.Buffer // of the heading
	ids       headingIDs
	prose     ast.Node // block of the last run

	raw    rawTags
	paired map[ast.Node]bool   // nodes whose tags are in tags
	tags   map[ast.Node]string // those that pass as HTML

	definitions []*ast.LinkReferenceDefinition
	referred    map[string]bool // labels of definitions that a link uses

	squeezed []byte // a block's source but for white space

	flow // of the block at hand, for its typography
}

// recorder returns the recorder for a body of the given number of bytes.
func (s *Scratch) recorder(in *source.File, size int, faults *diag.List) *recorder {
	old := &s.rec
	clear(old.ids)
	old.buf.Reset()
	d := &old.doc
	s.rec = recorder{
		output: output{buf: old.buf, limit: max(limits.MinOutput, limits.MaxGrowth*size)}, checker: checker{source: in, faults: faults},
		words: old.words, squeezed: old.squeezed, ids: old.ids, flow: old.flow.emptied(),
		doc: Doc{Body: prose.Body{Runs: d.Runs[:0], Links: d.Links[:0], Headings: d.Headings[:0], Alerts: d.Alerts[:0], Blocks: d.Blocks[:0], Notes: d.Notes[:0]}},
	}
	if s.rec.ids == nil {
		s.rec.ids = headingIDs{}
	}
	return &s.rec
}

// text writes an inline text node and records it as a run, or as words of
// the heading it is in.
func (r *recorder) text(n ast.Node, offset int, write func()) {
	start := r.buf.Len()
	write()
	end := r.buf.Len()
	if r.heading != nil {
		r.words.Write(r.buf.Bytes()[start:end])
		return
	}
	if r.mute > 0 || end == start {
		return
	}
	block := blockOf(n)
	run := prose.Run{Start: int32(start), End: int32(end)}
	if k := len(r.doc.Runs) - 1; k >= 0 && block == r.prose {
		between := r.buf.Bytes()[r.doc.Runs[k].End:start]
		run.Joined = len(bytes.TrimSpace(between)) == 0
		run.Line, run.Col = r.doc.Runs[k].Line, r.doc.Runs[k].Col
	}
	if offset >= 0 {
		pos := r.source.Pos(offset)
		run.Line, run.Col = int32(pos.Line), int32(pos.Col)
	}
	r.prose = block
	r.doc.Runs = append(r.doc.Runs, run)
}

// blockOf is the block that an inline node stands in.
func blockOf(n ast.Node) ast.Node {
	for n = n.Parent(); n.Type() == ast.TypeInline; n = n.Parent() {
	}
	return n
}

// block records a top-level block whose HTML begins at start.
func (r *recorder) block(n ast.Node, start int) {
	b := prose.Block{Start: int32(start), End: int32(r.buf.Len()), ID: -1}
	html := r.buf.Bytes()[start:]
	if len(html) == 0 {
		return
	}
	if n.Kind() != ast.KindHeading {
		b.ID = b.Start + int32(bytes.IndexAny(html, " >"))
	}
	from, to := n.Pos(), len(r.source.Text)
	for next := n.NextSibling(); next != nil; next = next.NextSibling() {
		if next.Pos() > from { // a table has the address of the words above it
			to = next.Pos()
			break
		}
	}
	if from >= 0 {
		b.Hash, r.squeezed = prose.HashOf(r.squeezed, withoutComments(r.source.Text[from:to]))
	}
	r.doc.Blocks = append(r.doc.Blocks, b)
}

// withoutComments gives a text less what its readers do not see: a remark that
// is put in makes no translation stale.
func withoutComments(text []byte) []byte {
	if !bytes.Contains(text, []byte("<!--")) {
		return text
	}
	var kept []byte
	for {
		before, rest, _ := bytes.Cut(text, []byte("<!--"))
		kept = append(kept, before...)
		_, after, ends := bytes.Cut(rest, []byte("-->"))
		if !ends {
			return append(kept, rest...)
		}
		text = after
	}
}

// target is the address of a link as a browser would read it. Its bytes count as
// made, since many links may have it from one reference; it is "" when they do
// not fit.
func (r *recorder) target(destination []byte) string {
	if !r.fits(len(destination)) {
		return ""
	}
	r.targets += len(destination)
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(destination))))
}

// link records a link. One whose address may not be shown is a fault instead,
// and its slots stay empty.
func (r *recorder) link(n ast.Node, l prose.Link) {
	l.Pos = r.source.Pos(n.Pos())
	if strings.Contains(l.Target, "{{") || strings.Contains(l.Target, "{%") {
		r.template(n.Pos())
		return
	}
	if why := unsafeTarget(l); why != "" {
		r.faults.Add(l.Pos, diag.UnsafeLink, "%s", why)
		return
	}
	r.doc.Links = append(r.doc.Links, l)
}

func (r *recorder) title(title []byte) {
	if title != nil {
		r.WriteString(` title="`)
		html.DefaultWriter.Write(r, title)
		r.WriteString(`"`)
	}
}
