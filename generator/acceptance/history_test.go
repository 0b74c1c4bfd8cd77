package acceptance

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
	fs   afero.Fs
	dir  string
	rand *rand.Rand

	touched []string // files written or removed
}

func (h *history) write(name, body string) {
	name = filepath.Join(h.dir, name)
	h.touched = append(h.touched, name)
	if err := h.fs.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		h.t.Fatal(err)
	}
	if err := afero.WriteFile(h.fs, name, []byte(body), 0o644); err != nil {
		h.t.Fatal(err)
	}
}

func (h *history) remove(name string) {
	h.touched = append(h.touched, name)
	if err := h.fs.Remove(name); err != nil {
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
			names, err := afero.Glob(h.fs, filepath.Join(h.dir, pattern))
			if err != nil {
				h.t.Fatal(err)
			}
			if len(names) > 0 && h.rand.IntN(2) == 0 {
				h.remove(names[h.rand.IntN(len(names))])
			}
		}
	}
}

// TestIncremental holds for random histories of edits: building after each
// edit ends with the bytes of one clean build, and a broken edit on the way
// leaves the site as it was.
func TestIncremental(t *testing.T) {
	for seed := range uint64(fewer(8)) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			h := &history{t: t, fs: afero.NewOsFs(), dir: filepath.Join(dir, "content"), rand: rand.New(rand.NewPCG(seed, 0))}
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
					h.remove(filepath.Join(h.dir, "pages/broken.md"))
				}
			}
			if status, stderr := buildOnDisk(t, append(args, clean)...); status != done {
				t.Fatal(stderr)
			}
			sameTree(t, public, clean)
		})
	}
}

// buildProgram makes the command line's binary.
func buildProgram(t *testing.T) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "dossier")
	if out, err := exec.Command("go", "build", "-o", name, "..").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return name
}

// victim is the real dossier, built again and again by processes that are
// stopped on the way. Every round changes every page, so that every build has
// all to write.
type victim struct {
	t                      *testing.T
	binary                 string
	content, public, clean string
	settings               []byte
	whole                  time.Duration // of the last build that was not stopped
	rand                   *rand.Rand
	round, stopped         int
}

func newVictim(t *testing.T) *victim {
	t.Helper()
	dir := t.TempDir()
	v := &victim{t: t, binary: buildProgram(t), content: filepath.Join(dir, "content"), public: filepath.Join(dir, "public"),
		clean: filepath.Join(dir, "clean"), rand: rand.New(rand.NewPCG(1, 2))}
	if err := os.CopyFS(v.content, os.DirFS(suezContent)); err != nil {
		t.Fatal(err)
	}
	var err error
	if v.settings, err = os.ReadFile(filepath.Join(v.content, "index.md")); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	v.finish(v.clean)
	v.whole = time.Since(start)
	return v
}

func (v *victim) command(out string) *exec.Cmd {
	return exec.Command(v.binary, "build", "--quiet", "--content", v.content, "--layouts", "../../layouts", "--out", out)
}

// finish lets a build end.
func (v *victim) finish(out string) {
	v.t.Helper()
	if words, err := v.command(out).CombinedOutput(); err != nil {
		v.t.Fatalf("round %d: %v: %s", v.round, err, words)
	}
}

func (v *victim) setTitle(title string) {
	v.t.Helper()
	changed := bytes.Replace(v.settings, []byte(`title: "`), []byte(`title: "`+title), 1)
	if err := os.WriteFile(filepath.Join(v.content, "index.md"), changed, 0o644); err != nil {
		v.t.Fatal(err)
	}
}

// stop begins a build and sends it a signal at a random moment.
func (v *victim) stop(signal os.Signal) *os.ProcessState {
	v.t.Helper()
	v.round++
	v.setTitle(fmt.Sprint(v.round, " "))
	cmd := v.command(v.public)
	if err := cmd.Start(); err != nil {
		v.t.Fatal(err)
	}
	start, ended := time.Now(), make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended: // the machine has less else to do than before
		if err != nil {
			v.t.Fatalf("round %d: %v", v.round, err)
		}
		v.whole = time.Since(start)
		return cmd.ProcessState
	case <-time.After(time.Duration(v.rand.Int64N(int64(v.whole)))):
	}
	_ = cmd.Process.Signal(signal)
	if err := <-ended; err != nil {
		v.stopped++
	}
	return cmd.ProcessState
}

// heal builds the dossier as it was, and compares with the clean site.
func (v *victim) heal() {
	v.t.Helper()
	v.setTitle("")
	v.finish(v.public)
	sameTree(v.t, v.public, v.clean)
}

// TestHistories holds for many short histories, 40 or as many as DOSSIER_HISTORIES
// says, in memory and on the disk, which has stamps: the last of the builds gives
// the bytes of a clean one.
func TestHistories(t *testing.T) {
	histories := effort(t, "DOSSIER_HISTORIES", 40)
	const workers = 4
	for worker := range workers {
		t.Run(fmt.Sprint(worker), func(t *testing.T) {
			t.Parallel()
			for seed := worker; seed < histories && !t.Failed(); seed += workers {
				shortHistory(t, uint64(seed))
			}
		})
	}
}

func shortHistory(t *testing.T, seed uint64) {
	t.Helper()
	l := &lab{t: t, fs: afero.NewMemMapFs(), root: "short"}
	if seed%2 == 1 {
		folder, err := os.MkdirTemp(t.TempDir(), "")
		if err != nil {
			t.Fatal(err)
		}
		l.fs, l.root = afero.NewOsFs(), folder
		defer os.RemoveAll(folder)
	}
	h := &history{t: t, fs: l.fs, dir: filepath.Join(l.root, "content"), rand: rand.New(rand.NewPCG(seed, 1))}
	h.start()
	for edit := range 1 + h.rand.IntN(3) {
		if edit == 0 || h.rand.IntN(2) == 0 {
			if status, stderr := l.build(l.fs, "public"); status != done {
				t.Fatalf("history %d: status %d: %s", seed, status, stderr)
			}
		}
		for range 1 + h.rand.IntN(3) {
			h.edit()
		}
	}
	for _, out := range []string{"public", "clean"} {
		if status, stderr := l.build(l.fs, out); status != done {
			t.Fatalf("history %d: status %d: %s", seed, status, stderr)
		}
	}
	l.same(fmt.Sprintf("history %d", seed), l.tree("public"), l.tree("clean"))
}

// TestKill holds for builds killed at any moment, 20 of them or as many as
// DOSSIER_KILLS says: the next one makes the bytes of a clean build.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("it stops dozens of processes")
	}
	t.Parallel()
	v, kills := newVictim(t), effort(t, "DOSSIER_KILLS", 20)
	healed := 0
	for v.stopped < kills && v.round < 4*kills {
		v.stop(os.Kill)
		if v.stopped%5 == 0 && !t.Failed() {
			v.heal()
			healed++
		}
	}
	v.heal()
	if v.stopped < kills {
		t.Errorf("of %d builds only %d were killed before they ended", v.round, v.stopped)
	}
	t.Logf("%d of %d builds were killed before they ended; %d times the next one was compared with a clean one, no site lost", v.stopped, v.round, healed+1)
}
