package marked

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"dossier/generator/limits"
)

// startsBlock matches a line that may begin a block, or end a paragraph.
var startsBlock = regexp.MustCompile("^(?:[-+*>#=~`:|_]|[0-9]+[.)])")

// Comment writes a text as a comment, which readers do not see.
func Comment(s string) string {
	// A pipe would part the cells of a table, and what ends a comment end this one.
	s = strings.NewReplacer("<!--", "&lt;!--", "-->", "--&gt;", "|", `\|`).Replace(strings.ToValidUTF8(s, string(utf8.RuneError)))
	lines := strings.Split(s, "\n")
	kept := lines[:0]
	for _, l := range lines {
		switch l = strings.TrimSpace(l); {
		case l == "": // a blank line would end the paragraph that the comment is in
		case len(kept) > 0 && startsBlock.MatchString(l) && len(kept[len(kept)-1])+len(l) < limits.MaxLineBytes/2: // and so would this
			kept[len(kept)-1] += " " + l
		default:
			kept = append(kept, l)
		}
	}
	return "<!-- " + strings.Join(kept, "\n") + " -->"
}

// Hide keeps a text as a comment.
func (t *Text) Hide(s string) string { return t.Keep(Comment(t.Whole(s))) }

var leadingSigns = regexp.MustCompile(`(?m)^((?:[ \t>]|(?:[-*+]|[0-9]{1,9}[.)])[ \t])*)((?:[\x{F0000}-\x{10FFFD}][ \t]*)+)(.*)$`)

// SettleComments moves comments from the beginning of a line behind its words: there
// they would begin a block of HTML, in which no word is Markdown. What is alone in a
// list or a quotation goes onto one line, as such a block ends with them.
func (t *Text) SettleComments() {
	t.S = leadingSigns.ReplaceAllStringFunc(t.S, func(line string) string {
		m := leadingSigns.FindStringSubmatch(line)
		comments, rest := "", m[2]
		for rest != "" {
			r, size := utf8.DecodeRuneInString(rest)
			piece := t.Whole(string(r))
			if !IsKept(r) || !strings.HasPrefix(piece, "<!--") || !strings.HasSuffix(piece, "-->") {
				break
			}
			if m[1] != "" && len(piece) < limits.MaxLineBytes/2 {
				piece = strings.Join(strings.Fields(piece), " ")
			}
			comments += " " + t.Keep(piece)
			rest = strings.TrimLeft(rest[size:], " \t")
		}
		words := strings.TrimRight(rest+m[3], " \t")
		if words == "" {
			return m[1] + strings.TrimPrefix(comments, " ")
		}
		return m[1] + words + comments
	})
}
