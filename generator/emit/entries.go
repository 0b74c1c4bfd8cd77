package emit

import (
	"cmp"
	"slices"
	"sync"

	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// entries is a page that continues a list of an entity or the front page.
func (v *view) entries() layout.Entries {
	out := layout.Entries{Page: v.chrome("", "")}
	name := v.page.Split.List
	if v.page.Of.Kind == plan.Home {
		out.List, out.Articles = v.words("home.articles"), v.cards(v.page.Split.Articles)
		out.Parts = v.parts(name, out.List)
		return out
	}
	e := v.page.Entity
	b := v.plan.Site.Backlinks[e.Key]
	out.KindName, out.Flag, out.List = v.oneOfKind(e), e.Flag, cmp.Or(v.listName(name), v.words("entity.sections"))
	out.Parts = v.parts(name, out.List)
	switch name {
	case plan.Main:
		out.Groups = v.sectionYears(e)
	case plan.Events:
		out.Years = v.eventYears()
	case plan.Named:
		out.Groups = v.namedBy(b)
	case plan.Mentioned:
		out.Groups = []layout.Group{{Items: v.elsewhere(e)}}
	case plan.Relations:
		out.Relations = v.relations(e)
	}
	return out
}

// sectionYears lists the page's part of the sections of an entity by year,
// each with its article and the sentence that mentions the entity.
func (v *view) sectionYears(e *model.Entity) []layout.Group {
	s, _ := v.divided(plan.Main)
	sections := shown(v, plan.Main, s.Sections)
	quotes := v.quotes(e, docsOf(sections))
	var groups []layout.Group
	for _, sec := range sections {
		groups = v.yearGroup(groups, sec.Date)
		item := v.sectionItem(sec)
		item.Place, item.Quote = v.neighbour(&sec.Article.Doc), quotes[&sec.Doc]
		if item.Quote == nil {
			item.Summary = v.listed(v.text(&sec.Doc))
		}
		g := &groups[len(groups)-1]
		g.Items = append(g.Items, &item)
	}
	return v.unheaded(groups)
}

// unheaded drops the heading of a lone group where the page's title says it.
func (v *view) unheaded(groups []layout.Group) []layout.Group {
	if len(groups) == 1 && v.page.Of != nil {
		groups[0].Heading, groups[0].ID = layout.Link{}, ""
	}
	return groups
}

func docsOf(sections []*model.Section) map[*model.Doc]bool {
	docs := make(map[*model.Doc]bool, len(sections))
	for _, s := range sections {
		docs[&s.Doc] = true
	}
	return docs
}

// eventYears is the page's part of an entity's events by year.
func (v *view) eventYears() []layout.Group {
	s, _ := v.divided(plan.Events)
	return v.unheaded(v.byYear(shown(v, plan.Events, s.Entities)))
}

// namedBy lists what names an entity, as far as the page shows it: the
// articles that it wrote and further entities, by kind.
func (v *view) namedBy(b *model.Backlinks) []layout.Group {
	docs := make([]*model.Doc, 0, len(b.Articles)+len(b.Others))
	articles := map[*model.Doc]*model.Article{}
	for _, a := range b.Articles {
		docs, articles[&a.Doc] = append(docs, &a.Doc), a
	}
	for _, n := range v.inKinds(v.shared.numbersOf(b.Others)) {
		docs = append(docs, v.shared.docs[n])
	}
	var wrote []*model.Article
	var others []int32
	for _, d := range shown(v, plan.Named, docs) {
		if a := articles[d]; a != nil {
			wrote = append(wrote, a)
		} else {
			others = append(others, v.shared.number(d))
		}
	}
	return append(v.authored(wrote), v.grouped(others)...)
}

// cards are the front page's articles, as far as the page shows them.
func (v *view) cards(articles []*model.Article) []layout.ArticleCard {
	var cards []layout.ArticleCard
	for _, a := range shown(v, plan.Main, articles) {
		card := layout.ArticleCard{Item: layout.Item{Link: v.docLink(&a.Doc), Date: v.date(a.Published, nil), Summary: summary(v.text(&a.Doc))}, Authors: v.authors(a.Authors)}
		if v.base().Brief {
			card.Note = v.count(len(a.Sections))
		} else {
			for _, sec := range a.Sections {
				card.Sections = append(card.Sections, v.sectionItem(sec))
			}
		}
		cards = append(cards, card)
	}
	return cards
}

// indexed are the entities of a kind in the order of their index.
func (v *view) indexed(k *model.Kind) []*model.Entity {
	return once(v, "index "+k.ID, func() []*model.Entity {
		of := slices.Clone(v.shared.ofKind[k.ID])
		v.byName(of)
		return of
	})
}

// once makes what the pages of a long list share, for each edition once.
func once[T any](v *view, key string, make func() T) T {
	f, _ := v.shared.lists.LoadOrStore(v.lang+" "+key, sync.OnceValue(make))
	return f.(func() T)()
}
