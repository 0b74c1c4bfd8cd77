package program

import (
	"cmp"
	"fmt"
	"html/template"
	"reflect"
	"strings"
	"text/template/parse"
)

// call compiles a function of the template language.
func (c *compiler) call(n *parse.IdentifierNode, args []expr) expr {
	switch name := n.Ident; name {
	case "and", "or":
		return c.junction(n, args, name == "or")
	case "not":
		if len(args) == 1 {
			test := c.truth(args[0])
			return boolExpr(func(x *execution) bool { return !test(x) })
		}
	case "len":
		if len(args) == 1 && hasKind(args[0], reflect.String, reflect.Slice, reflect.Array) {
			get := args[0].get
			return intExpr(func(x *execution) int { return get(x).Len() })
		}
	case "index":
		return c.index(n, args)
	case "eq", "ne", "lt", "le", "gt", "ge":
		return c.comparison(n, args)
	case "print", "printf", "println", "html", "js", "urlquery":
		return c.wording(n, args)
	case "_eval_args_": // html/template makes "x | html" of "html x"
		if len(args) == 1 && args[0].typ == stringType {
			return args[0]
		}
	}
	return c.nothing(n)
}

func hasKind(e expr, kinds ...reflect.Kind) bool {
	for _, k := range kinds {
		if e.typ != nil && e.typ.Kind() == k {
			return true
		}
	}
	return false
}

// junction compiles "or", whose value is the first argument that is true, and
// "and", whose value is the first that is not; else the last.
func (c *compiler) junction(n parse.Node, args []expr, or bool) expr {
	if len(args) == 0 {
		return c.nothing(n)
	}
	out := expr{typ: args[0].typ, view: args[0].view}
	tests := make([]func(*execution) bool, len(args))
	for i, a := range args {
		tests[i] = c.truth(a)
		if a.typ != out.typ || a.view != out.view {
			out.typ, out.view = nil, false
		}
	}
	out.test = func(x *execution) bool {
		for _, test := range tests {
			if test(x) == or {
				return or
			}
		}
		return !or
	}
	if out.typ == nil { // good for a test alone
		out.get = func(*execution) reflect.Value { return reflect.Value{} }
		return out
	}
	isTrue := c.truthOf(out.typ)
	out.get = func(x *execution) (v reflect.Value) {
		for _, a := range args {
			if v = a.get(x); isTrue(v) == or {
				break
			}
		}
		return v
	}
	return out
}

func (c *compiler) index(n parse.Node, args []expr) expr {
	if len(args) < 2 {
		return c.nothing(n)
	}
	out := args[0]
	for _, a := range args[1:] {
		if !hasKind(out, reflect.Slice, reflect.Array) || a.typ != intType {
			return c.nothing(n)
		}
		get, num, elem := out.get, asNumber(a), out.typ.Elem()
		out = expr{typ: elem, get: func(x *execution) reflect.Value {
			list, i := get(x), num(x)
			if i < 0 || i >= list.Len() {
				return x.fail(elem)
			}
			return list.Index(i)
		}}
	}
	return out
}

// comparison compiles "eq" and its like, for strings, ints and, as to
// equality, bools.
func (c *compiler) comparison(n *parse.IdentifierNode, args []expr) expr {
	if len(args) < 2 || len(args) > 2 && n.Ident != "eq" {
		return c.nothing(n)
	}
	var compare []func(x *execution) int
	for _, b := range args[1:] {
		a := args[0]
		switch {
		case hasKind(a, reflect.String) && hasKind(b, reflect.String):
			s, t := asText(a), asText(b)
			compare = append(compare, func(x *execution) int { return cmp.Compare(s(x), t(x)) })
		case hasKind(a, reflect.Int) && hasKind(b, reflect.Int):
			i, j := asNumber(a), asNumber(b)
			compare = append(compare, func(x *execution) int { return cmp.Compare(i(x), j(x)) })
		case hasKind(a, reflect.Bool) && hasKind(b, reflect.Bool) && (n.Ident == "eq" || n.Ident == "ne"):
			p, q := c.truth(a), c.truth(b)
			compare = append(compare, func(x *execution) int {
				if p(x) == q(x) {
					return 0
				}
				return 1
			})
		default:
			return c.nothing(n)
		}
	}
	holds := map[string]func(int) bool{
		"eq": func(i int) bool { return i == 0 }, "ne": func(i int) bool { return i != 0 },
		"lt": func(i int) bool { return i < 0 }, "le": func(i int) bool { return i <= 0 },
		"gt": func(i int) bool { return i > 0 }, "ge": func(i int) bool { return i >= 0 },
	}[n.Ident]
	return boolExpr(func(x *execution) bool {
		for _, compared := range compare {
			if holds(compared(x)) {
				return true
			}
		}
		return false
	})
}

// wording compiles the functions that make a text of any values.
func (c *compiler) wording(n *parse.IdentifierNode, args []expr) expr {
	word := map[string]func(...any) string{
		"print": fmt.Sprint, "println": fmt.Sprintln,
		"html": template.HTMLEscaper, "js": template.JSEscaper, "urlquery": template.URLQueryEscaper,
	}[n.Ident]
	if n.Ident == "printf" {
		if len(args) == 0 || args[0].typ != stringType {
			return c.nothing(n)
		}
		format := asText(args[0])
		values := c.values(n, args[1:])
		return stringExpr(func(x *execution) string { return fmt.Sprintf(format(x), values(x)...) })
	}
	values := c.values(n, args)
	return stringExpr(func(x *execution) string { return word(values(x)...) })
}

// values gives arguments of any type. The view itself is none: programs get it
// without the pointer that it may have come with.
func (c *compiler) values(n parse.Node, args []expr) func(x *execution) []any {
	for _, a := range args {
		if a.typ == nil || a.view {
			c.giveUp("%s", n)
		}
	}
	return func(x *execution) []any {
		out := make([]any, len(args))
		for i, a := range args {
			out[i] = a.get(x).Interface()
		}
		return out
	}
}

// message compiles interface words with arguments for their "{}".
func (c *compiler) message(n parse.Node, words string, args []expr) expr {
	if len(args) == 0 {
		return constant(words)
	}
	texts := strings.SplitN(words, "{}", len(args)+1)
	parts := []expr{constant(texts[0])}
	for i, text := range texts[1:] {
		if args[i].typ != intType || c.constants.Number != nil { // its text may have a "{}" of its own
			values := c.values(n, args)
			return stringExpr(func(x *execution) string { return c.constants.FillIn(words, values(x)) })
		}
		parts = append(parts, args[i], constant(text))
	}
	return joined(parts)
}

// joined is the string that parts are, one after another.
func joined(parts []expr) expr {
	out := stringExpr(func(x *execution) string {
		var b []byte
		for _, p := range parts {
			b = appendPart(b, x, p)
		}
		return string(b)
	})
	out.parts = parts
	return out
}
