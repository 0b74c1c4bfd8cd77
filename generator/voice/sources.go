package voice

import (
	"bytes"
	"cmp"
	"fmt"
	"html"
	"net/url"
	"strings"

	"dossier/generator/layout"
	"dossier/generator/lists"
	"dossier/generator/model"
)

// SourceKey is bytes that compare as lists of sources go: by what a line begins with,
// which is the author, if there is one, else the title.
func (o *Order) SourceKey(s *lists.Cited, entity func(model.Key) *model.Entity) []byte {
	author := s.Author
	if author == "" && len(s.Authors) > 0 {
		author = o.SortName(entity(s.Authors[0].Key))
	}
	title := o.voice.SayIn(s.Title).Text
	return bytes.Join([][]byte{o.Place(cmp.Or(author, title)), o.Key(title), o.Key(o.voice.SayIn(s.Publisher).Text)}, []byte{0, 0})
}

// Correction words a correction, with whose error it was where the text retells another.
func (v *Voice) Correction(c model.Correction, retold bool) layout.Correction {
	out := layout.Correction{Date: v.Date(c.Date, nil), Text: v.SayIn(c.Text).Text}
	if kind := v.Say("corrections.own"); c.OfSource {
		kind = v.Say("corrections.source")
		out.Kind, out.KindIn, out.OfSource = kind.Text, kind.Lang, true
	} else if retold {
		out.Kind, out.KindIn = kind.Text, kind.Lang
	}
	for _, s := range c.Sources {
		out.Sources = append(out.Sources, reported(v, s, v.Source(s, nil)))
	}
	return out
}

// SourcesTold says what the list of sources is, how many there are, and of how many an
// address is known.
func SourcesTold(v *Voice, all []lists.Use) Said {
	n, addressed := 0, 0
	for i, u := range all {
		if i > 0 && all[i-1].Of == u.Of {
			continue
		}
		if n++; u.Of.Addressed() {
			addressed++
		}
	}
	counted := v.Say("sources.some", n, addressed)
	switch addressed {
	case n:
		counted = v.Say("sources.all", n)
	case 0:
		counted = v.Say("sources.none", n)
	}
	return sentences(v.Say("sources.about"), counted)
}

// CorrectionsTold says what the log of corrections is and, where a text of the dossier retells
// another, how many there are of whose errors.
func CorrectionsTold(v *Voice, all []lists.Correction) Said {
	of, retold := 0, false
	for _, c := range all {
		if retold = retold || c.Retold(); c.OfSource {
			of++
		}
	}
	about := v.Say("corrections.about")
	if retold {
		return sentences(about, v.Say("corrections.tally", len(all), of, len(all)-of))
	}
	return about
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

// reported words a source without a title: what its editors say of it, and whose it is, a report
// unless it is an official text, because a publisher's name alone would read as a title. What
// they say of one that has a title or an author is a note.
func reported(v *Voice, of model.Source, s layout.Source) layout.Source {
	about := v.SayIn(of.About)
	switch {
	case s.Title != "" || len(s.Authors) > 0:
		if about.Text != "" {
			note := about.Link()
			note.Before = s.Comma
			s.Notes = append([]layout.Link{note}, s.Notes...)
		}
		return s
	case s.Publisher == "":
		s.Publisher, s.PublisherIn = about.Text, about.Lang
		return s
	}
	said := Said{Text: s.Publisher, Lang: s.PublisherIn}
	if of.Type != model.TypeDocument {
		said = v.Say("sources.report", s.Publisher)
	}
	if about.Text != "" {
		said.Text += v.Words("colon") + about.Text
	}
	s.Publisher, s.PublisherIn = said.Text, said.Lang
	return s
}

// sentences are two, one behind the other: with a space, but behind a full stop that is
// as wide as one.
func sentences(a, b Said) Said {
	between := " "
	if strings.HasSuffix(a.Text, "。") {
		between = ""
	}
	return Join([]Said{a, b}, between)
}

// SortOf names the sort of a source.
func SortOf(v *Voice, c *lists.Cited) Said {
	switch c.Sort() {
	case lists.Retold:
		return v.Say("sources.retold")
	case lists.Document:
		return v.Say("sources.documents")
	}
	return v.Say("sources.press")
}

// CitedSource credits a source in the list of all, with where its address leads and the
// language of its title; of one without an address it says so.
func CitedSource(v *Voice, of *lists.Cited, authors []layout.Link) layout.CitedSource {
	out := layout.CitedSource{Source: v.Source(of.Source, authors)}
	if of.Sort() != lists.Retold {
		out.Source = reported(v, of.Source, out.Source)
	}
	if out.URL == "" {
		out.Notes = append(out.Notes, v.Say("sources.unknown").Link())
	}
	if u, err := url.Parse(out.URL); err == nil {
		out.Host = strings.TrimPrefix(u.Hostname(), "www.")
	}
	if out.TitleIn != "" {
		out.Language = &layout.Link{Text: LanguageName(out.TitleIn), Lang: out.TitleIn}
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
			s := reported(r.voice, of[i], r.voice.Source(of[i], nil))
			n = len(r.Sources) + 1
			s.ID = fmt.Sprintf("source_%d", n)
			r.Sources, r.numbers[key] = append(r.Sources, s), n
		}
		marks = append(marks, layout.Link{Text: r.voice.Number(n), Href: "#" + r.Sources[n-1].ID})
	}
	return marks
}

// Marked makes the sources to which the marks in a text lead, which are the first of the
// page, lead back to them.
func (r *References) Marked(anchors []model.Anchor) {
	for i := range anchors {
		if n := anchors[i].Source; n > 0 {
			r.Sources[n-1].Back = fmt.Sprintf("#mark_%d", n)
		}
	}
}

// Mark is that of a source in a text, to be shown where it leads to an address, which is
// HTML. On the page of the list itself the first one is what the list leads back to.
func Mark(v *Voice, a *model.Anchor, href string) string {
	id := ""
	if a.First && strings.HasPrefix(href, "#") {
		id = fmt.Sprintf(` id="mark_%d"`, a.Source)
	}
	return fmt.Sprintf(`<a%s href="%s">[%s]</a>`, id, href, html.EscapeString(v.Number(int(a.Source))))
}

// MarkedSource is the fragment of an address to which the mark of a source leads.
func MarkedSource(a *model.Anchor) string { return fmt.Sprintf("#source_%d", a.Source) }
