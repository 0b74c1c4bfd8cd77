package book

import (
	"fmt"
	"html"
	"path"
	"strconv"
	"strings"

	"dossier/generator/epub"
	"dossier/generator/model"
	"dossier/generator/prose"
	"dossier/generator/voice"
)

// prose is a text's body as HTML for the book.
func (b *binder) prose(t *model.Text) string {
	body, anchors := &t.Body, b.Site.Anchors.Of(t)
	fill := make([]prose.Insert, 0, 2*len(body.Headings)+len(body.Alerts)+3*len(anchors))
	add := func(at int, text string) { fill = append(fill, prose.Insert{At: at, Text: text}) }
	for _, h := range body.Headings {
		level := strconv.Itoa(min(6, max(2, h.Level)))
		add(h.Open, level+` id="`+h.ID+`"`)
		add(h.Close, level)
	}
	for _, a := range body.Alerts {
		said := voice.Said{Text: b.set.Words(t.Lang, "alert."+a.Kind), Lang: b.set.LangOf(t.Lang, "alert."+a.Kind)}
		add(a.Title, marked(said.Text, said.Lang))
	}
	for i := range anchors {
		a := &anchors[i]
		b.anchor(a, t, add)
		if a.Label >= 0 {
			add(int(a.Label), voice.Label(b.Lists, *a, t.Lang))
		}
	}
	return body.Fill(fill)
}

// anchor adds a link, mention or picture of a text. What leads nowhere from a
// book gets no address, and so is no link.
func (b *binder) anchor(a *model.Anchor, t *model.Text, add func(at int, text string)) {
	start := int(a.Start)
	if a.Image {
		if file := b.picture(a, t); file != "" {
			add(start, ` src="`+html.EscapeString(file)+`"`)
		}
		return
	}
	href := html.EscapeString(b.href(a, t.Lang))
	switch {
	case a.Source > 0:
		add(start, voice.Mark(b.Voice, a, voice.MarkedSource(a)))
	case href == "":
	case a.Mention:
		add(start, `<a href="`+href+`">`)
		add(int(a.End), "</a>")
	default:
		add(start, ` href="`+href+`"`)
	}
}

// href is where an anchor leads: into the book, to an address outside of the dossier,
// or to the site when its address is known; else "".
func (b *binder) href(a *model.Anchor, lang string) string {
	switch {
	case a.URL() != "":
		return a.URL()
	case a.File() != "":
		return b.URL(a.File())
	}
	if chapter, ok := b.chapters[a.Target]; ok {
		return epub.Href(chapter) + b.fragment(a, lang)
	}
	if b.Site.Settings.BaseURL == "" {
		return ""
	}
	return b.URL(b.Path(b.edition.Lang, a.Target)) + b.fragment(a, lang)
}

// fragment leads to the heading of an anchor in the text that the edition shows, which
// may be another than the text with the heading; "" when it has none in that place.
func (b *binder) fragment(a *model.Anchor, lang string) string {
	if a.Heading() == "" {
		return ""
	}
	d := b.Lists.Docs[b.Lists.NumberOf(a.Target)]
	named, shown := d.In(lang, b.Site.Settings.Default()), b.Text(d)
	id := a.Heading()
	if named != shown {
		if id = shown.Body.HeadingAt(named.Body.HeadingPlace(a.Heading())); id == "" {
			return ""
		}
	}
	return "#" + id
}

// picture puts a picture into the book, once, and gives its file's name; "" for one that
// readers of books need not show.
func (b *binder) picture(a *model.Anchor, t *model.Text) string {
	kind := epub.MediaType(a.File())
	if kind == "" {
		return ""
	}
	described := !strings.HasPrefix(t.Body.HTML[a.Start:], ` alt=""`)
	at, ok := b.pictures[a.File()]
	if !ok {
		at = len(b.Pictures)
		b.pictures[a.File()] = at
		b.Pictures = append(b.Pictures, epub.Picture{
			File: fmt.Sprintf("picture-%d%s", at+1, strings.ToLower(path.Ext(a.File()))), MediaType: kind, Body: b.media[a.File()], Described: true,
		})
	}
	p := &b.Pictures[at]
	p.Described = p.Described && described
	return p.File
}
