package markdown

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"dossier/generator/diag"
)

// alertTransformer marks a block quote whose first line begins with [!NOTE] or
// the like, as on GitHub; [!CORRECTION] is this project's own. Words behind
// the mark are the title, as in Obsidian, whose sign for folding is skipped.
type alertTransformer struct{}

const (
	alertAttribute = "alert"
	titleAttribute = "title words"
)

var alertKinds = []string{"NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION", "CORRECTION"}

// alertAliases are Obsidian's and others' names of what has a mark here.
var alertAliases = map[string]string{
	"INFO": "NOTE", "ABSTRACT": "NOTE", "SUMMARY": "NOTE", "TLDR": "NOTE", "TODO": "NOTE", "EXAMPLE": "NOTE", "QUESTION": "NOTE", "HELP": "NOTE",
	"FAQ": "NOTE", "HINT": "TIP", "SUCCESS": "TIP", "CHECK": "TIP", "DONE": "TIP", "ATTENTION": "WARNING", "WARN": "WARNING", "DANGER": "CAUTION",
	"ERROR": "CAUTION", "BUG": "CAUTION", "FAILURE": "CAUTION", "FAIL": "CAUTION", "MISSING": "CAUTION", "ERRATUM": "CORRECTION",
}

var alertLine = regexp.MustCompile(`^\[!([^\[\]\n]+)\][-+]?[ \t]*`)

func (alertTransformer) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	quote, ok := node.Parent().(*ast.Blockquote)
	if !ok || node.PreviousSibling() != nil || node.Lines().Len() == 0 {
		return
	}
	first := node.Lines().At(0)
	line := first.Value(reader.Source())
	m := alertLine.FindSubmatch(line)
	if m == nil {
		return
	}
	kind := strings.ToUpper(strings.TrimSpace(string(m[1])))
	if !slices.Contains(alertKinds, kind) {
		noteAt(pc, first.Start, false, unknownAlert(string(m[1]), kind))
		return
	}
	quote.SetAttributeString(alertAttribute, strings.ToLower(kind))
	if len(bytes.TrimSpace(line[len(m[0]):])) > 0 {
		title := ast.NewParagraph()
		title.SetPos(node.Pos())
		words := text.NewSegments()
		rest := text.NewSegment(first.Start+len(m[0]), first.Stop)
		words.Append(rest.TrimRightSpace(reader.Source()))
		title.SetLines(words)
		title.SetAttributeString(titleAttribute, true)
		quote.SetAttributeString(titleAttribute, true)
		quote.InsertBefore(quote, node, title)
	}
	lines := text.NewSegments()
	lines.AppendAll(node.Lines().Sliced(1, node.Lines().Len()))
	node.SetLines(lines)
	if lines.Len() == 0 {
		quote.RemoveChild(quote, node)
	}
}

func unknownAlert(written, kind string) string {
	near := alertAliases[kind]
	if near == "" {
		near = diag.Nearest(kind, slices.Values(alertKinds))
	}
	hint := ""
	if near != "" {
		hint = fmt.Sprintf("did you mean [!%s]? ", near)
	}
	return fmt.Sprintf("%q is no mark of an alert; %sthere are %s", "[!"+written+"]", hint, strings.Join(alertKinds, ", "))
}
