// Package licences holds the notices of what the program is made of: its own
// licence, those of Go and of each module in it, and those of its tables.
package licences

import _ "embed" // for the text

// Text is the notices, in UTF-8, each under the names of what it is for.
//
//go:generate go run ./gen
//go:embed licences.txt
var Text string
