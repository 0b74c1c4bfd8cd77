package prose

// Change is how an original differs from what its translation was made from.
type Change struct {
	Kind  ChangeKind
	Block int // index into the original's blocks; Head for title and summary; of a removal, the block it stood before
}

// ChangeKind says what happened to a block.
type ChangeKind string

// The kinds of changes.
const (
	Changed ChangeKind = "changed"
	Added   ChangeKind = "added"
	Removed ChangeKind = "removed"
)

// Head stands for a text's title and summary where a block's index is meant.
const Head = -1

// Drift says how an original has changed since a translation recorded its
// fingerprint: a hash of title and summary, then one of each block. It is nil
// when it has not, or when nothing was recorded. Blocks are matched by their
// longest common subsequence, so that one new paragraph does not make all that
// follow look changed.
func Drift(was, now []string) []Change {
	if len(was) == 0 {
		return nil
	}
	var changes []Change
	if was[0] != now[0] {
		changes = append(changes, Change{Changed, Head})
	}
	was, now = was[1:], now[1:]
	i, j := 0, 0
	flush := func(toWas, toNow int) {
		for ; i < toWas && j < toNow; i, j = i+1, j+1 {
			changes = append(changes, Change{Changed, j})
		}
		for ; j < toNow; j++ {
			changes = append(changes, Change{Added, j})
		}
		for ; i < toWas; i++ {
			changes = append(changes, Change{Removed, j})
		}
	}
	var matches [][2]int
	if len(was)*len(now) <= mostPairs {
		matches = common(was, now)
	}
	for _, m := range matches {
		flush(m[0], m[1])
		i, j = m[0]+1, m[1]+1
	}
	flush(len(was), len(now))
	return changes
}

// mostPairs bounds the comparison of two fingerprints, whose cost is their
// product: beyond some thousand blocks each they are compared one by one.
const mostPairs = 1 << 23

// common is the longest common subsequence of a and b, as pairs of indices.
func common(a, b []string) [][2]int {
	length := make([][]int, len(a)+1)
	for i := range length {
		length[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	var pairs [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			pairs = append(pairs, [2]int{i, j})
			i, j = i+1, j+1
		case length[i+1][j] >= length[i][j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}
