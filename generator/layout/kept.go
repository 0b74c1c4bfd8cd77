package layout

import (
	"reflect"
	"sync/atomic"
)

// kept is what functions wrote of a value that many pages show. A function sees
// nothing but what it is called with, and such a value does not change; so what
// it wrote once is what it would write again.
type kept struct {
	of    keeper // the value itself: a copy of it may be changed, and has nothing kept
	first atomic.Pointer[keptText]
}

type keptText struct {
	by   *function
	text string
	next *keptText
}

// keeper is a value that may have something kept; nil when it is one page's
// own.
type keeper interface{ keeps() *kept }

var keeperType = reflect.TypeFor[keeper]()

func (p *Preview) keeps() *kept { return p.kept }
func (i *Item) keeps() *kept    { return i.kept }

// Shared gives a preview that any number of pages may show. It must not change
// any more.
func (p Preview) Shared() *Preview {
	p.kept = &kept{of: &p}
	return &p
}

// Shared gives an item that any number of pages may show. It must not change
// any more.
func (i Item) Shared() *Item {
	i.kept = &kept{of: &i}
	return &i
}

// callKept is call for a function whose argument may have its text kept.
func (x *execution) callKept(from, to *function, arg reflect.Value) {
	var k *kept
	if !arg.IsNil() {
		of := arg.Interface().(keeper)
		if k = of.keeps(); k != nil && k.of != of {
			k = nil
		}
	}
	if k == nil {
		x.call(from, to, arg)
		return
	}
	for t := k.first.Load(); t != nil; t = t.next {
		if t.by == to {
			x.buf = append(x.buf, t.text...)
			return
		}
	}
	start := len(x.buf)
	x.call(from, to, arg)
	if !x.failed {
		first := k.first.Load()
		k.first.CompareAndSwap(first, &keptText{to, string(x.buf[start:]), first}) // if another page was quicker, its text does
	}
}
