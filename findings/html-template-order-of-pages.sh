#!/usr/bin/env bash
# html/template of Go 1.26.8: whether a page is made depends on which page of the same set is made before it. A shared template
# that ends in urlquery may be called in text and in the query of an address, by two pages. The page with the address first, then
# the one with the text: both are made. The other way round the second is refused: urlquery is "disallowed in template". What is
# escaped for a place is a copy of the shared template as the page before left it, with an escaper behind urlquery.
# Output seen: the lines of "expected" below.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOTOOLCHAIN=go1.26.8 GOFLAGS=-mod=mod
printf 'module pages\n\ngo 1.26\n' >go.mod
cat >main.go <<'GO'
package main

import (
	"fmt"
	"html/template"
	"strings"
)

const layouts = `{{define "asked"}}{{. | urlquery}}{{end}}
{{define "text"}}<p>{{template "asked" .}}</p>{{end}}
{{define "link"}}<a href="?q={{template "asked" .}}">x</a>{{end}}`

func main() {
	for _, order := range [][]string{{"text"}, {"link"}, {"link", "text"}, {"text", "link"}} {
		set := template.Must(template.New("").Parse(layouts))
		for _, page := range order {
			var out strings.Builder
			if err := set.ExecuteTemplate(&out, page, "a b"); err != nil {
				out.WriteString(err.Error())
			}
			fmt.Printf("%v %s: %s\n", order, page, out.String())
		}
	}
}
GO
cat >expected <<'TXT'
[text] text: <p>a&#43;b</p>
[link] link: <a href="?q=a&#43;b">x</a>
[link text] link: <a href="?q=a&#43;b">x</a>
[link text] text: <p>a&#43;b</p>
[text link] text: <p>a&#43;b</p>
[text link] link: html/template::1:20: predefined escaper "urlquery" disallowed in template
TXT
go version
go run . | tee seen
diff expected seen
