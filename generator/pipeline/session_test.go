package pipeline

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/diag"
	"dossier/generator/edtf"
	"dossier/generator/model"
	"dossier/generator/pipeline/keys"
)

// What prose is made of: names that are common words or have two owners, links to all that
// may be linked to, and what rules look for. PICS is where the pictures are.
var sentences = strings.Split(
	"Ada met Kenya.|[[ada]] spoke.|They will go.|The Union met.|Mali is far.|[[a/s1|There]] it is.|[x](PICS/p.png)|![x](PICS/q.png)|Nothing.|"+
		"The 50th anniversary of 1970 is 2021.|[[jubilee]] came.|\n\n## One\n\n|\n\n## Two\n\n|<b>x</b>|Ada's spring.|A turkey, and Turkey.|“Ada”|"+
		"Zoe wrote to Bob.|[[articles/b]]|[[mirror]]|Bob met Ada in Mali.|[[#One]]|[[a/s1#One]]|[[p]]|"+
		"As the Herald wrote, nothing came.|The Herald knew.|Bob spoke.[^herald]|Little[^herald] came of it.|> [!CORRECTION]\n> Mended.\n\n", "|")

// histories is how many histories of edits a test tries, n or as many as DOSSIER_HISTORIES
// says; with -short that must say so.
func histories(t *testing.T, n uint64) uint64 {
	if text := os.Getenv("DOSSIER_HISTORIES"); text != "" {
		n, err := strconv.ParseUint(text, 10, 16)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if testing.Short() {
		t.Skip("it builds after each of many edits")
	}
	return n
}

// scribe writes a dossier at random and edits it.
type scribe struct {
	t       *testing.T
	rng     *rand.Rand
	disk    afero.Fs
	front   map[string]string // front matter, by file
	changed []string
}

func newScribe(t *testing.T, seed uint64) *scribe {
	w := &scribe{t: t, rng: rand.New(rand.NewPCG(seed, 17)), disk: afero.NewMemMapFs()}
	w.front = map[string]string{
		"index.md":      "title: T\nbase_url: https://example.org/\nlanguages: [en, fr]\naccept: [untranslated" + w.pick("", ", unmentioned-tag", ", unused") + "]",
		"actors/ada.md": "name: Ada\ntype: person", "actors/bob.md": "name: Bob\ntype: person", "actors/will.md": "name: will\ntype: person",
		"actors/union.md": "name: The Union\ntype: organization\naliases: [Union]", "actors/mirror.md": "name: Mirror\ntype: organization\naliases: [Union]",
		"events/jubilee.md": "name: 50th anniversary of independence\ndate: 2020\nactors: [ada]",
		"pages/p.md":        "title: P", "articles/a/index.md": "title: A\npublished: 2020\nauthor: ada", "articles/b/index.md": "title: B\npublished: 2021",
	}
	for _, s := range []string{"a/01-s1", "a/02-s2", "b/01-s1", "b/02-s3"} {
		w.front["articles/"+s+".md"] = "title: " + s + "\ndate: 2019\nevents: [jubilee]\nactors: [ada, " + w.pick("bob", "union", "will") + "]"
	}
	w.front["articles/a/01-s1.md"] += "\nsources: [{id: herald, title: A report, publisher: Herald}]"
	w.front["articles/b/02-s3.md"] += "\nsources: [{title: Another, publisher: Herald}, {id: herald, title: A third}]\ncorrections: [{date: 2021, text: Mended.}]"
	for _, s := range []string{"articles/a/index", "articles/a/01-s1", "pages/p"} {
		w.front[s+".fr.md"] = "title: " + path.Base(s)
	}
	for _, f := range slices.Sorted(maps.Keys(w.front)) {
		w.rewrite(f)
	}
	w.write("pages/p.png", "\x89PNG\r\n\x1a\n")
	w.write("pages/q.png", "\x89PNG\r\n\x1a\n")
	return w
}

func (w *scribe) pick(from ...string) string { return from[w.rng.IntN(len(from))] }

func (w *scribe) write(name, text string) {
	name = path.Join("content", name)
	w.changed = append(w.changed, name)
	if err := afero.WriteFile(w.disk, name, []byte(text), 0o644); err != nil {
		w.t.Fatal(err)
	}
}

// rewrite writes a file with other prose.
func (w *scribe) rewrite(file string) {
	var b strings.Builder
	for range w.rng.IntN(5) {
		s := w.pick(sentences...)
		if strings.Contains(s, "#One") && w.rng.IntN(4) > 0 { // there may be no such heading
			s = "\n\n## One\n\n"
		}
		if original := strings.Replace(file, ".fr.md", ".md", 1); !strings.Contains(w.front[original], "id: herald") && w.rng.IntN(40) > 0 {
			s = strings.ReplaceAll(s, "[^herald]", "")
		}
		b.WriteString(strings.ReplaceAll(s, "PICS", strings.Repeat("../", strings.Count(file, "/"))+"pages") + " ")
	}
	w.write(file, "---\n"+w.front[file]+"\n---\n"+b.String()+"\n")
}

// tweak changes words of a file's prose, and nothing that it names or leads to: most edits
// are such.
func (w *scribe) tweak(file string) {
	text, err := afero.ReadFile(w.disk, path.Join("content", file))
	if err != nil {
		w.t.Fatal(err)
	}
	front, body, _ := strings.Cut(string(text), "\n---\n")
	words := strings.NewReplacer("nothing", "little", "little", "nothing", "met", "saw", "saw", "met", "spoke", "talked", "talked", "spoke",
		"came", "went", "went", "came", "far", "near", "near", "far", "knew", "told", "told", "knew", "Mended", "Better", "Better", "Mended")
	w.write(file, front+"\n---\n"+words.Replace(body))
}

// prose edits prose, and now and then what else a file says.
func (w *scribe) prose() {
	w.changed = []string{}
	files := slices.Sorted(maps.Keys(w.front))
	for range 1 + w.rng.IntN(2) {
		f := w.pick(files...)
		if w.rng.IntN(12) == 0 {
			w.front[f] += w.pick("\nsummary: S", "\nmood: x", "")
		}
		if strings.HasPrefix(f, "articles/") || w.rng.IntN(5) == 0 {
			w.rewrite(f)
		}
	}
}

// anything edits whatever an editor may.
func (w *scribe) anything() {
	f := w.pick(slices.Sorted(maps.Keys(w.front))...)
	replace := func(key string, values ...string) {
		if at := strings.Index("\n"+w.front[f], "\n"+key+": "); at >= 0 {
			rest := w.front[f][at:]
			line, _, _ := strings.Cut(rest, "\n")
			w.front[f] = w.front[f][:at] + key + ": " + w.pick(values...) + rest[len(line):]
		}
	}
	switch w.rng.IntN(19) {
	case 0:
		replace("title", "New", "Old & new", `"*Set* in italics"`)
	case 1:
		replace("name", "Ada", "Grace", "Kenya", "will")
	case 2:
		replace("aliases", "[Union]", "[League, Union]", "[Nothing]")
	case 3:
		replace("date", "2018", "2019-05", "1990/2000")
	case 4:
		replace("published", "2019", "2022-02")
	case 5:
		replace("actors", "[]", "[ada]", "[union, ada]")
	case 6:
		f = "articles/a/03-more.md"
		if w.front[f] == "" {
			w.front[f] = "title: More\ndate: 2020\nactors: [union]"
		} else if err := w.disk.Remove(path.Join("content", f)); err == nil {
			delete(w.front, f)
			return
		}
	case 7:
		f = "index.md"
		replace("languages", "[en, fr]", "[en]", "[en, fr, de]")
	case 8:
		w.write("../layouts/404.html", `{{define "main"}}<p>`+w.pick("One", "Two")+`</p>{{end}}`)
	case 9:
		w.write("../layouts/messages/en.yaml", "search: "+w.pick("Look up", "Find")+"\n")
	case 10:
		w.write("pages/p.png", "\x89PNG\r\n\x1a\n"+w.pick("", "1", "22"))
	case 11:
		w.write("countries/kenya.md", "---\nname: Kenya\nsummary: "+w.pick("A land", "A state")+"\n---\nText.\n")
	case 12: // names that prose has already
		w.front["actors/zoe.md"] = "name: Zoe\ntype: person\naliases: [" + w.pick("spring", "Nothing", "spoke") + "]"
		f = "actors/zoe.md"
	case 13: // a translation comes or goes
		f = w.pick("articles/b/01-s1.fr.md", "actors/ada.fr.md", "index.fr.md")
		if w.front[f] == "" {
			w.front[f] = "title: " + w.pick("Un titre", "Deux titres")
		} else if err := w.disk.Remove(path.Join("content", f)); err == nil {
			delete(w.front, f)
			return
		}
	case 14:
		f = "index.md"
		replace("base_url", "https://example.com/", "https://example.org/x/")
	case 15: // what the language of prose changes
		if f = "pages/p.md"; strings.Contains(w.front[f], "language") {
			replace("language", "en", "fr")
		} else {
			w.front[f] += "\nlanguage: fr"
		}
	case 16:
		f = w.pick("articles/a/02-s2.md", "articles/b/index.md", "pages/p.md")
		if replace("draft", "true", "false"); !strings.Contains(w.front[f], "draft") {
			w.front[f] += "\ndraft: true"
		}
	case 17: // the same bytes elsewhere
		if text, err := afero.ReadFile(w.disk, path.Join("content", "articles/a/01-s1.md")); err == nil {
			w.write("articles/b/02-s3.md", string(text))
		}
		return
	case 18:
		replace("sources", "[{id: herald, title: A report, publisher: Herald}]", "[A book, {id: herald, title: A report}]", "[A book]")
	}
	w.rewrite(f)
}

func (w *scribe) config() Config {
	return Config{Source: w.disk, Target: w.disk, Content: "content", Layouts: "layouts", Out: "out", Jobs: 1}
}

// TestProse: over random histories of edits, nearly all of them of prose, a session gives
// what a build from nothing gives, and most of the time it lays what it finds over what it
// found before.
func TestProse(t *testing.T) {
	laid, sound, steps := 0, 0, 0
	for seed := range histories(t, 4) {
		w := newScribe(t, seed)
		session := NewSession(w.config())
		for step := range 20 {
			was := session.phases.last
			preview, faults, err := session.Build(context.Background(), w.changed)
			if err != nil {
				t.Fatal(err)
			}
			now := session.phases.last
			if steps++; was != nil && &was.plan.Lists.ByDate[0] == &now.plan.Lists.ByDate[0] {
				laid++
				if preview.OK {
					sound++
				}
			}
			sameSite(t, fmt.Sprintf("history %d, step %d, %q", seed, step, w.changed), preview, faults, w.config())
			w.prose()
		}
	}
	if laid < steps/4 || sound < laid/4 {
		t.Errorf("of %d builds only %d were laid over the one before, %d of these without errors", steps, laid, sound)
	}
}

// spoil damages the cache, or puts an older one in its place, or settings change.
func (w *scribe) spoil(cfg *Config, older map[string][]byte) {
	names, err := afero.Glob(w.disk, "cache/dossier-*")
	if err != nil || len(names) == 0 {
		return
	}
	name := w.pick(names...)
	text, err := afero.ReadFile(w.disk, name)
	if err != nil {
		w.t.Fatal(err)
	}
	before := slices.Clone(text)
	switch at := w.rng.IntN(len(text)); w.rng.IntN(9) {
	case 0:
		text[at] ^= 1 << w.rng.IntN(8)
	case 1:
		text = text[:at]
	case 2:
		text = slices.Concat(text[:at], []byte("more"), text[at:])
	case 3:
		text = append(text, text[at:]...)
	case 4:
		if older[name] != nil {
			text = older[name]
		}
	case 5:
		program := w.pick("this", "that")
		cfg.Program = func() string { return program }
	case 6:
		cfg.Drafts = !cfg.Drafts
	case 7:
		cfg.BaseURL = w.pick("", "https://example.net/")
	}
	older[name] = before
	if err := afero.WriteFile(w.disk, name, text, 0o644); err != nil {
		w.t.Fatal(err)
	}
}

// TestEdited: over random histories of edits of any kind a build that knows of the one
// before leaves the site of a build that knows of none, whatever becomes of what is known.
func TestEdited(t *testing.T) {
	sound, steps, known := 0, 0, 0
	for seed := range histories(t, 4) {
		w := newScribe(t, seed)
		cfg := w.config()
		clean := cfg
		cfg.Cache, cfg.Program = "cache", func() string { return "this" }
		clean.Out = "clean"
		older := map[string][]byte{}
		for step := range 20 {
			clean.Drafts, clean.BaseURL = cfg.Drafts, cfg.BaseURL
			res, faults, err := Run(context.Background(), cfg)
			if err != nil {
				t.Fatal(err)
			}
			want, wanted, err := Run(context.Background(), clean)
			if err != nil {
				t.Fatal(err)
			}
			if res.OK != want.OK || !slices.Equal(faults, wanted) {
				t.Fatalf("history %d, step %d, %q: %v\n%v\nnot %v\n%v", seed, step, w.changed, res.OK, faults, want.OK, wanted)
			}
			if res.OK {
				sameFiles(t, fmt.Sprintf("history %d, step %d, %q", seed, step, w.changed), w.disk, cfg.Out, clean.Out)
				verify := cfg
				verify.Verify = true
				if res, _, err := Run(context.Background(), verify); err != nil || len(res.Differences) > 0 {
					t.Fatalf("history %d, step %d, %q: %v, %v", seed, step, w.changed, res.Differences, err)
				}
			}
			if steps++; res.OK {
				sound++
				if last := cfg.cache().Last(context.Background(), 1); len(last.Outputs) > res.Pages {
					known++
				}
			}
			w.changed = nil
			bad := slices.IndexFunc(faults, func(f diag.Diagnostic) bool { return f.Severity() == diag.Error })
			switch {
			case bad >= 0 && w.rng.IntN(3) > 0: // it is mended
				if f := strings.TrimPrefix(faults[bad].File, "content/"); w.front[f] != "" {
					w.rewrite(f)
				}
			case w.rng.IntN(3) == 0:
				w.anything()
			case w.rng.IntN(2) == 0:
				w.tweak(w.pick(slices.Sorted(maps.Keys(w.front))...))
			default:
				w.prose()
			}
			if w.rng.IntN(3) == 0 {
				w.spoil(&cfg, older)
			}
		}
	}
	if sound < steps/3 || known < sound {
		t.Errorf("of %d builds only %d were sound, and %d with keys", steps, sound, known)
	}
}

// sameFiles compares two folders.
func sameFiles(t *testing.T, at string, disk afero.Fs, got, want string) {
	t.Helper()
	n := [2]int{}
	for i, dir := range []string{got, want} {
		err := afero.Walk(disk, dir, func(name string, info fs.FileInfo, err error) error {
			if err != nil || info.IsDir() {
				return err
			}
			n[i]++
			body, err := afero.ReadFile(disk, name)
			if err != nil {
				return err
			}
			other, err := afero.ReadFile(disk, path.Join([]string{want, got}[i], strings.TrimPrefix(filepath.ToSlash(name), dir)))
			if err != nil || !bytes.Equal(body, other) {
				t.Fatalf("%s: %s is not that of a clean build: %v", at, name, err)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestKeys: of a section's edited prose only those pages have other keys that show it, that
// quote it, or that tell which translations are current; and of what is shown of docs, only
// what is shown of that section. Where it names somebody new, so have that entity's page, what
// is ordered by how often all are named, and, for an event, what its chart may stand on.
func TestKeys(t *testing.T) {
	w := newScribe(t, 1)
	shown := []map[model.Key]keys.Key{}
	keysOf := func() keys.Keys {
		p, _, err := once(w.config()).run(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		outputs, said := keys.Of(p, func(string) ([32]byte, bool) { return [32]byte{}, false })
		if said(nil) != outputs["timeline.html"] {
			t.Error("the key of no doc is wrong")
		}
		of := map[model.Key]keys.Key{}
		for _, d := range p.Lists.Docs {
			of[d.Key] = said(d)
		}
		shown = append(shown, of)
		return outputs
	}
	w.write("articles/b/02-s3.md", "---\n"+w.front["articles/b/02-s3.md"]+"\n---\nAda met Kenya.\n")
	was := keysOf()
	edit := func(prose string, other map[string]bool) {
		t.Helper()
		w.write("articles/b/02-s3.md", "---\n"+w.front["articles/b/02-s3.md"]+"\n---\n"+prose+"\n")
		now := keysOf()
		for file, want := range other {
			if key, ok := now[file]; !ok || (key != was[file]) != want {
				t.Errorf("%q: %s: known %v, other %v, not %v", prose, file, ok, key != was[file], want)
			}
		}
		was = now
	}
	edit("Ada met Kenya, later.", map[string]bool{
		"articles/b/s3.html": true, "fr/articles/b/s3.html": true, "articles/b/index.html": true, "articles/b/b.epub": true, "actors/ada.html": true, "translations.html": true,
		"index.html": false, "timeline.html": false, "actors/index.html": false,
		"articles/b/s1.html": false, "articles/a/index.html": false, "actors/bob.html": false, "feed.xml": false, "articles/a/a.epub": false,
	})
	edit("Ada met Kenya, later, and [[bob]].", map[string]bool{
		"articles/b/s3.html": true, "articles/b/index.html": true, "actors/ada.html": true, "actors/bob.html": true, "index.html": true, "actors/index.html": true, "data/": true,
		"articles/b/s1.html": false, "articles/a/index.html": false, "actors/mirror.html": false, "feed.xml": false, "actors/bob.xml": false, "articles/a/a.epub": false,
	})
	edit("Ada met Kenya, later, and [[bob]] on [[jubilee]].", map[string]bool{
		"articles/b/s1.html": true, "articles/a/index.html": true, "events/jubilee.html": true, "actors/ada.html": true,
		"actors/mirror.html": false, "feed.xml": false, "articles/a/a.epub": false,
	})
	all := map[keys.Key]bool{}
	for doc, key := range shown[1] {
		if all[key] || (key != shown[0][doc]) != (doc == "articles/b/s3") {
			t.Errorf("%s: the key is another's, or is another: %v", doc, key != shown[0][doc])
		}
		all[key] = true
	}
	if n, to := reflect.TypeFor[model.Anchor]().NumField(), reflect.TypeFor[model.Elsewhere]().NumField(); n != 10 || to != 3 {
		t.Errorf("an anchor has %d fields and leads to %d; keys.anchor must hash all of them", n, to)
	}
	if date, pos := reflect.TypeFor[edtf.Date](), reflect.TypeFor[diag.Pos](); date.Field(0).Name != "text" || pos.NumField() != 3 || pos.Field(0).Name != "File" {
		t.Error("the hash of a date is that of its text, its first field; that of an address has three fields, the file first")
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
