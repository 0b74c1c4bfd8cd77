package main

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"dossier/docs"
)

// skeletonDir is what a new dossier begins with, from the project's root.
const skeletonDir = "generator/cli/skeleton"

// papers are what people read of the project.
func papers(t *testing.T) []string {
	t.Helper()
	all, err := fs.Glob(os.DirFS(".."), "docs/*.md")
	if err != nil || len(all) < 2 {
		t.Fatal(all, err)
	}
	return append(all, "README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "SECURITY.md")
}

// newRoot is the root of a new dossier.
func newRoot(t *testing.T) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	for name, text := range docs.OfDossier() {
		files["docs/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	for _, name := range []string{"README.md", "Makefile", "content/pages/about.md"} {
		files[name] = &fstest.MapFile{Data: []byte(paper(t, path.Join(skeletonDir, name)))}
	}
	return files
}

// newPapers are what people read in a new dossier.
func newPapers() []string {
	out := []string{"README.md"}
	for name := range docs.OfDossier() {
		out = append(out, "docs/"+name)
	}
	return out
}

func TestLinksOfPapers(t *testing.T) {
	for _, name := range papers(t) {
		for _, fault := range brokenLinks(t, os.DirFS(".."), name) {
			t.Errorf("%s: %s", name, fault)
		}
	}
	for _, name := range newPapers() {
		for _, fault := range brokenLinks(t, newRoot(t), name) {
			t.Errorf("in a new dossier, %s: %s", name, fault)
		}
	}
}

// TestMakeTargets finds the targets that papers name in the Makefile beside
// them. The handbook is read beside that of a new dossier, too.
func TestMakeTargets(t *testing.T) {
	for _, name := range papers(t) {
		for _, fault := range missingTargets(t, os.DirFS(".."), name) {
			t.Errorf("%s: %s", name, fault)
		}
	}
	for _, name := range append(newPapers(), "content/pages/about.md") {
		for _, fault := range missingTargets(t, newRoot(t), name) {
			t.Errorf("in a new dossier, %s: %s", name, fault)
		}
	}
}

// TestPapersAreRead shows that faults are found.
func TestPapersAreRead(t *testing.T) {
	root := fstest.MapFS{
		"Makefile":  {Data: []byte("build check:\n\tdo it\n\nGO ?= go\nsite: build\n")},
		"docs/b.md": {},
		"docs/a.md": {Data: []byte("# A `b`: c_d, [é](b.md)!\n## A b c_d é\n### A b c_d é\n```\n## no heading\n[x](no.md)\nmake check\nmake deploy\n```\n" +
			"[1](#a-b-c_d-é) [2](#a-b-c_d-é-2) [3](../docs/a.md#a-b-c_d-é-1) [4](https://e.org/#x) `[x](no.md)` ``[x](`no.md)``\n" +
			"![5](no.png) [6](#a-b-c_d-é-3) [7](../c.md 'title') [8](#no-heading) [9](../Makefile)\n" +
			"we make nothing; `make`, `make site check`, `A=1 make build`, `make wine A=1`\n")},
	}
	want := []string{"no.png leads nowhere", "#a-b-c_d-é-3 leads to no heading", "../c.md leads nowhere", "#no-heading leads to no heading"}
	if got := brokenLinks(t, root, "docs/a.md"); !slices.Equal(got, want) {
		t.Errorf("the links are %q, want %q", got, want)
	}
	want = []string{"there is no make deploy", "there is no make wine"}
	if got := missingTargets(t, root, "docs/a.md"); !slices.Equal(got, want) {
		t.Errorf("the targets are %q, want %q", got, want)
	}
}

var (
	fence      = regexp.MustCompile("(?ms)^```.*?^```$")
	codeSpan   = regexp.MustCompile("``.+?``|`[^`\n]+`")
	linkTarget = regexp.MustCompile(`\]\(([^)\s]+)`)
	heading    = regexp.MustCompile(`(?m)^#{1,6} +(.+?) *$`)
	linkWords  = regexp.MustCompile(`\[([^]]*)\]\([^)]*\)`)
	target     = regexp.MustCompile(`(?m)^([a-z][a-z0-9 ]*):`)
	makeCall   = regexp.MustCompile(`\bmake((?: [a-z][a-z0-9]*)+)`)
)

func contentsOf(t *testing.T, root fs.FS, name string) string {
	t.Helper()
	text, err := fs.ReadFile(root, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// brokenLinks are the relative links of a Markdown file, outside of code, that
// lead to no file or to no heading.
func brokenLinks(t *testing.T, root fs.FS, name string) (faults []string) {
	t.Helper()
	text := codeSpan.ReplaceAllString(fence.ReplaceAllString(contentsOf(t, root, name), ""), "")
	for _, m := range linkTarget.FindAllStringSubmatch(text, -1) {
		if strings.Contains(m[1], "://") {
			continue
		}
		file, anchor, _ := strings.Cut(m[1], "#")
		to := name
		if file != "" {
			to = path.Join(path.Dir(name), file)
		}
		if _, err := fs.Stat(root, to); err != nil {
			faults = append(faults, m[1]+" leads nowhere")
		} else if anchor != "" && !slices.Contains(anchors(contentsOf(t, root, to)), anchor) {
			faults = append(faults, m[1]+" leads to no heading")
		}
	}
	return faults
}

// anchors are the ids that GitHub gives to the headings of a Markdown file:
// their words in small letters, with hyphens for spaces and without
// punctuation; the second of the same words ends in -1, and so on.
func anchors(text string) []string {
	seen := map[string]int{}
	var out []string
	for _, m := range heading.FindAllStringSubmatch(fence.ReplaceAllString(text, ""), -1) {
		id := strings.Map(func(r rune) rune {
			switch {
			case r == ' ':
				return '-'
			case r == '-', r == '_', unicode.In(r, unicode.L, unicode.M, unicode.N):
				return unicode.ToLower(r)
			}
			return -1
		}, linkWords.ReplaceAllString(m[1], "$1"))
		n := seen[id]
		if seen[id]++; n > 0 {
			id += "-" + string(rune('0'+n))
		}
		out = append(out, id)
	}
	return out
}

// missingTargets are the calls of make in the code of a Markdown file that
// the Makefile of the root has no target for.
func missingTargets(t *testing.T, root fs.FS, name string) (faults []string) {
	t.Helper()
	var known []string
	for _, m := range target.FindAllStringSubmatch(contentsOf(t, root, "Makefile"), -1) {
		known = append(known, strings.Fields(m[1])...)
	}
	text := contentsOf(t, root, name)
	code := append(fence.FindAllString(text, -1), codeSpan.FindAllString(fence.ReplaceAllString(text, ""), -1)...)
	for _, m := range makeCall.FindAllStringSubmatch(strings.Join(code, "\n"), -1) {
		for _, name := range strings.Fields(m[1]) {
			if !slices.Contains(known, name) {
				faults = append(faults, "there is no make "+name)
			}
		}
	}
	return faults
}
