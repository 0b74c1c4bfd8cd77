package content

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/model"
)

// editor makes up edits of a content folder and notes what changed.
type editor struct {
	*rand.Rand
	fs      afero.Fs
	links   bool // the file system has symbolic links, in the folder
	folder  string
	changed []string
}

var editedPaths = []string{
	"articles/a/index.md", "articles/a/index.ru.md", "articles/a/01-x.md", "articles/a/01-x.ru.md", "articles/a/02-y.md", "articles/a/03-x.md",
	"articles/b/index.md", "articles/b/01-x.md", "articles/b/picture.png", "countries/kyrgyzstan.md", "countries/kyrgyzstan.ru.md", "countries/qirghiz.md",
	"countries/atlantis.md", "events/e1.md", "events/e1.ru.md", "events/e2.md", "actors/ada.md", "actors/ada.ru.md", "actors/e1.md", "places/p.md",
	"pages/about.md", "pages/about.ru.md", "index.ru.md", "pages/Bad Name.md", "articles/loose.md", "notes/x.md", "articles/a/deep/y.md", "events/.hidden.md",
}

var editedFolders = []string{"articles/a", "articles/b", "articles/a/deep", "countries", "events", "actors", "pages", "articles", "places"}

func (e *editor) one(of ...string) string { return of[e.IntN(len(of))] }

// text makes up a file: mostly one that is right somewhere.
func (e *editor) text(name string) string {
	if e.IntN(15) == 0 {
		return e.one("", "no front matter", "---\ntitle: [\n---\n", "---\ntitle: never ends\n", "---\n\xff\n---\n", "---\n- a\n---\n")
	}
	var b strings.Builder
	b.WriteString("---\n")
	line := func(odds int, format string, args ...any) {
		if e.IntN(odds) > 0 {
			fmt.Fprintf(&b, format+"\n", args...)
		}
	}
	id := func() string {
		return e.one("kyrgyzstan", "KG", "chad", "TD", "atlantis", "e1", "e2", "ada", "p", "nowhere", "x")
	}
	switch {
	case strings.HasSuffix(name, ".ru.md"):
		line(2, "title: %s", e.one("Да", "Нет"))
	case strings.HasPrefix(name, "articles") && path.Base(name) == "index.md":
		line(9, "title: %s", e.one("A", "B"))
		line(2, "author: %s\npublished: %s", id(), e.one("2019", "2020-01", "2020-01-03"))
	case strings.HasPrefix(name, "articles"):
		line(9, "title: %s\ndate: %s", e.one("S", "T"), e.one("2019-11-28", "2018", "later"))
		line(2, "countries: [%s, %s]\nevents: [%s]\nplaces: [%s]", id(), id(), id(), id())
		line(2, "corrections: [{date: %s, text: c}]", e.one("2021", "2022"))
	case strings.HasPrefix(name, "pages"):
		line(9, "title: P")
	default:
		line(9, "name: %s", e.one("N", "{en: M, ru: М}"))
		line(2, "date: 2019\ncountries: [%s]\nactors: [%s]", id(), id())
		line(2, "relations:\n  - {type: near, to: %s}\n  - {type: near, to: countries/chad}", id())
		line(2, "type: person\nplace: %s", id())
		line(3, "iso: %s", e.one("KG", "TD"))
	}
	line(2, "summary: %s", e.one("one", "two"))
	fmt.Fprintf(&b, "---\n\n%s\n", e.one("Words.", "Other *words*.\n\n## And\n\nmore [[ada]]", "<b>"))
	return b.String()
}

func (e *editor) settings() string {
	return "---\ntitle: " + e.one("T", "U") + "\nlanguages: " + e.one("[en, ru]", "[en, ru]", "[en]", "[ru, en]", "[en, xx-]") + "\n" +
		e.one("kinds: {places: {name: P}}\n", "kinds: {places: {name: P}}\n", "") + "relations: {near: {name: near, inverse: near}}\n---\n\n" + e.one("Home.", "House.") + "\n"
}

// edit makes one change; changes that a file system refuses are none.
func (e *editor) edit(t *testing.T) {
	name := e.one(editedPaths...)
	switch e.IntN(16) {
	case 0:
		e.write(t, "index.md", e.settings())
	case 1:
		name = e.one(editedFolders...)
		e.fs.RemoveAll(name)
	case 2:
		name = e.one(editedFolders...)
		to := e.one(editedFolders...)
		if there, _ := afero.Exists(e.fs, to); !there && e.fs.MkdirAll(path.Dir(to), 0o755) == nil && !strings.HasPrefix(to, name+"/") {
			e.fs.Rename(name, to)
			e.changed = append(e.changed, to, path.Dir(to))
		}
	case 3, 4:
		e.fs.Remove(name)
	case 5, 6:
		to := e.one(editedPaths...)
		if there, _ := afero.DirExists(e.fs, path.Dir(to)); there && name != to {
			e.fs.Rename(name, to)
			e.changed = append(e.changed, to)
		}
	case 7:
		if e.links {
			e.fs.Remove(name)
			os.Symlink("nowhere/to/be/found", path.Join(e.folder, name))
		}
	case 8:
		e.write(t, "index.md", e.settings()[:30])
	default:
		e.write(t, name, e.text(name))
	}
	e.changed = append(e.changed, name)
}

func (e *editor) write(t *testing.T, name, text string) {
	t.Helper()
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if info, err := e.fs.Stat(dir); errors.Is(err, fs.ErrNotExist) || err == nil && !info.IsDir() {
			e.changed = append(e.changed, dir)
		}
	}
	if e.fs.MkdirAll(path.Dir(name), 0o755) == nil {
		afero.WriteFile(e.fs, name, []byte(text), 0o644)
	}
	e.changed = append(e.changed, name)
}

// texts are the texts of a corpus by file.
func texts(c *model.Corpus) map[string]*model.Text {
	all := map[string]*model.Text{}
	for _, d := range c.Docs() {
		for _, t := range d.Texts {
			all[t.File] = t
		}
	}
	return all
}

// follow edits a folder many times and holds a Reader against fresh readings.
func follow(t *testing.T, e *editor, steps int, anything bool) {
	ctx := context.Background()
	e.write(t, "index.md", "---\ntitle: T\nlanguages: [en, ru]\nkinds: {places: {name: P}}\nrelations: {near: {name: near, inverse: near}}\n---\n")
	for _, name := range editedPaths {
		e.write(t, name, e.text(name))
	}
	r := NewReader(e.fs)
	var last, copyOfLast *model.Corpus
	kept := 0
	for step := range steps {
		changed := e.changed
		e.Shuffle(len(changed), func(i, j int) { changed[i], changed[j] = changed[j], changed[i] })
		if anything && e.IntN(5) == 0 {
			changed = nil
		}
		got, faults, err := r.Read(ctx, changed)
		want, wantFaults, wantErr := Read(ctx, e.fs)
		if err != nil || wantErr != nil {
			t.Fatalf("step %d, changed %q: %v, %v", step, changed, err, wantErr)
		}
		if !reflect.DeepEqual(faults, wantFaults) {
			t.Fatalf("step %d, changed %q: the faults are\n%v\nand should be\n%v", step, changed, faults, wantFaults)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("step %d, changed %q: the corpora differ", step, changed)
		}
		if last != nil {
			if !reflect.DeepEqual(last, copyOfLast) {
				t.Fatalf("step %d, changed %q: the corpus before it changed", step, changed)
			}
			before := texts(last)
			for file, text := range texts(got) {
				if reflect.DeepEqual(last.Settings, got.Settings) && reflect.DeepEqual(last.Kinds, got.Kinds) && before[file] != nil && reflect.DeepEqual(before[file], text) && !slices.Contains(changed, "index.md") {
					kept++
					if before[file] != text && !slices.ContainsFunc(changed, func(c string) bool { return c == file || strings.HasPrefix(file, c+"/") }) {
						t.Fatalf("step %d, changed %q: the text of %s is another one", step, changed, file)
					}
				}
			}
		}
		last, copyOfLast = got, want
		e.changed = []string{}
		for range e.IntN(4) {
			e.edit(t)
		}
	}
	if kept < steps {
		t.Errorf("in %d steps only %d texts were kept", steps, kept)
	}
}

// TestReaderFollows: after any edits a Reader gives what a fresh reading gives,
// changes nothing that it gave before, and keeps the texts that say the same.
func TestReaderFollows(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads a folder after each of many edits")
	}
	for seed := range uint64(3) {
		t.Run(fmt.Sprint("memory ", seed), func(t *testing.T) {
			follow(t, &editor{Rand: rand.New(rand.NewPCG(seed, 1)), fs: afero.NewMemMapFs()}, 250, true)
		})
		t.Run(fmt.Sprint("disk ", seed), func(t *testing.T) {
			dir := t.TempDir()
			follow(t, &editor{Rand: rand.New(rand.NewPCG(seed, 2)), fs: afero.NewBasePathFs(afero.NewOsFs(), dir), links: true, folder: dir}, 120, false)
		})
	}
}

// counter counts what is asked of a file system.
type counter struct {
	afero.Fs
	mu     sync.Mutex
	opened []string
}

func (c *counter) note(name string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.opened = append(c.opened, name)
}

func (c *counter) Open(name string) (afero.File, error) {
	c.note(name)
	return c.Fs.Open(name)
}

func (c *counter) Stat(name string) (os.FileInfo, error) {
	c.note("stat " + name)
	return c.Fs.Stat(name)
}

// TestReaderReadsWhatChanged: nothing else is opened.
func TestReaderReadsWhatChanged(t *testing.T) {
	e := &editor{Rand: rand.New(rand.NewPCG(1, 3)), fs: afero.NewMemMapFs()}
	e.write(t, "index.md", e.settings())
	for _, name := range editedPaths {
		e.write(t, name, e.text(name))
	}
	c := &counter{Fs: e.fs}
	r, ctx := NewReader(c), context.Background()
	read := func(changed ...string) []string {
		t.Helper()
		c.opened = nil
		if _, _, err := r.Read(ctx, changed); err != nil {
			t.Fatal(err)
		}
		return c.opened
	}
	if all := read(); len(all) < len(editedPaths) {
		t.Errorf("the first time only %q was opened", all)
	}
	e.write(t, "articles/a/01-x.md", "---\ntitle: S\ndate: 2018\n---\n\nNew.\n")
	if got, want := read("articles/a/01-x.md"), []string{"articles/a", "articles/a/01-x.md"}; !slices.Equal(got, want) {
		t.Errorf("after one section changed %q was opened, not %q", got, want)
	}
	for _, name := range read() { // with nil: lists everything, reads nothing
		if strings.HasSuffix(name, ".md") {
			t.Errorf("when nothing changed %q was opened", name)
		}
	}
}

// TestReaderAfterError: what could not be read is read the next time.
func TestReaderAfterError(t *testing.T) {
	fsys := afero.NewMemMapFs()
	e := &editor{Rand: rand.New(rand.NewPCG(1, 4)), fs: fsys}
	for _, name := range append(editedPaths, "index.md") {
		e.write(t, name, "---\ntitle: T\nname: E\ndate: 2018\ntype: person\n---\n")
	}
	r := NewReader(fsys)
	if _, _, err := r.Read(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	e.write(t, "articles/a/01-x.md", "---\ntitle: Another\ndate: 2018\n---\n")
	stopped, stop := context.WithCancel(context.Background())
	stop()
	if _, _, err := r.Read(stopped, []string{"articles/a/01-x.md"}); !errors.Is(err, context.Canceled) {
		t.Fatalf("with a cancelled context the error is %v", err)
	}
	got, faults, err := r.Read(context.Background(), []string{})
	want, wantFaults, wantErr := Read(context.Background(), fsys)
	if err != nil || wantErr != nil || !reflect.DeepEqual(got, want) || !reflect.DeepEqual(faults, wantFaults) {
		t.Errorf("after a cancelled reading the corpus is another one: %v, %v", err, wantErr)
	}
}
