package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// alertTransformer marks a block quote whose first line is [!NOTE] or the
// like, as on GitHub; [!CORRECTION] is this project's own.
type alertTransformer struct{}

const alertAttribute = "alert"

var alertLine = regexp.MustCompile(`^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION|CORRECTION)\][ \t]*\n?$`)

func (alertTransformer) Transform(node *ast.Paragraph, reader text.Reader, _ parser.Context) {
	quote, ok := node.Parent().(*ast.Blockquote)
	if !ok || node.PreviousSibling() != nil || node.Lines().Len() == 0 {
		return
	}
	first := node.Lines().At(0)
	m := alertLine.FindSubmatch(bytes.ToUpper(first.Value(reader.Source())))
	if m == nil {
		return
	}
	quote.SetAttributeString(alertAttribute, strings.ToLower(string(m[1])))
	lines := text.NewSegments()
	lines.AppendAll(node.Lines().Sliced(1, node.Lines().Len()))
	node.SetLines(lines)
	if lines.Len() == 0 {
		quote.RemoveChild(quote, node)
	}
}
