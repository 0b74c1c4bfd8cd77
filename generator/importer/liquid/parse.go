package liquid

import (
	"regexp"
	"slices"
	"strings"
)

// node is words, an output or a tag with what it encloses.
type node struct {
	source string // as written; of a block its opening tag
	tag    string // "" for words, "=" for an output
	args   string
	body   []*node
	parts  []*node // elsif, else, when
	close  string
}

var (
	token      = regexp.MustCompile(`(?s)\{\{.*?\}\}|\{%.*?%\}`)
	trimBefore = regexp.MustCompile(`\s*(\{[{%])-`)
	trimAfter  = regexp.MustCompile(`-([}%]\})\s*`)
)

// trimmed leaves out the white space that {%- and -%} take away.
func trimmed(text string) string {
	return trimAfter.ReplaceAllString(trimBefore.ReplaceAllString(text, "$1"), "$1")
}

// blocks are the tags that enclose something, with what may divide them.
var blocks = map[string][]string{
	"if": {"elsif", "else"}, "unless": {"elsif", "else"}, "case": {"when", "else"}, "for": {"else"},
	"capture": nil, "comment": nil, "raw": nil, "highlight": nil,
}

func parse(text string) []*node {
	root := &node{tag: "root"}
	open := []*node{root}
	add := func(n *node) {
		top := open[len(open)-1]
		if k := len(top.parts); k > 0 {
			top = top.parts[k-1]
		}
		top.body = append(top.body, n)
	}
	for at := 0; at < len(text); {
		m := token.FindStringIndex(text[at:])
		if m == nil {
			add(&node{source: text[at:]})
			break
		}
		if m[0] > 0 {
			add(&node{source: text[at : at+m[0]]})
		}
		n := read(text[at+m[0] : at+m[1]])
		at += m[1]
		top := open[len(open)-1]
		switch {
		case (top.tag == "raw" || top.tag == "comment") && n.tag != "end"+top.tag:
			add(&node{source: n.source})
		case len(open) > 1 && n.tag == "end"+top.tag:
			top.close = n.source
			open = open[:len(open)-1]
		case len(open) > 1 && slices.Contains(blocks[top.tag], n.tag):
			top.parts = append(top.parts, n)
		case isBlock(n.tag) && len(open) < maxDepth:
			add(n)
			open = append(open, n)
		default:
			add(n)
		}
	}
	return root.body
}

func isBlock(tag string) bool { _, ok := blocks[tag]; return ok }

func read(source string) *node {
	n := &node{source: source, tag: "="}
	n.args = strings.TrimSpace(source[2 : len(source)-2])
	if source[1] == '%' {
		n.tag, n.args, _ = strings.Cut(n.args, " ")
		if at := strings.IndexAny(n.tag, "\n\t"); at >= 0 {
			n.args = n.tag[at:] + " " + n.args
			n.tag = n.tag[:at]
		}
		n.args = strings.TrimSpace(n.args)
	}
	return n
}

// whole is a block as it was written.
func (n *node) whole() string {
	var b strings.Builder
	b.WriteString(n.source)
	for _, c := range n.body {
		b.WriteString(c.whole())
	}
	for _, p := range n.parts {
		b.WriteString(p.whole())
	}
	b.WriteString(n.close)
	return b.String()
}
