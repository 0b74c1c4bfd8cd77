package layout

import (
	"html/template"
	"slices"
	"text/template/parse"

	"dossier/generator/layout/program"
)

// base is the template that every page begins with.
const base = "base"

// templates are those that a kind of page executes, from base on, as they were parsed: its own,
// and else those that all kinds share.
type templates struct {
	kind  string
	names []string
	trees map[string]*parse.Tree
	own   map[string]bool // what the kind does not share, see newTemplates
}

// newTemplates finds the templates of a kind. One that no text calls is none of them: to copy all
// for each kind, which html/template does to clone a set, was a fifth of what the build of a few
// pages takes. A kind does not share what it has of its own, nor what calls that; nor templates
// that call each other in a circle: how these are escaped depends on which of them comes first.
func newTemplates(kind string, shared, own *template.Template) *templates {
	t := &templates{kind: kind, trees: map[string]*parse.Tree{}, own: map[string]bool{}}
	all := map[string]*parse.Tree{}
	for _, set := range []*template.Template{shared, own} {
		for _, x := range set.Templates() {
			if x.Tree != nil && (all[x.Name()] == nil || !parse.IsEmptyTree(x.Tree.Root)) { // as parsing one set after the other has it
				all[x.Name()] = x.Tree
				t.own[x.Name()] = set == own
			}
		}
	}
	callers := map[string][]string{}
	called := []string{base}
	for i := 0; i < len(called); i++ {
		name := called[i]
		tree := all[name]
		if tree == nil {
			continue // executing the page says so
		}
		t.names, t.trees[name] = append(t.names, name), tree
		for call := range program.Calls(tree.Root) {
			callers[call.Name] = append(callers[call.Name], name)
			if !slices.Contains(called, call.Name) {
				called = append(called, call.Name)
			}
		}
	}
	var mark func(name string)
	mark = func(name string) {
		for _, caller := range callers[name] {
			if !t.own[caller] {
				t.own[caller] = true
				mark(caller)
			}
		}
	}
	for _, name := range t.names {
		if t.own[name] = t.own[name] || inCircle(name, callers); t.own[name] {
			mark(name)
		}
	}
	return t
}

// inCircle reports whether a template is called by another one that it calls, by however many steps.
func inCircle(name string, callers map[string][]string) bool {
	others := slices.DeleteFunc(slices.Clone(callers[name]), func(caller string) bool { return caller == name })
	for i := 0; i < len(others); i++ {
		for _, caller := range callers[others[i]] {
			if caller == name {
				return true
			}
			if !slices.Contains(others, caller) {
				others = append(others, caller)
			}
		}
	}
	return false
}

// among is what a template is called among those of several kinds, of which none is called all.
func (t *templates) among(name string) string {
	if t.own[name] {
		return name + " of " + t.kind
	}
	return name + " of all"
}

// page has copies of the templates, to be executed.
func (t *templates) page() *template.Template {
	page := noTemplates()
	for _, name := range t.names {
		if _, err := page.AddParseTree(name, t.trees[name].Copy()); err != nil {
			panic(err) // nothing of it was executed
		}
	}
	return page
}

// joined has copies of the templates of some kinds, what they share once.
func joined(kinds []*templates) (*template.Template, error) {
	all := noTemplates()
	for _, t := range kinds {
		for _, name := range t.names {
			if all.Lookup(t.among(name)) != nil {
				continue
			}
			tree := t.trees[name].Copy()
			for call := range program.Calls(tree.Root) {
				call.Name = t.among(call.Name)
			}
			if _, err := all.AddParseTree(t.among(name), tree); err != nil {
				return nil, err
			}
		}
	}
	return all, nil
}

// escape makes html/template escape the templates of some kinds.
func escape(kinds []*templates) program.Templates {
	var begin []string
	for _, t := range kinds {
		begin = append(begin, t.among(base))
	}
	return program.Escape(func() (*template.Template, error) { return joined(kinds) }, begin...)
}

func noTemplates() *template.Template { return template.New("").Option("missingkey=error") }
