package markdown

import (
	"bytes"
	"fmt"
	"html"
	"slices"
	"sort"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"dossier/generator/diag"
	"dossier/generator/glyph"
	"dossier/generator/source"
)

// A text gets characters that have no place in it in three ways, and each is a
// fault: as they are (see source), by an escape of YAML (see frontmatter) and,
// which is reported here, by a reference of Markdown (&#1;).

// reportReferences reports the bad references of a body, but for those on the
// line of a link that is refused anyway.
func reportReferences(tree ast.Node, in *source.File, from int, faults *diag.List) {
	var unsafe map[int]bool
	references(tree, in.Text, from, func(at int, why string) {
		if unsafe == nil {
			unsafe = map[int]bool{}
			for _, f := range *faults {
				if f.Code == diag.UnsafeLink {
					unsafe[f.Pos.Line] = true
				}
			}
		}
		if pos := in.Pos(at); !unsafe[pos.Line] {
			faults.Add(pos, diag.BadEncoding, "%s", why)
		}
	})
}

// references finds the references to characters that may not stand in a text,
// from an offset of src on. What looks like one in code, in a comment or in a bare
// address is none.
func references(tree ast.Node, src []byte, from int, report func(at int, why string)) {
	var verbatim [][2]int
	word, seen, link := from, from, false // of the word before at: where it begins, how far it was looked at, whether an address begins in it
	for at := from; ; at += len("&#") {
		next := bytes.Index(src[at:], []byte("&#"))
		if next < 0 {
			return
		}
		at += next
		if i := bytes.LastIndexAny(src[seen:at], " \t\n"); i >= 0 {
			word, link = seen+i+1, false
		}
		link = link || bytes.Contains(src[max(word, seen-1):at], []byte("]("))
		seen = at
		why := badReference(src[at:], link || bytes.HasSuffix(src[from:word], []byte("]: ")))
		if why == "" || isEscaped(src[from:at]) {
			continue
		}
		if verbatim == nil {
			verbatim = verbatimParts(tree, src)
		}
		if !covers(verbatim, at) {
			report(at, why)
		}
	}
}

// isEscaped reports a text that ends in a backslash that is none itself.
func isEscaped(before []byte) bool {
	return (len(before)-len(bytes.TrimRight(before, `\`)))%2 == 1
}

// badReference says why the numeric reference that a text begins with leads to
// no character of a text, or "". CommonMark makes U+FFFD of U+0000, surrogates
// and what is past Unicode: a sign that nobody wrote.
func badReference(s []byte, address bool) string {
	end := bytes.IndexByte(s[:min(len(s), len("&#x10FFFF;")+2)], ';')
	if end < 0 {
		return ""
	}
	written, digits, base := string(s[:end+1]), string(s[len("&#"):end]), 10
	if digits != "" && digits[0]|0x20 == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || base == 10 && len(digits) > 7 {
		return ""
	}
	if n == 0 || n > utf8.MaxRune || !utf8.ValidRune(rune(n)) {
		return fmt.Sprintf("%q stands for no character; leave it out", written)
	}
	if address && base == 10 && digits[0] == '0' { // there goldmark takes the digits for octal
		return fmt.Sprintf("%q begins with a zero; write &#%d;", written, n)
	}
	why := glyph.Forbidden(rune(n))
	if why == "" {
		return ""
	}
	if meant := html.UnescapeString(written); n >= 0x80 && n < 0xa0 && meant != string(rune(n)) { // of Windows' code page 1252
		return fmt.Sprintf("%s, written as the reference %q; write %s", why, written, meant)
	}
	return fmt.Sprintf("%s, written as the reference %q; leave it out", why, written)
}

// verbatimParts are, in order, the parts of the source whose references stay as they are
// written, or are not shown.
func verbatimParts(tree ast.Node, src []byte) [][2]int {
	parts := [][2]int{{-1, -1}}
	_ = ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // the walker never fails
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.CodeSpan:
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				if t, ok := c.(*ast.Text); ok {
					parts = append(parts, [2]int{t.Segment.Start, t.Segment.Stop})
				}
			}
		case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock:
			for _, s := range n.Lines().Sliced(0, n.Lines().Len()) {
				parts = append(parts, [2]int{s.Start, s.Stop})
			}
		case *ast.RawHTML:
			for _, s := range n.Segments.Sliced(0, n.Segments.Len()) {
				if !bytes.HasPrefix(bytes.ToLower(s.Value(src)), []byte("<abbr")) {
					parts = append(parts, [2]int{s.Start, s.Stop})
				}
			}
		case *ast.AutoLink:
			parts = append(parts, [2]int{n.Pos(), n.Pos() + len(n.Label(src)) + len("<>")})
		}
		return ast.WalkContinue, nil
	})
	slices.SortFunc(parts, func(a, b [2]int) int { return a[0] - b[0] })
	return parts
}

// covers reports whether one of the sorted parts holds an offset.
func covers(parts [][2]int, at int) bool {
	n := sort.Search(len(parts), func(i int) bool { return parts[i][0] > at })
	return n > 0 && at < parts[n-1][1]
}
