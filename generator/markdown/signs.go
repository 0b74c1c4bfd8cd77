package markdown

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"dossier/generator/diag"
	"dossier/generator/source"
)

// isSign has the bytes with which the markup of some other program may begin.
var isSign = [256]bool{'{': true, '[': true, ']': true, '=': true, '%': true, ':': true, '$': true, '~': true, '^': true, '*': true, '#': true, '<': true}

const (
	maxSigns     = 200  // reported of one file
	maxSignBytes = 1000 // looked through for the end of a sign
)

// checker reports what stands in a source and was not understood.
type checker struct {
	source *source.File
	faults *diag.List

	templateLine       int // of the last tag of a template
	reported           int // signs that were not understood
	lineStart, lineEnd int // of the line that was last looked at
}

// signs reports what its writer meant as markup and readers would see as typed.
// Links, emphasis and code are nodes of their own by now, so that what still
// looks like markup in a text was not understood.
func (k *checker) signs(t *ast.Text) {
	src := k.source.Text
	for i := t.Segment.Start; i < t.Segment.Stop; i++ {
		c := src[i]
		if c == '\\' {
			i++
			continue
		}
		if !isSign[c] {
			continue
		}
		start, end := k.lineOf(i)
		s := sign{before: ' ', rest: src[i:min(end, i+maxSignBytes)]}
		if i > 0 {
			s.before, _ = utf8.DecodeLastRune(src[:i])
		}
		s.lineStart = len(bytes.TrimLeft(src[start:i], " \t>")) == 0
		i += k.sign(i, s)
	}
}

// sign is where markup may begin: what stands before it and the rest of its line.
type sign struct {
	before    rune
	rest      []byte
	lineStart bool
}

// opens reports that no word or number ends right before the sign.
func (s sign) opens() bool { return !unicode.IsLetter(s.before) && !unicode.IsDigit(s.before) }

func (s sign) has(prefix string) bool { return bytes.HasPrefix(s.rest, []byte(prefix)) }

// pair is what stands between a mark and the same mark again, nil when spaces
// stand right inside of them.
func (s sign) pair(mark string) []byte {
	in, _, ok := bytes.Cut(s.rest[len(mark):], []byte(mark))
	if !ok || len(in) == 0 || isSpace(in[0]) || isSpace(in[len(in)-1]) {
		return nil
	}
	return in
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' }

// sign reports the markup at an offset, if it is some, and returns how many
// further bytes belong to it.
func (k *checker) sign(at int, s sign) int {
	why, skip := "", 0
	switch s.rest[0] {
	case '{':
		if skip = templateTag(s); skip > 0 {
			k.template(at)
			return skip
		}
	case '[', ']':
		why, skip = k.bracketSign(at, s)
	case '<':
		if s.has("<!--") {
			k.faults.AddError(k.source.Pos(at), diag.NotUnderstood, "%s", openComment)
		}
	case ':':
		why, skip = colonSign(s)
	case '#':
		n := len(s.rest) - len(bytes.TrimLeft(s.rest, "#"))
		if s.lineStart && n > 1 && n <= 6 && n < len(s.rest) && isWord(s.rest[n:]) {
			why, skip = "a heading has a space behind its #: write "+string(s.rest[:n])+" "+string(firstWord(s.rest[n:])), n-1
		}
	case '*':
		if s.has("*[") && s.lineStart && bytes.Contains(s.rest, []byte("]:")) {
			return 0 // reported at the bracket
		}
		if s.has("**") && s.opens() && s.before != '*' && len(s.rest) > 2 && isWord(s.rest[2:]) {
			why, skip = "this ** begins bold words that never end; close them with ** right behind the last, before the next empty line", 1
		}
	default:
		why, skip = pairSign(s)
	}
	if why != "" {
		k.notUnderstood(at, why)
	}
	return skip
}

func isWord(b []byte) bool {
	c, _ := utf8.DecodeRune(b)
	return unicode.IsLetter(c)
}

func firstWord(b []byte) []byte {
	w, _, _ := bytes.Cut(b, []byte(" "))
	return w[:min(len(w), 40)]
}

// templateTag is the length of what begins a tag of a template, less one; 0
// when nothing does.
func templateTag(s sign) int {
	if s.has("{{") || s.has("{%") {
		return 1
	}
	if (s.has("{:") || s.has("{#") || s.has("{.")) && len(s.rest) > 3 && bytes.IndexByte(s.rest, '}') > 2 {
		if c := s.rest[2]; isSpace(c) || c == '.' || c == '#' || isWord(s.rest[2:]) {
			return 1
		}
	}
	return 0
}

// template reports a tag of a template, once a line.
func (k *checker) template(at int) {
	pos := k.source.Pos(at)
	if pos.Line == k.templateLine {
		return
	}
	k.templateLine = pos.Line
	k.faults.Add(pos, diag.TemplateSyntax, "this is a tag of another program's template (Jekyll, Hugo, kramdown) and would be shown as text; write what it stands for in Markdown, or put it in `…`")
}

// notUnderstood reports a sign, but not thousands in one file; it says whether it has.
func (k *checker) notUnderstood(at int, why string) bool {
	if k.reported++; k.reported > maxSigns {
		return false
	}
	k.faults.Add(k.source.Pos(at), diag.NotUnderstood, "%s", why)
	return true
}

// bracketSign is about what is left of links and footnotes.
func (k *checker) bracketSign(at int, s sign) (why string, skip int) {
	inner, after, closed := bytes.Cut(s.rest[1:], []byte("]"))
	switch {
	case s.has("[^"):
		if closed && len(inner) > 1 && !bytes.ContainsAny(inner, " \t[") {
			k.faults.AddError(k.source.Pos(at), diag.Footnote, "the footnote %q is not defined; write [%s]: and its text in a line of its own", inner[1:], inner)
			return "", len(inner)
		}
		if (!closed || bytes.IndexByte(inner, '[') >= 0) && len(inner) > 1 && isNameByte(inner[1]) {
			return "this footnote has no ] behind its name; write [^1]", 0
		}
		if name := bytes.TrimSpace(inner[1:]); closed && len(name) > 0 && isNameByte(name[0]) {
			return "the name of a footnote or source has no spaces; write it as in [^1]", 0
		}
	case s.has("[!") && s.lineStart && closed && len(bytes.TrimSpace(after)) == 0 && slices.Contains(alertKinds, strings.ToUpper(string(inner[1:]))):
		return "the mark of an alert stands in the first line of a quotation: > " + string(s.rest[:len(inner)+2]), len(inner)
	case s.has("[[") && s.before == '!':
		return "pages and pictures are not put in with ![[…]]; write ![what it shows](picture.jpg) for a picture, [[…]] for a link", 1
	case s.has("[["):
		return "this [[ begins no link; write [[id]] or [[id|words]], or \\[[ for the signs", 1
	case s.before == '^' && s.rest[0] == '[' && closed:
		return "notes inside a text are not read; write [^1] here and [^1]: with the note in a line of its own", 0
	case s.before == '*' && closed && bytes.HasPrefix(after, []byte(":")):
		return "abbreviations are not read; write <abbr title=\"…\">" + string(inner) + "</abbr> where it stands in the text", 0
	case s.lineStart && closed && isAddressLine(after):
		return "the address of a link must stand in a line of its own, with an empty line above it and nothing behind it but a title", len(inner)
	case s.lineStart && closed && len(bytes.TrimSpace(after)) == 0 && bytes.EqualFold(inner, []byte("toc")):
		return "a list of contents comes by itself; delete this line", len(inner)
	case s.has("](") && !k.endsNothing(at):
		return k.openLink(at, s)
	case s.has("]["):
		label, after, closed := bytes.Cut(s.rest[2:], []byte("]"))
		if !closed || bytes.HasPrefix(label, []byte("^")) || bytes.HasPrefix(after, []byte("(")) || k.counts(at, label) {
			return "", 0
		}
		if len(label) == 0 {
			return "no address is defined for the words before []; write [words](address), or [words]: address in a line of its own with an empty line above it", 2
		}
		return "no address is defined for [" + string(label) + "]; write [" + string(label) + "]: and the address in a line of its own, with an empty line above it", len(label) + 2
	}
	return "", 0
}

// endsNothing reports that no bracket opens before one at an offset in its
// line, so that it cannot end the words of a link.
func (k *checker) endsNothing(at int) bool {
	start, _ := k.lineOf(at)
	line := k.source.Text[start:at]
	return bytes.IndexByte(line, '[') < 0
}

// counts reports that the brackets before an offset and after it are no link's:
// they number sources, "[1][2]", or a part of something, "a[0][i]".
func (k *checker) counts(at int, label []byte) bool {
	start, _ := k.lineOf(at)
	line := k.source.Text[start:at]
	open := bytes.LastIndexByte(line, '[')
	if open < 0 {
		return false
	}
	numbers := func(b []byte) bool { return len(b) > 0 && len(bytes.Trim(b, "0123456789")) == 0 }
	return numbers(line[open+1:]) && numbers(label) || open > 0 && isNameByte(line[open-1]) && line[open-1] != '.'
}

func (k *checker) openLink(at int, s sign) (string, int) {
	address, _, closed := bytes.Cut(s.rest[2:], []byte(")"))
	switch {
	case bytes.Contains(address, []byte("{{")) || bytes.Contains(address, []byte("{%")):
		return "", 1
	case !closed:
		return "the address of this link never ends; close it with )", 1
	case bytes.IndexByte(bytes.TrimSpace(address), ' ') > 0 && !bytes.ContainsAny(address, "[]<>"):
		return "an address with spaces is none; write it as <" + string(bytes.TrimSpace(address)) + "> or with %20 for each space", 1
	}
	return "", 0
}

// isAddressLine reports ": address", the rest of the definition of a link.
func isAddressLine(rest []byte) bool {
	if len(rest) < 3 || rest[0] != ':' {
		return false
	}
	rest = bytes.TrimSpace(rest[1:])
	for _, p := range []string{"http://", "https://", "mailto:", "/", "./", "../", "<"} {
		if bytes.HasPrefix(rest, []byte(p)) {
			return true
		}
	}
	return false
}

// lineOf is where the line begins and ends that holds an offset. It remembers
// the last: to look for it at each sign is quadratic in a long line.
func (k *checker) lineOf(at int) (start, end int) {
	if at < k.lineStart || at >= k.lineEnd {
		text := k.source.Text
		k.lineStart = bytes.LastIndexByte(text[:at], '\n') + 1
		k.lineEnd = len(text)
		if n := bytes.IndexByte(text[at:], '\n'); n >= 0 {
			k.lineEnd = at + n
		}
	}
	return k.lineStart, k.lineEnd
}

// openFence reports a block of code at the end of a file that nothing closes:
// it may hold what its writer took for text.
func (k *checker) openFence(last ast.Node) {
	for last != nil && last.Kind() != ast.KindFencedCodeBlock {
		if last.Type() == ast.TypeInline {
			return
		}
		last = last.LastChild()
	}
	if last == nil {
		return
	}
	text := bytes.TrimRight(k.source.Text, " \t\n")
	line := text[bytes.LastIndexByte(text, '\n')+1:]
	fence := bytes.TrimLeft(k.source.Text[max(0, last.Pos()):], " \t>")
	line = bytes.TrimLeft(line, " \t>-")
	if len(fence) == 0 || len(line) > 2 && line[0] == fence[0] && len(bytes.Trim(line, string(fence[:1]))) == 0 && k.source.Pos(len(text)).Line > k.source.Pos(last.Pos()).Line {
		return
	}
	k.notUnderstood(last.Pos(), "this block of code never ends, so that all the rest is shown as code; close it with a line of "+string(fence[:min(3, len(fence))]))
}
