package emit

import (
	"html"
	"html/template"
	"slices"
	"strconv"

	"dossier/generator/layout"
	"dossier/generator/model"
)

// bodyPlace says how a page shows a body.
type bodyPlace struct {
	prefix string // goes before the ids of headings
	deeper int    // levels to lower headings by
	bare   bool   // whether to leave out the ids, which another copy on the page has
}

// prose fills a body's gaps for the page.
func (v *view) prose(t *model.Text, at bodyPlace) layout.Prose {
	if t.Body.HTML == "" {
		return layout.Prose{}
	}
	fill, _ := v.shared.inserts.Get().(*[]model.Insert)
	if fill == nil {
		fill = new([]model.Insert)
	}
	*fill = v.inserts((*fill)[:0], t, at)
	p := layout.Prose{HTML: template.HTML(t.Body.Fill(*fill))}
	clear(*fill) // they hold texts
	v.shared.inserts.Put(fill)
	if t.Lang != v.lang {
		p.Lang = t.Lang
	}
	return p
}

// inserts adds to fill what fills the gaps of a body.
func (v *view) inserts(fill []model.Insert, t *model.Text, at bodyPlace) []model.Insert {
	body, anchors := &t.Body, v.plan.Site.Anchors[t]
	fill = slices.Grow(fill, len(body.Blocks)+5*len(body.Headings)+len(body.Alerts)+4*len(anchors))
	add := func(at int, text string) { fill = append(fill, model.Insert{At: at, Text: text}) }
	for i, b := range t.Body.Blocks {
		if b.ID >= 0 && !at.bare {
			add(b.ID, ` id="`+at.blockID(i)+`"`)
		}
	}
	block := 0
	for _, h := range t.Body.Headings {
		level := strconv.Itoa(at.level(h))
		if at.bare {
			add(h.Open, level)
			add(h.Close, level)
			continue
		}
		add(h.Open, level+` id="`+at.prefix+h.ID+`" class="content"`) // reading modes drop one whose id has "tags", "media" or the like, without such a class
		for block < len(t.Body.Blocks)-1 && t.Body.Blocks[block].End <= h.Open {
			block++
		}
		id := ""
		if t.Body.Blocks[block].ID < 0 {
			id = ` id="` + at.blockID(block) + `"`
		}
		add(h.Close-len("</h"), ` <a class="anchor"`+id+` href="#`+at.prefix+h.ID+`" aria-label="`+html.EscapeString(v.words("permalink"))+`"></a>`)
		add(h.Close, level)
	}
	for _, a := range t.Body.Alerts {
		words := v.set.Words(t.Lang, "alert."+a.Kind)
		add(a.Title, html.EscapeString(words))
	}
	for _, a := range anchors {
		href := html.EscapeString(v.anchorHref(a, t.Lang))
		switch {
		case a.Mention:
			add(a.Start, `<a class="mention" href="`)
			add(a.Start, href)
			add(a.Start, `">`)
			add(a.End, `</a>`)
		case a.Image:
			add(a.Start, ` src="`+href+`"`+v.shared.sizes()[a.File]+` loading="lazy"`)
		case a.URL != "":
			add(a.Start, ` href="`+href+`" rel="external"`)
		default:
			add(a.Start, ` href="`+href+`"`)
		}
		if a.Label >= 0 {
			add(a.Label, v.anchorLabel(a, t.Lang))
		}
	}
	return fill
}

// blockID is the id of a block, the same in every edition. Its "_" keeps it
// apart from the ids of headings.
func (b bodyPlace) blockID(block int) string { return b.prefix + "p_" + strconv.Itoa(block+1) }

func (b bodyPlace) level(h model.Heading) int {
	return min(6, max(2, h.Level)+b.deeper)
}

// anchorHref is the address that an anchor of a text in lang leads to.
func (v *view) anchorHref(a model.Anchor, lang string) string {
	href := ""
	switch {
	case a.URL != "":
		return a.URL
	case a.File != "":
		return v.href(a.File)
	}
	fragment := ""
	if a.Heading != "" {
		fragment = v.fragment(a, lang)
	}
	if fragment == "" || a.Target != v.page.Key || v.page.Of != nil {
		href = v.hrefTo(a.Target)
	}
	return href + fragment
}

// fragment leads to the heading of an anchor in the text that the page's
// edition shows, which may be in another language than the text with the
// heading: to the heading in the same place, else to the block, else nowhere.
func (v *view) fragment(a model.Anchor, lang string) string {
	d := v.shared.docs[v.shared.keys[a.Target]]
	named, shown := d.In(lang, v.fallback()), v.text(d)
	if named == shown {
		return "#" + a.Heading
	}
	block, nth := named.Body.HeadingPlace(a.Heading)
	switch id := shown.Body.HeadingAt(block, nth); {
	case id != "":
		return "#" + id
	case block < len(shown.Body.Blocks):
		return "#" + bodyPlace{}.blockID(block)
	}
	return ""
}

// anchorLabel is what anchorName gives, kept apart from the prose around it,
// whose writer need not know what the name holds.
func (v *view) anchorLabel(a model.Anchor, lang string) string {
	name := v.anchorName(a, lang)
	if turns(name, layout.Direction(lang)) {
		return "<bdi>" + name + "</bdi>"
	}
	return name
}

// anchorName is the name of what [[id]] leads to, as HTML, in the language of
// the prose around it.
func (v *view) anchorName(a model.Anchor, lang string) string {
	n := v.shared.numberOf(a.Target)
	if a.Here {
		for _, h := range v.shared.docs[n].In(lang, v.fallback()).Body.Headings {
			if h.ID == a.Heading {
				return h.Text
			}
		}
	}
	if int(n) < len(v.shared.entities) {
		return v.shared.entities[n].NameHTML(lang, v.fallback())
	}
	return v.shared.docs[n].In(lang, v.fallback()).TitleHTML()
}

// contents lists the headings of a body down to the third level.
func contents(t *model.Text, at bodyPlace) []layout.Heading {
	var toc []layout.Heading
	for _, h := range t.Body.Headings {
		if level := at.level(h); level <= 3 {
			toc = append(toc, layout.Heading{Level: level, HTML: template.HTML(h.Text), Href: "#" + at.prefix + h.ID})
		}
	}
	return toc
}
