package markdown

import (
	"fmt"
	"strings"

	yamlnode "go.yaml.in/yaml/v3"

	"dossier/generator/limits"
)

// tagEffort is what a "<" counts in marks: a tag may have attributes, which are
// matched by a regular expression.
const tagEffort = 2

// excess is a limit passed.
type excess struct {
	at  int // offset in the source
	why string
}

func exceeds(at int, format string, args ...any) *excess {
	return &excess{at, fmt.Sprintf(format, args...)}
}

// surveyFront checks YAML that begins at an offset of the source, in one pass.
// Its nesting is also checked when it is decoded, exactly; here a bracket in a
// text counts as well, so that more are allowed.
func surveyFront(yaml []byte, at int) *excess {
	if len(yaml) > limits.MaxFrontBytes {
		return exceeds(at, "the front matter has %d bytes; at most %d are read: move long texts into the prose", len(yaml), limits.MaxFrontBytes)
	}
	deep, markers, begun := 0, 0, false
	for i, c := range yaml {
		switch c {
		case '\n':
			markers, begun = 0, false
		case '[', '{':
			deep++
			begun = true
		case ']', '}':
			deep = max(0, deep-1)
		case '-', '?', ':':
			if !begun {
				markers++
			}
		case ' ', '\t':
		default:
			begun = true
		}
		if deep+markers > 4*limits.MaxFrontDepth {
			return &excess{at + i, tooDeep}
		}
	}
	return nil
}

var tooDeep = fmt.Sprintf("lists and keys of the front matter are more than %d levels deep; write them flat", limits.MaxFrontDepth)

// TooLong says that a file of so many bytes is not read.
func TooLong(size int) string {
	return fmt.Sprintf("the file has %d bytes; at most %d are read: split it into sections", size, limits.MaxFileBytes)
}

// TooLongValue says that a text of front matter, of so many bytes, is not read,
// or "".
func TooLongValue(key string, size int) string {
	field, _, _ := strings.Cut(key, ".") // name.en
	switch isName := field == "name" || field == "inverse" || field == "role"; {
	case size > limits.MaxValueBytes && !isName:
		return fmt.Sprintf("%q has %d bytes; at most %d are read: move a long text into the prose", key, size, limits.MaxValueBytes)
	case size > limits.MaxNameBytes && isName:
		return fmt.Sprintf("%q has %d bytes; at most %d are read: shorten it", key, size, limits.MaxNameBytes)
	}
	return ""
}

// weights are the numbers of nodes under the anchors of YAML, which each alias
// repeats.
type weights map[*yamlnode.Node]int

// excess gives the first node with which a tree passes a limit, or nil.
func (w weights) excess(root *yamlnode.Node) (at *yamlnode.Node, why string) {
	var count func(n *yamlnode.Node, depth int)
	total := 0
	count = func(n *yamlnode.Node, depth int) {
		before := total
		switch {
		case at != nil:
			return
		case depth > limits.MaxFrontDepth:
			at, why = n, tooDeep
			return
		}
		total += 1 + w[n.Alias]
		for _, c := range n.Content {
			count(c, depth+1)
		}
		if total > limits.MaxFrontNodes && at == nil {
			at, why = n, fmt.Sprintf("the front matter has more than %d keys and values, repeated ones included", limits.MaxFrontNodes)
		}
		if n.Anchor != "" {
			w[n] = total - before
		}
	}
	count(root, 1)
	return at, why
}
