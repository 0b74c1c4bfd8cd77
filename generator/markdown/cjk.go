package markdown

import (
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"dossier/generator/typography"
)

// wideParser reads the marks of emphasis, or of strikethrough, beside a
// character of Chinese, Japanese, Korean or Thai. CommonMark's rules rely on spaces
// around words, so that a mark between such a character and punctuation would
// mean nothing there; these rules are those of
// https://github.com/tats-u/markdown-cjk-friendly. It leaves all other marks
// to goldmark.
type wideParser struct{ char byte }

func (p wideParser) Trigger() []byte { return []byte{p.char} }

func (p wideParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	n := 1
	for n < len(line) && line[n] == p.char {
		n++
	}
	after, _ := utf8.DecodeRune(line[n:])
	if !isUnspaced(before) && !isUnspaced(after) || p.char == '~' && (n != 2 || before == '~') {
		return nil
	}
	opens := n < len(line) && !unicode.IsSpace(after) && (!isForeignMark(after) || unicode.IsSpace(before) || util.IsPunctRune(before) || isUnspaced(before))
	closes := !unicode.IsSpace(before) && (!isForeignMark(before) || n == len(line) || unicode.IsSpace(after) || util.IsPunctRune(after) || isUnspaced(after))
	d := parser.NewDelimiter(opens, closes, n, p.char, p)
	d.Segment = segment.WithStop(segment.Start + n)
	block.Advance(n)
	pc.PushDelimiter(d)
	return d
}

// isUnspaced reports characters of Chinese, Japanese and Korean, and of Thai and
// its neighbours, in which emphasis may begin and end inside of a run of letters.
func isUnspaced(r rune) bool {
	return typography.IsWide(r) || typography.IsSolid(r) || r >= 0x1100 && unicode.Is(unicode.Hangul, r)
}

// isForeignMark reports punctuation that is not of these scripts.
func isForeignMark(r rune) bool { return util.IsPunctRune(r) && !isUnspaced(r) }

func (p wideParser) IsDelimiter(c byte) bool { return c == p.char }

func (p wideParser) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

func (p wideParser) OnMatch(n int) ast.Node {
	if p.char == '~' {
		return extast.NewStrikethrough()
	}
	return ast.NewEmphasis(n)
}
