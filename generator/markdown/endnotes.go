package markdown

import "github.com/yuin/goldmark/ast"

// renderFootnoteList is goldmark's but for the tag: reading modes of browsers
// leave out a div that is mostly links, as notes are.
func renderFootnoteList(r *recorder, _ ast.Node, entering bool) ast.WalkStatus {
	if entering {
		r.WriteString("<section class=\"footnotes\" role=\"doc-endnotes\">\n<hr>\n<ol>\n")
	} else {
		r.WriteString("</ol>\n</section>\n")
	}
	return ast.WalkContinue
}
