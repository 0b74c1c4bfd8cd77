// Package publish writes a site into its output folder: whole files only, only those that changed,
// none before all of them are on disk; and it deletes only what it made.
//
// # Who owns a file
//
// Text files in the output folder decide, and what its pages say of themselves:
//
//   - The manifest (.dossier-manifest) names every file of the last finished publication. A regular
//     file at a path it names is ours whatever its bytes are: edited by hand it is restored, no
//     longer in the site it is deleted. A second copy of it lies beside it
//     (.dossier-manifest.copy).
//   - The journal (.dossier-journal) lies there only while a publication is unfinished. It names
//     what was about to be moved into the site. A file it names is ours if the bytes on disk hash
//     to what it says, or if it is empty, as the machine may have stopped before they were on disk;
//     otherwise somebody else put it there.
//   - A page in HTML is signed: it ends with a comment that names its path; so do the files of the
//     search index, and data that has room for it. What is signed is ours, though no record names
//     it; see "Merged by version control". So is a file of a format without room (Beginning).
//
// Any other file is somebody else's. Where the site needs its path, a file with the same bytes is
// adopted; anything else is an *InTheWayError and nothing is changed, unless Replace was asked to
// put the site in its place. A symbolic link, pipe or device is never ours, and nothing is read,
// written or deleted through a symbolic link inside the output folder (the output folder itself may
// be one). Names that start with ".dossier-" in the output folder are reserved. No site's file, and
// no folder of it, has a name that begins with a dot: a record that names one is wrong, or forged,
// and that line counts for nothing.
//
// One of them is the staging folder (.dossier-stage), which lies there only during a publication.
// All that is in it is ours; a publication that finds one, of a process that was killed, deletes it
// first.
//
// Links may be put there during a publication, too. On a disk whatever is changed is found from the
// output folder, step by step, so that nothing outside is written or deleted: that fails, and the
// next Write heals it.
//
// # Order of a publication
//
//  1. Look at every folder of the site. Render each file and compare it with the one on disk; where
//     they differ, write the new one into the staging folder, which mirrors the site. Then see to
//     it that nothing is in the way, and stage the manifest and its copy.
//  2. Stage the journal, which names all that is to be moved and all that an older journal named,
//     and move it in.
//  3. Delete our files that stand where the site needs a folder, and those in folders where it
//     needs a file.
//  4. On a disk that ignores case, rename what it lists under another spelling than the site's,
//     files that are not ours along with their folder.
//  5. Move what is staged into the site: first what all pages show (assets/), then other files that
//     are not pages, then the pages, so that none stands there without its style. A folder that is
//     not there yet is moved whole, with one rename, anything else file by file, each in the place
//     of its predecessor.
//  6. Delete our files that the site no longer has, in the contrary order, and the folders this
//     leaves empty; never the output folder.
//  7. Move the manifest's copy in, and the manifest; remove the staging folder and the journal.
//
// A publication that fails before its journal is there, be it for a fault of a layout or a full
// disk, leaves the output folder as it was, but that an older staging folder is gone. From then on
// nothing is written any more, only moved and deleted.
//
// A publication killed or failed between any two steps is healed by the next Write. A process
// killed is meant; when the machine itself stops, journal and manifest are safe on disk, and a page
// that the file system emptied is written again. If nothing differs nothing is touched. One folder
// takes one Write at a time: package lock sees to that.
//
// # Open in another program
//
// Some systems let nobody replace or delete what another program has open. What fails for that is
// tried again for two seconds, and then the error says so, but:
//
//   - Where a file that the site no longer has cannot be deleted, the others are; then the
//     publication fails. A page that was withdrawn is still there, so it is not finished, and the
//     next Write deletes it.
//   - An empty folder that cannot be deleted stays, and does no harm. A folder of the same path
//     below .dossier-left tells the next publication, which tries once; there are only folders in
//     it, so it is not committed. Nothing in them is believed but that an empty folder may go.
//   - The staging folder stays if all that was in it is published. The next publication deletes it.
//
// # Damaged records
//
// Package record has the text of records, and what is believed of one that is damaged or merged.
// Every record carries its own checksum. A manifest that is damaged, cut off, foreign, unreadable
// or gone is made up for by its copy, and the copy by the manifest. Where both are damaged, and
// where the journal is, each line that can still be made out is believed like a journal's: the file
// is ours if its bytes hash to what the line says, so that no damage can make somebody else's file
// ours. What a lost line named is adopted where the bytes are those of the site, and known by its
// signature or, at a path of the site, by what it begins with; where it has neither it is in the way, and where the site does not have it any more it
// stays: Result.Lost tells.
//
// # Merged by version control
//
// The site is committed, so branches that were built apart are merged, whatever that does to lists
// and pages. Each list names files that this program made, so all of them are ours, whatever bytes
// a merge has given them:
//
//   - The lines of both manifests are believed, in any order, with the marks of a conflict or
//     without, as long as no line is of another kind: git takes whole lines or none. Those that it
//     shows as the common ancestor's are believed like a journal's: neither branch has such a file.
//     Nothing is lost in such a record, and nothing is said of it.
//   - Where one branch's list was dropped (its side of a conflict, a binary merge, both records
//     deleted) its pages are known by their signatures. Those that stand where a page goes are
//     replaced. If there are any, or a record is lost, or a publication is unfinished, or Replace
//     was asked, all of the folder is looked through, and signed pages that the site does not have
//     are deleted. A copy of a page under another path is not: it is signed for another.
//   - Git moves pages along with a folder that the other branch renamed. So, as long as manifest
//     and copy are not one list, a page that is signed for another path is replaced where the site
//     needs its place, but never deleted.
package publish

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"sync"

	"github.com/spf13/afero"

	"dossier/generator/publish/record"
	"dossier/generator/stamp"
)

// Sum is the SHA-256 of a file's bytes.
type Sum = record.Sum

// Entry is an output's path with the hash of its bytes.
type Entry = record.Entry

// Output is one file of the site.
type Output struct {
	// Path is where the file goes in the output folder: slash-separated, relative, clean, in
	// Unicode form NFC.
	Path string
	// Render appends the file's bytes to buf and returns it. Write calls it once at most, and not for
	// a Long output, from any goroutine, with an empty buf that other outputs had before and will have
	// after; what was appended must not be kept.
	Render func(buf []byte) ([]byte, error)
	// Files is nil, or Path is a folder and ends in "/", and Files gives its files; Render is nil then.
	// So are outputs given that it costs to know.
	Files func() []Output
	rare  *rare // of few outputs: there are many
	fixed bool  // Render's result is no buffer
	held  bool  // it is of a folder's files: what these are made of is in memory
}

// rare is what few outputs have. Either is nil in most.
type rare struct {
	begins func() string                                      // of Beginning
	long   func(buf []byte, spill func([]byte) []byte) []byte // of Long
}

// Beginning is an output of a format that has no room for a signature at its end: a file at its path
// is ours if it begins as begins says, which is what any version of it begins with.
func Beginning(o Output, begins func() string) Output {
	with := rare{begins: begins}
	if o.rare != nil {
		with.long = o.rare.long
	}
	o.rare = &with
	return o
}

// Flat are outputs with the files of folders for these. It asks for those of several folders
// side by side.
func Flat(outputs []Output) []Output {
	folders := make(map[int][]Output)
	var mu sync.Mutex
	var wg sync.WaitGroup
	for i, o := range outputs {
		if o.Files != nil {
			wg.Go(func() {
				files := o.Files()
				mu.Lock()
				defer mu.Unlock()
				folders[i] = files
			})
		}
	}
	wg.Wait()
	var flat []Output
	for i, o := range outputs {
		if o.Files != nil {
			of := len(flat)
			flat = append(flat, folders[i]...)
			for i := of; i < len(flat); i++ {
				flat[i].held = true
			}
		} else {
			flat = append(flat, o)
		}
	}
	return flat
}

// Bytes is an output whose bytes are known already. They are not changed.
func Bytes(path string, body []byte) Output {
	return Output{Path: path, fixed: true, Render: func(buf []byte) ([]byte, error) {
		if len(buf) == 0 {
			return body[:len(body):len(body)], nil
		}
		return append(buf, body...), nil
	}}
}

// Long is an output that may be so long that it had better not be in memory. Make appends its bytes
// to buf and returns what is in that at the end. Whenever it can go on without what is there so far,
// it hands that to spill, and goes on with what it is given: the same, or an empty one. Write may
// call it twice, and then it must do the same.
func Long(path string, make func(buf []byte, spill func([]byte) []byte) []byte) Output {
	return Output{Path: path, rare: &rare{long: make}, Render: func(buf []byte) ([]byte, error) {
		return make(buf, func(buf []byte) []byte { return buf }), nil
	}}
}

func (o *Output) isLong() bool { return o.rare != nil && o.rare.long != nil }

// Result says what a publication did. Paths are those of the outputs, sorted.
type Result struct {
	Written   []string // new, changed or restored files
	Removed   []string // files of an earlier publication that the site no longer has
	Respelt   []string // files and folders that a disk that ignores case had under another spelling, renamed
	Misspelt  []string // the same, where the disk does not keep the case of a name
	Unchanged int      // outputs that were on disk already, byte for byte
	Manifest  Sum      // of the site's manifest; see Intact
	Size      Size     // of all outputs

	Strangers []string // files that are none of the site's and were left alone; Replace alone looks for them

	// Lost names the records that were damaged with no other to make up for them. They are put
	// right, but files of an earlier publication may be left over.
	Lost []string
}

// Size is how much a site is.
type Size struct {
	Bytes   int64
	Largest string // the largest output's path
	Most    int64  // its bytes
}

// InTheWayError reports something in the output folder that is not ours and stands where the site
// needs its place. Nothing was changed.
type InTheWayError struct {
	Dir    string // the output folder
	Path   string // what is in the way: slash-separated, inside Dir; "." for Dir itself
	Reason string // what it is

	Replaceable bool // Replace would put the site in its place
}

func (e *InTheWayError) Error() string {
	cure := "move it or delete it"
	if e.Replaceable {
		cure = "move it, or build with --replace to put the site in its place"
	}
	return filepath.Join(e.Dir, filepath.FromSlash(e.Path)) + ": " + e.Reason + " is in the way; " + cure + " (nothing was published)"
}

// Memory is what is known of outputs without making them.
type Memory struct {
	// Known gives what the bytes of an output hash to, if that is known: where a file with such
	// bytes lies at its path already, it is not rendered. It is called from any goroutine.
	Known func(path string) (sum Sum, ok bool)
	// Still tells of which of these files that need not be looked up either; nil for none.
	Still Still
	// Entries are those of all outputs, by path, when these were published; Stamps those of their
	// files, zero where none can be relied on, if Mark says that they are wanted; else nil.
	Entries []Entry
	Mark    bool
	Stamps  []stamp.Stamp
}

// Write makes dir hold exactly outputs, beside files that are not ours. It renders with at most
// jobs goroutines (at least one) and keeps the bytes of no file in memory. Folders are created as
// needed, dir included.
//
// It panics on outputs that are a bug of the caller: an unclean or reserved path, two paths equal
// ignoring case, a path that is a folder of another. Before the first change it returns the error
// of Render wrapped with its path, an *InTheWayError, the file system's error or ctx's error;
// afterwards, one of the last two. If several outputs fail, the error is that of the smallest path,
// of the files of folders (Output.Files) before others.
// The Result is zero beside an error. The next Write heals whatever an error left.
func (m *Memory) Write(ctx context.Context, fs afero.Fs, dir string, outputs []Output, jobs int) (Result, error) {
	p, err := look(patient(ctx, fs, dir), newSite(outputs), false)
	if err != nil {
		return Result{}, err
	}
	p.memory = m
	return p.write(ctx, jobs)
}

// Replace is Write, but that its files take the place of whatever is there: of files that are not
// ours, and of links, which are never followed. No other file that is not ours is deleted, so those
// in a folder that stands where a file goes are in the way. It tells which are left in the output
// folder.
func (m *Memory) Replace(ctx context.Context, fs afero.Fs, dir string, outputs []Output, jobs int) (Result, error) {
	p, err := look(patient(ctx, fs, dir), newSite(outputs), true)
	if err != nil {
		return Result{}, err
	}
	p.memory = m
	result, err := p.write(ctx, jobs)
	if err != nil {
		return Result{}, err
	}
	err = strangers(p.tree, p.site, "", func(path string, _ os.FileInfo) error {
		result.Strangers = append(result.Strangers, path)
		return nil
	})
	return result, err
}

func (p *publication) write(ctx context.Context, jobs int) (result Result, err error) {
	s := &stage{tree: p.tree}
	defer func() {
		if err != nil {
			s.discard()
		}
	}()
	if p.leftover {
		if err := s.remove(); err != nil {
			return Result{}, err
		}
	}
	pages, err := p.render(ctx, jobs, s.write)
	if err != nil {
		return Result{}, err
	}
	if err := p.findStrays(pages); err != nil {
		return Result{}, err
	}
	if err := p.preflight(pages); err != nil {
		return Result{}, err
	}
	p.memory.Entries, p.memory.Stamps = pages.entries, pages.stamps
	return apply(ctx, p, s, jobs, pages)
}

// Try renders outputs as Write does and keeps nothing. It panics as Write does, and its errors are
// those of Render, wrapped with the path, and ctx's.
func Try(ctx context.Context, outputs []Output, jobs int) error {
	all := newSite(outputs).outputs
	return each(ctx, len(all), jobs, func(i int, b *buffers) (err error) {
		if o := &all[i]; o.isLong() {
			_, err = o.pour(io.Discard, b)
		} else {
			_, err = o.render(b)
		}
		return err
	})
}
