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

// loadFonts reads the fonts of a layouts folder, whose name is dir.
func loadFonts(files fs.FS, dir string, faults *diag.List) (*card.Fonts, error) {
	entries, err := fs.ReadDir(files, "fonts")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read fonts: %w", err)
	}
	var found []card.Font
	for _, e := range entries {
		if ending := strings.ToLower(path.Ext(e.Name())); e.IsDir() || ending != ".ttf" && ending != ".otf" || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		body, err := fs.ReadFile(files, "fonts/"+e.Name())
		if err != nil {
			return nil, fmt.Errorf("read font: %w", err)
		}
		found = append(found, card.Font{Name: e.Name(), Data: body})
	}
	fonts, broken := card.Read(found)
	for _, f := range found {
		if err := broken[f.Name]; err != nil {
			*faults = append(*faults, diag.Diagnostic{Pos: diag.Pos{File: path.Join(dir, "fonts", f.Name)}, Code: diag.Layout, Message: err.Error()})
		}
	}
	return fonts, nil
}
