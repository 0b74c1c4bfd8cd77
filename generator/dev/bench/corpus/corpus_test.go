package corpus

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/diag"
	"dossier/generator/pipeline"
)

func digest(seed uint64, sections int) (sum string, files int) {
	h := sha256.New()
	for path, text := range Files(seed, sections) {
		h.Write([]byte(path + "\x00" + text + "\x00"))
		files++
	}
	return hex.EncodeToString(h.Sum(nil)[:8]), files
}

func TestSameSeedSameBytes(t *testing.T) {
	const want = "26561dc3d3ae7345" // changes with the corpus, and then figures taken before no longer compare
	first, files := digest(1, 100)
	if second, _ := digest(1, 100); first != second || first != want {
		t.Errorf("seed 1 gives %s and %s, want %s", first, second, want)
	}
	if other, _ := digest(2, 100); other == first {
		t.Error("the seed changes nothing")
	}
	if want := 1 + len(countries) + 20 + 10 + 9 + 100; files != want {
		t.Errorf("%d files, want %d", files, want)
	}
}

func TestSectionsAreAsDescribed(t *testing.T) {
	seen, marks := map[string]bool{}, map[string]bool{}
	for file, text := range Files(3, 600) {
		if seen[file] {
			t.Fatalf("%s is made twice", file)
		}
		seen[file] = true
		if !strings.HasPrefix(file, "articles/") || path.Base(file) == "index.md" {
			continue
		}
		_, body, _ := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
		if n := len(strings.Fields(body)); n < 150 || n > 300 {
			t.Errorf("%s has %d words", file, n)
		}
		for mark, name := range map[string]string{"\n## ": "heading", "\n- ": "list", "\n1. ": "numbers", "](http": "link", ".md)": "link inside",
			"**": "strong", " *": "emphasis", "\n| ": "table", "\n> ": "quote", "[!NOTE]": "alert", "[^1]:": "footnote", " `": "code"} {
			if strings.Contains(body, mark) {
				marks[name] = true
			}
		}
		for key, most := range map[string]int{"countries": 4, "events": 3, "actors": 3} {
			_, rest, found := strings.Cut(text, "\n"+key+": [")
			ids, _, _ := strings.Cut(rest, "]")
			if n := strings.Count(ids, ",") + 1; found && n > most || !found && key != "events" || key == "countries" && n < 2 {
				t.Errorf("%s has %d %s", file, n, key)
			}
		}
	}
	if len(marks) != 12 {
		t.Errorf("of Markdown there is only %v", marks)
	}
}

func TestBuildsWithoutFaults(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds large sites")
	}
	for _, sections := range []int{1, 40, 300} {
		fs := afero.NewMemMapFs()
		for path, text := range Files(7, sections) {
			if err := afero.WriteFile(fs, filepath.Join("content", filepath.FromSlash(path)), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		res, faults, err := pipeline.Run(context.Background(), pipeline.Config{Source: fs, Target: fs, Content: "content", Layouts: "layouts", Out: "public", Jobs: 2})
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range faults {
			if d.Code == diag.Unused { // few sections cannot name everybody
				continue
			}
			t.Error(d)
		}
		if !res.OK || res.Pages < sections {
			t.Errorf("%d sections: %+v", sections, res.Pages)
		}
	}
}
