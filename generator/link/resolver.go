package link

import (
	"dossier/generator/diag"
	"dossier/generator/model"
	"dossier/generator/names"
)

// Resolver resolves one corpus after another, and reads only the texts for
// which something has changed since the last. The site is in every case the one
// that Resolve makes.
//
// What was found in a text holds for the next corpus that has the same
// *model.Text (which, like all of a corpus, must not be changed) while all else
// that it depends on is equal:
//
//   - the key of its doc, and whether the doc wants mentions linked;
//   - the names of all entities in its language (its matcher);
//   - whether the names that could be common nouns are, as far as the text
//     came to ask: all texts of the language together tell, each the same
//     whatever the others do;
//   - where its links and marks lead: firm ones for as long as the index is equal,
//     all others are resolved anew.
//
// The zero value is not ready; a Resolver is for one goroutine at a time. It
// keeps the texts of the last corpus, and none of an older one.
type Resolver struct {
	index    *index
	editions []*edition
	found    map[*model.Text]*finding

	last   *pass // over the corpus that was resolved last
	reader *reader
	memory *Memory // of earlier runs; nil for none
}

// NewResolver gives a resolver that has seen no corpus.
func NewResolver() *Resolver { return &Resolver{} }

// finding is what was found in a text.
type finding struct {
	basis
	read    bool // what follows is found
	anchors []model.Anchor
	targets []target
	faults  diag.List // of links
	firm    bool      // the links hold for as long as the index does
	names   names.Findings

	kept   textKey // with a memory: under which key it is kept
	packed string  // and what; "" where it is not
}

// basis is what a finding stands on besides the text, its links and what is
// common.
type basis struct {
	key      model.Key
	mentions bool
	matcher  *names.Matcher // nil: there is no such edition
}

// target is a page that a text leads to or names, with the first anchor that
// does.
type target struct{ page, anchor int32 }

// Resolve is Resolve for the next corpus. A site that was returned before stays
// as it is.
func (r *Resolver) Resolve(c *model.Corpus) (*model.Site, diag.List) {
	docs, entities := documents(c)
	p := &pass{corpus: c, jobs: jobsOf(c, docs)}
	r.last, r.reader = p, nil
	made := fromOf(c, docs, p.jobs)
	same := r.index != nil && r.index.made.equal(made)
	if !same {
		r.index = newIndex(made, docs, p.jobs)
	}
	p.linker = newLinker(r.index, docs, entities, c)
	r.renew(c)
	p.editions = r.editions
	if r.memory != nil {
		p.memory, p.known = r.memory, r.known()
	}
	p.each(r.recall(p, same))
	todo := r.agree(p)
	p.agreed = true
	p.each(todo)
	if r.memory != nil {
		r.keep(p)
	}
	return p.site(c), p.faults()
}

// recall gives every text its finding, and the texts that are to be read.
func (r *Resolver) recall(p *pass, sameIndex bool) (todo []*job) {
	found := make(map[*model.Text]*finding, len(p.jobs))
	for i := range p.jobs {
		j := &p.jobs[i]
		d, b := p.docs[j.in], basis{}
		b.key, b.mentions = d.Key, d.Links
		if j.edition >= 0 {
			b.matcher = p.editions[j.edition].matcher
		}
		j.found = r.found[j.text]
		switch {
		case j.found == nil || j.found.basis != b:
			j.found = &finding{basis: b}
			todo = append(todo, j)
		case !sameIndex || !j.found.firm:
			todo = append(todo, j)
		}
		found[j.text] = j.found
	}
	r.found = found
	return todo
}

// agree works out which names are common nouns and gives the texts for which
// that makes a difference to what was thought when they were read.
func (r *Resolver) agree(p *pass) (todo []*job) {
	for _, e := range r.editions {
		e.common.Clear()
	}
	in := func(j *job) names.Common { return r.editions[j.edition].common }
	for i := range p.jobs {
		if j := &p.jobs[i]; j.edition >= 0 {
			in(j).Add(&j.found.names)
		}
	}
	for i := range p.jobs {
		if j := &p.jobs[i]; j.edition >= 0 && !in(j).Holds(&j.found.names) {
			j.found.read = false
			todo = append(todo, j)
		}
	}
	return todo
}
