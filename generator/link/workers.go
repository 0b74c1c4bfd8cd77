package link

import (
	"cmp"
	"slices"

	"dossier/generator/intset"
	"dossier/generator/model"
	"dossier/generator/names"
	"dossier/generator/packed"
	"dossier/generator/parallel"
)

// pass is the work on one corpus.
type pass struct {
	linker
	corpus   *model.Corpus
	jobs     []job
	editions []*edition

	memory *Memory // and what follows: nil without one
	known  []known // by edition
	agreed bool    // it is known which names are common nouns
}

// each reads texts on all processors.
func (p *pass) each(todo []*job) {
	parallel.Each(len(todo), 32, func() func(int) {
		r := p.newReader()
		return func(i int) { r.read(todo[i]) }
	})
}

// reader reads texts, for one goroutine.
type reader struct {
	*pass
	names   []*names.Reader // by edition; nil where none was needed yet
	seen    intset.Set      // pages, by number
	anchors []model.Anchor
	targets []target
	linked  []int // entities, by index
	buf     []byte
	writer  packed.Writer
}

func (p *pass) newReader() *reader {
	return &reader{pass: p, names: make([]*names.Reader, len(p.editions)), seen: intset.New(len(p.keys))}
}

// namesOf gives the reader for the names of an edition.
func (r *reader) namesOf(edition int32) *names.Reader {
	if r.names[edition] == nil {
		e := r.editions[edition]
		r.names[edition] = e.matcher.NewReader(e.common)
	}
	return r.names[edition]
}

// read finds the anchors of a text. What was read before stays when only its
// links were in doubt and they lead where they led.
func (r *reader) read(j *job) {
	f, d := j.found, r.docs[j.in]
	r.anchors, f.faults, f.firm = r.links(r.anchors[:0], d, j.text)
	if !f.read || !sameLinks(f.anchors, r.anchors) {
		switch {
		case j.edition < 0:
		case f.mentions:
			r.mentions(j)
		default:
			r.named(j, nil)
		}
		f.anchors, f.read = slices.Clone(r.anchors), true
	}
	f.targets = nil
	if f.mentions {
		f.targets = slices.Clone(r.targetsOf(j.in, f.anchors))
	}
}

// mentions adds a text's mentions to its links.
func (r *reader) mentions(j *job) {
	r.linked = r.linked[:0]
	link := func(page int32) {
		if i, ok := r.entity(page); ok {
			r.linked = append(r.linked, i)
		}
	}
	link(j.in)
	for _, t := range r.targetsOf(j.in, r.anchors) {
		link(t.page)
	}
	for _, m := range r.named(j, r.linked) {
		if r.pageOf(m.Entity) == j.in {
			continue // alone in a list of its own page
		}
		r.anchors = append(r.anchors, model.Anchor{Target: r.keys[r.pageOf(m.Entity)], Mention: true, Start: int32(m.Start), End: int32(m.End), Label: -1})
	}
	slices.SortStableFunc(r.anchors, func(a, b model.Anchor) int { return cmp.Compare(a.Start, b.Start) })
}

// targetsOf are the pages that the anchors of doc in lead to, each once, without
// the doc's own. They are there until the next call.
func (r *reader) targetsOf(in int32, anchors []model.Anchor) []target {
	r.targets = r.targets[:0]
	r.seen.Clear()
	r.seen.Add(in)
	for i := range anchors {
		if a := &anchors[i]; a.IsInternal() {
			if page := r.number(a.Target); r.seen.Add(page) {
				r.targets = append(r.targets, target{page, int32(i)})
			}
		}
	}
	return r.targets
}

// sameLinks reports whether links are those among the anchors of a text.
func sameLinks(anchors, links []model.Anchor) bool {
	for i := range anchors {
		if anchors[i].Mention {
			continue
		}
		if len(links) == 0 || !links[0].Same(&anchors[i]) {
			return false
		}
		links = links[1:]
	}
	return len(links) == 0
}
