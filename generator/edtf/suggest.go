package edtf

import (
	"strings"
)

// suggest returns the valid EDTF text that an invalid one was probably meant to be, "" when that is
// not clear: 05/06/2019 may be in May or in June, and a wrong date is worse than none.
func suggest(s string) string {
	t := tidy(s)
	if r := repair(t); r != "" {
		return r
	}
	if len(t) > 2 && (t[0] == '[' || t[0] == '{') {
		return repairSet(t)
	}
	for _, separator := range []string{"/", "..", " - "} {
		from, to, found := strings.Cut(t, separator)
		if !found || strings.Contains(to, separator) {
			continue
		}
		if r := repairInterval(strings.TrimSpace(from), strings.TrimSpace(to), separator == "/"); r != "" {
			return r
		}
	}
	return ""
}

// valid returns the canonical text of s, "" if s is not EDTF.
func valid(s string) string {
	d, fault := parse(s)
	if fault != nil {
		return ""
	}
	return d.text
}

// tidy corrects what is only a matter of typing: spaces at the ends, kinds of dashes and dots, two
// qualifiers for one, a time of day that is finer or coarser than seconds.
func tidy(s string) string {
	s = strings.NewReplacer("–", "-", "—", "-", "−", "-", "‑", "-", "‐", "-", "‒", "-", "－", "-", "／", "/", "…", "..", "...", "..", "\u00a0", " ", "\u202f", " ",
		"?~", "%", "~?", "%").Replace(strings.TrimSpace(ASCIIDigits(s)))
	for _, space := range []string{"T", " "} {
		day, clock, found := strings.Cut(s, space)
		if !found || len(day) != 10 || !isClock(clock) || valid(day) == "" {
			continue
		}
		if strings.Contains(clock, " ") && strings.Contains(clock, ":") { // an offset that stands apart: what was meant is the day
			return day
		}
		if i := strings.IndexByte(clock, '.'); i > 0 {
			clock = clock[:i] + strings.TrimLeft(clock[i+1:], "0123456789")
		}
		if r := valid(day + "T" + clock); r != "" {
			return r
		}
		return day
	}
	return s
}

// isClock reports whether s is a time of day, perhaps with an offset, and cannot be the end of an
// interval.
func isClock(s string) bool {
	i := strings.IndexAny(s, "+-Z ")
	if i < 0 {
		i = len(s)
	}
	return i > 0 && strings.Trim(s[:i], "0123456789:.") == "" && isOffset(strings.TrimPrefix(s[i:], " "))
}

// isOffset reports whether s is an offset, or nothing.
func isOffset(s string) bool {
	if s == "" || s == "Z" {
		return true
	}
	return len(s) >= 3 && strings.IndexByte("+-", s[0]) >= 0 && s[1] <= '1' && strings.Trim(s[1:], "0123456789:") == ""
}

// repair returns the EDTF text of one date, "" if it is not clear.
func repair(s string) string {
	if r := valid(s); r != "" {
		return r
	}
	mark, rest := "", s
	if n := len(s); n > 1 && strings.IndexByte("?~%", s[n-1]) >= 0 {
		mark, rest = s[n-1:], strings.TrimSpace(s[:n-1])
	}
	if r := numeric(rest); r != "" {
		return valid(r + mark)
	}
	return freeform(s)
}

func repairInterval(from, to string, slash bool) string {
	for _, end := range []*string{&from, &to} {
		switch hintOf(strings.ToLower(*end)) {
		case hintOpen:
			*end = ".."
		case hintUnknown:
			*end = ""
		default:
			if *end == ".." || *end == "" && slash {
				continue
			}
			if *end == "" {
				*end = ".."
			} else if *end, _, _ = strings.Cut(repair(*end), "T"); *end == "" {
				return ""
			}
		}
	}
	if r, ok := seasonOver(from, to); ok {
		return r
	}
	if r := valid(from + "/" + to); r != "" {
		return r
	}
	return valid(to + "/" + from)
}

// seasonOver reads a season of two years, which is no interval: winter of 2019/2020 is the one that
// begins in 2019. Summer of 2019/2020 has no clear meaning: the text is then "". It is false for
// anything else.
func seasonOver(from, to string) (string, bool) {
	a, fault := parse(from)
	b, other := parse(to)
	if fault != nil || other != nil || !a.start.isSeason() || b.kind != Single || b.start.hasMonth() {
		return "", false
	}
	if a.start.month == firstSeason+3 && b.start.fixedYear() == a.start.fixedYear()+1 {
		return from, true
	}
	return "", true
}

func repairSet(s string) string {
	closing := "]"
	if s[0] == '{' {
		closing = "}"
	}
	members := strings.Split(strings.TrimRight(s[1:], "]} "), ",")
	for i, m := range members {
		ends := strings.Split(strings.TrimSpace(m), "..")
		for j, end := range ends {
			if end == "" {
				continue
			}
			if ends[j] = repair(strings.TrimSpace(end)); ends[j] == "" {
				return ""
			}
		}
		members[i] = strings.Join(ends, "..")
	}
	return valid(s[:1] + strings.Join(members, ",") + closing)
}
