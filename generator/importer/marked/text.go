// Package marked changes Markdown at the level of its text, for programs that
// write another dialect of it: what is not understood stays as it is.
//
// Code is never changed. A Text has each piece of code, each comment and whatever
// else is finished out of the way: one sign of a private plane of Unicode stands for
// it until String puts it back. So expressions that look for links, tags or words
// need not know what code is, and a piece keeps its place when its neighbours move.
package marked

import (
	"regexp"
	"strings"
)

// A Text is Markdown, with its code out of the way.
type Text struct {
	S    string // what may be changed
	kept []string
	own  map[int]bool // kept pieces that are such signs themselves
}

// The signs that stand for kept pieces: two private planes of Unicode, but for the
// last two of each, which are no characters.
const (
	firstSign = 0xF0000
	perPlane  = 0xFFFE
	lastSign  = 0x100000 + perPlane - 1
)

// IsKept reports the sign of a piece that is out of the way.
func IsKept(r rune) bool { return r >= firstSign }

// Keep puts a piece out of the way and gives the sign for it, or the piece itself
// when there are too many.
func (t *Text) Keep(piece string) string {
	n := len(t.kept)
	if n >= 2*perPlane {
		return piece
	}
	t.kept = append(t.kept, piece)
	if n >= perPlane {
		n += 2
	}
	return string(rune(firstSign + n))
}

// piece gives what a sign stands for, and its number; -1 for any other sign.
func (t *Text) piece(r rune) (string, int) {
	n := int(r - firstSign)
	if n > perPlane {
		n -= 2
	}
	if n < 0 || r > lastSign || n >= len(t.kept) {
		return "", -1
	}
	return t.kept[n], n
}

// Whole puts all pieces back into a part of the text. Pieces may hold others, which
// were kept before them.
func (t *Text) Whole(part string) string {
	if !strings.ContainsFunc(part, IsKept) {
		return part
	}
	var b strings.Builder
	for _, r := range part {
		switch p, n := t.piece(r); {
		case n < 0:
			b.WriteRune(r)
		case t.own[n]:
			b.WriteString(p)
		default:
			b.WriteString(t.Whole(p))
		}
	}
	return b.String()
}

// String is the text with all pieces in their places.
func (t *Text) String() string { return t.Whole(t.S) }

// A Fence is how a program writes a block of code besides Markdown's own ways.
type Fence struct {
	Open  *regexp.Regexp // matches at the start of a block; its first group, if any, is the language
	Close *regexp.Regexp // matches where it ends
}

// New takes the code of a text out of the way: fenced and indented blocks, those
// that fences write, pre and code of HTML, code in a line, and comments.
func New(source string, fences ...Fence) *Text {
	t := &Text{}
	if strings.ContainsFunc(source, IsKept) { // such signs of its own are as good as code
		var b strings.Builder
		for _, r := range source {
			if IsKept(r) {
				if t.own == nil {
					t.own = map[int]bool{}
				}
				t.own[len(t.kept)] = true
				b.WriteString(t.Keep(string(r)))
			} else {
				b.WriteRune(r)
			}
		}
		source = b.String()
	}
	t.S = source
	for _, f := range fences {
		t.fences(f)
	}
	t.S = t.blocks(t.S)
	t.S = preBlock.ReplaceAllStringFunc(t.S, t.pre)
	t.S = comment.ReplaceAllStringFunc(t.S, t.Keep)
	t.S = t.codeSpans(t.S)
	t.S = codeTag.ReplaceAllStringFunc(t.S, func(s string) string {
		return t.Keep(CodeSpan(Unescape(StripTags(t.Whole(s)))))
	})
	return t
}

var (
	comment  = regexp.MustCompile(`(?s)<!--.*?-->`)
	preBlock = regexp.MustCompile(`(?is)<pre\b[^>]*>.*?</pre\s*>`)
	codeTag  = regexp.MustCompile(`(?is)<(?:code|tt|samp)\b[^>]*>.*?</(?:code|tt|samp)\s*>`)
	inPre    = regexp.MustCompile(`(?i)language-([\w+#-]+)`)
)

// fences finds the blocks of code that f writes, outside of fenced blocks.
func (t *Text) fences(f Fence) {
	var b strings.Builder
	rest := t.S
	for {
		at := f.Open.FindStringSubmatchIndex(rest)
		if at == nil {
			break
		}
		if end := openFence(rest[:at[0]]); end { // in an example
			cut := fenceEnd(rest, at[1])
			b.WriteString(rest[:cut])
			rest = rest[cut:]
			continue
		}
		end := f.Close.FindStringIndex(rest[at[1]:])
		if end == nil {
			break
		}
		inner := rest[at[1] : at[1]+end[0]]
		b.WriteString(rest[:at[0]])
		lang := ""
		if len(at) > 3 && at[2] >= 0 {
			lang = rest[at[2]:at[3]]
		}
		b.WriteString(indentOf(rest[at[0]:]) + t.block(inner, lang, indentOf(rest[at[0]:])))
		rest = rest[at[1]+end[1]:]
	}
	t.S = b.String() + rest
}

// openFence reports that a fenced block is open at the end of a text.
func openFence(s string) bool {
	fence := ""
	for line := range strings.Lines(s) {
		fence = nextFence(fence, line)
	}
	return fence != ""
}

// fenceEnd is where the fenced block ends in which an offset lies.
func fenceEnd(s string, at int) int {
	fence, pos := "", 0
	for line := range strings.Lines(s) {
		fence = nextFence(fence, line)
		pos += len(line)
		if pos >= at && fence == "" {
			return pos
		}
	}
	return len(s)
}

var fenceLine = regexp.MustCompile("^(?:[ \t>]*|[ \t>]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)(`{3,}|~{3,})([^\n]*)")

// nextFence is the fence that is open after a line, when fence was before it.
func nextFence(fence, line string) string {
	m := fenceLine.FindStringSubmatch(line)
	switch {
	case m == nil:
		return fence
	case fence == "":
		if m[1][0] == '`' && strings.Contains(m[2], "`") {
			return ""
		}
		return m[1]
	case m[1][0] == fence[0] && len(m[1]) >= len(fence) && strings.TrimSpace(m[2]) == "":
		return ""
	}
	return fence
}

// block keeps code as a fenced block on lines of its own.
func (t *Text) block(code, lang, indent string) string {
	code = strings.Trim(t.Whole(code), "\n")
	fence := "```"
	for strings.Contains(code, fence) {
		fence += "`"
	}
	lines := strings.Split(fence+lang+"\n"+code+"\n"+fence, "\n")
	for i := range lines {
		if i > 0 && !strings.HasPrefix(lines[i], indent) {
			lines[i] = indent + lines[i]
		}
	}
	return t.Keep(strings.Join(lines, "\n")) + "\n"
}

func (t *Text) pre(html string) string {
	html = t.Whole(html)
	lang := ""
	open := html[:strings.IndexByte(html, '>')+1]
	if m := inPre.FindStringSubmatch(html[:min(len(html), len(open)+80)]); m != nil {
		lang = m[1]
	}
	return "\n\n" + t.block(Unescape(StripTags(html)), lang, "") + "\n"
}

// codeSpans keeps code in a line: it ends at a run of as many back quotes as it
// began with, in the same paragraph.
func (t *Text) codeSpans(s string) string {
	if !strings.Contains(s, "`") {
		return s
	}
	var b strings.Builder
	for s != "" {
		at := strings.IndexByte(s, '`')
		if at < 0 {
			break
		}
		n := run(s[at:])
		if at > 0 && s[at-1] == '\\' {
			b.WriteString(s[:at+1])
			s = s[at+1:]
			continue
		}
		end := spanEnd(s[at+n:], n)
		if end < 0 {
			b.WriteString(s[:at+n])
			s = s[at+n:]
			continue
		}
		b.WriteString(s[:at])
		b.WriteString(t.Keep(s[at : at+n+end+n]))
		s = s[at+n+end+n:]
	}
	return b.String() + s
}

func run(s string) int { return len(s) - len(strings.TrimLeft(s, "`")) }

// spanEnd is where a run of n back quotes begins, before the paragraph ends; -1 when
// there is none.
func spanEnd(s string, n int) int {
	if blank := blankLine.FindStringIndex(s); blank != nil {
		s = s[:blank[0]]
	}
	for at := 0; at < len(s); {
		next := strings.IndexByte(s[at:], '`')
		if next < 0 {
			return -1
		}
		at += next
		got := run(s[at:])
		if got == n {
			return at
		}
		at += got
	}
	return -1
}

var blankLine = regexp.MustCompile(`\n[ \t]*\n`)

// CodeSpan writes code in a line.
func CodeSpan(code string) string {
	code = strings.Join(strings.Fields(code), " ")
	if code == "" {
		return ""
	}
	ticks := "`"
	for strings.Contains(code, ticks) {
		ticks += "`"
	}
	if strings.HasPrefix(code, "`") || strings.HasSuffix(code, "`") {
		code = " " + code + " "
	}
	return ticks + code + ticks
}

// Rewrite changes the pieces that are out of the way.
func (t *Text) Rewrite(change func(piece string) string) {
	for i, p := range t.kept {
		t.kept[i] = change(p)
	}
}

// Prefixed puts a text before the first line of a part and another before each
// further one, also of the pieces that are out of the way.
func (t *Text) Prefixed(part, first, further string) string {
	var b strings.Builder
	for _, r := range part {
		if p := t.Whole(string(r)); strings.Contains(p, "\n") && r != '\n' {
			b.WriteString(t.Keep(strings.ReplaceAll(p, "\n", "\n"+further)))
			continue
		}
		b.WriteRune(r)
	}
	lines := strings.Split(strings.Trim(b.String(), "\n"), "\n")
	for i, l := range lines {
		if i > 0 {
			first = further
		}
		lines[i] = strings.TrimRight(first+l, " ")
	}
	return strings.Join(lines, "\n")
}

// Quote puts a part into a quotation.
func (t *Text) Quote(part string) string { return t.Prefixed(part, "> ", "> ") }

// OneLine joins the lines of a part, as in a table's cell. A block of code becomes
// code in the line.
func (t *Text) OneLine(part string) string {
	var b strings.Builder
	for _, r := range part {
		if p := t.Whole(string(r)); strings.Contains(p, "\n") && r != '\n' {
			if fence := nextFence("", p); fence != "" {
				_, p, _ = strings.Cut(p, "\n")
				p = CodeSpan(strings.TrimRight(strings.TrimSpace(p), "`~"))
			}
			b.WriteString(t.Keep(strings.Join(strings.Fields(p), " ")))
			continue
		}
		b.WriteRune(r)
	}
	return strings.ReplaceAll(manyLines.ReplaceAllString(b.String(), "<br>"), "\n", " ")
}
