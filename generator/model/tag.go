package model

import "slices"

// Unresolved gives the tags of a list that are not among those it was resolved to.
func Unresolved(written, resolved []Tag) []Tag {
	if len(written) == len(resolved) {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(written), func(t Tag) bool {
		return slices.ContainsFunc(resolved, func(r Tag) bool { return r.Pos == t.Pos })
	})
}
