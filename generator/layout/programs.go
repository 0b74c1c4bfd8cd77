package layout

import (
	"maps"
	"reflect"
	"slices"
	"sync"

	"golang.org/x/text/language"
)

// newEditions makes what the pages in each language share. A program is made
// when the first page asks for it.
func (s *Set) newEditions() map[string]*edition {
	escaped := map[string]func() trees{}
	for _, kind := range kinds {
		escaped[kind.name] = sync.OnceValue(func() trees { return escapedTrees(s.pages[kind.name], s.fresh[kind.name]) })
	}
	editions := map[string]*edition{}
	for _, lang := range slices.Sorted(maps.Keys(s.words)) {
		e := &edition{lang: lang, tag: language.Make(lang), dir: Direction(lang), words: s.words[lang], hrefs: s.hrefs, programs: map[string]func() *program{}}
		for _, kind := range kinds {
			e.programs[kind.name] = sync.OnceValue(func() *program {
				p, _ := compile(escaped[kind.name](), kind.view, e)
				return p
			})
		}
		editions[lang] = e
	}
	return editions
}

// program finds the program for a view, if there is one, and what it is run
// with.
func (s *Set) program(kind string, view any) (p *program, v reflect.Value, root string) {
	v = reflect.ValueOf(view)
	if v.Kind() == reflect.Pointer {
		v = v.Elem() // no value for a nil pointer
	}
	framed, ok := view.(framed)
	if !ok || !v.IsValid() {
		return nil, v, ""
	}
	e, root := framed.frame()
	if e == nil || e != s.editions[e.lang] || e.programs[kind] == nil {
		return nil, v, ""
	}
	if p = e.programs[kind](); p == nil || p.view != v.Type() {
		return nil, v, ""
	}
	return p, v, root
}
