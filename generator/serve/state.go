package serve

import (
	"fmt"
	"sync"
)

// snapshot is what is served at one moment. It is never changed.
type snapshot struct {
	files   Files    // the last good site; nil before there is one
	version string   // differs for each good site, and for each run of the command
	failure *failure // of the last build; nil when it was good
}

// state holds the current snapshot, and wakes goroutines that wait for the next.
type state struct {
	run string // distinguishes this run of the command from others

	mu      sync.Mutex
	builds  int
	current snapshot
	changed chan struct{} // closed when current is replaced
}

// newState gives the state before the first build.
func newState(run string) *state {
	return &state{run: run, current: snapshot{version: run + "-0"}, changed: make(chan struct{})}
}

// load gives the current snapshot and a channel that is closed when there is a
// newer one.
func (s *state) load() (snapshot, <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.current, s.changed
}

// succeed makes files the last good site.
func (s *state) succeed(files Files) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.builds++
	s.replace(snapshot{files: files, version: fmt.Sprintf("%s-%d", s.run, s.builds)})
}

// fail keeps the last good site and records why there is no newer one. It
// completes f with its number and title.
func (s *state) fail(f failure) failure {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.builds++
	f.Build = s.builds
	f.Title = f.title(s.current.files != nil)
	s.replace(snapshot{files: s.current.files, version: s.current.version, failure: &f})
	return f
}

// replace needs mu.
func (s *state) replace(next snapshot) {
	s.current = next
	close(s.changed)
	s.changed = make(chan struct{})
}
