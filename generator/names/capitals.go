package names

import "unicode/utf8"

// capitals are the surroundings of a name of one word that a text has in capitals,
// as headlines and datelines do.
type capitals struct{ *surroundings }

// isAcronym reports a word that may be an acronym rather than the name: a short one,
// unless it is a surname or stands as datelines do.
func (s capitals) isAcronym(person bool) bool {
	const least, long = 4, 8 // letters
	n := utf8.RuneCountInString(s.word(s.first))
	return n < least || n < long && !person && s.hasNext && s.next.spaced && s.next.word && !isNumber(s.word(s.next))
}

// amongOthers reports a name among other words in capitals, in which a part of
// another name looks like any word: "BANK OF GEORGIA".
func (s capitals) amongOthers() bool {
	isOther := func(t token) bool { return isCapitals(s.word(t)) && !s.isName(t) }
	return s.hasPrev && s.first.spaced && s.prev.end != s.before && isOther(s.prev) ||
		s.hasNext && s.next.spaced && isOther(s.next)
}
