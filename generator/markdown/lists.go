package markdown

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	extast "github.com/yuin/goldmark/extension/ast"
)

// yearItem is a list of one number that is all an item says ("- 1995. Quiet."):
// its writer meant the text. It gives the number, or "".
func (r *recorder) yearItem(list *ast.List) string {
	item := list.FirstChild()
	if !list.IsOrdered() || list.ChildCount() != 1 || list.PreviousSibling() != nil || list.Parent().Kind() != ast.KindListItem {
		return ""
	}
	if _, ok := item.FirstChild().(*ast.TextBlock); !ok {
		return ""
	}
	n, digits := r.writtenNumber(item)
	if n < 0 {
		return ""
	}
	return string(digits) + string(list.Marker)
}

func renderList(r *recorder, n ast.Node, entering bool) ast.WalkStatus {
	l := n.(*ast.List)
	number := r.yearItem(l)
	switch {
	case number != "" && entering:
		r.WriteString(number + " ")
	case number != "":
		r.WriteByte('\n')
	case !l.IsOrdered() && entering:
		r.WriteString(map[bool]string{false: "<ul>\n", true: "<ul class=\"short\">\n"}[r.isShort(l)])
	case !l.IsOrdered():
		r.WriteString("</ul>\n")
	case entering:
		r.WriteString("<ol")
		if l.Start != 1 {
			r.WriteString(" start=\"" + strconv.Itoa(l.Start) + "\"")
		}
		if r.hasYears(l) {
			r.WriteString(` class="years"`)
		}
		r.WriteString(">\n")
	default:
		r.WriteString("</ol>\n")
	}
	if entering && number == "" && l.IsOrdered() {
		r.numberItems(l)
	}
	return ast.WalkContinue
}

// isShort reports a list of four items or more of which each is a word or two: such go into
// columns.
func (r *recorder) isShort(l *ast.List) bool {
	for c := l.FirstChild(); c != nil; c = c.NextSibling() {
		block, ok := c.FirstChild().(*ast.TextBlock)
		if !ok || block.NextSibling() != nil || block.Lines().Len() != 1 || utf8.RuneCount(bytes.TrimSpace(block.Lines().Value(r.source.Text))) > 18 {
			return false
		}
	}
	return l.ChildCount() > 3
}

// hasYears reports numbers that need more room than a list leaves for them.
func (r *recorder) hasYears(l *ast.List) bool {
	for c := l.FirstChild(); c != nil; c = c.NextSibling() {
		if n, _ := r.writtenNumber(c); n >= 100 {
			return true
		}
	}
	return false
}

// numberItems notes the numbers that a browser would not count to, so that
// each item keeps what its writer wrote. All ones (or zeros) are Markdown's
// way to have them counted.
func (r *recorder) numberItems(l *ast.List) {
	same := l.Start <= 1
	for c := l.FirstChild(); c != nil && same; c = c.NextSibling() {
		n, _ := r.writtenNumber(c)
		same = n == l.Start
	}
	next := l.Start
	for c := l.FirstChild(); c != nil; c = c.NextSibling() {
		n, digits := r.writtenNumber(c)
		if n >= 0 && len(digits) > 1 && digits[0] == '0' {
			r.notUnderstood(c.Pos(), "a list would show "+string(digits)+" without its zero; write "+string(digits)+`\`+string(l.Marker))
		}
		if !same && n >= 0 && n != next {
			c.SetAttributeString("value", n)
			next = n
		}
		next++
	}
}

func renderListItem(r *recorder, n ast.Node, entering bool) ast.WalkStatus {
	if r.yearItem(n.Parent().(*ast.List)) != "" {
		return ast.WalkContinue
	}
	if !entering {
		r.WriteString("</li>\n")
		return ast.WalkContinue
	}
	r.WriteString("<li")
	if v, ok := n.AttributeString("value"); ok {
		r.WriteString(` value="` + strconv.Itoa(v.(int)) + `"`)
	}
	r.WriteString(">")
	if c := n.FirstChild(); c != nil && c.Kind() != ast.KindTextBlock {
		if l, ok := c.(*ast.List); !ok || r.yearItem(l) == "" {
			r.WriteByte('\n')
		}
	}
	return ast.WalkContinue
}

func renderTask(r *recorder, n ast.Node, entering bool) ast.WalkStatus {
	switch {
	case !entering:
	case n.(*extast.TaskCheckBox).IsChecked:
		r.WriteString("☑ ")
	default:
		r.WriteString("☐ ")
	}
	return ast.WalkContinue
}

// strikethrough is goldmark's, but for a single ~: it is more often meant for
// what stands low (H~2~O), and "about".
type strikethrough struct{}

func (strikethrough) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithInlineParsers(util.Prioritized(doubleTilde{extension.NewStrikethroughParser()}, 500)))
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(extension.NewStrikethroughHTMLRenderer(), 500)))
}

type doubleTilde struct{ parser.InlineParser }

func (p doubleTilde) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if line, _ := block.PeekLine(); len(line) < 2 || line[1] != '~' {
		return nil
	}
	return p.InlineParser.Parse(parent, block, pc)
}

func (p doubleTilde) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	if c, ok := p.InlineParser.(parser.CloseBlocker); ok {
		c.CloseBlock(parent, block, pc)
	}
}
