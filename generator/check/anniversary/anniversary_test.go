package anniversary

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestNumbers(t *testing.T) {
	tests := []struct {
		text string
		want int // 0 for none
	}{
		{"75th anniversary of the Victory", 75},
		{"the 21st-anniversary show", 21},
		{"Le 75e anniversaire de la Victoire", 75},
		{"1er anniversaire", 1},
		{"75-я годовщина Победы", 75},
		{"к 75-й годовщине", 75},
		{"75-летие Победы", 75},
		{"к 75‑летию Победы", 75},
		{"75-летний юбилей", 75},
		{"75 guards at the anniversary", 0},
		{"75-летний старик", 0},
		{"the anniversary", 0},
	}
	for _, x := range tests {
		for _, text := range []string{x.text, strings.ToUpper(x.text)} {
			got := 0
			if n := Numbers(text); len(n) > 0 {
				got = n[0]
			}
			if got != x.want || Speaks("One line.\n"+text) != (x.want != 0) {
				t.Errorf("%q speaks of %d, want %d", text, got, x.want)
			}
		}
	}
}

// Each language's expressions can stand beside those of the others, and a claim has the number in a
// group.
func TestPhrases(t *testing.T) {
	for _, l := range languages {
		if c := regexp.MustCompile(l.claim); c.NumSubexp() == 0 {
			t.Errorf("%s: the number of a claim is in no group", l.tag)
		}
		if of := regexp.MustCompile(l.of); of.NumSubexp() != 0 {
			t.Errorf("%s: %q has groups", l.tag, l.of)
		}
	}
}

// A number is found beside a space that typography, or an editor, has put in.
func TestSpacesThatDoNotBreak(t *testing.T) {
	for text, want := range map[string]int{"40e\u00a0anniversaire": 40, "75\u202fгодовщина": 75} {
		if got := Numbers(PlainSpaces(text)); !slices.Equal(got, []int{want}) {
			t.Errorf("%q: found %v", text, got)
		}
	}
}

func TestPlainText(t *testing.T) {
	html := "<h id=\"a\">A &amp; B</h><h>C</h><p>One\nline, <em>40e\u00a0anniversaire</em><img src=\"p\"></p><ul><li>x</li></ul><hr>"
	if got, want := PlainText(html), "\nA & B\n\nC\n\nOne line, 40e anniversaire\n\n\nx\n\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestContradiction(t *testing.T) {
	tests := []struct {
		first, last int // years of the event
		n           int
		text        string
		want        int // the year counted from, 0 for no fault
	}{
		{2019, 2019, 75, "The war ended in 1945, so the 75th anniversary is 9 May 2020.", 1945},
		{2019, 2019, 75, "The war ended in 1945; its 75th anniversary came.", 1945},
		{2019, 2019, 75, "La guerre a pris fin en 1945 : le 75e anniversaire", 1945},
		{2019, 2019, 75, "75-летие окончания войны 1945 года", 1945},
		{2019, 2019, 75, "75-я годовщина победы 1945 года", 1945},
		{2020, 2020, 75, "The war ended in 1945, so the 75th anniversary is 9 May 2020.", 0},
		{2020, 2020, 75, "The source prints the 75th anniversary as 2019.", 0},
		{2020, 2020, 75, "At the 75th anniversary Putin spoke of 1991 and 2014.", 0},
		{2020, 2020, 75, "The war ended in 1944.", 0},
		{2020, 2020, 75, "The 70th anniversary of 1945 was marked in 2015.", 0},
		{2020, 2020, 5, "The 5th anniversary of the founding in 2014", 2014},
		{2020, 2020, 5, "The 5th anniversary came after the vote of 2014.", 0},
		{2020, 2029, 75, "the 75th anniversary of the end of the war in 1945", 0},
		{2019, 2019, 75, "It was the 75th anniversary. The war ended in 1945.", 0}, // another sentence
		{2019, 2019, 75, "It was long ago.\nThe war of 1945; its 75th anniversary came.", 1945},
	}
	for _, x := range tests {
		got, ok := Contradiction(x.text, x.n, x.first, x.last)
		if got != x.want || ok != (x.want != 0) {
			t.Errorf("%d to %d, %q: %d, %v; want %d", x.first, x.last, x.text, got, ok, x.want)
		}
	}
}
