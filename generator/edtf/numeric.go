package edtf

import (
	"regexp"
	"strconv"
	"strings"
)

// numeric reads a date of digits and separators that are in another order, or of other lengths,
// than those of EDTF. The result is not always valid.
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
	if q := quarters.FindStringSubmatch(s); q != nil {
		return q[2] + q[3] + "-" + strconv.Itoa(firstQuarter-1+atoi(q[1]+q[4]))
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

// quarters matches Q1 2019, 2019 Q1 and 2019-Q1.
var quarters = regexp.MustCompile(`^(?:[Qq]([1-4])[ /-](\d{4})|(\d{4})[ /-]?[Qq]([1-4]))$`)

const firstQuarter = 33

// shortEnd reads an interval whose end leaves out what it shares with the start, as ISO 8601
// allows: 2019-11/12.
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

// LastDecade is the last of three digits that may be meant for a decade: 201 is the year 201 or the
// 2010s.
const LastDecade = "210"

// unseparated reads 20191128, 201911, 12019 and 476.
func unseparated(s string) string {
	if strings.Contains(s, "X") {
		return ""
	}
	switch len(s) {
	case 3:
		if s <= LastDecade {
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

// maxSpan is the most years of a span whose end is written with two digits.
const maxSpan = 30

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
	if b > a[2:] && !strings.Contains(a+b, "X") && atoi(b)-atoi(a[2:]) <= maxSpan {
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

// calendar joins a date, "" if there is no such month. Day 00, and a day that the month does not
// have, is left out: no other day is the one that was written.
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
		return "" // such a day exists in the Julian calendar, and may lie in another month of ours
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

// atoi reads a text that is known to consist of digits.
func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
