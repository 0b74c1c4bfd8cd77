// Package markdown is the room that knows goldmark. It turns one file of
// Markdown into plain data: the front matter as frontmatter reads it, and the
// body as safe HTML with slots.
//
// A body is made into HTML once, however many pages show it. What depends on
// the page (where a link leads, how deep a heading is) is left as a slot: an
// offset into the HTML where text is to be inserted.
//
// The HTML is safe whatever the source says: raw HTML becomes escaped text. Only
// a few tags without attributes pass, when they are rightly nested, and comments
// are dropped. An address with a scheme other than http, https or mailto is left
// out. Both are reported. goldmark sees no body that guard refuses.
//
// Each file has the parser and the renderer of one thing that may be written;
// render.go has what goldmark parses itself.
package markdown

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"dossier/generator/diag"
	"dossier/generator/frontmatter"
	"dossier/generator/glyph"
	"dossier/generator/limits"
	"dossier/generator/markdown/guard"
	"dossier/generator/prose"
	"dossier/generator/source"
	"dossier/generator/typography"
)

// Doc is a parsed file: front matter in the order of the file, and the body.
type Doc struct {
	Meta []frontmatter.Field
	prose.Body
}

// Parser parses files of one language, whose typography it applies. It is
// safe for concurrent use.
type Parser struct {
	md       goldmark.Markdown
	phrases  parser.Parser
	language *typography.Language
}

// NewParser returns a parser for prose in the language of the BCP 47 tag
// lang; in a language without known typography quotation marks stay as typed.
func NewParser(lang string) *Parser {
	nodes := &nodeRenderer{}
	blocks := parser.DefaultBlockParsers()
	for i, b := range blocks {
		if html, ok := b.Value.(parser.BlockParser); ok && b.Priority == 900 {
			blocks[i].Value = htmlBlocks{html}
		}
	}
	return &Parser{language: typography.Of(lang), phrases: newPhrases(), md: goldmark.New(
		goldmark.WithParser(parser.NewParser(
			parser.WithBlockParsers(blocks...),
			parser.WithInlineParsers(parser.DefaultInlineParsers()...),
			parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
		)),
		goldmark.WithExtensions(
			extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone)), strikethrough{},
			footnotes{}, extension.DefinitionList,
		),
		goldmark.WithParserOptions(
			parser.WithInlineParsers(inlines()...),
			parser.WithInlineParsers(util.Prioritized(addressParser{}, 90), util.Prioritized(markParser{}, 102), util.Prioritized(extension.NewTaskCheckBoxParser(), 0)),
			parser.WithParagraphTransformers(util.Prioritized(alertTransformer{}, 50), util.Prioritized(tableChecker{}, 150)),
		),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(nodes, 100))),
	)}
}

const prefixKey = "footnote prefix"

func footnotePrefix(n ast.Node) []byte {
	prefix, _ := n.OwnerDocument().Meta()[prefixKey].([]byte)
	return prefix
}

// Parse parses src, the bytes of the file named file (for addresses). idPrefix
// goes before the ids of footnotes, which must differ between bodies shown on
// one page. Every fault of encoding, front matter and body is returned; the
// Doc is usable even then. A body past a limit is left empty, and front matter
// past one is left out with the body. Nothing of the Doc shares memory with
// src; its lists, but not their texts and not Meta, are in the scratch, and hold
// until that is used again.
func (p *Parser) Parse(s *Scratch, file string, src []byte, idPrefix string) (Doc, diag.List) {
	var faults diag.List
	src, ok := source.Clean(file, src, &faults)
	if !ok {
		return Doc{}, faults
	}
	in := &s.file
	in.Reset(file, src)
	var front frontmatter.Block
	if ok = len(src) <= limits.MaxFileBytes; ok {
		front, ok = s.front.Read(in, &faults)
	} else {
		faults.Add(in.Pos(0), diag.TooLarge, "%s", source.TooLong(len(src)))
	}
	unsettled := source.Conflict(src)
	if unsettled >= 0 {
		faults = nil // they follow from it
		in.ReportConflict(unsettled, &faults)
	}
	if !ok {
		return Doc{}, faults
	}
	if _, e := guard.Body(src, front.After); e != nil {
		faults.Add(in.Pos(e.At), diag.TooLarge, "%s", e.Why)
		in.Text = src[:front.After]
	}
	rec := p.body(s, front, idPrefix, &faults)
	if unsettled >= 0 {
		faults = faults[:1]
	}
	if rec.full {
		faults.Add(in.Last(), diag.TooLarge, "the HTML made of this file, with the addresses of its links, is more than %d times as long as the file; use long references less often", limits.MaxGrowth)
		return Doc{Meta: front.Fields}, faults
	}
	rec.doc.Meta = front.Fields
	rec.doc.HTML = rec.buf.String()
	return rec.doc, faults
}

// body parses and renders what stands below the front matter of the scratch's
// file. The recorder holds all of it, unless it is full.
func (p *Parser) body(s *Scratch, front frontmatter.Block, idPrefix string, faults *diag.List) *recorder {
	in := &s.file
	src, pipes := hidePipes(in.Text, front.After)
	in.Text = src
	pc := parser.NewContext()
	tree := p.md.Parser().Parse(bodyReader(in, front), parser.WithContext(pc))
	if bytes.Contains(src[front.After:], []byte("![")) {
		p.figures(tree, src)
	}
	for _, i := range pipes {
		src[i] = '|'
	}
	if bytes.Contains(src[front.After:], []byte("[^")) { // there may be footnotes
		tree.OwnerDocument().AddMeta(prefixKey, []byte(idPrefix))
	}

	rec := s.recorder(in, len(src)-front.After, faults)
	rec.setter.Language = p.language
	rec.phrase = (&Parser{md: p.md, phrases: p.phrases, language: &typography.Language{}}).Phrase // set with the text around them
	for n := tree.FirstChild(); n != nil && !rec.full; n = n.NextSibling() {
		start := rec.buf.Len()
		if err := p.md.Renderer().Render(rec, src, n); err != nil {
			panic(err) // the recorder never fails
		}
		if n.Kind() != extast.KindFootnoteList && !rec.full {
			rec.block(n, start)
		}
	}
	rec.openFence(lastBlock(tree))
	rec.raw.report(rec)
	if glyph.MayTurn(src[front.After:]) {
		rec.directions(tree)
	}
	reportReferences(tree, in, front.After, faults)
	if !rec.full {
		rec.unusedDefinitions()
	}
	notesOf(pc).report(rec)
	return rec
}

// lastBlock is the last block of a body but for its footnotes.
func lastBlock(tree ast.Node) ast.Node {
	last := tree.LastChild()
	if last != nil && last.Kind() == extast.KindFootnoteList {
		return last.PreviousSibling()
	}
	return last
}

// bodyReader hands goldmark the source from the body on.
func bodyReader(in *source.File, f frontmatter.Block) text.Reader {
	r := text.NewReader(in.Text)
	if f.After > 0 {
		end := len(in.Text)
		if f.First+1 < in.Lines() {
			end = min(end, in.Start(f.First+1))
		}
		r.SetPosition(f.First, text.NewSegment(f.After, end))
	}
	return r
}
