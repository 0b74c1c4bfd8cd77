package edtf

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzParse(f *testing.F) {
	for _, c := range accepted {
		f.Add(c.text)
	}
	for _, text := range []string{"28 November 2019", "début novembre 2019", "с февраля 2019", "1990s", "44 BC – AD 14", "entre 1855 et 1860"} {
		f.Add(text)
	}
	for _, text := range []string{"2019-11-28..", "28/11/2019", "[..", "{,}", "Y-", "-XXXX-XX-3X/..", "\xff/2019", "XXX1-02-29", "~2004-?06"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := Parse(text)
		if err != nil {
			fault := err.(*ParseError)
			if fault.Msg == "" || fault.Offset < 0 || fault.Offset > utf8.RuneCountInString(text) || !d.IsZero() {
				t.Fatalf("Parse(%q): %+v, %q", text, fault, d)
			}
			if s := fault.Suggestion; s != "" && must(t, s).String() != s {
				t.Fatalf("Parse(%q) suggests %q, which is not canonical", text, s)
			}
			return
		}
		if again := must(t, d.String()); again != d {
			t.Fatalf("Parse(%q).String() = %q, which is another date", text, d)
		}
		first, last := d.Bounds()
		if last.Compare(first) < 0 || first.Ordinal() > last.Ordinal() {
			t.Fatalf("%q spans from %v to %v", text, first, last)
		}
		if _, ok := d.Datetime(); ok && (d.IsInterval() || d.Uncertain() || d.Approximate()) {
			t.Fatalf("%q has a datetime", text)
		}
	})
}

func TestParseDoesNotAllocate(t *testing.T) {
	for _, text := range []string{"2019-11-28", "2018-06~", "2019-02/..", "2019-11-0X"} {
		if n := testing.AllocsPerRun(100, func() { _, _ = Parse(text) }); n != 0 {
			t.Errorf("Parse(%q) allocates %v times", text, n)
		}
	}
}

// TestHostileInputIsCheap: no text within the length limit makes the search
// for a suggestion go wild.
func TestHostileInputIsCheap(t *testing.T) {
	for _, piece := range []string{"XXX1-02-30,", "XX0X-02-29,", "mar ", "mar-", "1-", "2019..", "в", "jusqu ", "?", "28 May 2019 - "} {
		text := "[" + strings.Repeat(piece, 198/len(piece))
		if piece[0] == 'X' {
			text = text[:len(text)-1] + "]"
		}
		for _, text := range []string{text, text[1:]} {
			if n := testing.AllocsPerRun(1, func() { _, _ = Parse(text) }); n > 2000 {
				t.Errorf("Parse(%q) allocates %v times", text, n)
			}
		}
	}
}

func BenchmarkParse(b *testing.B) {
	for _, text := range []string{"2019-11-28", "2019-11-0X", "2019-02-01/2019-03", "[1667,1668..1670]", "28 November 2019"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _ = Parse(text)
			}
		})
	}
}
