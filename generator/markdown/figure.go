package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A picture alone in its paragraph, which may be a link, is a figure: the
// paragraph is marked with figureAttribute, and what was the picture's title
// becomes a caption, its last child.
const figureAttribute = "figure"

// caption holds the inline nodes of a figure's caption, or is plain text.
type caption struct {
	ast.BaseBlock
	plain string
}

var kindCaption = ast.NewNodeKind("Caption")

func (*caption) Kind() ast.NodeKind { return kindCaption }

func (n *caption) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// figures makes a figure of each paragraph that holds a picture and nothing else.
func (p *Parser) figures(tree ast.Node, src []byte) {
	_ = ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || n.Kind() != ast.KindParagraph {
			return ast.WalkContinue, nil
		}
		picture := onlyPicture(n)
		if picture == nil {
			return ast.WalkSkipChildren, nil
		}
		n.SetAttributeString(figureAttribute, true)
		if c := p.caption(picture.Title, src, n); c != nil {
			n.AppendChild(n, c)
			picture.Title = nil
		}
		return ast.WalkSkipChildren, nil
	})
}

// onlyPicture gives the picture that is all of a paragraph, or nil.
func onlyPicture(n ast.Node) *ast.Image {
	child := n.FirstChild()
	if child != nil && child.NextSibling() == nil && child.Kind() == ast.KindLink {
		child = child.FirstChild()
	}
	if child == nil || child.NextSibling() != nil {
		return nil
	}
	picture, _ := child.(*ast.Image)
	return picture
}

// caption parses a title where it stands in the paragraph, since a tree holds
// addresses in the source. One that does not stand there as a whole (of a
// reference, or broken by the signs of a quotation) is plain text.
func (p *Parser) caption(title, src []byte, paragraph ast.Node) *caption {
	if len(bytes.TrimSpace(title)) == 0 {
		return nil
	}
	c := &caption{}
	lines := paragraph.Lines()
	start := lines.At(0).Start
	at := bytes.LastIndex(src[start:lines.At(lines.Len()-1).Stop], title)
	if at < 0 {
		c.plain = p.language.Typeset(string(util.UnescapePunctuations(title)))
		return c
	}
	from, to := start+at, start+at+len(title)
	line := to
	if i := bytes.IndexByte(title, '\n'); i >= 0 {
		line = from + i + 1
	}
	reader := text.NewReader(src[:to])
	reader.SetPosition(0, text.NewSegment(from, line))
	words := p.phrases.Parse(reader).FirstChild()
	for n := words.FirstChild(); n != nil; n = words.FirstChild() {
		c.AppendChild(c, n)
	}
	return c
}

func renderParagraph(r *recorder, n ast.Node, entering bool) ast.WalkStatus {
	if r.isComment(n) {
		return ast.WalkSkipChildren
	}
	tag, class := "p", ""
	if _, ok := n.AttributeString(figureAttribute); ok {
		tag = "figure"
	}
	if _, ok := n.AttributeString(titleAttribute); ok {
		class = ` class="alert-title"`
	}
	if entering {
		r.WriteString("<" + tag + class + ">")
	} else {
		r.WriteString("</" + tag + ">\n")
	}
	return ast.WalkContinue
}

func renderCaption(r *recorder, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		r.WriteString("<figcaption>")
		r.Write(util.EscapeHTML([]byte(n.(*caption).plain)))
	} else {
		r.WriteString("</figcaption>")
	}
	return ast.WalkContinue
}
