package model

import (
	"cmp"
	"html"
	"slices"
	"unicode/utf8"

	"dossier/generator/diag"
	"dossier/generator/prose"
)

// Texts are those of a doc, one for each language that has one, by language.
type Texts []*Text

// In is the text in a language; nil for none.
func (all Texts) In(lang string) *Text {
	for _, t := range all {
		if t.Lang == lang {
			return t
		}
	}
	return nil
}

// Set adds a text, or puts it in the place of that in its language.
func (all *Texts) Set(t *Text) {
	at, found := slices.BinarySearchFunc(*all, t.Lang, func(t *Text, lang string) int { return cmp.Compare(t.Lang, lang) })
	if found {
		(*all)[at] = t
		return
	}
	*all = slices.Insert(*all, at, t)
}

// Text is the prose of a Doc in one language.
type Text struct {
	File    string
	Lang    string
	Title   string // of an entity: its name
	Summary string
	HeadPos diag.Pos // of the title, or of an entity's names
	Rich    *Rich    // nil: title and summary are no more than their words
	Body    prose.Body

	Head          prose.Hash // of title and summary
	Translates    []string   // of a translation: the fingerprint of its original when it was made
	TranslatesPos diag.Pos
}

// Rich is the HTML of a title and of a summary that have emphasis or code in
// them. One that is "" has none.
type Rich struct{ Title, Summary string }

// Pos is the address of what stands between two offsets of Body.HTML: a mention, or, where
// they are equal, inside the tag of an editor's link. Within a run of prose it counts the
// characters shown, which differ from those written only by escapes and typography.
func (t *Text) Pos(start, end int) diag.Pos {
	b := &t.Body
	if i, ok := slices.BinarySearchFunc(b.Links, start, func(l prose.Link, at int) int { return cmp.Compare(l.Href, at) }); ok && start == end {
		return b.Links[i].Pos
	}
	i, _ := slices.BinarySearchFunc(b.Runs, start, func(r prose.Run, at int) int {
		if int(r.End) <= at {
			return -1
		}
		return 1
	})
	pos := b.Runs[i].Pos(t.File)
	pos.Col += utf8.RuneCountInString(html.UnescapeString(b.HTML[b.Runs[i].Start:start]))
	return pos
}

// TitleHTML is the title as HTML.
func (t *Text) TitleHTML() string {
	if t.Rich != nil && t.Rich.Title != "" {
		return t.Rich.Title
	}
	return html.EscapeString(t.Title)
}

// SummaryHTML is the summary as HTML.
func (t *Text) SummaryHTML() string {
	if t.Rich != nil && t.Rich.Summary != "" {
		return t.Rich.Summary
	}
	return html.EscapeString(t.Summary)
}

// Fingerprint is what a translation records of its original: a hash of title
// and summary, then one of each block.
func (t *Text) Fingerprint() []string {
	prints := []string{t.Head.String()}
	for _, b := range t.Body.Blocks {
		prints = append(prints, b.Hash.String())
	}
	return prints
}

// Drift says how an original has changed since it was translated.
func Drift(original, translation *Text) []prose.Change {
	return prose.Drift(translation.Translates, original.Fingerprint())
}
