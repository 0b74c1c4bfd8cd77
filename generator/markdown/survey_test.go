package markdown

import (
	"bytes"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"dossier/generator/diag"
	"dossier/generator/limits"
)

// TestLimits holds each limit at its value and passes it by one.
func TestLimits(t *testing.T) {
	lines := func(s string) func(int) string { return func(n int) string { return strings.Repeat(s, n) } }
	for _, tt := range []struct {
		name  string
		limit int
		make  func(n int) string
		want  string // of the fault: address and words
	}{
		{"lines", limits.MaxLines, lines("\n"), "x.md:50004:1|50000 lines"},
		{"line", limits.MaxLineBytes, lines("a"), "x.md:4:1|65536 bytes"},
		{"nesting on a line", limits.MaxNesting, func(n int) string { return strings.Repeat("> ", n) + "a" }, "x.md:4:41|20 levels"},
		{"nesting by indentation", limits.MaxNesting, func(n int) string {
			s := ""
			for i := range n {
				s += strings.Repeat("  ", i) + "- a\n"
			}
			return s
		}, "x.md:24:41|20 levels"},
		{"footnotes in footnotes", limits.MaxNesting, lines("[^a]: "), "x.md:4:121|20 levels"},
		{"effort", 75, func(n int) string { return strings.Repeat(strings.Repeat("*", 1999)+"\n\n", n) }, "x.md:154:1|300000000"},
		{"effort of one block", 15, func(n int) string {
			return strings.Repeat(strings.Repeat("a", 59999)+"\n", n) + strings.Repeat("*", 333) + "\n"
		}, "x.md:4:1|300000000"},
		{"marks", limits.MaxMarks / 100, lines(strings.Repeat("'a", 100) + "\n\n"), "|250000 marks"},
		{"quotation marks in a row", limits.MaxRun, lines(`"`), "x.md:4:501|500 equal"},
		{"tildes in a row", limits.MaxRun, lines("~"), "x.md:4:501|500 equal"},
		{"columns", limits.MaxColumns, func(n int) string { return strings.Repeat("|a", n) + "|\n" + strings.Repeat("|-", n) + "|\n" }, "x.md:5:1|200 columns"},
		{"cells", limits.MaxCells / 100, func(n int) string {
			return strings.Repeat("|a", 100) + "|\n" + strings.Repeat("|-", 100) + "|\n" + strings.Repeat(strings.Repeat("|b", 100)+"\n", n)
		}, "x.md:1006:1|100000 cells"},
		{"pipes in code", limits.MaxCodePipes, lines("`\\|`\n\n"), "x.md:4004:3|2000 pipes"},
		{"footnotes", limits.MaxFootnotes, lines("[^a]: b\n"), "x.md:2004:1|2000 footnotes"},
		{"references to footnotes", limits.MaxFootnoteRefs, lines("[^a] b\n\n"), "x.md:20004:1|10000 times"},
		{"headings", limits.MaxHeadings, lines("# a\n"), "x.md:2004:1|2000 headings"},
		{"headings in quotes", limits.MaxHeadings, lines("> # a\n"), "x.md:2004:3|2000 headings"},
		{"headings underlined", limits.MaxHeadings, lines("a\n===\n\n"), "x.md:6005:1|2000 headings"},
		{"brackets", limits.MaxBrackets, lines("[ \n\n"), "x.md:40004:1|20000 of [ and <"},
		{"angle brackets", limits.MaxBrackets, lines("< \n\n"), "x.md:40004:1|20000 of [ and <"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, faults := parse(t, "en", head+tt.make(tt.limit)); tooLarge(t, faults) != nil {
				t.Errorf("%d are refused: %v", tt.limit, faults)
			}
			d, faults := parse(t, "en", head+tt.make(tt.limit+1))
			e := tooLarge(t, faults)
			at, words, _ := strings.Cut(tt.want, "|")
			if e == nil || at != "" && e.Pos.String() != at || !strings.Contains(e.Message, words) {
				t.Errorf("%d give %v, want %s", tt.limit+1, e, tt.want)
			}
			if d.HTML != "" || len(d.Meta) != 1 {
				t.Errorf("got %d bytes of HTML and %d keys, want no body and the front matter", len(d.HTML), len(d.Meta))
			}
		})
	}
}

func TestFrontMatterLimits(t *testing.T) {
	list := func(n int) string { return "a: [" + strings.Repeat("b,", n) + "]" }
	for _, tt := range []struct{ name, yaml, want string }{
		{"bytes", "a: " + strings.Repeat("b", limits.MaxFrontBytes), "x.md:2:1|65540 bytes"},
		{"depth", "a: " + strings.Repeat("[", limits.MaxFrontDepth) + strings.Repeat("]", limits.MaxFrontDepth), "x.md:2:35|32 levels"},
		{"depth before decoding", "a: " + strings.Repeat("[", limits.MaxFrontBytes/2), "|32 levels"},
		{"dashes before decoding", strings.Repeat("- ", limits.MaxFrontBytes/2-10) + "a", "|32 levels"},
		{"nodes", list(limits.MaxFrontNodes), "|10000 keys"},
		{"aliases", "a: &a " + list(2000)[3:] + "\nb: [*a, *a, *a, *a, *a]", "x.md:3:17|10000 keys"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, faults := parse(t, "en", front(tt.yaml)+"text")
			at, words, _ := strings.Cut(tt.want, "|")
			if len(faults) != 1 || faults[0].Code != diag.TooLarge || at != "" && faults[0].Pos.String() != at || !strings.Contains(faults[0].Message, words) {
				t.Errorf("got %v, want %s", faults, tt.want)
			}
			if d.HTML != "" || d.Meta != nil {
				t.Error("something of the file is there")
			}
		})
	}
	for name, yaml := range map[string]string{
		"depth": "a: " + strings.Repeat("[", limits.MaxFrontDepth-2) + strings.Repeat("]", limits.MaxFrontDepth-2),
		"nodes": list(limits.MaxFrontNodes - 3), "bytes": "a: " + strings.Repeat("b", limits.MaxFrontBytes-4),
		"brackets in a text": "a: '" + strings.Repeat("[", 100) + "'",
	} {
		if d, faults := parse(t, "en", front(yaml)); len(faults) > 0 || len(d.Meta) != 1 {
			t.Errorf("%s: refused: %v", name, faults)
		}
	}
}

func TestTooManyBytes(t *testing.T) {
	src := head + strings.Repeat("word\n", limits.MaxFileBytes/5)
	if _, faults := parse(t, "en", src); len(faults) != 1 || faults[0].String() != "x.md:1:1: error: "+TooLong(len(src))+" [too-large]" {
		t.Errorf("got %v", faults)
	}
}

// TestOutputIsBounded uses a long reference until it is more than the file
// may become, in each of its parts.
func TestOutputIsBounded(t *testing.T) {
	long := strings.Repeat("b", 5000)
	for name, def := range map[string]string{
		"address": "[a]: /" + long, "title": "[a]: /b '" + long + "'", "bad address": "[a]: " + long + ":",
	} {
		for _, use := range []string{"[a]\n\n", "![a]\n\n"} {
			d, faults := parse(t, "en", head+def+"\n\n"+strings.Repeat(use, 10))
			if tooLarge(t, faults) != nil || d.HTML == "" {
				t.Errorf("%s, 10 times %q: %v", name, use, faults)
			}
			d, faults = parse(t, "en", head+def+"\n\n"+strings.Repeat(use, 500))
			if e := tooLarge(t, faults); e == nil || e.Line < 20 || !strings.Contains(e.Message, "20 times") || d.HTML != "" || len(d.Meta) != 1 {
				t.Errorf("%s, 500 times %q: %v", name, use, e)
			}
		}
	}
}

// TestGenerous parses more than any article has.
func TestGenerous(t *testing.T) {
	row := strings.Repeat("| [[a]] *b* `c` ", 60) + "|\n"
	for name, src := range map[string]string{
		"a paragraph of 40,000 bytes":               strings.Repeat("It's *so* that [Kant](k.md) said \"this\" to `him`, and then he left. ", 600),
		"2,000 links in a list":                     strings.Repeat("- See [this](a.md) and [[b]].\n", 1000),
		"a numbered list of 1,000 sources":          numbered("N. *Title* of the book, <https://example.org/N>, page 3.\n", 60_000),
		"500 footnotes":                             numbered("Word.[^N] ", 8_000) + "\n\n" + numbered("[^N]: Source N, *title*, <https://example.org/N>.\n", 29_000),
		"a table of 60 columns":                     row + strings.Repeat("|---", 60) + "|\n" + strings.Repeat(row, 100),
		"a table of 2,000 rows":                     "| a | b |\n|--|--|\n" + strings.Repeat("| [a](b.md) | *c* \"d\" `e` |\n", 2000),
		"a table of 2,000 rows in a quote":          "> | a | b |\n> |--|--|\n" + strings.Repeat("> | [a](b.md) | *c* \"d\" `e` |\n", 2000),
		"1,000 headings":                            strings.Repeat("## Heading\n\nWords.\n\n", 1000),
		"500 uses of a reference":                   strings.Repeat("See [that][a] again.\n\n", 500) + "[a]: https://example.org/a/rather/long/address.html 'Title'\n",
		"data of 60,000 bytes":                      "```json\n" + strings.Repeat("{\"name\": \"value\", \"list\": [1, 2, 3]},\n", 1500) + "```\n",
		"a book":                                    strings.Repeat(strings.Repeat("It's *one* of the \"many\" [words](a.md) of a long paragraph in a book. ", 60)+"\n\n", 200),
		"lists in quotes in lists, ten deep":        stairs("- ", 50) + "> > > - - 1. deep\n",
		"a rule of asterisks":                       strings.Repeat("* ", 60) + "\n",
		"a rule of hyphens under a paragraph":       "a\n" + strings.Repeat("-", 200) + "\n",
		"a fence of tildes around a line of tildes": strings.Repeat("~", 80) + "\na\n" + strings.Repeat("~", 80) + "\n",
	} {
		if _, faults := parse(t, "en", head+src); tooLarge(t, faults) != nil {
			t.Errorf("%s is refused: %v", name, faults)
		}
	}
}

// FuzzSurvey holds the survey against the parser: it never counts less than
// is there. Else a file could pass the limits and still take long.
func FuzzSurvey(f *testing.F) {
	for _, s := range []string{
		"a *b* [c](d)\n> e\n> - f\n>   1. g\n", "|a|b|\n|-|-|\n|*c*|`d`|\n", "x\n|a|\n|-|\n> |b|\n|*c*|", "# a\n|b|\n|-|\n[c](d\n", "1. a\n2. b\n- c\n3. d\n",
		"[a]: b '\n|x|y|\n|-|-|\n'\n[](b\n", "> |a|\n|-|\n> *b*", "- a\n\n  |b|\n  |-|\n  |c|\n*d*\n", "[^a]: b\n    - c\n\nd[^a]\n", "a\n    > b\n\t> c\n     - d", "a\n===\n- \n  b\n--\n",
		"|a|\n|-|-|\n*b*\n|c|\n|-|\n*d*\n", "```\n|a|\n```\n*b*\n", "<pre>\n\n|a|\n|-|\n</pre>\n*b*\n", "> 1. > - > a\n> b\n", "* * *\n* * * a\n", "|a|\n|-|\n<div>\n*b*\n|c|\n",
	} {
		f.Add(s)
	}
	p := NewParser("en")
	f.Fuzz(func(t *testing.T, src string) {
		var faults diag.List
		body, ok := clean("x.md", []byte(src), &faults)
		if !ok || len(body) > 4096 {
			return
		}
		s, deepest := &survey{text: body}, 0
		for at := 0; at < len(body); {
			line, _, _ := bytes.Cut(body[at:], []byte("\n"))
			s.line(at, line)
			deepest = max(deepest, len(s.open))
			at += len(line) + 1
		}
		s.endBlock()
		if s.found != nil {
			return
		}
		tree := p.md.Parser().Parse(text.NewReader(body))
		effort, headings, cells, footnotes, depth := 0, 0, 0, 0, 0
		ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			step := 1
			if !entering {
				step = -1
			}
			switch n.Kind() {
			case ast.KindBlockquote, ast.KindListItem, extast.KindFootnote:
				depth += step
			}
			if !entering {
				return ast.WalkContinue, nil
			}
			if depth > deepest {
				t.Errorf("the survey saw %d levels, there are %d", deepest, depth)
			}
			switch n.Kind() {
			case ast.KindHeading:
				headings++
			case extast.KindTableCell:
				if n.Parent().Kind() != extast.KindTableHeader {
					cells++
				}
			case extast.KindFootnote:
				footnotes++
			}
			if n.Type() == ast.TypeBlock && !n.IsRaw() && n.Kind() != ast.KindLinkReferenceDefinition {
				words := n.Lines().Value(body)
				effort += len(words) * (&survey{}).marks(0, words)
			}
			return ast.WalkContinue, nil
		})
		for name, x := range map[string][2]int{"effort": {effort, s.effort}, "headings": {headings, s.headings}, "cells": {cells, s.cells}, "footnotes": {footnotes, s.footnotes}} {
			if x[0] > x[1] {
				t.Errorf("the survey counted %d of %s, there are %d in %q", x[1], name, x[0], body)
			}
		}
	})
}
