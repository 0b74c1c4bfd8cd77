package link

import (
	"slices"
	"sync"

	"dossier/generator/model"
	"dossier/generator/names"
)

// edition is what the texts of one language have in common.
type edition struct {
	lang    string
	matcher *names.Matcher
	common  names.Common
}

func newEdition(entities []names.Entity, lang string) *edition {
	m := names.New(entities, lang)
	return &edition{lang, m, m.NewCommon()}
}

// renew makes anew the editions whose names have changed.
func (r *Resolver) renew(c *model.Corpus) {
	var wg sync.WaitGroup
	editions := make([]*edition, len(c.Settings.Languages))
	for i, lang := range c.Settings.Languages {
		entities := namesIn(c, lang)
		at := slices.IndexFunc(r.editions, func(e *edition) bool { return e.lang == lang })
		if at >= 0 && r.editions[at].matcher.IsOf(entities, lang) {
			editions[i] = r.editions[at]
			continue
		}
		wg.Go(func() { editions[i] = newEdition(entities, lang) })
	}
	wg.Wait()
	r.editions = editions
}

// namesIn are the names, aliases and listed forms that entities have in a
// language, or in the default language when they have none. What is unnamed is
// not looked for and has none here.
func namesIn(c *model.Corpus, lang string) []names.Entity {
	fallback := c.Settings.Default()
	out := make([]names.Entity, len(c.Entities))
	for i, e := range c.Entities {
		kind := e.Key.Kind()
		out[i] = names.Entity{
			ID: string(e.Key), Person: e.Type == "person",
			Place: kind == model.Countries || kind == model.Places || e.Position != nil, Locality: kind == model.Places,
			Event: kind == model.Events,
		}
		if !e.Unnamed && !c.Unnamed(kind) {
			out[i].Name = e.Name(lang, fallback)
			out[i].Aliases, out[i].Forms = listed(e, e.Aliases, lang, fallback), listed(e, e.Forms, lang, fallback)
		}
	}
	return out
}

// listed is a list of names in lang, or in the default language when the
// entity has no name of its own in lang.
func listed(e *model.Entity, list map[string][]string, lang, fallback string) []string {
	own, ok := list[lang]
	if !ok && lang != fallback && len(e.Names[lang]) == 0 {
		return list[fallback]
	}
	return own
}
