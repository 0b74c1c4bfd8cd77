package voice

import (
	"bytes"
	"cmp"
	"fmt"

	"dossier/generator/layout"
	"dossier/generator/model"
)

// SourceKey is bytes that compare as lists of sources go: by what a line begins with,
// which is the author, if there is one, else the title.
func (o *Order) SourceKey(s model.Source, author string) []byte {
	title := o.voice.SayIn(s.Title).Text
	return bytes.Join([][]byte{o.Place(cmp.Or(author, title)), o.Key(title), o.Key(o.voice.SayIn(s.Publisher).Text)}, []byte{0, 0})
}

// Correction words a correction, with whose error it was where the text retells another.
func (v *Voice) Correction(c model.Correction, retold bool) layout.Correction {
	out := layout.Correction{Date: v.Date(c.Date, nil), Text: v.SayIn(c.Text).Text}
	if retold || c.OfSource {
		kind := v.Whose(c)
		out.Kind, out.KindIn = kind.Text, kind.Lang
	}
	for _, s := range c.Sources {
		out.Sources = append(out.Sources, v.Source(s, nil))
	}
	return out
}

// Whose says whose error a correction mends.
func (v *Voice) Whose(c model.Correction) Said {
	if c.OfSource {
		return v.Say("corrections.source")
	}
	return v.Say("corrections.own")
}

// Source credits a source. Its authors are those it names itself, else the given
// ones. When what was at its address is gone, its title leads to a copy.
func (v *Voice) Source(s model.Source, authors []layout.Link) layout.Source {
	if s.Author != "" {
		authors = []layout.Link{{Text: s.Author}}
	}
	title, publisher := v.SayIn(s.Title), v.SayIn(s.Publisher)
	out := layout.Source{
		Authors: authors, Comma: v.Words("comma"), Title: title.Text, TitleIn: title.Lang,
		Publisher: publisher.Text, PublisherIn: publisher.Lang, Date: v.Date(s.Date, nil), URL: s.URL,
	}
	for _, a := range s.Archived {
		link := v.Say("sources.copy").Link()
		if !a.Date.IsZero() {
			link = v.Say("sources.archived", v.DateInText(a.Date)).Link()
		}
		link.Href = a.URL
		out.Notes = append(out.Notes, link)
	}
	if s.Dead {
		out.URL = ""
		if len(s.Archived) > 0 {
			out.URL = s.Archived[0].URL
		}
		out.Notes = append(out.Notes, v.Say("sources.gone").Link())
	}
	if !s.Accessed.IsZero() {
		out.Notes = append(out.Notes, v.Say("sources.seen", v.DateInText(s.Accessed)).Link())
	}
	for i := range out.Notes {
		out.Notes[i].Before = out.Comma
	}
	return out
}

// References number the sources of the facts on a page, each once.
type References struct {
	Sources []layout.Source
	voice   *Voice
	numbers map[string]int
}

// NewReferences is for a page without sources so far.
func NewReferences(v *Voice) *References { return &References{voice: v, numbers: map[string]int{}} }

// Marks lead from a fact to its sources; nil for none, and where no references are.
func (r *References) Marks(of []model.Source) []layout.Link {
	if r == nil {
		return nil
	}
	var marks []layout.Link
	for i := range of {
		key := of[i].Identity()
		n, ok := r.numbers[key]
		if !ok {
			s := r.voice.Source(of[i], nil)
			n = len(r.Sources) + 1
			s.ID = fmt.Sprintf("source_%d", n)
			r.Sources, r.numbers[key] = append(r.Sources, s), n
		}
		marks = append(marks, layout.Link{Text: r.voice.Number(n), Href: "#" + r.Sources[n-1].ID})
	}
	return marks
}
