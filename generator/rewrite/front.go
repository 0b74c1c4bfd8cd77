package rewrite

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dossier/generator/diag"
	"dossier/generator/frontmatter"
	"dossier/generator/source"
)

// formerKey is the key whose list Former keeps.
const formerKey = "moved_from"

// Former adds an old path to the moved_from of a file's front matter, and takes another
// from it; either may be "". A list keeps its style, and goes when it becomes empty. It is
// not ok when the front matter is written in a way that is not edited here.
func Former(src []byte, add, drop string) (out []byte, ok bool) {
	fields, _, ok := read(src)
	if !ok {
		return src, false
	}
	var want []string
	others := map[string]string{}
	for _, f := range fields {
		if f.Key != formerKey {
			others[f.Key] = says(f.Value)
			continue
		}
		for _, x := range f.Value.List {
			want = append(want, x.Raw)
		}
	}
	want = slices.DeleteFunc(want, func(s string) bool { return s == drop })
	if add != "" && !slices.Contains(want, add) {
		want = append(want, add)
	}
	out = src
	if drop != "" {
		out = dropFormer(out, drop)
	}
	if add != "" {
		out = addFormer(out, add)
	}
	if now, _, ok := read(out); ok {
		var got []string
		for _, f := range now {
			if f.Key != formerKey {
				if others[f.Key] != says(f.Value) {
					return src, false
				}
				delete(others, f.Key)
				continue
			}
			for _, x := range f.Value.List {
				got = append(got, x.Raw)
			}
		}
		if len(others) == 0 && slices.Equal(got, want) {
			return out, true
		}
	}
	return src, false
}

// says is what a value says, wherever it stands and however it is written.
func says(v frontmatter.Value) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%T %q", v.Scalar, v.Raw)
	for _, x := range v.List {
		b.WriteString("[" + says(x) + "]")
	}
	for _, x := range v.Map {
		fmt.Fprintf(&b, "{%q %s}", x.Key, says(x.Value))
	}
	return b.String()
}

func addFormer(src []byte, add string) []byte {
	list, ok := field(src, formerKey)
	if !ok {
		return atEnd(src, formerKey+": ["+quoted(add)+"]")
	}
	items := list.Value.List
	for _, x := range items {
		if x.Raw == add {
			return src
		}
	}
	if len(items) == 0 {
		return intoEmpty(src, list, quoted(add))
	}
	from, to, ok := scalar(src, items[len(items)-1])
	if !ok {
		return src
	}
	if begin := lineStart(src, from); isItem(src[begin:from]) {
		end := lineEnd(src, to)
		return Apply(src, []Edit{{end, end, ending(src) + string(src[begin:from]) + quoted(add)}})
	}
	return Apply(src, []Edit{{to, to, ", " + quoted(add)}})
}

// intoEmpty writes the first entry of a list that has none.
func intoEmpty(src []byte, list frontmatter.Field, entry string) []byte {
	if at, ok := list.Value.Pos.Offset(src); ok && list.Value.IsList && src[at] == '[' {
		return Apply(src, []Edit{{at + 1, at + 1, entry}})
	}
	at, ok := list.Pos.Offset(src)
	if end := at + len(list.Key) + 1; ok && bytes.HasPrefix(src[at:], []byte(list.Key+":")) {
		return Apply(src, []Edit{{end, end, " [" + entry + "]"}})
	}
	return src
}

func dropFormer(src []byte, drop string) []byte {
	list, _ := field(src, formerKey)
	items := list.Value.List
	for i, x := range items {
		from, to, ok := scalar(src, x)
		if x.Raw != drop || !ok {
			continue
		}
		begin := lineStart(src, from)
		block := isItem(src[begin:from])
		switch {
		case len(items) == 1:
			key, _ := list.Pos.Offset(src)
			if close := bytes.IndexByte(src[to:], ']'); !block && close >= 0 {
				to += close
			}
			return Apply(src, []Edit{{key, nextLine(src, to), ""}})
		case block:
			return Apply(src, []Edit{{begin, nextLine(src, to), ""}})
		case i+1 < len(items):
			next, _, _ := scalar(src, items[i+1])
			return Apply(src, []Edit{{from, next, ""}})
		}
		_, before, _ := scalar(src, items[i-1])
		return Apply(src, []Edit{{before, to, ""}})
	}
	return src
}

// isItem reports that a line begins an entry of a list in block style.
func isItem(before []byte) bool {
	before = bytes.TrimSpace(before)
	return len(before) == 1 && before[0] == '-'
}

// AddKey adds a key with a text as its value at the end of front matter. It is not ok when
// that is written in a way that is not edited here.
func AddKey(src []byte, key, text string) (out []byte, ok bool) {
	out = atEnd(src, key+": "+strconv.Quote(text))
	f, ok := field(out, key)
	return out, ok && f.Value.Raw == text
}

// atEnd adds a line to front matter.
func atEnd(src []byte, line string) []byte {
	fence, ok := end(src)
	if !ok {
		return src
	}
	return Apply(src, []Edit{{fence, fence, line + ending(src)}})
}

// Has reports whether front matter has a key.
func Has(src []byte, key string) bool {
	_, ok := field(src, key)
	return ok
}

// Words puts words in the place of others in front matter, from an address on. It
// is for words that stand nowhere by chance: hashes.
func Words(src []byte, from diag.Pos, instead map[string]string) []byte {
	at, ok := from.Offset(src)
	fence, closed := end(src)
	if !ok || !closed || at > fence {
		return src
	}
	var edits []Edit
	for begin := at; begin < fence; {
		n := bytes.IndexFunc(src[begin:fence], isHex)
		if n < 0 {
			break
		}
		begin += n
		word := src[begin:fence]
		if n := bytes.IndexFunc(word, func(r rune) bool { return !isHex(r) }); n >= 0 {
			word = word[:n]
		}
		if with, ok := instead[string(word)]; ok {
			edits = append(edits, Edit{begin, begin + len(word), with})
		}
		begin += len(word)
	}
	return Apply(src, edits)
}

func isHex(r rune) bool { return r >= '0' && r <= '9' || r >= 'a' && r <= 'f' }

// read reads front matter; body is the number of the line after it, from 0.
func read(src []byte) (fields []frontmatter.Field, body int, ok bool) {
	var faults diag.List
	text, ok := source.Clean("", src, &faults)
	if !ok {
		return nil, 0, false
	}
	var r frontmatter.Reader
	block, ok := r.Read(source.New("", text), &faults)
	return block.Fields, block.First, ok && block.First > 0 && len(faults) == 0
}

func field(src []byte, key string) (f frontmatter.Field, ok bool) {
	fields, _, _ := read(src)
	for _, f := range fields {
		if f.Key == key {
			return f, true
		}
	}
	return f, false
}

// end is the offset of the line that ends front matter.
func end(src []byte) (fence int, ok bool) {
	_, body, ok := read(src)
	if !ok {
		return 0, false
	}
	return diag.Pos{Line: body, Col: 1}.Offset(src)
}

// scalar finds the bytes of a value of one line with its quotation marks. It is not ok
// when they are written in another way than the value reads.
func scalar(src []byte, v frontmatter.Value) (from, to int, ok bool) {
	from, ok = v.Pos.Offset(src)
	if !ok || from == len(src) {
		return 0, 0, false
	}
	written := v.Raw
	if c := src[from]; c == '"' || c == '\'' {
		written = string(c) + written + string(c)
	}
	return from, from + len(written), written != "" && bytes.HasPrefix(src[from:], []byte(written))
}

// Reference puts an id in the place of another one, which a value of front matter
// begins with at an address. It is not ok when something else is written there.
func Reference(src []byte, at diag.Pos, old, now string) (e Edit, ok bool) {
	from, to, ok := scalar(src, frontmatter.Value{Raw: old, Pos: at})
	if !ok || to < len(src) && bytes.IndexByte([]byte(" \t\r\n,]}"), src[to]) < 0 {
		return e, false
	}
	if c := src[from]; c == '"' || c == '\'' {
		return Edit{from + 1, to - 1, now}, true
	}
	return Edit{from, to, quoted(now)}, true
}

// quoted writes an id so that YAML reads it as text.
func quoted(id string) string {
	if frontmatter.IsPlain(id) {
		return id
	}
	return strconv.Quote(id)
}
