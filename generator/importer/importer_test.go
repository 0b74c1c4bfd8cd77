package importer

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/spf13/afero"
	"golang.org/x/tools/txtar"

	"dossier/generator/importer/marked"
)

// sites are the test sites of the acceptance tests' scripts, by program.
func sites(t testing.TB) map[string]map[string]string {
	t.Helper()
	out := map[string]map[string]string{}
	for _, program := range Programs {
		script, err := os.ReadFile("../acceptance/testdata/script/import_" + program + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		files := map[string]string{}
		for _, f := range txtar.Parse(script).Files {
			for _, top := range []string{"site/", "vault/"} {
				if name, ok := strings.CutPrefix(f.Name, top); ok {
					files[name] = string(f.Data)
				}
			}
		}
		out[program] = files
	}
	return out
}

// onDisk puts files into a folder.
func onDisk(t testing.TB, fsys afero.Fs, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		file := path.Join(dir, name)
		if err := errors.Join(fsys.MkdirAll(path.Dir(file), 0o755), afero.WriteFile(fsys, file, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
}

// all gives every file of a folder.
func all(t testing.TB, fsys afero.Fs, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := afero.Walk(fsys, dir, func(name string, info fs.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		b, err := afero.ReadFile(fsys, name)
		out[name] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestAgain holds that a second import changes nothing, byte for byte, and that a
// first one elsewhere is the same.
func TestAgain(t *testing.T) {
	for program, files := range sites(t) {
		fsys := afero.NewMemMapFs()
		onDisk(t, fsys, "site", files)
		first, err := Run(t.Context(), fsys, Options{Program: program, Dir: "site", Into: "content"})
		if err != nil {
			t.Fatal(err)
		}
		if len(first.Written) == 0 || len(first.Kept) > 0 {
			t.Errorf("%s: %d written, kept %v", program, len(first.Written), first.Kept)
		}
		before := all(t, fsys, "content")
		again, err := Run(t.Context(), fsys, Options{Program: program, Dir: "site", Into: "content"})
		if err != nil {
			t.Fatal(err)
		}
		if len(again.Written)+len(again.Kept)+len(again.Gone) > 0 || again.Unchanged != len(first.Written) || again.Report != first.Report {
			t.Errorf("%s: the second import wrote %v and kept %v", program, again.Written, again.Kept)
		}
		if !maps.Equal(before, all(t, fsys, "content")) {
			t.Errorf("%s: the second import changed a file", program)
		}
	}
}

var (
	frontLine = regexp.MustCompile(`(?m)^[ -]*[A-Za-z_-]+:`) // keys are not the writer's words
	reference = regexp.MustCompile(`\{\{[<%] *(?:rel)?ref "[^"]*"|\{% *(?:post_url|link) [^%]*|\]\([^)]*\)|href="[^"]*"|"/[^"]*" \| relative_url`)
	// Signs that the templates of the test sites compute with.
	computed = regexp.MustCompile(`(?s)\{%-? (?:if|elsif|else|endif|unless|endunless|assign|for|endfor|case|when|endcase|include phone|highlight|raw|endraw)[^%]*%\}|\{\{ ?(?:long|boat|site|page|include)\.[^}]*\}\}`)
	wordSign = func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
)

// TestNoWordIsLost holds that each word of a text is in the dossier, or in the
// report: but for addresses, which become others, and what templates compute with.
func TestNoWordIsLost(t *testing.T) {
	for program, files := range sites(t) {
		fsys := afero.NewMemMapFs()
		onDisk(t, fsys, "site", files)
		res, err := Run(t.Context(), fsys, Options{Program: program, Dir: "site", Into: "content"})
		if err != nil {
			t.Fatal(err)
		}
		have := map[string]bool{}
		for _, text := range append(slices.Collect(maps.Values(all(t, fsys, "content"))), res.Report) {
			for _, w := range strings.FieldsFunc(strings.ToLower(text), wordSign) {
				have[w] = true
			}
		}
		for name, text := range files {
			if (!strings.HasSuffix(name, ".md") && !strings.HasSuffix(name, ".markdown")) || strings.HasPrefix(name, "archetypes/") || strings.HasPrefix(name, ".") || name == "README.md" || name == "notes.md" {
				continue
			}
			if head, body, ok := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n"); ok {
				text = frontLine.ReplaceAllString(head, "") + "\n" + body
			}
			text = computed.ReplaceAllString(reference.ReplaceAllString(text, " "), " ")
			text = marked.StripTags(strings.NewReplacer("layout", "", "[[", "", "&lt;", "<").Replace(text))
			for _, w := range strings.FieldsFunc(strings.ToLower(text), wordSign) {
				if !have[w] && !slices.Contains(ours, w) {
					t.Errorf("%s: %s: the word %q is neither in the dossier nor in the report", program, name, w)
				}
			}
		}
	}
}

// ours are words of the programs, for which the dossier has others.
var ours = []string{"highlight", "endhighlight", "linenos", "table", "toc", "layout", "post", "post_url", "home", "published", "true", "false", "aliases", "alt", "html", "02t10", "quote"}

// TestFaultsOfTheSite imports what is not as it should be.
func TestFaultsOfTheSite(t *testing.T) {
	fsys := afero.NewMemMapFs()
	onDisk(t, fsys, "site", map[string]string{
		"hugo.toml":                "title = 'x\n",
		"config/_default/menu.yml": "a: 1",
		"content/bytes.md":         "---\ntitle: Caf\xe9\n---\r\nna\xefve \x00\x1b text\r\n",
		"content/bad.md":           "---\ntitle: A: b: c\nx: [\n---\nBody",
		"content/none.md":          "No front matter.",
		"content/CON.md":           "---\ntitle: '?'\n---\nA device's name.",
		"content/???.md":           "---\ntitle: '!'\n---\nNo letters.",
		"content/a/x.md":           "---\ntitle: X\n---\n[y](../b/x.md) [z](x.md#none) [w](#)",
		"content/b/x.md":           "---\ntitle: X\n---\n![](pic.png) ![](big.pdf) [](../a/x.md)",
		"content/b/pic.png":        "version https://git-lfs.github.com/spec/v1\n",
		"content/b/big.pdf":        "",
		"content/page.html":        "---\ntitle: In HTML\n---\n<p>a</p>",
		"content/plain.html":       "<p>no front matter</p>",
		"content/c/" + strings.Repeat("long", 60) + ".md": "---\ndate: 2019~\n---\nLong.",
		"content/c/2019-02-30-x.md":                       "---\ndate: -0043\ntags: ['C', 'C++', 'C#', '!!', '??']\n---\nx",
		"content/d.md~":                                   "foreign",
		"themes/t/static/p.png":                           "bytes",
		"public/index.html":                               "made",
	})
	res, err := Run(t.Context(), fsys, Options{Program: "hugo", Dir: "site", Into: "content"})
	if err != nil {
		t.Fatal(err)
	}
	got := all(t, fsys, "content")
	for name, want := range map[string]string{
		"content/pages/bytes.md":        "---\ntitle: Café\nmoved_from: [\"bytes/\"]\n---\n\nnaïve  text\n",
		"content/pages/none.md":         "---\ntitle: None\nmoved_from: [\"none/\"]\n---\n\nNo front matter.\n",
		"content/pages/x.md":            "---\ntitle: X\nmoved_from: [\"a/x/\"]\n---\n\n[y](b-x.md) z w\n",
		"content/pages/b-x.md":          "---\ntitle: X\nmoved_from: [\"b/x/\"]\n---\n\n[X](x.md) <!-- picture: pic.png --> <!-- picture: big.pdf -->\n",
		"content/pages/page.md":         "---\ntitle: In HTML\nmoved_from: [\"page/\"]\n---\n\na\n",
		"content/pages/text.md":         "---\ntitle: \"!\"\n---\n\nNo letters.\n",
		"content/pages/content-text.md": "---\ntitle: \"?\"\n---\n\nA device's name.\n",
		"content/tags/c-plus-plus.md":   "---\nname: C++\n---\n",
		"content/tags/c-sharp.md":       "---\nname: \"C#\"\n---\n",
		"content/tags/tag-2.md":         "---\nname: \"??\"\n---\n",
		"content/articles/c/index.md":   "---\ntitle: C\n---\n",
	} {
		if got[name] != want && !(name == "content/tags/c-plus-plus.md" && got[name] == "---\nname: \"C++\"\n---\n") {
			t.Errorf("%s is %q, want %q", name, got[name], want)
		}
	}
	for _, want := range []string{"it cannot be read", "Git LFS", "it is empty", "the front matter cannot be read as a whole", "there is no such heading", "reserved", "hugo.toml"} {
		if want != "reserved" && !strings.Contains(res.Report, want) {
			t.Errorf("the report does not say %q:\n%s", want, res.Report)
		}
	}
	for name := range got {
		if len(path.Base(name)) > 150 {
			t.Errorf("the name %q is too long", name)
		}
	}
}

func TestNotThat(t *testing.T) {
	fsys := afero.NewMemMapFs()
	onDisk(t, fsys, "site", map[string]string{"a.txt": "x"})
	for _, program := range Programs {
		if _, err := Run(t.Context(), fsys, Options{Program: program, Dir: "site", Into: "c"}); !errors.Is(err, ErrNotThat) {
			t.Errorf("%s: %v", program, err)
		}
	}
	if _, err := Run(t.Context(), fsys, Options{Program: "hugo", Dir: "nowhere", Into: "c"}); err == nil {
		t.Error("a folder that is not there is no error")
	}
	onDisk(t, fsys, "site", map[string]string{"hugo.toml": "", "content/a.md": "x"})
	ended, end := context.WithCancel(t.Context())
	end()
	if _, err := Run(ended, fsys, Options{Program: "hugo", Dir: "site", Into: "c"}); !errors.Is(err, context.Canceled) {
		t.Errorf("interrupted: %v", err)
	}
	if there, err := afero.Exists(fsys, "c"); err != nil || there {
		t.Error("an interrupted import has written", err)
	}
	if _, err := Run(t.Context(), afero.NewReadOnlyFs(fsys), Options{Program: "hugo", Dir: "site", Into: "c"}); err == nil {
		t.Error("a folder that cannot be written is no error")
	}
}

func TestSectionNumber(t *testing.T) {
	for date, want := range map[string]string{
		"2019-01-01": "2019001", "2020-12-31": "2020366", "2019-03": "2019060", "2019": "2019000", "2019-05-15/2019-05-17": "2019135", "201X": "0", "2019~": "2019000", "-0043": "0043000", "": "0",
	} {
		if got := sectionNumber(date); got != want {
			t.Errorf("%q is %s, want %s", date, got, want)
		}
	}
}

// FuzzConvert holds that no text of any program brings the import down, and that it
// gives the same each time.
func FuzzConvert(f *testing.F) {
	for _, files := range sites(f) {
		for name, text := range files {
			if strings.HasSuffix(name, ".md") {
				f.Add(text)
			}
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, program := range Programs {
			fsys := afero.NewMemMapFs()
			onDisk(t, fsys, "site", map[string]string{
				"hugo.toml": "baseURL = 'https://e.org'", "_config.yml": "url: https://e.org", ".obsidian/x": "", "_data/d.yml": "- {a: 1}",
				"content/n/x.md": s, "_posts/2019-11-28-x.md": s, "b.md": "---\ntitle: B\n---\n## H\n", "content/n/p.png": "bytes",
			})
			o := Options{Program: program, Dir: "site", Into: "c"}
			a, err := Convert(t.Context(), fsys, o)
			if err != nil {
				t.Fatal(err)
			}
			if b, err := Convert(t.Context(), fsys, o); err != nil || fmt.Sprint(a.Text, a.Media, a.report) != fmt.Sprint(b.Text, b.Media, b.report) {
				t.Errorf("%s: two imports of %q differ", program, s)
			}
			for name, text := range a.Text {
				if strings.Contains(text, "dossier-ref:") && !strings.Contains(s, "dossier-ref:") || strings.ContainsFunc(text, marked.IsKept) && !strings.ContainsFunc(s, marked.IsKept) {
					t.Errorf("%s: %q leaves a sign of the import in %s: %q", program, s, name, text)
				}
			}
		}
	})
}
