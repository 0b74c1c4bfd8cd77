package cli

import (
	"embed"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/spf13/afero"
)

// skeleton is what a new dossier begins with.
//
//go:embed all:skeleton
var skeleton embed.FS

type initCommand struct {
	Dir string `arg:"" help:"Folder to start the dossier in; it must not hold one already." placeholder:"DIR"`
}

// Run copies the skeleton.
func (i *initCommand) Run(c *call) error {
	files, err := fs.Sub(skeleton, "skeleton")
	if err != nil {
		panic(err) // the folder is embedded
	}
	taken := ""
	err = fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || taken != "" {
			return err
		}
		if ok, err := afero.Exists(c.fs, i.target(name)); err != nil {
			return err
		} else if ok {
			taken = i.target(name)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if taken != "" {
		return usageError{fmt.Errorf("%s exists already; choose a folder without a dossier", filepath.ToSlash(taken))}
	}
	err = fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		if err := c.fs.MkdirAll(filepath.Dir(i.target(name)), 0o755); err != nil {
			return err
		}
		return afero.WriteFile(c.fs, i.target(name), body, 0o644)
	})
	if err != nil {
		return err
	}
	say(c.stdout, "Started a dossier in %s; run dossier serve there to see it", filepath.ToSlash(i.Dir))
	return nil
}

func (i *initCommand) target(name string) string {
	return filepath.Join(i.Dir, filepath.FromSlash(name))
}
