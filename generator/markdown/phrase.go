package markdown

import (
	stdhtml "html"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"dossier/generator/diag"
	"dossier/generator/source"
	"dossier/generator/typography"
)

// Phrase is a title, name or summary: inline Markdown without links.
type Phrase struct {
	Typed string
	Plain string // as a reader sees it, without its emphasis
	HTML  string // "" when it is no more than Plain, escaped
}

// inlines are the parsers of inline Markdown that bodies have beside goldmark's
// own.
func inlines() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(wikiLinkParser{}, 100), util.Prioritized(angleParser{}, 150),
		util.Prioritized(wideParser{'*'}, 450), util.Prioritized(wideParser{'~'}, 450),
	}
}

// newPhrases returns a parser of inline Markdown: "1. The beginning" is a title,
// not a list.
func newPhrases() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1000)),
		parser.WithInlineParsers(inlines()...),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100), util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewRawHTMLParser(), 400), util.Prioritized(parser.NewEmphasisParser(), 500),
			util.Prioritized(doubleTilde{extension.NewStrikethroughParser()}, 500),
		),
	)
}

// Unfold leaves out of a text the spaces that YAML has made of line ends where
// the language has none: between characters of Chinese and Japanese. Nobody else
// writes one there.
func (p *Parser) Unfold(typed string) string {
	var b strings.Builder
	before := rune(0)
	for i, r := range typed {
		after, _ := utf8.DecodeRuneInString(typed[min(len(typed), i+utf8.RuneLen(r)):])
		if r != ' ' || typography.IsSolid(before) || !p.language.Joins(before, after) {
			b.WriteRune(r)
		}
		before = r
	}
	return b.String()
}

// Phrase reads a text of front matter whose value stands at pos. Of a link its
// words stay; that, and raw HTML, is a fault.
func (p *Parser) Phrase(typed string, pos diag.Pos, faults *diag.List) Phrase {
	if !strings.ContainsAny(typed, "*_`~[\\<&\n{=%^$") && strings.Count(typed, ":") < 2 {
		return Phrase{Typed: typed, Plain: p.language.Typeset(typed)}
	}
	src := []byte(oneParagraph(typed))
	tree := p.phrases.Parse(text.NewReader(src))
	var found diag.List
	references(tree, src, 0, func(_ int, why string) { found.Add(pos, diag.BadEncoding, "%s", why) })
	linked := unlink(tree)
	rec := new(Scratch).recorder(source.New(pos.File, src), len(src), &found)
	rec.setter.Language = p.language
	if err := p.md.Renderer().Render(rec, src, tree); err != nil {
		panic(err) // the recorder never fails
	}
	rec.raw.report(rec)
	html := strings.NewReplacer("<p>", "", "</p>\n", "", "<a>", "", "</a>", "").Replace(rec.buf.String())
	out := Phrase{Typed: typed, Plain: strings.ReplaceAll(plainText(html), "\n", " ")}
	if strings.IndexByte(html, '<') >= 0 {
		out.HTML = html
	}
	for _, f := range found[:min(1, len(found))] {
		if f.Code == diag.Footnote {
			f.Message = "titles, names and summaries have no footnotes; put the source into the text"
		}
		faults.Add(pos, f.Code, "%s", f.Message)
	}
	if linked {
		faults.Add(pos, diag.NotUnderstood, "titles, names and summaries hold no links; write the words alone: %q", out.Plain)
	}
	return out
}

// oneParagraph drops blank lines.
func oneParagraph(s string) string {
	for strings.Contains(s, "\n\n") {
		s = strings.ReplaceAll(s, "\n\n", "\n")
	}
	return s
}

// unlink leaves of the links and pictures below a node their words, and reports
// whether there were any.
func unlink(n ast.Node) (found bool) {
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		found = unlink(c) || found
		switch c := c.(type) {
		case *ast.Link, *ast.Image:
			for w := c.FirstChild(); w != nil; w = c.FirstChild() {
				n.InsertBefore(n, c, w)
			}
			n.RemoveChild(n, c)
			found = true
		case *wikiLink:
			if len(c.words) == 0 {
				c.words = c.target
			}
			found = true
		}
		c = next
	}
	return found
}

// plainText is the text of HTML that this package made.
func plainText(html string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(html, "<")
		b.WriteString(before)
		if !ok {
			return stdhtml.UnescapeString(b.String())
		}
		_, html, _ = strings.Cut(rest, ">")
	}
}
