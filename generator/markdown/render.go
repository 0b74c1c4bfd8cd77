package markdown

import (
	"bytes"
	"cmp"
	stdhtml "html"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"dossier/generator/diag"
	"dossier/generator/prose"
)

// nodeRenderer replaces goldmark's renderers where the output has slots or
// must be safe.
type nodeRenderer struct{}

func (nodeRenderer) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	for kind, f := range map[ast.NodeKind]func(*recorder, ast.Node, bool) ast.WalkStatus{
		ast.KindText:                    renderText,
		ast.KindCodeSpan:                renderCodeSpan,
		ast.KindHeading:                 renderHeading,
		ast.KindLink:                    renderLink,
		ast.KindImage:                   renderImage,
		ast.KindAutoLink:                renderAutoLink,
		ast.KindEmphasis:                renderEmphasis,
		ast.KindRawHTML:                 renderRawHTML,
		ast.KindLinkReferenceDefinition: renderDefinition,
		ast.KindHTMLBlock:               renderHTMLBlock,
		ast.KindBlockquote:              renderBlockquote,
		ast.KindParagraph:               renderParagraph,
		ast.KindList:                    renderList,
		ast.KindListItem:                renderListItem,
		kindCaption:                     renderCaption,
		extast.KindTaskCheckBox:         renderTask,
		extast.KindTable:                renderTable,
		extast.KindTableCell:            renderTableCell,
		extast.KindFootnoteList:         renderFootnoteList,
		kindWikiLink:                    renderWikiLink,
		kindMark:                        renderMark,
	} {
		reg.Register(kind, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
			r := w.(*recorder)
			if r.full {
				return ast.WalkStop, nil
			}
			return f(r, n, entering), nil
		})
	}
}

func renderText(r *recorder, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	t := n.(*ast.Text)
	r.typeset(n)
	r.setText(t)
	if !t.IsRaw() {
		r.signs(t)
	}
	switch {
	case t.HardLineBreak():
		r.WriteString("<br>\n")
	case t.SoftLineBreak():
		r.WriteByte('\n')
		if r.heading != nil {
			r.words.WriteByte(' ')
		}
	}
	return ast.WalkContinue
}

func renderCodeSpan(r *recorder, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	r.WriteString("<code>")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		value := bytes.ReplaceAll(c.(*ast.Text).Segment.Value(r.source.Text), []byte("\n"), []byte(" "))
		html.DefaultWriter.RawWrite(r, value)
		if r.heading != nil {
			r.words.Write(util.EscapeHTML(value))
		}
	}
	r.WriteString("</code>")
	return ast.WalkSkipChildren
}

func renderHeading(r *recorder, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		r.WriteString("<h")
		r.heading = &prose.Heading{Level: n.(*ast.Heading).Level, Open: r.buf.Len()}
		r.words.Reset()
		r.headingID = r.writtenID(n)
		r.WriteString(">")
		return ast.WalkContinue
	}
	r.WriteString("</h")
	r.heading.Close = r.buf.Len()
	r.WriteString(">\n")
	r.heading.Text = r.words.String()
	name := stdhtml.UnescapeString(r.heading.Text)
	if r.headingID != "" {
		name = r.headingID
	}
	r.heading.ID = r.ids.generate(name)
	r.doc.Headings = append(r.doc.Headings, *r.heading)
	r.heading = nil
	return ast.WalkContinue
}

func renderLink(r *recorder, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		r.mute--
		r.WriteString("</a>")
		return ast.WalkContinue
	}
	r.mute++
	l := n.(*ast.Link)
	r.refersTo(l.Reference)
	r.WriteString("<a")
	href := r.buf.Len()
	r.title(l.Title)
	r.WriteString(">")
	r.link(n, prose.Link{Target: r.target(l.Destination), Href: href, Label: -1})
	return ast.WalkContinue
}

func renderAutoLink(r *recorder, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	a := n.(*ast.AutoLink)
	label := util.EscapeHTML(a.Label(r.source.Text))
	if r.heading != nil {
		r.words.Write(label)
	}
	if r.mute > 0 { // words of a link
		r.Write(label)
		return ast.WalkContinue
	}
	target := string(a.URL(r.source.Text))
	if a.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(target), "mailto:") {
		target = "mailto:" + target
	}
	r.WriteString("<a")
	href := r.buf.Len()
	r.WriteString(` dir="ltr">`) // in text that runs the other way, too; and print gives the address no second time
	r.Write(label)
	r.WriteString("</a>")
	r.link(n, prose.Link{Target: target, Href: href, Label: -1})
	return ast.WalkContinue
}

func renderImage(r *recorder, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	i := n.(*ast.Image)
	r.refersTo(i.Reference)
	r.WriteString("<img")
	href := r.buf.Len()
	r.WriteString(` alt="`)
	before := r.buf.Len()
	ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		switch c := c.(type) {
		case *ast.Text:
			if entering {
				html.DefaultWriter.Write(r, c.Segment.Value(r.source.Text))
			}
		case *ast.AutoLink:
			if entering {
				r.Write(util.EscapeHTML(c.Label(r.source.Text)))
			}
		case *ast.Link:
			r.refersTo(c.Reference)
		case *mark:
			if entering {
				r.strayMark(c)
			}
		}
		return ast.WalkContinue, nil
	})
	if len(bytes.TrimSpace(r.buf.Bytes()[before:])) == 0 {
		r.faults.Add(r.source.Pos(n.Pos()), diag.MissingAlt, "this picture has no words for those who cannot see it; write them in the brackets: ![what it shows](%s)", i.Destination)
	}
	r.WriteString(`"`)
	r.title(i.Title)
	r.WriteString(">")
	r.link(n, prose.Link{Target: r.target(i.Destination), Image: true, Href: href, Label: -1})
	return ast.WalkSkipChildren
}

func renderWikiLink(r *recorder, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	w := n.(*wikiLink)
	r.typeset(n)
	r.WriteString("<a")
	l := prose.Link{Target: string(w.target), Wiki: true, Href: r.buf.Len(), Label: -1}
	r.WriteString(">")
	plain := util.EscapeHTML(w.words)
	switch {
	case len(w.words) == 0:
		l.Label = r.buf.Len()
	case bytes.ContainsAny(w.words, "*_`~"):
		words := r.phrase(string(w.words), r.source.Pos(n.Pos()), r.faults)
		plain = util.EscapeHTML([]byte(words.Plain))
		r.WriteString(cmp.Or(words.HTML, string(plain)))
	default:
		html.DefaultWriter.Write(r, w.words)
	}
	if r.heading != nil {
		r.words.Write(plain)
	}
	r.WriteString("</a>")
	r.link(n, l)
	return ast.WalkContinue
}

func renderBlockquote(r *recorder, n ast.Node, entering bool) ast.WalkStatus {
	kind, isAlert := n.AttributeString(alertAttribute)
	switch {
	case isAlert && entering:
		k := kind.(string)
		before, after := ">\n"+`<p class="alert-title">`, "</p>\n"
		if _, titled := n.AttributeString(titleAttribute); titled { // in the first paragraph; the kind is for those who do not see the colour
			before, after = ` aria-label="`, `">`+"\n"
		}
		r.WriteString(`<section class="alert alert-` + k + `" role="note"` + before)
		r.doc.Alerts = append(r.doc.Alerts, prose.Alert{Kind: k, Title: r.buf.Len()})
		r.WriteString(after)
	case isAlert:
		r.WriteString("</section>\n")
	case entering:
		r.WriteString("<blockquote>\n")
	default:
		r.WriteString("</blockquote>\n")
	}
	return ast.WalkContinue
}

// renderTable puts a table in a box of its own, which can scroll on a narrow
// screen and be reached by keyboard.
func renderTable(r *recorder, _ ast.Node, entering bool) ast.WalkStatus {
	if entering {
		r.WriteString("<div class=\"table\" role=\"group\" tabindex=\"0\">\n<table>\n")
	} else {
		r.WriteString("</table>\n</div>\n")
	}
	return ast.WalkContinue
}

// renderTableCell says the alignment with a class; goldmark would use a style
// attribute, which the pages' security policy forbids.
func renderTableCell(r *recorder, n ast.Node, entering bool) ast.WalkStatus {
	tag := "td"
	if n.Parent().Kind() == extast.KindTableHeader && n.HasChildren() { // what is empty heads nothing
		tag = "th"
	}
	if !entering {
		r.WriteString("</" + tag + ">\n")
		return ast.WalkContinue
	}
	r.WriteString("<" + tag)
	if a := n.(*extast.TableCell).Alignment; a != extast.AlignNone {
		r.WriteString(` class="align-` + a.String() + `"`)
	}
	r.WriteString(">")
	return ast.WalkContinue
}
