package markdown

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"

	"dossier/generator/diag"
)

// TestReferences tells which references to a character that HTML has no place
// for are found, and where.
func TestReferences(t *testing.T) {
	for _, tt := range []struct{ src, at string }{
		{"é &#1; b &#x1B;", "1:3 1:10"},
		{"&#0; &#xD800; &#x110000;", "1:1 1:6 1:15"},
		{"&#xFFFE; &#13; &#150;", "1:1 1:10 1:16"},
		{"&#010; &#0160; &#039;s ![&#039;](p.png '&#039;')", ""},
		{"[a](https://e.org/&#039;b)\n\n[b]: https://e.org/&#0065;", "1:19 3:20"},
		{"&#9; &#10; &#160; &#x2028; &#00000001; &#x; &#; &#", ""},
		{"[a&#1;](https://e.org/&#2;b%00 'c&#3;')", "1:3 1:23 1:34"},
		{"[a][b]\n\n[b]: https://e.org/&#1;", "3:20"},
		{"## A &#1;\n\n> [!NOTE] B &#2;\n", "1:6 3:13"},
		{"<abbr title=\"a&#1;\">b</abbr>", "1:15"},
		{"| a |\n|---|\n| &#1; |\n", "3:3"},
		{"a `&#1;` \\&#1; <https://e.org/&#1;>", ""},
		{"    &#1;\n\n```\n&#1;\n```\n\n<!-- &#1; -->\n\na <!-- &#1; --> b", ""},
		{"\\\\&#1;", "1:3"},
	} {
		_, faults := NewParser("en").Parse(new(Scratch), "x.md", []byte(tt.src), "")
		var at []string
		for _, f := range faults {
			if f.Code == diag.BadEncoding {
				at = append(at, fmt.Sprintf("%d:%d", f.Pos.Line, f.Pos.Col))
			}
		}
		if got := strings.Join(at, " "); got != tt.at {
			t.Errorf("%q: faults at %q, want %q; all: %v", tt.src, got, tt.at, faults)
		}
	}
}

// TestCharactersOfPhrases finds references in titles, and none in their code.
func TestReferencesOfPhrases(t *testing.T) {
	for typed, want := range map[string]int{"a &#1;": 1, "a &#0; &#2;": 1, "a `&#1;`": 0, "a &#8211; b": 0} {
		var faults diag.List
		NewParser("en").Phrase(typed, diag.Pos{File: "x.md", Line: 2, Col: 8}, &faults)
		if len(faults) != want || want > 0 && (faults[0].Code != diag.BadEncoding || faults[0].Pos.Col != 8) {
			t.Errorf("%q: %v, want %d", typed, faults, want)
		}
	}
}

// What begins with a zero is at fault within the address of a link alone, wherever else in the same
// line, or the same word, other references stand.
func TestReferencesWithinAddresses(t *testing.T) {
	pieces := []string{"&#065;", "](", "]", "(", " ", "\n", "]: ", "a", ")"}
	source := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		text := "--"
		for range 1 + source.IntN(12) {
			text += pieces[source.IntN(len(pieces))]
		}
		var want, got []int
		for at := 2; ; at += 2 {
			i := strings.Index(text[at:], "&#")
			if i < 0 {
				break
			}
			at += i
			word := text[2:at][strings.LastIndexAny(text[2:at], " \t\n")+1:]
			if strings.Contains(word, "](") || strings.HasSuffix(text[2:at-len(word)], "]: ") {
				want = append(want, at)
			}
		}
		references(ast.NewDocument(), []byte(text), 2, func(at int, _ string) { got = append(got, at) })
		if !slices.Equal(got, want) {
			t.Fatalf("%q: at %v, want %v", text, got, want)
		}
	}
}
