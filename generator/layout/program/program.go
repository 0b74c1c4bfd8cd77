// Package program compiles the templates of a kind of page into a program that
// makes its pages several times faster than executing them does.
//
// html/template stays the authority. It parses the templates, checks them, and
// decides how each value is escaped; what is compiled are the trees that it has
// already put its escapers into (Escape). Views are plain structs, so the
// compiler knows the type of every value: it finds fields once, and makes text
// of whatever no view changes (Constants).
//
// These always hold:
//
//   - A program changes no byte of a page and no message. It never guesses, and
//     reports no faults of its own.
//   - What has no exact rule here is left to html/template: a function, an
//     escaper or a type that the compiler does not know gives no program at all
//     (Compile), and what a program cannot do for one view, such as following a
//     nil pointer, gives no page (Program.Run). The caller then executes the
//     templates, which do it or say what is wrong.
//   - A program sees nothing but the view, and does not change it. It may run
//     on any number of goroutines.
//
// Nothing is known here of what the views are. Of the page's own view two
// methods have a rule: T(key string, args ...any) (string, error), which gives
// words of Constants with FillIn, and Asset(name string) (string, error), which
// gives a path of Constants below the site's root.
package program

import (
	"reflect"
	"sync"
)

// Program makes the pages of one type of view.
type Program struct {
	view reflect.Type // a struct
	main *function
	idle sync.Pool // of *execution, to be used again
}

// function is a template, compiled for the type of value it is called with.
type function struct {
	slots int // how many values its frame holds; the first is what it was called with
	body  []step
	done  bool // body is complete
}

// step writes a text and then does one thing more, if run is set.
type step struct {
	text string
	run  func(x *execution) flow
}

// flow is where to go after a step.
type flow int

const (
	onward flow = iota
	breakLoop
	continueLoop
)

// maxDepth is how deep templates may call each other in a program; deeper ones
// are left to html/template, which has a limit of its own.
const maxDepth = 500

// execution is the state of a program at work.
type execution struct {
	buf    []byte
	frames []reflect.Value // of the functions at work, one after another
	frame  int             // where that of the innermost begins
	depth  int
	root   string // leads from the page to the site's root
	failed bool   // drop what was written
}

// Run appends the page of a view, a struct, to buf. root leads from the page to
// the site's root. Without ok nothing is appended: html/template has to make the
// page.
func (p *Program) Run(buf []byte, view reflect.Value, root string) (out []byte, ok bool) {
	if view.Type() != p.view {
		return buf, false
	}
	x, _ := p.idle.Get().(*execution)
	if x == nil {
		x = &execution{frames: make([]reflect.Value, max(64, p.main.slots))}
	}
	x.buf, x.root, x.failed = buf, root, false
	x.frames[0] = view
	x.walk(p.main.body)
	out, ok = x.buf, !x.failed
	x.buf = nil
	clear(x.frames) // they hold the view
	p.idle.Put(x)
	return out, ok
}

func (x *execution) walk(steps []step) flow {
	for i := range steps {
		s := &steps[i]
		x.buf = append(x.buf, s.text...)
		if s.run != nil {
			if f := s.run(x); f != onward {
				return f
			}
		}
	}
	return onward
}

func (x *execution) load(slot int) reflect.Value { return x.frames[x.frame+slot] }

func (x *execution) store(slot int, v reflect.Value) { x.frames[x.frame+slot] = v }

// call runs a function; from is the one that calls it.
func (x *execution) call(from, to *function, arg reflect.Value) {
	if x.depth == maxDepth {
		x.failed = true
	}
	if x.failed { // else a tree of calls could take for ever
		return
	}
	back := x.frame
	x.frame += from.slots
	x.depth++
	if missing := x.frame + to.slots - len(x.frames); missing > 0 {
		x.frames = append(x.frames, make([]reflect.Value, missing)...)
	}
	x.store(0, arg)
	x.walk(to.body)
	x.depth--
	x.frame = back
}

// fail gives up the page. What follows goes on with a zero value.
func (x *execution) fail(typ reflect.Type) reflect.Value {
	x.failed = true
	return reflect.Zero(typ)
}

// follow goes from a value along fields, by number; a negative number goes
// through a pointer.
func (x *execution) follow(v reflect.Value, path []int) reflect.Value {
	for _, i := range path {
		switch {
		case i >= 0:
			v = v.Field(i)
		case v.IsNil():
			v = x.fail(v.Type().Elem())
		default:
			v = v.Elem()
		}
	}
	return v
}

// block is a list of steps in the making.
type block []step

func (b *block) text(s string) {
	if s == "" {
		return
	}
	if last := len(*b) - 1; last >= 0 && (*b)[last].run == nil {
		(*b)[last].text += s
		return
	}
	*b = append(*b, step{text: s})
}

func (b *block) do(run func(x *execution) flow) {
	if last := len(*b) - 1; last >= 0 && (*b)[last].run == nil {
		(*b)[last].run = run
		return
	}
	*b = append(*b, step{run: run})
}

// add appends steps that are complete.
func (b *block) add(steps []step) {
	for _, s := range steps {
		b.text(s.text)
		if s.run != nil {
			b.do(s.run)
		}
	}
}
