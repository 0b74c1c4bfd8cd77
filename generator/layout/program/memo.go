package program

import (
	"reflect"
	"sync/atomic"
)

// Memo remembers what functions wrote of a value that many pages show. What a
// function writes depends on nothing but its argument, and the value must not
// change: so it would write the same again.
//
// A type that embeds a *Memo may have one. It is nil in a value that only one
// page shows.
type Memo struct {
	of    any // a pointer to the value
	first atomic.Pointer[written]
}

// written is one function's text, in a list of them.
type written struct {
	by   *function
	text string
	next *written
}

// NewMemo makes the memo of the value that a pointer leads to. A copy of the
// value, which may be changed, has the same memo, but it is not used for that.
func NewMemo(of any) *Memo { return &Memo{of: of} }

// memoized is a pointer to a value that embeds a *Memo.
type memoized interface{ memo() *Memo }

var memoizedType = reflect.TypeFor[memoized]()

func (m *Memo) memo() *Memo { return m }

// memoOf gives the memo of the value that a pointer leads to, if it has one.
func memoOf(pointer reflect.Value) *Memo {
	if pointer.IsNil() {
		return nil
	}
	of := pointer.Interface()
	if m := of.(memoized).memo(); m != nil && m.of == of {
		return m
	}
	return nil
}

// callOnce is call for a function whose argument may have a memo.
func (x *execution) callOnce(from, to *function, arg reflect.Value) {
	m := memoOf(arg)
	if m == nil {
		x.call(from, to, arg)
		return
	}
	for t := m.first.Load(); t != nil; t = t.next {
		if t.by == to {
			x.buf = append(x.buf, t.text...)
			return
		}
	}
	start := len(x.buf)
	x.call(from, to, arg)
	if !x.failed {
		first := m.first.Load()
		m.first.CompareAndSwap(first, &written{to, string(x.buf[start:]), first}) // another page may have been quicker: its text stays
	}
}
