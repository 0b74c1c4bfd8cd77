package rooted

import (
	"os"
	"path/filepath"
	"sync"

	"github.com/spf13/afero"
)

// makingIn are the folders in which files were made last, still open: of many new files in one
// folder each costs one step and not as many as its path has. They are forgotten before anything
// is renamed or deleted.
type makingIn struct {
	mu   sync.Mutex
	last []*opened
}

// opened is a folder that is open as long as it is one of the last, or in use.
type opened struct {
	*os.Root
	rel  string
	uses int
	old  bool // to be closed after use
}

// mostFolders is how many stay open: more goroutines make files in few more folders.
const mostFolders = 16

// make makes a file that must not be there.
func (o *output) make(rel string, flag int, perm os.FileMode) (afero.File, error) {
	f, err := o.making.open(o.dir, filepath.Dir(rel))
	if err != nil {
		return nil, err
	}
	defer o.making.done(f)
	// A new file is a regular one, which never waits; saying so spares Go to find it out.
	file, err := f.OpenFile(filepath.Base(rel), flag|nonblock, perm)
	if err != nil {
		return nil, explained(err, f.Root)
	}
	return file, nil
}

// open gives a folder below dir, for use until done.
func (m *makingIn) open(dir, rel string) (*opened, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for i, f := range m.last {
		if f.rel == rel {
			copy(m.last[1:i+1], m.last[:i])
			m.last[0] = f
			f.uses++
			return f, nil
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	if rel != "." {
		within, err := root.OpenRoot(rel)
		if err != nil {
			err = explained(err, root)
		}
		root.Close()
		if err != nil {
			return nil, err
		}
		root = within
	}
	f := &opened{Root: root, rel: rel, uses: 1}
	if len(m.last) == mostFolders {
		m.drop(mostFolders - 1)
	}
	m.last = append([]*opened{f}, m.last...)
	return f, nil
}

func (m *makingIn) done(f *opened) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if f.uses--; f.uses == 0 && f.old {
		f.Close()
	}
}

// drop takes the i-th and those behind it from the list, and closes them after use.
func (m *makingIn) drop(i int) {
	for _, f := range m.last[i:] {
		if f.old = true; f.uses == 0 {
			f.Close()
		}
	}
	m.last = m.last[:i]
}

func (m *makingIn) forget() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.drop(0)
}
