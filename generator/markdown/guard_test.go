package markdown

import (
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"dossier/generator/diag"
	"dossier/generator/limits"
	"dossier/generator/markdown/guard"
	"dossier/generator/source"
)

func TestTooManyBytes(t *testing.T) {
	src := head + strings.Repeat("word\n", limits.MaxFileBytes/5)
	if _, faults := parse(t, "en", src); len(faults) != 1 || faults[0].String() != "x.md:1:1: error: "+source.TooLong(len(src))+" [too-large]" {
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

// TestPastALimit: a body past a limit is left out and the front matter kept; of
// a file whose front matter is past one nothing is left.
func TestPastALimit(t *testing.T) {
	for _, tt := range []struct {
		src, at string
		meta    int
	}{
		{head + strings.Repeat("a", limits.MaxLineBytes+1), "x.md:4:1", 1},
		{head + strings.Repeat("# a\n", limits.MaxHeadings+1), "x.md:2004:1", 1},
		{head + "é " + strings.Repeat("> ", limits.MaxNesting+1) + "a", "", 1},
		{head + "- é\n\n" + strings.Repeat("> ", limits.MaxNesting+1) + "a", "x.md:6:41", 1},
		{front("a: " + strings.Repeat("b", limits.MaxFrontBytes)), "x.md:2:1", 0},
		{front("a: [" + strings.Repeat("b,", limits.MaxFrontNodes) + "]"), "x.md:2:19999", 0},
		{front("a: " + strings.Repeat("[", limits.MaxFrontDepth) + strings.Repeat("]", limits.MaxFrontDepth)), "x.md:2:35", 0},
	} {
		d, faults := parse(t, "en", tt.src)
		e := tooLarge(t, faults)
		switch {
		case tt.at == "":
			if e != nil || d.HTML == "" {
				t.Errorf("%.20q is refused: %v", tt.src, e)
			}
		case e == nil || e.Pos.String() != tt.at || len(faults) != 1:
			t.Errorf("%.20q: %v, want a fault at %s", tt.src, faults, tt.at)
		case d.HTML != "" || len(d.Meta) != tt.meta:
			t.Errorf("%.20q: got %d bytes of HTML and %d keys, want no body and %d", tt.src, len(d.HTML), len(d.Meta), tt.meta)
		}
	}
}

// marksIn counts what may begin a link, emphasis, code or a tag; the last twice.
func marksIn(words []byte) int {
	n := 0
	for _, c := range words {
		switch c {
		case '*', '_', '`', '~', '[':
			n++
		case '<':
			n += 2
		}
	}
	return n
}

// FuzzGuard holds the guard against the parser: it never counts less than is
// there. Else a file could pass the limits and still take long.
func FuzzGuard(f *testing.F) {
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
		body, ok := source.Clean("x.md", []byte(src), &faults)
		if !ok || len(body) > 4096 {
			return
		}
		counts, excess := guard.Body(body, 0)
		if excess != nil {
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
			if depth > counts.Depth {
				t.Errorf("the guard saw %d levels, there are %d", counts.Depth, depth)
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
				effort += len(words) * marksIn(words)
			}
			return ast.WalkContinue, nil
		})
		for name, x := range map[string][2]int{"effort": {effort, counts.Effort}, "headings": {headings, counts.Headings}, "cells": {cells, counts.Cells}, "footnotes": {footnotes, counts.Footnotes}} {
			if x[0] > x[1] {
				t.Errorf("the guard counted %d of %s, there are %d in %q", x[1], name, x[0], body)
			}
		}
	})
}
