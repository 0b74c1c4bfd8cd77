package markdown

import (
	"slices"
	"strconv"
	"strings"

	"dossier/generator/diag"
)

// plainReader reads the plain part of YAML that nearly all front matter is
// written in: keys with plain or quoted values on one line, lists and mappings
// in brackets on one line, and lists and mappings below a key.
//
// It stands before the two YAML decoders because they are dear: together they
// take four times as long as reading and rendering a section's prose. They
// remain the specification. Whatever is not certainly plain makes this reader
// give up, and the decoders read the whole block; what it does read it gives
// exactly as they would, the typing of YAML 1.1 and all addresses included.
type plainReader struct {
	in     *source
	base   int    // offset of the YAML in the source
	yaml   string // ends in a line feed, and so does every loop below
	at     int
	indent int  // of the line that at is on, -1 at the end
	values int  // read so far
	odd    bool // something is not certainly plain
}

// A block with more than this is left to the decoders, which know the limits.
const (
	plainDepth  = 6
	plainValues = 2000
	plainKey    = 64 // bytes
)

// readPlain reads the YAML between two offsets of the source. It is not ok
// when there is anything in it that is not certainly plain.
func readPlain(in *source, start, end int) (fields []Field, ok bool) {
	if start == end || !plainBytes(in.text[start:end]) {
		return nil, false
	}
	p := &plainReader{in: in, base: start, yaml: string(in.text[start:end])}
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

func (p *plainReader) pos() diag.Pos { return p.in.pos(p.base + p.at) }

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

// key reads a key and passes its colon.
func (p *plainReader) key(before []Field) (f Field) {
	end := p.keyEnd()
	if end < 0 {
		p.giveUp()
		return f
	}
	f = Field{Key: p.yaml[p.at:end], Pos: p.pos()}
	if isYAMLWord(f.Key) || slices.ContainsFunc(before, func(x Field) bool { return x.Key == f.Key }) {
		p.giveUp()
	}
	p.at = end + 1
	return f
}

// mapping reads the keys that stand at an indentation.
func (p *plainReader) mapping(indent, depth int) []Field {
	fields := make([]Field, 0, 8)
	for p.indent == indent && !p.odd {
		f := p.key(fields)
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
		fields = append(fields, f)
	}
	p.odd = p.odd || p.indent > indent
	return fields
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
	var list []Value
	for p.indent == indent && !p.odd && p.isItem() {
		p.at++
		inner := indent + 1 + p.spaces()
		if p.keyEnd() < 0 {
			list = append(list, p.value(false, depth+1))
			p.endLine()
			continue
		}
		v := Value{IsMap: true, Pos: p.pos()}
		p.indent = inner
		v.Map = p.mapping(inner, depth+1)
		list = append(list, v)
	}
	p.odd = p.odd || p.indent > indent
	return list
}

// value reads a value on one line; in brackets it ends at a comma or bracket.
func (p *plainReader) value(brackets bool, depth int) Value {
	v := Value{Pos: p.pos()}
	p.values++
	if p.odd || p.values > plainValues || depth > plainDepth {
		p.giveUp()
		return v
	}
	switch p.yaml[p.at] {
	case '[':
		v.IsList = true
		for p.more(']', len(v.List) == 0) {
			v.List = append(v.List, p.value(true, depth+1))
		}
	case '{':
		v.IsMap, v.Map = true, []Field{}
		for p.more('}', len(v.Map) == 0) {
			f := p.key(v.Map)
			if !p.odd && p.spaces() > 0 {
				f.Value = p.value(true, depth+1)
				v.Map = append(v.Map, f)
			} else {
				p.giveUp()
			}
		}
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

// quoted reads a text in quotes. In double quotes it knows \" and \\.
func (p *plainReader) quoted() string {
	quote := p.yaml[p.at]
	p.at++
	begin := p.at
	var parts strings.Builder
	for {
		switch c := p.yaml[p.at]; {
		case c == quote && (quote == '"' || p.yaml[p.at+1] != quote):
			p.at++
			if parts.Len() == 0 {
				return p.yaml[begin : p.at-1]
			}
			return parts.String() + p.yaml[begin:p.at-1]
		case c == quote, c == '\\' && quote == '"' && (p.yaml[p.at+1] == '"' || p.yaml[p.at+1] == '\\'):
			parts.WriteString(p.yaml[begin:p.at])
			parts.WriteByte(p.yaml[p.at+1])
			p.at += 2
			begin = p.at
		case c == '\n', c == '\\' && quote == '"':
			p.giveUp()
			return ""
		default:
			p.at++
		}
	}
}

// scalar reads a text without quotes.
func (p *plainReader) scalar(brackets bool) string {
	begin := p.at
	for ; p.yaml[p.at] != '\n'; p.at++ {
		c, next := p.yaml[p.at], p.yaml[p.at+1]
		switch {
		case brackets && (c == ',' || c == ']' || c == '}'):
			return strings.TrimRight(p.yaml[begin:p.at], " ")
		case brackets && (c == '[' || c == '{' || c == '?' || c == ':' && next != '/' && !isLetter(next)),
			c == ':' && (next == ' ' || next == '\n'), c == ' ' && next == '#':
			p.giveUp()
			return ""
		}
	}
	return strings.TrimRight(p.yaml[begin:p.at], " ")
}

// typed gives a text without quotes the type that YAML 1.1 takes it for.
func (p *plainReader) typed(s string) any {
	switch {
	case s == "":
	case s == "true":
		return true
	case s == "false":
		return false
	case isLetter(s[0]), s[0] == '_', s[0] >= 0x80:
		if !isYAMLWord(s) {
			return s
		}
	case s[0] >= '0' && s[0] <= '9':
		digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
		switch {
		case strings.Contains(s, " "), digits < len(s) && strings.IndexByte("._+:eE", s[digits]) < 0 && (s[0] != '0' || !isLetter(s[digits])):
			return s // words, a date or the like; no number goes on like this
		case len(s) > 15:
		case digits == len(s) && (s[0] != '0' || s == "0"):
			if n, err := strconv.Atoi(s); err == nil {
				return n
			}
		case digits < len(s)-1 && s[digits] == '.' && strings.TrimLeft(s[digits+1:], "0123456789") == "":
			if n, err := strconv.ParseFloat(s, 64); err == nil {
				return n
			}
		}
	}
	p.giveUp()
	return nil
}

// isYAMLWord reports a word that may be a truth value or nothing.
func isYAMLWord(s string) bool {
	if len(s) > 5 {
		return false
	}
	switch strings.ToLower(s) {
	case "y", "yes", "n", "no", "on", "off", "true", "false", "null":
		return true
	}
	return false
}
