package marked

import (
	"regexp"
	"strings"
)

var listItem = regexp.MustCompile(`^([ \t]*)([-*+]|[0-9]{1,9}[.)])([ \t]+)`)

// blocks keeps fenced and indented blocks of code.
func (t *Text) blocks(s string) string {
	var b, code strings.Builder
	var scan scanner
	flush := func() {
		if code.Len() > 0 {
			body := code.String()
			trimmed := strings.TrimRight(body, "\n")
			b.WriteString(t.Keep(trimmed))
			b.WriteString(body[len(trimmed):])
			code.Reset()
		}
	}
	for line := range strings.Lines(s) {
		was := scan.fence
		inCode := scan.next(line)
		switch {
		case was == "" && scan.fence != "": // what stands before a fence, such as a list's mark, is no code
			flush()
			at := strings.IndexAny(line, "`~")
			b.WriteString(line[:at])
			code.WriteString(line[at:])
		case inCode:
			if code.Len() == 0 {
				b.WriteString(indentOf(line))
				line = strings.TrimLeft(line, " \t")
			}
			code.WriteString(line)
			if was != "" && scan.fence == "" {
				flush()
			}
		case strings.TrimSpace(line) == "" && code.Len() > 0: // perhaps the block goes on
			code.WriteString(line)
		default:
			flush()
			b.WriteString(line)
		}
	}
	flush()
	return b.String()
}

// scanner tells lines of code from others.
type scanner struct {
	fence    string
	lists    []int // the columns at which the text of the open lists begins
	blank    bool  // the last line was
	began    bool
	indented bool // the last line was code by its indent
	pre      bool // in a pre of HTML
	html     int  // blocks of HTML that are open: there the indent says nothing
}

var (
	preStart = regexp.MustCompile(`(?i)^ {0,3}<pre\b`)
	preEnd   = regexp.MustCompile(`(?i)</pre\s*>`)
)

var htmlBlock = regexp.MustCompile(`(?i)<(/?)(?:div|table|thead|tbody|tr|ul|ol|dl|section|article|figure|aside|form|center|header|footer|nav|main|details)\b[^<>]*>`)

// next reads a line and reports that it is code.
func (s *scanner) next(line string) bool {
	if s.fence != "" {
		s.fence = nextFence(s.fence, line)
		s.blank = false
		return true
	}
	if strings.TrimSpace(line) == "" {
		s.blank = true
		return false
	}
	if s.pre || preStart.MatchString(line) {
		s.pre = !preEnd.MatchString(line)
		s.blank, s.began = false, true
		return false
	}
	defer s.tags(line)
	blank := (s.blank || !s.began) && s.html == 0
	if tag := strings.TrimLeft(line, " \t"); strings.HasPrefix(tag, "{{<") || strings.HasPrefix(tag, "{{%") {
		blank, s.indented = false, false // Hugo executes a shortcode wherever it stands
	}
	s.blank, s.began = false, true
	width := columns(indentOf(line))
	if m := listItem.FindStringSubmatch(line); m != nil && width < s.content()+4 {
		s.leave(width)
		s.lists = append(s.lists, columns(m[0]))
		s.indented = false
		s.fence = nextFence("", line)
		return false
	}
	if blank {
		s.leave(width)
		if width >= s.content()+4 {
			s.indented = true
			return true
		}
	} else if s.indented && width >= s.content()+4 {
		return true
	}
	s.indented = false
	s.fence = nextFence("", line)
	return s.fence != ""
}

// tags counts the blocks of HTML that a line opens and closes.
func (s *scanner) tags(line string) {
	for _, m := range htmlBlock.FindAllStringSubmatch(line, -1) {
		if m[1] == "" {
			s.html++
		} else if s.html > 0 {
			s.html--
		}
	}
}

// content is the column at which the text of the innermost open list begins.
func (s *scanner) content() int {
	if len(s.lists) == 0 {
		return 0
	}
	return s.lists[len(s.lists)-1]
}

// leave ends the lists that a line of this indent does not belong to.
func (s *scanner) leave(width int) {
	for len(s.lists) > 0 && width < s.lists[len(s.lists)-1] {
		s.lists = s.lists[:len(s.lists)-1]
	}
}

// columns is the width of a text; a tab reaches to the next multiple of four.
func columns(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] == '\t' {
			n += 4 - n%4
		} else {
			n++
		}
	}
	return n
}

// indentOf is the white space that a line begins with.
func indentOf(line string) string { return line[:len(line)-len(strings.TrimLeft(line, " \t"))] }
