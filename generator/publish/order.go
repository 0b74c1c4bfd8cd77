package publish

import (
	"cmp"
	"slices"
	"strings"
)

// turn is when a file is moved into the site: what all pages show before what one shows, and that
// before the pages.
func turn(path string) int {
	switch {
	case strings.HasPrefix(path, "assets/"):
		return 0
	case !strings.HasSuffix(path, ".html"):
		return 1
	}
	return 2
}

// byTurn puts sorted paths into the order in which they are moved.
func byTurn(paths []string) []string {
	paths = slices.Clone(paths) // the result's
	slices.SortStableFunc(paths, func(a, b string) int { return cmp.Compare(turn(a), turn(b)) })
	return paths
}
