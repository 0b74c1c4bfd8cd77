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
// goldmark-meta, of what was found fit for it, and always drops the node.
type frontMatterParser struct{}

var frontKey = parser.NewContextKey()

// frontMatter is where the front matter lies in the source, and what it holds.
type frontMatter struct {
	start, end int            // offsets of the YAML; both 0 when there is none
	after      int            // offset of the body
	tree       *yamlnode.Node // nil when it is empty or has faults
}

func isFence(line []byte) bool {
	return bytes.Equal(bytes.TrimRight(line, " \t\n"), []byte("---"))
}

// findFrontMatter finds the front matter and reads its tree, in which nothing
// is repeated: a decoder that repeats is only handed what stays small. It is
// not ok when there is nothing to be had from the file.
func findFrontMatter(in *source, faults *diag.List) (f *frontMatter, ok bool) {
	first := diag.Pos{File: in.file, Line: 1, Col: 1}
	if len(in.text) > MaxFileBytes {
		faults.Add(first, diag.TooLarge, "%s", TooLong(len(in.text)))
		return nil, false
	}
	f = &frontMatter{}
	if !isFence(in.line(0)) {
		faults.Add(first, diag.FrontMatter, "the file has no front matter; begin it with a line of three dashes, the keys, and three dashes again")
		return f, true
	}
	n := 1
	for n < len(in.lines) && !isFence(in.line(n)) {
		n++
	}
	if n == len(in.lines) {
		faults.Add(first, diag.FrontMatter, "the front matter never ends; close it with a line of three dashes")
		return nil, false
	}
	f.start, f.end = in.lines[1], in.lines[n]
	f.after = f.end + len(in.line(n))
	yaml := in.text[f.start:f.end]
	if e := surveyFront(yaml, f.start); e != nil {
		faults.Add(in.pos(e.at), diag.TooLarge, "%s", e.why)
		return nil, false
	}
	var doc yamlnode.Node
	if err := yamlnode.Unmarshal(yaml, &doc); err != nil {
		faults.Add(yamlErrorPos(err, in), diag.FrontMatter, "%s", yamlErrorText(err))
		return f, true
	}
	if len(doc.Content) > 0 {
		w := weights{}
		if n, why := w.excess(doc.Content[0]); n != nil {
			faults.Add(yamlPos(in, n), diag.TooLarge, "%s", why)
			return nil, false
		}
		f.tree = doc.Content[0]
	}
	return f, true
}

func (frontMatterParser) Trigger() []byte { return []byte{'-'} }

func (frontMatterParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	_, segment := reader.PeekLine()
	if f := pc.Get(frontKey).(*frontMatter); segment.Start != 0 || f.after == 0 {
		return nil, parser.NoChildren
	}
	return ast.NewTextBlock(), parser.NoChildren
}

func (frontMatterParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	_, segment := reader.PeekLine()
	if segment.Start == pc.Get(frontKey).(*frontMatter).end {
		reader.Advance(segment.Len())
		return parser.Close
	}
	node.Lines().Append(segment)
	return parser.Continue | parser.NoChildren
}

func (frontMatterParser) Close(node ast.Node, reader text.Reader, pc parser.Context) {
	if pc.Get(frontKey).(*frontMatter).tree != nil {
		meta.NewParser().Close(node, reader, pc)
	}
	if p := node.Parent(); p != nil {
		p.RemoveChild(p, node)
	}
}

func (frontMatterParser) CanInterruptParagraph() bool { return false }
func (frontMatterParser) CanAcceptIndentedLine() bool { return false }

// readFrontMatter gives the fields that goldmark-meta decoded, each with its
// address.
func readFrontMatter(pc parser.Context, in *source, faults *diag.List) []Field {
	tree := pc.Get(frontKey).(*frontMatter).tree
	if tree == nil {
		return nil
	}
	items, err := meta.TryGetItems(pc)
	if err != nil {
		faults.Add(yamlErrorPos(err, in), diag.FrontMatter, "%s", yamlErrorText(err))
		return nil
	}
	p := &positions{in: in, faults: faults}
	return p.fields(items, tree)
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
	faults *diag.List
}

func (p *positions) pos(n *yamlnode.Node) diag.Pos { return yamlPos(p.in, n) }

// yamlPos is the address of a node, which counts lines from the YAML's start.
func yamlPos(in *source, n *yamlnode.Node) diag.Pos {
	return diag.Pos{File: in.file, Line: n.Line + 1, Col: n.Column}
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
