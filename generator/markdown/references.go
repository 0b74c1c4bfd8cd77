package markdown

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"dossier/generator/diag"
)

// badReferences reports the numeric character references (&#27; &#x1b;) of a
// part of the source that stand for what the source itself may not hold. In
// code they stand for themselves; tree is of the part, nil for front matter.
func badReferences(in *source, start, end int, tree ast.Node, faults *diag.List) {
	var code []bounds
	for at := start; ; {
		n := bytes.Index(in.text[at:end], []byte("&#"))
		if n < 0 {
			return
		}
		at += n
		if what := badReference(in.text[at+2 : end]); what != "" {
			if code == nil {
				code = append(codeIn(tree), bounds{})
			}
			if !contain(code, at) {
				faults.Add(in.pos(at), diag.BadEncoding, "%s, written as a reference; delete it", what)
			}
		}
		at += 2
	}
}

// badReference says what is wrong with the character that the digits of a
// reference stand for, or "".
func badReference(digits []byte) string {
	base, most := 10, 7
	if len(digits) > 0 && digits[0]|0x20 == 'x' {
		digits, base, most = digits[1:], 16, 6
	}
	n := bytes.IndexByte(digits[:min(len(digits), most+1)], ';')
	if n < 1 {
		return ""
	}
	r, err := strconv.ParseUint(string(digits[:n]), base, 32)
	if err != nil {
		return ""
	}
	if r > utf8.MaxRune || !utf8.ValidRune(rune(r)) {
		return "this is not a character of Unicode"
	}
	_, what := badByte(utf8.AppendRune(nil, rune(r)))
	return what
}

// bounds are where something begins in the source and where it has ended.
type bounds struct{ start, end int }

func contain(all []bounds, at int) bool {
	for _, b := range all {
		if b.start <= at && at < b.end {
			return true
		}
	}
	return false
}

// codeIn is where the text of code lies.
func codeIn(tree ast.Node) (all []bounds) {
	if tree == nil {
		return nil
	}
	err := ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.CodeSpan:
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				if t, ok := c.(*ast.Text); ok {
					all = append(all, bounds{t.Segment.Start, t.Segment.Stop})
				}
			}
		case *ast.FencedCodeBlock, *ast.CodeBlock:
			for i := range n.Lines().Len() {
				line := n.Lines().At(i)
				all = append(all, bounds{line.Start, line.Stop})
			}
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		panic(err) // the walker gives none
	}
	return all
}
