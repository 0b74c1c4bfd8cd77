#!/usr/bin/env bash
# goldmark 1.8.7, extension Typographer: it looks at one character on each side of a quotation mark, so that
# markup beside it decides. In ("*Aurora*") both marks stay straight, while in ("Aurora") both are curled; the
# first mark of ('[so](x)') becomes a closing one; before a short year ('21) the apostrophe opens.
# Output seen: (&quot;<em>Aurora</em>&quot;), (&ldquo;Aurora&rdquo;), (&rsquo;<a href="x">so</a>&rsquo;), &lsquo;21.
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

func main() {
	md := goldmark.New(goldmark.WithExtensions(extension.Typographer))
	text := "(\"*Aurora*\") (\"Aurora\") ('[so](x)') in '21\n"
	if err := md.Convert([]byte(text), os.Stdout); err != nil {
		panic(err)
	}
}
GO
go mod tidy >/dev/null 2>&1
out=$(go run .)
printf '%s\n' "$out"
for want in '(&quot;<em>Aurora</em>&quot;)' '(&ldquo;Aurora&rdquo;)' '(&rsquo;<a href="x">so</a>&rsquo;)' '&lsquo;21'; do
	grep -qF -- "$want" <<<"$out" || { echo "changed: no $want"; exit 1; }
done
echo "as found"
