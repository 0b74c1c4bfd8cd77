package markdown

import (
	"sort"

	"github.com/yuin/goldmark/ast"

	"dossier/generator/diag"
	"dossier/generator/glyph"
)

// directions reports the first sign of each block that changes the direction of
// what follows in it, and that nothing there ends.
func (r *recorder) directions(n ast.Node) {
	var text []byte
	var places, offsets []int // where the parts of text begin, in it and in the source
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			if n.Type() == ast.TypeBlock {
				r.direction(string(text), places, offsets)
				text, places, offsets = nil, nil, nil
			}
			return ast.WalkContinue, nil
		}
		if t, ok := n.(*ast.Text); ok {
			places, offsets = append(places, len(text)), append(offsets, t.Segment.Start)
			text = append(text, t.Segment.Value(r.source.Text)...)
		}
		return ast.WalkContinue, nil
	})
}

func (r *recorder) direction(text string, places, offsets []int) {
	if turned := glyph.Turned(text); len(turned) > 0 {
		part := sort.SearchInts(places, turned[0]+1) - 1
		r.faults.Add(r.source.Pos(offsets[part]+turned[0]-places[part]), diag.NotUnderstood, "%s", glyph.TurnFault(text, turned[0]))
		if sign, ends := glyph.StrayEnd(text[turned[0]:]); ends {
			r.faults.Mend(sign, "", true)
		}
	}
}
