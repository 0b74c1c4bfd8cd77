// Package cite writes how pages are cited, in the formats that programs for
// bibliographies read: BibTeX, RIS and CSL-JSON. It takes plain data and gives
// bytes. What an entry does not know is left out, above all of dates: nothing is
// rounded to a day.
package cite

import (
	"fmt"
	"iter"
	"strings"
	"unicode/utf8"
)

// Entry is a page as it is cited. Any field but Key and Title may be empty.
type Entry struct {
	Key       string // of ASCII, and no other entry's: see Key
	Authors   []Name
	Title     string
	Container string // the title of the site that it is a page of
	Issued    Date
	URL       string
	Lang      string // a BCP 47 tag
	Note      string
}

// Name is an author. One without a family name is written as it is, in Whole: an
// organisation, or a person whose names nobody told apart.
type Name struct{ Whole, Family, Given string }

// Date is a day, a month or a year; what is not known is 0.
type Date struct{ Year, Month, Day int }

// Format is a file format for entries. Behind the last of them stands a mark, which tells
// whose file it is and which programs that read entries pass over: so it has no @.
type Format struct {
	Name   string // as readers know it
	File   string // what a file of it is called
	Append Append
}

// Append writes entries. After each, spill is given what is written so far, and gives back that
// or room for more.
type Append func(buf []byte, entries iter.Seq[Entry], mark string, spill func([]byte) []byte) []byte

// Formats are all formats. The value is shared: callers must not change it.
func Formats() []Format { return formats }

var formats = []Format{
	{"BibTeX", "cite.bib", AppendBibTeX},
	{"RIS", "cite.ris", AppendRIS},
	{"CSL-JSON", "cite.json", AppendCSL},
}

// Key makes a key of a page's key in an edition; lang is "" for the default one. It
// has letters that all three formats and the programs that read them allow, and two
// pages never have the same one: letters beyond ASCII become their numbers between
// two plus signs, which no key of a page has, and the language follows a dot, which
// none has either.
func Key(page, lang string) string {
	var b strings.Builder
	in := false // between two plus signs
	for _, r := range page {
		switch ascii := r < utf8.RuneSelf; {
		case ascii && in:
			b.WriteByte('+')
		case !ascii && in:
			b.WriteByte('.')
		case !ascii:
			b.WriteByte('+')
		}
		if in = r >= utf8.RuneSelf; in {
			fmt.Fprintf(&b, "%x", r)
		} else {
			b.WriteRune(r)
		}
	}
	if in {
		b.WriteByte('+')
	}
	if lang != "" {
		b.WriteString("." + lang)
	}
	return b.String()
}

// oneLine is a text without line breaks and other controls, which formats of lines
// would take for the end of it.
func oneLine(s string) string {
	if isOneLine(s) {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r <= ' ' || r == 0x7f || r == '\u0085' || r == '\u2028' || r == '\u2029' }), " ")
}

// isOneLine reports whether oneLine would change nothing; it does not know all such texts.
func isOneLine(s string) bool {
	before := byte(' ')
	for i := range len(s) {
		c := s[i]
		// The signs beyond ASCII that break lines begin with 0xc2 or 0xe2 0x80.
		if c < ' ' || c == 0x7f || c == ' ' && before == ' ' || c == 0x85 && before == 0xc2 || (c == 0xa8 || c == 0xa9) && before == 0x80 {
			return false
		}
		before = c
	}
	return before != ' ' || s == ""
}
