package emit

import (
	"fmt"
	"html/template"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
)

func (v *view) entity() layout.Entity {
	e, site := v.page.Entity, v.plan.Site
	text, tags := v.text(&e.Doc), v.shared.tagged(nil, e.Tags)
	out := layout.Entity{
		Page: v.chrome(v.title(&e.Doc), text.Summary), KindName: v.oneOfKind(e), Flag: e.Flag,
		Names: v.otherNames(e), Aliases: v.aliases(e), Date: v.card(&e.Doc).date,
		Summary: summary(text), Body: v.prose(text, bodyPlace{}), Facts: v.facts(e, tags), Relations: v.relations(e),
	}
	out.Previews = v.previews(tags, text)
	out.Locator = v.locator(e)
	for _, address := range e.SameAs {
		u, err := url.Parse(address)
		if err == nil {
			out.SameAs = append(out.SameAs, layout.Link{Text: strings.TrimPrefix(u.Host, "www."), Href: address})
		}
	}
	if b := site.Backlinks[e.Key]; b != nil {
		out.Strip = v.strip(b.Events)
		if events := v.page.Divided(plan.Events); events == nil {
			out.Events = v.eventItems(b.Events)
		} else {
			out.Events = v.eventItems(shown(v, plan.Events, events.Entities))
		}
		if v.page.Divided(plan.Main) == nil {
			out.Sections = v.inArticles(e)
		} else {
			out.Sections = v.sectionYears(e)
		}
		out.Elsewhere = v.elsewhere(e)
		out.Together = v.together(e, b.Sections)
		out.Others = v.namedBy(b)
	}
	out.RelationParts = v.parts(plan.Relations, v.words("entity.relations"))
	out.EventParts = v.parts(plan.Events, v.words("kind.events"))
	out.SectionParts = v.parts(plan.Main, v.words("entity.sections"))
	out.OtherParts = v.parts(plan.Named, v.words("entity.others"))
	out.ElsewhereParts = v.parts(plan.Mentioned, v.words("entity.elsewhere"))
	if i, ok := v.shared.inTime[e.Key]; ok {
		if i > 0 {
			out.Prev = v.neighbour(&v.shared.events[i-1].Doc)
		}
		if i+1 < len(v.shared.events) {
			out.Next = v.neighbour(&v.shared.events[i+1].Doc)
		}
	}
	return out
}

// oneOfKind names the kind of an entity in the singular.
func (v *view) oneOfKind(e *model.Entity) string {
	if words, ok := v.set.Lookup(v.lang, "kind."+e.Key.Kind()+".one"); ok {
		return words
	}
	return v.kindName(e.Key.Kind()) // a declared kind has no singular
}

// otherNames are the entity's names in languages other than the page's.
func (v *view) otherNames(e *model.Entity) []layout.Link {
	var names []layout.Link
	seen := []string{e.Name(v.lang, v.fallback())}
	for _, lang := range v.plan.Site.Settings.Languages {
		if name := e.Names[lang]; name != "" && !slices.Contains(seen, name) {
			seen = append(seen, name)
			names = append(names, layout.Link{Text: name, HTML: template.HTML(e.RichNames[lang]), Lang: lang})
		}
	}
	return names
}

func (v *view) aliases(e *model.Entity) []string {
	var out []string
	for _, a := range e.Aliases[v.lang] {
		if a != e.Name(v.lang, v.fallback()) && !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}

// facts are what front matter says of an entity, line by line.
func (v *view) facts(e *model.Entity, tags []int32) []layout.Fact {
	var facts []layout.Fact
	add := func(label string, items ...*layout.Item) {
		if len(items) > 0 {
			facts = append(facts, layout.Fact{Label: label, Items: items})
		}
	}
	plain := func(text string) *layout.Item { return &layout.Item{Link: layout.Link{Text: text}} }
	if e.Type != "" {
		add(v.words("type"), plain(v.words("actor."+e.Type)))
	}
	if role := e.Role.In(v.lang, v.fallback()); role != "" {
		add(v.words("role"), plain(role))
	}
	if p := v.place(e); p != nil {
		add(v.words("place"), &layout.Item{Link: *p})
	}
	if e.Country != nil {
		add(v.words("country"), v.item(v.shared.numberOf(e.Country.Key)))
	}
	for _, g := range v.byKind(tags) {
		add(g.Heading.Text, g.Items...)
	}
	if p := e.Position; p != nil {
		i := plain(degrees(p.Lat, "N", "S") + ", " + degrees(p.Lon, "E", "W"))
		if p.Approximate {
			i.Note = v.words("approximate")
		}
		add(v.words("coordinates"), i)
	}
	if e.ISO != "" {
		add(v.words("iso"), plain(e.ISO))
	}
	return facts
}

// degrees writes a coordinate with the hemisphere's letter.
func degrees(x float64, plus, minus string) string {
	if x < 0 {
		x, plus = -x, minus
	}
	return fmt.Sprintf("%s°\u00a0%s", strconv.FormatFloat(x, 'f', -1, 64), plus)
}

// authored lists the articles that an actor wrote.
func (v *view) authored(articles []*model.Article) []layout.Group {
	if len(articles) == 0 {
		return nil
	}
	g := layout.Group{Heading: layout.Link{Text: v.words("kind.articles")}}
	for _, a := range articles {
		g.Items = append(g.Items, &layout.Item{Link: v.docLink(&a.Doc), Date: v.date(a.Published, nil)})
	}
	return []layout.Group{g}
}
