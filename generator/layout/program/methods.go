package program

import (
	"fmt"
	"html/template"
	"strconv"
	"strings"
	"text/template/parse"
)

// method compiles a call of T, Plain, LangOf, Num or Asset on the page's view.
func (c *compiler) method(n parse.Node, of expr, name string, args []expr) expr {
	if of.view && name == "Num" && len(args) == 1 && args[0].typ == intType {
		if c.constants.Number == nil {
			return args[0]
		}
		num := asNumber(args[0])
		return stringExpr(func(x *execution) string { return c.constants.Number(num(x)) })
	}
	if !of.view || len(args) == 0 || args[0].typ != stringType {
		return c.nothing(n)
	}
	key, k := args[0], c.constants
	words, known := k.Words[key.value]
	switch {
	case name == "Asset" && key.known && len(args) == 1:
		if path, ok := k.Assets[key.value]; ok {
			return joined([]expr{stringExpr(func(x *execution) string { return x.root }), constant(path())})
		}
	case name == "Asset" && !key.known && len(args) == 1:
		text := asText(key)
		return stringExpr(func(x *execution) string {
			path, ok := k.Assets[text(x)]
			if !ok {
				x.failed = true
				return ""
			}
			return x.root + path()
		})
	case key.known && !known:
	case name == "LangOf" && key.known && len(args) == 1:
		return constant(k.LangOf(key.value))
	case name == "T" && key.known && k.Foreign[key.value]:
		return c.marked(n, words, args[1:])
	case (name == "T" || name == "Plain") && key.known:
		return c.message(n, words, args[1:])
	case name == "Plain" || name == "T" && len(k.Foreign) == 0:
		text, values := asText(key), c.values(n, args[1:])
		return stringExpr(func(x *execution) string {
			words, ok := k.Words[text(x)]
			x.failed = x.failed || !ok
			return k.FillIn(words, values(x))
		})
	}
	return c.nothing(n)
}

// Say gives the interface words for a key with their arguments: a string, or HTML
// that says in which language they are when that is not the page's.
func (k Constants) Say(key string, args []any) any {
	words := k.Words[key]
	if !k.Foreign[key] {
		return k.FillIn(words, args)
	}
	return template.HTML(k.mark(words, args))
}

// LangOf is the language of the words for a key when it is not the page's, else
// "".
func (k Constants) LangOf(key string) string {
	if k.Foreign[key] {
		return k.ForeignLang
	}
	return ""
}

func (k Constants) mark(words string, args []any) string {
	return k.Open + escaped(words, args, k.OpenOwn) + closeSpan
}

const closeSpan = "</span>"

// escaped are interface words as HTML. Around an argument that is words itself
// there is a span that open starts; "" is none.
func escaped(words string, args []any, open string) string {
	texts := strings.SplitN(words, "{}", len(args)+1)
	var b strings.Builder
	b.WriteString(template.HTMLEscapeString(texts[0]))
	for i, text := range texts[1:] {
		arg := template.HTMLEscapeString(fmt.Sprint(args[i]))
		if _, number := args[i].(int); !number && open != "" {
			arg = open + arg + closeSpan
		}
		b.WriteString(arg + template.HTMLEscapeString(text))
	}
	return b.String()
}

// FillIn replaces each "{}" of interface words by the next argument.
func (k Constants) FillIn(words string, args []any) string {
	for _, a := range args {
		if n, ok := a.(int); ok {
			a = k.Num(n)
		}
		words = strings.Replace(words, "{}", fmt.Sprint(a), 1)
	}
	return words
}

// Num is a number in the language's digits.
func (k Constants) Num(n int) string {
	if k.Number == nil {
		return strconv.Itoa(n)
	}
	return k.Number(n)
}

// marked compiles interface words of another language. html/template strips the
// tags where they stand in an attribute.
func (c *compiler) marked(n parse.Node, words string, args []expr) expr {
	k, values := c.constants, c.values(n, args)
	if len(args) == 0 {
		e, bare := constantHTML(k.mark(words, nil)), constantHTML(escaped(words, nil, ""))
		e.bare = &bare
		return e
	}
	e := htmlExpr(func(x *execution) string { return k.mark(words, values(x)) })
	bare := htmlExpr(func(x *execution) string { return escaped(words, values(x), "") })
	e.bare = &bare
	return e
}
