package marked

import (
	"regexp"
	"strings"
)

// A Reference is a link or picture as it is written.
type Reference struct {
	Image   bool
	Words   string // Markdown between the square brackets
	Address string // without <…>
	Title   string // with its quotes, or ""
	Label   string // of a definition: [label]: address
}

// String writes the reference.
func (l Reference) String() string {
	title := ""
	if l.Title != "" {
		title = " " + l.Title
	}
	if l.Label != "" {
		return "[" + l.Label + "]: " + Destination(l.Address) + title
	}
	s := "[" + l.Words + "](" + Destination(l.Address) + title + ")"
	if l.Image {
		return "!" + s
	}
	return s
}

// Links calls a function for each link and picture, from the first to the last and
// those in the words of others before them, and writes what it gives in its place.
func (t *Text) Links(turn func(Reference) string) {
	t.inlinePictures()
	s := t.definitions(turn)
	out := make([]byte, 0, len(s)+len(s)/8)
	for {
		at := strings.Index(s, "](")
		if at < 0 {
			break
		}
		out = append(out, s[:at]...)
		open := bracket(out)
		address, title, n := destination(s[at+2:])
		if n == 0 || open < 0 {
			out = append(out, s[at:at+2]...)
			s = s[at+2:]
			continue
		}
		l := Reference{Words: string(out[open+1:]), Address: t.Whole(address), Title: title}
		if open > 0 && out[open-1] == '!' && (open < 2 || out[open-2] != '\\') {
			l.Image = true
			open--
		}
		out = append(out[:open], turn(l)...)
		s = s[at+2+n:]
	}
	t.S = string(out) + s
}

// bracket is where the bracket opens that ends a text; -1 when there is none in the
// paragraph.
func bracket(s []byte) int {
	depth := 0
	for i := len(s) - 1; i >= 0; i-- {
		switch {
		case s[i] == '\n' && i > 0 && s[i-1] == '\n':
			return -1
		case i > 0 && s[i-1] == '\\' && (i < 2 || s[i-2] != '\\'):
		case s[i] == ']':
			depth++
		case s[i] == '[' && depth > 0:
			depth--
		case s[i] == '[':
			return i
		}
	}
	return -1
}

// destination reads an address and perhaps a title up to the round bracket that ends
// them; n is 0 when it is none.
func destination(s string) (address, title string, n int) {
	i := spaces(s, 0)
	start := i
	if i < len(s) && s[i] == '<' {
		end := strings.IndexAny(s[i+1:], ">\n")
		if end < 0 || s[i+1+end] != '>' {
			return "", "", 0
		}
		address, i = s[i+1:i+1+end], i+end+2
	} else {
		depth := 0
		for ; i < len(s) && s[i] > ' '; i++ {
			if s[i] == '\\' && i+1 < len(s) {
				i++
				continue
			}
			if s[i] == '(' {
				depth++
			}
			if s[i] == ')' {
				if depth == 0 {
					break
				}
				depth--
			}
		}
		i = min(i, len(s))
		address = s[start:i]
	}
	i = spaces(s, i)
	if i < len(s) && (s[i] == '"' || s[i] == '\'' || s[i] == '(') {
		close := s[i]
		if close == '(' {
			close = ')'
		}
		end := i + 1
		for ; end < len(s) && s[end] != close; end++ {
			if s[end] == '\\' {
				end++
			}
		}
		if end >= len(s) || strings.Contains(s[i:end], "\n\n") {
			return "", "", 0
		}
		title, i = s[i:end+1], spaces(s, end+1)
	}
	if i >= len(s) || s[i] != ')' {
		return "", "", 0
	}
	return address, title, i + 1
}

// spaces skips spaces and one line's end.
func spaces(s string, i int) int {
	lines := 0
	for i < len(s) && (s[i] == ' ' || s[i] == '\t' || s[i] == '\n' && lines == 0) {
		if s[i] == '\n' {
			lines++
		}
		i++
	}
	return i
}

var definition = regexp.MustCompile(`(?m)^( {0,3})\[([^\]\n^][^\]\n]*)\]:[ \t]*(<[^>\n]*>|\S+)(?:[ \t]+("[^"\n]*"|'[^'\n]*'|\([^)\n]*\)))?[ \t]*$`)

// definitions calls turn for each [label]: address. When what it gives is no
// definition, the links that use it become their words.
func (t *Text) definitions(turn func(Reference) string) string {
	gone := map[string]bool{}
	s := definition.ReplaceAllStringFunc(t.S, func(line string) string {
		m := definition.FindStringSubmatch(line)
		l := Reference{Label: m[2], Address: t.Whole(strings.Trim(m[3], "<>")), Title: m[4]}
		to := turn(l)
		if !definition.MatchString(to) {
			gone[labelOf(m[2])] = true
		}
		return m[1] + to
	})
	if len(gone) == 0 {
		return s
	}
	return use.ReplaceAllStringFunc(s, func(link string) string {
		m := use.FindStringSubmatch(link)
		label := m[2]
		if label == "" {
			label = m[1]
		}
		if !gone[labelOf(label)] {
			return link
		}
		return m[1]
	})
}

var use = regexp.MustCompile(`!?\[([^\[\]\n]*(?:\n[^\[\]\n]+)?)\](?:\[([^\[\]\n]*)\])?`)

// Defines reports that a text has a definition with a label.
func Defines(s, label string) bool {
	label = labelOf(label)
	for _, m := range definition.FindAllStringSubmatch(s, -1) {
		if labelOf(m[2]) == label {
			return true
		}
	}
	return false
}

// inlinePictures writes pictures that name a definition with its address, as what
// becomes of a picture need not be a picture. Definitions that nothing else uses go.
func (t *Text) inlinePictures() {
	if !strings.Contains(t.S, "![") {
		return
	}
	defined, used := map[string]string{}, map[string]bool{}
	for _, m := range definition.FindAllStringSubmatch(t.S, -1) {
		if label := labelOf(m[2]); defined[label] == "" {
			defined[label] = strings.TrimSpace(m[3] + " " + m[4])
		}
	}
	if len(defined) == 0 {
		return
	}
	t.S = pictureUse.ReplaceAllStringFunc(t.S, func(s string) string {
		m := pictureUse.FindStringSubmatch(s)
		label := labelOf(m[2])
		if label == "" {
			label = labelOf(m[1])
		}
		if defined[label] == "" || m[3] != "" && m[2] == "" {
			return s
		}
		used[label] = true
		return "![" + m[1] + "](" + defined[label] + ")" + m[3]
	})
	t.S = definition.ReplaceAllStringFunc(t.S, func(line string) string {
		label := labelOf(definition.FindStringSubmatch(line)[2])
		low := strings.ToLower(t.S)
		if used[label] && strings.Count(low, "["+label+"]")-strings.Count(low, "["+label+"](") == 1 {
			return ""
		}
		return line
	})
}

var pictureUse = regexp.MustCompile(`!\[([^\[\]\n]*)\](?:\[([^\[\]\n]*)\])?(\(?)`)

func labelOf(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// A Heading is one of a text.
type Heading struct {
	Words string
	ID    string // written behind it as {#id}, or ""
	line  int
}

var (
	atx     = regexp.MustCompile(`^ {0,3}(#{1,6})[ \t]+(.+?)[ \t]*#*[ \t]*$`)
	setext  = regexp.MustCompile(`^ {0,3}(=+|-+)[ \t]*$`)
	written = regexp.MustCompile(`[ \t]*\{:?[^{}]*?#([^\s{}]+)[^{}]*\}[ \t]*$`)
)

// Headings are the text's headings, in their order.
func (t *Text) Headings() (out []Heading) {
	lines := strings.Split(t.S, "\n")
	for i, line := range lines {
		words := ""
		if m := atx.FindStringSubmatch(line); m != nil {
			words = m[2]
		} else if i > 0 && setext.MatchString(line) && isWords(lines[i-1]) {
			words, i = strings.TrimSpace(lines[i-1]), i-1
		}
		if words == "" {
			continue
		}
		h := Heading{Words: words, line: i}
		if m := written.FindStringSubmatchIndex(words); m != nil {
			h.ID, h.Words = words[m[2]:m[3]], words[:m[0]]
		}
		out = append(out, h)
	}
	return out
}

// Demote makes each heading one level less, when one is of the first: that is the
// page's own.
func (t *Text) Demote() {
	lines, first := strings.Split(t.S, "\n"), false
	levels, gone := map[int]int{}, map[int]bool{}
	for i, line := range lines {
		level := 0
		if m := atx.FindStringSubmatch(line); m != nil {
			level, levels[i] = len(m[1]), len(m[1])
		} else if i > 0 && levels[i-1] == 0 && setext.MatchString(line) && isWords(lines[i-1]) {
			if level = 2; strings.Contains(line, "=") {
				level = 1
			}
			levels[i-1], gone[i] = level, true
		}
		first = first || level == 1
	}
	if !first {
		return
	}
	var out []string
	for i, line := range lines {
		if level := levels[i]; level > 0 {
			line = strings.Repeat("#", min(level+1, 6)) + " " + strings.TrimSpace(strings.TrimLeft(strings.TrimLeft(line, " "), "#"))
		}
		if !gone[i] {
			out = append(out, line)
		}
	}
	t.S = strings.Join(out, "\n")
}

func isWords(line string) bool {
	line = strings.TrimSpace(line)
	return line != "" && !strings.ContainsAny(line[:1], "#>|-*+=<") && !listItem.MatchString(line)
}

// SetIDs writes ids behind headings, in place of those that they have: of each
// heading of t the one at its number, or none where that is "".
func (t *Text) SetIDs(headings []Heading, ids map[int]string) {
	if len(ids) == 0 {
		return
	}
	lines := strings.Split(t.S, "\n")
	for n, id := range ids {
		if n >= len(headings) {
			continue
		}
		h := headings[n]
		line := written.ReplaceAllString(strings.TrimRight(lines[h.line], " \t"), "")
		if m := atx.FindStringSubmatchIndex(line); m != nil {
			line = line[:m[5]]
		}
		lines[h.line] = line + " {#" + id + "}"
	}
	t.S = strings.Join(lines, "\n")
}
