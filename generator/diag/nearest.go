package diag

import (
	"fmt"
	"iter"
	"strings"
	"unicode/utf8"
)

// Limits of a search for a spelling, which compares a word with every candidate.
const (
	maxWord        = 100 // characters; nobody mistypes a longer one
	maxSuggestions = 50  // faults of a file; more have another cause than spelling
)

// Nearest gives the candidate whose spelling is nearest to word, or "" when
// none is near or the word is very long. Of equally near candidates the first
// wins, so the caller's order decides.
func Nearest(word string, candidates iter.Seq[string]) string {
	return within(max(1, utf8.RuneCountInString(word)/3), word, candidates)
}

// Slip is Nearest for candidates that differ from the word by one slip of a key: a
// character too many, too few or another, or two in the wrong order.
func Slip(word string, candidates iter.Seq[string]) string { return within(1, word, candidates) }

// within gives the nearest candidate whose distance is at most far.
func within(far int, word string, candidates iter.Seq[string]) string {
	length := utf8.RuneCountInString(word)
	if length > maxWord {
		return ""
	}
	word = strings.ToLower(word)
	best, bestDistance := "", 1+far
	for c := range candidates {
		if len(c) > utf8.UTFMax*(length+bestDistance) {
			continue // too long to be near
		}
		if d := distance(word, strings.ToLower(c), bestDistance); d < bestDistance {
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

// Suggests reports whether to look for the nearest right spelling for the next fault
// of file. When l ends with very many faults of that file, doing so for each would
// take too long.
func (l List) Suggests(file string) bool {
	return len(l) < maxSuggestions || l[len(l)-maxSuggestions].File != file
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
		least := cur[0]
		for j := range t {
			cost := 1
			if s[i] == t[j] {
				cost = 0
			}
			cur[j+1] = min(prev[j+1]+1, cur[j]+1, prev[j]+cost)
			if i > 0 && j > 0 && s[i] == t[j-1] && s[i-1] == t[j] {
				cur[j+1] = min(cur[j+1], before[j-1]+1)
			}
			least = min(least, cur[j+1])
		}
		if least >= limit {
			return limit // it cannot become less
		}
		before, prev, cur = prev, cur, before
	}
	return min(prev[len(t)], limit)
}
