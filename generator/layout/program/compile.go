package program

import (
	"fmt"
	"reflect"
	"sync"
	"text/template/parse"
)

// Constants are what is the same on all pages that a program makes.
type Constants struct {
	Words  map[string]string        // what T words, by key
	Assets map[string]func() string // what Asset finds, by name: paths below the site's root

	Number func(n int) string // writes a number in the language's digits; nil when they are those of Go

	Foreign       map[string]bool // keys of the words that are another language's
	ForeignLang   string          // that language
	Open, OpenOwn string          // start tags of a span around such words, and of one around an argument in them
}

// Compiler makes the programs of some kinds of pages, which share the functions that are
// compiled of the same templates.
type Compiler struct {
	mu        sync.Mutex
	constants Constants
	templates Templates
	functions map[signature]*function
}

// NewCompiler makes a compiler of templates.
func NewCompiler(t Templates, constants Constants) *Compiler {
	return &Compiler{constants: constants, templates: t, functions: map[signature]*function{}}
}

// compiler makes one program. What depends on no variable of a template is its trade: functions
// of the template language, what is true, and how a value is written.
type compiler struct {
	*Compiler
	added   []signature // of functions that earlier programs do not have
	unknown string      // what there is no rule for, if anything
}

// signature says for what a template is compiled: one template gives a function
// for each type of value that it is called with.
type signature struct {
	template string
	arg      reflect.Type // nil when it is called with nothing
	view     bool         // it is called with the page's view
}

// Compile makes the program that executes a template over a type of view, a struct.
// Without a program it says what there is no rule for.
func (all *Compiler) Compile(begin string, view reflect.Type) (p *Program, unknown string) {
	all.mu.Lock()
	defer all.mu.Unlock()
	c := &compiler{Compiler: all}
	main := c.function(signature{begin, view, true})
	if c.unknown != "" {
		for _, s := range c.added { // what there is no rule for may be in any
			delete(all.functions, s)
		}
		return nil, c.unknown
	}
	return &Program{view: view, main: main}, ""
}

// giveUp notes what there is no rule for. Compiling goes on, for nothing.
func (c *compiler) giveUp(format string, args ...any) {
	if c.unknown == "" {
		c.unknown = fmt.Sprintf(format, args...)
	}
}

// function is the function of a template that is called.
func (c *compiler) function(s signature) *function {
	if f := c.functions[s]; f != nil {
		return f
	}
	f := &function{}
	c.functions[s], c.added = f, append(c.added, s)
	if root := c.templates.roots[s.template]; root != nil {
		c.body(f, s, root)
	} else {
		c.giveUp("template %q", s.template)
	}
	return f
}

// body compiles a template's text for what it is called with.
func (c *compiler) body(f *function, s signature, root *parse.ListNode) {
	f.slots = 1
	dot := variable{name: "$", typ: s.arg, view: s.view, fixed: true}
	f.body = (&scope{compiler: c, fn: f, dot: dot, vars: []variable{dot}}).list(root)
	f.done = true
}

// scope is what a piece of a template sees: it compiles what depends on the dot and the variables.
type scope struct {
	*compiler
	fn   *function
	dot  variable
	vars []variable
}

// variable is a value in a function's frame.
type variable struct {
	name  string
	slot  int
	typ   reflect.Type
	view  bool // it is the page's view
	fixed bool // it shares its slot with the dot, so it must not be assigned
}

// declare finds room in the frame.
func (c *scope) declare(name string, of expr) variable {
	v := variable{name: name, slot: c.fn.slots, typ: of.typ, view: of.view}
	c.fn.slots++
	return v
}

func (c *scope) list(n *parse.ListNode) []step {
	var b block
	if n != nil {
		c.nodes(&b, n)
	}
	return b
}

// inner compiles a list in which the dot may be another.
func (c *scope) inner(n *parse.ListNode, dot variable) []step {
	outer, declared := c.dot, len(c.vars)
	c.dot = dot
	steps := c.list(n)
	c.dot, c.vars = outer, c.vars[:declared]
	return steps
}

func (c *scope) nodes(b *block, list *parse.ListNode) {
	for _, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.TextNode:
			b.text(string(n.Text))
		case *parse.ActionNode:
			c.action(b, n.Pipe)
		case *parse.IfNode:
			c.branch(b, &n.BranchNode, false)
		case *parse.WithNode:
			c.branch(b, &n.BranchNode, true)
		case *parse.RangeNode:
			c.loop(b, n)
		case *parse.TemplateNode:
			c.template(b, n, nil)
		case *parse.ListNode:
			c.template(b, c.templates.inlined[n], n)
		case *parse.BreakNode:
			b.do(func(*execution) flow { return breakLoop })
		case *parse.ContinueNode:
			b.do(func(*execution) flow { return continueLoop })
		default:
			c.giveUp("%s", n)
		}
	}
}

func (c *scope) action(b *block, pipe *parse.PipeNode) {
	if len(pipe.Decl) > 0 {
		get := c.pipe(pipe).get
		b.do(func(x *execution) flow { get(x); return onward })
		return
	}
	cmds, escapers := cutEscapers(pipe.Cmds)
	c.print(b, c.commands(cmds), escapers)
}

// branch compiles an if, or a with, which sets the dot.
func (c *scope) branch(b *block, n *parse.BranchNode, with bool) {
	declared := len(c.vars)
	e := c.pipe(n.Pipe)
	test, dot := c.truth(e), c.dot
	if with {
		dot = c.declare("", e)
		get, isTrue := e.get, c.truthOf(e.typ)
		test = func(x *execution) bool {
			v := get(x)
			x.store(dot.slot, v)
			return isTrue(v)
		}
	}
	yes, no := c.inner(n.List, dot), c.inner(n.ElseList, c.dot)
	c.vars = c.vars[:declared]
	b.do(func(x *execution) flow {
		if test(x) {
			return x.walk(yes)
		}
		return x.walk(no)
	})
}

// loop compiles a range over a slice or an array.
func (c *scope) loop(b *block, n *parse.RangeNode) {
	over := through(c.commands(n.Pipe.Cmds))
	if n.Pipe.IsAssign || over.typ == nil || over.typ.Kind() != reflect.Slice && over.typ.Kind() != reflect.Array {
		c.giveUp("%s", n.Pipe)
		return
	}
	elem := c.declare("", expr{typ: over.typ.Elem()})
	elem.fixed = true
	index := variable{slot: -1}
	declared := len(c.vars)
	if d := n.Pipe.Decl; len(d) > 0 {
		if len(d) > 1 {
			index = c.declare(d[0].Ident[0], expr{typ: intType})
			c.vars = append(c.vars, index)
		}
		elem.name = d[len(d)-1].Ident[0]
		c.vars = append(c.vars, elem)
	}
	body := c.inner(n.List, elem)
	c.vars = c.vars[:declared]
	none := c.inner(n.ElseList, c.dot)
	b.do(rangeOver(over.get, elem.slot, index.slot, body, none))
}

// rangeOver runs body for each element of a list, or none when there is none.
// index is -1 when nobody asks for it.
func rangeOver(list func(x *execution) reflect.Value, elem, index int, body, none []step) func(x *execution) flow {
	return func(x *execution) flow {
		v := list(x)
		n := v.Len()
		if n == 0 {
			if f := x.walk(none); f != breakLoop { // text/template lets this loop take it, which is over
				return f
			}
			return onward
		}
		for i := range n {
			x.store(elem, v.Index(i))
			if index >= 0 {
				x.store(index, reflect.ValueOf(i))
			}
			if x.walk(body) == breakLoop {
				break
			}
		}
		return onward
	}
}

// template compiles a call; inlined is the template's text if it stands in the
// call's place.
func (c *scope) template(b *block, n *parse.TemplateNode, inlined *parse.ListNode) {
	arg := expr{safe: true, get: func(*execution) reflect.Value { return reflect.Value{} }}
	if n.Pipe != nil {
		if arg = c.pipe(n.Pipe); arg.typ == nil {
			c.giveUp("%s", n)
		}
	}
	from, to, called := c.fn, &function{}, signature{n.Name, arg.typ, arg.view}
	if inlined != nil {
		c.body(to, called, inlined)
	} else {
		to = c.function(called)
	}
	if to.done && arg.safe && (len(to.body) == 0 || len(to.body) == 1 && to.body[0].run == nil) {
		b.add(to.body) // nothing but text
		return
	}
	b.do(func(x *execution) flow {
		x.call(from, to, arg.get(x))
		return onward
	})
}
