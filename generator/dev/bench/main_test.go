//go:build unix

package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// fakeHugo puts a program named hugo first on the path. It writes a page for
// each content file that it is given as it wants them.
func fakeHugo(t *testing.T) {
	t.Helper()
	dir := t.TempDir()
	const script = `#!/bin/sh
[ "$1" = version ] && { echo "hugo v0.0.1-abc linux/amd64"; exit; }
while [ $# -gt 0 ]; do
	case $1 in --source) source=$2 ;; --destination) out=$2 ;; esac
	shift
done
test -f "$source/content/_index.md" && test ! -f "$source/content/index.md" && test -d "$source/layouts" || { echo "no project for Hugo"; exit 1; }
mkdir -p "$out" && echo page > "$out/index.html"
`
	if err := os.WriteFile(filepath.Join(dir, "hugo"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
}

// TestCommand measures a small dossier with every program but an old one, which is not there.
func TestCommand(t *testing.T) {
	if testing.Short() {
		t.Skip("it measures whole builds")
	}
	fakeHugo(t)
	t.Chdir(filepath.Join("..", "..", ".."))
	tmp := t.TempDir()
	bench := func(large bool, args ...string) (status int, stdout, stderr string) {
		var out, errs bytes.Buffer
		status = command(context.Background(), append([]string{"-dir", tmp}, args...), large, &out, &errs)
		return status, out.String(), errs.String()
	}
	status, out, said := bench(false, "-sizes", "3", "-rounds", "2", "-old", "0000000", "-growth", "", "-real=false")
	if status != 0 || !strings.Contains(said, "nothing to compare with") {
		t.Fatalf("exit status %d: %s", status, said)
	}
	for _, want := range []string{
		"Hugo v0.0.1.", "There is no old build in this run: nothing to compare with", "3 sections, medians of 2 rounds", "| floor |", "| dossier |",
		"| dossier, nothing changed |", "| dossier, one section edited |", "| dossier, a copy of it |", "| Hugo |", "| noise: a copy of dossier ÷ dossier |",
		"3 sections, one saved", "half as many warnings more, one saved", "| 10,000 sections, clean | CPU ≤ 0.7 × old | not measured |",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	if left, err := os.ReadDir(tmp); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	for _, tt := range []struct {
		args  []string
		large bool
		want  int
		says  string
	}{
		{[]string{"-nonsense"}, false, 2, "-nonsense"},
		{[]string{"-rounds", "0"}, false, 1, "-rounds takes 1 or more"},
		{[]string{"-sizes", "x"}, false, 1, `-sizes takes numbers such as 1000,10000 or 1000,100000:3, not "x"`},
		{[]string{"-sizes", "x"}, true, 1, `not "x"`},
		{[]string{"-sizes", "0"}, false, 1, `not "0"`},
		{[]string{"-growth", "3:0"}, false, 1, `-growth takes numbers such as 1000,10000 or 1000,100000:3, not "3:0"`},
		{[]string{"-editions", "3:"}, false, 1, `not "3:"`},
		{[]string{"-dir", filepath.Join(tmp, "none")}, false, 1, "none"},
	} {
		if status, _, said := bench(tt.large, tt.args...); status != tt.want || !strings.Contains(said, tt.says) {
			t.Errorf("bench %v: exit status %d, want %d; %s", tt.args, status, tt.want, said)
		}
	}
	t.Chdir(t.TempDir())
	status, _, said = bench(false, "-keep")
	if status != 1 || !strings.Contains(said, "build ") {
		t.Errorf("outside the project: exit status %d; %s", status, said)
	}
	if kept, err := os.ReadDir(tmp); err != nil || len(kept) != 1 || !strings.Contains(said, filepath.Join(tmp, kept[0].Name())) {
		t.Errorf("kept: %v, %v; %s", kept, err, said)
	}
}

// TestInterrupted holds that nothing is left of a run that was ended.
func TestInterrupted(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	tmp := t.TempDir()
	var errs bytes.Buffer
	if status := command(ctx, []string{"-dir", tmp}, false, io.Discard, &errs); status != 1 || !strings.Contains(errs.String(), "bench: interrupted") {
		t.Errorf("exit status %d: %s", status, errs.String())
	}
	if left, err := os.ReadDir(tmp); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestParseSizes(t *testing.T) {
	got, err := parseSizes("sizes", "1000,100000:3", 5)
	if want := []size{{1000, 5}, {100_000, 3}}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%v, %v; want %v", got, err, want)
	}
	if got, err := parseSizes("sizes", "", 5); got != nil || err != nil {
		t.Errorf("nothing gives %v, %v", got, err)
	}
}

// TestMeasureAll measures everything there is to measure, of programs that do next to nothing.
func TestMeasureAll(t *testing.T) {
	if testing.Short() {
		t.Skip("it measures all there is to measure")
	}
	project, disk := t.TempDir(), t.TempDir()
	if err := write(filepath.Join(project, "content", "index.md"), []byte("---\ntitle: T\n---\n")); err != nil {
		t.Fatal(err)
	}
	t.Chdir(project)
	bin := t.TempDir()
	const goes = "#!/bin/sh\n[ $1 = list ] && echo p/a p/dev/browser p/b && exit\necho $* >> "
	if err := os.WriteFile(filepath.Join(bin, "go"), []byte(goes+filepath.Join(bin, "said")), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin)
	var out strings.Builder
	b := bench{w: &out, tmp: fakes(t), hasOld: true, options: options{
		sizes: []size{{13, 2}}, editions: []size{{2, 1}}, growth: []size{{4, 3}}, disk: []size{{3, 1}}, diskDir: disk,
		chart: filepath.Join(bin, "chart.svg"), real: true, search: true, tests: true,
	}}
	if err := b.measure(context.Background()); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"13 sections, medians of 2 rounds", "| old |", "| old, one section edited |", "| dossier ÷ old |", "| old, one section edited ÷ clean |", "no Chromium on the path",
		"13 sections, one saved while `old serve` runs", "13 sections and half as many warnings more, one saved while `old serve` runs",
		"2 sections in three editions, one round", "3 sections on disk, one round", "The real dossier, clean, medians of 2 rounds", "| 4 | 13 | 2 |",
		"| growth | time and memory no worse than linear | from 4 to 13 sections ",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
	if said, err := os.ReadFile(filepath.Join(bin, "said")); string(said) != "test -count=1 p/a p/b\ntest -count=1 -short ./...\n" {
		t.Errorf("go %s, %v", said, err)
	}
	if chart, err := os.ReadFile(b.chart); err != nil || !strings.HasPrefix(string(chart), "<svg ") {
		t.Errorf("chart: %.20s, %v", chart, err)
	}
	if w := b.dossier.weights; w.html < 50 || w.css < 10 || w.js < 20 {
		t.Errorf("the page weighs %+v", w)
	}
	if left, err := os.ReadDir(disk); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	if err := os.Remove(filepath.Join("content", "index.md")); err != nil {
		t.Fatal(err)
	}
	if err := b.realDossier(context.Background()); err != nil || !strings.Contains(out.String(), "There is no dossier in content/") {
		t.Errorf("without a dossier: %v", err)
	}
	if err := os.WriteFile(filepath.Join(bin, "go"), []byte("#!/bin/sh\necho it breaks; exit $([ $1 = list ]; echo $?)"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := b.timeTests(context.Background()); err == nil || !strings.Contains(err.Error(), "it breaks") {
		t.Errorf("tests that fail: %v", err)
	}
	if err := os.Remove(filepath.Join(bin, "go")); err != nil {
		t.Fatal(err)
	}
	if err := b.timeTests(context.Background()); err == nil {
		t.Error("without go the tests have a time")
	}
	for _, name := range []string{"old", "dossier"} { // an end at what does not work, wherever that is
		if err := os.Remove(program(b.tmp, name)); err != nil {
			t.Fatal(err)
		}
		if err := b.measure(context.Background()); err == nil {
			t.Errorf("without %s all is measured", name)
		}
	}
}

// TestForHugo changes what Hugo would read otherwise, and nothing else.
func TestForHugo(t *testing.T) {
	for _, tt := range []struct{ name, text, wantName, wantText string }{
		{"index.md", "---\ntitle: T\nlanguages: [en]\n---\nBody: x\n", "_index.md", "---\ntitle: T\n---\nBody: x\n"},
		{"actors/bob.md", "---\nname: Bob\ntype: person\n---\n", "actors/bob/_index.md", "---\ntitle: Bob\nsort: person\n---\n"},
		{"articles/a-02/index.md", "---\ntitle: A\n---\n", "articles/a-02/_index.md", "---\ntitle: A\n---\n"},
		{"articles/a-02/03-s.md", "---\ntitle: S\ndate: 2019-11\n---\ndate: 2020\n", "articles/a-02/03-s.md", "---\nweight: 203\ntitle: S\nwhen: 2019-11\n---\ndate: 2020\n"},
	} {
		if name, text := forHugo(tt.name, tt.text); name != tt.wantName || text != tt.wantText {
			t.Errorf("%s becomes %s:\n%s\nwant %s:\n%s", tt.name, name, text, tt.wantName, tt.wantText)
		}
	}
}

// TestEditions gives a file in each language, which says again what is worded and nothing else.
func TestEditions(t *testing.T) {
	dir := t.TempDir()
	if err := writeEditions(dir, 2); err != nil {
		t.Fatal(err)
	}
	home, err := os.ReadFile(filepath.Join(dir, "index.md"))
	if err != nil || !strings.Contains(string(home), "languages: [en, fr, ru]\n") || !strings.Contains(string(home), "inverse: {en: hosts, fr: hosts, ru: hosts}\n") {
		t.Errorf("%v\n%s", err, home)
	}
	french, err := filepath.Glob(filepath.Join(dir, "articles", "*", "*.fr.md"))
	if err != nil || len(french) != 3 {
		t.Errorf("%q, %v", french, err)
	}
	if got, want := translation("---\ntitle: T\ndate: 2019\nsummary: \"S: s\"\n---\n\nBody\n---\ndate: x\n"), "---\ntitle: T\nsummary: \"S: s\"\n---\n\nBody\n---\ndate: x\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if err := writeEditions(filepath.Join(dir, "index.md"), 2); err == nil {
		t.Error("a file is no place for a dossier")
	}
}
