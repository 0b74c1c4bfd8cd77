// Package link resolves what refers to what: the links editors write, the
// mentions they need not write, and, seen from the other end, the backlinks
// and relations of every entity.
//
// Links and mentions become anchors: places in a body's HTML with the key of
// the page they lead to. Which address that is depends on the page that shows
// the body, and is not this package's business.
//
// What a mention is:
//
//   - A name, an alias or a listed form of an entity, in the language of the
//     text, the first time a text has it and no editor's link came to it. It
//     stands in one run of prose, between white space or punctuation. In
//     scripts without spaces (Han, kana, Thai, Lao, Khmer, Burmese) any row of
//     the name's characters is a mention; the longest name wins there as
//     everywhere.
//   - Letters agree with the name's in case: neither "us" nor "Us" is the US,
//     and all capitals are nobody. Only where a sentence begins may a small
//     first letter be a capital, and of one word not even there; only an event's
//     name may begin small. Quotation marks, hyphens and apostrophes of all kinds
//     are equal.
//   - In Russian a name declines, all its words in one case; in English and
//     French a plural of common nouns ("border guards") may be one of them.
//     Acronyms, and names in other languages, stay as they are.
//   - A name of two entities, or a form that two names share, links to neither
//     and is reported.
//   - A name in doubt does not link: see context.go.
//
// Texts are read in parallel, each by itself; what is found in one depends on
// the others only by which names are common nouns in the dossier's prose. So a
// Resolver can keep what it found in a text for the next corpus: see there.
package link

import (
	"cmp"
	"maps"
	"slices"

	"dossier/generator/diag"
	"dossier/generator/model"
)

// Resolve makes a site of a corpus. The diagnostics are links that lead
// nowhere and names that could be two entities.
func Resolve(c *model.Corpus) (*model.Site, diag.List) { return NewResolver().Resolve(c) }

// documents are the docs with prose, in the order of their keys' kinds: home,
// articles with their sections, entities from the one numbered entities on, and
// pages.
func documents(c *model.Corpus) (docs []*model.Doc, entities int32) {
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
	entities = int32(len(docs))
	for _, e := range c.Entities {
		docs = append(docs, &e.Doc)
	}
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
			if t := d.Texts[languages[e]]; t != nil {
				jobs = append(jobs, job{in: int32(i), edition: e, text: t})
			}
		}
		if len(jobs)-before == len(d.Texts) {
			continue
		}
		jobs = jobs[:before]
		for _, lang := range slices.Sorted(maps.Keys(d.Texts)) {
			jobs = append(jobs, job{in: int32(i), edition: int32(slices.Index(languages, lang)), text: d.Texts[lang]})
		}
	}
	return jobs
}
