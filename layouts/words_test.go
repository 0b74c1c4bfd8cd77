package layouts

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// asking are the methods that are asked for interface words by their key.
// Counts have a word for each plural form.
var asking = map[string]string{
	"words": "", "Words": "", "fill": "", "Fill": "", "lookup": "", "Lookup": "", "count": ".other", "Count": ".other",
}

// goFiles parses the Go files of the program, without its tests, by folder.
func goFiles(t *testing.T) (map[string][]*ast.File, *token.FileSet) {
	t.Helper()
	files, fset, root := map[string][]*ast.File{}, token.NewFileSet(), os.DirFS("..")
	err := fs.WalkDir(root, "generator", func(name string, d fs.DirEntry, err error) error {
		if d != nil && d.IsDir() && (d.Name() == "testdata" || d.Name() == "node_modules") {
			return fs.SkipDir
		}
		if err != nil || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		src, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(fset, name, src, 0)
		files[path.Dir(name)] = append(files[path.Dir(name)], file)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files, fset
}

// importing gives the folders whose packages import one of the program's, or a
// package that does, with that one itself.
func importing(files map[string][]*ast.File, folder string) []string {
	found := []string{folder}
	for i := 0; i < len(found); i++ {
		for from, list := range files {
			if !slices.Contains(found, from) && slices.ContainsFunc(list, func(f *ast.File) bool { return imports(f, "dossier/"+found[i]) }) {
				found = append(found, from)
			}
		}
	}
	return slices.Sorted(slices.Values(found))
}

func imports(f *ast.File, pkg string) bool {
	return slices.ContainsFunc(f.Imports, func(s *ast.ImportSpec) bool { return s.Path.Value == strconv.Quote(pkg) })
}

// isPackage tells whether an expression names a package that a file imports.
func isPackage(f *ast.File, x ast.Expr) bool {
	id, ok := x.(*ast.Ident)
	return ok && id.Obj == nil && slices.ContainsFunc(f.Imports, func(s *ast.ImportSpec) bool {
		p, _ := strconv.Unquote(s.Path.Value)
		return s.Name == nil && path.Base(p) == id.Name || s.Name != nil && s.Name.Name == id.Name
	})
}

// literal gives the text that an expression is, or that it begins with.
func literal(x ast.Expr) (text string, whole, ok bool) {
	switch x := x.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(x.Value)
		return text, true, x.Kind == token.STRING && err == nil
	case *ast.BinaryExpr:
		text, _, ok := literal(x.X)
		return text, false, ok && x.Op == token.ADD
	}
	return "", false, false
}

// asked gives the key that a call asks for: the first text among what it is
// called with. whole is false for the beginning of a key.
func asked(f *ast.File, call *ast.CallExpr) (key string, whole, ok bool) {
	method, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || isPackage(f, method.X) {
		return "", false, false
	}
	ending, ok := asking[method.Sel.Name]
	if !ok {
		return "", false, false
	}
	for _, arg := range call.Args {
		if key, whole, ok := literal(arg); ok {
			if whole {
				key += ending
			}
			return key, whole, true
		}
	}
	return "", false, false
}

// A key that is missing would show only when the page that needs its words is
// made: then the program ends.
func TestEveryWordAskedForInGoExists(t *testing.T) {
	messages := map[string][]string{} // keys by file
	names, err := fs.Glob(FS, "messages/*.yaml")
	if err != nil || len(names) < 3 {
		t.Fatalf("messages: %v, %v", names, err)
	}
	for _, name := range names {
		messages[name] = find(`(?m)^([a-z.-]+): "`, read(t, name))
	}
	keys := map[string]bool{}
	files, fset := goFiles(t)
	for _, folder := range importing(files, "generator/layout") {
		for _, f := range files[folder] {
			ast.Inspect(f, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				key, whole, ok := asked(f, call)
				if !ok {
					return true
				}
				keys[key] = true
				for _, name := range names {
					if !slices.ContainsFunc(messages[name], func(k string) bool { return k == key || !whole && strings.HasPrefix(k, key) }) {
						t.Errorf("%s asks for the words %q, which %s does not have", fset.Position(call.Pos()), key, name)
					}
				}
				return true
			})
		}
	}
	for _, key := range []string{"home", "kind.", "part.title", "sections.count.other", "alert."} { // one of each kind
		if !keys[key] {
			t.Errorf("found nobody who asks for %q, among %q", key, slices.Sorted(maps.Keys(keys)))
		}
	}
	if len(keys) < 40 {
		t.Errorf("found %d keys: %q", len(keys), slices.Sorted(maps.Keys(keys)))
	}
}
