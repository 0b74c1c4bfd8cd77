package frontmatter

import (
	"fmt"

	yamlnode "go.yaml.in/yaml/v3"

	"dossier/generator/limits"
)

// excess gives the first byte with which YAML passes a limit, and why; "" when
// it passes none. It is one pass, before any decoder sees the YAML. Its nesting
// is checked again, exactly, when it is decoded; here a bracket in a text counts
// as well, so that more are allowed.
func excess(yaml []byte) (at int, why string) {
	if len(yaml) > limits.MaxFrontBytes {
		return 0, fmt.Sprintf("the front matter has %d bytes; at most %d are read: move long texts into the prose", len(yaml), limits.MaxFrontBytes)
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
			return i, tooDeep
		}
	}
	return 0, ""
}

var tooDeep = fmt.Sprintf("lists and keys of the front matter are more than %d levels deep; write them flat", limits.MaxFrontDepth)

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
