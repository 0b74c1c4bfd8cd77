package lsp

import (
	"context"
	"maps"
	"slices"
	"time"

	"dossier/generator/lookup"
	"dossier/generator/pipeline"
)

// workshop reads the dossier in a goroutine of its own, one reading at a time.
// Changes are numbered, so that it is known which of them a reading has seen.
type workshop struct {
	ctx     context.Context
	desk    *pipeline.Desk // used by a reading while there is one
	results chan result
	quiet   <-chan time.Time // when to start; nil while nothing has changed

	changes int             // how many there were
	touched map[string]bool // since the last reading began
	all     bool            // anything may have changed
	laid    map[string]*document
	busy    bool

	now  *snapshot // nil until the first reading ends
	seen int       // how many changes it, or a reading that failed since, has seen
}

// snapshot is the dossier as it was read last.
type snapshot struct {
	*lookup.Dossier
	reading *pipeline.Reading
	open    map[string]*document // as they were then, by path
}

// result is what came of a reading.
type result struct {
	now     *snapshot
	err     error
	changes int
}

func newWorkshop(ctx context.Context) *workshop {
	return &workshop{ctx: ctx, results: make(chan result), touched: map[string]bool{}, laid: map[string]*document{}}
}

// touch notes that a file has changed; "" that any may have.
func (w *workshop) touch(path string, quiet time.Duration) {
	w.changes++
	if path == "" {
		w.all = true
	} else {
		w.touched[path] = true
	}
	w.quiet = time.After(quiet)
}

// behind reports that changes, up to one, have not been seen.
func (w *workshop) behind(change int) bool { return w.now == nil || w.seen < change }

// due reports that something has changed since the last reading began.
func (w *workshop) due() bool { return w.all || len(w.touched) > 0 }

// begin starts a reading, unless one runs or there is nothing new. The documents are
// laid over the disk before.
func (w *workshop) begin(docs map[string]*document) {
	if w.busy || w.desk == nil || !w.due() {
		return
	}
	changed := slices.Sorted(maps.Keys(w.touched))
	if w.all {
		changed = nil
	} else if changed == nil {
		changed = []string{}
	}
	for path := range w.laid {
		if docs[path] == nil {
			w.desk.Lift(path)
		}
	}
	for path, doc := range docs {
		if before := w.laid[path]; before == nil || before.text != doc.text {
			w.desk.Lay(path, []byte(doc.text.String()))
		}
	}
	w.laid = map[string]*document{}
	for path, doc := range docs {
		kept := *doc
		w.laid[path] = &kept
	}
	w.busy, w.quiet, w.all, w.touched = true, nil, false, map[string]bool{}
	desk, changes, open := w.desk, w.changes, w.laid
	go func() {
		r := result{changes: changes}
		var reading *pipeline.Reading
		if reading, r.err = desk.Read(w.ctx, changed); r.err == nil {
			r.now = &snapshot{lookup.New(reading.Site, reading.Words), reading, open}
		}
		select {
		case w.results <- r:
		case <-w.ctx.Done():
		}
	}()
}

// end takes the result of a reading.
func (w *workshop) end(r result) {
	w.busy, w.seen = false, r.changes
	if r.now != nil {
		w.now = r.now
	}
}
