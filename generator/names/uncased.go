package names

import (
	"strings"
	"unicode/utf8"
)

// uncased are the surroundings of a match in a script without capitals.
type uncased struct{ *surroundings }

// inLonger reports, in a script without capitals, a name inside a longer one
// that the dossier does not have. Only the words beside it can tell: a head
// before a place ("bank", "street"), a direction behind it, somebody else's
// given name before a surname, the kind of a newspaper before its quoted title.
func (s uncased) inLonger() bool {
	place, person := true, s.length == 1
	for _, o := range s.owners {
		place = place && s.r.m.entities[o].Place
		person = person && s.r.m.people[o] != nil
	}
	prev := ""
	if s.hasPrev && s.first.spaced && s.prev.end != s.before {
		prev = s.folded(s.prev)
	}
	if s.quotedTitle() {
		return true
	}
	switch {
	case place:
		return s.isHead(prev) || s.hasNext && s.next.spaced && s.idiom.behind[s.folded(s.next)]
	case person:
		return s.idiom.givens[prev] && !s.isOwn(prev) || s.isGivenTo()
	}
	return false
}

// isOwn reports a word of the names of whom the match may name.
func (s uncased) isOwn(word string) bool {
	for _, o := range s.owners {
		if s.r.m.people[o][word] {
			return true
		}
	}
	return false
}

// isGivenTo reports a surname that is also a given name and has a surname with
// the article behind it: «حسين الجسمي».
func (s uncased) isGivenTo() bool {
	if !s.hasNext || !s.next.spaced || !s.idiom.givens[s.r.m.lexemes[s.r.m.nodes[s.node].single].text] {
		return false
	}
	next := s.folded(s.next)
	return strings.HasPrefix(next, "ال") && utf8.RuneCountInString(next) > 4 && !s.idiom.function[next] && !s.isOwn(next)
}

func (s *surroundings) folded(t token) string { return s.r.m.language.fold(s.word(t)) }

// isHead reports a head, or one with a proclitic.
func (s uncased) isHead(word string) bool {
	if s.idiom.heads[word] {
		return true
	}
	for _, c := range []string{"و", "ب", "ل", "ك", "ف"} {
		if rest, ok := strings.CutPrefix(word, c); ok && s.idiom.heads[rest] {
			return true
		}
	}
	return false
}

// quotedTitle reports a match that does not fill the quotation marks around it,
// behind a word such as "newspaper".
func (s uncased) quotedTitle() bool {
	const most = 4 // words
	t, ok := s.prev, s.hasPrev
	for n := 0; ok && n < most; n++ {
		if strings.Contains("«“„&quot;", s.word(t)) {
			filled := n == 0 && s.hasNext && strings.Contains("»”“&quot;", s.word(s.next))
			head, ok := previous(s.b, t)
			return ok && !filled && s.isHead(strings.TrimPrefix(s.folded(head), "ال"))
		}
		if !t.word {
			return false
		}
		t, ok = previous(s.b, t)
	}
	return false
}
