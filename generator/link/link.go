// Package link resolves what refers to what: the links editors write, the
// mentions they need not write, and, seen from the other end, the backlinks
// and relations of every entity.
//
// Links and mentions become anchors: places in a body's HTML with the key of
// the page they lead to. Which address that is depends on the page that shows
// the body, and is not this package's business.
//
// Package names finds the mentions, and its comment says what one is. This
// package hands it what the entities are called, and which of them an editor's
// links of the text lead to. A name that two entities have it reports.
//
// Texts are read in parallel, each by itself; what is found in one depends on
// the others only by which names are common nouns in the dossier's prose. So a
// Resolver can keep what it found in a text for the next corpus: see there.
package link

import (
	"cmp"
	"slices"

	"dossier/generator/diag"
	"dossier/generator/model"
)

// Resolve makes a site of a corpus. The diagnostics are links that lead
// nowhere and names that could be two entities.
func Resolve(c *model.Corpus) (*model.Site, diag.List) { return NewResolver().Resolve(c) }

// span are the numbers from one up to, but not including, another.
type span struct{ from, to int32 }

// documents are the docs with prose, in the order of their keys' kinds: home,
// articles with their sections, entities (which are where), and pages.
func documents(c *model.Corpus) (docs []*model.Doc, entities span) {
	n := 1 + len(c.Articles) + len(c.Entities) + len(c.Pages)
	for _, a := range c.Articles {
		n += len(a.Sections)
	}
	docs = append(make([]*model.Doc, 0, n), c.Home)
	for _, a := range c.Articles {
		docs = append(docs, &a.Doc)
		for _, s := range a.Sections {
			docs = append(docs, &s.Doc)
		}
	}
	entities.from = int32(len(docs))
	for _, e := range c.Entities {
		docs = append(docs, &e.Doc)
	}
	entities.to = int32(len(docs))
	return append(docs, c.Pages...), entities
}

// job is a text to find anchors in.
type job struct {
	in      int32 // number of its doc
	edition int32 // index of its language; -1 when there is no such edition
	text    *model.Text
	found   *finding
}

// jobsOf are all texts, doc by doc, and within a doc by language.
func jobsOf(c *model.Corpus, docs []*model.Doc) []job {
	languages := c.Settings.Languages
	order := make([]int32, len(languages)) // of editions by language
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Compare(languages[a], languages[b]) })
	jobs := make([]job, 0, len(docs))
	for i, d := range docs {
		before := len(jobs)
		for _, e := range order {
			if t := d.Texts.In(languages[e]); t != nil {
				jobs = append(jobs, job{in: int32(i), edition: e, text: t})
			}
		}
		if len(jobs)-before == len(d.Texts) {
			continue
		}
		jobs = jobs[:before]
		for _, t := range d.Texts {
			jobs = append(jobs, job{in: int32(i), edition: int32(slices.Index(languages, t.Lang)), text: t})
		}
	}
	return jobs
}
