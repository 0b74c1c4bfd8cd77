package voice

import (
	"html"
	"html/template"
	"strings"
	"unicode"

	"dossier/generator/layout"
	"dossier/generator/limits"
	"dossier/generator/model"
	"dossier/generator/prose"
)

// Summary is the summary of a text.
func Summary(t *model.Text) template.HTML { return template.HTML(t.SummaryHTML()) }

// SummaryAlone stands for a text that is too long for a page with others.
func SummaryAlone(t *model.Text) layout.Prose {
	if t.Summary == "" {
		return layout.Prose{}
	}
	return layout.Prose{HTML: "<p>" + Summary(t) + "</p>\n", Lang: t.Lang}
}

// Brief is the summary of a text, cut when it is long: each page that names an
// entity repeats it.
func Brief(t *model.Text) template.HTML {
	return template.HTML(shorten(t.SummaryHTML(), limits.MaxBriefCharacters, Dots(t.Lang)))
}

// BriefText is Brief as plain words.
func BriefText(t *model.Text) string {
	return html.UnescapeString(shorten(html.EscapeString(t.Summary), limits.MaxBriefCharacters, Dots(t.Lang)))
}

// mostBytes bounds the bytes of a character: any number of accents may stand on
// one.
const mostBytes = 8

// shorten cuts HTML of a phrase after at most so many characters, between words
// where it can: else, as in Thai, between characters. It closes the elements, the
// directions and the pairs of 「」 that are open there.
func shorten(html string, most int, dots string) string {
	if len(html) <= most {
		return html
	}
	var c, last cut
	var before rune
	count, words := 0, 0
	for c.at < len(html) {
		if html[c.at] == '<' {
			c.tag(html)
			continue
		}
		r, size := prose.Character(html[c.at:])
		whole := !prose.Joined(before, r)
		if whole && c.at > 0 && prose.Parts(before, r) {
			last, words = c, count
		}
		if whole && count == most || c.at > mostBytes*most {
			if words < most/2 { // one long word, or a script that sets no spaces
				last = c
			}
			text := strings.TrimRightFunc(html[:last.at], unicode.IsSpace)
			shut, _ := prose.Halves(text)
			return text + last.close(dots+shut)
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

// close ends what is cut, with dots.
func (c *cut) close(dots string) string {
	var b strings.Builder
	b.WriteString(c.directions + dots)
	for i := len(c.elements) - 1; i >= 0; i-- {
		b.WriteString("</" + c.elements[i] + ">")
	}
	return b.String()
}
