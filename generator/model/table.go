package model

import (
	"iter"
	"maps"
)

// Table is a map that is never changed: With makes another one, which shares with it
// all that stays. The zero value is empty.
type Table[K comparable, V any] struct {
	base, over map[K]V // of a key that is in both, over has the value
}

// NewTable makes a table of a map, which must not be changed any more.
func NewTable[K comparable, V any](of map[K]V) Table[K, V] { return Table[K, V]{base: of} }

// Of gives the value of a key; zero when there is none.
func (t Table[K, V]) Of(key K) V {
	value, _ := t.Get(key)
	return value
}

// Get is Of; ok is false when there is none.
func (t Table[K, V]) Get(key K) (value V, ok bool) {
	if value, ok = t.over[key]; !ok {
		value, ok = t.base[key]
	}
	return value, ok
}

// All gives all keys with their values, in any order. Those that With gave a zero
// value are among them.
func (t Table[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for k, v := range t.over {
			if !yield(k, v) {
				return
			}
		}
		for k, v := range t.base {
			if _, ok := t.over[k]; !ok && !yield(k, v) {
				return
			}
		}
	}
}

// With gives the table with other values of some keys. It takes as long as there are
// such keys, now and since all of them were last put in one map, which is done before
// they are many.
func (t Table[K, V]) With(values map[K]V) Table[K, V] {
	const few = 512
	over := make(map[K]V, len(t.over)+len(values))
	maps.Copy(over, t.over)
	maps.Copy(over, values)
	if len(over) <= max(few, len(t.base)/16) {
		return Table[K, V]{t.base, over}
	}
	base := maps.Clone(t.base)
	maps.Copy(base, over)
	return Table[K, V]{base: base}
}
