package marked

import (
	"html"
	"regexp"
	"strings"
)

// An Attribute is what a tag, of HTML or of another language, says.
type Attribute struct{ Name, Value string } // a value alone has no name

// Attributes reads the words of a tag: name="value", name='value', name=value,
// "value" and value.
func Attributes(s string) (out []Attribute) {
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimLeft(s, " \t\r\n,") {
		var a Attribute
		if s[0] != '"' && s[0] != '\'' && s[0] != '`' {
			end := strings.IndexAny(s, " \t\r\n=,")
			if end < 0 {
				return append(out, Attribute{Value: s})
			}
			word, rest := s[:end], strings.TrimLeft(s[end:], " \t\r\n")
			if rest == "" || rest[0] != '=' {
				if word != "" {
					out = append(out, Attribute{Value: word})
				}
				s = rest
				continue
			}
			a.Name, s = word, strings.TrimLeft(rest[1:], " \t\r\n")
		}
		a.Value, s = quoted(s)
		out = append(out, a)
	}
	return out
}

// quoted takes a value, in quotes or not, from the start of a text.
func quoted(s string) (value, rest string) {
	if s == "" {
		return "", ""
	}
	q := s[0]
	if q != '"' && q != '\'' && q != '`' {
		end := strings.IndexAny(s, " \t\r\n")
		if end < 0 {
			return s, ""
		}
		return s[:end], s[end:]
	}
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\' && q != '`' && i+1 < len(s) && s[i+1] == q:
			i++
		case s[i] == q:
			return strings.ReplaceAll(s[1:i], `\`+string(q), string(q)), s[i+1:]
		}
	}
	return s[1:], ""
}

// Get gives an attribute's value, whatever the case of its name, or "".
func Get(all []Attribute, names ...string) string {
	for _, name := range names {
		for _, a := range all {
			if strings.EqualFold(a.Name, name) && a.Value != "" {
				return a.Value
			}
		}
	}
	return ""
}

// Unescape replaces the references to characters of HTML.
func Unescape(s string) string { return html.UnescapeString(s) }

var anyTag = regexp.MustCompile(`(?s)</?[A-Za-z][^<>]*>`)

// StripTags leaves out the tags of HTML.
func StripTags(s string) string { return anyTag.ReplaceAllString(s, "") }

// Inline writes words as one line of Markdown, with nothing in them that means more
// than itself.
func Inline(words string) string {
	return escapes.Replace(strings.Join(strings.Fields(words), " "))
}

var escapes = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", `\<`)

// Destination writes an address for the round brackets of a link.
func Destination(address string) string {
	address = strings.ReplaceAll(strings.TrimSpace(address), " ", "%20")
	if strings.ContainsAny(address, "()<>\n\t") {
		address = strings.NewReplacer("(", "%28", ")", "%29", "<", "%3C", ">", "%3E", "\n", "", "\t", "").Replace(address)
	}
	return address
}

// Link writes a link; words are Markdown.
func Link(words, address string) string { return "[" + words + "](" + Destination(address) + ")" }

// Titled writes a link with a title, or one that shows its address.
func Titled(title, address string) string {
	if title == "" && strings.Contains(address, "://") && !strings.ContainsAny(address, " <>") {
		return "<" + address + ">"
	}
	if title == "" {
		title = address
	}
	return Link(Inline(title), address)
}

// Picture writes a picture, with a caption or none.
func Picture(alt, address, caption string) string {
	s := "![" + Inline(alt) + "](" + Destination(address)
	if caption = strings.Join(strings.Fields(caption), " "); caption != "" {
		s += " '" + strings.ReplaceAll(strings.ReplaceAll(caption, `\`, ""), "'", `\'`) + "'"
	}
	return s + ")"
}
