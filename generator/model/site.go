package model

import (
	"dossier/generator/diag"
	"dossier/generator/edtf"
)

// Site is a corpus with everything that refers to something else resolved.
type Site struct {
	*Corpus
	Numbered  []*Doc                 // the docs by the numbers that backlinks have: home, articles with their sections, entities, pages
	Anchors   Table[*Text, []Anchor] // links to place in each text's HTML, by offset
	Backlinks Table[Key, *Backlinks] // what points at an entity; absent when nothing does
	Relations map[Key][]Edge         // relations of an entity, from both ends
}

// Date is the date to which the dossier speaks: its newest article's, else the
// one of the settings. It may be zero.
func (s *Site) Date() edtf.Date {
	if len(s.Articles) > 0 && !s.Articles[0].Published.IsZero() {
		return s.Articles[0].Published
	}
	return s.Settings.Published
}

// Anchor is one link to place in a body. Editor's links have an Href slot;
// mentions wrap the text between Start and End. There are more of them than of anything else
// that is kept of a corpus, so they are small.
type Anchor struct {
	Target  Key
	To      *Elsewhere // nil for all of a page, as nearly all have it
	Start   int32      // where the address goes in, or the mention begins
	End     int32      // where the mention ends
	Label   int32      // where the target's name goes in; -1 for none
	Source  int32      // of the page's own sources, by number; 0 for what is no mark of one
	First   bool       // the first mark of the source in its text
	Here    bool       // written [[#heading]]: it is called as that, not as the page
	Mention bool
	Image   bool
}

// Elsewhere is where an anchor leads that does not lead to all of a page.
type Elsewhere struct {
	File    string // a media file instead of a page
	URL     string // an address outside the dossier instead of a page
	Heading string // fragment of the page, without "#"
}

func (a *Anchor) elsewhere() Elsewhere {
	if a.To == nil {
		return Elsewhere{}
	}
	return *a.To
}

// File is the media file that the anchor leads to, or "".
func (a *Anchor) File() string { return a.elsewhere().File }

// URL is the address outside the dossier that the anchor leads to, or "".
func (a *Anchor) URL() string { return a.elsewhere().URL }

// Heading is the id of the heading that the anchor leads to on its page, or "".
func (a *Anchor) Heading() string { return a.elsewhere().Heading }

// Same reports anchors that lead to the same from the same place.
func (a *Anchor) Same(b *Anchor) bool {
	x, y := *a, *b
	x.To, y.To = nil, nil
	return x == y && a.elsewhere() == b.elsewhere()
}

// Pos is the address of the anchor in the text that it is of.
func (a *Anchor) Pos(in *Text) diag.Pos { return in.Pos(int(a.Start), int(a.End)) }

// IsInternal reports an anchor that leads to a page of the site. The mark of a source does
// not: it stays with its text.
func (a *Anchor) IsInternal() bool { return a.URL() == "" && a.File() == "" && a.Source == 0 }

// Backlinks is what points at one entity.
type Backlinks struct {
	Credits  []Credit  // what it made or answers for, by the text's number
	Sections []int32   // numbers in Site.Numbered of the sections tagged with it, written or retold by it, ascending
	Events   []*Entity // that name it, by date
	Others   []*Entity // further entities that name it, by key
	Mentions []Mention // texts that mention or link to it, by the doc's number, then by language
}

// Mention is the first place where a text names an entity. There are nearly as many as
// anchors, and none of them points anywhere that the collector would have to follow.
type Mention struct {
	In   int32 // the doc, by its number
	Text int32 // which of the doc's texts

	Start, End int32 // of the linked words in the text's Body.HTML; equal inside the tag of an editor's link
}

// Of is what a mention of this site stands in.
func (s *Site) Of(m Mention) (*Doc, *Text) {
	d := s.Numbered[m.In]
	return d, d.Texts[m.Text]
}

// Edge is a relation seen from one of its two ends.
type Edge struct {
	Relation
	Inverse bool // seen from the end it points to
	Other   Key  // the other end
}
