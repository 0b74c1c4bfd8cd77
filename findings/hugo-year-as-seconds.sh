#!/usr/bin/env bash
# Hugo 0.165.0: `date: 2019` in front matter, the year alone, is taken for seconds since 1970, and so is a day written as one
# number, 19920515: pages of 1970, without a warning. "2019-11", a month, is an error that stops the build. The full day and
# "15 May 1992" in words are read as they say.
# Output seen: the lines of "expected" below.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
GOBIN=$dir go install github.com/gohugoio/hugo@v0.165.0
mkdir -p content layouts
printf 'baseURL: https://example.org/\ndisableKinds: [home, section, taxonomy, term, rss, sitemap]\n' >hugo.yaml
echo '{{ .Title }}: {{ .Date.Format "2006-01-02" }}' >layouts/single.html
page() { printf -- '---\ntitle: %s\ndate: %s\n---\n' "$1" "$2" >"content/$1.md"; }
page year 2019
page number 19920515
page day 1992-05-15
page words '15 May 1992'
cat >expected <<'TXT'
day: 1992-05-15
number: 1970-08-19
words: 1992-05-15
year: 1970-01-01
TXT
./hugo --quiet
cat public/*/index.html | sort | tee seen
diff expected seen
page month 2019-11
if ./hugo >error 2>&1; then exit 1; fi
grep -o 'the "date" front matter field is not a parsable date' error
