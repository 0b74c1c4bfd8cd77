package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

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
	inner, _, ok := bytes.Cut(line[2:], []byte("]]"))
	if !ok || len(inner) == 0 || bytes.ContainsAny(inner, "[]\n") {
		return nil
	}
	block.Advance(len(inner) + 4)
	target, words, _ := bytes.Cut(inner, []byte("|"))
	// Inside a table a pipe must be written "\|".
	target = bytes.TrimSuffix(target, []byte(`\`))
	return &wikiLink{target: bytes.TrimSpace(target), words: bytes.TrimSpace(words)}
}
