package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/spf13/afero"
)

// tree reads every file below dir.
func tree(t testing.TB, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		files[rel] = string(body)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// sameTree fails when two folders differ in a file's name or bytes.
func sameTree(t testing.TB, got, want string) {
	t.Helper()
	g, w := tree(t, got), tree(t, want)
	for _, name := range slices.Sorted(maps.Keys(w)) {
		if body, ok := g[name]; !ok {
			t.Errorf("%s is missing", name)
		} else if body != w[name] {
			t.Errorf("%s differs", name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(g)) {
		if _, ok := w[name]; !ok {
			t.Errorf("%s is left over", name)
		}
	}
}

// buildOnDisk runs the command line on the real disk.
func buildOnDisk(t testing.TB, args ...string) (status int, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	status = run(context.Background(), append([]string{"build", "--quiet"}, args...), afero.NewOsFs(), &out, &errs)
	return status, errs.String()
}

// history edits a content folder at random, keeping it free of errors but
// for the moments in which it breaks it on purpose.
type history struct {
	t    testing.TB
	dir  string
	rand *rand.Rand
}

func (h *history) write(name, body string) {
	name = filepath.Join(h.dir, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		h.t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(body), 0o644); err != nil {
		h.t.Fatal(err)
	}
}

func (h *history) start() {
	h.write("index.md", "---\ntitle: T\nlanguages: [en, fr]\n---\nText.\n")
	h.write("articles/a/index.md", "---\ntitle: A\n---\n")
	h.write("actors/ada.md", "---\nname: Ada\ntype: person\n---\n")
}

// edit changes one thing.
func (h *history) edit() {
	n := h.rand.IntN(6)
	switch h.rand.IntN(8) {
	case 0, 1:
		h.write(fmt.Sprintf("articles/a/%02d-s%d.md", n+1, n), fmt.Sprintf("---\ntitle: S%d\ndate: 20%02d\ncountries: [%s]\nactors: [ada]\n---\nAda and Kenya, %d.\n",
			n, h.rand.IntN(30), []string{"KE", "kenya", "FR"}[h.rand.IntN(3)], h.rand.IntN(100)))
	case 2:
		h.write(fmt.Sprintf("events/e%d.md", n), fmt.Sprintf("---\nname: E%d\ndate: 20%02d\ncountries: [FR]\n---\nAda.\n", n, h.rand.IntN(30)))
	case 3:
		h.write(fmt.Sprintf("pages/p%d.md", n), fmt.Sprintf("---\ntitle: P%d\n---\n%d\n", n, h.rand.IntN(100)))
	case 4:
		h.write("index.md", fmt.Sprintf("---\ntitle: T%d\nlanguages: [%s]\n---\n", n, []string{"en", "en, fr", "fr, en"}[h.rand.IntN(3)]))
	case 5:
		h.write("actors/ada.md", fmt.Sprintf("---\nname: Ada\nrole: Role %d\ntype: person\n---\n", n))
	default:
		for _, pattern := range []string{"events/*", "pages/*", "articles/a/0*"} {
			names, _ := filepath.Glob(filepath.Join(h.dir, pattern))
			if len(names) > 0 && h.rand.IntN(2) == 0 {
				os.Remove(names[h.rand.IntN(len(names))])
			}
		}
	}
}

// TestIncremental holds for random histories of edits: building after each
// edit ends with the bytes of one clean build, and a broken edit on the way
// leaves the site as it was.
func TestIncremental(t *testing.T) {
	for seed := range uint64(8) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			h := &history{t: t, dir: filepath.Join(dir, "content"), rand: rand.New(rand.NewPCG(seed, 0))}
			args := []string{"--content", h.dir, "--layouts", filepath.Join(dir, "none"), "--out"}
			public, clean := filepath.Join(dir, "public"), filepath.Join(dir, "clean")
			h.start()
			for step := range 12 {
				h.edit()
				if status, stderr := buildOnDisk(t, append(args, public)...); status != done {
					t.Fatalf("step %d: status %d: %s", step, status, stderr)
				}
				if h.rand.IntN(4) == 0 {
					before := tree(t, public)
					h.write("pages/broken.md", "---\ntitle: [\n---\n")
					if status, _ := buildOnDisk(t, append(args, public)...); status != faulty {
						t.Fatalf("step %d: broken content gave status %d", step, status)
					}
					if !maps.Equal(before, tree(t, public)) {
						t.Fatalf("step %d: a failed build changed the site", step)
					}
					os.Remove(filepath.Join(h.dir, "pages/broken.md"))
				}
			}
			if status, stderr := buildOnDisk(t, append(args, clean)...); status != done {
				t.Fatal(stderr)
			}
			sameTree(t, public, clean)
		})
	}
}

// TestKill holds for a build killed at any moment: the next one makes the
// bytes of a clean build.
func TestKill(t *testing.T) {
	dir := t.TempDir()
	binary := filepath.Join(dir, "dossier")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	public, clean := filepath.Join(dir, "public"), filepath.Join(dir, "clean")
	content := filepath.Join(dir, "content")
	if err := os.CopyFS(content, os.DirFS("../content")); err != nil {
		t.Fatal(err)
	}
	arguments := func(out string) []string {
		return []string{"build", "--quiet", "--content", content, "--layouts", "../layouts", "--out", out}
	}
	start := time.Now()
	if out, err := exec.Command(binary, arguments(clean)...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	whole := time.Since(start)
	seed := rand.New(rand.NewPCG(1, 2))
	index := filepath.Join(content, "index.md")
	settings, err := os.ReadFile(index)
	if err != nil {
		t.Fatal(err)
	}
	killed := 0
	for round := range 20 {
		// Every round changes every page, so that every build has all to write.
		changed := bytes.Replace(settings, []byte("title: "), fmt.Appendf(nil, "title: %d ", round), 1)
		if err := os.WriteFile(index, changed, 0o644); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(binary, arguments(public)...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(seed.Int64N(int64(whole))))
		cmd.Process.Kill()
		if cmd.Wait() != nil {
			killed++
		}
	}
	if err := os.WriteFile(index, settings, 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(binary, arguments(public)...).CombinedOutput(); err != nil {
		t.Fatalf("the build after the kills: %v: %s", err, out)
	}
	sameTree(t, public, clean)
	t.Logf("%d of 20 builds were killed before they ended", killed)
}
