// Package matter reads the front matter of other programs: YAML between lines of
// three dashes, TOML between lines of three plus signs, or a JSON object. It also
// reads whole files of these, which is how such programs are configured.
//
// Values keep the words that were written: a date is never made finer, and "no" is
// a text until somebody asks whether it means "false".
package matter

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2"
	"go.yaml.in/yaml/v3"
)

// A Value is a text (string), a list ([]Value), a Map, or nil.
type Value any

// A Map has its keys in the order in which they were written; those of TOML, which
// its decoder does not tell, by name.
type Map []Pair

// A Pair is a key with its value.
type Pair struct {
	Key   string
	Value Value
}

// Get gives the value of a key, whatever its case; nil when there is none.
func (m Map) Get(key string) Value {
	for _, p := range m {
		if strings.EqualFold(p.Key, key) {
			return p.Value
		}
	}
	return nil
}

// At follows keys that are joined by dots into maps.
func (m Map) At(path string) Value {
	if v := m.Get(path); v != nil {
		return v
	}
	key, rest, deeper := strings.Cut(path, ".")
	if !deeper {
		return nil
	}
	in, _ := m.Get(key).(Map)
	return in.At(rest)
}

// Text gives the text of a key, or "".
func (m Map) Text(key string) string { return Text(m.Get(key)) }

// Text is a value that is one text, or a list of one; else "".
func Text(v Value) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case []Value:
		if len(v) == 1 {
			return Text(v[0])
		}
	}
	return ""
}

// Texts is a value as a list of texts. Maps in a list stand for their name, title
// or id.
func Texts(v Value) (out []string) {
	switch v := v.(type) {
	case string:
		if s := strings.TrimSpace(v); s != "" {
			out = append(out, s)
		}
	case []Value:
		for _, x := range v {
			out = append(out, Texts(x)...)
		}
	case Map:
		for _, key := range []string{"name", "title", "id", "slug"} {
			if s := v.Text(key); s != "" {
				return []string{s}
			}
		}
	}
	return out
}

// True reports a value that says yes.
func True(v Value) bool {
	s, _ := v.(string)
	return strings.EqualFold(s, "true") || strings.EqualFold(s, "yes")
}

// Written is a value on one line, for a report.
func Written(v Value) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return strings.Join(strings.Fields(v), " ")
	case []Value:
		parts := make([]string, len(v))
		for i, x := range v {
			parts[i] = Written(x)
		}
		return strings.Join(parts, ", ")
	case Map:
		parts := make([]string, len(v))
		for i, p := range v {
			parts[i] = p.Key + ": " + Written(p.Value)
		}
		return "{" + strings.Join(parts, "; ") + "}"
	}
	panic(fmt.Sprintf("a value of type %T", v))
}

// Front splits a file into its front matter and its body. ok says that there is
// some. When it cannot be read, err says why and the map has what stands in lines
// of the form "key: words".
func Front(file string) (m Map, body string, ok bool, err error) {
	switch {
	case strings.HasPrefix(file, "---"):
		block, body, ok := fenced(file, "---", "...")
		if !ok {
			return nil, file, false, nil
		}
		m, err = YAML(block)
		return orLines(m, block, ":", err), body, true, err
	case strings.HasPrefix(file, "+++"):
		block, body, ok := fenced(file, "+++", "+++")
		if !ok {
			return nil, file, false, nil
		}
		m, err = TOML(block)
		return orLines(m, block, "=", err), body, true, err
	case strings.HasPrefix(strings.TrimLeft(file, " \t\n"), "{") && !strings.HasPrefix(strings.TrimLeft(file, " \t\n"), "{%") && !strings.HasPrefix(strings.TrimLeft(file, " \t\n"), "{{"):
		d := json.NewDecoder(strings.NewReader(file))
		d.UseNumber()
		var v any
		if err := d.Decode(&v); err != nil {
			return nil, file, false, nil
		}
		m, isMap := fromAny(v, 0).(Map)
		return m, strings.TrimPrefix(file[d.InputOffset():], "\n"), isMap, nil
	}
	return nil, file, false, nil
}

// fenced finds the block between two lines.
func fenced(file, open, close string) (block, body string, ok bool) {
	first, rest, _ := strings.Cut(file, "\n")
	if strings.TrimRight(first, " \t") != open {
		return "", "", false
	}
	at := 0
	for line := range strings.Lines(rest) {
		if l := strings.TrimRight(line, " \t\n"); l == open || l == close {
			return rest[:at], rest[at+len(line):], true
		}
		at += len(line)
	}
	return "", "", false
}

// orLines reads what can be read of a block that has a fault.
func orLines(m Map, block, sign string, err error) Map {
	if err == nil {
		return m
	}
	m = nil
	for line := range strings.Lines(block) {
		key, value, ok := strings.Cut(line, sign)
		if ok && key != "" && !strings.ContainsAny(key, " \t\"'#-") {
			m = append(m, Pair{key, strings.Trim(strings.TrimSpace(value), `"'`)})
		}
	}
	return m
}

// YAML reads a block or file of YAML that is a map.
func YAML(src string) (Map, error) {
	var doc yaml.Node
	if err := yaml.NewDecoder(strings.NewReader(src)).Decode(&doc); err != nil && err != io.EOF {
		return nil, err
	}
	if len(doc.Content) == 0 {
		return nil, nil
	}
	budget := maxNodes
	v := fromYAML(doc.Content[0], 0, &budget)
	if list, ok := v.([]Value); ok { // a file of data may be a list
		return Map{{Key: "", Value: list}}, nil
	}
	m, _ := v.(Map)
	return m, nil
}

// The values that are read of one file, aliases counted each time: ten of them in
// ten others, and so on, would fill the memory.
const (
	maxNodes = 2_000_000
	maxDepth = 40
)

func fromYAML(n *yaml.Node, depth int, budget *int) Value {
	if *budget--; depth > maxDepth || *budget < 0 {
		return nil
	}
	switch n.Kind {
	case yaml.AliasNode:
		return fromYAML(n.Alias, depth+1, budget)
	case yaml.ScalarNode:
		if n.Tag == "!!null" {
			return nil
		}
		return n.Value
	case yaml.SequenceNode:
		list := make([]Value, 0, len(n.Content))
		for _, c := range n.Content {
			list = append(list, fromYAML(c, depth+1, budget))
		}
		return list
	case yaml.MappingNode:
		var m Map
		for i := 0; i+1 < len(n.Content); i += 2 {
			if v := fromYAML(n.Content[i+1], depth+1, budget); n.Content[i].Value == "<<" {
				merged, _ := v.(Map)
				m = append(m, merged...)
			} else {
				m = append(m, Pair{n.Content[i].Value, v})
			}
		}
		return m
	}
	return nil
}

// TOML reads a block or file of TOML.
func TOML(src string) (Map, error) {
	var v map[string]any
	if err := toml.Unmarshal([]byte(src), &v); err != nil {
		return nil, err
	}
	m, _ := fromAny(v, 0).(Map)
	return m, nil
}

// JSON reads a file of JSON.
func JSON(src string) (Map, error) {
	d := json.NewDecoder(bytes.NewReader([]byte(src)))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, err
	}
	switch v := fromAny(v, 0).(type) {
	case Map:
		return v, nil
	case []Value:
		return Map{{Key: "", Value: v}}, nil
	}
	return nil, nil
}

func fromAny(v any, depth int) Value {
	if depth > maxDepth {
		return nil
	}
	switch v := v.(type) {
	case nil:
		return nil
	case string:
		return v
	case []any:
		list := make([]Value, len(v))
		for i, x := range v {
			list[i] = fromAny(x, depth+1)
		}
		return list
	case map[string]any:
		m := Map{}
		for _, key := range slices.Sorted(maps.Keys(v)) {
			m = append(m, Pair{key, fromAny(v[key], depth+1)})
		}
		return m
	case time.Time:
		return v.Format(time.RFC3339)
	}
	return fmt.Sprint(v)
}
