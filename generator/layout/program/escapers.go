package program

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"
	"unicode/utf8"
)

// The escapers of html/template that layouts meet, as functions that append.
// They must give its very bytes; the tests, FuzzEscapers among them, compare.

// escaping is what a chain of escapers does.
type escaping struct {
	text      func(dst []byte, s string) []byte // to a string
	html      func(dst []byte, s string) []byte // to a template.HTML
	noTags    bool                              // html is right for texts without tags only
	piecewise bool                              // the pieces of a text may be escaped one by one
	drop      bool                              // it writes nothing
}

const escaperPrefix = "_html_template_"

// cutEscapers divides a pipeline into what stands in the layout and the escapers
// that html/template put at its end.
func cutEscapers(cmds []*parse.CommandNode) (rest []*parse.CommandNode, chain string) {
	var names []string
	rest = cmds
	for i, cmd := range cmds {
		id, ok := cmd.Args[0].(*parse.IdentifierNode)
		if ok && strings.HasPrefix(id.Ident, escaperPrefix) {
			if len(names) == 0 {
				rest = cmds[:i]
			}
			names = append(names, strings.TrimPrefix(id.Ident, escaperPrefix))
		} else if len(names) > 0 { // one that is not html/template's own comes after
			return cmds[:i], "unknown"
		}
	}
	if len(names) == 0 && !endsInEscaper(rest) {
		return rest, "none"
	}
	return rest, strings.Join(names, " ")
}

// endsInEscaper reports whether the layout itself escapes the value, which
// html/template allows.
func endsInEscaper(cmds []*parse.CommandNode) bool {
	id, ok := cmds[len(cmds)-1].Args[0].(*parse.IdentifierNode)
	return ok && (id.Ident == "html" || id.Ident == "urlquery")
}

// escapingOf finds the rule for a chain of escapers.
func escapingOf(chain string) (e escaping, ok bool) {
	switch chain {
	case "":
		return escaping{text: appendString, html: appendString, piecewise: true}, true
	case "htmlescaper":
		return escaping{text: appendEscaped, html: appendString, piecewise: true}, true
	case "rcdataescaper":
		return escaping{text: appendEscaped, html: appendNormalized, piecewise: true}, true
	case "attrescaper":
		return escaping{text: appendEscaped, html: appendNormalized, noTags: true, piecewise: true}, true
	case "nospaceescaper":
		return escaping{text: appendUnquoted, html: appendUnquotedNormalized, noTags: true}, true
	case "urlfilter urlnormalizer attrescaper":
		return escaping{text: appendURL, html: appendURL}, true
	case "urlnormalizer attrescaper":
		return escaping{text: appendURLPart, html: appendURLPart}, true
	case "urlescaper attrescaper":
		return escaping{text: appendURLQuery, html: appendURLQuery, piecewise: true}, true
	case "commentescaper":
		return escaping{drop: true}, true
	}
	return escaping{}, false
}

// print compiles an action that writes a value.
func (c *compiler) print(b *block, e expr, chain string) {
	esc, ok := escapingOf(chain)
	if !ok {
		c.giveUp("escapers %s", chain)
		return
	}
	if esc.noTags && e.bare != nil {
		e = *e.bare
	}
	switch {
	case e.typ != stringType && e.typ != intType && e.typ != boolType && e.typ != htmlType:
		c.giveUp("printing a %v", e.typ)
	case esc.drop:
		b.do(func(x *execution) flow { e.get(x); return onward })
	case e.known && e.typ == htmlType:
		b.text(string(esc.html(nil, e.value)))
	case e.known:
		b.text(string(esc.text(nil, e.value)))
	case e.parts != nil && esc.piecewise:
		for _, p := range e.parts {
			c.print(b, p, chain)
		}
	case e.parts != nil:
		b.do(printParts(e.parts, esc.text))
	case e.typ == intType:
		num := asNumber(e) // no escaper changes a number
		b.do(func(x *execution) flow { x.buf = strconv.AppendInt(x.buf, int64(num(x)), 10); return onward })
	case e.typ == boolType:
		test := c.truth(e)
		b.do(func(x *execution) flow { x.buf = strconv.AppendBool(x.buf, test(x)); return onward })
	case e.typ == htmlType:
		b.do(printHTML(asText(e), esc))
	default:
		b.do(printText(e, esc.text))
	}
}

func printText(e expr, escape func([]byte, string) []byte) func(x *execution) flow {
	if e.path != nil { // the most frequent
		from, path := e.from, e.path
		return func(x *execution) flow {
			x.buf = escape(x.buf, x.follow(x.load(from), path).String())
			return onward
		}
	}
	text := asText(e)
	return func(x *execution) flow {
		x.buf = escape(x.buf, text(x))
		return onward
	}
}

func printHTML(text func(x *execution) string, esc escaping) func(x *execution) flow {
	return func(x *execution) flow {
		s := text(x)
		if esc.noTags && strings.Contains(s, "<") {
			x.failed = true
		}
		x.buf = esc.html(x.buf, s)
		return onward
	}
}

// printParts writes parts whose text has to be escaped as a whole. It is written
// first, and escaped only if it needs to be.
func printParts(parts []expr, escape func([]byte, string) []byte) func(x *execution) flow {
	return func(x *execution) flow {
		start := len(x.buf)
		for _, p := range parts {
			x.buf = appendPart(x.buf, x, p)
		}
		if whole := x.buf[start:]; len(whole) == 0 || slices.ContainsFunc(whole, func(c byte) bool { return urlClass[c] != plainByte }) {
			x.buf = escape(x.buf[:start], string(whole))
		}
		return onward
	}
}

func appendPart(dst []byte, x *execution, p expr) []byte {
	if p.typ == intType {
		return strconv.AppendInt(dst, int64(asNumber(p)(x)), 10)
	}
	return append(dst, asText(p)(x)...)
}

func appendString(dst []byte, s string) []byte { return append(dst, s...) }

// replacements are what bytes become in a text; "" for those that stay.
type replacements [256]string

// inText are those in text and in quoted attributes. Bytes that are no UTF-8
// stay.
var inText = replacements{0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;"}

// inUnquoted are those in attributes without quotes.
var inUnquoted = replacements{
	0: "&#xfffd;", '\t': "&#9;", '\n': "&#10;", '\v': "&#11;", '\f': "&#12;", '\r': "&#13;", ' ': "&#32;",
	'"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '=': "&#61;", '>': "&gt;", '`': "&#96;",
}

// normal are replacements that leave references as they are.
func (r replacements) normal() replacements {
	r['&'] = ""
	return r
}

var (
	inTextNormal     = inText.normal()
	inUnquotedNormal = inUnquoted.normal()
)

func appendEscaped(dst []byte, s string) []byte    { return appendReplaced(dst, s, &inText) }
func appendNormalized(dst []byte, s string) []byte { return appendReplaced(dst, s, &inTextNormal) }

// replacedInText has the bytes that appendReplaced may have to replace. Few are,
// so it looks at four at a time.
var replacedInText = inText.some()

func (r *replacements) some() (some [256]bool) {
	for c := range some {
		some[c] = r[c] != ""
	}
	return some
}

// appendReplaced replaces by inText or by inTextNormal.
func appendReplaced(dst []byte, s string, by *replacements) []byte {
	done := 0
	for i := 0; i < len(s); {
		if i+4 <= len(s) && !(replacedInText[s[i]] || replacedInText[s[i+1]] || replacedInText[s[i+2]] || replacedInText[s[i+3]]) {
			i += 4
			continue
		}
		if r := by[s[i]]; r != "" {
			dst = append(append(dst, s[done:i]...), r...)
			done = i + 1
		}
		i++
	}
	return append(dst, s[done:]...)
}

func appendUnquoted(dst []byte, s string) []byte { return appendUnquotedBy(dst, s, &inUnquoted) }
func appendUnquotedNormalized(dst []byte, s string) []byte {
	return appendUnquotedBy(dst, s, &inUnquotedNormal)
}

// appendUnquotedBy also replaces the noncharacters, which old browsers ignored.
func appendUnquotedBy(dst []byte, s string, by *replacements) []byte {
	if s == "" {
		return append(dst, unsafeContent...)
	}
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r < utf8.RuneSelf && by[r] != "":
			dst = append(dst, by[r]...)
		case 0xfdd0 <= r && r <= 0xfdef || 0xfff0 <= r && r <= 0xffff:
			dst = fmt.Appendf(dst, "&#x%x;", r)
		default:
			dst = append(dst, s[:size]...)
		}
		s = s[size:]
	}
	return dst
}

// unsafeContent is what html/template writes in place of what it will not.
const unsafeContent = "ZgotmplZ"
