package worded

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"dossier/generator/edtf"
)

// years are the years that the numbers of the text may say, in EDTF.
func (s *search) years() []string {
	var years []string
	for _, n := range s.numbers {
		if n <= 31 && slices.Max(s.numbers) > 31 && !s.era() {
			continue // the number of a day
		}
		years = append(years, edtf.YearText(n))
		switch {
		case !s.era():
		case n > 9999 && n%1000 == 0:
			digits := strings.TrimRight(strconv.Itoa(n), "0")
			years = append(years, fmt.Sprintf("Y-%sE%d", digits, len(strconv.Itoa(n))-len(digits)))
		default:
			years = append(years, edtf.YearText(1-n))
		}
	}
	return years
}

// points are the dates that the numbers and months of the text may say, plain
// ones first.
func (s *search) points() []string {
	years := s.years()
	all := slices.Clone(years)
	for _, year := range years {
		all = append(all, s.within(year)...)
	}
	for _, year := range years {
		all = append(all, s.unspecified(year)...)
	}
	if s.says("no-date") {
		all = append(all, "XXXX")
	}
	if s.says("unknown.year") || s.says("unknown.year-day") {
		all = append(all, s.within("XXXX")...)
	}
	return all
}

// within are months, days and parts of a year.
func (s *search) within(year string) []string {
	if year[0] == 'Y' {
		return nil
	}
	var all, parts []string
	for _, m := range s.months {
		month := year + "-" + twoDigits(m)
		all = append(all, month)
		for _, day := range s.numbers {
			if day >= 1 && day <= 31 {
				all = append(all, month+"-"+twoDigits(day))
			}
		}
		parts = append(parts, month+"-0X", month+"-1X", month+"-2X", month+"-3X", month+"-XX")
	}
	all = append(all, parts...)
	for part := firstSeason; part <= lastPart; part++ {
		all = append(all, fmt.Sprintf("%s-%d", year, part))
	}
	return append(all, year+"-XX", year+"-XX-XX", year+"-0X", year+"-1X", year+"-0X-XX", year+"-1X-XX")
}

// unspecified are a year's decade, century and thousand years, where it is their
// first or last, and the year with fewer significant digits.
func (s *search) unspecified(year string) []string {
	var all []string
	digits := strings.TrimLeft(year, "Y-")
	if s.says("about") || s.says("roughly") {
		base := year
		if n, err := strconv.Atoi(digits); err == nil && len(digits) > 4 && strings.HasPrefix(year, "Y-") {
			base = edtf.YearText(-n - 1) // as Rounded years are counted
		}
		for n := range len(digits) {
			all = append(all, fmt.Sprintf("%sS%d", base, n+1))
		}
	}
	if year[0] == 'Y' {
		return all
	}
	sign, n := strings.TrimSuffix(year, digits), 0
	fmt.Sscan(digits, &n)
	for i, unit := range []int{10, 100, 1000} {
		if n%unit == 0 || sign != "" && n < unit {
			masked := sign + digits[:3-i] + strings.Repeat("X", i+1)
			all = append(append(all, masked), s.within(masked)...)
		}
	}
	return all
}

// era reports whether the text names an era.
func (s *search) era() bool {
	return strings.Contains(s.want, folded(s.w.eraName(0))) || strings.Contains(s.want, folded(s.w.eraName(1)))
}

// named reports whether the language names months; Chinese numbers them.
func (s *search) named() bool {
	i := s.w.patterns.month.index('M')
	return i < 0 || s.w.patterns.month[i].long
}

// parts finds the numbers in the text, the months that it names, or may name by
// their numbers, and the forms in which messages want dates.
func (s *search) parts() {
	for digits := range strings.FieldsFuncSeq(s.want, func(r rune) bool { return r < '0' || r > '9' }) {
		n, err := strconv.Atoi(digits)
		if err == nil && len(s.numbers) < maxParts && !slices.Contains(s.numbers, n) {
			s.numbers = append(s.numbers, n)
		}
	}
	s.forms = s.w.wantedForms()
	for m := range 12 {
		if !s.named() {
			if slices.Contains(s.numbers, m+1) {
				s.months = append(s.months, m+1)
			}
			continue
		}
		names := []string{s.w.Months[m], s.w.MonthsOf[m]}
		for _, form := range s.forms {
			names = append(names, s.w.own(fmt.Sprintf("month.%d:%s", m+1, form)))
		}
		if slices.ContainsFunc(names, func(name string) bool { return name != "" && strings.Contains(s.want, folded(name)) }) {
			s.months = append(s.months, m+1)
		}
	}
}

// wantedForms are the forms of dates that messages ask for, and none.
func (m messages) wantedForms() []string {
	forms := []string{"", "of"}
	for key := range known {
		for _, unit := range []string{"", ".year", ".month", ".part", ".day", ".season", ".quarter", ".decade", ".span"} {
			for _, p := range placeholder.FindAllStringSubmatch(m.own(key+unit), -1) {
				if _, form, _ := strings.Cut(p[1], ":"); !slices.Contains(forms, form) {
					forms = append(forms, form)
				}
			}
		}
	}
	return forms
}

// twoDigits is a month or day in EDTF.
func twoDigits(n int) string { return fmt.Sprintf("%02d", n) }

// folded is a text as it is compared: in small letters and ASCII digits, with one
// kind of space and of dash, without points and commas, and numbers without spaces.
func folded(text string) string {
	var b strings.Builder
	space := false
	runes := []rune(edtf.ASCIIDigits(strings.ToLower(text)))
	for i, r := range runes {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0 && !grouped(runes, i)
			continue
		case strings.ContainsRune(".,،、٬", r) || unicode.Is(unicode.Cf, r):
			continue
		case unicode.Is(unicode.Pd, r) || r == '−':
			r = '-'
		case r == '\'':
			r = '’'
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// grouped reports a space between the thousands of a number.
func grouped(runes []rune, at int) bool {
	if at == 0 || !unicode.IsDigit(runes[at-1]) {
		return false
	}
	n := 0
	for at+1+n < len(runes) && unicode.IsDigit(runes[at+1+n]) {
		n++
	}
	return n == 3
}
