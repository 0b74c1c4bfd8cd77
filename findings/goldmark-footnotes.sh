#!/usr/bin/env bash
# goldmark 1.8.7, extension Footnote: what a writer defines can be gone from the page without an error.
#   - of two definitions of one label the second is dropped, text and all;
#   - a definition that nothing refers to is dropped;
#   - a link reference definition in the line below a footnote's becomes part of the note, so that the link
#     shows its brackets, and, where the note is dropped, its address is nowhere.
# Output seen: one note, "June."; "July.", "Never named." and the address do not occur; "[rep]" stands in the text.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >go.mod <<'MOD'
module finding

go 1.24

require github.com/yuin/goldmark v1.8.7
MOD
cat >main.go <<'GO'
package main

import (
	"os"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

const text = `A claim.[^1] See [rep].

[^1]: June.
[^1]: July.
[^2]: Never named.
[rep]: https://example.org/report
`

func main() {
	md := goldmark.New(goldmark.WithExtensions(extension.Footnote))
	if err := md.Convert([]byte(text), os.Stdout); err != nil {
		panic(err)
	}
}
GO
go mod tidy >/dev/null 2>&1
out=$(go run .)
printf '%s\n' "$out"
expect() { grep -qF "$1" <<<"$out" || { echo "changed: no \"$1\""; exit 1; }; }
never() { if grep -qF "$1" <<<"$out"; then echo "changed: \"$1\" is there"; exit 1; fi; }
expect 'June.'
expect 'See [rep].'
never 'July.'
never 'Never named.'
never 'example.org/report'
echo "as found"
