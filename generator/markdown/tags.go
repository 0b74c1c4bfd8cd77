package markdown

import (
	"bytes"
	stdhtml "html"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"dossier/generator/diag"
	"dossier/generator/limits"
)

// plainTag matches the tags that pass as HTML: those for which Markdown has
// nothing, without attributes but for the title of an abbreviation.
var plainTag = regexp.MustCompile(`^(?i)<(/?)(?:(sub|sup|kbd|abbr)[ \t]*|(br)[ \t]*/?|(abbr)[ \t\n]+title[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)')[ \t]*)>`)

// tagName matches the name of any tag, for the message.
var tagName = regexp.MustCompile(`</?([A-Za-z][A-Za-z0-9-]*)`)

// htmlBlocks is goldmark's parser of HTML blocks, but for two kinds that begin a
// paragraph: a line that begins with a tag that passes, and one that goes on
// after a comment. A comment that never ends is text as well.
type htmlBlocks struct{ parser.BlockParser }

func (p htmlBlocks) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	line = bytes.TrimLeft(line, " ")
	if bytes.HasPrefix(line, []byte("<!--")) {
		n := notesOf(pc)
		if n.lastComment < 0 {
			n.lastComment = bytes.LastIndex(reader.Source(), []byte("-->")) + 2
		}
		if n.lastComment < segment.Start+4 || goesOn(reader.Source()[segment.Start:]) {
			return nil, parser.NoChildren
		}
	} else if plainTag.Match(line) {
		return nil, parser.NoChildren
	}
	return p.BlockParser.Open(parent, reader, pc)
}

// goesOn reports a comment without blank lines that words follow on its last
// line: it belongs to their paragraph.
func goesOn(src []byte) bool {
	if n := bytes.Index(src, []byte("\n\n")); n >= 0 {
		src = src[:n]
	}
	_, after, ends := bytes.Cut(src, []byte("-->"))
	after, _, _ = bytes.Cut(after, []byte("\n"))
	return ends && len(bytes.TrimSpace(after)) > 0
}

// rawTags are the tags of a file that are shown as text.
type rawTags struct {
	at    int
	count int
	names []string
}

func (r *recorder) rawHTML(at int, html []byte) {
	if r.raw.count == 0 {
		r.raw.at = at
	}
	found := tagName.FindAllSubmatch(html, -1)
	r.raw.count += max(1, len(found))
	for _, m := range found {
		if name := strings.ToLower(string(m[1])); len(r.raw.names) < 8 && !slices.Contains(r.raw.names, name) {
			r.raw.names = append(r.raw.names, name)
		}
	}
}

var tagCures = map[string]string{
	"a": "[words](address)", "img": "![what it shows](picture.jpg)", "em": "*words*", "i": "*words*", "strong": "**words**", "b": "**words**",
	"p": "empty lines between paragraphs", "ul": "- item", "ol": "1. item", "li": "- item", "code": "`code`", "blockquote": "> words", "hr": "---",
	"del": "~~words~~", "s": "~~words~~", "table": "| a table | of Markdown |", "h2": "## Heading", "h3": "### Heading", "pre": "``` around code",
	"sub": "<sub>…</sub> in one paragraph, without attributes", "sup": "<sup>…</sup> in one paragraph, without attributes", "kbd": "<kbd>…</kbd> in one paragraph, without attributes",
}

// report says once what raw HTML there is.
func (t *rawTags) report(r *recorder) {
	if t.count == 0 {
		return
	}
	what, verb := "HTML tag", "is"
	if t.count > 1 {
		what, verb = "HTML tags", "are"
	}
	if len(t.names) > 0 {
		what += " (" + strings.Join(t.names, ", ") + ")"
	}
	var cures []string
	for _, name := range t.names {
		if c := tagCures[name]; c != "" && !slices.Contains(cures, c) {
			cures = append(cures, c)
		}
	}
	cure := "it in Markdown"
	if len(cures) > 0 {
		cure = strings.Join(cures, ", ")
	}
	r.faults.Add(r.source.Pos(t.at), diag.RawHTML, "%d %s %s shown as text; write %s", t.count, what, verb, cure)
}

func renderRawHTML(r *recorder, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkSkipChildren
	}
	raw := n.(*ast.RawHTML)
	html := raw.Segments.Value(r.source.Text)
	if bytes.HasPrefix(html, []byte("<!--")) {
		return ast.WalkSkipChildren
	}
	if !r.paired[n.Parent()] {
		r.pairTags(n.Parent())
	}
	if tag := r.tags[n]; tag != "" {
		r.WriteString(tag)
		if r.heading != nil && tag == "<br>" {
			r.words.WriteByte(' ')
		}
		return ast.WalkSkipChildren
	}
	r.rawHTML(raw.Segments.At(0).Start, html)
	escaped := util.EscapeHTML(html)
	r.Write(escaped)
	if r.heading != nil {
		r.words.Write(escaped)
	}
	return ast.WalkSkipChildren
}

// isComment reports a paragraph of nothing but comments.
func (r *recorder) isComment(paragraph ast.Node) bool {
	for c := paragraph.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.RawHTML:
			if first := c.Segments.At(0); !bytes.HasPrefix(first.Value(r.source.Text), []byte("<!--")) {
				return false
			}
		case *ast.Text:
			if len(bytes.TrimSpace(c.Segment.Value(r.source.Text))) > 0 {
				return false
			}
		default:
			return false
		}
	}
	return paragraph.HasChildren()
}

// pairTags finds which tags right inside a node pass as HTML: those with
// their other half in the same node, rightly nested.
func (r *recorder) pairTags(parent ast.Node) {
	type open struct {
		node       ast.Node
		name, html string
	}
	var stack []open
	if r.tags == nil {
		r.paired, r.tags = map[ast.Node]bool{}, map[ast.Node]string{}
	}
	r.paired[parent] = true
	for c := parent.FirstChild(); c != nil; c = c.NextSibling() {
		raw, ok := c.(*ast.RawHTML)
		if !ok {
			continue
		}
		m := plainTag.FindSubmatch(raw.Segments.Value(r.source.Text))
		if m == nil {
			continue
		}
		name := strings.ToLower(string(m[2]) + string(m[3]) + string(m[4]))
		switch {
		case name == "br":
			r.tags[c] = "<br>"
		case len(m[1]) == 0:
			html := "<" + name + ">"
			if len(m[4]) > 0 {
				html = "<abbr title=\"" + stdhtml.EscapeString(stdhtml.UnescapeString(string(m[5])+string(m[6]))) + "\">"
			}
			if len(stack) < limits.MaxTagDepth {
				stack = append(stack, open{c, name, html})
			}
		default:
			for i := len(stack) - 1; i >= 0; i-- {
				if stack[i].name == name {
					r.tags[stack[i].node], r.tags[c] = stack[i].html, "</"+name+">"
					stack = stack[:i] // what was opened inside and not closed stays text
					break
				}
			}
		}
	}
}

// renderHTMLBlock leaves a comment out; what stands behind it on its last
// line is shown.
func renderHTMLBlock(r *recorder, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	b := n.(*ast.HTMLBlock)
	html := b.Lines().Value(r.source.Text)
	if b.HasClosure() {
		html = append(html, b.ClosureLine.Value(r.source.Text)...)
	}
	at := b.Lines().At(0).Start
	if b.HTMLBlockType != ast.HTMLBlockType2 {
		r.rawHTML(at, html)
		r.WriteString(`<pre class="raw">`)
		r.Write(util.EscapeHTML(html))
		r.WriteString("</pre>\n")
		return ast.WalkSkipChildren
	}
	_, after, ends := bytes.Cut(html, []byte("-->"))
	after = bytes.TrimSpace(after)
	switch {
	case !ends:
		r.faults.AddError(r.source.Pos(at), diag.NotUnderstood, "%s", openComment)
	case len(after) > 0:
		r.notUnderstood(b.ClosureLine.Start, "text behind the end of a comment is not read as Markdown; begin a new line after -->")
		r.WriteString("<p>")
		r.Write(util.EscapeHTML(after))
		r.WriteString("</p>\n")
	}
	return ast.WalkSkipChildren
}

const openComment = "this comment never ends, so that it would be published or hide the rest; close it with --> (inside a paragraph, before the next empty line)"

// writtenNumber is the number before an item of an ordered list, -1 when
// there is none, and its digits.
func (r *recorder) writtenNumber(item ast.Node) (n int, digits []byte) {
	at := item.Pos()
	if at < 0 {
		return -1, nil
	}
	digits = r.source.Text[at:]
	digits = digits[:min(len(digits), 40)]
	digits = bytes.TrimLeft(digits, " \t>")
	end := 0
	for end < len(digits) && digits[end] >= '0' && digits[end] <= '9' {
		end++
	}
	n, err := strconv.Atoi(string(digits[:end]))
	if err != nil {
		return -1, nil
	}
	return n, digits[:end]
}
