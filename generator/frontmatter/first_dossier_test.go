package frontmatter

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// TestFirstDossierIsPlain: so are the files of the dossier that this project began with.
func TestFirstDossierIsPlain(t *testing.T) {
	files := 0
	err := filepath.WalkDir("../../content", func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".md" {
			return err
		}
		files++
		src, err := os.ReadFile(name)
		isPlain(t, name, src)
		return err
	})
	if err != nil || files < 100 {
		t.Errorf("%d files were looked at: %v", files, err)
	}
}
