//go:build unix

package publish

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/rooted"
)

// A folder of the site, or the staging folder, gives way to a link while pages are rendered: after
// all has been looked at.
func TestLinkDuringPublication(t *testing.T) {
	old := files{"a/1": "old", "a/2": "old", "a/gone": "old", "b/gone/x": "old", "z": "old"}
	next := files{"a/1": "new", "a/2": "old", "z": "new"}
	for _, folder := range []string{"a", "b", "b/gone", stageName, stageName + "/a"} {
		root, fs := t.TempDir(), afero.NewOsFs()
		dir := filepath.Join(root, "out")
		put(t, fs, root, files{"theirs/1": "theirs", "theirs/2": "theirs", "theirs/gone/x": "theirs", "theirs/x": "theirs", "theirs/a/1": "theirs"})
		theirs := snapshot(t, fs, filepath.Join(root, "theirs"))
		write(t, fs, dir, old)
		link := filepath.Join(dir, filepath.FromSlash(folder))
		outputs := next.outputs()
		last := &outputs[len(outputs)-1]
		render := last.Render
		last.Render = func(buf []byte) ([]byte, error) {
			if err := errors.Join(os.Rename(link, filepath.Join(root, "aside")), os.Symlink(filepath.Join(root, "theirs"), link)); err != nil {
				t.Error(err)
			}
			return render(buf)
		}
		if _, err := Write(context.Background(), fs, dir, outputs, 1); err == nil {
			t.Errorf("%s: a link in its place was not met", folder)
		}
		expect(t, snapshot(t, fs, filepath.Join(root, "theirs")), theirs)
		if err := os.Remove(link); err != nil && !os.IsNotExist(err) { // a staging folder is gone with its failure
			t.Fatal(err)
		}
		write(t, fs, dir, next)
		expect(t, snapshot(t, fs, dir), next.published(t))
	}
}

// Somebody puts links in the place of folders, and takes them away again, while sites are
// published: nothing outside is touched, and a publication that nobody disturbs is whole.
func TestLinksSwappedIn(t *testing.T) {
	root, fs := t.TempDir(), afero.NewOsFs()
	dir, aside := filepath.Join(root, "out"), filepath.Join(root, "aside")
	theirs, sites := files{}, [2]files{{}, {}}
	for i := range 8 {
		name := strconv.Itoa(i)
		theirs["theirs/"+name], theirs["theirs/y/"+name] = "theirs", "theirs"
		for n, site := range sites {
			site["x/"+name], site["x/y/"+name] = "ours"+strconv.Itoa(n), "ours"+strconv.Itoa(n)
		}
		delete(sites[i%2], "x/y/"+name)
	}
	put(t, fs, root, theirs)
	before := snapshot(t, fs, filepath.Join(root, "theirs"))
	var stop atomic.Bool
	ended := make(chan bool)
	go func() {
		defer close(ended)
		for n := 0; !stop.Load(); n++ {
			link := filepath.Join(dir, filepath.FromSlash([]string{"x", "x/y", stageName, stageName + "/x"}[n%4]))
			if os.Rename(link, aside) != nil {
				continue
			}
			_ = os.Symlink(filepath.Join(root, "theirs"), link)
			_ = os.Remove(link)
			_ = os.Rename(aside, link)
			_ = os.RemoveAll(aside) // it was made again meanwhile
		}
	}()
	met := 0
	for n := range 600 {
		if _, err := Write(context.Background(), fs, dir, sites[n%2].outputs(), 2); err != nil && errors.Is(err, rooted.ErrLink) {
			met++
		}
	}
	stop.Store(true)
	<-ended
	t.Logf("%d links met", met)
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	write(t, fs, dir, sites[0])
	expect(t, snapshot(t, fs, dir), sites[0].published(t))
	expect(t, snapshot(t, fs, filepath.Join(root, "theirs")), before)
}
