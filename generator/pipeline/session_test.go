package pipeline

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/diag"
)

// What prose is made of in TestProse: names that are common words or have two owners, links
// to all that may be linked to, and what rules look for.
var sentences = strings.Split(
	"Ada met Kenya.|[[ada]] spoke.|They will go.|The Union met.|Mali is far.|[[a/s1|There]] it is.|[[nowhere]]|[[s1#One]]|[x](../../pages/p.png)|"+
		"![x](../../pages/q.png)|Nothing.|The 50th anniversary of 1970 is 2021.|[[jubilee]] came.|\n\n## One\n\n|\n\n## Two\n\n|# |[^1]|<b>x</b>|Ada's spring.|"+
		"A turkey, and Turkey.|“Ada”|Zoe wrote to Bob.|[[b]]|[[mirror]]", "|")

// TestProse: over random histories of edits, nearly all of them of prose, a session gives
// what a build from nothing gives, and most of the time it lays what it finds over what it
// found before.
func TestProse(t *testing.T) {
	laid, steps := 0, 0
	for seed := range uint64(6) {
		rng := rand.New(rand.NewPCG(seed, 17))
		disk := afero.NewMemMapFs()
		cfg := Config{Source: disk, Target: disk, Content: "content", Layouts: "layouts", Out: "out", Jobs: 1}
		var changed []string
		write := func(name, text string) {
			name = path.Join("content", name)
			changed = append(changed, name)
			if err := afero.WriteFile(disk, name, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		prose := func() string {
			var b strings.Builder
			for range rng.IntN(5) {
				b.WriteString(sentences[rng.IntN(len(sentences))] + " ")
			}
			return b.String() + "\n"
		}
		front := map[string]string{
			"index.md":      "title: T\nlanguages: [en, fr]\naccept: [untranslated" + []string{"", ", unmentioned-tag", ", unused"}[rng.IntN(3)] + "]",
			"actors/ada.md": "name: Ada\ntype: person", "actors/bob.md": "name: Bob\ntype: person", "actors/will.md": "name: will",
			"actors/union.md": "name: The Union\naliases: [Union]", "actors/mirror.md": "name: Mirror\naliases: [Union]",
			"events/jubilee.md": "name: 50th anniversary of independence\ndate: 2020\nactors: [ada]",
			"pages/p.md":        "title: P", "articles/a/index.md": "title: A\npublished: 2020\nauthor: ada", "articles/b/index.md": "title: B\npublished: 2021",
		}
		for _, s := range []string{"a/01-s1", "a/02-s2", "b/01-s1", "b/02-s3"} {
			front["articles/"+s+".md"] = "title: " + s + "\ndate: 2019\nevents: [jubilee]\nactors: [ada, " + []string{"bob", "Bob", "will"}[rng.IntN(3)] + "]"
		}
		for _, s := range []string{"articles/a/index", "articles/a/01-s1", "pages/p"} {
			front[s+".fr.md"] = "title: " + path.Base(s)
		}
		files := slices.Sorted(maps.Keys(front))
		for _, f := range files {
			write(f, "---\n"+front[f]+"\n---\n"+prose())
		}
		write("pages/p.png", "\x89PNG\r\n\x1a\n")
		write("pages/q.png", "\x89PNG\r\n\x1a\n")
		session := NewSession(cfg)
		for step := range 30 {
			was := session.phases.last
			preview, faults, err := session.Build(context.Background(), changed)
			if err != nil {
				t.Fatal(err)
			}
			now := session.phases.last
			if steps++; was != nil && &was.plan.Lists.ByDate[0] == &now.plan.Lists.ByDate[0] {
				laid++
			}
			sameSite(t, fmt.Sprintf("history %d, step %d, %q", seed, step, changed), preview, faults, cfg)
			changed = []string{}
			for range 1 + rng.IntN(2) {
				f := files[rng.IntN(len(files))]
				if rng.IntN(12) == 0 {
					front[f] += []string{"\nsummary: S", "\nmood: x", ""}[rng.IntN(3)]
				}
				if strings.HasPrefix(f, "articles/") || rng.IntN(5) == 0 {
					write(f, "---\n"+front[f]+"\n---\n"+prose())
				}
			}
		}
	}
	if laid < steps/4 {
		t.Errorf("of %d builds only %d were laid over the one before", steps, laid)
	}
}

// sameSite compares what a session gave with a build from nothing.
func sameSite(t *testing.T, at string, got *Preview, faults diag.List, cfg Config) {
	t.Helper()
	want, wanted, err := Run(context.Background(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	faults = slices.Clone(faults)
	for i := range faults {
		faults[i].Excerpt = ""
	}
	if !slices.Equal(faults, wanted) || got.OK != want.OK || got.Pages != want.Pages {
		t.Fatalf("%s: the session gives, and a build gives,\n%+v\n%v\n%+v\n%v", at, got.Result, faults, want, wanted)
	}
	if !want.OK {
		return
	}
	err = afero.Walk(cfg.Target, cfg.Out, func(name string, info fs.FileInfo, err error) error {
		rel := strings.TrimPrefix(filepath.ToSlash(name), cfg.Out+"/")
		if err != nil || info.IsDir() || strings.HasPrefix(rel, ".") {
			return err
		}
		render, ok := got.File(rel)
		if !ok {
			t.Fatalf("%s: the session has no %s", at, rel)
		}
		built, err := afero.ReadFile(cfg.Target, name)
		if err != nil {
			return err
		}
		if made, err := render(); err != nil || !bytes.Equal(made, built) {
			t.Fatalf("%s: %s differs: %v", at, rel, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
