// Package docs holds the pages that a dossier's editors read. They are embedded in
// the program, so that a new dossier has those that fit it.
package docs

import (
	_ "embed"
	"strings"
)

// Writing is writing.md, the handbook.
//
//go:embed writing.md
var Writing string

// The other pages that each dossier has. Their commands call the program by its source,
// with "go run ./generator"; their links lead to headings, to each other, and to
// ../README.md.
var (
	//go:embed cms.md
	cms string
	//go:embed first-hour.md
	firstHour string
	//go:embed languages.md
	languages string
	//go:embed merging.md
	merging string
	//go:embed publishing.md
	publishing string
	//go:embed restyling.md
	restyling string
	//go:embed translating.md
	translating string
	//go:embed upgrading.md
	upgrading string
)

// OfDossier gives the pages of a new dossier by their names, with commands as they are
// typed where the program's source is not at hand.
func OfDossier() map[string]string {
	out := map[string]string{
		"cms.md": cms, "first-hour.md": firstHour, "languages.md": languages, "merging.md": merging, "publishing.md": publishing,
		"restyling.md": restyling, "translating.md": translating, "upgrading.md": upgrading, "writing.md": Writing,
	}
	for name, text := range out {
		out[name] = strings.ReplaceAll(text, "go run ./generator ", "dossier ")
	}
	return out
}
