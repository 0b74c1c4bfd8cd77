package link

import (
	"cmp"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"dossier/generator/model"
)

// pass is the work on one corpus.
type pass struct {
	linker
	jobs     []job
	editions []*edition
	entities int32 // number of the first
}

// each reads texts on all processors.
func (p *pass) each(todo []*job) {
	const batch = 32
	var next atomic.Int64
	work := func() {
		r := p.newReader()
		for {
			to := int(next.Add(batch))
			from := to - batch
			if from >= len(todo) {
				return
			}
			for _, j := range todo[from:min(to, len(todo))] {
				r.read(j)
			}
		}
	}
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), (len(todo)+batch-1)/batch) {
		wg.Go(work)
	}
	wg.Wait()
}

// reader reads texts, for one goroutine.
type reader struct {
	*pass
	walkers []*walker // by edition; nil where none was needed yet
	seen    marks     // pages, by number
	anchors []model.Anchor
	targets []target
}

func (p *pass) newReader() *reader {
	return &reader{pass: p, walkers: make([]*walker, len(p.editions)), seen: newMarks(len(p.keys))}
}

func (r *reader) walker(edition int32) *walker {
	if r.walkers[edition] == nil {
		r.walkers[edition] = newWalker(r.editions[edition])
	}
	return r.walkers[edition]
}

// read finds the anchors of a text. What was read before stays when only its
// links were in doubt and they lead where they led.
func (r *reader) read(j *job) {
	f, d := j.found, r.docs[j.in]
	r.anchors, f.faults, f.firm = r.links(r.anchors[:0], d, j.text)
	if !f.read || !sameLinks(f.anchors, r.anchors) {
		if j.edition >= 0 {
			r.walk(j)
		}
		f.anchors, f.read = slices.Clone(r.anchors), true
	}
	f.targets = nil
	if f.mentions {
		f.targets = r.targetsOf(j.in, f.anchors)
	}
}

// walk adds a text's mentions to its links.
func (r *reader) walk(j *job) {
	f, w := j.found, r.walker(j.edition)
	w.survey(&j.text.Body)
	if f.mentions {
		r.targetsOf(j.in, r.anchors)
		r.anchors = w.mentions(r.anchors, &j.text.Body, r.entities, &r.seen)
		slices.SortStableFunc(r.anchors, func(a, b model.Anchor) int { return cmp.Compare(a.Start, b.Start) })
	}
	f.nouns, f.asked, f.shared, f.stuck = slices.Clone(w.nouns), slices.Clone(w.asked), slices.Clone(w.shared), w.stuck
}

// targetsOf are the pages that the anchors of doc in lead to, each once, without
// the doc's own. The reader has seen all of them then.
func (r *reader) targetsOf(in int32, anchors []model.Anchor) []target {
	r.targets = r.targets[:0]
	r.seen.clear()
	r.seen.add(in)
	for i := range anchors {
		if a := &anchors[i]; a.IsInternal() {
			if page := r.number(a.Target); r.seen.add(page) {
				r.targets = append(r.targets, target{page, int32(i)})
			}
		}
	}
	return slices.Clone(r.targets)
}

// sameLinks reports whether links are those among the anchors of a text.
func sameLinks(anchors, links []model.Anchor) bool {
	for i := range anchors {
		if anchors[i].Mention {
			continue
		}
		if len(links) == 0 || links[0] != anchors[i] {
			return false
		}
		links = links[1:]
	}
	return len(links) == 0
}
