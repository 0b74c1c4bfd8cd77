//go:build unix

package acceptance

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/spf13/afero"
)

const roundsVariable = "DOSSIER_SWAPS" // how many builds; more than a test has time for

// TestSwappedLinks builds while somebody puts links to files outside in the place of files of the content, and takes them
// away again: none of those files is ever published, and a link that is met is the error "symlink".
func TestSwappedLinks(t *testing.T) {
	if testing.Short() {
		t.Skip("it swaps links for seconds")
	}
	rounds, _ := strconv.Atoi(os.Getenv(roundsVariable))
	rounds = max(rounds, 40)
	dir := t.TempDir()
	const secret = "SECRET-OUTSIDE"
	write := func(name, text string) {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("content/index.md", "---\ntitle: T\nkinds: {things: {name: {en: Things}}}\n---\n")
	write("content/pages/x.md", "---\ntitle: X\n---\nOurs. ![A picture](p.png)\n")
	write("content/pages/p.png", "a picture")
	write("content/things/t.md", "---\nname: A thing\n---\n")
	write("outside/x.md", "---\ntitle: "+secret+"\n---\n"+secret+"\n")
	write("outside/p.png", secret)
	write("outside/things/t.md", "---\nname: "+secret+"\n---\n")

	ended, published, refused := make(chan bool), 0, 0
	stop := make(chan bool)
	go swap(t, dir, stop, ended)
	for i := range rounds {
		var out, errs bytes.Buffer
		site := filepath.Join(dir, "public"+strconv.Itoa(i))
		switch status := run(context.Background(), []string{"build", "--content", filepath.Join(dir, "content"), "--out", site}, afero.NewOsFs(), &out, &errs); status {
		case done:
			published++
		case faulty:
			refused++
			if !strings.Contains(errs.String(), "[symlink]") {
				t.Errorf("refused without a word of a link: %s", errs.String())
			}
		case environment: // a file or folder was away for a moment
		default:
			t.Errorf("status %d: %s", status, errs.String())
		}
		if strings.Contains(errs.String(), secret) {
			t.Errorf("a message shows a file outside: %s", errs.String())
		}
		err := filepath.WalkDir(site, func(name string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return nil
			}
			if body, err := os.ReadFile(name); err != nil || bytes.Contains(body, []byte(secret)) {
				t.Errorf("%s shows a file outside (%v)", name, err)
			}
			return nil
		})
		if err := os.RemoveAll(site); err != nil {
			t.Fatal(err)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	close(stop)
	<-ended
	if published == 0 || refused == 0 {
		t.Errorf("of %d builds %d published and %d met a link: this tests nothing", rounds, published, refused)
	}
	t.Logf("%d builds: %d published, %d met a link", rounds, published, refused)
}

// swap puts links and what they stand for in each other's place, with a rename, until it is told to stop.
func swap(t *testing.T, dir string, stop, ended chan bool) {
	defer close(ended)
	in, out := filepath.Join(dir, "content"), filepath.Join(dir, "outside")
	for n := 0; ; n++ {
		for _, name := range []string{"pages/x.md", "pages/p.png"} {
			target, temp := filepath.Join(in, name), filepath.Join(dir, "temp"+strconv.Itoa(n))
			var err error
			if n%4 == 0 {
				err = os.Symlink(filepath.Join(out, filepath.Base(name)), temp)
			} else {
				err = os.WriteFile(temp, []byte(map[string]string{"pages/x.md": "---\ntitle: X\n---\nOurs.\n", "pages/p.png": "a picture"}[name]), 0o644)
			}
			if err == nil {
				err = os.Rename(temp, target)
			}
			if err != nil {
				t.Error(err)
				return
			}
		}
		// A folder can only be moved away first.
		aside := filepath.Join(dir, "aside")
		if n%8 == 0 && os.Rename(filepath.Join(in, "things"), aside) == nil {
			_ = os.Symlink(filepath.Join(out, "things"), filepath.Join(in, "things"))
		}
		if n%8 == 1 && os.Remove(filepath.Join(in, "things")) == nil {
			_ = os.Rename(aside, filepath.Join(in, "things"))
		}
		select {
		case <-stop:
			return
		case <-time.After(200 * time.Microsecond):
		}
	}
}
