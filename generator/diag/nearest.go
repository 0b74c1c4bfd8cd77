package diag

import (
	"fmt"
	"iter"
	"strings"
)

// Nearest gives the candidate whose spelling is nearest to word, or "" when
// none is near. Of equally near candidates the first wins, so the caller's
// order decides.
func Nearest(word string, candidates iter.Seq[string]) string {
	best, bestDistance := "", 1+max(1, len([]rune(word))/3)
	for c := range candidates {
		if d := distance(strings.ToLower(word), strings.ToLower(c), bestDistance); d < bestDistance {
			best, bestDistance = c, d
		}
	}
	return best
}

// DidYouMean gives `; did you mean "…"?` for the Nearest candidate, or "".
func DidYouMean(word string, candidates iter.Seq[string]) string {
	if best := Nearest(word, candidates); best != "" {
		return fmt.Sprintf("; did you mean %q?", best)
	}
	return ""
}

// distance is the optimal string alignment distance of a and b (insertions,
// deletions, substitutions and swaps of neighbours each cost one), or limit
// when it is at least that.
func distance(a, b string, limit int) int {
	s, t := []rune(a), []rune(b)
	if len(s)-len(t) >= limit || len(t)-len(s) >= limit {
		return limit
	}
	before, prev, cur := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := range s {
		cur[0] = i + 1
		for j := range t {
			cost := 1
			if s[i] == t[j] {
				cost = 0
			}
			cur[j+1] = min(prev[j+1]+1, cur[j]+1, prev[j]+cost)
			if i > 0 && j > 0 && s[i] == t[j-1] && s[i-1] == t[j] {
				cur[j+1] = min(cur[j+1], before[j-1]+1)
			}
		}
		before, prev, cur = prev, cur, before
	}
	return min(prev[len(t)], limit)
}
