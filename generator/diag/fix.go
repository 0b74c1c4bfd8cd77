package diag

import (
	"bytes"
	"fmt"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fix is what to write instead of what is at fault: one edit of the file that the
// diagnostic names. The zero value is none.
//
// Old is the first of its spelling in the line from the place on: a value may have a
// quotation mark before it, and the address of a link its words. So a Fix holds for the
// file as it is on disk, whatever its line ends, and for an editor's unsaved text; where
// Range does not find Old, there is nothing to mend any more.
type Fix struct {
	Line, Col int // as in Pos
	Old, New  string
	Certain   bool // nothing else can be meant: dossier fix makes the edit unasked
}

// IsZero reports that there is no fix.
func (f Fix) IsZero() bool { return f.Line == 0 }

// Range finds the bytes of a file that New takes the place of. It is not ok when
// they are not there.
func (f Fix) Range(src []byte) (from, to int, ok bool) {
	at, ok := Pos{Line: f.Line, Col: f.Col}.Offset(src)
	if !ok || f.Old == "" {
		return 0, 0, false
	}
	line := src[at:]
	if n := bytes.IndexAny(line, "\r\n"); n >= 0 {
		line = line[:n]
	}
	n := bytes.Index(line, []byte(f.Old))
	return at + n, at + n + len(f.Old), n >= 0
}

// Offset finds the byte of a file, as it is on disk or in an editor, at an address. It is
// not ok when there is no such place, or p is of a whole file or line.
func (p Pos) Offset(src []byte) (at int, ok bool) {
	if p.Line < 1 || p.Col < 1 {
		return 0, false
	}
	at = len(src) - len(bytes.TrimPrefix(src, []byte("\ufeff")))
	for range p.Line - 1 {
		n := bytes.IndexAny(src[at:], "\r\n")
		if n < 0 {
			return 0, false
		}
		at += n + 1
		if src[at-1] == '\r' && at < len(src) && src[at] == '\n' {
			at++
		}
	}
	for range p.Col - 1 {
		if at == len(src) || src[at] == '\n' || src[at] == '\r' {
			return 0, false
		}
		_, n := utf8.DecodeRune(src[at:])
		at += n
	}
	return at, true
}

// AddNearest is Add for a word that is none of the candidates: the message ends in the
// nearest of them, if one is near, and that is the fix, if the word stands at pos as it
// is given.
func (l *List) AddNearest(pos Pos, code Code, word string, candidates iter.Seq[string], format string, args ...any) {
	best, hint := "", ""
	if l.Suggests(pos.File) {
		if best = Nearest(word, candidates); best != "" {
			hint = fmt.Sprintf("; did you mean %q?", best)
		}
	}
	l.Add(pos, code, format+"%s", append(args, hint)...)
	if best != "" {
		l.Mend(word, best, Certain(word, best, candidates))
	}
}

// Mend gives the fault that was added last its fix, at the fault's address.
func (l List) Mend(old, with string, certain bool) {
	if d := &l[len(l)-1]; old != "" && d.Line > 0 && d.Col > 0 {
		d.Fix = Fix{Line: d.Line, Col: d.Col, Old: old, New: with, Certain: certain}
	}
}

// shortest is how many letters a word must have for a slip in it to be seen as one.
const shortest = 4

// Certain reports whether a word can be nothing but a slip for best: it differs from it
// by letter case alone, or by one slip of a key within the word, and every other
// candidate is further away. A digit may be meant as it stands (summit-2018,
// summit-2019), and so may a letter at the end (ivanov, ivanova).
func Certain(word, best string, candidates iter.Seq[string]) bool {
	if !IsSlip(word, best) {
		return false
	}
	for c := range candidates {
		if !strings.EqualFold(c, best) && IsNear(word, c) {
			return false
		}
	}
	return true
}

// IsSlip reports what Certain asks of a word and the best candidate alone.
func IsSlip(word, best string) bool {
	return utf8.RuneCountInString(word) >= shortest && Slip(word, one(best)) != "" &&
		digits(word) == digits(best) && (last(word) == last(best) || letters(word) == letters(best))
}

// IsNear reports a candidate that could be meant as well: two slips of a key away.
func IsNear(word, candidate string) bool { return within(2, word, one(candidate)) != "" }

func one(word string) iter.Seq[string] { return func(yield func(string) bool) { yield(word) } }

func last(word string) rune {
	r, _ := utf8.DecodeLastRuneInString(word)
	return unicode.ToLower(r)
}

// letters are those of a word in one order, so that two of them swapped make no difference.
func letters(word string) string {
	all := []rune(strings.ToLower(word))
	slices.Sort(all)
	return string(all)
}

func digits(word string) string {
	var out []rune
	for _, r := range word {
		if unicode.IsDigit(r) {
			out = append(out, r)
		}
	}
	return string(out)
}
