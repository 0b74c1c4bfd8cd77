package diag

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/generator/glyph"
)

// Whatever is printed passes here. What an editor wrote, names of files and what
// a system says may hold signs that move the cursor, begin a line that looks
// like a message, command a runner of jobs, or turn the words beside them round.

// longestQuote is how many characters of what an editor wrote are quoted in a
// line: the address says where the rest is.
const longestQuote = 500

// Say prints words in a line of their own, in one write. The error is the
// writer's.
func Say(w io.Writer, format string, args ...any) error {
	_, err := io.WriteString(w, Words(fmt.Sprintf(format, args...))+"\n")
	return err
}

// Line is a text that can be printed in a line: see Printable. Where it would be
// read as a command by GitHub's runner, which looks at the log of every program,
// it is not one any more: a path may begin with "./".
func Line(s string) string {
	s = Printable(s)
	if strings.Contains(s, "##[") {
		s = strings.ReplaceAll(s, "##[", `#\x23[`)
	}
	if strings.HasPrefix(strings.TrimLeftFunc(s, unicode.IsSpace), "::") {
		s = "./" + s
	}
	return s
}

func needsEscape(r rune) bool { return r == utf8.RuneError || glyph.Unprintable(r) }

// Printable is a text in which all that moves the cursor, ends the line, turns
// the direction or is not UTF-8 is escaped as %q does it: \x1b, \n, \u202e.
func Printable(s string) string {
	if !strings.ContainsFunc(s, needsEscape) {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		n := utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, n = utf8.DecodeRuneInString(s[i:])
		}
		sign := s[i : i+n]
		if glyph.Unprintable(r) || r == utf8.RuneError && n == 1 {
			sign = strings.Trim(strconv.QuoteToASCII(sign), `"`)
		}
		b.WriteString(sign)
	}
	return b.String()
}

// Words is Line for a sentence. A quotation, or a name without quotation marks,
// that runs from right to left is isolated, so that the words beside it keep
// their places; the signs for it stand outside the quotation marks, where nobody
// copies them. A very long quotation is cut.
func Words(s string) string {
	s = Line(s)
	if len(s) <= longestQuote && !strings.ContainsFunc(s, glyph.RightToLeft) {
		return s
	}
	var b strings.Builder
	for {
		from := strings.IndexByte(s, '"')
		to := from + 1 + closing(s[from+1:])
		if from < 0 || to <= from {
			b.WriteString(apart(s))
			return b.String()
		}
		b.WriteString(apart(s[:from]))
		b.WriteString(isolated(short(s[from : to+1])))
		s = s[to+1:]
	}
}

// closing is the place of the quotation mark that ends what s begins with, or -1.
func closing(s string) int {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return i
		}
	}
	return -1
}

// short cuts a quotation with its marks.
func short(quoted string) string {
	if len(quoted) <= longestQuote {
		return quoted
	}
	n := 0
	for i := range quoted {
		if n++; n > longestQuote {
			return quoted[:i] + `…"`
		}
	}
	return quoted
}

// isolated keeps a text that runs from right to left apart from its neighbours.
func isolated(s string) string {
	if strings.ContainsFunc(s, glyph.RightToLeft) {
		return "\u2068" + s + "\u2069"
	}
	return s
}

// apart isolates the names in words without quotation marks: one that runs from
// right to left goes on as long as its words do. A path or link is to be copied
// as it is.
func apart(s string) string {
	if !strings.ContainsFunc(s, glyph.RightToLeft) {
		return s
	}
	var b strings.Builder
	name := ""
	flush := func() {
		words := strings.TrimRight(name, " "+afterName)
		b.WriteString(isolated(words) + name[len(words):])
		name = ""
	}
	for word := range strings.SplitAfterSeq(s, " ") {
		if !strings.ContainsFunc(word, glyph.RightToLeft) || strings.Contains(word, "/") || strings.Contains(word, "[[") || strings.Contains(word, "]]") {
			flush()
			b.WriteString(word)
			continue
		}
		name += word
		if words := strings.TrimRight(word, " "); strings.IndexByte(afterName, words[len(words)-1]) >= 0 {
			flush()
		}
	}
	flush()
	return b.String()
}

// afterName are marks that end a name.
const afterName = ".,;:!?)"
