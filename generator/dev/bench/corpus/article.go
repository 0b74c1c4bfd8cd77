package corpus

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"
)

// heads are the titles of an article's sections, and their files.
type heads struct{ titles, files []string }

// article makes the i-th article, of n sections.
func (m maker) article(i, n int) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		w := m.writer(forArticles, i)
		dir := fmt.Sprintf("articles/%s-%d/", slug(stem(i)), i)
		day := w.day()
		var b strings.Builder
		fmt.Fprintf(&b, "---\ntitle: %q\nauthor: %s\npublished: %s\n", w.title(), slug(m.actorName(w.few(m.actors))), day.Format(time.DateOnly))
		fmt.Fprintf(&b, "source: {title: %q, publisher: %q, date: %s}\n", w.title(), w.title(), day.Format(time.DateOnly))
		fmt.Fprintf(&b, "summary: %q\n---\n\n%s\n", w.sentence(), w.paragraph(5))
		if !yield(dir+"index.md", b.String()) {
			return
		}
		h := w.heads(n)
		for k := range n {
			if !yield(dir+h.files[k], m.section(w, h, k, day)) {
				return
			}
		}
	}
}

func (w *writer) title() string { return capital(w.fill(pick(w, titles))) }

func (w *writer) heads(n int) heads {
	var h heads
	for len(h.titles) < n {
		if t := w.title(); !slices.Contains(h.titles, t) {
			h.files = append(h.files, fmt.Sprintf("%02d-%s.md", len(h.titles)+1, slug(t)))
			h.titles = append(h.titles, t)
		}
	}
	return h
}

// section makes the k-th section of an article that appeared on a day.
func (m maker) section(w *writer, h heads, k int, appeared time.Time) string {
	in, at, of := w.some(2, 4, len(countries)), w.some(0, 3, m.events), w.some(1, 3, m.actors)
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: %q\ndate: %q\n", h.titles[k], w.date(appeared.AddDate(0, 0, -1-w.n(400))))
	list(&b, "countries", in, func(i int) string { return slug(countries[i]) })
	list(&b, "events", at, func(i int) string { return slug(m.eventName(i)) })
	list(&b, "actors", of, func(i int) string { return slug(m.actorName(i)) })
	fmt.Fprintf(&b, "summary: %q\n", w.sentence())
	if w.chance(3) {
		fmt.Fprintf(&b, "corrections:\n  - {date: %s, text: %q}\n", appeared.AddDate(0, 1, 0).Format(time.DateOnly), w.sentence())
	}
	b.WriteString("---\n\n")

	var names []func() string
	for _, i := range in {
		names = append(names, func() string { return w.naming(ofCountry, countries[i]) })
	}
	for _, i := range at {
		names = append(names, func() string { return w.naming(ofEvent, m.eventName(i)) })
	}
	for _, i := range of {
		names = append(names, func() string { return w.naming(ofActor, nominal(i, m.actorName(i))) })
	}
	b.WriteString(w.body(names, h, k))
	return b.String()
}

// nominal is an actor's name as it stands in a sentence.
func nominal(i int, name string) string {
	if sortOf(i).kind == "person" {
		return name
	}
	return "the " + name
}

// body is a section's prose: sentences with each of the names, some again, and
// sentences without, in paragraphs under headings.
func (w *writer) body(names []func() string, h heads, k int) string {
	words := 150 + w.n(100) // with headings, note and link at most 300
	var sentences []string
	for _, name := range names {
		sentences = append(sentences, name())
	}
	blocks := []string{w.block()}
	if w.chance(30) {
		blocks = append(blocks, w.block())
	}
	count := func() int { return len(strings.Fields(strings.Join(sentences, " ") + " " + strings.Join(blocks, " "))) }
	for count() < words {
		s := w.sentence()
		switch n := w.n(10); {
		case n < 2:
			s = pick(w, names)()
		case n < 5:
			s = w.marked(s)
		}
		sentences = append(sentences, s)
	}
	for i := range sentences {
		j := i + w.n(len(sentences)-i)
		sentences[i], sentences[j] = sentences[j], sentences[i]
	}
	if to := w.n(len(h.files)); to != k {
		last := &sentences[len(sentences)-1]
		*last = strings.TrimSuffix(*last, ".") + fmt.Sprintf(", as [%s](%s) has it.", strings.ToLower(h.titles[to]), h.files[to])
	}
	return w.arrange(sentences, blocks)
}

// arrange makes paragraphs, with the blocks and headings between them.
func (w *writer) arrange(sentences, blocks []string) string {
	var parts []string
	note := w.chance(10)
	for n := 0; len(sentences) > 0; n++ {
		some := min(len(sentences), 3+w.n(3))
		text := wrap(strings.Join(sentences[:some], " "))
		sentences = sentences[some:]
		if n == 0 && note {
			text += "[^1]"
		}
		if n > 0 && n%2 == 1 {
			parts = append(parts, "## "+w.title())
		}
		parts = append(parts, text)
		if len(blocks) > 0 {
			parts = append(parts, blocks[0])
			blocks = blocks[1:]
		}
	}
	if note {
		parts = append(parts, "[^1]: "+w.sentence())
	}
	return strings.Join(parts, "\n\n") + "\n"
}
