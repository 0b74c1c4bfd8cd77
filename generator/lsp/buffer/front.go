package buffer

import (
	"slices"
	"strings"
)

// Token is a key or a value of front matter. Offsets are those of the text.
type Token struct {
	Path     []string // the keys that lead to it; of a value the last is its own key
	IsKey    bool
	From, To int // its characters, without quotation marks
	Quoted   bool
	InList   bool // a value that is one of a list
	First    int  // where a cursor that means it stands, at the least
	Last     int  // and at most
}

// Start is where front matter has the address of the token: at its quotation
// mark, if it has one.
func (k *Token) Start() int {
	if k.Quoted {
		return k.From - 1
	}
	return k.From
}

// Is reports whether the token is a value under these keys.
func (k *Token) Is(path ...string) bool { return !k.IsKey && slices.Equal(k.Path, path) }

// Front is the front matter of a file.
type Front struct {
	From, To int // offsets of what is between the two lines of dashes
	Body     int // where the body begins
	Tokens   []Token
}

// Front finds the keys and values of front matter. In a text without any all of it
// is body; front matter that does not end yet goes on to the end of the text.
func (t *Text) Front() Front {
	from, to := t.Line(0)
	if !isFence(strings.TrimPrefix(t.src[from:to], mark)) {
		return Front{}
	}
	s := scanner{text: t, src: t.src, end: len(t.src)}
	body := len(t.src)
	for n := 1; n < t.Lines(); n++ {
		if from, to := t.Line(n); isFence(t.src[from:to]) {
			s.end = from
			body, _ = t.Line(n + 1)
			break
		}
	}
	start, _ := t.Line(1)
	f := Front{From: min(start, s.end), To: s.end, Body: body}
	for n := 1; n < t.Lines(); {
		if at, _ := t.Line(n); at >= s.end {
			break
		}
		n = s.block(n)
	}
	f.Tokens = s.tokens
	return f
}

func isFence(line string) bool { return strings.TrimRight(line, " \t") == "---" }

// At is the token that a cursor at an offset means, or nil.
func (f *Front) At(offset int) *Token {
	for i := range f.Tokens {
		if k := &f.Tokens[i]; k.First <= offset && offset <= k.Last {
			return k
		}
	}
	return nil
}

// Keys are those that stand beside a token, itself left out.
func (f *Front) Keys(t *Text, of *Token) map[string]bool {
	keys := map[string]bool{}
	for i := range f.Tokens {
		if k := &f.Tokens[i]; k != of && k.IsKey && slices.Equal(k.Path, of.Path) {
			keys[t.src[k.From:k.To]] = true
		}
	}
	return keys
}

// Listed are the entries of a list that a token is in, itself left out.
func (f *Front) Listed(t *Text, of *Token) map[string]bool {
	words := map[string]bool{}
	for i := range f.Tokens {
		if k := &f.Tokens[i]; k != of && k.InList && slices.Equal(k.Path, of.Path) {
			words[t.src[k.From:k.To]] = true
		}
	}
	return words
}

// scanner reads YAML as people write it into front matter: keys by their indent,
// lists by dashes or in brackets, mappings in braces.
type scanner struct {
	text   *Text
	src    string
	end    int // of the front matter
	open   []level
	tokens []Token
}

// level is a key or a dash whose value is being read.
type level struct {
	indent int
	key    string // "" of a dash
}

// path are the keys of the open levels.
func (s *scanner) path() []string {
	var path []string
	for _, l := range s.open {
		if l.key != "" {
			path = append(path, l.key)
		}
	}
	return path
}

// block reads from a line that begins in no brackets, and gives the next such
// line.
func (s *scanner) block(n int) int {
	from, to := s.text.Line(n)
	to = min(to, s.end)
	at := skipSpace(s.src, from, to)
	if at == to || s.src[at] == '#' {
		s.blank(from, at, to)
		return n + 1
	}
	listed := false
	for at < to && s.src[at] == '-' && (at+1 == to || s.src[at+1] == ' ') {
		indent := at - from
		for len(s.open) > 0 {
			last := s.open[len(s.open)-1]
			if last.indent < indent || last.key != "" && last.indent == indent {
				break
			}
			s.open = s.open[:len(s.open)-1]
		}
		s.open = append(s.open, level{indent: indent})
		at = skipSpace(s.src, at+1, to)
		listed = true
	}
	indent := at - from
	keyFrom, keyTo, after, ok := key(s.src, at, to)
	if !ok {
		if !listed {
			s.close(indent)
		}
		return s.scalar(n, at, to, listed)
	}
	s.close(indent)
	s.add(Token{Path: s.path(), IsKey: true, From: keyFrom, To: keyTo, Quoted: keyFrom > at, First: at, Last: after - 1})
	s.open = append(s.open, level{indent: indent, key: s.src[keyFrom:keyTo]})
	value := skipSpace(s.src, after, to)
	if value < to && (s.src[value] == '|' || s.src[value] == '>') {
		return s.literal(n+1, indent)
	}
	return s.value(n, after, value, false)
}

// close ends the levels that a line with an indent is not in.
func (s *scanner) close(indent int) {
	for len(s.open) > 0 && s.open[len(s.open)-1].indent >= indent {
		s.open = s.open[:len(s.open)-1]
	}
}

// blank is a line with nothing but spaces: a cursor there begins a key.
func (s *scanner) blank(from, at, to int) {
	if at < to {
		return // a comment
	}
	kept := slices.Clone(s.open)
	s.close(at - from)
	s.add(Token{Path: s.path(), IsKey: true, From: at, To: at, First: at, Last: at})
	s.open = kept
}

// scalar is a line without a key: an entry of a list, or the beginning of a key
// that is being typed.
func (s *scanner) scalar(n, at, to int, listed bool) int {
	if listed {
		return s.value(n, at, at, true)
	}
	end := at + len(strings.TrimRight(s.src[at:to], " \t"))
	s.add(Token{Path: s.path(), IsKey: true, From: at, To: end, First: at, Last: end})
	return n + 1
}

// literal passes over the lines of a text that stands deeper than its key.
func (s *scanner) literal(n, indent int) int {
	for ; n < s.text.Lines(); n++ {
		from, to := s.text.Line(n)
		at := skipSpace(s.src, from, to)
		if from >= s.end || at < to && at-from <= indent {
			break
		}
	}
	return n
}

func (s *scanner) add(k Token) { s.tokens = append(s.tokens, k) }

func skipSpace(src string, at, to int) int {
	for at < to && (src[at] == ' ' || src[at] == '\t') {
		at++
	}
	return at
}

// key finds a key with its colon at the beginning of a stretch; after is behind the
// colon.
func key(src string, at, to int) (from, end, after int, ok bool) {
	line := src[at:to]
	if line == "" || strings.ContainsRune("[{|>#&*!%@`", rune(line[0])) {
		return 0, 0, 0, false
	}
	if q := line[0]; q == '"' || q == '\'' {
		n := strings.IndexByte(line[1:], q)
		if n < 0 || !strings.HasPrefix(line[n+2:], ":") {
			return 0, 0, 0, false
		}
		return at + 1, at + 1 + n, at + n + 3, true
	}
	for i := 0; i < len(line); i++ {
		if line[i] == ':' && (i+1 == len(line) || line[i+1] == ' ' || line[i+1] == '\t') {
			return at, at + len(strings.TrimRight(line[:i], " ")), at + i + 1, true
		}
		if line[i] == '#' && i > 0 && line[i-1] == ' ' {
			break
		}
	}
	return 0, 0, 0, false
}
