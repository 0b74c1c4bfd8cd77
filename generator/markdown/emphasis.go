package markdown

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// renderEmphasis reports stars inside two words ("Bürger*innen und Leser*innen"),
// which stress what stands between them.
func renderEmphasis(r *recorder, n ast.Node, entering bool) ast.WalkStatus {
	level := n.(*ast.Emphasis).Level
	tag := [...]string{"", "em>", "strong>"}[level]
	if !entering {
		r.WriteString("</" + tag)
		return ast.WalkContinue
	}
	r.WriteString("<" + tag)
	first, _ := n.FirstChild().(*ast.Text)
	last, _ := n.LastChild().(*ast.Text)
	if first == nil || last == nil {
		return ast.WalkContinue
	}
	src, from, to := r.source.Text, first.Segment.Start, last.Segment.Stop
	before, _ := utf8.DecodeLastRune(src[:max(0, from-level)])
	after, _ := utf8.DecodeRune(src[min(len(src), to+level):])
	if isSpacedLetter(before) && isSpacedLetter(after) && bytes.IndexByte(src[from:to], ' ') > 0 {
		r.notUnderstood(from-level, `this star and the next stand inside words and stress what is between them; write \* for a star that is shown`)
	}
	return ast.WalkContinue
}

// isSpacedLetter reports a letter of a script that puts spaces between its words.
func isSpacedLetter(c rune) bool { return c < 0x2e80 && unicode.IsLetter(c) }
