// Command floor is the least that any generator has to do with a content
// folder: read every Markdown file, pass over its front matter, make its body
// into HTML with goldmark, execute one html/template around it, and write the
// file, on all processors. It links nothing and makes no lists. Benchmarks
// measure against it.
//
// Usage: floor CONTENT OUT
package main

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/sync/errgroup"
)

const shell = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{.Title}}</title>
</head>
<body>
<header><a href="/">Home</a></header>
<main>
<h1>{{.Title}}</h1>
{{.Body}}</main>
</body>
</html>
`

type page struct {
	Title string
	Body  template.HTML
}

func main() { os.Exit(command(os.Args[1:], os.Stderr)) }

// command runs the command line and gives the exit status.
func command(args []string, stderr io.Writer) int {
	if len(args) != 2 {
		fmt.Fprintln(stderr, "usage: floor CONTENT OUT")
		return 2
	}
	if err := run(args[0], args[1]); err != nil {
		fmt.Fprintln(stderr, "floor:", err)
		return 3
	}
	return 0
}

// run makes a page of every Markdown file of the folder in.
func run(in, out string) error {
	files, err := folders(in, out)
	if err != nil {
		return err
	}
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Footnote, extension.Typographer))
	tmpl := template.Must(template.New("").Parse(shell))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for _, f := range files {
		g.Go(func() error {
			src, err := os.ReadFile(filepath.Join(in, f))
			if err != nil {
				return err
			}
			var body, html bytes.Buffer
			title, prose := parts(src)
			if err := md.Convert(prose, &body); err != nil {
				return err
			}
			if err := tmpl.Execute(&html, page{title, template.HTML(body.String())}); err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(out, strings.TrimSuffix(f, ".md")+".html"), html.Bytes(), 0o644)
		})
	}
	return g.Wait()
}

// folders makes the folders of out as they are in in, and lists the files.
func folders(in, out string) (files []string, err error) {
	err = filepath.WalkDir(in, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(in, path)
		switch {
		case err != nil:
			return err
		case d.IsDir():
			err = os.MkdirAll(filepath.Join(out, rel), 0o755)
		case filepath.Ext(rel) == ".md":
			files = append(files, rel)
		}
		return err
	})
	if err == nil && len(files) == 0 {
		err = errors.New(in + " has no Markdown files")
	}
	return files, err
}

// parts gives what stands first in the front matter, and the body.
func parts(src []byte) (title string, body []byte) {
	front, body, _ := bytes.Cut(bytes.TrimPrefix(src, []byte("---\n")), []byte("\n---\n"))
	line, _, _ := bytes.Cut(front, []byte("\n"))
	_, value, _ := bytes.Cut(line, []byte(": "))
	return strings.Trim(string(value), `"`), body
}
