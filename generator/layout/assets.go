package layout

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"
)

// Asset is a file that pages refer to. Path has a hash of the body in it, so
// that a browser's cache never shows an old one.
type Asset struct {
	Name string // below assets/, as layouts name it
	Path string // in the site
	Body []byte
}

// Assets are the files that pages refer to, by name.
func (s *Set) Assets() []Asset { return s.assets }

func (s *Set) loadAssets(files fs.FS) error {
	m := minify.New()
	m.AddFunc(".css", css.Minify)
	m.AddFunc(".js", js.Minify)
	return fs.WalkDir(files, "assets", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), ".") {
			return err
		}
		body, err := read(files, name)
		if err != nil {
			return fmt.Errorf("read asset: %w", err)
		}
		ending := path.Ext(name)
		// What the minifier has no function for, or does not understand, is for the
		// browser to judge: it stays as it is.
		if small, err := m.Bytes(ending, body); err == nil {
			body = small
		}
		sum := sha256.Sum256(body)
		hashed := strings.TrimSuffix(name, ending) + "." + hex.EncodeToString(sum[:5]) + ending
		short := strings.TrimPrefix(name, "assets/")
		s.assets = append(s.assets, Asset{Name: short, Path: hashed, Body: body})
		s.hrefs[short] = hashed
		return nil
	})
}
