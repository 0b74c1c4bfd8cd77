package marked

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// element is a tag of HTML with what it holds, or words.
type element struct {
	name     string // small letters; "" for words
	raw      string // the words, or the opening tag as written
	attrs    []Attribute
	children []*element
}

var tagAt = regexp.MustCompile(`^<(/?)([A-Za-z][A-Za-z0-9-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>`)

// The tags that are known, by what is done with them.
const (
	inWords  = iota // left out, the words stay
	inBlock         // left out, the words are a block of their own
	asMarks         // written in Markdown
	asIs            // Dossier knows them
	alone           // has no end
	unseen          // kept as a comment
	starting        // ends its like before it
)

var tags = tagTable(map[int]string{
	inWords:  "span font small big u mark ins time cite q label summary strong-text var dfn bdi bdo wbr center-text button a-text acronym data output nobr tt samp notextile ruby blink marquee rb rbc rtc progress meter",
	inBlock:  "p div section article header footer main nav aside center details figcaption form fieldset address figure tbody thead tfoot colgroup noscript hgroup legend picture",
	asMarks:  "rt rp strong b em i a del s strike h1 h2 h3 h4 h5 h6 ul ol blockquote dl table caption iframe video audio object",
	asIs:     "sub sup kbd abbr",
	alone:    "br hr img input embed source col link meta param track",
	unseen:   "script style svg select textarea canvas map template",
	starting: "li dt dd tr td th option",
})

func tagTable(by map[int]string) map[string]int {
	out := map[string]int{}
	for how, names := range by {
		for _, n := range strings.Fields(names) {
			out[n] = how
		}
	}
	return out
}

// HTML turns the tags of HTML into Markdown, where Markdown has something for them;
// what others hold stays. Noted are the tags that were turned or left out, by name,
// and the text of what is kept as a comment.
func (t *Text) HTML(note func(what string, text string)) {
	if !strings.Contains(t.S, "<") {
		return
	}
	root := parse(t.S)
	r := renderer{text: t, note: note, seen: map[string]int{}}
	t.S = r.all(root.children)
	for _, name := range slices.Sorted(maps.Keys(r.seen)) {
		note(fmt.Sprintf("<%s>", name), fmt.Sprint(r.seen[name]))
	}
}

// parse makes a tree of a text. Tags that are not known are words.
func parse(s string) *element {
	root := &element{name: "root"}
	open := []*element{root}
	top := func() *element { return open[len(open)-1] }
	words := func(w string) {
		if w == "" {
			return
		}
		if n := len(top().children); n > 0 && top().children[n-1].name == "" {
			top().children[n-1].raw += w
			return
		}
		top().children = append(top().children, &element{raw: w})
	}
	for s != "" {
		at := strings.IndexByte(s, '<')
		if at < 0 {
			break
		}
		words(s[:at])
		s = s[at:]
		m := tagAt.FindStringSubmatch(s)
		name := ""
		if m != nil {
			name = strings.ToLower(m[2])
		}
		how, known := tags[name]
		if !known || len(open) > 100 && m[1] == "" {
			words(s[:1])
			s = s[1:]
			continue
		}
		s = s[len(m[0]):]
		if m[1] == "/" {
			if i := openTag(open, name); i > 0 {
				open = open[:i]
			}
			continue
		}
		open = endBefore(open, name, how)
		e := &element{name: name, raw: m[0], attrs: Attributes(strings.TrimSuffix(strings.TrimSpace(m[3]), "/"))}
		top().children = append(top().children, e)
		if how != alone && !(strings.HasSuffix(m[3], "/") && how != asMarks) {
			open = append(open, e)
		}
	}
	words(s)
	return root
}

func openTag(open []*element, name string) int {
	for i := len(open) - 1; i > 0; i-- {
		if open[i].name == name {
			return i
		}
	}
	return 0
}

// endBefore ends the elements that a new one ends without their end being written.
func endBefore(open []*element, name string, how int) []*element {
	ends := []string{}
	switch {
	case how == starting:
		ends = map[string][]string{"li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}, "tr": {"tr"}, "td": {"td", "th"}, "th": {"td", "th"}, "option": {"option"}}[name]
	case how == inBlock || name == "ul" || name == "ol" || name == "table" || name == "blockquote" || name[0] == 'h' && len(name) == 2:
		ends = []string{"p"}
	}
	for i := len(open) - 1; i > 0; i-- {
		if slices.Contains(ends, open[i].name) {
			return open[:i]
		}
		if slices.Contains([]string{"ul", "ol", "table", "dl", "div", "blockquote", "td", "li"}, open[i].name) && !slices.Contains(ends, open[i].name) {
			if open[i].name == "td" && name == "tr" {
				continue
			}
			break
		}
	}
	return open
}
