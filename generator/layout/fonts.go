package layout

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"dossier/generator/diag"
	"dossier/generator/draw/card"
)

// Fonts are what cards are written with: those that are built in, and those of the
// folder fonts/.
func (s *Set) Fonts() *card.Fonts { return s.fonts }

func (s *Set) loadFonts(files fs.FS, faults *diag.List) error {
	entries, err := fs.ReadDir(files, "fonts")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("read fonts: %w", err)
	}
	var found []card.Font
	for _, e := range entries {
		if ending := strings.ToLower(path.Ext(e.Name())); e.IsDir() || ending != ".ttf" && ending != ".otf" || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		body, err := fs.ReadFile(files, "fonts/"+e.Name())
		if err != nil {
			return fmt.Errorf("read font: %w", err)
		}
		found = append(found, card.Font{Name: e.Name(), Data: body})
	}
	fonts, broken := card.Read(found)
	for _, f := range found {
		if err := broken[f.Name]; err != nil {
			*faults = append(*faults, diag.Diagnostic{Pos: diag.Pos{File: path.Join(s.dir, "fonts", f.Name)}, Code: diag.Layout, Message: err.Error()})
		}
	}
	s.fonts = fonts
	return nil
}
