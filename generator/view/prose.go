package view

import (
	"html"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/prose"
	"dossier/generator/voice"
)

// bodyPlace says how a page shows a body.
type bodyPlace struct {
	prefix string // goes before the ids of headings
	deeper int    // levels to lower headings by
	bare   bool   // whether to leave out the ids, which another copy on the page has
}

// prose fills a body's slots for the page.
func (p *page) prose(t *model.Text, at bodyPlace) layout.Prose {
	if t.Body.HTML == "" {
		return layout.Prose{}
	}
	fill, _ := p.site.inserts.Get().(*[]prose.Insert)
	if fill == nil {
		fill = new([]prose.Insert)
	}
	*fill = filler{p, p.edition}.fill((*fill)[:0], t, at)
	prose := layout.Prose{HTML: template.HTML(t.Body.Fill(*fill)), Lang: p.Foreign(t)}
	clear(*fill) // they hold texts
	p.site.inserts.Put(fill)
	return prose
}

// leadAndRest is a body whose first paragraph stands apart. One that does not begin
// with a paragraph has no lead.
func leadAndRest(p *page, t *model.Text) (lead, rest layout.Prose) {
	if !t.Body.BeginsWithParagraph() {
		return lead, p.prose(t, bodyPlace{})
	}
	blocks := t.Body.FillBlocks(filler{p, p.edition}.fill(nil, t, bodyPlace{}))
	lang := p.Foreign(t)
	return layout.Prose{HTML: template.HTML(blocks[0]), Lang: lang}, layout.Prose{HTML: template.HTML(strings.Join(blocks[1:], "")), Lang: lang}
}

// filler fills the slots of bodies on a page, as an edition words them and links.
type filler struct {
	*page
	in *edition
}

// fill adds to fill what fills the slots of a body.
func (p filler) fill(fill []prose.Insert, t *model.Text, at bodyPlace) []prose.Insert {
	body, anchors := &t.Body, p.site.model().Anchors.Of(t)
	fill = slices.Grow(fill, len(body.Blocks)+5*len(body.Headings)+len(body.Alerts)+4*len(anchors))
	for i, b := range body.Blocks {
		if b.ID >= 0 && !at.bare {
			fill = append(fill, prose.Insert{At: int(b.ID), Text: ` id="` + at.blockID(i) + `"`})
		}
	}
	fill = p.headings(fill, body, at)
	for _, a := range body.Alerts {
		fill = append(fill, prose.Insert{At: a.Title, Text: string(voice.MarkedWords(p.Voice, t.Lang, "alert."+a.Kind))})
	}
	for i := range anchors {
		fill = p.anchor(fill, &anchors[i], t.Lang)
	}
	return fill
}

// headings adds what the headings of a body get: a level, an id and a link to
// themselves, which has the id of the block when that begins with a heading.
func (p filler) headings(fill []prose.Insert, body *prose.Body, at bodyPlace) []prose.Insert {
	add := func(at int, text string) { fill = append(fill, prose.Insert{At: at, Text: text}) }
	block := 0
	for _, h := range body.Headings {
		level := strconv.Itoa(at.level(h))
		if at.bare {
			add(h.Open, level)
			add(h.Close, level)
			continue
		}
		add(h.Open, level+` id="`+at.prefix+h.ID+`" class="content"`) // reading modes drop one whose id has "tags", "media" or the like, without such a class
		for block < len(body.Blocks)-1 && int(body.Blocks[block].End) <= h.Open {
			block++
		}
		id := ""
		if body.Blocks[block].ID < 0 {
			id = ` id="` + at.blockID(block) + `"`
		}
		add(h.Close-len("</h"), ` <a class="anchor"`+id+` href="#`+at.prefix+h.ID+`" aria-label="`+html.EscapeString(p.in.Words("permalink"))+`"></a>`)
		add(h.Close, level)
	}
	return fill
}

// anchor adds a link, mention or picture of a text in lang.
func (p filler) anchor(fill []prose.Insert, a *model.Anchor, lang string) []prose.Insert {
	add := func(at int32, text string) { fill = append(fill, prose.Insert{At: int(at), Text: text}) }
	href := html.EscapeString(p.anchorHref(*a, lang))
	switch {
	case a.Mention:
		add(a.Start, `<a class="mention" href="`)
		add(a.Start, href)
		add(a.Start, `">`)
		add(a.End, `</a>`)
	case a.Image:
		add(a.Start, ` src="`+href+`"`+p.site.sizes()[a.File()]+` loading="lazy"`)
	case a.URL() != "":
		add(a.Start, ` href="`+href+`" rel="external"`)
	case a.Source > 0:
		add(a.Start, voice.Mark(p.Voice, a, href))
	default:
		add(a.Start, ` href="`+href+`"`)
	}
	if a.Label >= 0 {
		add(a.Label, voice.Label(p.lists.Lists, *a, lang))
	}
	return fill
}

// blockID is the id of a block, the same in every edition. Its "_" keeps it
// apart from the ids of headings.
func (b bodyPlace) blockID(block int) string { return b.prefix + "p_" + strconv.Itoa(block+1) }

func (b bodyPlace) level(h prose.Heading) int {
	return min(6, max(2, h.Level)+b.deeper)
}

// anchorHref is the address that an anchor of a text in lang leads to.
func (p filler) anchorHref(a model.Anchor, lang string) string {
	href := ""
	switch {
	case a.URL() != "":
		return a.URL()
	case a.File() != "":
		return p.href(a.File())
	}
	fragment := ""
	switch {
	case a.Source > 0:
		fragment = voice.MarkedSource(&a)
	case a.Heading() != "":
		fragment = p.in.fragment(a, lang)
	}
	if fragment == "" || a.Target != p.Key || p.Of != nil {
		href = p.hrefIn(p.in, a.Target)
	}
	return href + fragment
}

// fragment leads to the heading of an anchor in the text that the edition
// shows, which may be in another language than the text with the
// heading: to the heading in the same place, else to the block, else nowhere.
func (e *edition) fragment(a model.Anchor, lang string) string {
	d := e.lists.Docs[e.lists.NumberOf(a.Target)]
	named, shown := d.In(lang, e.site.model().Settings.Default()), e.Text(d)
	if named == shown {
		return "#" + a.Heading()
	}
	block, nth := named.Body.HeadingPlace(a.Heading())
	switch id := shown.Body.HeadingAt(block, nth); {
	case id != "":
		return "#" + id
	case block < len(shown.Body.Blocks):
		return "#" + bodyPlace{}.blockID(block)
	}
	return ""
}

// toc lists the headings of a body down to the third level.
func toc(t *model.Text, at bodyPlace) []layout.Heading {
	var toc []layout.Heading
	for _, h := range t.Body.Headings {
		if level := at.level(h); level <= 3 {
			href := "#" + at.prefix + h.ID
			link := `<a href="` + template.HTMLEscapeString(href) + `">` + h.Text + "</a>"
			toc = append(toc, layout.Heading{Level: level, HTML: template.HTML(h.Text), Href: href, Link: template.HTML(link)})
		}
	}
	return toc
}
