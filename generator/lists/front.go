package lists

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/generator/edtf"
	"dossier/generator/model"
)

// MostKeyDates is how many of the events the front page gives as what one has to
// know.
const MostKeyDates = 8

// Seen are the events of a dossier as seen from its date, each list in order of
// time. What has no year is in none.
type Seen struct {
	Key   []*model.Entity // begun by then, and those that most depends on
	Ahead []*model.Entity // the first that begin after it
}

// After reports whether a date begins after a dossier's. Either may be zero: then it does not.
func After(d, asOf edtf.Date) bool {
	first, _ := d.Bounds()
	_, today := asOf.Bounds()
	return !d.IsZero() && !asOf.IsZero() && first.Compare(today) > 0
}

// SeenFrom gives the events as seen from a date, so many of those
// ahead; for no date all of them lie behind. What depends on an event is told by the
// sections that list it, then by the pages that name it; of two alike the later is
// the more important. Events of one type that the same sections list, such as a row of
// attacks, come with the first of them.
func SeenFrom(l *Lists, asOf edtf.Date, most int) Seen {
	var s Seen
	var past []*model.Entity
	for _, e := range l.ByDate {
		switch _, dated := e.Date.Listing(); {
		case !dated:
		case !After(e.Date, asOf):
			past = append(past, e)
		case len(s.Ahead) < most:
			s.Ahead = append(s.Ahead, e)
		}
	}
	places := make([]int, len(past))
	for i := range places {
		places[i] = i
	}
	slices.SortFunc(places, func(a, b int) int { return cmp.Or(moreNamed(l, past[a], past[b]), cmp.Compare(b, a)) })
	first := make(map[string]int) // of events that belong together, how many matter more than the first of them
	rank := make([]int, len(past))
	for n, i := range places {
		of := told(l, past[i])
		if _, known := first[of]; !known || of == "" {
			first[of] = n
		}
		rank[i] = first[of]
	}
	slices.SortStableFunc(places, func(a, b int) int { return cmp.Compare(rank[a], rank[b]) })
	key := places[:min(MostKeyDates, len(places))]
	slices.Sort(key)
	for _, i := range key {
		s.Key = append(s.Key, past[i])
	}
	return s
}

// told is equal for events of one type that the same sections list; "" for one without a
// type or a section.
func told(l *Lists, e *model.Entity) string {
	b := l.Site.Backlinks.Of(e.Key)
	if e.Type == "" || b == nil || len(b.Sections) == 0 {
		return ""
	}
	key := []byte(e.Type)
	for _, s := range b.Sections {
		key = binary.AppendVarint(append(key, 0), int64(s))
	}
	return string(key)
}

// moreNamed orders entities by how many sections list them, then by how many pages
// name them, the most first.
func moreNamed(l *Lists, a, b *model.Entity) int {
	var none model.Backlinks
	x, y := cmp.Or(l.Site.Backlinks.Of(a.Key), &none), cmp.Or(l.Site.Backlinks.Of(b.Key), &none)
	return cmp.Or(cmp.Compare(len(y.Sections), len(x.Sections)), cmp.Compare(len(y.Mentions), len(x.Mentions)))
}

// MostNamed are the entities of a kind that pass a test and are named most, at most
// so many, those named most first.
func MostNamed(l *Lists, kind string, most int, passes func(*model.Entity) bool) []*model.Entity {
	var out []*model.Entity
	for _, e := range slices.SortedStableFunc(slices.Values(l.ofKind[kind]), func(a, b *model.Entity) int { return moreNamed(l, a, b) }) {
		if len(out) == most {
			break
		}
		if passes(e) {
			out = append(out, e)
		}
	}
	return out
}

// How long it takes to read, in parts of a minute: 200 words, 400 signs of a script
// that has one for a syllable or a word, or a thousand letters of one that sets no
// spaces.
const (
	minute = 2000
	word   = minute / 200
	sign   = minute / 400
	letter = minute / 1000
)

var (
	signs   = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana}
	letters = []*unicode.RangeTable{unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan}
)

// Minutes is how many minutes an article takes to read in a language, at least
// one; 0 for one without a text.
func Minutes(l *Lists, a *model.Article, lang string) int {
	all := reading(l.text(&a.Doc, lang).Body.HTML)
	for _, s := range a.Sections {
		all += reading(l.text(&s.Doc, lang).Body.HTML)
	}
	if all == 0 {
		return 0
	}
	return max(1, (all+minute/2)/minute)
}

// reading is how long HTML takes to read, in parts of a minute.
func reading(html string) int {
	all, within := 0, false // within: a word that has been counted
	for len(html) > 0 {
		if html[0] == '<' {
			end := strings.IndexByte(html, '>')
			html = html[max(end, 0)+1:]
			continue
		}
		r, size := utf8.DecodeRuneInString(html)
		html = html[size:]
		switch {
		case r < utf8.RuneSelf && !unicode.IsLetter(r) && !unicode.IsDigit(r):
			within = within && r == '\''
		case unicode.In(r, signs...):
			all, within = all+sign, false
		case unicode.In(r, letters...):
			all, within = all+letter, false
		case unicode.IsMark(r):
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			within = within && r == '’'
		case !within:
			all, within = all+word, true
		}
	}
	return all
}
