package markdown

import (
	"fmt"
	"sort"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"dossier/generator/diag"
	"dossier/generator/glyph"
)

// TurnsDirection says what is wrong with the sign that a text, which is Turned,
// has at an offset.
func TurnsDirection(s string, at int) string {
	sign, _ := utf8.DecodeRuneInString(s[at:])
	end := 0x202c
	switch sign {
	case '\u202c', '\u2069':
		return fmt.Sprintf("the sign U+%04X, which nobody sees, ends a direction of writing that nothing began; delete it", sign)
	case '\u2066', '\u2067', '\u2068':
		end = 0x2069
	}
	return fmt.Sprintf("the sign U+%04X, which nobody sees, changes the direction of all words after it; delete it, or write U+%04X where those words end", sign, end)
}

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
			text = append(text, t.Segment.Value(r.source.text)...)
		}
		return ast.WalkContinue, nil
	})
}

func (r *recorder) direction(text string, places, offsets []int) {
	if turned := glyph.Turned(text); len(turned) > 0 {
		part := sort.SearchInts(places, turned[0]+1) - 1
		r.faults.Add(r.source.pos(offsets[part]+turned[0]-places[part]), diag.NotUnderstood, "%s", TurnsDirection(text, turned[0]))
	}
}
