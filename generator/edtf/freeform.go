package edtf

import (
	"fmt"
	"strings"
	"unicode"
)

// hint is the meaning of a word in a date that is written in words.
type hint uint8

const (
	noHint hint = iota
	hintNoise
	hintAbout
	hintUncertain
	hintEarly
	hintMid
	hintLate
	hintEnd
	hintSpring
	hintSummer
	hintAutumn
	hintWinter
	hintSince
	hintUntil
	hintDecade
	hintBC
	hintAD
	hintOpen
	hintUnknown
	hintDash
	hintCentury
)

// written collects what a text says of one date.
type written struct {
	year, day string // digits as written, "" if not said
	month     int
	part      hint // hintEarly to hintLate, hintSpring to hintWinter, 0
	qual      qualifier
	decade    bool
	century   bool // "1900s": of a century, or of its first decade
	bc, ad    bool
}

// freeform reads a date in words, in any of the languages, or a range of two. It is "" if anything
// in the text is not understood.
func freeform(s string) string {
	if strings.Contains(s, "..") {
		return ""
	}
	tokens := tokenize(s)
	var ends [2]written
	at := 0
	open := noHint // a preposition in front
	said := false
	for i, t := range tokens {
		h := hintOf(t)
		switch {
		case t == "-":
			h = hintDash
		case monthOf(t) != 0:
			h = noHint
		case t == "er" && i > 0 && len(tokens[i-1]) == 4: // German; French has 1er
			h = hintDecade
		}
		if h == hintSince || h == hintUntil || h == hintDash {
			switch {
			case !said && h == hintDash:
				return ""
			case !said:
				open = h
			case h == hintDash && isPart(hintOf(tokens[i-1])): // mid-November
			case h == hintUntil && hintOf(tokens[i-1]) == hintUntil: // jusqu’au
			case h == hintSince: // the French "de" between a month and its year; anything else fails later
			case at == 1:
				return ""
			default:
				at = 1
			}
			continue
		}
		if h == hintOpen && at == 1 && i == len(tokens)-1 {
			return openEnded(ends[0].text(), hintSince)
		}
		if !ends[at].add(t, h) {
			return ""
		}
		said = said || h != hintNoise && h != hintAbout && h != hintUncertain
	}
	if at == 0 {
		return openEnded(ends[0].text(), open)
	}
	ends[0].inherit(ends[1])
	from, to := ends[0].text(), ends[1].text()
	if from == "" || to == "" || open == hintUntil {
		return ""
	}
	if r, ok := seasonOver(from, to); ok {
		return r
	}
	return valid(from + "/" + to)
}

func openEnded(text string, open hint) string {
	switch {
	case text == "":
		return ""
	case open == hintSince:
		return valid(text + "/..")
	case open == hintUntil:
		return valid("../" + text)
	}
	return valid(text)
}

// tokenize splits a text into words, numbers, dashes and qualifiers, all in lower case. A dash
// between a number and its ending (1990-е, 15-го) is dropped, and so is other punctuation.
func tokenize(s string) []string {
	s = eras.Replace(strings.ToLower(s))
	var tokens []string
	runes := []rune(s)
	for i := 0; i < len(runes); {
		same := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }
		switch r := runes[i]; {
		case unicode.IsLetter(r):
		case r >= '0' && r <= '9':
			same = func(r rune) bool { return r >= '0' && r <= '9' }
		case r == '-' && i > 0 && unicode.IsDigit(runes[i-1]) && isEnding(runes[i+1:]):
			i++
			continue
		case strings.ContainsRune("-?~%", r):
			tokens = append(tokens, string(r))
			i++
			continue
		case r == '(' && i+1 < len(runes) && unicode.IsDigit(runes[i+1]): // a note that has dates of its own
			return []string{"("}
		case strings.ContainsRune(" .,()'’", r):
			i++
			continue
		default:
			return []string{string(r)} // no hint has it, so the date is not understood
		}
		from := i
		for i < len(runes) && same(runes[i]) {
			i++
		}
		tokens = append(tokens, string(runes[from:i]))
	}
	return tokens
}

// isEnding reports whether a text begins with an ending that a dash joins to a number.
func isEnding(runes []rune) bool {
	i := 0
	for i < len(runes) && unicode.IsLetter(runes[i]) {
		i++
	}
	h := hintOf(string(runes[:i]))
	return h == hintNoise || h == hintDecade
}

func isPart(h hint) bool { return h >= hintEarly && h <= hintEnd }

// add adds one token; false if it does not fit.
func (w *written) add(t string, h hint) bool {
	switch {
	case t[0] >= '0' && t[0] <= '9':
		return w.addNumber(t)
	case t == "~", h == hintAbout:
		w.qual |= approximate
	case t == "?", h == hintUncertain:
		w.qual |= uncertain
	case t == "%":
		w.qual |= uncertain | approximate
	case h == hintDecade:
		w.decade, w.century = true, t == "s"
	case h == hintBC:
		w.bc = true
	case h == hintAD:
		w.ad = true
	case h == hintNoise:
	case h >= hintEarly && h <= hintWinter && w.part == 0:
		w.part = h
	case h == noHint && w.month == 0 && monthOf(t) != 0:
		w.month = monthOf(t)
	default:
		return false
	}
	return true
}

func (w *written) addNumber(t string) bool {
	switch {
	case len(t) <= 2 && w.day == "":
		w.day = t
	case len(t) <= 4 && w.year == "": // 15 March 44 BC
		w.year = t
	default:
		return false
	}
	return true
}

// inherit takes from the end of a range what its start leaves out: "28–30 November 2019".
func (w *written) inherit(end written) {
	if w.year == "" {
		w.year, w.bc, w.ad = end.year, end.bc, end.ad
	}
	w.bc = w.bc || end.bc && !w.ad // 500–400 BC
	if w.month == 0 && (w.day != "" || isPart(w.part)) {
		w.month = end.month
	}
}

// text returns the EDTF text of the date, valid or not; "" if parts of it are missing or contradict
// each other.
func (w written) text() string {
	era := w.bc || w.ad
	if w.year == "" && era && w.month == 0 { // 44 BC, AD 14
		w.year, w.day = w.day, ""
	}
	if w.year == "" || len(w.year) <= 2 && !era || w.day != "" && w.month == 0 {
		return ""
	}
	if len(w.year) == 3 && w.year <= LastDecade && w.month == 0 && !w.bc {
		return ""
	}
	s := fmt.Sprintf("%04d", atoi(w.year))
	if w.bc {
		s = fmt.Sprintf("-%04d", atoi(w.year)-1)
		if atoi(w.year) == 1 {
			s = "0000"
		}
	}
	switch {
	case w.century && strings.HasSuffix(w.year, "00"):
		return ""
	case w.decade && (w.month != 0 || w.part != 0 || w.bc || s[3] != '0'):
		return ""
	case w.decade:
		s = s[:3] + "X"
	case w.part >= hintSpring && (w.month != 0 || w.day != ""):
		return ""
	case w.part >= hintSpring:
		s = fmt.Sprintf("%s-%d", s, firstSeason+w.part-hintSpring)
	case w.month == 0 && w.part != 0:
		return ""
	case w.month != 0:
		s = fmt.Sprintf("%s-%02d%s", s, w.month, w.dayText(s))
	}
	return string(appendQualifier([]byte(s), w.qual))
}

// dayText returns the day with its hyphen; "" for one that the month does not have.
func (w written) dayText(year string) string {
	switch {
	case w.part != 0 && w.day != "":
		return "-??" // two days, which is not valid
	case w.part != 0:
		return fmt.Sprintf("-%dX", w.part-hintEarly)
	case w.day == "":
		return ""
	}
	if d := calendar(year, fmt.Sprintf("%02d", w.month), w.day); d != "" {
		return d[len(year)+len("-11"):]
	}
	return "-" + pad(w.day)
}
