// Package content reads the content folder into a corpus: it is the one door
// between files that editors write and typed values.
//
// The folder's shape is the specification: index.md holds the settings;
// articles/<article>/index.md an article and articles/<article>/NN-<id>.md its
// sections; <kind>/<id>.md an entity; pages/<slug>.md a free page; X.<lang>.md
// beside X.md the same in another language, prose only. Pictures and PDFs
// beside them go into the site as they are. What other programs leave behind is
// ignored (package foreign has the list); any other file or folder is a fault, so
// that nothing is lost silently.
//
// Every fault of every file is collected; the corpus holds what could be
// read. When the list has errors the corpus is not complete and must not be
// published.
//
// Reading has steps, and a Reader keeps the result of each for the next time: the
// tree of folders and entries (which files there are), config (what index.md says),
// result (one file, typed), index (which entities there are), unit (what the files
// of one folder make together). A step uses only results of the steps before it, so
// it is done again only where those changed. Nothing in a corpus is changed later:
// a unit consists of copies.
package content

import (
	"context"
	"errors"
	"io/fs"
	"runtime"
	"slices"
	"sync"

	"github.com/spf13/afero"

	"dossier/generator/diag"
	"dossier/generator/model"
	"dossier/generator/parallel"
	"dossier/generator/parsed"
	"dossier/generator/rooted"
)

// Read reads the content folder that is the root of fsys. Addresses in the
// diagnostics are relative to that root. The error is the environment's: a
// folder or file that cannot be read, or a cancelled context.
func Read(ctx context.Context, fsys afero.Fs) (*model.Corpus, diag.List, error) {
	return ReadKnown(ctx, fsys, nil)
}

// ReadKnown is Read that need not parse, nor read, what is known already; nil for nothing.
func ReadKnown(ctx context.Context, fsys afero.Fs, known *parsed.Memory) (*model.Corpus, diag.List, error) {
	return (&Reader{fsys: fsys, known: known}).Read(ctx, nil)
}

// Reader reads a content folder again and again, and each time only what
// changed. It is for one goroutine at a time; the corpora it gives may be used
// beside it.
type Reader struct {
	fsys  afero.Fs
	again bool // it may read more than once, so it keeps sizes and times of files
	known *parsed.Memory

	root      *folder
	folders   []*folder // all, by path
	newest    []*folder // the same, the newest article's first
	config    *config
	home      *result // index.md as prose
	homeEntry *entry
	index     *index
	made      map[string]*model.Entity // countries without a file, by ISO code
}

// NewReader returns a reader of the content folder that is the root of fsys.
func NewReader(fsys afero.Fs) *Reader { return &Reader{fsys: fsys, again: true} }

// Read gives exactly what the function Read would. Changed are the files and
// folders below the content folder that were written, made, renamed or deleted
// since the last time, a renamed one under both names; only the folders they
// are in are listed and only they are read. With nil every folder is listed,
// and files whose size or time of change is another are read. The first time,
// and after an error that is not a cancelled context's, everything is read.
//
// A text that says the same as before, at the same place of the same file, is
// the same *model.Text.
func (r *Reader) Read(ctx context.Context, changed []string) (*model.Corpus, diag.List, error) {
	if err := r.read(ctx, changed); err != nil {
		if ctx.Err() == nil { // a reading that was cancelled can be continued
			*r = Reader{fsys: r.fsys, again: r.again, known: r.known}
		}
		return nil, nil, err
	}
	c, faults := r.corpus()
	return c, faults, nil
}

func (r *Reader) read(ctx context.Context, changed []string) error {
	if err := r.look(changed); err != nil {
		return err
	}
	if err := r.configure(); err != nil {
		return err
	}
	var todo []*entry
	folders := r.root.all(nil)
	renewed := r.index == nil || !slices.Equal(folders, r.folders) // entities may be others
	for _, f := range folders {
		if f.unit == nil {
			todo = append(todo, r.unread(f)...)
			renewed = renewed || r.config.isKind(f.path)
		}
	}
	if err := r.readFiles(ctx, todo); err != nil {
		return err
	}
	if renewed {
		r.folders, r.newest = folders, slices.Clone(folders)
		if found := r.config.entities(folders); r.index == nil || !slices.Equal(found, r.index.entities) {
			r.index = newIndex(found)
			for _, f := range folders {
				f.unit = nil
			}
		}
	}
	names := sync.OnceValue(func() map[string][]model.Key { return namesOf(folders, &r.config.set) })
	for _, f := range folders {
		if f.unit == nil || f.unit.usesNames {
			f.unit = r.build(f, names)
		}
	}
	return nil
}

// unread gives the files of a folder that must be read.
func (r *Reader) unread(f *folder) []*entry {
	var todo []*entry
	why, parts := r.config.folder(f.path)
	for _, e := range f.entries {
		if !e.isFile() || e == r.homeEntry {
			continue
		}
		if e.file.path == "" {
			e.file, e.why = r.config.place(e.path, parts, why)
		}
		if e.why == "" && e.result == nil && e.file.class != otherFile {
			todo = append(todo, e)
		}
	}
	return todo
}

// readFiles reads files in parallel.
func (r *Reader) readFiles(ctx context.Context, todo []*entry) error {
	return parallel.Try(ctx, runtime.GOMAXPROCS(0), len(todo), 1, func() func(int) error {
		w := newWorker(r.fsys, r.config)
		w.parser.Memory = r.known
		return func(i int) error {
			e := todo[i]
			x, err := w.read(e.file)
			if errors.Is(err, rooted.ErrLink) {
				e.mode = fs.ModeSymlink // since it was listed
				return nil
			}
			if err != nil {
				return err
			}
			x.keep(e.before)
			e.result, e.before = x, nil
			return nil
		}
	})
}
