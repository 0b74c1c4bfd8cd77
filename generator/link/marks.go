package link

// marks are a set of small numbers that is emptied at no cost.
type marks struct {
	at  []uint32
	now uint32
}

// newMarks has room for the numbers below n.
func newMarks(n int) marks { return marks{make([]uint32, n), 1} }

func (m *marks) clear() {
	if m.now++; m.now == 0 { // it has come round
		clear(m.at)
		m.now = 1
	}
}

func (m *marks) has(i int32) bool { return m.at[i] == m.now }

// add puts i in and reports whether it was not there.
func (m *marks) add(i int32) bool {
	if m.at[i] == m.now {
		return false
	}
	m.at[i] = m.now
	return true
}
