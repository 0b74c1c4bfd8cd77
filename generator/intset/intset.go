// Package intset has sets of small numbers that are emptied at no cost: for who
// fills and empties one for each of very many things.
package intset

// Set is a set of numbers below the one it was made for. It is for one
// goroutine.
type Set struct {
	round []uint32 // by number: in which it was put in last
	now   uint32   // the round that began when the set was emptied
}

// New has room for the numbers below n.
func New(n int) Set { return Set{make([]uint32, n), 1} }

// Clear empties the set.
func (s *Set) Clear() {
	if s.now++; s.now == 0 { // rounds begin anew
		clear(s.round)
		s.now = 1
	}
}

// Has reports whether i is in the set.
func (s *Set) Has(i int32) bool { return s.round[i] == s.now }

// Add puts i in and reports whether it was not there.
func (s *Set) Add(i int32) bool {
	if s.round[i] == s.now {
		return false
	}
	s.round[i] = s.now
	return true
}
