package markdown

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	meta "github.com/yuin/goldmark-meta"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	yamlnode "go.yaml.in/yaml/v3"
	"gopkg.in/yaml.v2"

	"dossier/generator/diag"
)

// frontMatterParser wraps goldmark-meta's block parser, which takes any line
// of dashes for a fence, cannot tell a block that never ends and, when the
// YAML is bad, leaves the block in the page. This one knows one fence, "---"
// at column 1, starting on line 1; it leaves only the decoding to
// goldmark-meta and always drops the node.
type frontMatterParser struct{}

var blockKey = parser.NewContextKey()

// block is where the front matter lies in the source.
type block struct {
	start, end int // offsets of the YAML
	closed     bool
}

func isFence(line []byte) bool {
	return bytes.Equal(bytes.TrimRight(line, " \t\n"), []byte("---"))
}

func (frontMatterParser) Trigger() []byte { return []byte{'-'} }

func (frontMatterParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	if segment.Start != 0 || segment.Padding != 0 || !isFence(line) {
		return nil, parser.NoChildren
	}
	pc.Set(blockKey, &block{start: segment.Stop, end: segment.Stop})
	return ast.NewTextBlock(), parser.NoChildren
}

func (frontMatterParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	line, segment := reader.PeekLine()
	b := pc.Get(blockKey).(*block)
	if isFence(line) {
		b.closed = true
		reader.Advance(segment.Len())
		return parser.Close
	}
	b.end = segment.Stop
	node.Lines().Append(segment)
	return parser.Continue | parser.NoChildren
}

func (frontMatterParser) Close(node ast.Node, reader text.Reader, pc parser.Context) {
	meta.NewParser().Close(node, reader, pc)
	if p := node.Parent(); p != nil {
		p.RemoveChild(p, node)
	}
}

func (frontMatterParser) CanInterruptParagraph() bool { return false }
func (frontMatterParser) CanAcceptIndentedLine() bool { return false }

// readFrontMatter gives the fields that goldmark-meta decoded, each with its
// address.
func readFrontMatter(pc parser.Context, in *source, faults *diag.List) []Field {
	first := diag.Pos{File: in.file, Line: 1, Col: 1}
	b, _ := pc.Get(blockKey).(*block)
	switch {
	case b == nil:
		faults.Add(first, diag.FrontMatter, "the file has no front matter; begin it with a line of three dashes, the keys, and three dashes again")
		return nil
	case !b.closed:
		faults.Add(first, diag.FrontMatter, "the front matter never ends; close it with a line of three dashes")
		return nil
	}
	items, err := meta.TryGetItems(pc)
	if err != nil {
		faults.Add(yamlErrorPos(err, in), diag.FrontMatter, "%s", yamlErrorText(err))
		return nil
	}
	var doc yamlnode.Node
	if err := yamlnode.Unmarshal(in.text[b.start:b.end], &doc); err != nil {
		faults.Add(yamlErrorPos(err, in), diag.FrontMatter, "%s", yamlErrorText(err))
		return nil
	}
	if len(doc.Content) == 0 {
		return nil
	}
	p := &positions{in: in, line: 1, faults: faults}
	return p.fields(items, doc.Content[0])
}

var yamlErrorLine = regexp.MustCompile(`line (\d+): `)

// yamlErrorPos is the address a YAML error speaks of; the decoders count
// lines from the block's start.
func yamlErrorPos(err error, in *source) diag.Pos {
	pos := diag.Pos{File: in.file, Line: 1, Col: 1}
	if m := yamlErrorLine.FindStringSubmatch(err.Error()); m != nil {
		if n, err := strconv.Atoi(m[1]); err == nil {
			pos.Line = min(n+1, len(in.lines))
		}
	}
	return pos
}

// yamlErrorText words a YAML error for an editor.
func yamlErrorText(err error) string {
	msg := strings.TrimPrefix(err.Error(), "yaml: ")
	msg = strings.TrimPrefix(msg, "unmarshal errors:\n")
	msg, _, _ = strings.Cut(msg, "\n")
	msg = strings.TrimSpace(yamlErrorLine.ReplaceAllString(msg, ""))
	switch {
	case strings.Contains(msg, "cannot unmarshal"):
		return "the front matter must be keys with values, such as title: The summit"
	case strings.Contains(msg, "mapping values are not allowed"):
		return "a colon followed by a space stands inside a value; put the value in quotes"
	case strings.Contains(msg, "cannot start any token"):
		return "a value starts with a character that YAML reserves; put the value in quotes"
	case strings.Contains(msg, "cannot contain tab") || strings.Contains(msg, "tab character"):
		return "a tab is used to indent; use spaces"
	}
	return "the front matter is not valid YAML: " + msg
}

// Field is a key of front matter and its value.
type Field struct {
	Key   string
	Pos   diag.Pos // of the key
	Value Value
}

// Value is a decoded YAML value: exactly one of the three forms.
type Value struct {
	Scalar any     // string, bool, int, float64, … or nil
	Raw    string  // a scalar as written, without quotes
	List   []Value // when IsList
	Map    []Field // when IsMap
	IsList bool
	IsMap  bool
	Pos    diag.Pos
}

// positions pairs goldmark-meta's decoded values with the addresses of a
// second, position-keeping reading of the same YAML.
type positions struct {
	in     *source
	line   int // of the line before the YAML
	faults *diag.List
}

func (p *positions) pos(n *yamlnode.Node) diag.Pos {
	line := n.Line + p.line
	pos := diag.Pos{File: p.in.file, Line: line, Col: n.Column}
	return pos
}

func (p *positions) fields(items yaml.MapSlice, n *yamlnode.Node) []Field {
	if n.Kind != yamlnode.MappingNode || len(n.Content) != 2*len(items) {
		p.unsupported(n)
		return nil
	}
	fields := make([]Field, 0, len(items))
	seen := make(map[string]diag.Pos, len(items))
	for i, item := range items {
		key, value := n.Content[2*i], n.Content[2*i+1]
		f := Field{Key: fmt.Sprint(item.Key), Pos: p.pos(key), Value: p.value(item.Value, value)}
		if key.Kind == yamlnode.ScalarNode {
			f.Key = key.Value // the word as written: YAML 1.1 makes "no" a truth value
		}
		if before, ok := seen[f.Key]; ok {
			p.faults.Add(f.Pos, diag.DuplicateKey, "%q is set twice; it is first set on line %d", f.Key, before.Line)
			continue
		}
		seen[f.Key] = f.Pos
		fields = append(fields, f)
	}
	return fields
}

func (p *positions) value(v any, n *yamlnode.Node) Value {
	out := Value{Scalar: v, Raw: n.Value, Pos: p.pos(n)}
	switch {
	case n.Kind == yamlnode.AliasNode || n.Anchor != "":
		p.unsupported(n)
		return Value{Pos: out.Pos}
	case n.Kind == yamlnode.MappingNode:
		items, _ := v.(yaml.MapSlice)
		out = Value{IsMap: true, Pos: out.Pos, Map: p.fields(items, n)}
	case n.Kind == yamlnode.SequenceNode:
		list, _ := v.([]any)
		out = Value{IsList: true, Pos: out.Pos}
		if len(list) != len(n.Content) {
			p.unsupported(n)
			return out
		}
		for i := range list {
			out.List = append(out.List, p.value(list[i], n.Content[i]))
		}
	}
	return out
}

func (p *positions) unsupported(n *yamlnode.Node) {
	p.faults.Add(p.pos(n), diag.FrontMatter, "front matter knows keys, lists and plain values only; write this without anchors, aliases or merges")
}
