package markdown

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/text/unicode/norm"

	"dossier/generator/glyph"
)

// headingIDs makes unique ids that can be read in every script: letters,
// digits and marks stay, lower-cased; anything else becomes a hyphen.
// (goldmark's own ids are empty outside ASCII.) An id never holds "_" or ".",
// which are left to layouts and to prefixes.
//
// It maps each id given to the number that its next namesake tries first, so
// that many equal headings cost no more than different ones.
type headingIDs map[string]int

func (used headingIDs) generate(text string) string {
	base := slug(text)
	if base == "" {
		base = "section"
	}
	id := base
	if n := used[base]; n > 0 {
		for id = base + "-" + strconv.Itoa(n); used[id] > 0; id = base + "-" + strconv.Itoa(n) {
			n++
		}
		used[base] = n + 1
	}
	used[id] = 2
	return id
}

// writtenID takes the id that stands behind a heading as {#id}, as in Hugo,
// kramdown and Pandoc, also with spaces, a colon or classes beside it, from its
// text; "" when there is none.
func (r *recorder) writtenID(n ast.Node) string {
	if n.Lines().Len() == 0 {
		return ""
	}
	line := n.Lines().At(n.Lines().Len() - 1)
	value := bytes.TrimRight(line.Value(r.source.Text), " \t\n")
	open := bytes.LastIndexByte(value, '{')
	if open < 0 || !bytes.HasSuffix(value, []byte("}")) || open > 0 && value[open-1] == '\\' {
		return ""
	}
	id := idAmong(string(value[open+1 : len(value)-1]))
	if id == "" || !cutText(n, line.Start+len(bytes.TrimRight(value[:open], " \t"))) {
		return ""
	}
	at := line.Start + open
	good := slug(id)
	switch {
	case good == "":
		r.notUnderstood(at, "this is no id for a heading; write letters, digits and hyphens, such as {#talks}")
	case good != strings.ToLower(norm.NFC.String(id)):
		if r.notUnderstood(at, "an id has letters, digits and hyphens only; did you mean {#"+good+"}?") {
			r.faults.Mend("{#"+id+"}", "{#"+good+"}", true)
		}
	case r.ids[good] > 0:
		r.notUnderstood(at, "this page has a heading with the id \""+good+"\" already; write another")
	}
	return good
}

// idAmong finds the id among attributes such as ": .lead #id"; "" for none.
func idAmong(attributes string) string {
	for _, word := range strings.Fields(strings.TrimPrefix(attributes, ":")) {
		if id, ok := strings.CutPrefix(word, "#"); ok {
			return id
		}
		if word[0] != '.' && !strings.Contains(word, "=") {
			break // words in braces
		}
	}
	return ""
}

// cutText takes what stands behind an offset of the source from the end of a
// node, where it is nothing but text.
func cutText(n ast.Node, at int) bool {
	first := n.LastChild()
	for ; first != nil; first = first.PreviousSibling() {
		t, ok := first.(*ast.Text)
		if !ok {
			return false
		}
		if t.Segment.Start <= at {
			t.Segment.Stop = min(t.Segment.Stop, at)
			break
		}
	}
	for first != nil && first.NextSibling() != nil {
		n.RemoveChild(n, first.NextSibling())
	}
	return first != nil
}

func slug(s string) string {
	var b strings.Builder
	hyphen := false
	for _, r := range norm.NFC.String(s) {
		switch r = glyph.InID(r); r {
		case 0:
		case '-':
			hyphen = true
		default:
			if hyphen && b.Len() > 0 {
				b.WriteByte('-')
			}
			hyphen = false
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}
