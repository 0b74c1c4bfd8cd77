package pipeline

import (
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/spf13/afero"

	"dossier/generator/layout"
	builtin "dossier/layouts"
)

// layoutFiles are the built-in layouts with the editor's in their places. The
// editor's are read here, whole: a disk that fails must not show as a layout
// that is not there, for which the built-in one would stand in.
func layoutFiles(cfg Config) (fs.FS, error) {
	if ok, err := afero.DirExists(cfg.Source, cfg.Layouts); err != nil {
		return nil, fmt.Errorf("layouts folder: %w", err)
	} else if !ok {
		return builtin.FS, nil
	}
	own := afero.NewMemMapFs()
	if err := copyFiles(folder(cfg.Source, cfg.Layouts), own, "."); err != nil {
		return nil, fmt.Errorf("layouts folder: %w", err)
	}
	return afero.NewIOFS(afero.NewCopyOnWriteFs(afero.FromIOFS{FS: builtin.FS}, own)), nil
}

// copyFiles copies the files of a folder and those below it. Links to files are
// followed, links to folders are not.
func copyFiles(from, to afero.Fs, dir string) error {
	entries, err := afero.ReadDir(from, dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := filepath.Join(dir, e.Name())
		if e.IsDir() {
			if err := copyFiles(from, to, name); err != nil {
				return err
			}
			continue
		}
		if e.Mode()&fs.ModeSymlink != 0 {
			if e, err = from.Stat(name); err != nil {
				return err
			}
		}
		if !e.Mode().IsRegular() {
			continue
		}
		body, err := afero.ReadFile(from, name)
		if err != nil {
			return err
		}
		if err := afero.WriteFile(to, name, body, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// WordsFile gives the text of a file of interface words for a language.
func WordsFile(lang string) (string, error) { return layout.WordsFile(builtin.FS, lang) }
