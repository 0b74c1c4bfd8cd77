// Package bands finds, among much that lies in a picture, what lies at a height of it.
package bands

// height is how high a band is, in units of the picture: about a line of text.
const height = 16

// Bands has what lies in a picture, each thing in all bands across the picture that it
// touches. What lies above the picture is in the first. The zero value has nothing.
type Bands[T any] struct {
	count int
	last  T
	heads []int32 // of each band's list, in nodes, from 1; 0 for none
	nodes []node[T]
}

type node[T any] struct {
	of   T
	next int32
}

// Add adds a thing that lies between two heights, the bottom not included.
func (b *Bands[T]) Add(top, bottom int, x T) {
	b.count++
	b.last = x
	for i := band(top); i <= band(max(top, bottom-1)); i++ {
		for len(b.heads) <= i {
			b.heads = append(b.heads, 0)
		}
		b.nodes = append(b.nodes, node[T]{x, b.heads[i]})
		b.heads[i] = int32(len(b.nodes))
	}
}

// Len is how many things were added.
func (b *Bands[T]) Len() int { return b.count }

// Last is what was added last; it panics if nothing was.
func (b *Bands[T]) Last() T {
	if b.count == 0 {
		panic("bands: nothing was added")
	}
	return b.last
}

// Any reports whether is holds for any thing that reaches between two heights, the bottom
// not included. It asks of some twice, and of some that lie close by.
func (b *Bands[T]) Any(top, bottom int, is func(T) bool) bool {
	for i := band(top); i <= band(max(top, bottom-1)) && i < len(b.heads); i++ {
		for n := b.heads[i]; n > 0; n = b.nodes[n-1].next {
			if is(b.nodes[n-1].of) {
				return true
			}
		}
	}
	return false
}

func band(y int) int { return max(y, 0) / height }
