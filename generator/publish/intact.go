package publish

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/spf13/afero"

	"dossier/generator/publish/record"
	"dossier/generator/stamp"
)

// Still reports whether the file at a path, which has a stamp now, still has the bytes that are
// known of it. It is called from any goroutine.
type Still func(path string, now stamp.Stamp) bool

// errAltered says that a file is not what the manifest says of it.
var errAltered = errors.New("altered")

// Intact reports whether dir holds, byte for byte, the site of the publication whose
// Result.Manifest was sum, and nothing is unfinished: a Write of the same outputs would change
// nothing. It also counts the site's files, and makes no use of more than jobs goroutines. What
// cannot be read is not intact; what is as it was for still, nil for nothing, is not read.
func Intact(ctx context.Context, fs afero.Fs, dir string, sum Sum, still Still, jobs int) (files int, ok bool) {
	t := tree{fs: fs, dir: filepath.Clean(dir)}
	r, err := t.readRecords(false)
	if err != nil || !r.Complete() || r.Manifest.Sum != sum {
		return 0, false
	}
	entries := r.Manifest.Entries
	outputs := make([]Output, len(entries))
	for i, e := range entries {
		outputs[i].Path = e.Path
	}
	p, err := look(t, newSite(outputs), false)
	if err != nil || p.ledger.unfinished() || p.leftover || len(p.emptied.noted) > 0 || len(p.misspelt) > 0 {
		return 0, false
	}
	err = each(ctx, len(entries), jobs, func(i int, b *buffers) error {
		_, err := p.unaltered(entries[i], still, b)
		return err
	})
	return len(entries), err == nil
}

// unaltered describes the file of an entry, and returns an error unless it is there as the entry
// says.
func (f folders) unaltered(e record.Entry, still Still, b *buffers) (os.FileInfo, error) {
	if !f.isFolder(parentOf(e.Path)) {
		return nil, errAltered
	}
	info, err := f.lstat(e.Path)
	if err != nil {
		return nil, err
	}
	if info == nil || !info.Mode().IsRegular() {
		return nil, errAltered
	}
	if still != nil && still(e.Path, stamp.Of(info)) {
		return info, nil
	}
	sum, err := f.sum(e.Path, b.chunk())
	if err == nil && sum != e.Sum {
		err = errAltered
	}
	return info, err
}
