package main

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// languageTables are the files that say what Go knows of languages, in tables at
// the top level. No other file names one: a further language is an entry here or
// there, where something is known of it, and a file of messages.
var languageTables = []string{
	"generator/check/anniversary/languages.go",
	"generator/cldr/languages.go",
	"generator/content/iso3166/languages.go",
	"generator/edtf/languages.go",
	"generator/names/languages.go",
	"generator/search/words/languages.go",
	"generator/typography/languages.go",
	"generator/voice/languages.go",
}

// notLanguages are literals that are spelled like the tag of a language and mean
// something else, by file; one is the language of a dossier that names none.
var notLanguages = map[string][]string{
	"generator/check/anniversary.go":        {"th"},
	"generator/cli/new.go":                  {"no"},
	"generator/content/settings.go":         {"en"},
	"generator/content/sources.go":          {"id"},
	"generator/frontmatter/plain_scalar.go": {"no"},
	"generator/importer/front.go":           {"no"},
	"generator/importer/hugo/hugo.go":       {"en"}, // of a site that names none
	"generator/importer/hugo/shortcode.go":  {"id"},
	"generator/importer/jekyll/convert.go":  {"id"},
	"generator/importer/marked/html.go":     {"th", "tr"},
	"generator/importer/marked/render.go":   {"hr", "id", "th", "tr"},
	"generator/importer/matter/matter.go":   {"id"},
	"generator/importer/place.go":           {"en"},
	"generator/layout/program/functions.go": {"lt"},
	"generator/layout/words.go":             {"en", "no"},
	"generator/lookup/keys.go":              {"id"},
	"generator/markdown/render.go":          {"th"},
	"generator/markdown/tags.go":            {"hr", "is"},
	"generator/prose/quote.go":              {"hr", "th", "tr"},
}

// declensions are a file a language, of endings that look like tags.
const declensions = "generator/names/declension/"

// spelledLikeTag finds tags of languages, and beginnings of them.
var spelledLikeTag = regexp.MustCompile(`^([a-z]{2,3})(?:[-_](?:[A-Z][a-z]{3}|[A-Z]{2})?)*$`)

// TestLanguagesStandInTables finds languages that code asks for by name.
func TestLanguagesStandInTables(t *testing.T) {
	files, fset := readGoFiles(t)
	known := map[string]bool{}
	for _, f := range files {
		if slices.Contains(languageTables, f.name) {
			for _, tag := range tagsOf(f.file) {
				if parsed, err := language.Parse(tag); err != nil || parsed.String() != tag {
					t.Errorf("%s: %q is no tag of a language: %v", f.name, tag, err)
				}
				base, _, _ := strings.Cut(tag, "-")
				known[base] = true
			}
		}
	}
	if len(known) < 50 {
		t.Fatalf("the tables know %d languages", len(known))
	}
	met := map[string][]string{}
	for _, f := range files {
		if slices.Contains(languageTables, f.name) || strings.HasPrefix(f.name, "generator/dev/") || strings.HasPrefix(f.name, declensions) {
			continue
		}
		ast.Inspect(f.file, func(n ast.Node) bool {
			if _, ok := n.(*ast.ImportSpec); ok {
				return false
			}
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return true
			}
			s, _ := strconv.Unquote(lit.Value)
			switch m := spelledLikeTag.FindStringSubmatch(s); {
			case m == nil || !known[m[1]]:
			case slices.Contains(notLanguages[f.name], s):
				met[f.name] = append(met[f.name], s)
			default:
				t.Errorf("%s: %q names a language outside of the tables; make it an entry of one", fset.Position(lit.Pos()), s)
			}
			return true
		})
	}
	for name, words := range notLanguages {
		for _, s := range words {
			if !slices.Contains(met[name], s) {
				t.Errorf("%s has no %q: take it out of this test", name, s)
			}
		}
	}
}

// tagsOf are the languages in the tables of a file: the keys of a map, what the
// elements of a slice have as their tag, or first.
func tagsOf(f *ast.File) []string {
	var out []string
	add := func(e ast.Expr) {
		if lit, ok := e.(*ast.BasicLit); ok {
			s, _ := strconv.Unquote(lit.Value)
			out = append(out, s)
		}
	}
	for _, table := range tablesOf(f) {
		_, isMap := table.Type.(*ast.MapType)
		for _, entry := range table.Elts {
			if pair, ok := entry.(*ast.KeyValueExpr); ok && isMap {
				add(pair.Key)
			}
			if of, ok := entry.(*ast.CompositeLit); ok && len(of.Elts) > 0 {
				if pair, ok := of.Elts[0].(*ast.KeyValueExpr); ok {
					add(pair.Value)
				}
				add(of.Elts[0])
			}
		}
	}
	return out
}

// tablesOf are the maps and slices that a file has at the top level.
func tablesOf(f *ast.File) []*ast.CompositeLit {
	var out []*ast.CompositeLit
	for _, d := range f.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.VAR {
			continue
		}
		for _, spec := range g.Specs {
			for _, v := range spec.(*ast.ValueSpec).Values {
				table, ok := v.(*ast.CompositeLit)
				if !ok {
					continue
				}
				switch table.Type.(type) {
				case *ast.MapType, *ast.ArrayType:
					out = append(out, table)
				}
			}
		}
	}
	return out
}
