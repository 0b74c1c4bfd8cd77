package frontmatter

import (
	"slices"
	"strings"

	"dossier/generator/diag"
	"dossier/generator/source"
)

// plainReader reads the plain part of YAML that nearly all front matter is
// written in: keys with plain or quoted values on one line, lists and mappings
// in brackets on one line, and lists and mappings below a key.
//
// It is tried before the two YAML decoders, which take fifteen times as long:
// more than all the prose of a section. They remain the specification. Whatever
// is not certainly plain makes this reader give up, and the decoders read the
// whole block; what it does read it gives exactly as they would, with the types
// of YAML 1.1 and all addresses.
type plainReader struct {
	in     *source.File
	base   int    // offset of the YAML in the source
	yaml   string // ends in a line feed, and so does every loop below
	at     int
	indent int  // of the line that at is on, -1 at the end
	count  int  // of values read so far
	odd    bool // something is not certainly plain: the reader has given up

	// The entries so far of the lists and mappings that at is inside of, outermost
	// first. Each list copies its own when it ends and their number is known.
	fields []Field
	values []Value
}

// A block with more than this is left to the decoders: only there are the limits
// checked.
const (
	plainDepth  = 6
	plainValues = 2000
	plainKey    = 64 // bytes
)

// read reads the YAML between two offsets of the source. It is not ok when
// there is anything in it that is not certainly plain.
func (p *plainReader) read(in *source.File, start, end int) (fields []Field, ok bool) {
	if start == end || !plainBytes(in.Text[start:end]) {
		return nil, false
	}
	*p = plainReader{in: in, base: start, yaml: string(in.Text[start:end]), fields: p.fields[:0], values: p.values[:0]}
	p.nextLine()
	fields = p.mapping(0, 1)
	if p.odd || p.indent >= 0 {
		return nil, false
	}
	return fields, len(fields) > 0
}

// plainBytes refuses tabs, the line ends of Unicode, and what YAML takes for
// unprintable.
func plainBytes(yaml []byte) bool {
	for i, c := range yaml {
		switch {
		case c == '\t', c == 0xef, c == 0xc2 && yaml[i+1] < 0xa0:
			return false
		case c == 0xe2 && yaml[i+1] == 0x80 && (yaml[i+2] == 0xa8 || yaml[i+2] == 0xa9):
			return false
		}
	}
	return true
}

func (p *plainReader) pos() diag.Pos { return p.in.Pos(p.base + p.at) }

// giveUp leaves the block to the decoders.
func (p *plainReader) giveUp() { p.odd = true }

// nextLine goes to the next line that holds more than a comment.
func (p *plainReader) nextLine() {
	for p.at < len(p.yaml) {
		begin := p.at
		p.spaces()
		switch p.yaml[p.at] {
		case '\n':
			p.at++
		case '#':
			p.at += strings.IndexByte(p.yaml[p.at:], '\n') + 1
		default:
			p.indent = p.at - begin
			return
		}
	}
	p.indent = -1
}

// spaces passes over spaces and returns how many they were.
func (p *plainReader) spaces() int {
	begin := p.at
	for p.yaml[p.at] == ' ' {
		p.at++
	}
	return p.at - begin
}

// endLine goes on to the next line; nothing may follow on this one.
func (p *plainReader) endLine() {
	if p.odd {
		return
	}
	p.spaces()
	if p.yaml[p.at] != '\n' {
		p.giveUp()
		return
	}
	p.at++
	p.nextLine()
}

// keyEnd is the offset of the colon after the key that begins here, or -1. A
// key is a word of ASCII.
func (p *plainReader) keyEnd() int {
	for i := p.at; ; i++ {
		switch c := p.yaml[i]; {
		case c == ':' && i > p.at && i-p.at <= plainKey && (p.yaml[i+1] == ' ' || p.yaml[i+1] == '\n'):
			return i
		case isLetter(c), c == '_', i > p.at && (c == '-' || c >= '0' && c <= '9'):
		default:
			return -1
		}
	}
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// key reads a key and passes its colon. The fields that stand before it in its
// mapping are those from there.
func (p *plainReader) key(from int) (f Field) {
	end := p.keyEnd()
	if end < 0 {
		p.giveUp()
		return f
	}
	f = Field{Key: p.yaml[p.at:end], Pos: p.pos()}
	if isYAMLWord(f.Key) || slices.ContainsFunc(p.fields[from:], func(x Field) bool { return x.Key == f.Key }) {
		p.giveUp()
	}
	p.at = end + 1
	return f
}

// mapping reads the keys that stand at an indentation.
func (p *plainReader) mapping(indent, depth int) []Field {
	from := len(p.fields)
	for p.indent == indent && !p.odd {
		f := p.key(from)
		if p.odd {
			break
		}
		p.spaces()
		if p.yaml[p.at] == '\n' {
			f.Value = p.below(indent, depth+1)
		} else {
			f.Value = p.value(false, depth+1)
			p.endLine()
		}
		p.fields = append(p.fields, f)
	}
	p.odd = p.odd || p.indent > indent
	return p.takeFields(from)
}

// takeFields copies the fields of a mapping that ends.
func (p *plainReader) takeFields(from int) []Field {
	fields := append(make([]Field, 0, len(p.fields)-from), p.fields[from:]...)
	p.fields = p.fields[:from]
	return fields
}

// takeValues copies the values of a list that ends.
func (p *plainReader) takeValues(from int) []Value {
	values := append([]Value(nil), p.values[from:]...)
	p.values = p.values[:from]
	return values
}

// below reads what stands on the lines below a key: a list, which need not be
// indented further, or a mapping.
func (p *plainReader) below(indent, depth int) Value {
	p.endLine()
	v := Value{}
	switch {
	case p.indent < indent || depth > plainDepth:
		p.giveUp()
	case p.isItem():
		v.Pos, v.IsList = p.pos(), true
		v.List = p.list(p.indent, depth)
	case p.indent > indent:
		v.Pos, v.IsMap = p.pos(), true
		v.Map = p.mapping(p.indent, depth)
	default:
		p.giveUp() // a key without a value
	}
	return v
}

func (p *plainReader) isItem() bool { return p.yaml[p.at] == '-' && p.yaml[p.at+1] == ' ' }

// list reads the items that stand at an indentation.
func (p *plainReader) list(indent, depth int) []Value {
	from := len(p.values)
	for p.indent == indent && !p.odd && p.isItem() {
		p.at++
		inner := indent + 1 + p.spaces()
		if p.keyEnd() < 0 {
			v := p.value(false, depth+1)
			p.values = append(p.values, v)
			p.endLine()
			continue
		}
		v := Value{IsMap: true, Pos: p.pos()}
		p.indent = inner
		v.Map = p.mapping(inner, depth+1)
		p.values = append(p.values, v)
	}
	p.odd = p.odd || p.indent > indent
	return p.takeValues(from)
}

// value reads a value on one line; in brackets it ends at a comma or bracket.
func (p *plainReader) value(brackets bool, depth int) Value {
	v := Value{Pos: p.pos()}
	p.count++
	if p.odd || p.count > plainValues || depth > plainDepth {
		p.giveUp()
		return v
	}
	switch p.yaml[p.at] {
	case '[':
		from := len(p.values)
		for p.more(']', len(p.values) == from) {
			item := p.value(true, depth+1)
			p.values = append(p.values, item)
		}
		v.IsList, v.List = true, p.takeValues(from)
	case '{':
		from := len(p.fields)
		for p.more('}', len(p.fields) == from) {
			f := p.key(from)
			if !p.odd && p.spaces() > 0 {
				f.Value = p.value(true, depth+1)
				p.fields = append(p.fields, f)
			} else {
				p.giveUp()
			}
		}
		v.IsMap, v.Map = true, p.takeFields(from)
	case '"', '\'':
		v.Raw = p.quoted()
		v.Scalar = v.Raw
	default:
		v.Raw = p.scalar(brackets)
		v.Scalar = p.typed(v.Raw)
	}
	return v
}

// more goes on to the next entry in brackets, past a comma unless it is the
// first, or past the end.
func (p *plainReader) more(end byte, first bool) bool {
	if p.odd {
		return false
	}
	if first {
		p.at++
	}
	p.spaces()
	switch c := p.yaml[p.at]; {
	case c == end:
		p.at++
		return false
	case first:
		return true
	case c == ',':
		p.at++
		p.spaces()
		return true
	}
	p.giveUp()
	return false
}
