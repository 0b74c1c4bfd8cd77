package markdown

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"dossier/generator/diag"
	"dossier/generator/prose"
)

// addressParser makes links of bare addresses: http://…, https://…, www.… and
// name@host. It begins at the sign that only they have and looks back for what
// stands before it, so that prose costs nothing.
type addressParser struct{}

func (addressParser) Trigger() []byte { return []byte{':', '.', '@'} }

func (addressParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if len(line) < 3 || line[0] == ':' && (line[1] != '/' || line[2] != '/') {
		return nil
	}
	last, ok := parent.LastChild().(*ast.Text)
	if !ok || last.Segment.Stop != segment.Start || last.SoftLineBreak() || segment.Padding > 0 {
		return nil
	}
	src := block.Source()
	before := src[last.Segment.Start:segment.Start]
	kind, protocol, back, ahead := ast.AutoLinkURL, "", 0, 0
	switch line[0] {
	case ':':
		back = scheme(before)
		ahead = addressEnd(line, 3)
	case '.':
		if back = 3; len(before) < 3 || !bytes.EqualFold(before[len(before)-3:], []byte("www")) {
			return nil
		}
		protocol = "https"
		if ahead = addressEnd(line, 1); bytes.IndexByte(line[1:max(1, ahead)], '.') < 0 {
			return nil
		}
	case '@':
		kind = ast.AutoLinkEmail
		back, ahead = mailName(before), mailHost(line)
	}
	start := segment.Start - back
	if back == 0 || ahead == 0 || start > 0 && joins(src[:start]) {
		return nil
	}
	block.Advance(ahead)
	last.Segment.Stop = start
	if last.Segment.Start == start {
		parent.RemoveChild(parent, last)
	}
	link := ast.NewAutoLink(kind, ast.NewTextSegment(text.NewSegment(start, segment.Start+ahead)))
	if protocol != "" {
		link.Protocol = []byte(protocol)
	}
	link.SetPos(start)
	return link
}

// scheme is the length of the http or https that a text ends with, or 0.
func scheme(before []byte) int {
	for _, s := range []string{"https", "http"} {
		if n := len(s); len(before) >= n && bytes.EqualFold(before[len(before)-n:], []byte(s)) {
			return n
		}
	}
	return 0
}

// joins reports whether what stands before an address is a part of the same
// word. Scripts that put no spaces between words begin one anywhere.
func joins(before []byte) bool {
	r, _ := utf8.DecodeLastRune(before)
	if r >= 0x2e80 {
		return false
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || bytes.ContainsRune([]byte(`/.-+_@:\=`), r)
}

// addressEnd is where the address ends whose host begins at an offset of the
// line, without the punctuation of the sentence and the number of a note behind it; 0 when
// there is no host.
func addressEnd(line []byte, host int) int {
	end, round, square := host, 0, 0
	for end < len(line) {
		r, n := utf8.DecodeRune(line[end:])
		if end == host && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return 0
		}
		if unicode.IsSpace(r) || r == '<' || r == '>' || r == '"' || r == '|' || r == '`' || bytes.HasPrefix(line[end:], []byte("[^")) || r >= utf8.RuneSelf && (unicode.IsPunct(r) || unicode.IsSymbol(r)) {
			break
		}
		switch r {
		case '(':
			round++
		case ')':
			round--
		case '[':
			square++
		case ']':
			square--
		}
		if round < 0 || square < 0 {
			break
		}
		end += n
	}
	return host + len(bytes.TrimRight(line[host:end], `?!.,:;*_~'`))
}

func isNameByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.' || c == '+'
}

// mailName is the length of the name before the @ of a mail address.
func mailName(before []byte) int {
	n := 0
	for n < len(before) && n < 64 && isNameByte(before[len(before)-n-1]) {
		n++
	}
	return n
}

// mailHost is where the host of a mail address ends, or 0.
func mailHost(line []byte) int {
	end := 1
	for end < len(line) && end < 256 && isNameByte(line[end]) && line[end] != '+' {
		end++
	}
	host := bytes.TrimRight(line[1:end], ".-_")
	if bytes.IndexByte(host, '.') < 1 {
		return 0
	}
	return 1 + len(host)
}

// unsafeTarget says why an address may not be shown, or "". Browsers drop
// control characters and spaces from schemes, so they are dropped here too
// (WHATWG URL, "basic URL parser").
func unsafeTarget(l prose.Link) string {
	bare := strings.ToLower(strings.Map(func(c rune) rune {
		if c <= ' ' || c == 0x7f {
			return -1
		}
		return c
	}, l.Target))
	scheme, _, _ := strings.Cut(bare, ":")
	switch {
	case l.Wiki:
		return ""
	case strings.HasPrefix(strings.ReplaceAll(bare, `\`, "/"), "//"):
		return `an address that begins with // depends on how the page is read; begin it with https://`
	case scheme == bare || strings.ContainsAny(scheme, "/?#"):
		return ""
	case l.Image:
		return "an image must be a file of the content folder, so that the page asks nobody else for it"
	case scheme == "http", scheme == "https", scheme == "mailto":
		return ""
	}
	why := "a link may begin with https:, http: or mailto:, or name a file of the content folder; this one begins with \"" + scheme + ":\""
	if near := diag.Nearest(scheme, slices.Values([]string{"https", "http", "mailto"})); near != "" {
		why += "; did you mean \"" + near + ":\"?"
	}
	return why
}
