package search

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"strings"
	"testing"
)

// site is the files of an index, each with the data that it hands to the page.
type site map[string]json.RawMessage

func filesOf(t *testing.T, x *made) site {
	t.Helper()
	return load(t, x.Files(nil)).files
}

func (s site) read(t *testing.T, name string, to any) {
	t.Helper()
	data, ok := s[name]
	if !ok {
		t.Fatalf("there is no %s.js", name)
	}
	if err := json.Unmarshal(data, to); err != nil {
		t.Fatalf("%s.js: %v", name, err)
	}
}

// row finds the row of a path as the package comment says, and how many files of
// rows that takes.
func (s site) row(t *testing.T, path string) (row []any, files int) {
	t.Helper()
	var scale struct{ Bits, Rows int }
	s.read(t, "rows", &scale)
	h := fnv.New32a()
	h.Write([]byte(path))
	loaded := map[string][][]any{}
	for n := int(h.Sum32() >> (32 - scale.Bits)); ; n = (n + 1) % (1 << scale.Bits) {
		name := fmt.Sprintf("d-%d", n>>scale.Rows)
		if loaded[name] == nil {
			rows := [][]any{}
			s.read(t, name, &rows)
			loaded[name] = rows
		}
		var at []any
		for _, r := range loaded[name] {
			if int(r[0].(float64)) == n {
				at = r
			}
		}
		if at == nil || at[1] == path {
			return at, len(loaded)
		}
	}
}

// A page finds the row of each path, of any set of paths, mostly in one file; and
// of a path that no document has, that there is none.
func TestRowsAreFoundByPath(t *testing.T) {
	if testing.Short() {
		t.Skip("it looks for thousands of pages")
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 12 {
		for _, n := range []int{0, 1, 7, 8, 9, 60, 64, 500, many + 1, 2048} {
			x := &made{Index: Index{Language: "en", Kinds: []Kind{{"pages", "Pages"}}}}
			for i := range n {
				x.pages = append(x.pages, page{Document: Document{Path: fmt.Sprintf("é/%d-%x.html", i, r.Uint32())}, Said: Said{Title: "x"}})
			}
			files, loaded := filesOf(t, x), 0
			for _, d := range x.pages {
				row, n := files.row(t, d.Path)
				if row == nil {
					t.Fatalf("of %d documents, %q has no row", len(x.pages), d.Path)
				}
				loaded += n
			}
			if n > 100 && loaded > n+n/10 {
				t.Errorf("the rows of %d documents are found in %d files", n, loaded)
			}
			for i := range 50 {
				if row, _ := files.row(t, fmt.Sprintf("none/%d.html", i)); row != nil {
					t.Errorf("the row of no document is %v", row)
				}
			}
		}
	}
}

// Documents whose hash is the last number go on at the first.
func TestRowsGoAround(t *testing.T) {
	x := &made{Index: Index{Language: "en", Kinds: []Kind{{"pages", "Pages"}}}}
	for i := 0; len(x.pages) < 4; i++ {
		h, path := fnv.New32a(), fmt.Sprintf("%d.html", i)
		h.Write([]byte(path))
		if h.Sum32()>>28 == 15 {
			x.pages = append(x.pages, page{Document: Document{Path: path}})
		}
	}
	files := filesOf(t, x)
	for _, d := range x.pages {
		if row, _ := files.row(t, d.Path); row == nil {
			t.Errorf("%q has no row", d.Path)
		}
	}
	if n := x.numbers(x.scale()); n[0]+n[1]+n[2]+n[3] != 15+0+1+2 {
		t.Errorf("numbers %v", n)
	}
}

// A row ends with what it has; a text has the summary that its row has not.
func TestRowCells(t *testing.T) {
	x := &made{Index: Index{Language: "en", Kinds: []Kind{{"pages", "Pages"}}}, pages: []page{
		{Document{Path: "a.html"}, Said{Title: "A", Summary: "Short."}, Row{Called: "Actor", Brief: "Short.", Note: "role", NoteIn: "fr"}},
		{Document{Path: "b.html"}, Said{Title: "B", Summary: "Long one.", Blocks: func() []Block { return []Block{{1, "Text."}} }}, Row{Called: "Event", Brief: "Long…", Date: "2019"}},
	}}
	files := filesOf(t, x)
	for path, want := range map[string]string{
		"a.html": `["a.html","A","Actor","Short.","","role","","","","","fr"]`,
		"b.html": `["b.html","B","Event","Long…","2019"]`,
	} {
		row, _ := files.row(t, path)
		if got, _ := json.Marshal(row[1:]); string(got) != want {
			t.Errorf("the row of %s is %s, want %s", path, got, want)
		}
	}
	texts := ""
	for name, data := range files {
		if strings.HasPrefix(name, "x-") {
			texts += string(data)
		}
	}
	if !strings.Contains(texts, `1,"Text.",0,"Long one."]`) || strings.Contains(texts, "Short.") {
		t.Errorf("the texts are %s", texts)
	}
}
