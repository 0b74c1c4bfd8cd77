// Package docs holds the editors' handbook, and what those read who write the words
// of a language. Both are embedded in the program, so that a new dossier has those
// that fit it.
package docs

import _ "embed"

// Writing is writing.md. Its commands call the program by its source, with
// "go run ./generator", and its links lead to headings of its own and to
// ../README.md, which each dossier has.
//
//go:embed writing.md
var Writing string

// Languages is languages.md, how to write the interface words of a language.
//
//go:embed languages.md
var Languages string
