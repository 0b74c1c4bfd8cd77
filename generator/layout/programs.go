package layout

import (
	"html/template"
	"maps"
	"reflect"
	"slices"
	"sync"

	"golang.org/x/text/language"

	"dossier/generator/layout/program"
	"dossier/generator/worded"
)

// newEditions makes what the pages in each language share. A program is made
// when the first page asks for it.
func (s *Set) newEditions() map[string]*edition {
	escaped := sync.OnceValue(func() program.Templates { return escape(s.layouts) })
	editions := map[string]*edition{}
	for _, lang := range slices.Sorted(maps.Keys(s.words)) {
		e := &edition{lang: lang, tag: language.Make(lang), dir: Direction(lang), programs: map[string]func() *program.Program{},
			constants: program.Constants{Words: s.words[lang], Assets: s.hrefs, Foreign: s.foreign[lang], ForeignLang: original}}
		e.constants.Open, e.constants.OpenOwn = spanOf(original, e.dir), spanOf(lang, Direction(original))
		if number := worded.Numbers(lang); number(0) != "0" {
			e.constants.Number = number
		}
		compiler := sync.OnceValue(func() *program.Compiler { return program.NewCompiler(escaped(), e.constants) })
		for i, kind := range s.kinds {
			e.programs[kind.Name] = sync.OnceValue(func() *program.Program {
				t := s.layouts[i]
				p, _ := compiler().Compile(t.among(base), kind.View)
				if p == nil { // what other kinds do may be why
					alone := program.Escape(func() (*template.Template, error) { return t.page(), nil }, base)
					p, _ = program.NewCompiler(alone, e.constants).Compile(base, kind.View)
				}
				return p
			})
		}
		editions[lang] = e
	}
	return editions
}

// spanOf is the start tag of a span in a language, in text of a direction.
func spanOf(lang, around string) string {
	dir := Direction(lang)
	if dir == around {
		return `<span lang="` + lang + `">`
	}
	return `<span lang="` + lang + `" dir="` + dir + `">`
}

// compiled appends the page of a view to buf, if there is a program that can.
func (s *Set) compiled(buf []byte, kind string, view any) (page []byte, ok bool) {
	v := reflect.ValueOf(view)
	if v.Kind() == reflect.Pointer {
		v = v.Elem() // no value for a nil pointer
	}
	framed, ok := view.(framed)
	if !ok || !v.IsValid() {
		return buf, false
	}
	e, root := framed.frame()
	if e == nil || e != s.editions[e.lang] || e.programs[kind] == nil {
		return buf, false
	}
	p := e.programs[kind]()
	if p == nil {
		return buf, false
	}
	return p.Run(buf, v, root)
}
