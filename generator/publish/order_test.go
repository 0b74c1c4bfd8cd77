package publish

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/afero"
)

// shownSite is version v of a site whose pages name what they show.
func shownSite(v int) files {
	f := files{fmt.Sprintf("assets/style.%d.css", v): "style", fmt.Sprintf("assets/fonts/%d.woff", v): "font", fmt.Sprintf("articles/a/z.%d.png", v): "picture",
		"feed.xml": fmt.Sprint(v)}
	page := fmt.Sprintf("%d: assets/style.%d.css assets/fonts/%d.woff articles/a/z.%d.png", v, v, v, v)
	for _, path := range []string{"404.html", "index.html", "articles/a/index.html", "zoo/index.html", fmt.Sprintf("new%d/x.html", v), fmt.Sprintf("articles/a/%d.html", v)} {
		f[path] = page
	}
	return f
}

var shown = regexp.MustCompile(`(assets|articles)/\S+`)

// At whichever step a publication stops, no page is there without its style and its pictures.
func TestNoPageWithoutItsStyle(t *testing.T) {
	onDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
		for n := 0; ; n++ {
			write(t, fs, dir, shownSite(1))
			stopped := &stopFs{fs, n}
			_, err := Write(context.Background(), stopped, dir, shownSite(2).outputs(), 1)
			all := snapshot(t, fs, dir)
			for path, body := range unstaged(all) {
				if !strings.HasSuffix(path, ".html") {
					continue
				}
				for _, name := range shown.FindAllString(body, -1) {
					if _, there := all[name]; !there {
						t.Errorf("stopped at %d: %s shows %s, which is not there", n, path, name)
					}
				}
			}
			if err == nil {
				if n < 20 {
					t.Errorf("only %d steps", n)
				}
				return
			}
			if err := fs.RemoveAll(dir); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// stopFs moves and deletes a few files.
type stopFs struct {
	afero.Fs
	n int
}

func (s *stopFs) Rename(from, to string) error {
	if s.n--; s.n < 0 {
		return context.Canceled
	}
	return s.Fs.Rename(from, to)
}

func (s *stopFs) Remove(name string) error {
	if s.n--; s.n < 0 {
		return context.Canceled
	}
	return s.Fs.Remove(name)
}
