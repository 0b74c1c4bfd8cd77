package main

import (
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestSecurityShowsTheLimits holds the table of SECURITY.md against all
// constants of the package limits.
func TestSecurityShowsTheLimits(t *testing.T) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, filepath.Join("limits", "limits.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	pkg, err := new(types.Config).Check("limits", fset, []*ast.File{file}, nil)
	if err != nil {
		t.Fatal(err)
	}
	shown := tableRows(chapter(t, paper(t, "SECURITY.md"), "Limits"))
	for _, name := range pkg.Scope().Names() {
		c, ok := pkg.Scope().Lookup(name).(*types.Const)
		if !ok || c.Val().Kind() != constant.Int {
			t.Errorf("%s is no number", name)
			continue
		}
		value, what, _ := strings.Cut(shown[name], "|")
		if strings.TrimSpace(value) != c.Val().ExactString() || strings.TrimSpace(what) == "" {
			t.Errorf("SECURITY.md says %q of %s, which is %s", shown[name], name, c.Val())
		}
		delete(shown, name)
	}
	for name := range shown {
		t.Errorf("SECURITY.md shows the limit %s, which limits.go does not have", name)
	}
}

var testName = regexp.MustCompile("`((?:Test|Fuzz)[A-Z][A-Za-z0-9]*|[a-z_]+\\.txtar)`")

// TestSecurityNamesTests finds the tests that SECURITY.md names: every promise has some.
func TestSecurityNamesTests(t *testing.T) {
	found := map[string]bool{}
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == "node_modules":
			return fs.SkipDir
		case path.Ext(name) == ".txtar":
			found[d.Name()] = true
		case strings.HasSuffix(name, "_test.go"):
			src, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			for _, m := range regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`).FindAllSubmatch(src, -1) {
				found[string(m[1])] = true
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range testName.FindAllStringSubmatch(paper(t, "SECURITY.md"), -1) {
		if !found[m[1]] {
			t.Errorf("SECURITY.md names %s, which does not exist", m[1])
		}
	}
	promises := strings.Split(chapter(t, paper(t, "SECURITY.md"), "Promises"), "\n**")[1:]
	for _, p := range promises {
		if _, tests, ok := strings.Cut(p, "*Tests:*"); !ok || !testName.MatchString(tests) {
			t.Errorf("no test is named for the promise %.60q", p)
		}
	}
}
