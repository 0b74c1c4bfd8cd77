package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// isDestination reports "(address)" or "(address "title")".
func isDestination(after []byte) bool {
	if len(after) == 0 || after[0] != '(' {
		return false
	}
	address, _, ok := bytes.Cut(after[1:], []byte(")"))
	address, title, _ := bytes.Cut(bytes.TrimSpace(address), []byte(" "))
	return ok && len(address) > 0 && (len(title) == 0 || address[0] == '<' || title[0] == '"' || title[0] == '\'')
}

// wikiLink is [[target]] or [[target|words]].
type wikiLink struct {
	ast.BaseInline
	target, words []byte
}

var kindWikiLink = ast.NewNodeKind("WikiLink")

func (*wikiLink) Kind() ast.NodeKind { return kindWikiLink }

func (n *wikiLink) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Target": string(n.target)}, nil)
}

type wikiLinkParser struct{}

func (wikiLinkParser) Trigger() []byte { return []byte{'['} }

func (wikiLinkParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("[[")) {
		return nil
	}
	inner, after, ok := bytes.Cut(line[2:], []byte("]]"))
	switch {
	case ok && isDestination(after):
		return nil // [[words]](address) is a link whose words have brackets
	case ok:
		block.Advance(len(inner) + 4)
	default: // perhaps it goes on in the next line
		block.AdvanceLine()
		next, _ := block.PeekLine()
		rest, _, ok := bytes.Cut(next, []byte("]]"))
		if !ok {
			return nil
		}
		block.Advance(len(rest) + 2)
		inner = bytes.Join([][]byte{bytes.TrimSpace(line[2:]), bytes.TrimSpace(rest)}, []byte(" "))
	}
	if len(bytes.TrimSpace(inner)) == 0 || bytes.ContainsAny(inner, "[]\n") {
		return nil
	}
	inner = bytes.Replace(inner, []byte{hiddenPipe}, []byte("|"), 1)
	target, words, _ := bytes.Cut(inner, []byte("|"))
	// Inside a table a pipe must be written "\|".
	target = bytes.TrimSuffix(target, []byte(`\`))
	return &wikiLink{target: bytes.TrimSpace(target), words: bytes.TrimSpace(words)}
}
