#!/usr/bin/env bash
# goldmark 1.8.7: a decimal character reference with a zero in front is one character in prose and another in the
# address of a link. In prose its digits are decimal, as CommonMark 0.31.2 (section 2.5) has them; in an address they
# are parsed by their prefix, so that a leading zero means base eight: &#0065; is an "A" in the link's words and a "5"
# in its address, and &#039;, which many programs write for an apostrophe, becomes U+FFFD there.
# Output seen: <p><a href="x5">A</a> <a href="y%EF%BF%BD">'</a></p>
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
)

func main() {
	if err := goldmark.Convert([]byte("[&#0065;](x&#0065;) [&#039;](y&#039;)\n"), os.Stdout); err != nil {
		panic(err)
	}
}
GO
go mod tidy >/dev/null 2>&1
out=$(go run .)
printf '%s\n' "$out"
[ "$out" = "<p><a href=\"x5\">A</a> <a href=\"y%EF%BF%BD\">'</a></p>" ] || { echo "changed"; exit 1; }
echo "as found"
