package edtf

import (
	"strconv"
	"strings"
)

// suggest returns the valid EDTF text that an invalid one was probably meant to be, "" when that is anyone's guess:
// 05/06/2019 may be in May or in June, and a wrong date is worse than none.
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

// tidy settles what is only a matter of typing: spaces at the ends, kinds of dashes and dots, qualifiers written
// apart, a time of day finer or coarser than seconds.
func tidy(s string) string {
	s = strings.NewReplacer("–", "-", "—", "-", "−", "-", "‑", "-", "…", "..", "...", "..", "\u00a0", " ", "\u202f", " ",
		"?~", "%", "~?", "%").Replace(strings.TrimSpace(s))
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

// isClock reports whether s is a time of day, perhaps with an offset, and not the end of an interval, too.
func isClock(s string) bool {
	i := strings.IndexAny(s, "+-Z ")
	if i < 0 {
		i = len(s)
	}
	offset := strings.TrimPrefix(s[i:], " ")
	return i > 0 && strings.Trim(s[:i], "0123456789:.") == "" &&
		(offset == "" || offset == "Z" || len(offset) >= 3 && strings.Trim(offset[1:], "0123456789:") == "" && offset[1] <= '1' && strings.IndexByte("+-", offset[0]) >= 0)
}

// repair returns the EDTF text of one date, "" if it cannot be told.
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

// seasonOver reads a season before two years, which is no interval: winter of 2019/2020 is the one that begins in 2019,
// and what summer of 2019/2020 is, nobody can tell. False for anything else.
func seasonOver(from, to string) (string, bool) {
	a, fault := parse(from)
	b, other := parse(to)
	if fault != nil || other != nil || !a.start.isSeason() || b.kind != single || b.start.hasMonth() {
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

// numeric reads a date of digits and separators in another order or width. The result is not always valid.
func numeric(s string) string {
	if rest, ok := strings.CutPrefix(s, "Y"); ok && len(rest) <= 4 {
		s = rest
	}
	s = strings.NewReplacer("x", "X", "u", "X", "Х", "X", "х", "X").Replace(strings.TrimPrefix(s, "+"))
	if r := valid(s); r != "" {
		return r
	}
	if from, to, ok := strings.Cut(s, "/"); ok && strings.ContainsAny(s, "-") {
		return shortEnd(from, to)
	}
	if s == "-0000" {
		return "0000"
	}
	fields := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("-./ ", r) })
	for _, f := range fields {
		if strings.Trim(f, "0123456789X") != "" {
			return ""
		}
	}
	if len(strings.Join(fields, " ")) != len(s) { // a separator at an end, or two together
		return ""
	}
	switch len(fields) {
	case 1:
		return unseparated(fields[0])
	case 2:
		return twoNumbers(fields[0], fields[1], s)
	case 3:
		return threeNumbers(fields[0], fields[1], fields[2], s)
	}
	return ""
}

// shortEnd reads an interval whose end leaves out what it shares with the start, as ISO 8601 allows: 2019-11/12.
func shortEnd(from, to string) string {
	start, end := strings.Split(from, "-"), strings.Split(to, "-")
	if len(end) >= len(start) || valid(from) == "" {
		return ""
	}
	for _, part := range end {
		if len(part) != 2 {
			return ""
		}
	}
	return valid(from + "/" + strings.Join(append(start[:len(start)-len(end):len(start)-len(end)], end...), "-"))
}

// lastDecade is the last of three digits that may be meant for a decade: 201 is the year 201 or the 2010s.
const lastDecade = "210"

// unseparated reads 20191128, 201911, 12019 and 476.
func unseparated(s string) string {
	if strings.Contains(s, "X") {
		return ""
	}
	switch len(s) {
	case 3:
		if s <= lastDecade {
			return ""
		}
		return valid("0" + s)
	case 8:
		if s[4:6] >= "01" && s[4:6] <= "12" && s[6:] <= "31" { // a day, if not one of the calendar
			return calendar(s[:4], s[4:6], s[6:])
		}
	case 6:
		if r := valid(s[:4] + "-" + s[4:]); r != "" {
			return r
		}
	}
	return valid("Y" + s)
}

// farthest is how many years a span of which only the last two digits are written may have.
const farthest = 30

// twoNumbers reads 2019-1, 11.2019, 2019-2020, 2019-20, 2019-00 and 1999/00.
func twoNumbers(a, b, whole string) string {
	switch {
	case len(a) == 4 && len(b) == 4:
		if r := valid(a + "/" + b); r != "" {
			return r
		}
		return valid(b + "/" + a)
	case len(a) <= 2 && len(b) == 4:
		return valid(b + "-" + pad(a))
	case len(a) != 4 || len(b) > 2 || b[0] == 'X' || len(b) == 1 && strings.Contains(whole, "/"):
		return ""
	case b == "00" && a[2:] == "99" && !strings.Contains(a, "X"):
		return valid(a + "/" + strconv.Itoa(atoi(a)+1)) // 1999-00, too, is no month of 1999
	case b == "00" || b == "0":
		return valid(a)
	}
	month := valid(a + "-" + pad(b))
	if len(b) == 1 {
		return month
	}
	if strings.Contains(whole, "/") && b > "12" {
		month = "" // the numbers of seasons are written with a hyphen
	}
	span := ""
	if b > a[2:] && !strings.Contains(a+b, "X") && atoi(b)-atoi(a[2:]) <= farthest {
		span = valid(a + "/" + a[:2] + b)
	}
	switch {
	case span == "" || strings.Contains(whole, ".") && month != "":
		return month
	case month == "":
		return span
	}
	return "" // 2005/12 may be a month or seven years
}

// threeNumbers reads a year, month and day in any order that leaves no doubt.
func threeNumbers(a, b, c, whole string) string {
	switch {
	case len(a) == 4 && len(b) <= 2 && len(c) <= 2:
		if r := calendar(a, b, c); r != "" {
			return r
		}
		return calendar(a, c, b)
	case len(c) != 4 || len(a) > 2 || len(b) > 2:
		return ""
	}
	dayFirst, monthFirst := calendar(c, b, a), calendar(c, a, b)
	switch {
	case dayFirst == "":
		return monthFirst
	case monthFirst == "" || monthFirst == dayFirst || strings.Contains(whole, "."):
		return dayFirst // dots are written where the day comes first
	}
	return ""
}

// calendar joins a date, "" if there is no such month. Day 00, and one that the month does not have, is left out: any
// other day would be another one than was written.
func calendar(year, month, day string) string {
	year, month, day = pad(year), pad(month), pad(day)
	if day == "00" && month == "00" {
		return valid(year)
	}
	if r := valid(year + "-" + month + "-" + day); r != "" {
		return r
	}
	d, fault := parse(year + "-" + month)
	if fault != nil || d.start.isSeason() || d.start.monthX != 0 {
		return ""
	}
	if day == "29" && strings.HasSuffix(year, "00") {
		return "" // there was one in the Julian calendar, perhaps in another month of ours
	}
	if day == "00" || day == "29" || day == "30" || day == "31" || day == "3X" {
		return d.text
	}
	return ""
}

// pad gives a day or month its second digit; a year has four already.
func pad(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// atoi reads digits that are known to be some.
func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
