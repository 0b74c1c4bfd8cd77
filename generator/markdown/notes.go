package markdown

import (
	"bytes"
	"fmt"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"dossier/generator/diag"
	"dossier/generator/prose"
)

// notes is what the parsers of blocks find, to be reported after the parse.
type notes struct {
	faults      []note
	footnotes   []footnote
	lastComment int // offset of the last "-->" of the file, plus 2; -1: not looked for yet
}

// note is a fault at an offset of the source.
type note struct {
	at   int
	why  string
	lost bool // something of the text would not be shown
}

type footnote struct {
	at   int
	node *extast.Footnote
}

var notesKey = parser.NewContextKey()

func notesOf(pc parser.Context) *notes {
	n, ok := pc.Get(notesKey).(*notes)
	if !ok {
		n = &notes{lastComment: -1}
		pc.Set(notesKey, n)
	}
	return n
}

// report adds what was found to the faults of the file, and the footnotes to its body.
func (n *notes) report(r *recorder) {
	in, faults := r.source, r.faults
	for _, x := range n.faults {
		if x.lost {
			faults.AddError(in.Pos(x.at), diag.NotUnderstood, "%s", x.why)
		} else {
			faults.Add(in.Pos(x.at), diag.NotUnderstood, "%s", x.why)
		}
	}
	first := map[string]int{}
	for _, f := range n.footnotes {
		label := string(f.node.Ref)
		r.doc.Notes = append(r.doc.Notes, prose.Note{Name: label, At: -1, Pos: in.Pos(f.at)})
		line, twice := first[label]
		switch {
		case twice:
			faults.Add(in.Pos(f.at), diag.Footnote, "the footnote %q is defined twice, first on line %d; give this one another name", label, line)
			continue
		case f.node.Index < 0:
			faults.Add(in.Pos(f.at), diag.Footnote, "nothing refers to the footnote %q, so it is not shown; write [^%s] in the text, or delete it", label, label)
		}
		first[label] = in.Pos(f.at).Line
	}
}

// footnotes is goldmark's extension, with a list of all definitions: it drops
// those that nothing refers to.
type footnotes struct{}

func (footnotes) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(
		parser.WithBlockParsers(util.Prioritized(footnoteBlocks{extension.NewFootnoteBlockParser()}, 999)),
		parser.WithInlineParsers(util.Prioritized(extension.NewFootnoteParser(), 101)),
		parser.WithASTTransformers(util.Prioritized(extension.NewFootnoteASTTransformer(), 999)),
	)
	m.Renderer().AddOptions(renderer.WithNodeRenderers(
		util.Prioritized(extension.NewFootnoteHTMLRenderer(extension.WithFootnoteIDPrefixFunction(footnotePrefix)), 500)))
}

type footnoteBlocks struct{ parser.BlockParser }

func (p footnoteBlocks) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	node, state := p.BlockParser.Open(parent, reader, pc)
	if f, ok := node.(*extast.Footnote); ok {
		n := notesOf(pc)
		n.footnotes = append(n.footnotes, footnote{segment.Start + len(line) - len(bytes.TrimLeft(line, " ")), f})
	}
	return node, state
}

// renderDefinition keeps the definition of an address, which is not shown.
func renderDefinition(r *recorder, n ast.Node, entering bool) ast.WalkStatus {
	if d := n.(*ast.LinkReferenceDefinition); entering && !isRemark(d) {
		r.definitions = append(r.definitions, d)
	}
	return ast.WalkSkipChildren
}

// isRemark reports a "[//]: # (remark)", which some write for themselves.
func isRemark(d *ast.LinkReferenceDefinition) bool {
	return len(d.Destination) == 0 || string(d.Destination) == "#"
}

// refersTo notes the definition of an address that a link uses, if it does.
func (r *recorder) refersTo(ref *ast.ReferenceLink) {
	if ref == nil {
		return
	}
	if r.referred == nil {
		r.referred = map[string]bool{}
	}
	r.referred[util.ToLinkReference(ref.Value)] = true
}

// unusedDefinitions reports the definitions of addresses that no link uses.
func (r *recorder) unusedDefinitions() {
	first := map[string]int{}
	for _, d := range r.definitions {
		at, label := d.Lines().At(0).Start, util.ToLinkReference(d.Label)
		line, twice := first[label]
		switch {
		case twice:
			r.notUnderstood(at, fmt.Sprintf("the address [%s] is defined twice, first on line %d, which counts; give this one another name, or delete it", d.Label, line))
			continue
		case !r.referred[label]:
			r.notUnderstood(at, fmt.Sprintf("nothing refers to the address [%s], so it is not shown; write [words][%s] in the text, or delete it", d.Label, d.Label))
		}
		first[label] = r.source.Pos(at).Line
	}
}
