package worded

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"dossier/generator/edtf"
)

// Read gives the EDTF text of which a text is the wording: what the site prints,
// an editor may write. It is "" when the text is the wording of no date, or of
// several. Capitals, dots, commas, kinds of spaces and dashes make no difference.
//
// It makes the dates that the numbers and the months in the text may say, words
// each, and looks which is the text: so it needs no grammar, and understands
// exactly what [Wording.Format] says.
func (w *Wording) Read(text string) string {
	if w.Calendar == nil || len(text) > maxWorded {
		return ""
	}
	s := search{w: w, want: folded(text)}
	s.parts()
	if len(s.numbers) == 0 {
		return ""
	}
	singles, plain := s.points()
	marks := []string{""}
	for mark, said := range map[string]bool{"~": s.says("about") || s.says("roughly"), "?": s.says("uncertain")} {
		if said {
			marks = append(marks, mark)
		}
	}
	if len(marks) == 3 {
		marks = append(marks, "%")
	}
	for _, p := range singles {
		for _, mark := range marks {
			s.try(p + mark)
			for key, form := range map[string]string{"since": "%s/..", "until": "../%s", "or-earlier": "[..%s]", "or-later": "[%s..]", "unknown-start": "/%s", "unknown-end": "%s/"} {
				if s.says(key) {
					s.try(fmt.Sprintf(form, p+mark))
				}
			}
		}
	}
	between := s.says("between")
	for _, a := range plain {
		for _, b := range plain {
			if a == b {
				continue
			}
			s.try(a + "/" + b)
			s.try("[" + a + "," + b + "]")
			s.try("{" + a + "," + b + "}")
			if between {
				s.try("[" + a + ".." + b + "]")
			}
		}
	}
	if len(s.found) != 1 {
		return ""
	}
	return s.found[0]
}

const (
	maxWorded = 200  // bytes of a text that is read
	maxTried  = 4000 // dates that are worded for one text
	maxParts  = 4    // numbers, and months, that are looked at
)

// search is the search for a date whose wording is want.
type search struct {
	w       *Wording
	want    string
	numbers []int
	months  []int
	tried   int
	found   []string // those that are worded so
}

// try words a date.
func (s *search) try(text string) {
	if s.tried++; s.tried > maxTried {
		return
	}
	d, ok := edtf.Valid(text)
	if ok && folded(s.w.Format(d)) == s.want && !slices.Contains(s.found, d.String()) {
		s.found = append(s.found, d.String())
	}
}

// says reports whether the text has the words of a message, in one of the units
// that it may be made for.
func (s *search) says(key string) bool {
	keys := []string{key}
	for _, unit := range []string{"year", "month", "part", "day", "season", "quarter", "decade", "span"} {
		keys = append(keys, key+"."+unit)
	}
	for _, n := range s.numbers {
		keys = append(keys, key+".day."+strconv.Itoa(n))
	}
	return slices.ContainsFunc(keys, func(key string) bool {
		message := s.w.own(key)
		for _, words := range placeholder.Split(message, -1) {
			if !strings.Contains(s.want, strings.TrimSpace(folded(words))) {
				return false
			}
		}
		return message != ""
	})
}

// points are the dates that the numbers and months may say: all, and those of
// known years, months and days alone.
func (s *search) points() (all, plain []string) {
	for _, n := range s.numbers {
		if n <= 31 && slices.Max(s.numbers) > 31 && !s.era() {
			continue // the number of a day
		}
		years := []string{edtf.YearText(n)}
		if s.era() {
			years = append(years, edtf.YearText(1-n))
		}
		for _, year := range years {
			plain = append(plain, year)
			for _, m := range s.months {
				month := fmt.Sprintf("%s-%02d", year, m)
				plain = append(plain, month)
				for _, day := range s.numbers {
					if day <= 31 && day != n {
						plain = append(plain, fmt.Sprintf("%s-%02d", month, day))
					}
				}
				all = append(all, month+"-0X", month+"-1X", month+"-2X", month+"-3X", month+"-XX")
			}
			if len(s.months) == 0 {
				for part := firstSeason; part <= lastPart; part++ {
					all = append(all, fmt.Sprintf("%s-%d", year, part))
				}
				all = append(all, year+"-XX")
			}
		}
		if n >= 100 && n%10 == 0 && n < 10000 {
			all = append(all, fmt.Sprintf("%03dX", n/10))
		}
	}
	return append(plain, all...), plain
}

// era reports whether the text names an era.
func (s *search) era() bool {
	return strings.Contains(s.want, folded(s.w.eraName(0))) || strings.Contains(s.want, folded(s.w.eraName(1)))
}

// parts finds the numbers in the text and the months that it names, or may name
// by their numbers.
func (s *search) parts() {
	for digits := range strings.FieldsFuncSeq(s.want, func(r rune) bool { return r < '0' || r > '9' }) {
		n, err := strconv.Atoi(digits)
		if err == nil && len(s.numbers) < maxParts && !slices.Contains(s.numbers, n) {
			s.numbers = append(s.numbers, n)
		}
	}
	if i := s.w.patterns.month.index('M'); i >= 0 && !s.w.patterns.month[i].long {
		for _, n := range s.numbers {
			if n >= 1 && n <= 12 {
				s.months = append(s.months, n)
			}
		}
		return
	}
	for m := range 12 {
		name, of := folded(s.w.Months[m]), folded(s.w.MonthsOf[m])
		if (strings.Contains(s.want, name) || strings.Contains(s.want, of)) && len(s.months) < maxParts {
			s.months = append(s.months, m+1)
		}
	}
}

// folded is a text as it is compared: in small letters and ASCII digits, with one
// kind of space and of dash, without points and commas.
func folded(text string) string {
	var b strings.Builder
	space := false
	for _, r := range strings.ToLower(text) {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
			continue
		case r == '.' || r == ',' || r == '،' || r == '、' || unicode.Is(unicode.Cf, r):
			continue
		case unicode.Is(unicode.Pd, r) || r == '−':
			r = '-'
		case r == '\'':
			r = '’'
		case unicode.Is(unicode.Nd, r):
			r = '0' + digitOf(r)
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// digitOf is the value of a decimal digit: Unicode has each ten of them in a row.
func digitOf(r rune) rune {
	n := rune(0)
	for n < 9 && unicode.Is(unicode.Nd, r-n-1) {
		n++
	}
	return n
}
