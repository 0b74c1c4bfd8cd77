package lists

import (
	"bytes"
	"cmp"
	"maps"
	"slices"

	"dossier/generator/model"
)

// Registered is a name of an entity.
type Registered struct {
	Name   string
	Lang   string // the edition's that has it; of several the first
	Entity *model.Entity
}

// Register is every name and alias of an entity in every language, as the
// edition sorts them.
func (e *Edition) Register() List[Registered] {
	return List[Registered]{
		Key: "register",
		Entries: func() []Registered {
			var all []Registered
			for _, x := range e.Entities {
				all = append(all, e.namesOf(x)...)
			}
			if e.order.Names != nil {
				e.sort(all)
			}
			return all
		},
		Weight: func(n Registered) int { return 2*ofItem + inHTML(n.Name) + e.weigh.entityLink(n.Entity) },
	}
}

// sort sorts names, those of two entities that are alike by key.
func (e *Edition) sort(all []Registered) {
	keys := make(map[Registered][]byte, len(all))
	for _, n := range all {
		keys[n] = e.order.Names(n)
	}
	slices.SortStableFunc(all, func(a, b Registered) int {
		return cmp.Or(bytes.Compare(keys[a], keys[b]), cmp.Compare(a.Entity.Key, b.Entity.Key))
	})
}

// namesOf are the names of an entity, each once.
func (e *Edition) namesOf(x *model.Entity) []Registered {
	var out []Registered
	seen := map[string]bool{}
	add := func(lang, name string) {
		if name != "" && !seen[name] {
			seen[name] = true
			out = append(out, Registered{name, lang, x})
		}
	}
	languages := e.Site.Settings.Languages
	for _, lang := range languages {
		add(lang, x.Name(lang, lang))
	}
	for _, lang := range slices.Sorted(maps.Keys(x.Aliases)) {
		for _, name := range x.Aliases[lang] {
			add(lang, name)
		}
	}
	return out
}
