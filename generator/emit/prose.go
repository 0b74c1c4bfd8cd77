package emit

import (
	"html"
	"html/template"
	"strconv"

	"dossier/generator/layout"
	"dossier/generator/model"
)

// bodyPlace says how a page shows a body.
type bodyPlace struct {
	prefix string // goes before the ids of headings
	deeper int    // levels to lower headings by
}

// prose fills a body's gaps for the page.
func (v *view) prose(t *model.Text, at bodyPlace) layout.Prose {
	if t.Body.HTML == "" {
		return layout.Prose{}
	}
	var fill []model.Insert
	add := func(at int, text string) { fill = append(fill, model.Insert{At: at, Text: text}) }
	for _, h := range t.Body.Headings {
		level := strconv.Itoa(at.level(h))
		add(h.Open, level+` id="`+at.prefix+h.ID+`"`)
		add(h.Close-len("</h"), ` <a class="anchor" href="#`+at.prefix+h.ID+`" aria-label="`+html.EscapeString(v.words("permalink"))+`">#</a>`)
		add(h.Close, level)
	}
	for _, a := range t.Body.Alerts {
		words := v.set.Words(t.Lang, "alert."+a.Kind)
		add(a.Title, html.EscapeString(words))
	}
	for _, a := range v.plan.Site.Anchors[t] {
		href := html.EscapeString(v.anchorHref(a))
		switch {
		case a.Mention:
			add(a.Start, `<a class="mention" href="`+href+`">`)
			add(a.End, `</a>`)
		case a.Image:
			add(a.Start, ` src="`+href+`" loading="lazy"`)
		case a.URL != "":
			add(a.Start, ` href="`+href+`" rel="external"`)
		default:
			add(a.Start, ` href="`+href+`"`)
		}
		if a.Label >= 0 {
			add(a.Label, html.EscapeString(v.anchorLabel(a, t.Lang)))
		}
	}
	p := layout.Prose{HTML: template.HTML(t.Body.Fill(fill))}
	if t.Lang != v.lang {
		p.Lang = t.Lang
	}
	return p
}

func (b bodyPlace) level(h model.Heading) int {
	return min(6, max(2, h.Level)+b.deeper)
}

func (v *view) anchorHref(a model.Anchor) string {
	href := ""
	switch {
	case a.URL != "":
		return a.URL
	case a.File != "":
		return v.href(a.File)
	case a.Target != v.page.Key || a.Heading == "":
		href = v.hrefTo(a.Target)
	}
	if a.Heading != "" {
		href += "#" + a.Heading
	}
	return href
}

// anchorLabel is the name of what [[id]] leads to, in the language of the
// prose around it.
func (v *view) anchorLabel(a model.Anchor, lang string) string {
	if e := v.shared.entities[a.Target]; e != nil {
		return e.Name(lang, v.fallback())
	}
	return v.shared.docs[a.Target].In(lang, v.fallback()).Title
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
