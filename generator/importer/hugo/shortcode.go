package hugo

import (
	"regexp"
	"strings"

	"dossier/generator/importer/marked"
	"dossier/generator/importer/matter"
	"dossier/generator/importer/origin"
)

// code is a shortcode with what it encloses.
type code struct {
	whole, open, close string
	name               string
	args               []marked.Attribute
	inner              string
	pair               bool
}

var (
	shortcode = regexp.MustCompile("(?s)\\{\\{([<%])\\s*(/?)\\s*([\\pL\\pN_][\\pL\\pN_./-]*)((?:[^>%\"`]|\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`|%[^}]|>[^}])*?)(/?)\\s*[>%]\\}\\}")
	// A shortcode that is shown, as in a manual.
	shown = regexp.MustCompile(`(?s)\{\{([<%])/\*(.*?)\*/([>%])\}\}`)

	fences = []marked.Fence{
		{Open: regexp.MustCompile(`(?m)^[ \t]*\{\{[<%]\s*highlight\s+"?([\w+#-]+)"?[^>%]*[>%]\}\}[ \t]*\n?`), Close: regexp.MustCompile(`[ \t]*\{\{[<%]\s*/\s*highlight\s*[>%]\}\}`)},
	}
)

// Convert turns a body: shortcodes, HTML and what Hugo's Markdown has beyond
// Dossier's.
func (r *reader) convert(d *origin.Doc) *marked.Text {
	if n := len(fences[0].Open.FindAllString(d.Body, -1)); n > 0 {
		d.Notes.TurnN("{{< highlight >}}", n)
	}
	t := marked.New(shown.ReplaceAllString(d.Body, "\uFDD0$1$2$3\uFDD1"), fences...)
	d.Notes.Math(t, origin.HasMath(d.Front) || origin.HasMath(r.params()))
	t.S = r.shortcodes(d, t, t.S, 0)
	t.S = moreSigns.ReplaceAllStringFunc(t.S, func(s string) string { return t.Hide(s) })
	attributes(t, &d.Notes)
	d.Notes.HTML(t)
	unshow(t)
	return t
}

// params are those of the site's theme.
func (r *reader) params() matter.Map {
	m, _ := r.conf.Get("params").(matter.Map)
	return m
}

var moreSigns = regexp.MustCompile(`\{\{[<%][^{}]*[>%]\}\}`)

var (
	headingList = regexp.MustCompile(`(?m)^( {0,3}#{1,6}[ \t].*?)[ \t]*\{([.#:][^{}\n]*)\}[ \t]*$`)
	otherList   = regexp.MustCompile(`(?m)([)*_>]|[\x{F0000}-\x{10FFFD}]|^)\{([.#][\pL][^{}\n]*)\}`)
	idInList    = regexp.MustCompile(`#([\pL\pN_.:-]+)`)
)

// attributes takes the lists of attributes behind headings, links and blocks, of
// which only the ids of headings are kept.
func attributes(t *marked.Text, n *origin.Notes) {
	t.S = headingList.ReplaceAllStringFunc(t.S, func(s string) string {
		m := headingList.FindStringSubmatch(s)
		if id := idInList.FindStringSubmatch(m[2]); id != nil {
			return m[1] + " {#" + id[1] + "}"
		}
		n.Drop("{%s}", m[2])
		return m[1]
	})
	t.S = otherList.ReplaceAllStringFunc(t.S, func(s string) string {
		m := otherList.FindStringSubmatch(s)
		n.Drop("{%s}", m[2])
		return m[1]
	})
}

// unshow writes the shortcodes that are to be shown, in code as well: Hugo would
// execute them there, too, if they were written plainly.
func unshow(t *marked.Text) {
	show := strings.NewReplacer("\uFDD0", "{{", "\uFDD1", "}}")
	if strings.ContainsRune(t.S, '\uFDD0') {
		t.S = shownSigns.ReplaceAllStringFunc(t.S, func(s string) string { return t.Keep(`\` + show.Replace(s)) })
	}
	t.Rewrite(func(piece string) string { return show.Replace(piece) })
}

var shownSigns = regexp.MustCompile("\uFDD0[^\uFDD1]*\uFDD1")

// shortcodes turns all that stand in a part of the text.
func (r *reader) shortcodes(d *origin.Doc, t *marked.Text, s string, depth int) string {
	var b strings.Builder
	for {
		m := shortcode.FindStringSubmatchIndex(s)
		if m == nil || depth > 20 {
			return b.String() + s
		}
		b.WriteString(s[:m[0]])
		c := code{open: s[m[0]:m[1]], name: s[m[6]:m[7]], args: marked.Attributes(t.Whole(s[m[8]:m[9]]))}
		rest := s[m[1]:]
		c.whole = c.open
		if closing := s[m[4]:m[5]] == "/"; closing { // of nothing
			d.Notes.Hide(t.Whole(c.open))
			b.WriteString(t.Hide(c.open))
			s = rest
			continue
		}
		if end := closing(rest, c.name); end != nil && s[m[10]:m[11]] == "" {
			c.pair, c.inner, c.close = true, rest[:end[0]], rest[end[0]:end[1]]
			c.whole = s[m[0] : m[1]+end[1]]
			rest = rest[end[1]:]
			c.inner = r.shortcodes(d, t, c.inner, depth+1)
		}
		turned := r.turn(d, t, c)
		if !strings.ContainsFunc(turned, marked.IsKept) || c.inner != "" {
			unused(&d.Notes, t, c, turned)
		}
		if strings.HasPrefix(turned, "\n\n![") && !alone(b.String(), rest) { // in a link or a line of words
			turned = strings.TrimSpace(turned)
		}
		b.WriteString(turned)
		s = rest
	}
}

// unused notes the arguments of a shortcode that what it was turned into does not say.
func unused(n *origin.Notes, t *marked.Text, c code, turned string) {
	said := t.Whole(turned)
	if ref := bareRef.FindString(said); ref != "" {
		said, _ = origin.IsRef(ref)
	}
	for _, a := range c.args {
		if !strings.Contains(said, a.Value) && !strings.Contains(said, marked.Inline(a.Value)) && !strings.Contains(said, marked.Destination(a.Value)) {
			n.Drop("{{< %s >}}: %s", c.name, strings.TrimPrefix(a.Name+"="+a.Value, "="))
		}
	}
}

var bareRef = regexp.MustCompile(`^dossier-ref:\S+$`)

// alone reports that nothing else stands on a line, what is before and behind given.
func alone(before, behind string) bool {
	line := before[strings.LastIndexByte(before, '\n')+1:]
	rest, _, _ := strings.Cut(behind, "\n")
	return strings.TrimSpace(line+rest) == ""
}

// closing is where the shortcode's end is written, those of the same name inside of
// it left aside.
func closing(s, name string) []int {
	depth := 0
	for _, m := range shortcode.FindAllStringSubmatchIndex(s, -1) {
		if s[m[6]:m[7]] != name || s[m[10]:m[11]] == "/" {
			continue
		}
		if s[m[4]:m[5]] != "/" {
			depth++
			continue
		}
		if depth == 0 {
			return []int{m[0], m[1]}
		}
		depth--
	}
	if depth == 0 {
		return nil
	}
	// Those between were perhaps without an end.
	for _, m := range shortcode.FindAllStringSubmatchIndex(s, -1) {
		if s[m[6]:m[7]] == name && s[m[4]:m[5]] == "/" {
			return []int{m[0], m[1]}
		}
	}
	return nil
}

// word gives an argument by name, or the first without one.
func (c code) word(names ...string) string {
	if v := marked.Get(c.args, names...); v != "" {
		return v
	}
	for _, a := range c.args {
		if a.Name == "" {
			return a.Value
		}
	}
	return ""
}

// turn gives what Dossier has for a shortcode. One that is not known stays as a
// comment; what it encloses, and the words that it would show, stay as text.
func (r *reader) turn(d *origin.Doc, t *marked.Text, c code) string {
	n := &d.Notes
	tag := "{{< " + c.name + " >}}"
	switch name := strings.ToLower(c.name); {
	case name == "ref" || name == "relref":
		n.Turn(tag)
		return origin.Ref(c.word("path"))
	case name == "figure" || isPicture(name) && c.word("src", "path", "link", "file", "image", "uid") != "":
		n.Turn(tag)
		return r.picture(c)
	case players[name] != "":
		n.Turn(tag)
		address := c.word("id", "url", "src")
		if !strings.Contains(address, "://") {
			address = players[name] + address
		}
		if name == "tweet" || name == "x" || name == "twitter" {
			address = tweet(c)
		}
		return "\n\n" + marked.Titled(marked.Get(c.args, "title", "alt"), address) + "\n\n" + c.inner
	case name == "gist":
		n.Turn(tag)
		var words []string
		for _, a := range c.args {
			words = append(words, a.Value)
		}
		return "<https://gist.github.com/" + strings.Join(words[:min(2, len(words))], "/") + ">"
	case name == "param":
		if v := matter.Text(r.conf.At("params." + c.word("name"))); v != "" {
			n.Turn(tag)
			return v
		}
	case name == "details" || name == "accordion" || name == "expand" || name == "collapse" || name == "tab":
		n.Turn(tag)
		return blockOf(bold(c.word("summary", "title", "label", "name")), strings.TrimSpace(c.inner))
	case alerts[name] != "" && c.pair:
		n.Turn(tag)
		return alert(t, c, name)
	case marked.Get(c.args, "href", "url", "link", "to") != "" && (marked.Get(c.args, "text", "title", "label", "name") != "" || strings.TrimSpace(c.inner) != "") && !strings.Contains(strings.TrimSpace(c.inner), "\n\n"):
		n.Turn(tag)
		words := strings.TrimSpace(c.inner)
		if words == "" {
			words = marked.Inline(marked.Get(c.args, "text", "title", "label", "name"))
		}
		return marked.Link(strings.ReplaceAll(words, "\n", " "), marked.Get(c.args, "href", "url", "link", "to"))
	case name == "link" && strings.Contains(c.word(), "/"):
		n.Turn(tag)
		return marked.Link("", c.word()) // with the title of what it leads to
	case name == "comment":
		n.Hide(t.Whole(c.whole))
		return t.Hide(c.whole)
	}
	n.Hide(t.Whole(c.open))
	words := marked.Get(c.args, "text", "caption", "content", "quote", "body", "label")
	named := marked.Get(c.args, "title", "heading", "name", "term", "summary")
	switch {
	case words == "" && (c.pair || strings.Contains(named, " ")): // and no word of the program's
		words = named
	case named != "" && named != words && c.pair:
		words = named + ": " + words
	}
	switch inner := strings.TrimSpace(c.inner); {
	case words == "":
		return t.Hide(c.open) + c.inner
	case !c.pair:
		return t.Hide(c.open) + "\n\n" + words + "\n\n"
	case strings.Contains(inner, "\n\n") || startsBlock.MatchString(inner):
		return t.Hide(c.open) + bold(words) + "\n\n" + c.inner
	}
	return t.Hide(c.open) + bold(words) + " " + strings.TrimLeft(c.inner, " \n")
}

// startsBlock matches what can be no part of a line of words.
var startsBlock = regexp.MustCompile("^(?:[-+*>#|] |```|~~~|[0-9]+[.)] )")

var picturely = regexp.MustCompile(`(?:^|[-_])(?:img|image|picture|pic|photo|fig|figure|imgproc)(?:$|[-_])`)

func isPicture(name string) bool { return picturely.MatchString(name) }

// picture writes a figure, with the link around it left to the caption.
func (r *reader) picture(c code) string {
	src := c.word("src", "path", "file", "image", "uid", "link")
	alt := marked.Get(c.args, "alt", "caption", "title")
	caption := marked.Get(c.args, "caption", "title")
	if caption == "" {
		caption = strings.TrimSpace(c.inner)
	}
	if caption == alt && marked.Get(c.args, "alt") == "" && marked.Get(c.args, "caption") == "" {
		caption = ""
	}
	for _, key := range []string{"attr", "credit"} {
		if v := marked.Get(c.args, key); v != "" {
			caption = strings.TrimSpace(caption + " " + v)
		}
	}
	if strings.Contains(src, "://") {
		return marked.Picture(alt, src, caption)
	}
	return "\n\n" + marked.Picture(alt, src, caption) + "\n\n"
}

var players = map[string]string{
	"youtube": "https://www.youtube.com/watch?v=", "vimeo": "https://vimeo.com/", "tweet": "https://twitter.com/", "x": "https://x.com/", "twitter": "https://twitter.com/",
	"instagram": "https://www.instagram.com/p/", "youtube-lite": "https://www.youtube.com/watch?v=",
}

func tweet(c code) string {
	user, id := marked.Get(c.args, "user"), c.word("id")
	if user == "" {
		user = "i/web"
	}
	if strings.Contains(id, "://") {
		return id
	}
	return "https://twitter.com/" + user + "/status/" + id
}

// alerts are the names that themes give to boxes, and Dossier's kind of alert.
var alerts = map[string]string{
	"note": "NOTE", "info": "NOTE", "notice": "NOTE", "alert": "NOTE", "callout": "NOTE", "admonition": "NOTE", "hint": "TIP", "tip": "TIP",
	"important": "IMPORTANT", "warning": "WARNING", "caution": "CAUTION", "danger": "CAUTION", "box": "NOTE",
}

func alert(t *marked.Text, c code, name string) string {
	kind, title := alerts[name], marked.Get(c.args, "title", "heading")
	for _, a := range c.args {
		if k := alerts[strings.ToLower(a.Value)]; k != "" {
			kind = k
		} else if a.Name == "" && title == "" && strings.Contains(a.Value, " ") {
			title = a.Value
		}
	}
	return "\n\n" + strings.TrimRight("> [!"+kind+"] "+marked.Inline(title), " ") + "\n" + t.Quote(strings.TrimSpace(c.inner)) + "\n\n"
}

func bold(s string) string {
	if s = strings.TrimSpace(s); s == "" {
		return ""
	}
	return "**" + marked.Inline(s) + "**"
}

func blockOf(parts ...string) string {
	return "\n\n" + strings.Join(nonEmpty(parts...), "\n\n") + "\n\n"
}

func nonEmpty(parts ...string) (out []string) {
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}
