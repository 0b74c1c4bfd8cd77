package acceptance

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/pipeline"
)

// TestSession holds for random histories of edits, of the layouts too: after
// each, a session that is told what was touched makes every file as a build
// from nothing does, and finds the same faults.
func TestSession(t *testing.T) {
	for seed := range uint64(fewer(12)) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			disk := afero.NewMemMapFs()
			h := &history{t: t, fs: disk, dir: "content", rand: rand.New(rand.NewPCG(seed, 2))}
			h.start()
			cfg := pipeline.Config{Source: disk, Target: disk, Content: "content", Layouts: "layouts", Out: "public", Jobs: 2}
			session := pipeline.NewSession(cfg)
			for step := range 25 {
				switch what := h.rand.IntN(10); {
				case what == 0:
					h.write("pages/p1.md", "---\ntitle: [\n---\n")
				case what == 1:
					h.write("../layouts/404.html", fmt.Sprintf(`{{define "main"}}<p>%d</p>{{end}}`, step))
				case what == 2:
					h.write("../layouts/404.html", `{{define "main"}}{{.Missing}}{{end}}`)
				case what == 3:
					accept := []string{"unknown-key", "missing-translation", "untagged-mention, unused", "unknown-kye"}[h.rand.IntN(4)]
					h.write("pages/accepts.md", "---\ntitle: A\nsummery: x\naccept: ["+accept+"]\n---\n")
				default:
					h.edit()
				}
				changed := slices.Clone(h.touched)
				if h.rand.IntN(8) == 0 {
					changed = nil
				}
				h.touched = nil
				sameAsBuild(t, step, session, changed, cfg)
			}
		})
	}
}

func sameAsBuild(t *testing.T, step int, session *pipeline.Session, changed []string, cfg pipeline.Config) {
	t.Helper()
	ctx := context.Background()
	got, faults, err := session.Build(ctx, changed)
	if err != nil {
		t.Fatal(err)
	}
	want, wantFaults, err := pipeline.Run(ctx, cfg)
	if err != nil {
		t.Fatal(err)
	}
	faults = slices.Clone(faults)
	for i := range faults {
		faults[i].Excerpt = "" // of a session alone
	}
	if !slices.Equal(faults, wantFaults) || got.OK != want.OK || got.Pages != want.Pages || got.Editions != want.Editions {
		t.Fatalf("step %d, %q touched: %+v %v\nwant %+v %v", step, changed, got.Result, faults, want, wantFaults)
	}
	if !want.OK {
		return
	}
	files := map[string]string{}
	err = afero.Walk(cfg.Target, cfg.Out, func(name string, info fs.FileInfo, err error) error {
		rel, _ := filepath.Rel(cfg.Out, name)
		if err != nil || info.IsDir() || strings.HasPrefix(rel, ".") {
			return err
		}
		body, err := afero.ReadFile(cfg.Target, name)
		files[filepath.ToSlash(rel)] = string(body)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		render, ok := got.File(name)
		if !ok {
			t.Fatalf("step %d: the session has no %s", step, name)
		}
		if body, err := render(); err != nil || string(body) != files[name] {
			t.Fatalf("step %d, %q touched: %s differs, %v", step, changed, name, err)
		}
	}
	if _, ok := got.File("articles/none.html"); ok {
		t.Fatal("the session has a page that nobody made")
	}
}

// TestSessionAfterFailure holds when a build that failed for want of its
// environment is made up for by the next, which is not told again what was
// touched before.
func TestSessionAfterFailure(t *testing.T) {
	disk := afero.NewMemMapFs()
	h := &history{t: t, fs: disk, dir: "content", rand: rand.New(rand.NewPCG(1, 1))}
	h.start()
	session := pipeline.NewSession(pipeline.Config{Source: disk, Content: "content", Layouts: "layouts", Jobs: 1})
	if _, _, err := session.Build(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	h.write("pages/p.md", "---\ntitle: Before the failure\n---\n")
	if err := disk.Rename("content", "elsewhere"); err != nil {
		t.Fatal(err)
	}
	if _, _, err := session.Build(context.Background(), []string{filepath.Join("content", "pages", "p.md")}); err == nil {
		t.Fatal("there is no content folder, and no error")
	}
	if err := disk.Rename("elsewhere", "content"); err != nil {
		t.Fatal(err)
	}
	site, _, err := session.Build(context.Background(), []string{filepath.Join("content", "actors", "ada.md")})
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := site.File("pages/p.html"); !ok {
		t.Error("what was touched before the failure is not seen")
	}
}
