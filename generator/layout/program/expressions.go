package program

import (
	"html/template"
	"reflect"
	"slices"
	"strconv"
	"text/template/parse"
)

// expr is an expression of a template, compiled. Of its functions only get is
// always set. The others give the same value as it does, but as a string, an int
// or a bool, which costs less than a reflect.Value.
type expr struct {
	typ  reflect.Type // nil when it depends on the view, or there is no rule
	view bool         // the value is the page's view
	safe bool         // it cannot fail
	get  func(x *execution) reflect.Value
	text func(x *execution) string // of a string
	num  func(x *execution) int    // of an int
	test func(x *execution) bool   // whether it is true, in the sense of if

	value string // of a constant string, when known is set
	known bool
	bare  *expr  // the same without tags, as attributes have it; of marked words only
	parts []expr // strings and ints that, one after another, are a string
	from  int    // slot from which path leads to the value, when path is set
	path  []int
}

var (
	stringType = reflect.TypeFor[string]()
	intType    = reflect.TypeFor[int]()
	boolType   = reflect.TypeFor[bool]()
	htmlType   = reflect.TypeFor[template.HTML]()
)

func stringExpr(text func(x *execution) string) expr {
	return expr{typ: stringType, text: text, get: func(x *execution) reflect.Value { return reflect.ValueOf(text(x)) }}
}

func intExpr(num func(x *execution) int) expr {
	return expr{typ: intType, num: num, get: func(x *execution) reflect.Value { return reflect.ValueOf(num(x)) }}
}

func boolExpr(test func(x *execution) bool) expr {
	return expr{typ: boolType, test: test, get: func(x *execution) reflect.Value { return reflect.ValueOf(test(x)) }}
}

func constant(s string) expr {
	v := reflect.ValueOf(s)
	return expr{typ: stringType, safe: true, known: true, value: s,
		text: func(*execution) string { return s }, get: func(*execution) reflect.Value { return v }}
}

// constantHTML is constant for HTML.
func constantHTML(s string) expr {
	e, v := constant(s), reflect.ValueOf(template.HTML(s))
	e.typ, e.get = htmlType, func(*execution) reflect.Value { return v }
	return e
}

func htmlExpr(text func(x *execution) string) expr {
	return expr{typ: htmlType, text: text, get: func(x *execution) reflect.Value { return reflect.ValueOf(template.HTML(text(x))) }}
}

// nothing stands for what there is no rule for.
func (c *compiler) nothing(n parse.Node) expr {
	c.giveUp("%s", n)
	return expr{get: func(*execution) reflect.Value { return reflect.Value{} }}
}

// pipe compiles a pipeline. Its variables, declared or assigned, are set when
// its value is got.
func (c *scope) pipe(n *parse.PipeNode) expr {
	e := c.commands(n.Cmds)
	for _, d := range n.Decl {
		var v variable
		if n.IsAssign {
			if v = c.variable(d.Ident[0]); v.fixed || v.typ != e.typ || v.view != e.view {
				return c.nothing(n)
			}
		} else {
			v = c.declare(d.Ident[0], e)
			c.vars = append(c.vars, v)
		}
		get := e.get
		e = expr{typ: e.typ, view: e.view, get: func(x *execution) reflect.Value {
			value := get(x)
			x.store(v.slot, value)
			return value
		}}
	}
	return e
}

// commands compiles a pipeline without its variables: each command gets the
// value before it as its last argument.
func (c *scope) commands(cmds []*parse.CommandNode) expr {
	if len(cmds) == 0 {
		c.giveUp("an empty pipeline")
		return expr{get: func(*execution) reflect.Value { return reflect.Value{} }}
	}
	e := c.command(cmds[0])
	for _, cmd := range cmds[1:] {
		e = c.command(cmd, e)
	}
	return e
}

func (c *scope) command(cmd *parse.CommandNode, piped ...expr) expr {
	var args []expr
	if n := len(cmd.Args) - 1 + len(piped); n > 0 {
		args = make([]expr, 0, n)
	}
	for _, n := range cmd.Args[1:] {
		args = append(args, c.operand(n))
	}
	args = append(args, piped...)
	switch n := cmd.Args[0].(type) {
	case *parse.FieldNode:
		return c.fields(n, c.load(c.dot), n.Ident, args)
	case *parse.VariableNode:
		return c.fields(n, c.load(c.variable(n.Ident[0])), n.Ident[1:], args)
	case *parse.ChainNode:
		return c.fields(n, c.operand(n.Node), n.Field, args)
	case *parse.IdentifierNode:
		return c.call(n, args)
	}
	if len(args) > 0 {
		return c.nothing(cmd)
	}
	return c.operand(cmd.Args[0])
}

// operand compiles an argument, or a command that is nothing but a value.
func (c *scope) operand(n parse.Node) expr {
	switch n := n.(type) {
	case *parse.DotNode:
		return c.load(c.dot)
	case *parse.FieldNode:
		return c.fields(n, c.load(c.dot), n.Ident, nil)
	case *parse.VariableNode:
		return c.fields(n, c.load(c.variable(n.Ident[0])), n.Ident[1:], nil)
	case *parse.ChainNode:
		return c.fields(n, c.operand(n.Node), n.Field, nil)
	case *parse.PipeNode:
		return c.pipe(n)
	case *parse.IdentifierNode:
		return c.call(n, nil)
	case *parse.StringNode:
		return constant(n.Text)
	case *parse.BoolNode:
		return boolExpr(func(*execution) bool { return n.True })
	case *parse.NumberNode:
		if i, err := strconv.Atoi(n.Text); err == nil && n.IsInt && int64(i) == n.Int64 {
			return intExpr(func(*execution) int { return i })
		}
	}
	return c.nothing(n)
}

// variable finds a variable by its name.
func (c *scope) variable(name string) variable {
	for _, v := range slices.Backward(c.vars) {
		if v.name == name {
			return v
		}
	}
	c.giveUp("variable %s", name)
	return variable{}
}

func (c *scope) load(v variable) expr {
	slot := v.slot
	return expr{typ: v.typ, view: v.view, safe: true, from: slot, path: []int{},
		get: func(x *execution) reflect.Value { return x.load(slot) }}
}

// fields compiles .A.B of a value. The last name may be a method's, with
// arguments; those of the page's view have rules.
func (c *scope) fields(n parse.Node, of expr, names []string, args []expr) expr {
	for i, name := range names {
		of = through(of)
		if of.typ == nil || of.typ.Kind() != reflect.Struct {
			return c.nothing(n)
		}
		if _, method := reflect.PointerTo(of.typ).MethodByName(name); method {
			if i < len(names)-1 {
				return c.nothing(n)
			}
			return c.method(n, of, name, args)
		}
		f, ok := of.typ.FieldByName(name)
		if !ok || !f.IsExported() {
			return c.nothing(n)
		}
		typ := of.typ
		for _, i := range f.Index {
			if typ.Kind() != reflect.Struct { // embedded by a pointer
				return c.nothing(n)
			}
			typ = typ.Field(i).Type
		}
		of = along(of, f.Index, f.Type)
	}
	if len(args) > 0 {
		return c.nothing(n)
	}
	return of
}

// through follows pointers, as far as they go.
func through(e expr) expr {
	for e.typ != nil && e.typ.Kind() == reflect.Pointer {
		e = along(e, []int{-1}, e.typ.Elem())
	}
	return e
}

// along goes on from an expression, to a value of type typ.
func along(e expr, path []int, typ reflect.Type) expr {
	out := expr{typ: typ}
	if e.path == nil {
		get := e.get
		out.get = func(x *execution) reflect.Value { return x.follow(get(x), path) }
		return out
	}
	out.from, out.path = e.from, slices.Concat(e.path, path)
	out.safe = !slices.Contains(out.path, -1)
	from, path := out.from, out.path
	out.get = func(x *execution) reflect.Value { return x.follow(x.load(from), path) }
	return out
}

// asText gives the text of a value that is a string.
func asText(e expr) func(x *execution) string {
	if e.text != nil {
		return e.text
	}
	get := e.get
	return func(x *execution) string { return get(x).String() }
}

// asNumber gives the value of an int.
func asNumber(e expr) func(x *execution) int {
	if e.num != nil {
		return e.num
	}
	get := e.get
	return func(x *execution) int { return int(get(x).Int()) }
}

// truth says whether a value is true, in the sense of if.
func (c *compiler) truth(e expr) func(x *execution) bool {
	if e.test != nil {
		return e.test
	}
	get, isTrue := e.get, c.truthOf(e.typ)
	return func(x *execution) bool { return isTrue(get(x)) }
}

// truthOf says of the values of a type whether they are true.
func (c *compiler) truthOf(typ reflect.Type) func(reflect.Value) bool {
	if typ != nil {
		switch typ.Kind() {
		case reflect.String, reflect.Slice, reflect.Array:
			return func(v reflect.Value) bool { return v.Len() > 0 }
		case reflect.Bool:
			return reflect.Value.Bool
		case reflect.Int:
			return func(v reflect.Value) bool { return v.Int() != 0 }
		case reflect.Pointer:
			return func(v reflect.Value) bool { return !v.IsNil() }
		case reflect.Struct:
			return func(reflect.Value) bool { return true }
		}
	}
	c.giveUp("the truth of a %v", typ)
	return func(reflect.Value) bool { return false }
}
