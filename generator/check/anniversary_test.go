package check

import (
	"slices"
	"testing"

	"dossier/generator/check/anniversary"
	"dossier/generator/model"
)

// TestSpacesThatDoNotBreak: a number is found beside a space that typography, or
// an editor, has put in.
func TestSpacesThatDoNotBreak(t *testing.T) {
	e := &model.Entity{Names: model.Words{"fr": "40e\u00a0anniversaire"}, Aliases: map[string][]string{"ru": {"75\u202fгодовщина"}}}
	var found []int
	for _, name := range names(e) {
		found = append(found, anniversary.Numbers(name)...)
	}
	if slices.Sort(found); !slices.Equal(found, []int{40, 75}) {
		t.Errorf("found %v", found)
	}
}
