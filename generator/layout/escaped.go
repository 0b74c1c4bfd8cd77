package layout

import (
	"errors"
	"html/template"
	"maps"
	"reflect"
	"slices"
	"sync"
	"text/template/parse"
)

// newEditions makes what pages in each language share. Programs are made when
// the first page asks for them.
func (s *Set) newEditions() map[string]*edition {
	trees := map[string]func() map[string]*parse.ListNode{}
	for _, kind := range kinds {
		trees[kind.name] = sync.OnceValue(func() map[string]*parse.ListNode { return escapedTrees(s.pages[kind.name]) })
	}
	editions := map[string]*edition{}
	for _, lang := range slices.Sorted(maps.Keys(s.words)) {
		e := &edition{lang: lang, dir: direction(lang), words: s.words[lang], hrefs: s.hrefs, programs: map[string]func() *program{}}
		for _, kind := range kinds {
			e.programs[kind.name] = sync.OnceValue(func() *program {
				p, _ := compile(trees[kind.name](), kind.view, e)
				return p
			})
		}
		editions[lang] = e
	}
	return editions
}

// program finds the program for a view, if there is one, and what it needs.
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

// escapedTrees makes html/template escape a page's templates, as it does when
// they are first executed, and gives the trees that it then executes.
func escapedTrees(page *template.Template) map[string]*parse.ListNode {
	// The error is met again where the page is executed.
	_ = page.ExecuteTemplate(noWriter{}, "base", nil)
	trees := map[string]*parse.ListNode{}
	for _, t := range page.Templates() {
		if t.Tree != nil {
			trees[t.Name()] = t.Tree.Root
		}
	}
	return trees
}

// noWriter ends an execution at its first text.
type noWriter struct{}

func (noWriter) Write([]byte) (int, error) { return 0, errors.New("nothing is to be written") }
