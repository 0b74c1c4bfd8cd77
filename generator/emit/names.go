package emit

import (
	"bytes"
	"cmp"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// rankNames gives every entity its place among all by name in the edition of
// lang; of two of one name the one with the lesser path comes first.
func rankNames(p *plan.Plan, lang string) map[model.Key]int {
	type named struct {
		key  model.Key
		name []byte
		path string
	}
	var (
		buffer collate.Buffer
		list   = make([]named, 0, len(p.Site.Entities))
		c      = collate.New(language.Make(lang))
	)
	for _, e := range p.Site.Entities {
		name := capital(e.Name(lang, p.Site.Settings.Default()))
		list = append(list, named{e.Key, c.KeyFromString(&buffer, name), plan.Rel("", p.Path(lang, e.Key))})
	}
	slices.SortFunc(list, func(a, b named) int {
		return cmp.Or(bytes.Compare(a.name, b.name), cmp.Compare(a.path, b.path))
	})
	ranks := make(map[model.Key]int, len(list))
	for i, n := range list {
		ranks[n.key] = i
	}
	return ranks
}

// byName sorts entities by name, in place.
func (v *view) byName(of []*model.Entity) {
	ranks := v.shared.ranks[v.lang]()
	slices.SortStableFunc(of, func(a, b *model.Entity) int { return cmp.Compare(ranks[a.Key], ranks[b.Key]) })
}

// inKinds puts entities in the order in which lists by kind show them: that of
// the kinds; within a kind, events go by date and others by name.
func (v *view) inKinds(entities []*model.Entity) []*model.Entity {
	of := map[string][]*model.Entity{}
	for _, e := range entities {
		of[e.Key.Kind()] = append(of[e.Key.Kind()], e)
	}
	out := make([]*model.Entity, 0, len(entities))
	for _, k := range v.plan.Site.Kinds {
		list := of[k.ID]
		if k.ID == model.Events {
			slices.SortStableFunc(list, model.ByDate)
		} else {
			v.byName(list)
		}
		out = append(out, list...)
	}
	return out
}

// grouped lists entities that are in the order of inKinds under their kinds.
func (v *view) grouped(entities []*model.Entity) []layout.Group {
	var groups []layout.Group
	last := ""
	for _, e := range entities {
		if kind := e.Key.Kind(); kind != last {
			last = kind
			groups = append(groups, layout.Group{Heading: v.link(model.Key(kind), v.kindName(kind))})
		}
		g := &groups[len(groups)-1]
		g.Items = append(g.Items, v.entityItem(e))
	}
	return groups
}
