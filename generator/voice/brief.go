package voice

import (
	"html/template"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/generator/limits"
	"dossier/generator/model"
)

// Summary is the summary of a text.
func Summary(t *model.Text) template.HTML { return template.HTML(t.SummaryHTML()) }

// Brief is the summary of a text, cut when it is long: each page that names an
// entity repeats it.
func Brief(t *model.Text) template.HTML {
	return template.HTML(shorten(t.SummaryHTML(), limits.MaxBriefCharacters))
}

// mostBytes bounds the bytes of a character: any number of accents may stand on
// one.
const mostBytes = 8

// shorten cuts HTML of a phrase after at most so many characters, between words
// where it can: else, as in Chinese, between characters. It closes the elements
// and the directions that are open there.
func shorten(html string, most int) string {
	if len(html) <= most {
		return html
	}
	var c, last cut
	var before rune
	for count := 0; c.at < len(html); {
		if html[c.at] == '<' {
			c.tag(html)
			continue
		}
		r, size := character(html[c.at:])
		whole := !joined(before, r)
		if whole && (unicode.IsSpace(r) || wide(r) || wide(before)) {
			last = c
		}
		if whole && count == most || c.at > mostBytes*most {
			if last.at == 0 {
				last = c
			}
			return strings.TrimRightFunc(html[:last.at], unicode.IsSpace) + last.close()
		}
		if whole {
			count++
		}
		c.direction(r)
		c.at, before = c.at+size, r
	}
	return html
}

// cut is a place in HTML with what is open there.
type cut struct {
	at         int
	elements   []string
	directions string // what ends them, the last first
}

// tag passes an element's tag.
func (c *cut) tag(html string) {
	end := c.at + strings.IndexByte(html[c.at:], '>') + 1
	name, _, _ := strings.Cut(strings.Trim(html[c.at:end], "</>"), " ")
	switch {
	case html[c.at+1] == '/':
		c.elements = c.elements[:len(c.elements)-1]
	case name != "br":
		c.elements = append(c.elements[:len(c.elements):len(c.elements)], name) // a copy: an earlier place has its own
	}
	c.at = end
}

// direction passes a character that may begin or end a direction of its own
// (Unicode, UAX 9).
func (c *cut) direction(r rune) {
	switch {
	case r >= '\u2066' && r <= '\u2068':
		c.directions = "\u2069" + c.directions
	case r == '\u202A' || r == '\u202B' || r == '\u202D' || r == '\u202E':
		c.directions = "\u202C" + c.directions
	case r == '\u2069' || r == '\u202C':
		c.directions = strings.TrimPrefix(c.directions, string(r))
	}
}

// close ends what is cut.
func (c *cut) close() string {
	var b strings.Builder
	b.WriteString(c.directions + "…")
	for i := len(c.elements) - 1; i >= 0; i-- {
		b.WriteString("</" + c.elements[i] + ">")
	}
	return b.String()
}

// character is the first one of HTML, which may be an entity.
func character(html string) (r rune, size int) {
	if html[0] == '&' {
		if end := strings.IndexByte(html, ';'); end > 0 {
			return '&', end + 1
		}
	}
	return utf8.DecodeRuneInString(html)
}

// joined reports whether a character makes one sign with that before it.
func joined(before, r rune) bool {
	const joiner = '\u200D'
	return unicode.In(r, unicode.M, unicode.Variation_Selector) || r == joiner || before == joiner ||
		r >= 0x1F3FB && r <= 0x1F3FF || // tones of skin
		regional(before) && regional(r) || // flags
		r >= 0xE0020 && r <= 0xE007F // the letters of a region's flag
}

func regional(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

// wide reports a script that sets no spaces between words.
func wide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}
