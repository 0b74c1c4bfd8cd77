package markdown

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	meta "github.com/yuin/goldmark-meta"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	yamlnode "go.yaml.in/yaml/v3"
	"gopkg.in/yaml.v2"

	"dossier/generator/diag"
	"dossier/generator/limits"
)

// frontMatter is where the front matter lies in the source, and what it holds.
type frontMatter struct {
	start, end int     // offsets of the YAML; both 0 when there is none
	after      int     // offset of the body
	first      int     // the number of the body's first line, from 0
	fields     []Field // nil when it is empty or has faults
}

func isFence(line []byte) bool {
	return bytes.Equal(bytes.TrimRight(line, " \t\n"), []byte("---"))
}

// findFrontMatter finds and reads the front matter. Its one fence is "---" at
// column 1, from line 1; goldmark-meta would take any line of dashes, cannot
// tell a block that never ends, and prints its errors into the page, so only
// the decoding is left to it. It is not ok when there is nothing to be had
// from the file.
func findFrontMatter(in *source, plain *plainReader, faults *diag.List) (f frontMatter, ok bool) {
	first := diag.Pos{File: in.file, Line: 1, Col: 1}
	if len(in.text) > limits.MaxFileBytes {
		faults.Add(first, diag.TooLarge, "%s", TooLong(len(in.text)))
		return f, false
	}
	if !isFence(in.line(0)) {
		why, body := noFront(in)
		faults.Add(first, diag.FrontMatter, "%s", why)
		return f, body
	}
	n := 1
	for n < len(in.lines) && !isFence(in.line(n)) {
		n++
	}
	if n == len(in.lines) {
		faults.Add(first, diag.FrontMatter, "the front matter never ends; close it with a line of three dashes")
		return f, false
	}
	if n == 1 && n+1 < len(in.lines) && startsKey(in.line(n+1)) {
		faults.Add(in.pos(in.lines[1]), diag.FrontMatter, "the front matter ends where it begins; delete one of the two lines of three dashes")
		return f, false
	}
	f = frontMatter{start: in.lines[1], end: in.lines[n], first: n + 1}
	f.after = f.end + len(in.line(n))
	if e := surveyFront(in.text[f.start:f.end], f.start); e != nil {
		faults.Add(in.pos(e.at), diag.TooLarge, "%s", e.why)
		return f, false
	}
	if f.fields, ok = plain.read(in, f.start, f.end); ok {
		return f, true
	}
	f.fields, ok = decode(in, f.start, f.end, faults)
	return f, ok
}

// decode reads YAML that may be anything. A decoder that repeats what stands
// once is only handed what stays small.
func decode(in *source, start, end int, faults *diag.List) (fields []Field, ok bool) {
	var doc yamlnode.Node
	if err := yamlnode.Unmarshal(in.text[start:end], &doc); err != nil {
		refuse(in, start, end, err, faults)
		return nil, true
	}
	if len(doc.Content) == 0 {
		return nil, true
	}
	tree := doc.Content[0]
	if tree.Column > 1 { // the decoders stop without a word at a line that begins before it
		if at, why := findMistake(in, start, end); why != "" {
			faults.Add(in.pos(at), diag.FrontMatter, "%s", why)
			return nil, true
		}
	}
	w := weights{}
	if n, why := w.excess(tree); n != nil {
		faults.Add(yamlPos(in, n), diag.TooLarge, "%s", why)
		return nil, false
	}
	clean := escapes(in, tree, faults)
	items, err := metaItems(in.text, start, end)
	if err != nil {
		refuse(in, start, end, err, faults)
		return nil, true
	}
	p := &positions{in: in, faults: faults, comments: bytes.Contains(in.text[start:end], []byte(" #")), clean: clean}
	return p.fields(items, tree), true
}

// metaItems are the keys and values that goldmark-meta decodes.
func metaItems(src []byte, start, end int) (yaml.MapSlice, error) {
	doc, node, pc := ast.NewDocument(), ast.NewTextBlock(), parser.NewContext()
	doc.AppendChild(doc, node)
	node.Lines().Append(text.NewSegment(start, end))
	meta.NewParser().Close(node, text.NewReader(src), pc)
	return meta.TryGetItems(pc)
}

// refuse reports YAML that cannot be decoded.
func refuse(in *source, start, end int, err error, faults *diag.List) {
	if at, why := findMistake(in, start, end); why != "" {
		faults.Add(in.pos(at), diag.FrontMatter, "%s", why)
		return
	}
	faults.Add(yamlErrorPos(err, in), diag.FrontMatter, "%s", yamlErrorText(err))
}

var yamlErrorLine = regexp.MustCompile(`line (\d+): `)

// yamlErrorPos is the address a YAML error speaks of; the decoders count
// lines from the block's start.
func yamlErrorPos(err error, in *source) diag.Pos {
	pos := diag.Pos{File: in.file, Line: 2, Col: 1} // no line is given for the first
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
	case strings.Contains(msg, "expected ',' or"):
		return "in the brackets here a comma or the closing bracket is missing"
	case strings.Contains(msg, "end of stream"), strings.Contains(msg, "expected ':'"), strings.Contains(msg, "expected key"):
		return "here or above a colon, a quotation mark or a bracket is missing, or a line is indented otherwise than those beside it"
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
	Cut    string // all that was written, when YAML took its end for a comment
	Pos    diag.Pos
}

// positions pairs goldmark-meta's decoded values with the addresses of a
// second, position-keeping reading of the same YAML.
type positions struct {
	in       *source
	faults   *diag.List
	comments bool // there may be some behind values
	clean    bool // no escape stands for what is not text; else it has been told

	line, column, offset int // in the source, of what was asked for last
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
		if p.told(key) {
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
	out := Value{Scalar: v, Raw: n.Value, Pos: p.pos(n), Cut: p.cut(n)}
	switch {
	case p.told(n):
		out.Raw = strings.Map(func(r rune) rune {
			if notText(r) != "" {
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
			if p.told(n.Content[i]) {
				continue
			}
			out.List = append(out.List, p.value(list[i], n.Content[i]))
		}
	}
	return out
}

// told reports a key or value of which has been told that it is no text: nothing
// else is to be said of it.
func (p *positions) told(n *yamlnode.Node) bool {
	return !p.clean && n.Kind == yamlnode.ScalarNode && NotText(n.Value) != ""
}

// cut is a text without quotes as it was written, when a comment ends it.
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
		if rest, ok = strings.CutPrefix(rest, line); !ok || next >= len(p.in.lines) {
			return ""
		}
		rest = strings.TrimLeft(rest, " \n")
		line = p.lineFrom(next, 1)
		written += " "
	}
}

// lineFrom is a line of the YAML, by its number, from a column on. It counts on
// from the column before it: a long line may have many values.
func (p *positions) lineFrom(number, column int) string {
	line := p.in.line(number)
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
