package names

import (
	"slices"
	"strings"

	"dossier/generator/prose"
)

// Words around a name tell whether it is that name or a part of another one
// that the dossier does not have: "Bank of Georgia", "Paris Match", "Jill
// Biden", "South Korea". A name in doubt does not link: a missing link costs a
// reader less than a wrong one, and an editor can write it out.

// alone reports whether what stands between two offsets is all that an item of a
// list or a cell of a table has.
func alone(html string, start, end int) bool {
	before, after := strings.TrimSpace(html[:start]), strings.TrimSpace(html[end:])
	if inner, ok := strings.CutSuffix(before, "<p>"); ok && strings.HasPrefix(after, "</p>") {
		before, after = strings.TrimSpace(inner), strings.TrimSpace(after[len("</p>"):])
	}
	tag := before[max(0, strings.LastIndexByte(before, '<')):]
	for _, name := range [...]string{"<li", "<td", "<th"} {
		if rest, ok := strings.CutPrefix(tag, name); ok && strings.HasPrefix(after, "</"+name[1:]+">") {
			return strings.IndexByte(rest, '>') == len(rest)-1
		}
	}
	return false
}

// doubtful reports a match that its surroundings speak against. before is where
// the name before it ended.
func (r *Reader) doubtful(b *prose.Body, found match, before int) bool {
	s := &r.around
	*s = surroundings{r: r, b: b, match: found, before: before, idiom: r.m.language.idiom}
	s.prev, s.hasPrev = previous(b, found.first)
	c := after(b, found.last)
	s.next, s.hasNext = c.next()
	s.hasNext = s.hasNext && s.next.joined
	starts := s.starts(found.first)
	if found.raised && (!starts || found.length == 1) || found.inner && starts && found.length == 1 || s.inside() || s.isOtherWord() || s.inTitle() {
		return true
	}
	first := b.HTML[found.first.start:found.first.end]
	if s.idiom != nil && s.idiom.givens != nil {
		return uncased{s}.inLonger()
	}
	place, person := true, true
	for _, o := range found.owners {
		place = place && r.m.entities[o].Place
		person = person && r.m.people[o] != nil && found.length == 1
	}
	switch {
	case found.capitals && found.length == 1:
		if c := (capitals{s}); c.isAcronym(person) || c.amongOthers() {
			return true
		}
	case found.length == 1 && !isCapitalized(first), len(first) == 1 && found.length > 1:
		return false // an acronym, or a common noun
	}
	switch {
	case place:
		return s.compound() || s.partOfPlace(starts)
	case person:
		return s.compound() || s.partOfPerson()
	}
	return false
}

// surroundings are a match with what stands on both sides.
type surroundings struct {
	match
	r                *Reader
	b                *prose.Body
	before           int
	idiom            *idiom
	prev, next       token
	hasPrev, hasNext bool
}

func (s *surroundings) word(t token) string { return s.b.HTML[t.start:t.end] }

// isOtherWord reports a match that may be no name at all, or only with the
// article that a contraction has swallowed.
func (s *surroundings) isOtherWord() bool {
	n := &s.r.m.nodes[s.node]
	if n.contracted {
		return !s.hasPrev || !s.r.m.language.contractions[strings.ToLower(s.word(s.prev))]
	}
	if n.single < 0 {
		return false
	}
	return s.likeNoun() && s.r.isCommon(n.single) || s.isDate(s.begins(s.first, s.last))
}

// likeNoun reports a name that stands as its common noun would. An acronym never
// does.
func (s *surroundings) likeNoun() bool {
	acronym := !s.capitals && isCapitals(s.word(s.first))
	return (s.begins(s.first, s.last) || s.capitals) && !acronym && !s.cased() || s.hasArticle()
}

// hasArticle reports a place's name that stands like the common noun it also is.
func (s *surroundings) hasArticle() bool {
	return s.idiom != nil && s.hasPrev && s.idiom.articles[s.word(s.prev)] && s.r.m.entities[s.owners[0]].Locality
}

// isDate reports a name that is also a month and stands like one.
func (s *surroundings) isDate(starts bool) bool {
	if s.idiom == nil || !slices.Contains(s.idiom.months, s.r.m.lexemes[s.r.m.nodes[s.node].single].text) {
		return false
	}
	if starts || s.hasNext && isNumber(s.word(s.next)) || !s.hasPrev {
		return true
	}
	prev := s.word(s.prev)
	return isNumber(prev) || s.idiom.dated[prev]
}

// inTitle reports a name that is a part of a short quotation, such as the title
// of a newspaper or the name of a party: «Единая Россия».
func (s *surroundings) inTitle() bool {
	const most, near = 4, 160 // words, bytes
	b := s.b.HTML[max(0, s.first.start-near):s.first.start]
	if strings.IndexByte(b, "«"[0]) < 0 && strings.IndexByte(b, "“"[0]) < 0 ||
		!strings.Contains(b, "«") && !strings.Contains(b, "“") && !strings.Contains(b, "„") {
		return false
	}
	open, shut, spoken := false, false, false
	t, ok := s.prev, s.hasPrev
	words := 0
	for ; ok && words < most; t, ok = previous(s.b, t) {
		if strings.Contains("«“„", s.word(t)) {
			open = true
			spoken = s.word(t) == "„" && s.starts(t)
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
			shut = !s.isSpoken(c, spoken)
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

// isSpoken reports words after a quotation that make it somebody's speech:
// «Россия готова», — сказал он. „Russland ist bereit“, sagte er, which begins a
// sentence.
func (s *surroundings) isSpoken(c cursor, begins bool) bool {
	comma, ok := c.next()
	if !ok || s.word(comma) != "," {
		return false
	}
	if begins {
		return true
	}
	dash, ok := c.next()
	return ok && strings.Contains("—–-", s.word(dash))
}

func (s *surroundings) isFunction(t token) bool {
	if s.idiom == nil {
		return false
	}
	word := s.word(t)
	return s.idiom.function[strings.ToLower(word)] || s.idiom.function[strings.ToLower(s.r.m.language.fold(word))]
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

// isName reports whether a name of the dossier begins at t.
func (s *surroundings) isName(t token) bool {
	e := s.r.entry(s.word(t))
	return e != nil && e.starts && s.r.find(s.b, t, e).length > 0
}

// capitalBefore and capitalAfter report a capitalised word that only white
// space parts from the name, and that is no name of its own.
func (s *surroundings) capitalBefore() bool {
	return s.hasPrev && s.first.spaced && s.prev.end != s.before && isCapitalized(s.word(s.prev)) &&
		!s.idiom.titles[s.word(s.prev)] && !s.idiom.followers[s.word(s.prev)]
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
	if s.hasPrev && (s.first.spaced || isApostrophe(s.word(s.prev))) {
		prev := s.word(s.prev)
		if isCapitalized(prev) && s.idiom.isDirection(prev) && (s.idiom.apposed == nil || s.idiom.apposed.isAdjectival(prev)) {
			return true
		}
		if head, ok := s.headBefore(); ok && s.idiom.heads[strings.ToLower(head)] {
			return true
		}
	}
	if s.directionBehind() {
		return true
	}
	if a := s.idiom.apposed; a != nil {
		adjective := !starts && s.capitalBefore() && !s.starts(s.prev) && a.isAdjectival(s.word(s.prev))
		if g := s.idiom.agreement; g != nil {
			return adjective && g.adjective(s.word(s.prev), s.word(s.last), s.cases) || s.namesake(g)
		}
		return adjective
	}
	if s.capitalAfter() && !(s.hasPrev && s.idiom.leads[s.word(s.prev)]) {
		return true
	}
	return s.capitalBefore() && !(s.starts(s.prev) && s.isFunction(s.prev))
}

// namesake reports a town that is a part of a person's name: «Джордж
// Вашингтон», «с Владимиром Петровым».
func (s *surroundings) namesake(g *agreement) bool {
	if !s.r.m.entities[s.owners[0]].Locality || s.length > 1 {
		return false
	}
	place := s.word(s.last)
	if s.capitalAfter() {
		next := s.word(s.next)
		if endsWith(strings.ToLower(next), s.idiom.titleEnds...) || !s.idiom.isTitle(next) && g.surname(next, place, s.cases) {
			return true
		}
	}
	if !s.capitalBefore() || s.idiom.isTitle(s.word(s.prev)) {
		return false
	}
	starts := s.starts(s.prev)
	return !(starts && s.isFunction(s.prev)) && g.given(s.word(s.prev), place, s.cases, starts)
}

// directionBehind reports a direction behind a place: "Corée du Sud".
func (s *surroundings) directionBehind() bool {
	const most = 4 // words
	t, c := s.next, after(s.b, s.next)
	for n, ok := 0, s.hasNext && s.next.spaced; ok && n < most; n++ {
		switch w := s.word(t); {
		case s.idiom.behind[w]:
			return true
		case !s.idiom.linking[w]:
			return false
		}
		t, ok = c.next()
		ok = ok && t.joined
	}
	return false
}

// headBefore is the noun that a place's name belongs to: "Banque" in
// "Banque de l’Arménie".
func (s *surroundings) headBefore() (string, bool) {
	t, ok := s.prev, s.hasPrev
	if s.idiom.apposed != nil {
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

// partOfPerson reports a surname that follows another given name, or begins the
// name of something else.
func (s *surroundings) partOfPerson() bool {
	if s.idiom == nil {
		return false
	}
	if s.hasPrev && s.first.spaced && isCapitalized(s.word(s.prev)) && s.prev.end != s.before && s.givenName() {
		return true
	}
	if s.directionBehind() {
		return true // «Atatürk Havalimanı»
	}
	if s.idiom.apposed != nil {
		n := s.r.m.nodes[s.node].single
		return n >= 0 && s.idiom.doubled[strings.ToLower(s.r.m.lexemes[n].text)] && s.capitalAfter() && !s.idiom.isTitle(s.word(s.next)) &&
			s.idiom.apposed.agreesAsGiven(strings.ToLower(s.word(s.last)), s.word(s.next), false)
	}
	return s.capitalAfter()
}

// givenName reports whether the capitalised word before a surname is somebody
// else's given name.
func (s *surroundings) givenName() bool {
	prev := s.word(s.prev)
	for _, o := range s.owners {
		if s.r.m.people[o][strings.ToLower(s.r.m.language.fold(prev))] {
			return false
		}
	}
	if s.idiom.isTitle(prev) || s.idiom.followers[prev] {
		return false
	}
	starts := s.starts(s.prev)
	if starts && s.isFunction(s.prev) {
		return false
	}
	if s.idiom.apposed != nil {
		return s.idiom.apposed.agreesAsGiven(strings.ToLower(prev), s.word(s.first), starts)
	}
	if starts {
		return true
	}
	at, ok := previous(s.b, s.prev)
	return !ok || !s.idiom.locative[s.word(at)]
}
