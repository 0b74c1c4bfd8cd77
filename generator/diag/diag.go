// Package diag holds faults that have an address.
//
// A Diagnostic says where the fault is (path, line, column), what it is and, where
// there is one, the nearest right spelling. An editor's mistake becomes a
// Diagnostic; a failing environment stays an error; a bug is a panic. The only I/O
// of the package is writing to the writer it is given.
//
// Rules for messages, so that they all sound alike: begin in lower case, no
// full stop at the end; quote what the editor wrote with "…"; say what is
// wrong, then, after a semicolon, what would be right; name keys as they are
// written in front matter; never name a Go type or an internal function.
package diag

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
)

// Pos is a place in a file of the content or layouts folder.
type Pos struct {
	File string // slash-separated; relative to the folder it was read from until build prefixes that folder
	Line int    // from 1; 0 when the whole file is meant
	Col  int    // in characters (Unicode code points) from 1; 0 when the whole line is meant
}

// String gives "file", "file:line" or "file:line:col".
func (p Pos) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Col == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// Compare orders positions by file, line and column.
func (p Pos) Compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Col, q.Col))
}

// Severity says whether a fault stops publication.
type Severity int

// The two severities. Errors stop publication; warnings do not, unless the
// build is strict.
const (
	Error Severity = iota
	Warning
)

// String gives "error" or "warning".
func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// Code names a class of faults. docs/writing.md explains each to editors.
type Code string

// The codes. The second group are editorial hints, reported as warnings.
const (
	FrontMatter   Code = "front-matter"
	MissingKey    Code = "missing-key"
	WrongType     Code = "wrong-type"
	DuplicateKey  Code = "duplicate-key"
	BadDate       Code = "bad-date"
	UnknownEntity Code = "unknown-entity"
	DuplicateID   Code = "duplicate-id"
	DuplicateURL  Code = "duplicate-url"
	BrokenLink    Code = "broken-link"
	BadEncoding   Code = "bad-encoding"
	BadName       Code = "bad-name"
	Symlink       Code = "symlink"
	TooLarge      Code = "too-large"
	UnsafeLink    Code = "unsafe-link"
	Layout        Code = "layout"
	ConflictMarks Code = "conflict-marks"

	UnknownKey         Code = "unknown-key"
	UntaggedMention    Code = "untagged-mention"
	UnmentionedTag     Code = "unmentioned-tag"
	MissingTranslation Code = "missing-translation"
	StaleTranslation   Code = "stale-translation"
	AmbiguousName      Code = "ambiguous-name"
	RawHTML            Code = "raw-html"
	DateConflict       Code = "date-conflict"
	TemplateSyntax     Code = "template-syntax"
	Footnote           Code = "footnote" // one that is not defined is an error: see List.AddError
	NotUnderstood      Code = "not-understood"
	EmptyValue         Code = "empty-value"
	CommonName         Code = "common-name"
	MissingAlt         Code = "missing-alt"
	Unused             Code = "unused"
	MissingFile        Code = "missing-file"
	LookAlike          Code = "look-alike"
	Untranslated       Code = "untranslated"
	Moved              Code = "moved"
)

// errorCodes and warningCodes are all codes, in the order above.
var (
	errorCodes = []Code{
		FrontMatter, MissingKey, WrongType, DuplicateKey, BadDate, UnknownEntity, DuplicateID, DuplicateURL, BrokenLink,
		BadEncoding, BadName, Symlink, TooLarge, UnsafeLink, Layout, ConflictMarks,
	}
	warningCodes = []Code{
		UnknownKey, UntaggedMention, UnmentionedTag, MissingTranslation, StaleTranslation, AmbiguousName, RawHTML, DateConflict,
		TemplateSyntax, Footnote, NotUnderstood, EmptyValue, CommonName, MissingAlt, Unused, MissingFile, LookAlike,
		Untranslated, Moved,
	}
)

// severities are those of all codes.
var severities = func() map[Code]Severity {
	of := map[Code]Severity{}
	for _, c := range warningCodes {
		of[c] = Warning
	}
	return of
}()

// Codes gives all codes, those of errors first.
func Codes() []Code { return slices.Concat(errorCodes, warningCodes) }

// Warnings gives the codes of editorial hints.
func Warnings() []Code { return slices.Clone(warningCodes) }

// Spelled gives codes as text: the candidates of Nearest and DidYouMean.
func Spelled(codes []Code) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, c := range codes {
			if !yield(string(c)) {
				return
			}
		}
	}
}

// Severity is that of faults with this code, unless they were added as errors.
func (c Code) Severity() Severity {
	return severities[c]
}

// Diagnostic is one fault.
type Diagnostic struct {
	Pos
	Code    Code
	Message string
	Excerpt string // the text of the line at fault, without its line ending; "" when unknown
	Grave   bool   // an error, although faults with its code are warnings
	Unread  string // of a bad date: the text, for which words of the dossier's languages may yet suggest a date
	Hint    string // what Message ends in, if such a suggestion is to take its place
	Fix     Fix    // what to write instead; zero when that is not known, or no edit of this file
}

// Severity follows from the code, unless the fault is a grave one.
func (d Diagnostic) Severity() Severity {
	if d.Grave {
		return Error
	}
	return d.Code.Severity()
}

// String gives the one-line form that the command prints:
// "file:line:col: error: message [code]".
func (d Diagnostic) String() string {
	return fmt.Sprintf("%s: %s: %s [%s]", Line(d.Pos.String()), d.Severity(), Words(d.Message), d.Code)
}

// List collects diagnostics. The zero value is ready to use.
type List []Diagnostic

// Add appends a fault at pos; format and args are as for fmt.Sprintf.
func (l *List) Add(pos Pos, code Code, format string, args ...any) {
	*l = append(*l, Diagnostic{Pos: pos, Code: code, Message: fmt.Sprintf(format, args...)})
}

// AddError is Add for a fault that stops publication although others with its
// code do not.
func (l *List) AddError(pos Pos, code Code, format string, args ...any) {
	l.Add(pos, code, format, args...)
	(*l)[len(*l)-1].Grave = true
}

// HasErrors reports whether any fault stops publication.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity() == Error })
}

// Errors returns the faults that stop publication.
func (l List) Errors() List {
	return slices.DeleteFunc(slices.Clone(l), func(d Diagnostic) bool { return d.Severity() != Error })
}

// Without returns the errors, and the warnings whose codes are not hidden.
func (l List) Without(hidden func(Code) bool) List {
	return slices.DeleteFunc(slices.Clone(l), func(d Diagnostic) bool { return d.Severity() == Warning && hidden(d.Code) })
}

// Count returns the number of errors and of warnings.
func (l List) Count() (errors, warnings int) {
	for _, d := range l {
		if d.Severity() == Error {
			errors++
		} else {
			warnings++
		}
	}
	return errors, warnings
}

// Sorted returns a copy ordered by address, then code, then message, with
// equal faults given once; of two that differ in their fix alone, too.
func (l List) Sorted() List {
	s := slices.Clone(l)
	slices.SortFunc(s, func(a, b Diagnostic) int { return order(&a, &b) })
	return slices.CompactFunc(s, equal)
}
