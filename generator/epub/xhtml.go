package epub

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dossier/generator/xmltext"
)

// void are the elements of HTML that have no end, with spaces around each.
const void = " area br col embed hr img input wbr "

// XHTML appends HTML as XML has it: elements that never end are closed, attributes
// without a value get one, and characters that XML cannot say become U+FFFD. The HTML is
// well formed otherwise: every other element is closed, values are in double quotes. A
// picture without an address becomes its words; what leads to a note, and the notes, are
// marked for readers that open them in place.
func XHTML(buf []byte, html string) []byte {
	buf = slices.Grow(buf, len(html)+len(html)/16)
	for html != "" {
		at := strings.IndexByte(html, '<')
		if at < 0 {
			return appendRaw(buf, html)
		}
		buf = appendRaw(buf, html[:at])
		html = html[at:]
		end := tagEnd(html)
		buf = appendTag(buf, html[:end])
		html = html[end:]
	}
	return buf
}

// appendRaw appends text that is escaped already.
func appendRaw(buf []byte, text string) []byte {
	from := 0
	for at, r := range text {
		if r >= ' ' && r < utf8.RuneSelf {
			continue
		}
		if !xmltext.Allowed(r) {
			buf = append(append(buf, text[from:at]...), "\uFFFD"...)
			from = at + len(string(r))
		}
	}
	return append(buf, text[from:]...)
}

// tagEnd is behind the tag that a text begins with.
func tagEnd(html string) int {
	quoted := false
	for i := range len(html) {
		switch html[i] {
		case '"':
			quoted = !quoted
		case '>':
			if !quoted {
				return i + 1
			}
		}
	}
	return len(html)
}

// noteTypes are what EPUB calls what roles of ARIA name.
var noteTypes = map[string]string{"doc-noteref": "noteref", "doc-endnotes": "endnotes", "doc-backlink": "backlink"}

// appendTag appends a tag.
func appendTag(buf []byte, tag string) []byte {
	inside := strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(tag, "<"), ">"), "/")
	if strings.HasPrefix(inside, "/") {
		return append(buf, tag...)
	}
	name, rest, _ := strings.Cut(inside, " ")
	if name == "img" {
		if _, ok := attribute(rest, "src"); !ok {
			if alt, ok := attribute(rest, "alt"); ok {
				buf = appendRaw(append(buf, `<span class="picture">`...), alt)
				buf = append(buf, "</span>"...)
			}
			return buf
		}
	}
	buf = append(append(buf, '<'), name...)
	for left := rest; left != ""; {
		var one string
		if one, left = nextAttribute(left); one == "" {
			continue
		}
		buf = appendRaw(append(buf, ' '), one)
		if !strings.Contains(one, "=") {
			buf = append(buf, `=""`...)
		}
	}
	if role, ok := attribute(rest, "role"); ok {
		buf = xmltext.Attribute(buf, "epub:type", noteTypes[role])
	}
	if strings.Contains(void, " "+name+" ") {
		buf = append(buf, '/')
	}
	return append(buf, '>')
}

// attribute is the value of an attribute of a tag, as it is written: the last, where
// there are several.
func attribute(rest, of string) (value string, ok bool) {
	for rest != "" {
		var one string
		one, rest = nextAttribute(rest)
		if name, text, has := strings.Cut(one, "="); has && name == of {
			value, ok = strings.Trim(text, `"`), true
		}
	}
	return value, ok
}

// nextAttribute cuts the first attribute from others; it is "" between two spaces.
func nextAttribute(rest string) (one, after string) {
	quoted := false
	for i := range len(rest) {
		switch rest[i] {
		case '"':
			quoted = !quoted
		case ' ', '\n':
			if !quoted {
				return rest[:i], rest[i+1:]
			}
		}
	}
	return rest, ""
}
