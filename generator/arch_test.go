package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	yaml "go.yaml.in/yaml/v3"

	"dossier/generator/diag"
	"dossier/generator/edtf"
	"dossier/generator/worded"
)

// mayImport is the house: each package, and the packages of the project that
// it may import. Names are short, as ARCHITECTURE.md writes them. An arrow or a
// package that is not here fails the tests; to add one is a decision, to be
// explained in ARCHITECTURE.md.
var mayImport = map[string][]string{
	"archive":               {},
	"book":                  {"epub", "layout", "model", "plan", "prose", "voice"},
	"calendar":              {"edtf"},
	"check":                 {"check/anniversary", "diag", "edtf", "glyph", "model", "plan", "prose"},
	"check/anniversary":     {},
	"cite":                  {},
	"cldr":                  {},
	"cldr/gen":              {"dev/npm"},
	"cli":                   {"cms", "diag", "docs", "importer", "licences", "linkcheck", "lsp", "outlinks", "pipeline", "progress", "serve"},
	"cms":                   {"diag", "frontmatter", "lookup", "model", "pipeline", "source"},
	"content":               {"diag", "edtf", "filename", "foreign", "frontmatter", "glyph", "iso3166", "limits", "markdown", "model", "parallel", "parsed", "picture", "prose", "rooted", "source"},
	"dataset":               {"edtf", "iso3166", "lists", "model", "plan", "voice", "xmltext"},
	"dev/bench":             {"dev/bench/corpus"},
	"dev/bench/corpus":      {},
	"dev/bench/floor":       {},
	"dev/npm":               {},
	"dev/vuln":              {},
	"diag":                  {"glyph"},
	"docs":                  {},
	"draw/bands":            {},
	"draw/card":             {},
	"draw/chart":            {"draw/textwidth", "edtf"},
	"draw/extent":           {"draw/geo"},
	"draw/geo":              {},
	"draw/naturalearth":     {"draw/geo"},
	"draw/naturalearth/gen": {"dev/npm"},
	"draw/network":          {"draw/textwidth"},
	"draw/order":            {},
	"draw/textwidth":        {},
	"draw/worldmap":         {"draw/bands", "draw/extent", "draw/geo", "draw/naturalearth", "draw/order", "draw/textwidth"},
	"edtf":                  {"cldr", "limits"},
	"emit":                  {"book", "calendar", "cite", "dataset", "edtf", "epub", "layout", "model", "parallel", "plan", "publish", "search", "search/words", "searched", "share", "view", "voice", "xmltext"},
	"drawn":                 {"draw/chart", "draw/network", "draw/worldmap", "layout", "lists", "model", "voice"},
	"epub":                  {"archive", "xmltext"},
	"evidence":              {"model", "prose"},
	"filename":              {"glyph", "limits"},
	"foreign":               {},
	"frontmatter":           {"diag", "glyph", "limits", "source"},
	"generator":             {"cli"},
	"glyph":                 {},
	"grouped":               {"edtf", "layout", "lists", "mapkey", "model", "voice"},
	"importer":              {"filename", "foreign", "glyph", "importer/hugo", "importer/jekyll", "importer/marked", "importer/obsidian", "importer/origin", "iso3166", "limits", "progress", "rooted"},
	"importer/hugo":         {"importer/marked", "importer/matter", "importer/origin"},
	"importer/jekyll":       {"importer/liquid", "importer/marked", "importer/matter", "importer/origin"},
	"importer/liquid":       {"importer/matter"},
	"importer/marked":       {"limits"},
	"importer/matter":       {},
	"importer/obsidian":     {"importer/marked", "importer/matter", "importer/origin"},
	"importer/origin":       {"edtf", "importer/marked", "importer/matter"},
	"intset":                {},
	"iso3166":               {},
	"iso3166/gen":           {"dev/npm"},
	"layout":                {"diag", "draw/card", "draw/chart", "draw/network", "draw/worldmap", "glyph", "layout/program", "typography", "worded"},
	"layout/program":        {},
	"layouts":               {},
	"licences":              {},
	"licences/gen":          {},
	"limits":                {},
	"link":                  {"diag", "filename", "intset", "limits", "model", "names", "packed", "parallel", "prose"},
	"linkcheck":             {"progress"},
	"lists":                 {"edtf", "limits", "model"},
	"lookup":                {"diag", "docs", "edtf", "iso3166", "layout", "model", "worded"},
	"lsp":                   {"diag", "lookup", "lsp/buffer", "lsp/protocol", "model", "pipeline"},
	"lsp/buffer":            {},
	"lsp/protocol":          {},
	"mapkey":                {"draw/chart", "draw/worldmap", "drawn", "iso3166", "layout", "lists", "model", "voice"},
	"markdown":              {"diag", "frontmatter", "glyph", "limits", "markdown/guard", "prose", "source", "typography"},
	"markdown/guard":        {"limits"},
	"model":                 {"diag", "edtf", "prose"},
	"names":                 {"intset", "limits", "names/declension", "packed", "prose"},
	"names/declension":      {},
	"outlinks":              {"diag", "edtf", "linkcheck", "model", "plan"},
	"packed":                {"diag"},
	"parallel":              {"progress"},
	"parsed":                {"diag", "frontmatter", "markdown", "packed", "prose"},
	"picture":               {},
	"pipeline":              {"archive", "check", "content", "diag", "emit", "filename", "foreign", "iso3166", "layout", "layouts", "limits", "link", "model", "outlinks", "parsed", "pipeline/cache", "pipeline/keys", "pipeline/overlay", "plan", "progress", "publish", "publish/lock", "rename", "rewrite", "rooted", "staged", "view", "worded"},
	"pipeline/cache":        {"diag", "packed", "parallel", "stamp"},
	"pipeline/keys":         {"cite", "diag", "edtf", "lists", "model", "plan", "prose"},
	"pipeline/overlay":      {},
	"plan":                  {"diag", "edtf", "limits", "lists", "model", "parallel"},
	"prose":                 {"diag"},
	"progress":              {},
	"publish":               {"parallel", "publish/outdir", "publish/record", "rooted", "stamp"},
	"publish/lock":          {"publish/outdir"},
	"stamp":                 {},
	"publish/outdir":        {},
	"publish/record":        {},
	"rename":                {"diag", "filename", "iso3166", "link", "markdown", "model", "prose", "rewrite"},
	"rewrite":               {"diag", "frontmatter", "source"},
	"rooted":                {},
	"search":                {"packed", "parallel", "search/words"},
	"search/words":          {},
	"searched":              {"edtf", "grouped", "layout", "lists", "model", "plan", "prose", "search", "voice"},
	"schema":                {},
	"serve":                 {"diag", "foreign"},
	"share":                 {"draw/card", "edtf", "layout", "lists", "model", "plan", "schema", "voice"},
	"source":                {"diag", "glyph", "limits"},
	"staged":                {},
	"typography":            {},
	"view":                  {"dataset", "draw/chart", "draw/network", "draw/worldmap", "drawn", "edtf", "evidence", "grouped", "layout", "limits", "lists", "mapkey", "model", "picture", "plan", "prose", "search/words", "share", "voice"},
	"voice":                 {"cite", "edtf", "glyph", "layout", "limits", "lists", "model", "names", "prose", "search/words", "worded"},
	"worded":                {"cldr", "edtf"},
	"xmltext":               {},
}

// libraryRooms says which packages may know a library. Any package may know a
// library that is not here.
var libraryRooms = map[string][]string{
	"github.com/alecthomas/kong":          {"cli"},
	"github.com/blevesearch/snowballstem": {"names", "search/words"},
	"github.com/fsnotify/fsnotify":        {"serve"},
	"github.com/klauspost/compress":       {"archive"},
	"github.com/spf13/afero":              {"generator", "cli", "cms", "lsp", "pipeline", "pipeline/cache", "pipeline/overlay", "content", "importer", "publish", "publish/lock", "publish/outdir", "rooted", "serve", "staged"},
	"github.com/yuin/goldmark":            {"markdown", "frontmatter", "dev/bench/floor"}, // goldmark-meta takes its types
	"github.com/yuin/goldmark-meta":       {"frontmatter"},
	"github.com/pelletier/go-toml/v2":     {"importer/matter"},
	"github.com/tdewolff/minify/v2":       {"layout"},
	"gopkg.in/yaml.v2":                    {"frontmatter"},
	"html/template":                       {"view", "voice", "layout", "layout/program", "serve", "dev/bench/floor"},
	"golang.org/x/image/font":             {"draw/card"},
	"net/http":                            {"dev/bench", "linkcheck", "serve"},
}

// mayReadClock are the packages that may read the clock or draw random numbers:
// the others give the same bytes for the same input.
var mayReadClock = []string{"cli", "progress", "serve", "dev/bench"}

// What is longer than this does more than one thing.
const (
	maxFileLines    = 400
	maxPackageLines = 3000
	maxMethods      = 25 // of a type, without those of what it embeds
)

// goFile is a Go file that is not a test.
type goFile struct {
	pkg   string // short name
	name  string // from the project's root
	lines int
	file  *ast.File
}

// shortName is how this file and ARCHITECTURE.md call the package in a folder.
func shortName(dir string) string {
	return strings.TrimPrefix(strings.TrimPrefix(dir, "generator/"), "content/")
}

// readGoFiles parses every Go file of the project that is not a test.
func readGoFiles(t *testing.T) ([]goFile, *token.FileSet) {
	t.Helper()
	fset := token.NewFileSet()
	var out []goFile
	root := os.DirFS("..")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if base := d.Name(); name != "." && (strings.HasPrefix(base, ".") || base == "node_modules" || base == "testdata") {
				return fs.SkipDir
			}
			return nil
		}
		if path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		src, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(fset, name, src, 0)
		if err != nil {
			return err
		}
		out = append(out, goFile{shortName(path.Dir(name)), name, strings.Count(string(src), "\n"), file})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < len(mayImport) {
		t.Fatalf("found %d Go files; the house has %d packages", len(out), len(mayImport))
	}
	return out, fset
}

// importsOf gives each import of a file by the name it has there.
func importsOf(f *ast.File) map[string]string {
	out := map[string]string{}
	for _, spec := range f.Imports {
		p, _ := strconv.Unquote(spec.Path.Value)
		name := path.Base(p)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		if name == "_" || name == "." { // several may have it
			name += p
		}
		out[name] = p
	}
	return out
}

func TestImportsFollowTheTable(t *testing.T) {
	files, _ := readGoFiles(t)
	met, used := map[string]bool{}, map[string]bool{}
	for _, s := range files {
		met[s.pkg] = true
		allowed, known := mayImport[s.pkg]
		if !known {
			t.Errorf("%s: package %s is not in the table of arch_test.go", s.name, s.pkg)
			continue
		}
		for _, p := range importsOf(s.file) {
			if in, ok := strings.CutPrefix(p, "dossier/"); ok {
				to := shortName(in)
				used[s.pkg+" "+to] = true
				if !slices.Contains(allowed, to) {
					t.Errorf("%s: %s may not import %s", s.name, s.pkg, to)
				}
			}
			for lib, in := range libraryRooms {
				if (p == lib || strings.HasPrefix(p, lib+"/")) && !slices.Contains(in, s.pkg) {
					t.Errorf("%s: %s is for %s only, not for %s", s.name, lib, strings.Join(in, ", "), s.pkg)
				}
			}
		}
	}
	for pkg, allowed := range mayImport {
		if !met[pkg] {
			t.Errorf("the table names %s, which does not exist", pkg)
		}
		for _, to := range allowed {
			if !used[pkg+" "+to] {
				t.Errorf("the table lets %s import %s, which it does not", pkg, to)
			}
		}
	}
}

// useOf reports a use of one of a package's names.
func useOf(f *ast.File, pkgPath string, names ...string) (at token.Pos, name string) {
	for local, p := range importsOf(f) {
		if p != pkgPath {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if id, ok := sel.X.(*ast.Ident); ok && id.Name == local && id.Obj == nil && slices.Contains(names, sel.Sel.Name) {
				at, name = sel.Pos(), local+"."+sel.Sel.Name
			}
			return true
		})
	}
	return at, name
}

func TestCodeKeepsTheLaws(t *testing.T) {
	files, fset := readGoFiles(t)
	for _, s := range files {
		if s.lines > maxFileLines {
			t.Errorf("%s has %d lines; at most %d: divide it", s.name, s.lines, maxFileLines)
		}
		for _, d := range s.file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
				t.Errorf("%s: no func init", fset.Position(f.Pos()))
			}
		}
		if s.file.Name.Name != "main" {
			for p, names := range map[string][]string{
				"fmt": {"Print", "Printf", "Println"}, "os": {"Stdout", "Stderr", "Stdin", "Exit"},
			} {
				if at, name := useOf(s.file, p, names...); name != "" {
					t.Errorf("%s: %s is for package main; take an io.Writer", fset.Position(at), name)
				}
			}
		}
		if !slices.Contains(mayReadClock, s.pkg) {
			if at, name := useOf(s.file, "time", "Now", "Since", "Until"); name != "" {
				t.Errorf("%s: %s reads the clock; the output must not depend on it", fset.Position(at), name)
			}
			for _, p := range importsOf(s.file) {
				if p == "math/rand" || p == "math/rand/v2" || p == "crypto/rand" {
					t.Errorf("%s: %s draws random numbers; the output must not depend on them", s.name, p)
				}
			}
		}
	}
}

// TestRoomsStaySmall bounds packages and types.
func TestRoomsStaySmall(t *testing.T) {
	files, _ := readGoFiles(t)
	lines, methods := map[string]int{}, map[string]int{}
	for _, s := range files {
		lines[s.pkg] += s.lines
		for _, d := range s.file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil {
				of := f.Recv.List[0].Type
				switch x := of.(type) { // of a generic type
				case *ast.IndexExpr:
					of = x.X
				case *ast.IndexListExpr:
					of = x.X
				}
				methods[s.pkg+"."+baseIdent(of).Name]++
			}
		}
	}
	for pkg, n := range lines {
		if n > maxPackageLines {
			t.Errorf("package %s has %d lines; at most %d: divide it by what it does", pkg, n, maxPackageLines)
		}
	}
	for name, n := range methods {
		if n > maxMethods {
			t.Errorf("the type %s has %d methods; at most %d: divide it by what it knows", name, n, maxMethods)
		}
	}
}

// TestNoGlobalIsAssigned finds package-level variables that a function sets,
// or whose fields or elements it sets.
func TestNoGlobalIsAssigned(t *testing.T) {
	files, fset := readGoFiles(t)
	globals := map[string]map[string]bool{} // by package
	specs := map[any]bool{}                 // their declarations
	for _, s := range files {
		if globals[s.pkg] == nil {
			globals[s.pkg] = map[string]bool{}
		}
		for _, d := range s.file.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.VAR {
				continue
			}
			for _, spec := range g.Specs {
				specs[spec] = true
				for _, id := range spec.(*ast.ValueSpec).Names {
					globals[s.pkg][id.Name] = true
				}
			}
		}
	}
	for _, s := range files {
		set := func(x ast.Expr) {
			id := baseIdent(x)
			if id == nil || !globals[s.pkg][id.Name] {
				return
			}
			if id.Obj == nil || specs[id.Obj.Decl] { // declared in another file, or here; not a local of that name
				t.Errorf("%s: the global %s is changed; pass a value instead", fset.Position(id.Pos()), id.Name)
			}
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				if n.Tok != token.DEFINE {
					for _, x := range n.Lhs {
						set(x)
					}
				}
			case *ast.IncDecStmt:
				set(n.X)
			}
			return true
		})
	}
}

// baseIdent is the variable that an assignable expression begins with.
func baseIdent(x ast.Expr) *ast.Ident {
	switch x := x.(type) {
	case *ast.Ident:
		return x
	case *ast.SelectorExpr:
		return baseIdent(x.X)
	case *ast.IndexExpr:
		return baseIdent(x.X)
	case *ast.StarExpr:
		return baseIdent(x.X)
	case *ast.ParenExpr:
		return baseIdent(x.X)
	}
	return nil
}

// paper reads one of the project's papers.
func paper(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// chapter is what stands under a heading of the second level.
func chapter(t *testing.T, text, heading string) string {
	t.Helper()
	_, rest, ok := strings.Cut(text, "\n## "+heading+"\n")
	if !ok {
		t.Fatalf("there is no heading %q", heading)
	}
	rest, _, _ = strings.Cut(rest, "\n## ")
	return rest
}

var inCode = regexp.MustCompile("`([^`]+)`")

// tableRows gives the tables of a text by the code in their first column.
func tableRows(text string) map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(text) {
		cells := strings.Split(line, "|")
		if len(cells) < 4 {
			continue
		}
		if m := inCode.FindStringSubmatch(cells[1]); m != nil {
			out[m[1]] = strings.Join(cells[2:len(cells)-1], "|")
		}
	}
	return out
}

func TestArchitectureShowsTheTable(t *testing.T) {
	table := tableRows(chapter(t, paper(t, "ARCHITECTURE.md"), "The rooms"))
	for pkg, want := range mayImport {
		row, ok := table[pkg]
		if !ok {
			t.Errorf("ARCHITECTURE.md does not name %s", pkg)
			continue
		}
		var got []string
		_, may, _ := strings.Cut(row, "|")
		for _, m := range inCode.FindAllStringSubmatch(may, -1) {
			got = append(got, m[1])
		}
		if strings.Contains(may, "all but") {
			continue // in words
		}
		if !slices.Equal(slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(want))) {
			t.Errorf("ARCHITECTURE.md lets %s import %v, the table %v", pkg, got, want)
		}
	}
	for pkg := range table {
		if _, ok := mayImport[pkg]; !ok {
			t.Errorf("ARCHITECTURE.md names the package %s, which the table does not have", pkg)
		}
	}
}

// diagCodes are the constants of type Code in diag.go.
func diagCodes(t *testing.T) []string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), filepath.Join("diag", "diag.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if id, ok := spec.Type.(*ast.Ident); !ok || id.Name != "Code" {
			return true
		}
		for _, v := range spec.Values {
			if lit, ok := v.(*ast.BasicLit); ok {
				code, _ := strconv.Unquote(lit.Value)
				found[code] = true
			}
		}
		return true
	})
	if len(found) == 0 {
		t.Fatal("found no codes in diag.go")
	}
	return slices.Sorted(maps.Keys(found))
}

func TestEveryDiagnosticIsExplained(t *testing.T) {
	explained := tableRows(chapter(t, paper(t, "docs/writing.md"), "What the messages mean"))
	all := diagCodes(t)
	var listed []string
	for _, code := range diag.Codes() {
		listed = append(listed, string(code))
	}
	if slices.Sort(listed); !slices.Equal(listed, all) {
		t.Errorf("diag.Codes gives %q; there are %q", listed, all)
	}
	for _, code := range all {
		if strings.TrimSpace(explained[code]) == "" {
			t.Errorf("docs/writing.md does not explain the diagnostic %q", code)
		}
	}
	for code := range explained {
		if !slices.Contains(all, code) {
			t.Errorf("docs/writing.md explains the diagnostic %q, which does not exist", code)
		}
	}
}

// The handbook says that all from unknown-key on are warnings.
func TestErrorsAreExplainedFirst(t *testing.T) {
	text := chapter(t, paper(t, "docs/writing.md"), "What the messages mean")
	first := strings.Index(text, "| `unknown-key` |")
	for _, code := range diag.Codes() {
		at := strings.Index(text, "| `"+string(code)+"` |")
		if at >= 0 && (at < first) != (code.Severity() == diag.Error) {
			t.Errorf("the row of %q stands among the wrong ones", code)
		}
	}
}

func TestDatesAreWordedAsExplained(t *testing.T) {
	dates := tableRows(chapter(t, paper(t, "docs/writing.md"), "Dates"))
	if len(dates) < 10 {
		t.Fatalf("docs/writing.md has %d examples of dates", len(dates))
	}
	english := worded.New("en", messagesAboutDates(t, "en"))
	for text, row := range dates {
		d, err := edtf.Parse(text)
		if err != nil {
			t.Errorf("docs/writing.md shows the date %q: %v", text, err)
			continue
		}
		want, _, _ := strings.Cut(row, "|")
		if got := strings.ReplaceAll(english.Format(d), "\u00a0", " "); got != strings.TrimSpace(want) {
			t.Errorf("docs/writing.md words %s as %q, the program as %q", text, strings.TrimSpace(want), got)
		}
	}
}

// messagesAboutDates are those of a built-in file of interface words.
func messagesAboutDates(t *testing.T, lang string) func(key string) string {
	words := map[string]string{}
	if err := yaml.Unmarshal([]byte(paper(t, "layouts/messages/"+lang+".yaml")), &words); err != nil {
		t.Fatal(err)
	}
	return func(key string) string { return words["date."+key] }
}
