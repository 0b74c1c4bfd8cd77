//go:build unix

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
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

// TestCommand measures a small dossier with every program.
func TestCommand(t *testing.T) {
	if testing.Short() {
		t.Skip("it measures whole builds")
	}
	fakeHugo(t)
	t.Chdir(filepath.Join("..", "..", ".."))
	tmp := t.TempDir()
	bench := func(large bool, args ...string) (status int, stdout, stderr string) {
		var out, errs bytes.Buffer
		status = command(append([]string{"-dir", tmp}, args...), large, &out, &errs)
		return status, out.String(), errs.String()
	}
	status, out, said := bench(false, "-sizes", "3", "-rounds", "2")
	if status != 0 || said != "" {
		t.Fatalf("exit status %d: %s", status, said)
	}
	for _, want := range []string{"Hugo v0.0.1.", "3 sections, medians of 2 rounds:", "| floor |", "| dossier |", "| dossier, nothing changed |", "| dossier, one section edited |", "half as many warnings more, one saved", "| Hugo |"} {
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
		{[]string{"-sizes", "x"}, false, 1, `-sizes takes numbers such as 1000,10000, not "x"`},
		{[]string{"-sizes", "x"}, true, 1, `not "x"`},
		{[]string{"-sizes", "0"}, false, 1, `not "0"`},
		{[]string{"-dir", filepath.Join(tmp, "none")}, false, 1, "none"},
	} {
		if status, _, said := bench(tt.large, tt.args...); status != tt.want || !strings.Contains(said, tt.says) {
			t.Errorf("bench %v: exit status %d, want %d; %s", tt.args, status, tt.want, said)
		}
	}
	t.Chdir(t.TempDir())
	status, _, said = bench(false, "-keep")
	if status != 1 || !strings.Contains(said, "build dossier") {
		t.Errorf("outside the project: exit status %d; %s", status, said)
	}
	if kept, err := os.ReadDir(tmp); err != nil || len(kept) != 1 || !strings.Contains(said, filepath.Join(tmp, kept[0].Name())) {
		t.Errorf("kept: %v, %v; %s", kept, err, said)
	}
}

// TestProgramFails tells what a program said before it failed.
func TestProgramFails(t *testing.T) {
	c := contender{out: t.TempDir(), dir: t.TempDir(), args: []string{"sh", "-c", "echo what is wrong; exit 3"}}
	if err := c.measure(); err == nil || !strings.Contains(err.Error(), "what is wrong") || len(c.samples) > 0 {
		t.Errorf("%v, %d samples", err, len(c.samples))
	}
}

// TestProgramLeavesNothing has no site to count.
func TestProgramLeavesNothing(t *testing.T) {
	out := t.TempDir()
	c := contender{out: out, dir: t.TempDir(), args: []string{"rmdir", out}}
	if err := c.measure(); err == nil {
		t.Error("a site that is not there is counted")
	}
}

func TestMeasure(t *testing.T) {
	out := t.TempDir()
	c := contender{out: out, dir: t.TempDir(), args: []string{"sh", "-c", "mkdir -p " + out + "/a && printf 12345 > " + out + "/a/b"}}
	for range 3 {
		if err := c.measure(); err != nil {
			t.Fatal(err)
		}
	}
	if c.files != 1 || c.bytes != 5 || len(c.samples) != 3 || c.samples[0].peak < 1<<16 || c.wall() <= 0 {
		t.Errorf("%+v", c)
	}
}

func TestMedian(t *testing.T) {
	of := func(seconds ...int) time.Duration {
		c := contender{}
		for _, s := range seconds {
			c.samples = append(c.samples, sample{cpu: time.Duration(s) * time.Second})
		}
		return c.cpu()
	}
	for want, got := range map[time.Duration]time.Duration{
		2 * time.Second: of(9, 2, 1), 4 * time.Second: of(4), 3500 * time.Millisecond: of(9, 1, 3, 4),
	} {
		if got != want {
			t.Errorf("%v, want %v", got, want)
		}
	}
}

func TestTable(t *testing.T) {
	runs := []contender{
		{name: "floor", files: 3, bytes: 2_500_000, samples: []sample{{2 * time.Second, time.Second, 1 << 20}, {4 * time.Second, time.Second, 5 << 20}}},
		{name: "dossier", samples: []sample{{6 * time.Second, 3 * time.Second, 0}, {6 * time.Second, time.Second, 0}}},
	}
	var b strings.Builder
	if err := table(&b, 7, runs); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"7 sections, medians of 2 rounds:", "| floor | 3.00 | 2.00–4.00 | 1.00 | 3 | 3 | 2.5 | 1.00 | 1.00 | – | – |\n",
		"| dossier | 6.00 | 6.00–6.00 | 2.00 | 0 | 0 | 0.0 | 2.00 | 2.00 | – | – |\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
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
