package main

import (
	"go/ast"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"dossier/generator/plan"

	yaml "go.yaml.in/yaml/v3"
)

// TestWordsAskedForInGo holds when the program asks for no interface words that
// English lacks, and English has none that nobody asks for.
func TestWordsAskedForInGo(t *testing.T) {
	english := messages(t, "en")
	asked := map[string]bool{}
	for _, name := range globs(t, "../layouts/*.html", "../layouts/partials/*.html") {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`\.(?:T|Plain|LangOf) "([^"]*)"`).FindAllSubmatch(src, -1) {
			asked[string(m[1])] = true
		}
		if bad := regexp.MustCompile(`\.(?:T|Plain|LangOf) [^"]`).Find(src); bad != nil {
			t.Errorf("%s asks for words by a key that is not written there: extend this test", name)
		}
	}
	inGo := 0
	for _, row := range plan.Kinds() {
		asked[row.Title] = true
		if row.Title != "" && english[row.Title] == "" {
			t.Errorf("English has no title %q for pages of the kind %q", row.Title, row.Kind)
		}
	}
	files, fset := readGoFiles(t)
	for _, f := range files {
		for key, at := range wordsAskedFor(f.file) {
			keys := matching(english, key)
			if len(keys) == 0 {
				t.Errorf("%s: English has no words for %q", fset.Position(at), key)
			}
			for _, k := range keys {
				asked[k] = true
				inGo++
			}
		}
	}
	for key := range english {
		if family, form, _ := cutLast(key, "."); (form == "one" || form == "other") && english[family+".other"] != "" {
			key = family + ".other"
		}
		if !asked[key] && !strings.HasPrefix(key, "date.") { // those worded.Messages has
			t.Errorf("nobody asks for the words %q", key)
		}
	}
	if inGo < 60 {
		t.Errorf("only %d keys were found in Go", inGo)
	}
}

// wordsAskedFor are the keys of the words that a Go file asks for, with where it
// does; a part that is not a literal is "*".
func wordsAskedFor(f *ast.File) map[string]token.Pos {
	imported, keys := importsOf(f), map[string]token.Pos{}
	ast.Inspect(f, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		asks, ok := call.Fun.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		at, form := 0, "" // of the key: a voice knows its language, a set of layouts is told it
		if on, _ := asks.X.(*ast.SelectorExpr); on != nil && on.Sel.Name == "set" {
			at = 1
		}
		if on, _ := asks.X.(*ast.Ident); on != nil && imported[on.Name] != "" && asks.Sel.Name != "MarkedWords" {
			return true // strings.Count
		}
		switch asks.Sel.Name {
		case "Words", "Fill", "Say", "Lookup":
		case "MarkedWords":
			at = 2
		case "Count":
			form = ".other"
		default:
			return true
		}
		if at >= len(call.Args) {
			return true
		}
		if key := pattern(call.Args[at]); key != "*" { // "*" is within a voice, which hands a key on
			keys[key+form] = call.Pos()
		}
		return true
	})
	return keys
}

// pattern is a string expression with "*" for what is not a literal.
func pattern(e ast.Expr) string {
	switch x := e.(type) {
	case *ast.BasicLit:
		if s, err := strconv.Unquote(x.Value); err == nil {
			return s
		}
	case *ast.BinaryExpr:
		return pattern(x.X) + pattern(x.Y)
	}
	return "*"
}

// matching are the keys that a pattern stands for.
func matching(words map[string]string, key string) []string {
	pattern := regexp.MustCompile("^" + strings.ReplaceAll(regexp.QuoteMeta(key), `\*`, `[a-z-]+`) + "$")
	var keys []string
	for k := range words {
		if pattern.MatchString(k) {
			keys = append(keys, k)
		}
	}
	return keys
}

// cutLast cuts s around the last separator.
func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

func globs(t *testing.T, patterns ...string) []string {
	t.Helper()
	var all []string
	for _, p := range patterns {
		names, err := filepath.Glob(p)
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %v, %v", p, names, err)
		}
		all = append(all, names...)
	}
	return all
}

// messages are the built-in interface words of a language.
func messages(t *testing.T, lang string) map[string]string {
	t.Helper()
	words := map[string]string{}
	if err := yaml.Unmarshal([]byte(paper(t, "layouts/messages/"+lang+".yaml")), &words); err != nil {
		t.Fatal(err)
	}
	return words
}
