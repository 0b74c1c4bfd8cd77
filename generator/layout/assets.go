package layout

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"

	"dossier/generator/diag"
)

// Asset is a file that pages refer to. It is made when it is first asked for: few sites
// need all that there are.
type Asset struct {
	Name string // below assets/, as layouts name it
	made func() asset
}

type asset struct {
	path string
	body []byte
}

// Path is where it is in the site. It has a hash of the body in it, so that a browser's
// cache never shows an old one.
func (a *Asset) Path() string { return a.made().path }

// Body is what is published.
func (a *Asset) Body() []byte { return a.made().body }

// Assets are the files that pages refer to, by name.
func (s *Set) Assets() []Asset { return s.assets }

func (s *Set) loadAssets(files fs.FS, faults *diag.List) error {
	bodies := map[string][]byte{}
	err := fs.WalkDir(files, "assets", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), ".") {
			return err
		}
		if bodies[name], err = read(files, name); err != nil {
			return fmt.Errorf("read asset: %w", err)
		}
		return nil
	})
	if err != nil {
		return err
	}
	s.joinScripts(bodies, faults)
	m := minify.New()
	m.AddFunc(".css", css.Minify)
	m.AddFunc(".js", js.Minify)
	for _, name := range slices.Sorted(maps.Keys(bodies)) {
		a := Asset{Name: strings.TrimPrefix(name, "assets/"), made: sync.OnceValue(func() asset { return minified(m, name, bodies[name]) })}
		s.assets = append(s.assets, a)
		s.hrefs[a.Name] = a.Path
	}
	return nil
}

// minified is a file of the layouts as it is published.
func minified(m *minify.M, name string, body []byte) asset {
	ending := path.Ext(name)
	// What the minifier has no function for, or does not understand, is for the
	// browser to judge: it stays as it is.
	if small, err := m.Bytes(ending, body); err == nil {
		body = small
	}
	sum := sha256.Sum256(body)
	return asset{strings.TrimSuffix(name, ending) + "." + hex.EncodeToString(sum[:5]) + ending, body}
}

// joinScripts puts before a script those that its first lines name, as in
// "import './words.js';". Those are no assets of their own any more: together they
// are smaller than one by one. Browsers open no modules from disk, so that none of
// these lines may stay.
func (s *Set) joinScripts(bodies map[string][]byte, faults *diag.List) {
	alone := maps.Clone(bodies)
	for _, name := range slices.Sorted(maps.Keys(alone)) {
		var whole []byte
		rest := alone[name]
		for line := 1; importLine.Match(rest); line++ {
			m := importLine.FindSubmatch(rest)
			part := path.Join(path.Dir(name), string(m[1]))
			body, ok := alone[part]
			if !ok || importLine.Match(body) {
				message := fmt.Sprintf("%s cannot be imported: there is no such file", part)
				if ok {
					message = fmt.Sprintf("%s cannot be imported: it imports others itself", part)
				}
				*faults = append(*faults, diag.Diagnostic{Pos: diag.Pos{File: path.Join(s.dir, name), Line: line, Col: 1}, Code: diag.Layout, Message: message})
			}
			whole, rest = append(append(whole, body...), '\n'), rest[len(m[0]):]
			delete(bodies, part)
		}
		if whole != nil {
			bodies[name] = append(whole, rest...)
		}
	}
}

var importLine = regexp.MustCompile(`^import '(\./[^']+)';\n`)
