package frontmatter

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	meta "github.com/yuin/goldmark-meta"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	yamlnode "go.yaml.in/yaml/v3"
	"gopkg.in/yaml.v2"

	"dossier/generator/diag"
	"dossier/generator/glyph"
	"dossier/generator/source"
)

// decode reads any YAML. goldmark-meta copies what an alias stands for, so it is
// called only when all copies together stay within the limits.
func decode(in *source.File, start, end int, faults *diag.List) (fields []Field, ok bool) {
	var doc yamlnode.Node
	if err := yamlnode.Unmarshal(in.Text[start:end], &doc); err != nil {
		refuse(in, start, end, err, faults)
		return nil, true
	}
	if len(doc.Content) == 0 {
		return nil, true
	}
	tree := doc.Content[0]
	if tree.Column > 1 { // the decoders leave out, without an error, all from a line on that begins further left
		if at, why := findMistake(in, start, end); why != "" {
			faults.Add(in.Pos(at), diag.FrontMatter, "%s", why)
			return nil, true
		}
	}
	w := weights{}
	if n, why := w.excess(tree); n != nil {
		faults.Add(yamlPos(in, n), diag.TooLarge, "%s", why)
		return nil, false
	}
	clean := escapes(in, tree, faults)
	items, err := metaItems(in.Text, start, end)
	if err != nil {
		refuse(in, start, end, err, faults)
		return nil, true
	}
	p := &positions{in: in, faults: faults, comments: bytes.Contains(in.Text[start:end], []byte(" #")), clean: clean}
	return p.fields(items, tree), true
}

// metaItems are the keys and values that goldmark-meta decodes. It is an
// extension of goldmark: the YAML is handed to it as one of goldmark's blocks.
func metaItems(src []byte, start, end int) (yaml.MapSlice, error) {
	doc, node, pc := ast.NewDocument(), ast.NewTextBlock(), parser.NewContext()
	doc.AppendChild(doc, node)
	node.Lines().Append(text.NewSegment(start, end))
	meta.NewParser().Close(node, text.NewReader(src), pc)
	return meta.TryGetItems(pc)
}

// positions joins goldmark-meta's values with the addresses of the nodes that
// yaml.v3 made of the same YAML.
type positions struct {
	in       *source.File
	faults   *diag.List
	comments bool // there may be comments behind values
	clean    bool // no text has a forbidden character; else escapes has reported it

	line, column, offset int // in the source, of what was asked for last
}

func (p *positions) pos(n *yamlnode.Node) diag.Pos { return yamlPos(p.in, n) }

// yamlPos is the address of a node, which counts lines from the YAML's start.
func yamlPos(in *source.File, n *yamlnode.Node) diag.Pos {
	return diag.Pos{File: in.Name, Line: n.Line + 1, Col: n.Column}
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
		if p.reported(key) {
			continue
		}
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
	out := Value{Scalar: v, Raw: n.Value, Pos: p.pos(n), Cut: p.cut(n), Folded: p.folded(n)}
	switch {
	case p.reported(n):
		out.Raw = strings.Map(func(r rune) rune {
			if glyph.Forbidden(r) != "" {
				return -1
			}
			return r
		}, n.Value)
		out.Scalar = out.Raw
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
			if p.reported(n.Content[i]) {
				continue
			}
			out.List = append(out.List, p.value(list[i], n.Content[i]))
		}
	}
	return out
}

// reported reports a key or value of which escapes has reported a forbidden
// character: one fault is enough.
func (p *positions) reported(n *yamlnode.Node) bool {
	return !p.clean && n.Kind == yamlnode.ScalarNode && glyph.ForbiddenIn(n.Value) != ""
}

// cut is a text without quotes as its line has it, when YAML takes a part of
// that for a comment; else "".
func (p *positions) cut(n *yamlnode.Node) string {
	if !p.comments || n.Kind != yamlnode.ScalarNode || n.Style != 0 || n.Anchor != "" {
		return ""
	}
	line := p.lineFrom(n.Line, n.Column)
	if n.Value == "" {
		if line = strings.TrimLeft(line, ":- "); len(line) > 1 && line[0] == '#' && line[1] != ' ' && line[1] != '#' {
			return line // else it is a remark beside a key that has no value yet
		}
		return ""
	}
	written := ""
	for rest, next := n.Value, n.Line+1; ; next++ {
		var ok bool
		if written += line; strings.HasPrefix(line, rest) {
			if rest, ok = strings.CutPrefix(line, rest); ok && strings.HasPrefix(strings.TrimLeft(rest, " \t"), "#") && rest[0] != '#' {
				return written
			}
			return ""
		}
		if rest, ok = strings.CutPrefix(rest, line); !ok || next >= p.in.Lines() {
			return ""
		}
		rest = strings.TrimLeft(rest, " \n")
		line = p.lineFrom(next, 1)
		written += " "
	}
}

// folded reports a text that goes on beyond its first line, with line ends that
// have become spaces.
func (p *positions) folded(n *yamlnode.Node) bool {
	if n.Kind != yamlnode.ScalarNode || !strings.Contains(n.Value, " ") || n.Style&yamlnode.LiteralStyle != 0 {
		return false
	}
	line := p.lineFrom(n.Line, n.Column)
	switch {
	case n.Style&yamlnode.SingleQuotedStyle != 0:
		return strings.Count(line, "'")%2 != 0
	case n.Style&yamlnode.DoubleQuotedStyle != 0:
		return !strings.Contains(strings.NewReplacer(`\\`, "", `\"`, "").Replace(strings.TrimPrefix(line, `"`)), `"`)
	}
	return !strings.HasPrefix(line, n.Value)
}

// lineFrom is a line of the YAML, by its number, from a column on. It remembers
// where the last column was: to count each from the line's start would be
// quadratic in a long line with many values.
func (p *positions) lineFrom(number, column int) string {
	line := p.in.Line(number)
	if number != p.line || column < p.column {
		p.line, p.column, p.offset = number, 1, 0
	}
	for ; p.column < column && p.offset < len(line); p.column++ {
		_, size := utf8.DecodeRune(line[p.offset:])
		p.offset += size
	}
	return strings.TrimSpace(string(line[p.offset:]))
}

func (p *positions) unsupported(n *yamlnode.Node) {
	p.faults.Add(p.pos(n), diag.FrontMatter, "front matter knows keys, lists and plain values only; write this without anchors, aliases or merges")
}

// escapes reports the keys and values that have a character by an escape that
// may not stand in a text, and whether there are none.
func escapes(in *source.File, n *yamlnode.Node, faults *diag.List) bool {
	ok := true
	for _, r := range n.Value {
		why := glyph.Forbidden(r)
		if n.Style&yamlnode.DoubleQuotedStyle != 0 && (r == '\u2028' || r == '\u2029') {
			why = "this is a separator of lines or paragraphs"
		}
		if why != "" {
			faults.Add(yamlPos(in, n), diag.BadEncoding, "%s, written as an escape (U+%04X); leave it out", why, r)
			ok = false
			break
		}
	}
	for _, c := range n.Content {
		ok = escapes(in, c, faults) && ok
	}
	return ok
}
