package acceptance

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/cli"
	"dossier/generator/dev/bench/corpus"
)

// renamable is a dossier on disk, made up from a seed, with links of every form to what the
// tests rename. It gives the folder of the content.
func renamable(t *testing.T, seed uint64, sections int) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "content")
	write := func(file, text string) {
		name := filepath.Join(dir, filepath.FromSlash(file))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for file, text := range corpus.Files(seed, sections) {
		if strings.HasSuffix(file, "-0.md") { // as an editor on Windows saves it
			text = "\ufeff" + strings.ReplaceAll(text, "\n", "\r\n")
		}
		write(file, text)
	}
	return dir
}

// onDisk runs the command line on the real disk.
func onDisk(args ...string) (status int, stderr string) {
	var errs bytes.Buffer
	status = cli.Run(context.Background(), args, afero.NewOsFs(), strings.NewReader(""), &bytes.Buffer{}, &errs)
	return status, errs.String()
}

// bare is a tree without what a renaming there and back leaves: the other id among the
// former ones, and the code of a country.
func bare(files map[string]string) map[string]string {
	out := map[string]string{}
	for name, text := range files {
		out[name] = added.ReplaceAllString(text, "")
	}
	return out
}

var added = regexp.MustCompile(`(?m)^(moved_from: \[[^\]]*\]|iso: "[A-Z]{2}")\r?\n`)

// TestRenameBack renames everything in made-up dossiers, and renames it back: in between
// there is no fault that was not there before, and afterwards no other byte.
func TestRenameBack(t *testing.T) {
	if testing.Short() {
		t.Skip("it renames all there is, there and back")
	}
	t.Parallel()
	dir := renamable(t, 3, 13)
	before := tree(t, dir)
	_, faults := onDisk("check", "--content", dir, "--all")
	var ids []string
	entities := map[string]int{} // how many of a kind are renamed
	for _, name := range slices.Sorted(maps.Keys(before)) {
		folder, file := filepath.Split(filepath.ToSlash(strings.TrimSuffix(name, ".md")))
		switch kind, _, _ := strings.Cut(folder, "/"); {
		case kind == "":
		case file == "index":
			ids = append(ids, strings.TrimSuffix(folder, "/"))
		case entities[kind] < 3:
			entities[kind]++
			if _, section, ok := strings.Cut(file, "-"); ok && kind == "articles" {
				file = section
			}
			ids = append(ids, folder+file)
		}
	}
	for i, id := range ids {
		now := id[strings.LastIndexByte(id, '/')+1:]
		other := fmt.Sprintf("%s/zz-%d", id[:strings.LastIndexByte(id, '/')], i)
		if status, stderr := onDisk("rename", "--content", dir, id, other); status != done {
			t.Fatalf("rename %s: %s", id, stderr)
		}
		if _, found := onDisk("check", "--content", dir, "--all"); strings.Count(found, "\n") != strings.Count(faults, "\n") || strings.Contains(found, "[moved]") {
			t.Fatalf("after the renaming of %s check says\n%s", id, found)
		}
		if status, stderr := onDisk("rename", "--content", dir, other, now); status != done {
			t.Fatalf("rename %s back: %s", other, stderr)
		}
		after := tree(t, dir)
		if got, want := bare(after), bare(before); len(got) != len(want) {
			t.Fatalf("after the renaming of %s there are %d files, not %d", id, len(got), len(want))
		} else {
			for name := range want {
				if got[name] != want[name] {
					t.Fatalf("after %s was renamed there and back, %s holds\n%s", id, name, got[name])
				}
			}
		}
		for name, text := range before { // for the next
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestRenameFails lets each operation of the disk fail in turn: then the content is as it
// was, or all of it is renamed, or the message says what is where.
func TestRenameFails(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds sites by the dozen")
	}
	t.Parallel()
	content := map[string]string{
		"index.md":             "---\ntitle: T\n---\n",
		"articles/a/index.md":  "---\ntitle: A\n---\n[[one]]\n",
		"articles/a/01-one.md": "---\ntitle: One\ndate: 2019\n---\n![x](p.png)\n",
		"articles/a/p.png":     "",
		"articles/b/index.md":  "---\ntitle: B\nlanguage: en\n---\n",
		"pages/p.md":           "---\ntitle: P\n---\n[[one]]\n",
	}
	write := func() string {
		dir := filepath.Join(t.TempDir(), "content")
		for file, text := range content {
			name := filepath.Join(dir, filepath.FromSlash(file))
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		return dir
	}
	before := fmt.Sprint(tree(t, write()))
	run := func(n int, f fault) (status int, stderr, after string, struck bool) {
		dir := write()
		fsys := &faultFs{Fs: afero.NewOsFs(), n: n, fault: f}
		var errs bytes.Buffer
		status = cli.Run(context.Background(), []string{"rename", "--content", dir, "one", "b/two"}, fsys, strings.NewReader(""), &bytes.Buffer{}, &errs)
		return status, errs.String(), fmt.Sprint(tree(t, dir)), len(fsys.struck) > 0
	}
	_, _, renamed, _ := run(-1, fault{})
	for _, f := range []fault{{err: syscall.EIO}, {err: syscall.EIO, late: true}, {err: syscall.ENOSPC, lasting: true}, {}} {
		for n := 0; ; n++ {
			status, stderr, after, struck := run(n, f)
			if !struck {
				break
			}
			switch {
			case status == done && after == renamed, status != done && after == before:
			case strings.Contains(stderr, ".dossier-edit") && (strings.Contains(stderr, "left over") || strings.Contains(stderr, "could not be put back")):
			default:
				t.Errorf("%v at operation %d: status %d, %safterwards\n%s", f, n, status, stderr, after)
			}
		}
	}
}
