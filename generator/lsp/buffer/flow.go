package buffer

import "strings"

// value reads the value that begins at an offset of a line; a cursor means it from
// first on. It gives the next line that begins in no brackets.
func (s *scanner) value(n, first, at int, listed bool) int {
	_, to := s.text.Line(n)
	to = min(to, s.end)
	if at == to || strings.IndexByte("[{\"'", s.src[at]) < 0 {
		end := at + len(strings.TrimRight(beforeComment(s.src[at:to]), " \t"))
		s.add(Token{Path: s.path(), From: at, To: end, InList: listed, First: min(first, at), Last: max(end, at)})
		return n + 1
	}
	f := flow{scanner: s, at: at, end: s.until(n)}
	if c := s.src[at]; c == '[' || c == '{' {
		f.read(s.path(), 0)
	} else {
		f.quoted(s.path(), first, listed)
	}
	last := s.text.LineOf(f.at)
	if start, _ := s.text.Line(last); start == f.at { // the bracket is open still
		last--
	}
	return max(n, last) + 1
}

// beforeComment is a line less its comment.
func beforeComment(line string) string {
	if strings.HasPrefix(line, "#") {
		return ""
	}
	before, _, _ := strings.Cut(line, " #")
	return before
}

// until is where a value that begins in a line ends at the latest: a bracket or
// quotation mark that nobody has closed yet must not swallow the keys after it.
func (s *scanner) until(n int) int {
	indent := s.open[len(s.open)-1].indent
	for n++; n < s.text.Lines(); n++ {
		from, to := s.text.Line(n)
		if from >= s.end {
			return s.end
		}
		at := skipSpace(s.src, from, to)
		if _, _, _, ok := key(s.src, at, to); ok && at-from <= indent {
			return from
		}
		if at-from <= indent && strings.HasPrefix(s.src[at:to], "- ") {
			return from
		}
	}
	return s.end
}

// maxFlow is how deep brackets may stand in each other; frontmatter allows fewer.
const maxFlow = 100

// flow reads what stands in brackets or quotation marks.
type flow struct {
	*scanner
	at, end int
}

// read reads a list or mapping with its brackets; at is its first.
func (f *flow) read(path []string, depth int) {
	isMap := f.src[f.at] == '{'
	f.at++
	due := true // something may come: a bracket or a comma stands before
	for depth < maxFlow {
		first := f.at
		f.space()
		closes := f.at == f.end || f.src[f.at] == ']' || f.src[f.at] == '}'
		switch {
		case closes || f.src[f.at] == ',':
			if due {
				f.empty(path, first, isMap)
			}
			f.at = min(f.at+1, f.end)
			if closes {
				return
			}
			due = true
			continue
		case isMap:
			f.entry(path, first, depth)
		default:
			f.item(path, first, depth, true)
		}
		due = f.comma()
	}
}

// empty is a place where a key or value may be put in.
func (f *flow) empty(path []string, first int, isMap bool) {
	at := first
	if at < f.at && f.src[at] == ' ' && !strings.ContainsAny(f.src[at:f.at], "\r\n") {
		at = f.at
	}
	f.add(Token{Path: path, IsKey: isMap, From: at, To: at, InList: !isMap, First: first, Last: f.at})
}

// entry reads a key of a mapping with its value.
func (f *flow) entry(path []string, first, depth int) {
	from, to := f.word(":,}")
	f.add(Token{Path: path, IsKey: true, From: from, To: to, Quoted: from > first && (f.src[from-1] == '"' || f.src[from-1] == '\''), First: first, Last: f.at})
	f.space()
	if f.at == f.end || f.src[f.at] != ':' {
		return
	}
	f.at++
	first = f.at
	f.space()
	under := append(path[:len(path):len(path)], f.src[from:to])
	if f.at == f.end || f.src[f.at] == ',' || f.src[f.at] == '}' {
		at := f.at
		if strings.ContainsAny(f.src[first:at], "\r\n") || f.at == f.end {
			at = first
		}
		f.add(Token{Path: under, From: at, To: at, First: first, Last: f.at})
		return
	}
	f.item(under, first, depth, false)
}

// item reads a value.
func (f *flow) item(path []string, first, depth int, listed bool) {
	switch f.src[f.at] {
	case '[', '{':
		f.read(path, depth+1)
	case '"', '\'':
		f.quoted(path, first, listed)
	default:
		from, to := f.word(",]}")
		f.add(Token{Path: path, From: from, To: to, InList: listed, First: first, Last: max(to, f.at)})
	}
}

// comma goes on behind the next comma, and reports it, or to a closing bracket.
func (f *flow) comma() bool {
	for f.space(); f.at < f.end && !strings.ContainsRune(",]}", rune(f.src[f.at])); f.space() {
		f.at++
	}
	if f.at < f.end && f.src[f.at] == ',' {
		f.at++
		return true
	}
	return false
}

func (f *flow) space() {
	for f.at < f.end && strings.ContainsRune(" \t\r\n", rune(f.src[f.at])) {
		f.at++
	}
}

// word reads up to one of some signs or the end of the line. A colon ends a word
// only before a space.
func (f *flow) word(ends string) (from, to int) {
	from = f.at
	if q := f.src[from]; q == '"' || q == '\'' {
		n := strings.IndexByte(f.src[from+1:f.end], q)
		if n >= 0 {
			f.at = from + n + 2
			return from + 1, from + 1 + n
		}
	}
	for ; f.at < f.end; f.at++ {
		c := f.src[f.at]
		if c == '\n' || c == '\r' || strings.IndexByte(ends, c) >= 0 && (c != ':' || f.at+1 >= f.end || strings.IndexByte(" \t\r\n,}", f.src[f.at+1]) >= 0) {
			break
		}
	}
	return from, from + len(strings.TrimRight(f.src[from:f.at], " \t"))
}

// quoted reads a text in quotation marks.
func (f *flow) quoted(path []string, first int, listed bool) {
	q := f.src[f.at]
	from := f.at + 1
	to := from
	for to < f.end && f.src[to] != q {
		if q == '"' && f.src[to] == '\\' {
			to++
		} else if q == '\'' && strings.HasPrefix(f.src[to:f.end], "''") {
			to++
		}
		to++
	}
	f.at = min(to+1, f.end)
	to = min(to, f.end)
	if to == f.end { // nobody has closed it yet: it ends with its line
		if n := strings.IndexAny(f.src[from:to], "\r\n"); n >= 0 {
			to = from + n
		}
		f.at = to
	}
	f.add(Token{Path: path, From: from, To: to, Quoted: true, InList: listed, First: min(first, from), Last: to})
}
