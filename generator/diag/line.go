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

// All output passes through this file. What an editor wrote, names of files and errors
// of the system may have characters that move the cursor, begin a line that looks
// like a message, give a command to a CI runner, or change the direction of the
// words beside them.

// longestQuote is how many characters a quotation of an editor's text may have. The
// address says where the rest stands.
const longestQuote = 500

// Say prints words in a line of their own, in one write. The error is the
// writer's.
func Say(w io.Writer, format string, args ...any) error {
	_, err := io.WriteString(w, Words(fmt.Sprintf(format, args...))+"\n")
	return err
}

// Line makes a text that can be printed in a line: see Printable. GitHub's runner
// looks for commands in the output of every program, so what would be one is
// changed: a path may get a "./" in front.
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

// Printable escapes, as %q does it (\x1b, \n, \u202e), what moves the cursor, ends the
// line, changes the direction of text or is not UTF-8.
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
		char := s[i : i+n]
		if glyph.Unprintable(r) || r == utf8.RuneError && n == 1 {
			char = strings.Trim(strconv.QuoteToASCII(char), `"`)
		}
		b.WriteString(char)
	}
	return b.String()
}

// Words is Line for a sentence. A quotation, or a name without quotation marks, that is
// written from right to left is isolated, so that the words beside it keep their
// places. The isolating characters stand outside the quotation marks, so that they are
// not copied with the quotation. A very long quotation is cut.
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

// closing finds the quotation mark that ends the quotation s begins with; -1 if there is none.
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

// short cuts a quotation, which has its quotation marks, if it is too long.
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

// isolated puts isolating characters around a text if it is written from right to left.
func isolated(s string) string {
	if strings.ContainsFunc(s, glyph.RightToLeft) {
		return "\u2068" + s + "\u2069"
	}
	return s
}

// apart isolates the names in words without quotation marks. Neighbouring words that
// are written from right to left are one name. A path or link stays as it is, so that
// it can be copied.
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
		isAddress := strings.Contains(word, "/") || strings.Contains(word, "[[") || strings.Contains(word, "]]")
		if isAddress || !strings.ContainsFunc(word, glyph.RightToLeft) {
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
