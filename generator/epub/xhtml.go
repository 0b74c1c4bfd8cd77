package epub

import (
	"strings"

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
	attributes := attributesOf(rest)
	if name == "img" && attributes["src"] == nil {
		if alt := attributes["alt"]; alt != nil {
			buf = appendRaw(append(buf, `<span class="picture">`...), *alt)
			buf = append(buf, "</span>"...)
		}
		return buf
	}
	buf = append(append(buf, '<'), name...)
	for rest != "" {
		var one string
		if one, rest = nextAttribute(rest); one == "" {
			continue
		}
		buf = appendRaw(append(buf, ' '), one)
		if !strings.Contains(one, "=") {
			buf = append(buf, `=""`...)
		}
	}
	if role := attributes["role"]; role != nil {
		buf = xmltext.Attribute(buf, "epub:type", noteTypes[*role])
	}
	if strings.Contains(void, " "+name+" ") {
		buf = append(buf, '/')
	}
	return append(buf, '>')
}

// attributesOf are the attributes of a tag, as they are written.
func attributesOf(rest string) map[string]*string {
	var out map[string]*string
	for rest != "" {
		var one string
		one, rest = nextAttribute(rest)
		if name, value, ok := strings.Cut(one, "="); ok {
			if out == nil {
				out = map[string]*string{}
			}
			value = strings.Trim(value, `"`)
			out[name] = &value
		}
	}
	return out
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
