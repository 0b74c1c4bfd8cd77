package program

import (
	"errors"
	"html/template"
	"iter"
	"slices"
	"strings"
	"text/template/parse"
)

// Templates are the templates of some kinds of pages as html/template executes them:
// its escapers are in their pipelines.
type Templates struct {
	roots map[string]*parse.ListNode // by the template's name

	// inlined are the calls that were replaced by the text of their template, a
	// list. A template that is called in a tag, an attribute or a script is
	// escaped differently there: html/template makes a copy of it, which cannot
	// be had from outside. It escapes text that stands in the call's place just
	// as it does the copy.
	inlined map[*parse.ListNode]*parse.TemplateNode
}

// copied marks the names of html/template's copies.
const copied = "$htmltemplate_"

// Escape makes html/template escape templates, as it does when those that pages begin with
// are first executed. fresh gives them, not yet escaped, each time it is called.
func Escape(fresh func() (*template.Template, error), begin ...string) Templates {
	all, err := fresh()
	if err != nil {
		return Templates{}
	}
	t := escape(all, begin)
	for names := t.copies(nil); len(names) > 0; names = t.copies(names) {
		again, err := fresh()
		if err != nil {
			break
		}
		inlined := map[*parse.ListNode]*parse.TemplateNode{}
		for _, p := range again.Templates() {
			if p.Tree != nil && !slices.Contains(names, p.Name()) {
				inline(again, p.Tree.Root, names, inlined)
			}
		}
		t = escape(again, begin)
		t.inlined = inlined
	}
	return t
}

func escape(all *template.Template, begin []string) Templates {
	for _, name := range begin {
		// An error comes again, and is reported, when the page is executed.
		_ = all.ExecuteTemplate(noWriter{}, name, nil)
	}
	t := Templates{roots: map[string]*parse.ListNode{}}
	for _, p := range all.Templates() {
		if p.Tree != nil {
			t.roots[p.Name()] = p.Tree.Root
		}
	}
	return t
}

// noWriter ends an execution at its first text.
type noWriter struct{}

func (noWriter) Write([]byte) (int, error) { return 0, errors.New("nothing is to be written") }

// copies adds to names those of the templates of which a copy is called. It
// gives nil when there are no more: what is still called is called by itself.
func (t Templates) copies(names []string) []string {
	known := len(names)
	for _, root := range t.roots {
		for called := range Calls(root) {
			if name, _, ok := strings.Cut(called.Name, copied); ok && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	if len(names) == known {
		return nil
	}
	return names
}

// inline puts a copy of each template of names in place of the calls of it.
func inline(page *template.Template, root *parse.ListNode, names []string, inlined map[*parse.ListNode]*parse.TemplateNode) {
	eachList(root, func(list *parse.ListNode) {
		for i, n := range list.Nodes {
			call, ok := n.(*parse.TemplateNode)
			if !ok || !slices.Contains(names, call.Name) {
				continue
			}
			if t := page.Lookup(call.Name); t != nil && t.Tree != nil {
				body := t.Tree.Root.CopyList()
				others := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return name == call.Name })
				inline(page, body, others, inlined)
				inlined[body] = call
				list.Nodes[i] = body
			}
		}
	})
}

// Calls are a text's calls of templates.
func Calls(text *parse.ListNode) iter.Seq[*parse.TemplateNode] {
	return func(yield func(*parse.TemplateNode) bool) {
		going := true
		eachList(text, func(list *parse.ListNode) {
			for _, n := range list.Nodes {
				if call, ok := n.(*parse.TemplateNode); ok && going {
					going = yield(call)
				}
			}
		})
	}
}

// eachList calls do for a list and the lists within it.
func eachList(list *parse.ListNode, do func(*parse.ListNode)) {
	if list == nil {
		return
	}
	for _, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.ListNode:
			eachList(n, do)
		case *parse.IfNode:
			eachList(n.List, do)
			eachList(n.ElseList, do)
		case *parse.WithNode:
			eachList(n.List, do)
			eachList(n.ElseList, do)
		case *parse.RangeNode:
			eachList(n.List, do)
			eachList(n.ElseList, do)
		}
	}
	do(list)
}
