// Package order has the orders in which things are tried, where each has the place that
// those before it leave.
package order

import "slices"

// Tried are orders that were tried: to try one of them again gives nothing better.
type Tried [][]int

// Have reports whether an order was tried, and takes note of it. The order must not be
// changed after that.
func (t *Tried) Have(order []int) bool {
	if slices.ContainsFunc(*t, func(o []int) bool { return slices.Equal(o, order) }) {
		return true
	}
	*t = append(*t, order)
	return false
}

// First is an order with some of its things before the others.
func First(order []int, some ...int) []int {
	return slices.Concat(some, slices.DeleteFunc(slices.Clone(order), func(o int) bool { return slices.Contains(some, o) }))
}
