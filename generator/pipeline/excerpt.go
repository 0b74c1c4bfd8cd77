package pipeline

import (
	"bytes"
	"path/filepath"
	"strings"

	"github.com/spf13/afero"

	"dossier/generator/diag"
)

// excerpts adds to each fault the text of the line it speaks of. A file that
// cannot be read any more leaves the excerpt empty: the address says enough.
func excerpts(fsys afero.Fs, faults diag.List) {
	name, lines := "", [][]byte(nil)
	for i := range faults {
		d := &faults[i]
		if d.Line == 0 {
			continue
		}
		if d.File != name {
			src, err := afero.ReadFile(fsys, filepath.FromSlash(d.File))
			if err != nil {
				src = nil
			}
			src = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
			name, lines = d.File, bytes.Split(src, []byte("\n"))
		}
		if i > 0 && d.File == faults[i-1].File && d.Line == faults[i-1].Line {
			d.Excerpt = faults[i-1].Excerpt // one line may have thousands of faults
			continue
		}
		if d.Line <= len(lines) {
			d.Excerpt = strings.ToValidUTF8(strings.TrimRight(string(lines[d.Line-1]), "\r"), "\ufffd")
		}
	}
}
