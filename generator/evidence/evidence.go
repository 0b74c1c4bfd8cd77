// Package evidence finds where a text names what it rests on: the sentence in which
// its author credits a source, by a mark of it or by its title or publisher.
package evidence

import (
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/generator/model"
	"dossier/generator/prose"
)

// Place is where a text names a source.
type Place struct {
	Block    int         // of the body
	Sentence prose.Quote // all of it, with the name as its words, if it was found by one
}

// Names are what texts may call a source: its publisher and its titles, in any
// language, without quotation marks around them, and the initials of its publisher
// where there are enough of them to be a name.
func Names(s *model.Source) []string {
	var out []string
	add := func(name string) {
		name = strings.Trim(name, "\"'«»„“”‟‘’‚「」『』《》〈〉")
		if utf8.RuneCountInString(name) >= shortest && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	for _, words := range []model.Words{s.Publisher, s.Title} {
		for _, lang := range slices.Sorted(maps.Keys(words)) {
			add(words[lang])
		}
	}
	for _, lang := range slices.Sorted(maps.Keys(s.Publisher)) {
		add(initials(s.Publisher[lang]))
	}
	return out
}

// shortest is how many characters make a name: fewer are found by chance.
const shortest = 3

// initials are those of all words of a name, with the strokes between them: RFE/RL of
// Radio Free Europe/Radio Liberty, VOA of Voice of America.
func initials(name string) string {
	var out strings.Builder
	inside := false
	for _, r := range name {
		letter := unicode.IsLetter(r)
		switch {
		case letter && !inside:
			out.WriteRune(unicode.ToUpper(r))
		case r == '/':
			out.WriteRune(r)
		}
		inside = letter || inside && (r == '\'' || r == '’')
	}
	return out.String()
}

// Source is what a text may have of a source.
type Source struct {
	Marks        []int // offsets in the HTML of its body
	Names, Dates []string
}

// Find is the first whole sentence of a body that a mark of a source closes, else the first
// that names it; but where one of these says one of its dates too, that. Labels are the
// names of the body's links without words. It reports whether there is such a place.
func Find(b *prose.Body, s Source, labels []prose.Insert) (found Place, ok bool) {
	found, ok = first(b, s.Dates, func(yield func(int, prose.Quote) bool) {
		for _, at := range s.Marks[:min(len(s.Marks), mostPlaces)] {
			if !yield(at, b.Marked(at, labels)) {
				return
			}
		}
	})
	if ok {
		return found, true
	}
	html := strings.ReplaceAll(b.HTML, "\n", " ")
	return first(b, s.Dates, func(yield func(int, prose.Quote) bool) {
		for _, at := range occurrences(html, s.Names) {
			if !goesOn(html[at[1]:]) && !yield(at[0], b.Sentence(at[0], at[1], labels)) {
				return
			}
		}
	})
}

// first is the first whole sentence among some that stand at offsets, but one that says a
// date goes before.
func first(b *prose.Body, dates []string, sentences iter.Seq2[int, prose.Quote]) (found Place, ok bool) {
	for at, q := range sentences {
		block := slices.IndexFunc(b.Blocks, func(x prose.Block) bool { return x.Holds(at) })
		if block < 0 || !q.Whole() {
			continue // a footnote has no place of its own
		}
		dated := slices.ContainsFunc(dates, func(d string) bool { return strings.Contains(q.Before+q.Words+q.After, d) })
		if !ok || dated {
			found, ok = Place{block, q}, true
		}
		if dated {
			break
		}
	}
	return found, ok
}

// Marks are the places where a text has the mark of the source with a number, by the
// anchors of the text; nil for the number 0, which none has.
func Marks(anchors []model.Anchor, number int) []int {
	var places []int
	for i := range anchors {
		if a := &anchors[i]; number > 0 && int(a.Source) == number {
			places = append(places, int(a.Start))
		}
	}
	return places
}

// mostPlaces is how often a text is asked about one name or the marks of one source: a text
// that has more of them would cost more than a better sentence is worth.
const mostPlaces = 50

// occurrences are where some HTML has one of the names as words of its text, in their
// order.
func occurrences(html string, names []string) [][2]int {
	var all [][2]int
	for _, name := range names {
		name = escapes.Replace(name)
		for from, asked := 0, 0; asked < mostPlaces; asked++ {
			at := strings.Index(html[from:], name)
			if at < 0 {
				break
			}
			at += from
			from = at + len(name)
			if isWord(html, at, from) && !inTag(html, at) {
				all = append(all, [2]int{at, from})
			}
		}
	}
	slices.SortFunc(all, func(a, b [2]int) int { return a[0] - b[0] })
	return all
}

// escapes writes a name as bodies have it.
var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\"", "&quot;", "'", "’")

// isWord reports whether no letter or digit stands beside a part of a text.
func isWord(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	joins := func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) || unicode.IsDigit(r) }
	return !joins(before) && !joins(after)
}

// goesOn reports whether the words behind a name make it a part of another one, as
// in "Collective Security Treaty Organization".
func goesOn(after string) bool {
	next, _ := utf8.DecodeRuneInString(strings.TrimPrefix(after, " "))
	return strings.HasPrefix(after, " ") && unicode.IsUpper(next)
}

// inTag reports whether an offset lies inside of a tag.
func inTag(html string, at int) bool {
	return strings.LastIndexByte(html[:at], '<') > strings.LastIndexByte(html[:at], '>')
}
