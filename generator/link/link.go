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
//     first letter be a capital; only an event's name may begin small.
//   - In Russian a name declines, all its words in one case; in English and
//     French a plural of common nouns ("border guards") may be one of them.
//     Acronyms, and names in other languages, stay as they are.
//   - A name of two entities, or a form that two names share, links to neither
//     and is reported.
//   - A name in doubt does not link: see context.go.
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
func Resolve(c *model.Corpus) (*model.Site, diag.List) {
	r := &resolver{
		site: &model.Site{
			Corpus:    c,
			Anchors:   map[*model.Text][]model.Anchor{},
			Backlinks: map[model.Key]*model.Backlinks{},
			Relations: map[model.Key][]model.Edge{},
		},
		index:    newIndex(c),
		matchers: map[string]*matcher{},
		hits:     map[*model.Text][]hit{},
		reported: map[ambiguity]bool{},
	}
	for _, lang := range c.Settings.Languages {
		r.matchers[lang] = newMatcher(c, lang)
	}
	docs := documents(c)
	for _, d := range docs { // all of them first: what is a common word in one is one in the others
		r.survey(d)
	}
	for _, d := range docs {
		r.text(d)
	}
	r.backlinks()
	r.relations()
	return r.site, r.faults
}

// documents are the docs with prose, in the order of their keys' kinds.
func documents(c *model.Corpus) []*model.Doc {
	docs := []*model.Doc{c.Home}
	for _, a := range c.Articles {
		docs = append(docs, &a.Doc)
		for _, s := range a.Sections {
			docs = append(docs, &s.Doc)
		}
	}
	for _, e := range c.Entities {
		docs = append(docs, &e.Doc)
	}
	return append(docs, c.Pages...)
}

type resolver struct {
	site     *model.Site
	index    *index
	matchers map[string]*matcher
	hits     map[*model.Text][]hit
	reported map[ambiguity]bool
	faults   diag.List
}

// survey finds where names may begin in a doc's texts.
func (r *resolver) survey(d *model.Doc) {
	for lang, t := range d.Texts {
		if m := r.matchers[lang]; m != nil {
			r.hits[t] = m.hits(&t.Body)
		}
	}
}

// text resolves the links and mentions of a doc in each of its languages.
func (r *resolver) text(d *model.Doc) {
	for _, lang := range slices.Sorted(maps.Keys(d.Texts)) {
		t := d.Texts[lang]
		anchors := r.links(d, t)
		if d.Links {
			anchors = append(anchors, r.mentions(d, t, anchors)...)
		}
		slices.SortStableFunc(anchors, func(a, b model.Anchor) int { return cmp.Compare(a.Start, b.Start) })
		if len(anchors) > 0 {
			r.site.Anchors[t] = anchors
		}
	}
}

func (r *resolver) backlinksOf(key model.Key) *model.Backlinks {
	b := r.site.Backlinks[key]
	if b == nil {
		b = &model.Backlinks{}
		r.site.Backlinks[key] = b
	}
	return b
}

// backlinks turns every reference of front matter around.
func (r *resolver) backlinks() {
	for _, a := range r.site.Articles {
		for _, t := range a.Authors {
			b := r.backlinksOf(t.Key)
			b.Articles = append(b.Articles, a)
		}
		for _, s := range a.Sections {
			for _, t := range s.Tags {
				b := r.backlinksOf(t.Key)
				b.Sections = append(b.Sections, s)
			}
		}
	}
	for _, e := range r.site.Entities {
		for _, key := range references(e) {
			b := r.backlinksOf(key)
			if e.Key.Kind() == model.Events {
				b.Events = append(b.Events, e)
			} else {
				b.Others = append(b.Others, e)
			}
		}
	}
	for _, b := range r.site.Backlinks {
		slices.SortStableFunc(b.Events, model.ByDate)
	}
}

// references are the entities that e's own facts name, each once, without e.
func references(e *model.Entity) []model.Key {
	var keys []model.Key
	add := func(t *model.Tag) {
		if t != nil && t.Key != e.Key && !slices.Contains(keys, t.Key) {
			keys = append(keys, t.Key)
		}
	}
	for i := range e.Tags {
		add(&e.Tags[i])
	}
	add(e.Place)
	add(e.Country)
	return keys
}

// relations shows each relation from both of its ends.
func (r *resolver) relations() {
	for _, e := range r.site.Entities {
		for _, rel := range e.Relations {
			to := rel.To.Key
			r.site.Relations[e.Key] = append(r.site.Relations[e.Key], model.Edge{Relation: rel, Other: to})
			r.site.Relations[to] = append(r.site.Relations[to], model.Edge{Relation: rel, Other: e.Key, Inverse: true})
		}
	}
}
