// Package corpus makes up the content of dossiers of any size, for benchmarks
// and tests.
//
// Articles have twelve sections of 150 to 300 words of prose and Markdown. A
// section names 2 to 4 countries, 0 to 3 events and 1 to 3 actors in its prose
// and lists them in its front matter; there is an event for every five
// sections and an actor for every ten. As in life a few are named often and
// most rarely. The content has no faults that a build would report.
//
// The same seed and size give the same bytes everywhere: no clock, no floating
// point, and random numbers of its own.
package corpus

import (
	"fmt"
	"iter"
	"strings"
)

// PerArticle is how many sections an article has; the last may have fewer.
const PerArticle = 12

// maker makes the files of one corpus.
type maker struct {
	seed           uint64
	sections       int
	events, actors int
}

// Files gives the path below the content folder and the text of every file of
// the corpus with that many sections, at least one.
func Files(seed uint64, sections int) iter.Seq2[string, string] {
	m := maker{seed: seed, sections: sections, events: max(4, sections/5), actors: max(4, sections/10)}
	return func(yield func(string, string) bool) {
		if !yield("index.md", m.home()) {
			return
		}
		for i := range countries {
			if !yield(m.country(i)) {
				return
			}
		}
		for i := range m.events {
			if !yield(m.event(i)) {
				return
			}
		}
		for i := range m.actors {
			if !yield(m.actor(i)) {
				return
			}
		}
		for first := 0; first < sections; first += PerArticle {
			for path, text := range m.article(first/PerArticle, min(PerArticle, sections-first)) {
				if !yield(path, text) {
					return
				}
			}
		}
	}
}

// What a stream of random numbers is for: each file has its own, so that it
// does not depend on the others.
const (
	forCountries = iota
	forEvents
	forActors
	forArticles
)

func (m maker) writer(kind, index int) *writer {
	return &writer{random: newRandom(m.seed, uint64(kind), uint64(index))}
}

func (m maker) home() string {
	w := m.writer(forArticles, -1)
	return `---
title: A made-up dossier
description: "Prose of no meaning, to measure with."
languages: [en]
base_url: https://example.org/
accept: [empty-value]
relations:
  based-in:
    name: {en: based in}
    inverse: {en: hosts}
  member-of:
    name: {en: member of}
    inverse: {en: members}
---

` + w.paragraph(3) + "\n\n" + w.paragraph(3) + "\n"
}

func (m maker) country(i int) (path, text string) {
	w := m.writer(forCountries, i)
	return "countries/" + slug(countries[i]) + ".md",
		fmt.Sprintf("---\nname: %s\nsummary: %q\n---\n\n%s\n", countries[i], w.sentence(), w.paragraph(3))
}

func (m maker) event(i int) (path, text string) {
	w := m.writer(forEvents, i)
	at := w.day()
	var b strings.Builder
	fmt.Fprintf(&b, "---\nname: %s\ndate: %q\nsummary: %q\n", m.eventName(i), w.date(at), w.sentence())
	list(&b, "countries", w.some(1, 3, len(countries)), func(i int) string { return slug(countries[i]) })
	list(&b, "actors", w.some(1, 2, m.actors), func(i int) string { return slug(m.actorName(i)) })
	fmt.Fprintf(&b, "---\n\n%s\n", w.paragraph(3))
	return "events/" + slug(m.eventName(i)) + ".md", b.String()
}

func (m maker) actor(i int) (path, text string) {
	w := m.writer(forActors, i)
	sort := sortOf(i)
	var b strings.Builder
	fmt.Fprintf(&b, "---\nname: %s\ntype: %s\nrole: {en: %q}\nsummary: %q\n", m.actorName(i), sort.kind, w.fill(pick(w, roles)), w.sentence())
	list(&b, "countries", w.some(1, 2, len(countries)), func(i int) string { return slug(countries[i]) })
	if sort.kind != "person" {
		fmt.Fprintf(&b, "relations:\n  - {type: based-in, to: %s}\n", slug(countries[w.few(len(countries))]))
	}
	if to := w.few(m.actors); sortOf(to).kind == "organization" && to != i {
		fmt.Fprintf(&b, "%s  - {type: member-of, to: %s, when: %d/..}\n", heading(sort.kind == "person", "relations:\n"), slug(m.actorName(to)), 1980+w.n(20))
	}
	fmt.Fprintf(&b, "---\n\n%s\n", w.paragraph(3))
	return "actors/" + slug(m.actorName(i)) + ".md", b.String()
}

func heading(needed bool, text string) string {
	if needed {
		return text
	}
	return ""
}

// list writes a list of ids as front matter.
func list(b *strings.Builder, key string, of []int, id func(int) string) {
	if len(of) == 0 {
		return
	}
	fmt.Fprintf(b, "%s: [", key)
	for n, i := range of {
		if n > 0 {
			b.WriteString(", ")
		}
		b.WriteString(id(i))
	}
	b.WriteString("]\n")
}

func slug(name string) string { return strings.ReplaceAll(strings.ToLower(name), " ", "-") }
