package publish

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/afero"
)

// lowerFs takes names that differ in case for one, as many disks do.
type lowerFs struct{ afero.Fs }

func (l lowerFs) low(name string) string {
	dir, base, _ := strings.Cut(name, "/out")
	return dir + "/out" + strings.ToLower(base)
}
func (l lowerFs) Open(n string) (afero.File, error)   { return l.Fs.Open(l.low(n)) }
func (l lowerFs) Stat(n string) (os.FileInfo, error)  { return l.Fs.Stat(l.low(n)) }
func (l lowerFs) Remove(n string) error               { return l.Fs.Remove(l.low(n)) }
func (l lowerFs) RemoveAll(n string) error            { return l.Fs.RemoveAll(l.low(n)) }
func (l lowerFs) Rename(a, b string) error            { return l.Fs.Rename(l.low(a), l.low(b)) }
func (l lowerFs) Mkdir(n string, m os.FileMode) error { return l.Fs.Mkdir(l.low(n), m) }
func (l lowerFs) Chmod(n string, m os.FileMode) error { return l.Fs.Chmod(l.low(n), m) }
func (l lowerFs) OpenFile(n string, f int, m os.FileMode) (afero.File, error) {
	return l.Fs.OpenFile(l.low(n), f, m)
}

func TestIgnoringCase(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	fs := lowerFs{afero.NewOsFs()}
	for _, site := range []files{{"About.html": "1", "Docs/a": "1"}, {"about.html": "1", "docs/a": "1", "docs/b": "1"},
		{"ABOUT.html": "2", "Docs/A": "2"}, {"about.html": "1", "docs/A": "1"},
		{"A/Docs/a": "1", "A/docs/b": "1", "Docs/In/a": "1", "docs/in/b": "1"}, {"A/Docs/a": "2", "A/docs/b": "2", "docs/in/b": "1"}} {
		write(t, fs, dir, site)
		want := files{}
		for path, body := range site.published(t) {
			if path != manifestName && path != copyName {
				path = strings.ToLower(path)
			}
			want[path] = body
		}
		expect(t, snapshot(t, afero.NewOsFs(), dir), want)
	}
}
