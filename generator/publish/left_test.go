package publish

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/spf13/afero"
)

var (
	leftOld = files{"a": "1", "articles/pier/index": "1", "articles/pier/old/x": "1", "articles/quay": "1"}
	leftNew = files{"a": "1", "articles/quay": "1"}
)

// leave publishes a site without a folder that a program is in, and hands over what is there then.
func leave(t *testing.T, folder string, test func(t *testing.T, fs *openFs, left files)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		fs := &openFs{Fs: afero.NewMemMapFs()}
		write(t, fs, "out", leftOld)
		fs.files = map[string]int{"out/" + folder: forEver}
		if _, err := Write(context.Background(), fs, "out", leftNew.outputs(), 1); err != nil {
			t.Fatal(err)
		}
		left := files{}
		for f := range above(folder + "/") {
			left[f+"/"] = ""
		}
		for f := range above(note(folder) + "/") {
			left[f+"/"] = ""
		}
		expect(t, snapshot(t, fs.Fs, "out"), leftNew.published(t).with(left))
		test(t, fs, left)
	})
}

// An empty folder that a program is in does not keep the site from being finished. The next
// publications try once each, and the first after the program has gone deletes the folder.
func TestLeftFolder(t *testing.T) {
	for _, folder := range []string{"articles/pier", "articles/pier/old"} {
		leave(t, folder, func(t *testing.T, fs *openFs, left files) {
			if found, err := Verify(context.Background(), fs, "out", leftNew.outputs(), 1); err != nil || found != nil {
				t.Errorf("%s: %v, %v", folder, found, err)
			}
			start := time.Now()
			for _, a := range []string{"1", "2"} {
				r, err := Write(context.Background(), fs, "out", leftNew.with(files{"a": a}).outputs(), 1)
				if err != nil {
					t.Fatal(err)
				}
				expect(t, snapshot(t, fs.Fs, "out"), leftNew.with(files{"a": a}).published(t).with(left))
				if _, intact := Intact(context.Background(), fs, "out", r.Manifest, nil, 1); intact {
					t.Errorf("%s: nobody would try again", folder)
				}
			}
			if waited := time.Since(start); waited > 0 {
				t.Errorf("%s: %v were waited", folder, waited)
			}
			fs.files = nil
			write(t, fs, "out", leftNew)
			expect(t, snapshot(t, fs, "out"), leftNew.published(t))
		})
	}
}

// The site may use the folder again, be the program still there or not.
func TestLeftFolderIsUsedAgain(t *testing.T) {
	for _, open := range []int{0, 1, forEver} {
		leave(t, "articles/pier", func(t *testing.T, fs *openFs, _ files) {
			fs.files = map[string]int{"out/articles/pier": open}
			write(t, fs, "out", leftOld)
			expect(t, snapshot(t, fs, "out"), leftOld.published(t))
		})
	}
}

// A file can take the folder's place only when the program has gone.
func TestLeftFolderIsInTheWay(t *testing.T) {
	for _, site := range []files{{"articles/pier": "file"}, {"articles": "file"}} {
		leave(t, "articles/pier", func(t *testing.T, fs *openFs, _ files) {
			_, err := Write(context.Background(), fs, "out", site.outputs(), 1)
			if want := "delete " + filepath.Join("out", "articles", "pier") + ": another program has it open"; err == nil || !strings.HasPrefix(err.Error(), want) {
				t.Errorf("got %v, want %s", err, want)
			}
			fs.files = nil
			write(t, fs, "out", site)
			expect(t, snapshot(t, fs, "out"), site.published(t))
		})
	}
}

// A note gives no right to anything but the folder, and only while that is empty.
func TestNotesOfLeftFolders(t *testing.T) {
	onDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
		theirs := files{"theirs/": "", "theirs/mine": "mine", "plain": "mine", leftName + "/": ""}
		write(t, fs, dir, leftNew)
		put(t, fs, dir, theirs.with(files{leftName + "/theirs/": "", leftName + "/plain/": "", leftName + "/nothing/x/": "", leftName + "/articles/": "",
			leftName + "/.git/": "", leftName + "/file": "mine", leftName + "/empty/in/": "", "empty/in/": ""}))
		want := leftNew.published(t).with(theirs).with(files{leftName + "/.git/": "", leftName + "/file": "mine"})
		for range 2 {
			write(t, fs, dir, leftNew)
			expect(t, snapshot(t, fs, dir), want)
		}
	})
}

// Something else under the name of the notes is left alone, and nothing is noted.
func TestNoPlaceForNotes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		fs := &openFs{Fs: afero.NewMemMapFs()}
		write(t, fs, "out", leftOld)
		put(t, fs, "out", files{leftName: "mine"})
		fs.files = map[string]int{"out/articles/pier": forEver}
		write(t, fs, "out", leftNew)
		fs.files = nil
		write(t, fs, "out", leftNew)
		expect(t, snapshot(t, fs, "out"), leftNew.published(t).with(files{leftName: "mine", "articles/pier/": ""}))
	})
}

// fullFs says of folders that they are empty, when something has just been put into them.
type fullFs struct{ afero.Fs }

func (f fullFs) Remove(name string) error {
	if filepath.Base(name) == "pier" {
		put := afero.WriteFile(f.Fs, filepath.Join(name, "mine"), []byte("mine"), 0o644)
		if put == nil {
			return &os.PathError{Op: "remove", Path: name, Err: syscall.ENOTEMPTY}
		}
	}
	return f.Fs.Remove(name)
}

// Somebody puts a file into the folder that is just being deleted.
func TestFolderIsFilledMeanwhile(t *testing.T) {
	fs := afero.NewMemMapFs()
	write(t, fs, "out", leftOld)
	if _, err := Write(context.Background(), fullFs{fs}, "out", leftNew.outputs(), 1); err != nil {
		t.Fatal(err)
	}
	write(t, fs, "out", leftNew)
	expect(t, snapshot(t, fs, "out"), leftNew.published(t).with(files{"articles/pier/": "", "articles/pier/mine": "mine"}))
}
