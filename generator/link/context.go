package link

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/generator/model"
)

// Words around a name tell whether it is that name or a part of another one
// that the dossier does not have: "Bank of Georgia", "Paris Match", "Jill
// Biden", "South Korea". A name in doubt does not link: a missing link costs a
// reader less than a wrong one, and an editor can write it out.

// doubtful reports a match that its surroundings speak against. before is where
// the name before it ended.
func (m *matcher) doubtful(b *model.Body, found match, before int) bool {
	s := surroundings{m: m, b: b, match: found, before: before}
	s.prev, s.hasPrev = previous(b, found.first)
	c := after(b, found.last)
	s.next, s.hasNext = c.next()
	s.hasNext = s.hasNext && s.next.joined
	s.idiom = idioms[baseOf(m.lang)]
	starts := s.starts(found.first)
	if found.raised && !starts {
		return true
	}
	if x := m.nodes[found.node].single; x >= 0 && (m.lexemes[x].common && starts || s.isDate(starts)) {
		return true
	}
	if s.inTitle() {
		return true
	}
	first := b.HTML[found.first.start:found.first.end]
	if found.length == 1 && !isCapitalized(first) {
		return false // an acronym, or a common noun
	}
	place, person := true, true
	for _, o := range found.owners {
		place = place && m.places[o]
		person = person && m.people[o] != nil && found.length == 1
	}
	switch {
	case place:
		return s.compound() || s.partOfPlace(starts)
	case person:
		return s.compound() || s.partOfPerson()
	}
	return false
}

func baseOf(lang string) string {
	base, _, _ := strings.Cut(lang, "-")
	return base
}

// surroundings are a match with what stands on both sides.
type surroundings struct {
	match
	m                *matcher
	b                *model.Body
	before           int
	idiom            *idiom
	prev, next       token
	hasPrev, hasNext bool
}

func (s *surroundings) word(t token) string { return s.b.HTML[t.start:t.end] }

// isDate reports a name that is also a month and stands like one.
func (s *surroundings) isDate(starts bool) bool {
	if s.idiom == nil || !slices.Contains(s.idiom.months, s.word(s.first)) {
		return false
	}
	if starts || s.hasNext && isNumber(s.word(s.next)) || !s.hasPrev {
		return true
	}
	prev := s.word(s.prev)
	return isNumber(prev) || s.idiom.dated[prev]
}

func isNumber(word string) bool { return word[0] >= '0' && word[0] <= '9' }

// inTitle reports a name that is a part of a short quotation, such as the title
// of a newspaper or the name of a party: «Единая Россия».
func (s *surroundings) inTitle() bool {
	const most = 4
	open, shut := false, false
	t, ok := s.prev, s.hasPrev
	words := 0
	for ; ok && words < most; t, ok = previous(s.b, t) {
		if strings.Contains("«“„", s.word(t)) {
			open = true
			break
		}
		if !t.word {
			return false
		}
		words++
	}
	if !open {
		return false
	}
	c := after(s.b, s.last)
	for t, ok := c.next(); ok && t.joined && words < most; t, ok = c.next() {
		if strings.Contains("»”“", s.word(t)) {
			shut = true
			break
		}
		if !t.word {
			return false
		}
		words++
	}
	if !shut || words == 0 {
		return false
	}
	first := s.first
	for t, ok := previous(s.b, first); ok && t.word; t, ok = previous(s.b, t) {
		first = t
	}
	return isTitled(s.word(first)) && !s.isFunction(first)
}

func (s *surroundings) isFunction(t token) bool {
	return s.idiom != nil && s.idiom.function[strings.ToLower(s.word(t))]
}

// compound reports a name tied by a hyphen to a capitalised word that is not a
// name of the dossier: "Guinea-Bissau".
func (s *surroundings) compound() bool {
	if s.hasNext && !s.next.spaced && isHyphen(s.word(s.next)) {
		c := after(s.b, s.next)
		if t, ok := c.next(); ok && t.joined && !t.spaced && isTitled(s.word(t)) && !s.isName(t) {
			return true
		}
	}
	if s.hasPrev && !s.first.spaced && isHyphen(s.word(s.prev)) && s.prev.start != s.before {
		t, ok := previous(s.b, s.prev)
		return ok && !s.prev.spaced && isTitled(s.word(t)) && t.end != s.before
	}
	return false
}

func isHyphen(word string) bool { return word == "-" || word == "‑" || word == "‐" }

// isName reports whether a name of the dossier begins at t.
func (s *surroundings) isName(t token) bool {
	e := s.m.entry(s.word(t))
	return e != nil && e.starts && s.m.find(s.b, t, e).length > 0
}

// capitalBefore and capitalAfter report a capitalised word that only white
// space parts from the name, and that is no name of its own.
func (s *surroundings) capitalBefore() bool {
	return s.hasPrev && s.first.spaced && s.prev.end != s.before && isCapitalized(s.word(s.prev)) && !s.idiom.titles[s.word(s.prev)]
}

func (s *surroundings) capitalAfter() bool {
	return s.hasNext && s.next.spaced && isCapitalized(s.word(s.next)) &&
		!s.idiom.followers[s.word(s.next)] && !s.idiom.titles[s.word(s.next)] && !s.isName(s.next)
}

// partOfPlace reports a place's name inside a longer name.
func (s *surroundings) partOfPlace(starts bool) bool {
	if s.idiom == nil {
		return false
	}
	if s.hasPrev && s.first.spaced {
		prev := s.word(s.prev)
		if isCapitalized(prev) && s.idiom.isDirection(prev) {
			return true
		}
		if head, ok := s.headBefore(); ok && s.idiom.heads[strings.ToLower(head)] {
			return true
		}
	}
	if s.idiom.direction != nil && s.idiom.direction(s) {
		return true
	}
	if s.idiom.apposed {
		return !starts && s.capitalBefore() && !s.starts(s.prev) && isAdjective(strings.ToLower(s.word(s.prev)))
	}
	if s.capitalAfter() && !(s.hasPrev && s.idiom.of[s.word(s.prev)]) {
		return true
	}
	return s.capitalBefore() && !s.starts(s.prev)
}

// headBefore is the noun that a place's name belongs to: "Bank" in "Bank of
// the Georgia".
func (s *surroundings) headBefore() (string, bool) {
	t, ok := s.prev, s.hasPrev
	if s.idiom.apposed {
		return s.word(t), ok && t.word
	}
	if !ok || !s.idiom.of[s.word(t)] && !isApostrophe(s.word(t)) {
		return "", false
	}
	for range 3 {
		if t, ok = previous(s.b, t); !ok {
			return "", false
		}
		if w := s.word(t); !s.idiom.of[w] && !s.idiom.articles[w] && w != "d" && w != "l" {
			return w, true
		}
	}
	return "", false
}

func isApostrophe(word string) bool { return word == "’" || word == "'" }

// partOfPerson reports a surname that follows another given name, or begins the
// name of something else.
func (s *surroundings) partOfPerson() bool {
	if s.idiom == nil {
		return false
	}
	if s.hasPrev && s.first.spaced && isCapitalized(s.word(s.prev)) && s.prev.end != s.before {
		prev := s.word(s.prev)
		own := false
		for _, o := range s.owners {
			own = own || s.m.people[o][strings.ToLower(fold(prev, s.m.lang))]
		}
		switch {
		case own || s.idiom.titles[prev] || s.idiom.isTitle(prev):
		case !s.starts(s.prev):
			return true
		case !s.idiom.apposed && !s.isFunction(s.prev) && !s.idiom.followers[prev]:
			return true
		}
	}
	return !s.idiom.apposed && s.capitalAfter()
}

// previous is the token before t, when only white space parts them.
func previous(b *model.Body, t token) (token, bool) {
	run, end := t.run, t.start
	for {
		r := b.Runs[run]
		trimmed := strings.TrimRightFunc(b.HTML[r.Start:end], unicode.IsSpace)
		if trimmed != "" {
			end = r.Start + len(trimmed)
			break
		}
		if !r.Joined || run == 0 {
			return token{}, false
		}
		run--
		end = b.Runs[run].End
	}
	// A word is found again from its beginning, as the walk forward finds it.
	r := b.Runs[run]
	start := end
	for start > r.Start {
		c, n := utf8.DecodeLastRuneInString(b.HTML[r.Start:start])
		if start < end && !isWord(c) && !isHidden(c) || isSolid(c) && start < end {
			break
		}
		start -= n
		if !isWord(c) && !isHidden(c) || isSolid(c) {
			break
		}
	}
	if b.HTML[end-1] == ';' {
		if i := strings.LastIndexByte(b.HTML[max(r.Start, end-8):end], '&'); i >= 0 {
			start = max(r.Start, end-8) + i
		}
	}
	c, _ := utf8.DecodeRuneInString(b.HTML[start:])
	out := token{start: start, end: end, run: run, joined: true, word: isWord(c)}
	out.spaced = start == r.Start && run > 0 && b.Runs[run-1].End < start
	if start > r.Start {
		before, _ := utf8.DecodeLastRuneInString(b.HTML[:start])
		out.spaced = unicode.IsSpace(before)
	}
	return out, true
}

// starts reports whether a sentence begins at t.
func (s *surroundings) starts(t token) bool {
	prev, ok := previous(s.b, t)
	if !ok {
		return startsBlock(s.b.HTML[:s.b.Runs[t.run].Start])
	}
	switch w := s.word(prev); w {
	case "!", "?", "…", "“", "«", "„", "‘", "(", "[", "&quot;", "—", "•":
		return true
	case ".":
		abbr, ok := previous(s.b, prev)
		return !ok || utf8.RuneCountInString(s.word(abbr)) > 1 && (s.idiom == nil || !s.idiom.titles[s.word(abbr)])
	}
	return false
}

// startsBlock reports whether the HTML so far ends with a block's beginning or
// the end of a sentence, whatever inline markup there is.
func startsBlock(html string) bool {
	for {
		html = strings.TrimRightFunc(html, unicode.IsSpace)
		if html == "" {
			return true
		}
		if html[len(html)-1] != '>' {
			break
		}
		open := strings.LastIndexByte(html, '<')
		name := strings.TrimLeft(html[open+1:len(html)-1], "/")
		if i := strings.IndexByte(name, ' '); i >= 0 {
			name = name[:i]
		}
		if !slices.Contains([]string{"a", "em", "strong", "del", "code", "img", "sup"}, name) {
			return true
		}
		html = html[:open]
	}
	last, _ := utf8.DecodeLastRuneInString(html)
	return strings.ContainsRune(".!?…“«", last)
}
