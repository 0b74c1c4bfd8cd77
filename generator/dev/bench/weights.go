package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
)

// weights are how many bytes the heaviest page of a section is, compressed, and what it loads. All are 0 when a site has
// no page of a section.
type weights struct{ html, css, js int64 }

// A stylesheet and a script that a page loads.
var (
	sheet  = regexp.MustCompile(`<link[^>]* href="([^"]+\.css)"`)
	script = regexp.MustCompile(`<script[^>]* src="([^"]+\.js)"`)
)

// weigh finds the heaviest of each among the pages of sections of the first edition.
func weigh(site string) (most weights, err error) {
	known := map[string]int64{} // what pages load is the same for many
	loaded := func(page string, body []byte, what *regexp.Regexp) (sum int64, err error) {
		for _, found := range what.FindAllSubmatch(body, -1) {
			file := filepath.Join(filepath.Dir(page), filepath.FromSlash(string(found[1])))
			if _, ok := known[file]; !ok {
				if _, known[file], err = packed(file); err != nil {
					return 0, err
				}
			}
			sum += known[file]
		}
		return sum, nil
	}
	err = filepath.WalkDir(filepath.Join(site, "articles"), func(page string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(page) != ".html" {
			return err
		}
		body, err := os.ReadFile(page)
		if err != nil || !bytes.Contains(body, []byte(`<body class="kind-section"`)) {
			return err
		}
		html, err := squeezed(body)
		if err != nil {
			return err
		}
		css, err := loaded(page, body, sheet)
		if err != nil {
			return err
		}
		js, err := loaded(page, body, script)
		most = weights{max(most.html, html), max(most.css, css), max(most.js, js)}
		return err
	})
	return most, err
}
