package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"dossier/generator/diag"
	"dossier/generator/prose"
)

// mark is a [^name] that no footnote of the body has: the name of a source, or of nothing.
type mark struct {
	ast.BaseInline
	name string
}

var kindMark = ast.NewNodeKind("Mark")

func (*mark) Kind() ast.NodeKind { return kindMark }

func (n *mark) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Name": n.name}, nil)
}

// markParser comes behind the parser of footnotes, and knows the same triggers: "![^name]"
// is no picture, but a mark behind what is called out.
type markParser struct{}

func (markParser) Trigger() []byte { return []byte{'!', '['} }

func (markParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	rest, called := bytes.CutPrefix(line, []byte("!"))
	rest, ok := bytes.CutPrefix(rest, []byte("[^"))
	name, after, closed := bytes.Cut(rest, []byte("]"))
	if !ok || !closed || len(name) == 0 || bytes.ContainsAny(name, " \t[\n") || isDestination(after) {
		return nil
	}
	if called {
		parent.AppendChild(parent, ast.NewTextSegment(text.NewSegment(segment.Start, segment.Start+1)))
	}
	block.Advance(len(line) - len(after))
	return &mark{name: string(name)}
}

// renderMark leaves a slot for the mark, in tags that keep it out of what is quoted, and what
// stands before and behind it from being one name.
func renderMark(r *recorder, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	m := n.(*mark)
	if r.mute > 0 {
		r.strayMark(m)
		return ast.WalkContinue
	}
	r.WriteString("<sup>")
	r.doc.Notes = append(r.doc.Notes, prose.Note{Name: m.name, At: r.buf.Len(), Pos: r.source.Pos(n.Pos())})
	r.WriteString("</sup>")
	return ast.WalkContinue
}

// strayMark reports a mark where there can be no link.
func (r *recorder) strayMark(m *mark) {
	r.faults.AddError(r.source.Pos(m.Pos()), diag.Footnote, "[^%s] stands in the words of a link or a picture, which lead nowhere else; write it behind these", m.name)
}
