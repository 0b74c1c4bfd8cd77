package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// reach is how many bytes on either side of a name are looked at.
const reach = 200

// inside reports a match that is a part of something longer without a space in
// it: of a word with a hyphen that it does not begin ("end-user research"), of
// a file's name or an address ("US-Navy.jpg", "example.org/US"). before is
// where the name before it ended.
func (s *surroundings) inside() bool {
	html, runs, start, end := s.b.HTML, s.b.Runs, s.first.start, s.last.end
	behind := start > 0 && isHyphenAt(html[:start])
	if !behind && !tied(html, start-1) && !tied(html, end) {
		return false // as nearly always
	}
	from, to := s.first.run, s.last.run
	for from > 0 && runs[from-1].End == runs[from].Start && start-int(runs[from].Start) < reach { // a stretch may be several runs
		from--
	}
	for to+1 < len(runs) && runs[to].End == runs[to+1].Start && int(runs[to].End)-end < reach {
		to++
	}
	left, tail := html[max(int(runs[from].Start), start-reach):start], html[end:min(int(runs[to].End), end+reach)]
	if left != "" && behind && s.inCompound() {
		return true
	}
	if i := strings.IndexFunc(tail, unicode.IsSpace); i >= 0 {
		tail = tail[:i]
	}
	return isAddress(left[lastSpace(left):], html[start:end], strings.TrimRight(tail, ".,:;!?)”»’…"))
}

// tied reports a byte of some HTML that can tie a name to what is beside it: no
// white space, tag or part of a sign or letter beyond ASCII, and no full stop
// that one of these follows.
func tied(html string, at int) bool {
	loose := func(at int) bool {
		return at < 0 || at >= len(html) || html[at] >= utf8.RuneSelf || ascii[html[at]] == space || strings.IndexByte("<>(),", html[at]) >= 0
	}
	return !loose(at) && (html[at] != '.' || !loose(at+1))
}

// isHyphenAt reports text that ends with a hyphen.
func isHyphenAt(text string) bool {
	last := text[len(text)-1]
	return last == '-' || last >= utf8.RuneSelf && (strings.HasSuffix(text, "‑") || strings.HasSuffix(text, "‐"))
}

func lastSpace(s string) int {
	i := strings.LastIndexFunc(s, unicode.IsSpace)
	if i < 0 {
		return 0
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return i + n
}

// inCompound reports a name behind a hyphen that it does not come after a name
// or a prefix of: what is spelled small, or follows a number.
func (s *surroundings) inCompound() bool {
	if s.prev.start == s.before {
		return false
	}
	word, ok := previous(s.b, s.prev)
	if !ok || s.prev.spaced || !word.word {
		return false
	}
	first, _ := utf8.DecodeRuneInString(s.word(s.first))
	return unicode.IsLower(first) || isNumber(s.word(word))
}
