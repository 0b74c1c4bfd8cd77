package model

import (
	"slices"
	"testing"

	"dossier/generator/diag"
)

// TestMeant: only what a list could not be resolved to is asked for.
func TestMeant(t *testing.T) {
	at := func(col int, key Key) Tag { return Tag{Key: key, Pos: diag.Pos{File: "a.md", Line: 2, Col: col}} }
	written := []Tag{at(1, "actors/ann"), at(2, "actors/bne"), at(3, "actors/who")}
	ids := func(file, kind, id string) ([]string, bool) {
		if file != "a.md" || kind != "actors" || id == "ann" {
			t.Errorf("asked for %s of %s in %s", id, kind, file)
		}
		return map[string][]string{"bne": {"ben", "bea"}}[id], false
	}
	if got, want := Meant(written, written[:1], ids), []Key{"actors/ben", "actors/bea"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := Meant(written[:1], written[:1], ids); got != nil {
		t.Errorf("%q of a list without fault", got)
	}
}
