// Package liquid executes the templates that stand in texts of Jekyll, as far as
// what they say can be known from the files: values of the configuration, of data
// and of the front matter, conditions, loops and includes. What cannot be known is
// handed back, so that nothing is invented.
package liquid

import (
	"fmt"
	"regexp"
	"strings"

	"dossier/generator/importer/matter"
)

// Host is what a template may ask of the site.
type Host struct {
	// Value gives what a name means that no tag has assigned, such as "site" or
	// "page"; ok is false for what is unknown.
	Value func(name string) (v matter.Value, ok bool)
	// Tag gives what a tag that is not Liquid's own stands for, such as {% link x %}.
	Tag func(name, args string) (text string, ok bool)
	// Block gives what such a tag that encloses something stands for.
	Block func(name, args, inner string) (text string, ok bool)
	// Plain gives what stands for text in which nothing is a tag.
	Plain func(text string) string
	// Include gives the text of an include.
	Include func(name string) (text string, ok bool)
	// Hide keeps what is not understood out of sight, and gives what stands for it.
	Hide func(source string) string
	// Skip is told what a condition leaves out.
	Skip func(source string)
	// Turned counts a tag that was executed.
	Turned func(what string)
}

// The bounds of one text: templates may be nested and repeat themselves.
const (
	maxOutput = 4 << 20
	maxSteps  = 200_000
	maxDepth  = 50
)

type machine struct {
	Host
	scopes []map[string]matter.Value
	out    *strings.Builder
	steps  int
	depth  int
	jump   string // "break" or "continue", up to the loop
}

// Run executes a text.
func Run(text string, host Host) string {
	if !token.MatchString(text) {
		return text
	}
	m := &machine{Host: host, scopes: []map[string]matter.Value{{}}, out: &strings.Builder{}}
	m.all(parse(trimmed(text)))
	return m.out.String()
}

func (m *machine) all(nodes []*node) {
	for _, n := range nodes {
		m.steps++
		if m.steps > maxSteps || m.out.Len() > maxOutput || m.jump != "" {
			return
		}
		m.one(n)
	}
}

func (m *machine) one(n *node) {
	switch n.tag {
	case "":
		m.out.WriteString(n.source)
	case "=":
		m.output(n)
	case "raw":
		var b strings.Builder
		for _, c := range n.body {
			b.WriteString(c.source)
		}
		m.Turned("{% raw %}")
		m.out.WriteString(m.Plain(b.String()))
	case "highlight":
		text, ok := m.Block(n.tag, n.args, m.inner(n.body))
		if !ok {
			text = m.Hide(n.whole())
		}
		m.out.WriteString(text)
	case "comment":
		m.out.WriteString(m.Hide(n.whole()))
	case "assign":
		m.assign(n)
	case "break", "continue":
		if len(m.scopes) > 1 {
			m.jump = n.tag
		}
	case "capture":
		m.scopes[len(m.scopes)-1][n.args] = m.inner(n.body)
		m.Turned("{% capture %}")
	case "if", "unless":
		m.condition(n)
	case "case":
		m.choose(n)
	case "for":
		m.loop(n)
	case "include", "include_relative", "render":
		m.include(n)
	default:
		if text, ok := m.Tag(n.tag, n.args); ok {
			m.out.WriteString(text)
			return
		}
		m.out.WriteString(m.Hide(n.whole()))
	}
}

// inner executes nodes and gives what they write.
func (m *machine) inner(nodes []*node) string {
	before := m.out
	m.out = &strings.Builder{}
	m.all(nodes)
	s := m.out.String()
	m.out = before
	return s
}

func (m *machine) output(n *node) {
	v, ok := m.expression(n.args)
	if !ok {
		m.out.WriteString(m.Hide(n.source))
		return
	}
	m.Turned("{{ … }}")
	m.out.WriteString(written(v))
}

func written(v matter.Value) string {
	switch v := v.(type) {
	case string:
		return v
	case []matter.Value:
		var b strings.Builder
		for _, x := range v {
			b.WriteString(written(x))
		}
		return b.String()
	}
	return matter.Written(v)
}

func (m *machine) assign(n *node) {
	name, expr, ok := strings.Cut(n.args, "=")
	v, known := m.expression(strings.TrimSpace(expr))
	if !ok || !known {
		m.out.WriteString(m.Hide(n.source))
		return
	}
	m.scopes[0][strings.TrimSpace(name)] = v
	m.Turned("{% assign %}")
}

func (m *machine) condition(n *node) {
	yes, known := m.test(n.args)
	if n.tag == "unless" {
		yes = !yes
	}
	if !known {
		m.out.WriteString(m.Hide(n.whole()))
		return
	}
	m.Turned("{% " + n.tag + " %}")
	m.branch(yes, n.source, n.body)
	for _, p := range n.parts {
		now := false
		if !yes {
			hit, known := m.test(p.args)
			now = p.tag == "else" || known && hit
		}
		m.branch(now, p.source, p.body)
		yes = yes || now
	}
}

// branch executes a branch, or leaves it out.
func (m *machine) branch(taken bool, source string, body []*node) {
	if taken {
		m.all(body)
		return
	}
	for _, n := range body {
		source += n.whole()
	}
	m.Skip(source)
}

func (m *machine) choose(n *node) {
	v, known := m.expression(n.args)
	if !known {
		m.out.WriteString(m.Hide(n.whole()))
		return
	}
	m.Turned("{% case %}")
	done := false
	for _, p := range n.parts {
		hit := p.tag == "else"
		for _, w := range splitOutside(p.args, ",") {
			for _, alt := range strings.Split(w, " or ") {
				x, ok := m.expression(strings.TrimSpace(alt))
				hit = hit || ok && written(x) == written(v)
			}
		}
		m.branch(hit && !done, p.source, p.body)
		done = done || hit
	}
}

var forArgs = regexp.MustCompile(`^([\w-]+)\s+in\s+(\S+)(.*)$`)

func (m *machine) loop(n *node) {
	a := forArgs.FindStringSubmatch(n.args)
	if a == nil || m.depth > maxDepth {
		m.out.WriteString(m.Hide(n.whole()))
		return
	}
	list, known := m.expression(a[2])
	items, isList := list.([]matter.Value)
	if !known || !isList {
		m.out.WriteString(m.Hide(n.whole()))
		return
	}
	m.Turned("{% for %}")
	items = m.part(items, a[3])
	m.depth++
	for i, x := range items {
		m.scopes = append(m.scopes, map[string]matter.Value{a[1]: x, "forloop": matter.Map{
			{Key: "index", Value: fmt.Sprint(i + 1)}, {Key: "index0", Value: fmt.Sprint(i)},
			{Key: "first", Value: fmt.Sprint(i == 0)}, {Key: "last", Value: fmt.Sprint(i == len(items)-1)},
		}})
		m.all(n.body)
		m.scopes = m.scopes[:len(m.scopes)-1]
		was := m.jump
		if m.jump = ""; was == "break" {
			break
		}
	}
	m.depth--
	if len(items) == 0 && len(n.parts) > 0 {
		m.all(n.parts[0].body)
	}
}

// part keeps to "reversed", "limit:3" and "offset:1".
func (m *machine) part(items []matter.Value, how string) []matter.Value {
	number := func(key string) int {
		_, after, ok := strings.Cut(how, key+":")
		if !ok {
			return -1
		}
		word, _, _ := strings.Cut(strings.TrimSpace(after), " ")
		v, _ := m.expression(word)
		n := -1
		fmt.Sscan(written(v), &n)
		return n
	}
	if n := number("offset"); n >= 0 {
		items = items[min(n, len(items)):]
	}
	if n := number("limit"); n >= 0 {
		items = items[:min(n, len(items))]
	}
	if strings.Contains(how, "reversed") {
		turned := make([]matter.Value, len(items))
		for i, x := range items {
			turned[len(items)-1-i] = x
		}
		items = turned
	}
	return items
}

func (m *machine) include(n *node) {
	name, args, _ := strings.Cut(n.args, " ")
	text, ok := m.Include(strings.Trim(name, `"',`))
	if !ok || m.depth > 10 {
		if text, ok := m.Tag(n.tag, n.args); ok {
			m.out.WriteString(text)
			return
		}
		m.out.WriteString(m.Hide(n.source))
		return
	}
	var with matter.Map
	for _, a := range includeArgs.FindAllStringSubmatch(args, -1) {
		v, _ := m.expression(a[2])
		with = append(with, matter.Pair{Key: a[1], Value: v})
	}
	m.Turned("{% include %}")
	m.depth++
	m.scopes = append(m.scopes, map[string]matter.Value{"include": with})
	m.all(parse(text))
	m.scopes = m.scopes[:len(m.scopes)-1]
	m.depth--
}

var includeArgs = regexp.MustCompile(`([\w-]+)\s*=\s*("[^"]*"|'[^']*'|\S+)`)
