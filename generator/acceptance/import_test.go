package acceptance

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/importer"
)

// oddTexts are such as other programs take without a word.
var oddTexts = []string{
	"[a](javascript:x) <ftp://x.y/z> [b][c] [d](http://) [e](<f g>)\n\n[c]: ../../etc\n",
	"&#1; &#x110000; &#0; &#65; &#8364; \u202e",
	"# a {#b}\n## a {#b}\n## a {#c_d}\n[x](#b) [y](#c_d) [z](#a-1)",
	"![a](//x.org/y.png)[z](?q)[w](c:\\d) ![](data:image/png;base64,xx)",
	"---\ntitle: '[a](b) *c'\ndate: 2019-11-28\nsummary: '<b>&lt; [x](y) `'\ntags: [[x], {name: y}, '']\nauthor: {name: B}\n---\n[[a|b]] ![[c]]",
	"[^a] [^b] ^[c]\n\n[^a]: b\n\n[^a]: c",
	"<!-- never closed\n\nx",
	"| a | b |\n|---|---|\n| c | {{ d | e }} |\n| `f|g` | h \\| i |\n\na | b\n- | -\nc|d|e",
	"---\ntitle: ''\ndate: tomorrow\naliases: [/, /../x, '/a b/', '//c']\n---\n",
	"<div><p>a <b>b</div> <table><td>c<ul><li>d</table> <a href='tel:1'>e</a> <img src='https://x.org/a.png'>",
	"{{< a >}} {{% b %}} {% c %} {{ d }} {: .e } %%f%% ==g== `{{< h >}}`\n\n- {{< i >}}\n  j\n  {{< /i >}}",
	"---\n- a list\n---\nb", "+++\n= no\n+++\nb", "", "---\n---\n",
}

// TestImportLeavesPagesAlone holds that no old address is one of the pages that each
// dossier has.
func TestImportLeavesPagesAlone(t *testing.T) {
	fsys := afero.NewMemMapFs()
	put := func(name, text string) {
		if err := afero.WriteFile(fsys, name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	do := func(args ...string) {
		var out, said strings.Builder
		if got := run(t.Context(), args, fsys, &out, &said); got != done {
			t.Fatalf("%s: exit status %d: %s", args, got, &said)
		}
	}
	put("site/_config.yml", "url: https://e.org\nlanguages: [en, fr]\npermalink: date\ncollections: {countries: {output: true}}")
	put("site/_posts/2019-11-28-x.md", "---\ntitle: X\ntags: [Norway, y]\nauthor: bo\n---\nNorway.")
	put("site/_posts/2019-11-28-y.md", "---\ntitle: Y\nlang: fr\n---\nOui.")
	put("site/_countries/norway.md", "---\ntitle: Norway\n---\nA coast.")
	do("import", "jekyll", "site")
	do("build")
	pages := 0
	err := afero.Walk(fsys, "public", func(name string, info fs.FileInfo, err error) error {
		if page, ok := strings.CutPrefix(filepath.ToSlash(name), "public/"); err == nil && ok && strings.HasSuffix(page, ".html") {
			put("site/"+page, "---\ntitle: Old\n---\nText.")
			pages++
		}
		return err
	})
	if err != nil || pages < 20 {
		t.Fatalf("%d pages, %v", pages, err)
	}
	if err := fsys.RemoveAll("content"); err != nil {
		t.Fatal(err)
	}
	do("import", "jekyll", "site")
	do("build")
}

// TestImportIsValid holds that whatever is imported makes a dossier without errors.
func TestImportIsValid(t *testing.T) {
	for _, program := range importer.Programs {
		fsys := afero.NewMemMapFs()
		put := func(name, text string) {
			if err := afero.WriteFile(fsys, "site/"+name, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		put("hugo.toml", "baseURL = 'https://e.org'")
		put("_config.yml", "url: https://e.org")
		put(".obsidian/x", "")
		put("Events/undated.md", "Some time.")
		put("Countries/Nowhere.md", "---\ndate: 2019\ntags: [events, Countries, articles]\n---\n[[Undated]]")
		for i, text := range oddTexts {
			put(fmt.Sprintf("content/n/x%d.md", i), text)
			put(fmt.Sprintf("content/2019/x%d.md", i), text)
			put(fmt.Sprintf("_posts/2019-11-28-x%d.md", i), text)
		}
		var out, said strings.Builder
		if got := run(t.Context(), []string{"import", program, "site"}, fsys, &out, &said); got != done {
			t.Fatalf("%s: exit status %d: %s", program, got, &said)
		}
		if got := run(t.Context(), []string{"check", "--all"}, fsys, &out, &said); got == done {
			continue
		}
		for line := range strings.Lines(said.String()) {
			if file, _, _ := strings.Cut(line, ":"); strings.Contains(line, ": error: ") {
				text, _ := afero.ReadFile(fsys, file)
				t.Errorf("%s: %s\n%s", program, line, text)
			}
		}
	}
}
