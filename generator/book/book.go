// Package book makes a book of an article in one edition: a first chapter with what is
// said of the article and its lead, and one for each section. Maps, charts and the
// network are left out: they are drawn for pages, with the style of these.
package book

import (
	"crypto/sha256"
	"fmt"
	"html"
	"strings"

	"dossier/generator/epub"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/voice"
)

// Shelf makes the books of an edition. Any number of goroutines may ask.
type Shelf struct {
	*plan.Plan
	edition plan.Edition
	*voice.Voice
	set       *layout.Set
	citations voice.Citations
	media     map[string][]byte // by file
}

// New is for the books of an edition.
func New(p *plan.Plan, set *layout.Set, e plan.Edition) *Shelf {
	v := voice.New(p.Site, set, e.Lang)
	s := &Shelf{p, e, v, set, voice.NewCitations(voice.NewOrder(v, p.Site.Entities), p.Lists.Entity), map[string][]byte{}}
	for _, m := range p.Site.Media {
		s.media[m.File] = m.Body
	}
	return s
}

// binder makes one book.
type binder struct {
	*Shelf
	article  *model.Article
	chapters map[model.Key]string // names of files
	pictures map[string]int       // places in the book's, by file of the site
	epub.Book
}

// Book is an article as a book.
func (s *Shelf) Book(a *model.Article) *epub.Book {
	text, home := s.Text(&a.Doc), s.Text(s.Site.Home)
	b := &binder{Shelf: s, article: a, chapters: map[model.Key]string{a.Key: "article"}, pictures: map[string]int{}}
	b.Book = epub.Book{
		ID: s.id(a), Title: text.Title, Lang: s.edition.Lang, Dir: layout.Direction(s.edition.Lang), Publisher: home.Title,
		Modified: modified(a, s.Site), About: text.Summary, Source: s.URL(s.Path(s.edition.Lang, a.Key)),
		Contents: s.Words("contents"), Begin: s.Words("home.start"),
	}
	if day, ok := a.Published.Datetime(); ok && len(day) == len("2019-12-10") { // of a month some readers make a day of it
		b.Date = day
	}
	if a.Source == nil { // else they wrote what it retells
		for _, t := range a.Authors {
			b.Authors = append(b.Authors, s.Name(s.Lists.Entity(t.Key)))
		}
	}
	if b.Authors == nil {
		b.Authors = []string{s.Words("cite.editors")}
	}
	for i, sec := range a.Sections {
		b.chapters[sec.Key] = fmt.Sprintf("section-%d", i+1)
	}
	b.add(&a.Doc, b.opening(text))
	for _, sec := range a.Sections {
		b.add(&sec.Doc, b.section(sec))
		part := b.SayIn(sec.Part)
		b.Chapters[len(b.Chapters)-1].Part = epub.Part{Title: part.Text, Lang: part.Lang}
	}
	return &b.Book
}

// add adds the chapter of a doc, whose HTML is given.
func (b *binder) add(d *model.Doc, body string) {
	text := b.Text(d)
	c := epub.Chapter{File: b.chapters[d.Key], Title: text.Title, Lang: b.Foreign(text), Body: epub.XHTML(nil, body)}
	if c.Lang != "" {
		c.Dir = layout.Direction(c.Lang)
	}
	b.Chapters = append(b.Chapters, c)
}

// opening is the first chapter.
func (b *binder) opening(text *model.Text) string {
	a := b.article
	out := "<h1>" + text.TitleHTML() + "</h1>\n"
	if text.Summary != "" {
		out += "<p><em>" + text.SummaryHTML() + "</em></p>\n"
	}
	cited := b.citations.Text(voice.Cited{Doc: &a.Doc, Article: a, Address: b.Source})
	out += b.own(`<p class="soft">`, html.EscapeString(cited), "</p>\n")
	if a.Source != nil {
		out += b.own(`<p class="soft">`, html.EscapeString(b.Words("source"))+" "+b.credit(*a.Source, a.Authors), "</p>\n")
	}
	return out + b.prose(text)
}

// section is the chapter of a section.
func (b *binder) section(s *model.Section) string {
	text := b.Text(&s.Doc)
	out := "<h1>" + text.TitleHTML() + "</h1>\n"
	var facts []string
	for _, t := range s.Authors {
		facts = append(facts, html.EscapeString(b.Name(b.Lists.Entity(t.Key))))
	}
	if d := b.Voice.Date(s.Date, s.DateText); d != nil {
		facts = append(facts, dateHTML(d))
	}
	if facts != nil {
		out += b.own(`<p class="soft">`, strings.Join(facts, html.EscapeString(b.Words("comma"))), "</p>\n")
	}
	out += b.prose(text)
	if mended := model.Untold(s.Corrections, len(text.Body.Alerting("correction"))); len(mended) > 0 {
		var list strings.Builder
		for _, c := range mended {
			said := b.Voice.Correction(c, s.Article.Source != nil)
			facts := []string{dateHTML(said.Date)}
			if said.Kind != "" {
				facts = append(facts, marked(said.Kind, said.KindIn))
			}
			list.WriteString("<li>" + strings.Join(facts, html.EscapeString(b.Words("comma"))) + html.EscapeString(b.Words("colon")) + marked(said.Text, b.SayIn(c.Text).Lang) + "</li>\n")
		}
		out += b.own("<section>\n<h2>"+html.EscapeString(b.Words("corrections"))+"</h2>\n<ul>\n", list.String(), "</ul>\n</section>\n")
	}
	if len(s.Sources) > 0 {
		references := voice.NewReferences(b.Voice)
		references.Marks(s.Sources)
		references.Marked(b.Site.Anchors.Of(text))
		var list strings.Builder
		for _, src := range references.Sources {
			back := ""
			if src.Back != "" {
				back = ` <a role="doc-backlink" href="` + src.Back + `">&#x21a9;&#xfe0e;</a>`
			}
			list.WriteString(`<li id="` + src.ID + `">` + b.credited(src) + back + "</li>\n")
		}
		out += b.own("<section>\n<h2>"+html.EscapeString(b.Words("sources"))+"</h2>\n<ol>\n", list.String(), "</ol>\n</section>\n")
	}
	return out
}

// own puts words of the edition between two tags, of which the first says their
// language, as the text around them may be in another.
func (b *binder) own(open, words, end string) string {
	name, rest, _ := strings.Cut(open, ">")
	return name + ` lang="` + b.edition.Lang + `" dir="` + layout.Direction(b.edition.Lang) + `">` + rest + words + end
}

// marked are words, with their language when it is not the edition's.
func marked(words, lang string) string {
	if lang == "" {
		return "<bdi>" + html.EscapeString(words) + "</bdi>"
	}
	return `<bdi lang="` + lang + `">` + html.EscapeString(words) + "</bdi>"
}

// dateHTML is a date in words.
func dateHTML(d *layout.Date) string {
	words := marked(d.Text, d.Lang)
	if d.Datetime == "" {
		return words
	}
	return `<time datetime="` + d.Datetime + `">` + words + "</time>"
}

// credit names a source. Its authors are those it names itself, else the given ones.
func (b *binder) credit(of model.Source, authors []model.Tag) string {
	var people []layout.Link
	for _, t := range authors {
		people = append(people, layout.Link{Text: b.Name(b.Lists.Entity(t.Key))})
	}
	return b.credited(b.Voice.Source(of, people))
}

// credited is a source in words.
func (b *binder) credited(s layout.Source) string {
	var parts []string
	for _, a := range s.Authors {
		parts = append(parts, marked(a.Text, a.Lang))
	}
	if s.Title != "" {
		parts = append(parts, "<cite>"+marked(s.Title, s.TitleIn)+"</cite>")
	}
	if s.Publisher != "" {
		parts = append(parts, marked(s.Publisher, s.PublisherIn))
	}
	if s.Date != nil {
		parts = append(parts, dateHTML(s.Date))
	}
	if s.URL != "" {
		parts = append(parts, addressHTML(s.URL))
	}
	for _, n := range s.Notes {
		said := marked(n.Text, n.Lang)
		if n.Href != "" {
			said += " " + addressHTML(n.Href)
		}
		parts = append(parts, said)
	}
	return strings.Join(parts, html.EscapeString(b.Words("comma")))
}

// addressHTML is an address that is its own words, for those who read on paper.
func addressHTML(address string) string {
	a := html.EscapeString(address)
	return `<a href="` + a + `" dir="ltr">` + a + "</a>"
}

// modified is the day of which the book speaks last: of the article's last correction or
// its publication, else that of the dossier. Of a month it is the first day, as the
// format asks for one.
func modified(a *model.Article, s *model.Site) string {
	last := a.Last(a.Published)
	if last.IsZero() {
		last = s.Settings.Published
	}
	if first, _ := last.Bounds(); plan.HasDay(first) {
		return fmt.Sprintf("%04d-%02d-%02d", first.Year, first.Month, first.Day)
	}
	return "1970-01-01"
}

// id names the book of an article in an edition: a UUID of version 8 (RFC 9562) made of
// where the dossier is at home.
func (s *Shelf) id(a *model.Article) string {
	sum := sha256.Sum256([]byte(s.Site.Origin() + "\x00" + string(a.Key) + "\x00" + s.edition.Lang))
	u := sum[:16]
	u[6], u[8] = u[6]&0x0f|0x80, u[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}
