package layout

import (
	"reflect"
	"sync"
)

// A program is a kind of page's layout, compiled for one edition. It does what
// executing the templates would do, in a small part of the time.
//
// html/template stays the authority. It parses the layouts, checks them, and
// decides how each value is escaped; what is compiled are the trees that it
// has already put its escapers into (escaped.go). The compiler knows the type
// of every value, because views are plain structs; so fields are found once,
// interface words become text, and text is joined.
//
// A program never guesses, and reports no faults of its own:
//
//   - The compiler gives a page up for which it has no exact rule: a function,
//     an escaper, a type (compile.go, expressions.go, functions.go, escape.go).
//     Then there is no program, and html/template executes the layout.
//   - What a program cannot do right for one view (a nil pointer, an index out
//     of range, an element in an attribute) makes it fail. What it wrote is
//     dropped, and html/template executes the layout over that view, to say
//     what is wrong or to do it.
//
// So a page has the same bytes, and a fault the same words, with and without.
type program struct {
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
	root   string // the page's way to the site's root
	failed bool   // drop what was written
}

// run appends the page of a view to buf. root is the page's way to the site's
// root. Without ok there is nothing appended.
func (p *program) run(buf []byte, view reflect.Value, root string) (out []byte, ok bool) {
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
