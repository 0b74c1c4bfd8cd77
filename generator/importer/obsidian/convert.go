package obsidian

import (
	"fmt"
	"path"
	"regexp"
	"strings"

	"dossier/generator/importer/marked"
	"dossier/generator/importer/origin"
)

var (
	wiki      = regexp.MustCompile(`(!?)\[\[([^\[\]\n]+)\]\]`)
	hidden    = regexp.MustCompile(`(?s)%%.*?%%`)
	highlight = regexp.MustCompile(`==([^\s=](?:[^=\n]*[^\s=])?)==`)
	blockID   = regexp.MustCompile(`(?m)(^|[ \t])\^([A-Za-z0-9][A-Za-z0-9-]*)[ \t]*$`)
	callout   = regexp.MustCompile(`(?m)^((?:[ \t]*>)+[ \t]?)\[!([\pL\pN_-]+)(?:\|[^\]\n]*)?\]([-+]?)[ \t]*(.*)$`)
	inline    = regexp.MustCompile(`\^\[([^\[\]\n]+)\]`)
	hashtag   = regexp.MustCompile(`(^|[\s(])#([\pL\pN_][\pL\pN_/-]*)`)
	size      = regexp.MustCompile(`^[0-9]+(?:x[0-9]+)?$`)
	picture   = regexp.MustCompile(`(?i)\.(?:avif|gif|jpe?g|png|webp|svg|bmp)$`)
	sized     = regexp.MustCompile(`(!\[[^\[\]\n]*)\|([0-9]+(?:x[0-9]+)?)\]\(`)
	board     = regexp.MustCompile(`!\[\[[^\[\]\n|#]+\.(?:base|canvas|excalidraw)(?:[#|][^\[\]\n]*)?\]\]`)
	mermaid   = regexp.MustCompile("(?m)^[ \t]*(?:```+|~~~+)[ \t]*mermaid")
	latin     = regexp.MustCompile(`[\pL]`)
)

// convert turns a body.
func (r *reader) convert(d *origin.Doc) *marked.Text {
	n := &d.Notes
	t := marked.New(queries(r.embeds(d, d.Body), func(code string) string {
		n.Mind("a query or drawing of a plugin is not shown: %s", code)
		return marked.Comment(code)
	}))
	if mermaid.MatchString(d.Body) {
		n.Mind("a drawing in mermaid stays code")
	}
	n.Math(t, true)
	t.S = hidden.ReplaceAllStringFunc(t.S, func(s string) string {
		n.Hide(t.Whole(s))
		return t.Hide(strings.Trim(s, "%"))
	})
	t.S = sized.ReplaceAllStringFunc(t.S, func(s string) string {
		m := sized.FindStringSubmatch(s)
		n.Drop("the width of a picture: %s", m[2])
		return m[1] + "]("
	})
	callouts(t, n)
	t.S = board.ReplaceAllStringFunc(t.S, func(s string) string {
		n.Mind("a table or drawing of Obsidian is not shown: %s", s)
		return t.Hide(s)
	})
	t.S = wiki.ReplaceAllStringFunc(t.S, func(s string) string { return r.wiki(d, s) })
	t.S = highlight.ReplaceAllStringFunc(t.S, func(s string) string {
		n.Turn("==highlight==, to bold")
		return "**" + strings.Trim(s, "=") + "**"
	})
	t.S = blockID.ReplaceAllStringFunc(t.S, func(s string) string {
		n.Drop("the id of a block: %s", strings.TrimSpace(s))
		return ""
	})
	footnotes(t, n)
	r.breaks(t)
	r.hashtags(d, t)
	n.HTML(t)
	return t
}

// alerts are Dossier's kinds of the callouts' types.
var alerts = map[string]string{
	"note": "NOTE", "tip": "TIP", "hint": "TIP", "important": "IMPORTANT", "warning": "WARNING", "caution": "CAUTION", "attention": "WARNING",
	"danger": "CAUTION", "error": "CAUTION", "bug": "CAUTION", "failure": "CAUTION", "fail": "CAUTION", "missing": "CAUTION", "success": "TIP", "check": "TIP", "done": "TIP",
}

// callouts become alerts; a type that Dossier does not have becomes the title, as
// Obsidian shows it. Quotations stay what they are.
func callouts(t *marked.Text, n *origin.Notes) {
	t.S = callout.ReplaceAllStringFunc(t.S, func(s string) string {
		m := callout.FindStringSubmatch(s)
		kind := strings.ToLower(m[2])
		n.Turn("callout")
		title := strings.TrimSpace(m[4])
		if kind == "quote" || kind == "cite" {
			if title == "" {
				return strings.TrimRight(m[1], " ")
			}
			return m[1] + "**" + title + "**\n" + strings.TrimRight(m[1], " ")
		}
		mark := alerts[kind]
		if mark == "" {
			mark = "NOTE"
		}
		if title == "" && !strings.EqualFold(mark, kind) {
			title = strings.ToUpper(kind[:1]) + kind[1:]
			if kind[0] >= 0x80 {
				title = kind
			}
		}
		return strings.TrimRight(m[1]+"[!"+mark+"] "+title, " ")
	})
}

// wiki turns a link or embedded file.
func (r *reader) wiki(d *origin.Doc, s string) string {
	n := &d.Notes
	m := wiki.FindStringSubmatch(s)
	target, words, hasWords := strings.Cut(m[2], "|")
	target = strings.TrimSpace(strings.TrimSuffix(target, `\`))
	note, heading, hasHeading := strings.Cut(target, "#")
	if i := strings.LastIndexByte(heading, '#'); i >= 0 { // of headings inside each other the last
		heading = heading[i+1:]
	}
	if m[1] == "!" && picture.MatchString(note) {
		alt := ""
		for _, w := range strings.Split(words, "|") {
			if w = strings.TrimSuffix(strings.TrimSpace(w), `\`); size.MatchString(w) {
				n.Drop("the width of a picture: %s", w)
			} else {
				alt = w
			}
		}
		n.Turn("![[picture]]")
		return marked.Picture(alt, origin.Ref(note), "")
	}
	show := strings.TrimSpace(words)
	if !hasWords || show == "" || m[1] == "!" && size.MatchString(show) {
		show = note
		if path.Ext(note) == ".md" {
			show = strings.TrimSuffix(note, ".md")
		}
		switch {
		case hasHeading && note == "":
			show = heading
		case hasHeading && !strings.HasPrefix(heading, "^"):
			show = note + " > " + heading
		}
		show = marked.Inline(show)
	}
	if m[1] == "!" {
		n.Turn("![[note]], to a link")
	} else {
		n.Turn("[[link]]")
	}
	if strings.HasPrefix(heading, "^") {
		n.Drop("the block to which a link leads: %s", target)
		heading = ""
	}
	ref := note
	if heading != "" {
		ref += "#" + heading
	}
	return marked.Link(show, origin.Ref(ref))
}

// footnotes numbers the footnotes that are written where they are referred to.
func footnotes(t *marked.Text, n *origin.Notes) {
	count, notes := 0, ""
	t.S = inline.ReplaceAllStringFunc(t.S, func(s string) string {
		for count++; strings.Contains(t.S, fmt.Sprintf("[^inline-%d]", count)); count++ {
		}
		n.Turn("^[footnote]")
		notes += fmt.Sprintf("\n[^inline-%d]: %s\n", count, inline.FindStringSubmatch(s)[1])
		return fmt.Sprintf("[^inline-%d]", count)
	})
	if notes != "" {
		t.S = strings.TrimRight(t.S, "\n") + "\n" + notes
	}
}

// hashtags in prose are tags of the note, and stay as they are written.
func (r *reader) hashtags(d *origin.Doc, t *marked.Text) {
	for _, line := range strings.Split(t.S, "\n") {
		for _, m := range hashtag.FindAllStringSubmatch(line, -1) {
			if latin.MatchString(m[2]) && !strings.Contains(m[0], "](") {
				r.tag(d, m[2])
			}
		}
	}
}
