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

// Foreign is the language of a name when it is not that of the edition, else "".
func (n Registered) Foreign(edition string) string {
	if n.Lang == edition {
		return ""
	}
	return n.Lang
}

// Register is every name and alias of an entity in every language, as the
// edition sorts them.
func (e *Edition) Register() List[Registered] {
	return List[Registered]{
		Key: "register",
		Entries: func() []Registered {
			var all []Registered
			for _, x := range e.Entities {
				all = e.namesOf(all, x)
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
	type keyed struct {
		key []byte
		Registered
	}
	names := make([]keyed, len(all))
	for i, n := range all {
		names[i] = keyed{e.order.Names(n), n}
	}
	slices.SortStableFunc(names, func(a, b keyed) int {
		return cmp.Or(bytes.Compare(a.key, b.key), cmp.Compare(a.Entity.Key, b.Entity.Key))
	})
	for i, n := range names {
		all[i] = n.Registered
	}
}

// namesOf adds the names of an entity to others, each once.
func (e *Edition) namesOf(to []Registered, x *model.Entity) []Registered {
	from := len(to)
	add := func(lang, name string) {
		if name != "" && !slices.ContainsFunc(to[from:], func(n Registered) bool { return n.Name == name }) {
			to = append(to, Registered{name, lang, x})
		}
	}
	for _, lang := range e.Site.Settings.Languages {
		add(lang, x.Name(lang, lang))
	}
	for _, lang := range slices.Sorted(maps.Keys(x.Aliases)) {
		for _, name := range x.Aliases[lang] {
			add(lang, name)
		}
	}
	return to
}
