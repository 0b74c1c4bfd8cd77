package main

import (
	"context"
	"flag"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "accept the tables and the chart as they are now")

// golden compares with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := write(file, []byte(got)); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || got != string(want) {
		t.Errorf("%s is otherwise (%v); go test ./generator/dev/bench -run %s -update accepts it:\n%s", file, err, t.Name(), got)
	}
}

// took makes a contender of builds that took so many seconds of the processor's time.
func took(name string, seconds ...float64) *contender {
	c := &contender{name: name}
	for _, s := range seconds {
		d := time.Duration(s * float64(time.Second))
		c.samples = append(c.samples, sample{wall: d / 2, cpu: d, peak: int64(s * (1 << 20))})
	}
	return c
}

func TestSpread(t *testing.T) {
	for want, got := range map[spread]spread{
		{2, 1, 9}:   took("", 9, 2, 1).of(cpuOf),
		{4, 4, 4}:   took("", 4).of(cpuOf),
		{3.5, 1, 9}: took("", 9, 1, 3, 4).of(cpuOf),
		{1, 0.5, 2}: took("", 2, 4, 1).of(wallOf),
		{2, 1, 4}:   took("", 2, 4, 1).of(peakOf),
	} {
		if got != want {
			t.Errorf("%v, want %v", got, want)
		}
	}
}

// TestAgainst compares builds of the same round: a round that was slow for both changes nothing.
func TestAgainst(t *testing.T) {
	if got, ok := took("", 1, 20, 3).against(took("", 2, 40, 3), cpuOf); got != (spread{0.5, 0.5, 1}) || !ok {
		t.Errorf("%v, %v", got, ok)
	}
	if got, ok := took("", 3, 8).against(took("", 2), cpuOf); got != (spread{1.5, 1.5, 1.5}) || !ok {
		t.Errorf("a round of which one is missing: %v, %v", got, ok)
	}
	if got, ok := took("", 3).against(took("", 0), cpuOf); ok {
		t.Errorf("against nothing: %v", got)
	}
}

// dossiers are made-up figures: of 1,000 sections all that can be measured, of 10,000 what misses its budgets, of 100,000
// without Hugo's end and without an old build, of 200,000 clean builds alone.
func dossiers() []*measured {
	small := &measured{
		sections: 1000, rounds: 3, floor: took("floor", 0.5, 0.5, 0.5), hugo: took("Hugo", 30, 31, 33),
		clean: took("dossier", 2, 2.2, 2.4), same: took("dossier, nothing changed", 0.1, 0.1, 0.1), edited: took("dossier, one section edited", 0.2, 0.2, 0.3),
		old: took("old", 4, 4, 4), oldSame: took("old, nothing changed", 1, 1, 1), oldEdited: took("old, one section edited", 4, 4, 4),
		twin: took("dossier, a copy of it", 2.1, 2.2, 2.3),
	}
	small.clean.files, small.clean.bytes = 1234, 5_670_000
	small.floor.samples[1].below = true
	large := &measured{
		sections: 10_000, rounds: 2, floor: took("floor", 5, 5), hugo: took("Hugo", 100, 100),
		clean: took("dossier", 20, 22), same: took("dossier, nothing changed", 1, 1), edited: took("dossier, one section edited", 18, 20),
		old: took("old", 22, 22), oldSame: took("old, nothing changed", 2, 2), oldEdited: took("old, one section edited", 20, 20),
		twin:  took("dossier, a copy of it", 21, 21),
		saves: spread{7.9, 5, 31}, warnedSaves: spread{8.1, 6, 30}, oldSaves: spread{45, 40, 60}, oldWarnedSaves: spread{220, 200, 300},
		answers: []answer{{small: 30_000, ms: 40, scripts: 8000}, {small: 121_000, ms: 90, scripts: 8500}}, weights: weights{html: 4096, css: 9000, js: 3000},
	}
	large.clean.files, large.old.files = 99, 100
	huge := &measured{
		sections: 100_000, rounds: 1, floor: took("floor", 60), hugo: &contender{name: "Hugo", stopped: 4000 * time.Second},
		clean: took("dossier", 200), same: took("dossier, nothing changed", 10), edited: took("dossier, one section edited", 20), twin: took("dossier, a copy of it", 200),
		saves: spread{59, 50, 70},
	}
	return []*measured{small, large, huge, {sections: 200_000, clean: took("dossier", 500)}, {sections: 1000, clean: took("dossier", 9)}}
}

func TestTables(t *testing.T) {
	var b strings.Builder
	for _, m := range dossiers()[:3] {
		if err := tables(&b, m); err != nil {
			t.Fatal(err)
		}
	}
	golden(t, "tables.md", b.String())
}

func TestBudgets(t *testing.T) {
	var out strings.Builder
	all := dossiers()
	b := bench{w: &out, all: all, steps: steps(), times: testTimes{all: 181 * time.Second, short: 30 * time.Second}, dossier: &measured{
		clean: took("the real dossier", 0.4), weights: weights{html: 4097, css: 9216, js: 4000}, answers: []answer{{small: 9000, scripts: 8193}},
	}}
	if err := growthTable(&out, steps()); err != nil {
		t.Fatal(err)
	}
	if err := b.budgets(context.Background()); err != nil {
		t.Fatal(err)
	}
	golden(t, "budgets.md", out.String())
}

// TestNoBudgets: what was not measured misses nothing, and holds nothing.
func TestNoBudgets(t *testing.T) {
	var out strings.Builder
	unknown := func(sections int) *measured { // as where the system does not tell peaks
		m := &measured{sections: sections, floor: took("floor", 1), clean: took("dossier", 0), twin: took("dossier, a copy of it", 0), old: took("old", 0)}
		m.same, m.edited = m.clean, m.clean
		return m
	}
	b := bench{w: &out, all: []*measured{unknown(1000), unknown(10_000)}}
	if err := b.budgets(context.Background()); err != nil {
		t.Fatal(err)
	}
	for row := range strings.Lines(out.String()) {
		if strings.HasPrefix(row, "| 1,000 sections, clean") && !strings.HasSuffix(row, "| not measured |\n") {
			t.Error(row)
		}
	}
	if got := growthIs(nil); got.known {
		t.Errorf("one size grows: %v", got)
	}
}

// steps are made-up figures: in the second step the machine was half as fast in one round, and in the third memory was not measured.
func steps() []step {
	third := stepOf(100_000, 200_000, took("", 200, 200).samples, took("", 500).samples)
	third.peak = spread{}
	return []step{
		stepOf(1000, 2000, took("", 2, 2.2, 2.2, 2.4).samples, took("", 4.2, 4.6).samples),
		stepOf(2000, 100_000, took("", 4, 4, 4, 8, 8, 8, 4, 4, 4).samples, took("", 200, 400, 220).samples),
		third,
	}
}

func TestGrowth(t *testing.T) {
	all := steps()
	if s := all[1]; s.cpu != (spread{50, 50, 55}) || s.rounds != 3 || s.small.cpu != 4 {
		t.Errorf("%+v", s)
	}
	points := growthPoints(all, []*measured{{sections: 1000, old: took("", 4)}, {sections: 2000}})
	if len(points) != 4 || points[0].cpu != 2.2 || points[0].oldCPU != 4 || points[1].oldCPU != 0 || points[3].sections != 200_000 ||
		math.Round(points[3].cpu) != math.Round(2.2*all[0].cpu.median*50*2.5) {
		t.Errorf("%+v", points)
	}
	even := took("", 10).samples
	grows := stepOf(10, 100, took("", 1).samples, even)
	grows.peak = spread{100, 100, 100}
	if got := growthIs([]step{grows}); !got.known || got.met || !strings.Contains(got.text, "n^2.00 of memory") {
		t.Errorf("memory that grows as the square: %+v", got)
	}
	grows.peak = grows.cpu
	if got := growthIs([]step{grows}); !got.met {
		t.Errorf("linear growth: %+v", got)
	}
	if p := power(10, 100, 100); math.Round(p*1e6) != 2e6 || !math.IsNaN(power(1, 2, math.NaN())) || !math.IsNaN(power(1, 2, 0)) {
		t.Errorf("a hundred times as much of ten times as many is n^%f", p)
	}
}

func TestChart(t *testing.T) {
	golden(t, "chart.svg", chart(growthPoints(steps(), dossiers())))
	if one := chart([]point{{sections: 1000, cpu: 2, wall: 1}}); strings.Contains(one, "NaN") || !strings.Contains(one, "not measured") {
		t.Errorf("one size, of which the memory is not known:\n%s", one)
	}
}

func TestTicks(t *testing.T) {
	for _, tt := range []struct {
		s    scale
		want []float64
	}{
		{scale{from: 0.05, to: 1.9}, []float64{0.05, 0.1, 0.2, 0.5, 1}},
		{scale{from: 900, to: 12_000}, []float64{1000, 2000, 5000, 10_000}},
		{scale{from: 0.9, to: 9000}, []float64{1, 10, 100, 1000}},
	} {
		got := tt.s.ticks()
		if len(got) != len(tt.want) {
			t.Errorf("%v: %v, want %v", tt.s, got, tt.want)
			continue
		}
		for i := range got {
			if got[i] != tt.want[i] {
				t.Errorf("%v: %v, want %v", tt.s, got, tt.want)
			}
		}
	}
}

// TestApart keeps labels from standing on one another, and in the plot.
func TestApart(t *testing.T) {
	got := apart([]label{{100, "c"}, {95, "b"}, {10, "a"}, {95, "d"}}, 20, 110)
	for i, want := range []label{{20, "a"}, {78, "b"}, {94, "d"}, {110, "c"}} {
		if got[i] != want {
			t.Errorf("%v", got)
		}
	}
}

// TestWeigh looks at pages of sections alone, and at what they load.
func TestWeigh(t *testing.T) {
	site := t.TempDir()
	for name, text := range map[string]string{
		"articles/a/s.html":     `<link rel="stylesheet" href="../../s.css"><script src="../../s.js" defer></script><body class="kind-section">`,
		"articles/a/t.html":     `<body class="kind-section">` + strings.Repeat("abcdefg", 9),
		"articles/a/index.html": `<script src="../../none.js"></script><body class="kind-article">`,
		"articles/a/cite.bib":   `<body class="kind-section"> <script src="none.js">`,
		"s.css":                 "", "s.js": "script",
	} {
		if err := write(filepath.Join(site, filepath.FromSlash(name)), []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	got, err := weigh(site)
	css, _ := squeezed(nil)
	js, _ := squeezed([]byte("script"))
	if err != nil || got.css != css || got.js != js || got.html < 50 {
		t.Errorf("%+v, %v; want %d of CSS and %d of JS", got, err, css, js)
	}
	for _, gone := range []string{"s.css", "s.js", "articles"} {
		if err := os.RemoveAll(filepath.Join(site, gone)); err != nil {
			t.Fatal(err)
		}
		if got, err := weigh(site); err == nil {
			t.Errorf("without %s: %+v", gone, got)
		}
	}
}
