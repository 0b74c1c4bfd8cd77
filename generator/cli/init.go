package cli

import (
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/afero"

	"dossier/docs"
)

// skeleton is what a new dossier begins with.
//
//go:embed all:skeleton
var skeleton embed.FS

type initCommand struct {
	Dir string `arg:"" help:"Folder to start the dossier in; it must not hold one already." placeholder:"DIR"`
	CMS bool   `name:"cms" help:"Write the settings of Sveltia CMS into cms/; where there is a dossier, nothing else."`
}

// Run writes the files of a new dossier, or none when there is one.
func (i *initCommand) Run(c *call) error {
	if i.CMS {
		if there, err := afero.Exists(c.fs, i.target("content/index.md")); err != nil || there {
			return cmp.Or(err, i.addCMS(c))
		}
	}
	files := newDossier()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		switch taken, err := afero.Exists(c.fs, i.target(name)); {
		case err != nil:
			return err
		case taken && (name == "README.md" || strings.HasPrefix(name, "docs/")):
			delete(files, name) // a repository often has its own
		case taken:
			return usageError{fmt.Errorf("%s exists already; choose a folder without a dossier", filepath.ToSlash(i.target(name)))}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := write(c.fs, i.target(name), files[name]); err != nil {
			return err
		}
	}
	if i.CMS {
		if err := i.addCMS(c); err != nil {
			return err
		}
	}
	say(c.stdout, "Started a dossier in %s; run dossier serve there to see it, and read docs/writing.md there", filepath.ToSlash(i.Dir))
	return nil
}

// newDossier gives the text of each file: the skeleton, and the pages of docs/ that
// each dossier has.
func newDossier() map[string]string {
	files := map[string]string{}
	for name, text := range docs.OfDossier() {
		files["docs/"+name] = text
	}
	err := fs.WalkDir(skeleton, "skeleton", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := skeleton.ReadFile(name)
		files[strings.TrimPrefix(name, "skeleton/")] = string(body)
		return err
	})
	if err != nil {
		panic(err) // the folder is embedded
	}
	return files
}

func (i *initCommand) target(name string) string {
	return filepath.Join(i.Dir, filepath.FromSlash(name))
}
