package markdown

import (
	"bytes"
	"fmt"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"dossier/generator/markdown/guard"
)

// hiddenPipe stands for a pipe between [[ and ]] while the blocks are parsed,
// so that it does not part the cells of a table. No file holds this byte.
const hiddenPipe = 0x01

// hidePipes gives a copy of a file with the pipes of its links hidden, and
// their offsets; the file itself when it has none.
func hidePipes(src []byte, from int) ([]byte, []int) {
	var hidden []int
	for at := from; ; {
		n := bytes.Index(src[at:], []byte("[["))
		if n < 0 {
			break
		}
		at += n + 2
		for i := at; i < len(src) && src[i] != '\n' && src[i] != ']' && src[i] != '['; i++ {
			if src[i] == '|' && src[i-1] != '\\' {
				hidden = append(hidden, i)
				break
			}
		}
	}
	if hidden == nil {
		return src, nil
	}
	src = bytes.Clone(src)
	for _, i := range hidden {
		src[i] = hiddenPipe
	}
	return src, hidden
}

// tableChecker reports cells that a table would lose, and tables that are none.
type tableChecker struct{}

func (tableChecker) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines, src := node.Lines(), reader.Source()
	first := bytes.TrimSpace(segmentOf(lines, 0, src))
	for i := 1; i < lines.Len(); i++ {
		line := segmentOf(lines, i, src)
		if c := line[0]; c != '|' && c != '-' && c != ':' && c != ' ' {
			continue
		}
		columns := guard.Columns(bytes.TrimSuffix(line, []byte("\n")))
		if columns == 0 {
			continue
		}
		if head := guard.Cells(bytes.TrimSpace(segmentOf(lines, i-1, src))); head != columns {
			if bytes.IndexByte(line, '|') >= 0 {
				noteAt(pc, lines.At(i).Start, false, fmt.Sprintf("the head of this table has %d cells, this line %d; write one --- for each, with | between them", head, columns))
			}
			return
		}
		for j := i + 1; j < lines.Len(); j++ {
			if n := guard.Cells(bytes.TrimSpace(segmentOf(lines, j, src))); n > columns {
				noteAt(pc, lines.At(j).Start, true, fmt.Sprintf(`this row has %d cells, the head %d, so that the last would be lost; in a table write \| for a | that parts no cells`, n, columns))
			}
		}
		return
	}
	if bytes.HasPrefix(first, []byte("| ")) && bytes.HasSuffix(first, []byte(" |")) && bytes.Count(first, []byte("|")) > 2 {
		noteAt(pc, lines.At(0).Start, false, "this looks like a table, but has no line such as | --- | --- | below its first row; add it")
	}
}

func segmentOf(lines *text.Segments, i int, src []byte) []byte {
	s := lines.At(i)
	return s.Value(src)
}

func noteAt(pc parser.Context, at int, lost bool, why string) {
	n := notesOf(pc)
	n.faults = append(n.faults, note{at, why, lost})
}
