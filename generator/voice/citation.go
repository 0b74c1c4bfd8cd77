package voice

import (
	"strings"

	"dossier/generator/cite"
	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/model"
)

// Cited is a page that can be cited.
type Cited struct {
	Doc     *model.Doc
	Article *model.Article // of an article or a section
	Section *model.Section
	Entity  *model.Entity
	Address string // absolute; "" when it is not known
}

// Citations say how an edition's pages are cited.
type Citations struct {
	*Order
	entity func(model.Key) *model.Entity
}

// NewCitations are those of an order's edition; entity gives the entity of a key.
func NewCitations(o *Order, entity func(model.Key) *model.Entity) Citations {
	return Citations{o, entity}
}

// Writers are who wrote an article of the dossier, or a section of it, as far as
// they are actors. The authors of one that retells a source are the source's: it was
// written by who retold it.
func Writers(a *model.Article, s *model.Section) []model.Tag {
	switch {
	case a == nil:
		return nil
	case a.Source != nil:
		retold := a.Retold
		if s != nil && s.Retold != nil {
			retold = s.Retold
		}
		if retold == nil || retold.By.Actor == nil {
			return nil
		}
		return []model.Tag{*retold.By.Actor}
	case s != nil && len(s.Authors) > 0:
		return s.Authors
	}
	return a.Authors
}

// Appeared is when the dossier published a page, and when it mended it last, if that
// was later. A source's own date says nothing of its retelling. Nor does the latest date
// in the dossier of any other page: each would change whenever something is added.
func (of Cited) Appeared(dossier *model.Settings) (issued, mended edtf.Date) {
	issued = dossier.Declared
	if of.Article == nil {
		return issued, edtf.Date{}
	}
	if of.Article.Source == nil && !of.Article.Published.IsZero() {
		issued = of.Article.Published
	}
	if of.Section != nil {
		mended = model.Last(mended, of.Section.Corrections)
	} else {
		mended = of.Article.Last(mended)
	}
	if mended.IsZero() || !issued.IsZero() && edtf.Compare(mended, issued) <= 0 {
		return issued, edtf.Date{}
	}
	return issued, mended
}

// Key is a page's key in the files for bibliographies.
func (c Citations) Key(of Cited) string {
	if c.voice.Lang == c.voice.fallback {
		return cite.Key(string(of.Doc.Key), "")
	}
	return cite.Key(string(of.Doc.Key), c.voice.Lang)
}

// Entry is a page in the files for bibliographies.
func (c Citations) Entry(of Cited) cite.Entry {
	v := c.voice
	issued, mended := of.Appeared(&v.site.Settings)
	out := cite.Entry{
		Key: c.Key(of), Title: c.title(of), Container: v.Text(v.site.Home).Title,
		Issued: dateOf(issued), URL: of.Address, Lang: v.Text(of.Doc).Lang,
	}
	for _, t := range Writers(of.Article, of.Section) {
		out.Authors = append(out.Authors, c.name(c.entity(t.Key)))
	}
	if out.Authors == nil {
		out.Authors = []cite.Name{{Whole: v.Words("cite.editors")}}
	}
	var notes []string
	if !mended.IsZero() {
		notes = append(notes, v.Fill("cite.version", v.DateInText(mended)))
	}
	if of.Article != nil && of.Article.Source != nil {
		notes = append(notes, v.Words("source")+" "+c.credit(of.Article))
	}
	out.Note = strings.Join(notes, "; ")
	return out
}

// Cite is what a page says of how it is cited.
func (c Citations) Cite(of Cited) *layout.Cite {
	out := &layout.Cite{Text: c.Text(of), Key: c.Key(of)}
	for _, f := range cite.Formats() {
		out.Files = append(out.Files, layout.Link{Text: f.Name, Href: f.File})
	}
	return out
}

// Text is how a page is cited in the edition's words.
func (c Citations) Text(of Cited) string {
	v := c.voice
	var authors []string
	for _, t := range Writers(of.Article, of.Section) {
		authors = append(authors, v.Apart(v.Name(c.entity(t.Key))))
	}
	who := v.Words("cite.editors")
	if n := len(authors); n > 0 {
		who = authors[n-1]
		if n > 1 {
			who = strings.Join(authors[:n-1], v.Words("list.comma")) + v.Words("list.last") + who
		}
	}
	parts := []string{v.Fill("cite.text", who, c.title(of), v.Text(v.site.Home).Title)}
	issued, mended := of.Appeared(&v.site.Settings)
	if !issued.IsZero() {
		parts = append(parts, v.DateInText(issued))
	}
	if !mended.IsZero() {
		parts = append(parts, v.Fill("cite.version", v.DateInText(mended)))
	}
	if of.Address != "" {
		address := of.Address
		if v.dates.dir == "rtl" {
			address = isolate(address, "ltr")
		}
		parts = append(parts, address)
	}
	return strings.Join(parts, v.Words("comma"))
}

func (c Citations) title(of Cited) string {
	if of.Entity != nil {
		return c.voice.Name(of.Entity)
	}
	return c.voice.Text(of.Doc).Title
}

// credit is an article's source as plain text.
func (c Citations) credit(a *model.Article) string {
	v, s := c.voice, a.Source
	parts := []string{s.Author}
	if s.Author == "" {
		parts = nil
		for _, t := range a.Authors {
			parts = append(parts, v.Name(c.entity(t.Key)))
		}
	}
	parts = append(parts, v.SayIn(s.Title).Text, v.SayIn(s.Publisher).Text)
	if !s.Date.IsZero() {
		parts = append(parts, v.DateInText(s.Date))
	}
	parts = append(parts, s.URL)
	var said []string
	for _, p := range parts {
		if p != "" {
			said = append(said, p)
		}
	}
	return strings.Join(said, v.Words("comma"))
}

// name is an author's name. Of a person it is in two where lists have the family name
// first.
func (c Citations) name(e *model.Entity) cite.Name {
	if e.Type == "person" {
		sorted := c.SortName(e)
		for _, between := range []string{"  ", ", "} {
			if family, given, ok := strings.Cut(sorted, between); ok {
				return cite.Name{Family: family, Given: given}
			}
		}
	}
	return cite.Name{Whole: c.voice.Name(e)}
}

// dateOf is a date as far as it is certain: the day, month or year that all of it lies
// in.
func dateOf(d edtf.Date) (out cite.Date) {
	first, last := d.Bounds()
	if d.IsZero() || d.Uncertain() || d.Approximate() || first.Year != last.Year || first.Year < 1 || first.Year > 9999 {
		return out
	}
	out.Year = first.Year
	if first.Month == last.Month {
		out.Month = first.Month
		if first.Day == last.Day {
			out.Day = first.Day
		}
	}
	return out
}
