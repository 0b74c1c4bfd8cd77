// Package markdown is the room that knows goldmark. It turns one file of
// Markdown into plain data: the front matter as frontmatter reads it, and the
// body as safe HTML with gaps.
//
// A body is made into HTML once, however many pages show it. What depends on
// the page (where a link leads, how deep a heading is) is left as a gap: an
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
	"crypto/sha256"
	"encoding/hex"
	"unicode"
	"unicode/utf8"

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
	"dossier/generator/source"
	"dossier/generator/typography"
)

// Doc is a parsed file.
type Doc struct {
	Meta     []frontmatter.Field // front matter in the order of the file
	HTML     string              // the body; offsets below are in its bytes
	Runs     []Run
	Links    []Link
	Headings []Heading
	Alerts   []Alert
	Blocks   []Block
}

// Run is a stretch of prose outside headings, links, images and code: HTML
// text without tags, in which &, <, > and " are escaped.
type Run struct {
	Start, End int
	Line, Col  int32 // where it stands in the file, as in diag.Pos
	Joined     bool  // only white space parts it from the run before it, in the same block
}

// Link is a link or image as written. Its address goes in at Href; when it
// has no words of its own, its target's name goes in at Label.
type Link struct {
	Target string // with escapes and entities decoded
	Wiki   bool   // written [[…]]
	Image  bool
	Href   int
	Label  int // -1 when the link has words
	Pos    diag.Pos
}

// Heading is a heading of the body. The HTML is `<h` Open `>…</h` Close `>`:
// its level and id go in at Open, its level again at Close.
type Heading struct {
	Level       int // as written, 1 to 6
	ID          string
	Text        string // HTML text without tags
	Open, Close int
}

// Alert is a highlighted block (`> [!NOTE]`). Its title goes in at Title.
type Alert struct {
	Kind  string // "note", "tip", "important", "warning", "caution" or "correction"
	Title int
}

// Block is a top-level block of the body: a paragraph, list, heading and so
// on, but not the footnotes.
type Block struct {
	Start, End int    // of its HTML
	ID         int    // where ` id="…"` goes in; -1 for a heading, which has one
	Hash       string // of its source but for white space and comments: 8 hexadecimal digits
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
			parser.WithInlineParsers(util.Prioritized(addressParser{}, 90), util.Prioritized(extension.NewTaskCheckBoxParser(), 0)),
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
	notesOf(pc).report(in, faults)
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

// Hash is a short fingerprint of a text but for white space: 8 hexadecimal
// digits of its SHA-256.
func Hash(text string) string {
	words := squeeze(make([]byte, 0, len(text)), []byte(text))
	return hash(words)
}

func hash(words []byte) string {
	sum := sha256.Sum256(words)
	return string(hex.AppendEncode(make([]byte, 0, 8), sum[:4]))
}

// squeeze appends the words of a text, parted by single spaces. It copies as
// many at once as are written so.
func squeeze(to, text []byte) []byte {
	for i := 0; i < len(text); {
		j, space := i, 0
		for j < len(text) && space == 0 {
			switch c := text[j]; {
			case c > ' ' && c < utf8.RuneSelf:
				j++
			case c == ' ' && j > i && j+1 < len(text) && text[j+1] > ' ' && text[j+1] < utf8.RuneSelf:
				j += 2
			default:
				r, n := utf8.DecodeRune(text[j:])
				if unicode.IsSpace(r) {
					space = n
				} else {
					j += n
				}
			}
		}
		if j > i {
			if len(to) > 0 {
				to = append(to, ' ')
			}
			to = append(to, text[i:j]...)
		}
		i = j + space
	}
	return to
}
