package textwidth

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestOf(t *testing.T) {
	for _, tt := range []struct {
		text string
		want int
	}{
		{"", 0}, {"n", 78}, {"il", 92}, {"mw", 220}, {"N", 98}, {"W", 140}, {"2019", 320}, {"50 %", 346},
		{"é", 78}, {"É", 98}, {"ạ", 78}, {"Ạ", 98}, {"λ", 78}, {"Λ", 98}, {"ı", 46}, {"’", 46}, {"«»", 156}, {"\u00a0", 78},
		{"д", 90}, {"Д", 112}, {"жЖ", 220}, {"іЇ", 92},
		{"中", 140}, {"（", 140}, {"カ", 140}, {"한", 140}, {"…", 140}, {"→", 98},
		{"אב", 168}, {"יו", 92}, {"ال", 100}, {"س", 140}, {"م", 99}, {"ب", 76}, {"Հայ", 312}, {"क", 90},
		{"e\u0301", 78}, {"a\u00ad\u200d\u2068b\u2069", 156}, {"عَ", 99},
	} {
		if got := Of(tt.text); got != tt.want {
			t.Errorf("%q: %d, want %d", tt.text, got, tt.want)
		}
	}
}

func TestPixels(t *testing.T) {
	for _, tt := range []struct {
		text       string
		size       int
		want, bold int
	}{
		{"", 14, 0, 0},
		{"nnnn", 14, 34, 37}, // 31.2 and a thirteenth of it
		{"дддд", 14, 36, 39}, // Cyrillic letters need no more
		{"中文", 13, 26, 28},
	} {
		if got, bold := Pixels(tt.text, tt.size), Bold(tt.text, tt.size); got != tt.want || bold != tt.bold {
			t.Errorf("%q: %d, bold %d; want %d, %d", tt.text, got, bold, tt.want, tt.bold)
		}
	}
}

func TestCut(t *testing.T) {
	const name = "Договор о коллективной безопасности"
	for most := 500; most > 20; most -= 7 {
		got := Cut(name, most, 13)
		if Pixels(got, 13) > most || !utf8.ValidString(got) {
			t.Errorf("%d: %q is %d wide", most, got, Pixels(got, 13))
		}
		if got == name != (Pixels(name, 13) <= most) {
			t.Errorf("%d: %q", most, got)
		}
		if head, cut := strings.CutSuffix(got, "…"); cut && (!strings.HasPrefix(name, head) || strings.HasSuffix(head, " ")) {
			t.Errorf("%d: %q", most, got)
		}
	}
	if got := Cut("anything", 3, 13); got != "…" {
		t.Errorf("without room: %q", got)
	}
}

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		text        string
		most, lines int
		want        []string
	}{
		{"short", 100, 3, []string{"short"}},
		{"", 100, 3, []string{""}},
		{"Meeting of the foreign ministers", 120, 3, []string{"Meeting of the", "foreign ministers"}},
		{"Meeting of the foreign ministers", 120, 1, []string{"Meeting of the…"}},
		{"Unbreakableunbreakable of it", 80, 3, []string{"Unbreaka…", "of it"}},
		{"Unbreakableunbreakable", 80, 3, []string{"Unbreaka…"}},
	} {
		if got := Wrap(tt.text, tt.most, 14, tt.lines); !slices.Equal(got, tt.want) {
			t.Errorf("%q in %d: %q, want %q", tt.text, tt.most, got, tt.want)
		}
	}
}

func BenchmarkOf(b *testing.B) {
	for _, text := range []string{"Collective Security Treaty Organization", "Договор о коллективной безопасности", "集体安全条约组织"} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				Of(text)
			}
		})
	}
}
