package model

import (
	"slices"
	"testing"
)

// TestCreditsIn: one actor may have made a text and answer for it, too.
func TestCreditsIn(t *testing.T) {
	b := &Backlinks{Credits: []Credit{{1, Author}, {1, Reteller}, {4, Author}}}
	for doc, want := range [][]Role{{}, {Author, Reteller}, {}, {}, {Author}, {}} {
		var got []Role
		for _, c := range b.CreditsIn(int32(doc)) {
			got = append(got, c.As)
		}
		if !slices.Equal(got, want) {
			t.Errorf("of text %d: %v, want %v", doc, got, want)
		}
	}
}
