// Package docs holds the pages that a dossier's editors read. They are embedded in
// the program, so that a new dossier has those that fit it.
package docs

import (
	"embed"
	"strings"
)

// Writing is writing.md, the handbook.
//
//go:embed writing.md
var Writing string

// pages are those that each dossier has. Their commands call the program by its
// source, with "go run ./generator"; their links lead to headings, to each other, and
// to ../README.md.
//
//go:embed cms.md first-hour.md languages.md merging.md publishing.md restyling.md translating.md upgrading.md writing.md
var pages embed.FS

// OfDossier gives the pages of a new dossier by their names, with commands as they are
// typed where the program's source is not at hand.
func OfDossier() map[string]string {
	all, err := pages.ReadDir(".")
	if err != nil {
		panic(err) // they are embedded
	}
	out := map[string]string{}
	for _, page := range all {
		text, err := pages.ReadFile(page.Name())
		if err != nil {
			panic(err)
		}
		out[page.Name()] = strings.ReplaceAll(string(text), "go run ./generator ", "dossier ")
	}
	return out
}
