package cms

import (
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/afero"

	"dossier/generator/diag"
	"dossier/generator/frontmatter"
	"dossier/generator/lookup"
	"dossier/generator/source"
)

// form is in which forms values are written. The CMS has one for each field, and
// leaves out of a file that it saves what is written in another: so a key that files
// write in several forms gets no field, and stays as it is.
type form int

const (
	text form = 1 << iota
	list
	mapping
)

// only reports that no other form is written.
func (f form) only(of form) bool { return f&^of == 0 }

// place is a key in files of a class, with the keys above it: "source.archived[].url".
type place struct {
	class lookup.Class
	path  string
}

// forms finds what forms the files of a folder write each key in. Files that cannot be
// read are not looked into: check reports them.
func forms(fsys afero.Fs, content string, classOf func(file string) lookup.Class) (map[place]form, error) {
	seen := map[place]form{}
	var reader frontmatter.Reader
	err := afero.Walk(fsys, content, func(name string, info fs.FileInfo, err error) error {
		if err != nil || !info.Mode().IsRegular() || path.Ext(name) != ".md" {
			return ignoreMissing(err)
		}
		file, err := filepath.Rel(content, name)
		if err != nil {
			return err
		}
		body, err := afero.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		var ignored diag.List
		clean, ok := source.Clean(file, body, &ignored)
		if !ok {
			return nil
		}
		block, _ := reader.Read(source.New(file, clean), &ignored)
		class := classOf(filepath.ToSlash(file))
		for _, f := range block.Fields {
			note(seen, place{class, f.Key}, f.Value)
		}
		return nil
	})
	return seen, err
}

// ignoreMissing is for a folder without content.
func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// note adds the forms of a value and of those in it.
func note(seen map[place]form, at place, v frontmatter.Value) {
	switch {
	case v.IsEmpty():
	case v.IsMap:
		seen[at] |= mapping
		for _, f := range v.Map {
			note(seen, place{at.class, strings.TrimPrefix(at.path+"."+f.Key, ".")}, f.Value)
		}
	case v.IsList:
		seen[at] |= list
		for _, x := range v.List {
			note(seen, place{at.class, at.path + "[]"}, x)
		}
	default:
		seen[at] |= text
	}
}
