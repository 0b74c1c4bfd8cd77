// Package publish writes a site into its output folder: whole files only, only those that changed, and it deletes only
// what it made.
//
// # Who owns a file
//
// Two text files in the output folder decide, nothing else:
//
//   - The manifest (.dossier-manifest) names every file of the last finished publication. A regular file at a path it
//     names is ours whatever its bytes are: edited by hand it is restored, no longer in the site it is deleted.
//   - The journal (.dossier-journal) lies there only while a publication is unfinished. It names what was about to be
//     written. A file it names is ours if the bytes on disk hash to what it says; otherwise somebody else put it there.
//
// Any other file is somebody else's. Where the site needs its path, a file with the same bytes is adopted; anything else
// is an *InTheWayError and nothing is changed. A symbolic link, pipe or device is never ours, and nothing is read,
// written or deleted through a symbolic link inside the output folder (the output folder itself may be one). Names that
// start with ".dossier-" in the output folder and names that end in ".dossier-tmp" are reserved: they are no site's files.
//
// # Order of a publication
//
//  1. Render and compare everything, then look at every path. Up to here nothing is changed.
//  2. Remove the temporary files of an unfinished publication; write the journal: all that will be written, and all that
//     an older journal named.
//  3. Delete our files that stand where the site needs a folder, and those in folders where it needs a file.
//  4. Write each changed file under a temporary name beside it, and rename it.
//  5. Delete our files that the site no longer has, and the folders this leaves empty; never the output folder.
//  6. Write the manifest, remove the journal.
//
// A publication killed or failed between any two steps is healed by the next Write. A process killed is meant; when the
// machine itself stops, journal and manifest are safe on disk, but a page that the file system lost is in the way if the
// journal alone named it. If nothing differs nothing is touched. One folder takes one Write at a time.
//
// # A damaged manifest
//
// A manifest that is not exactly what Write writes is an error, not an empty manifest: to forget what we made would leave
// withdrawn pages online in silence, to believe a damaged line could delete somebody else's file. Its first line counts
// its lines, so a truncated one is noticed. The error says what to do; nothing is changed until it is done.
package publish

import (
	"context"
	"path/filepath"

	"github.com/spf13/afero"
)

// Output is one file of the site.
type Output struct {
	// Path is where the file goes in the output folder: slash-separated, relative, clean, in Unicode form NFC.
	Path string
	// Render makes the file's bytes. Write calls it exactly once, from any goroutine, and does not change the bytes.
	Render func() ([]byte, error)
}

// Bytes is an output whose bytes are known already.
func Bytes(path string, body []byte) Output {
	return Output{Path: path, Render: func() ([]byte, error) { return body, nil }}
}

// Result says what a publication did. Paths are those of the outputs, sorted.
type Result struct {
	Written   []string // new, changed or restored files
	Removed   []string // files of an earlier publication that the site no longer has
	Unchanged int      // outputs that were on disk already, byte for byte
}

// InTheWayError reports something in the output folder that is not ours and stands where the site needs its place.
// Nothing was changed.
type InTheWayError struct {
	Dir    string // the output folder
	Path   string // what is in the way: slash-separated, inside Dir; "." for Dir itself
	Reason string // what it is
}

func (e *InTheWayError) Error() string {
	return filepath.Join(e.Dir, filepath.FromSlash(e.Path)) + ": " + e.Reason +
		" is in the way; move it or delete it (nothing was published)"
}

// Write makes dir hold exactly outputs, beside files that are not ours. It renders with at most jobs goroutines (at least
// one) and keeps in memory only the bytes that differ from those on disk. Folders are created as needed, dir included.
//
// It panics on outputs that are a bug of the caller: an unclean or reserved path, two paths equal ignoring case, a path
// that is a folder of another. It returns the error of Render wrapped with its path, an *InTheWayError, an error about a
// damaged manifest or ctx's error before the first change; the file system's error or ctx's error afterwards. If several
// outputs fail, the error is that of the smallest path. The Result is zero beside an error. The next Write heals whatever
// an error left.
func Write(ctx context.Context, fs afero.Fs, dir string, outputs []Output, jobs int) (Result, error) {
	site := newSite(outputs)
	p, err := survey(tree{fs: fs, dir: filepath.Clean(dir)}, site)
	if err != nil {
		return Result{}, err
	}
	pages, err := p.render(ctx, jobs)
	if err != nil {
		return Result{}, err
	}
	if err := p.preflight(pages); err != nil {
		return Result{}, err
	}
	return p.apply(ctx, pages, jobs)
}
