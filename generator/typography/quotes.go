package typography

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mark is a quotation mark set by the edit of that number.
type mark struct {
	edit          int
	double, opens bool
	paired        bool
}

// Classes of characters beside a quotation mark.
const (
	blank = iota // also the beginning and end of a block
	opening
	dash
	closing
	apostrophe
	inner // of words
	wide  // of scripts without spaces
)

func classOf(r rune) uint8 {
	switch {
	case r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)):
		return inner
	case unicode.IsSpace(r):
		return blank
	case r == '’':
		return apostrophe
	case r == '/' || r == '=' || r == '+' || r == '¿' || r == '¡' || unicode.In(r, unicode.Ps, unicode.Pi):
		return opening
	case unicode.Is(unicode.Pd, r):
		return dash
	case unicode.IsPunct(r):
		return closing
	case IsWide(r):
		return wide
	}
	return inner
}

// before is the class of what stands before an offset.
func (s *Setter) before(i int) uint8 {
	if i == 0 || bytes.HasSuffix(s.text[:i], []byte("&nbsp;")) {
		return blank
	}
	if c := s.text[i-1]; c == '"' || c == '\'' {
		if k := len(s.edits) - 1; k < 0 || s.edits[k].At != i-1 {
			return closing // as typed
		} else if m := len(s.marks) - 1; m < 0 || s.marks[m].edit != k {
			return apostrophe
		} else if s.marks[m].opens {
			return opening
		}
		return closing
	}
	r, _ := utf8.DecodeLastRune(s.text[:i])
	return classOf(r)
}

// after is the class of what stands from an offset on, behind a few further
// quotation marks.
func (s *Setter) after(i int) uint8 {
	for far := i + 4; i < far && i < len(s.text) && (s.text[i] == '"' || s.text[i] == '\'' || s.text[i] == '\\'); i++ {
	}
	if i == len(s.text) || bytes.HasPrefix(s.text[i:], []byte("&nbsp;")) {
		return blank
	}
	r, _ := utf8.DecodeRune(s.text[i:])
	return classOf(r)
}

func (s *Setter) doubleMark(i int) {
	if s.outer.open == "" {
		return
	}
	if s.shortening[1] != "" && s.isLetter(i) && len(wordAt(s.text[i+1:])) > 0 {
		s.edits = append(s.edits, Edit{i, 1, s.shortening[1]})
		return
	}
	before, after := s.before(i), s.after(i+1)
	opens := false
	switch {
	case after == blank:
		if before == blank {
			return
		}
	case before == blank, before == opening, before == apostrophe && after != closing:
		opens = true
	case before == dash:
		opens = after != closing || s.double == 0
	case after == closing || after == apostrophe:
	case before == closing || before == wide || after == wide || after == opening && before != inner:
		opens = s.double == 0
	}
	if opens {
		s.double++
	} else if s.double == 0 {
		return // inches
	} else {
		s.double--
	}
	s.quote(i, true, opens)
}

func (s *Setter) quote(i int, double, opens bool) {
	s.marks = append(s.marks, mark{edit: len(s.edits), double: double, opens: opens})
	s.edits = append(s.edits, Edit{At: i, N: 1})
}

func (s *Setter) apostrophe(i int) {
	mark := "’"
	if r, _ := utf8.DecodeLastRune(s.text[:i]); s.shortening[0] != "" && r >= utf8.RuneSelf && unicode.IsLetter(r) {
		mark = s.shortening[0]
	}
	s.edits = append(s.edits, Edit{i, 1, mark})
}

func (s *Setter) singleMark(i int) {
	before, after := s.before(i), s.after(i+1)
	next, _ := utf8.DecodeRune(s.text[i+1:])
	switch {
	case before == inner && (unicode.IsLetter(next) || after == inner && s.isLetter(i)):
		s.apostrophe(i) // it's, l'été
	case s.outer.open == "":
	case after == blank && before == blank:
	case before == blank || before == opening || before == dash && after != blank && after != closing:
		if s.shortens(s.text[i+1:]) {
			s.apostrophe(i)
			return
		}
		if after == blank {
			return
		}
		s.single++
		s.quote(i, false, true)
	case after == blank, after == closing, after == dash, after == apostrophe, before == closing:
		s.shut(i)
	case before == wide || after == wide:
		if s.single == 0 {
			s.single++
			s.quote(i, false, true)
		} else {
			s.shut(i)
		}
	case before == inner && after == opening && s.isLetter(i):
		s.apostrophe(i) // l'«oui»
	}
}

// shut sets a single mark behind a word: of a quotation, or an apostrophe.
func (s *Setter) shut(i int) {
	switch {
	case s.single > 0:
		s.single--
		s.quote(i, false, false)
	case s.isLetter(i):
		s.apostrophe(i) // the Smiths'
	}
}

// isLetter reports a letter before an offset.
func (s *Setter) isLetter(i int) bool {
	r, _ := utf8.DecodeLastRune(s.text[:i])
	return unicode.IsLetter(r)
}

// shortens reports whether an apostrophe, and no quotation mark, stands before
// a text: before a year of two digits and words that lost their beginning.
func (s *Setter) shortens(text []byte) bool {
	n := 0
	for n < len(text) && isDigit(text[n]) {
		n++
	}
	if n == 2 {
		if end := wordAt(text[n:]); string(end) == "s" || s.yearEnds[string(end)] {
			n += len(end)
		}
		r, _ := utf8.DecodeRune(text[n:])
		return n == len(text) || text[n] != '\'' && !unicode.IsLetter(r)
	}
	word := wordAt(text)
	if !s.shortened[string(bytes.ToLower(word))] {
		return false
	}
	rest := text[len(word):]
	return len(word) == 1 || len(rest) == 0 || rest[0] != '\''
}

// levels gives each quotation mark its form: a quotation inside another has
// the language's inner marks.
func (s *Setter) levels() {
	var open [8]int // numbers of marks; deeper ones are not paired
	deep := 0
	for i := range s.marks {
		m := &s.marks[i]
		if m.opens {
			if deep < len(open) {
				open[deep] = i
				deep++
			}
			continue
		}
		for k := deep - 1; k >= 0; k-- {
			if o := &s.marks[open[k]]; o.double == m.double {
				o.paired, m.paired = true, true
				deep = k
				break
			}
		}
	}
	depth, at := 0, 0
	for _, m := range s.marks {
		e := &s.edits[m.edit]
		depth = max(0, depth+s.typedLevels(s.text[at:e.At]))
		at = e.At
		if m.double && m.paired && !m.opens {
			depth--
		}
		form := s.inner
		if m.double && depth%2 == 0 {
			form = s.outer
		}
		if e.With = form.shut; m.opens {
			e.With = form.open
		}
		if m.double && m.paired && m.opens {
			depth++
		}
	}
}

// typedLevels counts the quotations that a stretch of text opens, less those it
// closes, with the language's own marks.
func (s *Setter) typedLevels(text []byte) int {
	open, shut := []byte(strings.TrimSuffix(s.outer.open, narrow)), []byte(strings.TrimPrefix(s.outer.shut, narrow))
	if len(open) == 0 || bytes.Equal(open, shut) {
		return 0
	}
	return bytes.Count(text, open) - bytes.Count(text, shut)
}
