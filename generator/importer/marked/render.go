package marked

import (
	"regexp"
	"strconv"
	"strings"
)

// renderer writes a tree of HTML as Markdown.
type renderer struct {
	text  *Text
	note  func(what, text string)
	seen  map[string]int
	depth int // of blocks: what they hold is not indented
	done  map[*element]string

	inHeading bool // whose id an anchor is
}

func (r *renderer) all(es []*element) string {
	var b strings.Builder
	for _, e := range es {
		s := r.one(e)
		b.WriteString(s)
	}
	return b.String()
}

var leading = regexp.MustCompile(`\n[ \t]+`)

func (r *renderer) one(e *element) string {
	if e.name == "" {
		if r.depth > 0 {
			return leading.ReplaceAllString(e.raw, "\n")
		}
		return e.raw
	}
	if s, ok := r.done[e]; ok {
		return block(s)
	}
	switch tags[e.name] {
	case asIs:
		return r.asIs(e)
	case unseen:
		return r.hidden(e)
	}
	r.seen[e.name]++
	switch e.name {
	case "strong", "b":
		return r.marks(e, "**")
	case "em", "i":
		return r.marks(e, "*")
	case "del", "s", "strike":
		return r.marks(e, "~~")
	case "a":
		return r.anchor(e)
	case "br":
		return "<br>"
	case "wbr", "rp":
		return ""
	case "rt": // how the signs before it are read
		if words := strings.TrimSpace(r.all(e.children)); words != "" {
			return "(" + words + ")"
		}
		return ""
	case "hr":
		return "\n\n---\n\n"
	case "img":
		return r.image(e, "")
	case "figure":
		return r.figure(e)
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return r.heading(e)
	case "ul", "ol":
		return r.list(e)
	case "blockquote":
		return block(r.text.Quote(r.inner(e)))
	case "dl":
		return r.definitions(e)
	case "table":
		return r.table(e)
	case "iframe", "video", "audio", "object", "embed":
		return r.media(e)
	case "summary":
		return block(wrap(r.all(e.children), "**"))
	case "input", "source", "col", "link", "meta", "param", "track":
		return ""
	}
	if tags[e.name] == inBlock || tags[e.name] == starting {
		if id := Get(e.attrs, "id"); id != "" {
			r.note("anchor", id)
		}
		return block(r.inner(e))
	}
	return r.all(e.children)
}

// block sets Markdown apart from what stands around it.
func block(s string) string {
	if s = strings.TrimSpace(s); s == "" {
		return "\n\n"
	}
	return "\n\n" + s + "\n\n"
}

// inner is what a block holds.
func (r *renderer) inner(e *element) string {
	r.depth++
	s := r.all(e.children)
	r.depth--
	return strings.TrimSpace(manyBlank.ReplaceAllString(s, "\n\n"))
}

var manyBlank = regexp.MustCompile(`\n(?:[ \t]*\n){2,}`)

// marks puts words between marks, and the spaces at their ends outside of them.
func (r *renderer) marks(e *element, mark string) string { return wrap(r.all(e.children), mark) }

func wrap(s, mark string) string {
	words := strings.TrimSpace(s)
	if words == "" || strings.Contains(words, "\n\n") {
		return s
	}
	before := s[:strings.Index(s, words)]
	return before + mark + strings.Trim(words, "\n") + mark + s[len(before)+len(words):]
}

func (r *renderer) asIs(e *element) string {
	inner := r.all(e.children)
	open := "<" + e.name
	if title := Get(e.attrs, "title"); e.name == "abbr" && title != "" {
		open += ` title="` + strings.ReplaceAll(title, `"`, "&quot;") + `"`
	}
	if strings.TrimSpace(inner) == "" || strings.Contains(inner, "\n\n") {
		return inner
	}
	return open + ">" + inner + "</" + e.name + ">"
}

func (r *renderer) hidden(e *element) string {
	whole := e.raw + r.source(e.children) + "</" + e.name + ">"
	r.note("hidden", r.text.Whole(whole))
	return r.text.Hide(whole)
}

// source is a tree as it was written, but for the ends of tags.
func (r *renderer) source(es []*element) string {
	var b strings.Builder
	for _, e := range es {
		b.WriteString(e.raw)
		if e.name != "" {
			b.WriteString(r.source(e.children))
			if tags[e.name] != alone {
				b.WriteString("</" + e.name + ">")
			}
		}
	}
	return b.String()
}

func (r *renderer) anchor(e *element) string {
	href, words := Get(e.attrs, "href"), r.all(e.children)
	if id := Get(e.attrs, "id", "name"); id != "" && href == "" && !r.inHeading {
		r.note("anchor", id)
	}
	switch text := strings.TrimSpace(words); {
	case href == "":
		return words
	case text == "":
		return ""
	case strings.Contains(text, "\n\n"): // a link around blocks
		return words + "\n\n" + Link(Inline(href), href) + "\n\n"
	default:
		before := words[:strings.Index(words, text)]
		return before + Link(strings.ReplaceAll(text, "\n", " "), Unescape(href)) + words[len(before)+len(text):]
	}
}

func (r *renderer) image(e *element, caption string) string {
	src := Get(e.attrs, "src", "data-src")
	if src == "" {
		return ""
	}
	return Picture(Unescape(Get(e.attrs, "alt")), Unescape(src), caption)
}

// figure is a picture with its caption; whatever else it holds is a block.
func (r *renderer) figure(e *element) string {
	img, caption, other := (*element)(nil), "", false
	for _, c := range flat(e) {
		switch {
		case c.name == "img" && img == nil:
			img = c
		case c.name == "figcaption":
			if r.done == nil {
				r.done = map[*element]string{}
			}
			r.done[c] = r.inner(c) // once: they may stand inside each other
			caption = r.done[c]
		case c.name == "a" || c.name == "picture" || c.name == "div" || c.name == "source" || c.name == "" && strings.TrimSpace(c.raw) == "":
		default:
			other = true
		}
	}
	if img == nil || other || strings.Contains(caption, "\n") {
		return block(r.inner(e))
	}
	r.seen["img"]++
	return block(r.image(img, caption))
}

// flat are the elements in e, but for those in a caption.
func flat(e *element) (out []*element) {
	for _, c := range e.children {
		out = append(out, c)
		if c.name != "figcaption" {
			out = append(out, flat(c)...)
		}
	}
	return out
}

func (r *renderer) heading(e *element) string {
	r.inHeading = true
	words := strings.Join(strings.Fields(r.all(e.children)), " ")
	r.inHeading = false
	if words == "" {
		return "\n\n"
	}
	level, _ := strconv.Atoi(e.name[1:])
	id := Get(e.attrs, "id")
	for _, c := range flat(e) {
		if c.name == "a" && id == "" {
			id = Get(c.attrs, "id", "name")
		}
	}
	if id != "" && !written.MatchString(words) {
		words += " {#" + id + "}"
	}
	return block(strings.Repeat("#", level) + " " + words)
}

func (r *renderer) list(e *element) string {
	var b strings.Builder
	number := 1
	if n, err := strconv.Atoi(Get(e.attrs, "start")); err == nil {
		number = n
	}
	for _, c := range e.children {
		if c.name == "" && strings.TrimSpace(c.raw) == "" {
			continue
		}
		mark := "- "
		if e.name == "ol" {
			mark = strconv.Itoa(number) + ". "
			number++
		}
		body := ""
		if c.name == "li" {
			r.seen["li"]++
			body = r.inner(c)
		} else {
			r.depth++
			body = strings.TrimSpace(r.one(c))
			r.depth--
		}
		if body == "" {
			continue
		}
		body = nestedList.ReplaceAllString(body, "\n$1")
		b.WriteString(r.text.Prefixed(body, mark, strings.Repeat(" ", len(mark))) + "\n")
	}
	return block(b.String())
}

var nestedList = regexp.MustCompile(`\n\n((?:- |1\. ))`)

func (r *renderer) definitions(e *element) string {
	var b strings.Builder
	for _, c := range flatUntil(e, "dt", "dd") {
		body := r.inner(c)
		switch {
		case body == "":
		case c.name == "dt":
			b.WriteString("\n" + strings.ReplaceAll(body, "\n", " ") + "\n")
		case c.name == "dd":
			b.WriteString(r.text.Prefixed(body, ": ", "  ") + "\n")
		default:
			b.WriteString("\n" + body + "\n\n")
		}
	}
	return block(b.String())
}

// flatUntil are the elements in e of these names, and words between them.
func flatUntil(e *element, names ...string) (out []*element) {
	for _, c := range e.children {
		found := false
		for _, n := range names {
			found = found || c.name == n
		}
		switch {
		case found || c.name == "caption":
			out = append(out, c)
		case c.name == "" && strings.TrimSpace(c.raw) == "":
		case c.name == "":
			out = append(out, &element{name: "p", children: []*element{c}})
		default:
			out = append(out, flatUntil(c, names...)...)
		}
	}
	return out
}

// table writes rows of one line each; a cell's blocks are parted by breaks.
func (r *renderer) table(e *element) string {
	var rows [][]string
	before, width := "", 0
	for _, tr := range flatUntil(e, "tr") {
		if tr.name != "tr" {
			before += block(r.inner(tr))
			continue
		}
		var row []string
		for _, c := range flatUntil(tr, "td", "th") {
			cell := strings.ReplaceAll(r.inner(c), "|", `\|`)
			row = append(row, r.text.OneLine(cell))
		}
		width = max(width, len(row))
		rows = append(rows, row)
	}
	if width == 0 {
		return before
	}
	var b strings.Builder
	for i, row := range rows {
		for len(row) < width {
			row = append(row, "")
		}
		b.WriteString("| " + strings.Join(row, " | ") + " |\n")
		if i == 0 {
			b.WriteString("|" + strings.Repeat(" --- |", width) + "\n")
		}
	}
	return before + block(b.String())
}

var manyLines = regexp.MustCompile(`\n{2,}`)

// media is a link to what would play in the page.
func (r *renderer) media(e *element) string {
	src := Get(e.attrs, "src", "data")
	for _, c := range flat(e) {
		if src == "" && (c.name == "source" || c.name == "embed") {
			src = Get(c.attrs, "src")
		}
	}
	inner := strings.TrimSpace(r.all(e.children))
	if src == "" {
		return block(inner)
	}
	src = Watch(Unescape(src))
	r.note("embedded", src)
	return block(Titled(Unescape(Get(e.attrs, "title")), src) + "\n\n" + inner)
}

var (
	youtube = regexp.MustCompile(`^(?:https?:)?//(?:www\.)?youtube(?:-nocookie)?\.com/embed/([\w-]+).*$`)
	vimeo   = regexp.MustCompile(`^(?:https?:)?//player\.vimeo\.com/video/(\d+).*$`)
)

// Watch gives the page on which to see a film, of the address of its player.
func Watch(src string) string {
	src = youtube.ReplaceAllString(src, "https://www.youtube.com/watch?v=$1")
	src = vimeo.ReplaceAllString(src, "https://vimeo.com/$1")
	if strings.HasPrefix(src, "//") {
		src = "https:" + src
	}
	return src
}
