package worded

import (
	"strconv"
	"strings"
	"unicode"

	"dossier/generator/cldr"
)

// nbsp keeps a day and its month, and a year and its era, in one line.
const nbsp = "\u00a0"

// token is a field of a pattern of CLDR, or text between fields.
type token struct {
	field rune // 'G', 'y', 'Q', 'M' for both M and L, 'd'; 0 for text
	long  bool // a month or quarter by its name, not its number
	alone bool // L: a month as it stands alone
	text  string
}

// pattern is a parsed pattern of UTS 35.
type pattern []token

func parsePattern(s string) pattern {
	var p pattern
	text := func(s string) {
		if n := len(p); n > 0 && p[n-1].field == 0 {
			p[n-1].text += s
		} else if s != "" {
			p = append(p, token{text: s})
		}
	}
	runes := []rune(s)
	for i := 0; i < len(runes); {
		r, n := runes[i], 1
		switch {
		case r == '\'':
			for i+n < len(runes) && runes[i+n] != '\'' {
				n++
			}
			text(string(runes[i+1 : i+n]))
			n++
		case r < unicode.MaxASCII && unicode.IsLetter(r):
			for i+n < len(runes) && runes[i+n] == r {
				n++
			}
			t := token{field: r, long: n >= 3, alone: r == 'L'}
			if r == 'L' {
				t.field = 'M'
			}
			p = append(p, t)
		default:
			text(string(r))
		}
		i += n
	}
	return p.tied()
}

// tied has no-break spaces where a line must not end: between a day and its
// month, and beside an era.
func (p pattern) tied() pattern {
	for i := range p {
		if p[i].field != 0 || i == 0 || i == len(p)-1 {
			continue
		}
		before, rest, spaced := strings.Cut(p[i].text, " ")
		hebrew := rest != "" && p[i+1].field == 'M' && !strings.Contains(rest, " ") // it writes a letter before the month
		link := strings.TrimSuffix(rest, " ")
		linked := before == "" && len(link) == 2 && rest == link+" " && p[i+1].field == 'M' // "5 de mayo"
		if linked {
			rest = link + nbsp
		}
		if !spaced || before != "" && before != "." || rest != "" && !hebrew && !linked {
			continue
		}
		switch pair := string([]rune{p[i-1].field, p[i+1].field}); pair {
		case "dM", "Md", "yG", "Gy":
			p[i].text = before + nbsp + rest
		}
	}
	return p
}

// of is p with the month as it stands in a date: in many languages the genitive.
func (p pattern) of() pattern {
	out := append(pattern(nil), p...)
	for i := range out {
		out[i].alone = false
	}
	return out
}

func (p pattern) index(field rune) int {
	for i, t := range p {
		if t.field == field {
			return i
		}
	}
	return -1
}

// eraFirst has the era before the year.
func (p pattern) eraFirst() pattern {
	y, g := p.index('y'), p.index('G')
	if y < 0 || g < 0 || g < y {
		return p
	}
	out := append(pattern(nil), p...)
	out[y], out[g] = p[g], p[y]
	return out
}

// suffix is what a number takes with it where it is written twice: the point of
// an ordinal, the counter of Chinese, Japanese and Korean.
func (p pattern) suffix(i int) string {
	if i+1 >= len(p) || p[i+1].field != 0 {
		return ""
	}
	for _, s := range []string{".", "日", "일", "月", "월", "年", "년", " 분기", "분기"} {
		if strings.HasPrefix(p[i+1].text, s) {
			return s
		}
	}
	return ""
}

// value is what a field of a pattern is replaced with.
type value func(t token) string

func (p pattern) fill(v value) string {
	var b strings.Builder
	for _, t := range p {
		if t.field == 0 {
			b.WriteString(t.text)
		} else {
			b.WriteString(v(t))
		}
	}
	return b.String()
}

// patterns are those of a calendar, parsed.
type patterns struct{ day, month, monthDay, year, quarter, eraDay, eraMonth, eraYear pattern }

// number writes a number in the digits of the language; digits are those of
// ASCII, and anything else stays.
func (c *calendar) number(s string) string {
	if c.Digits[0] == "0" {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return []rune(c.Digits[r-'0'])[0]
		}
		return r
	}, s)
}

// yearNumber writes the number of a year; from ten thousand on, in groups.
func (c *calendar) yearNumber(n int) string {
	s := strconv.Itoa(n)
	if len(s) > 4 {
		for i := len(s) - 3; i > 0; i -= 3 {
			s = s[:i] + c.Group + s[i:]
		}
	}
	return c.number(s)
}

// newPatterns parses the patterns of a calendar, each replaced by the language's
// own of the name, where there is one.
func newPatterns(c *cldr.Calendar, own func(key string) string) patterns {
	of := func(key, text string) pattern {
		if s := own("pattern." + key); s != "" {
			text = s
		}
		return parsePattern(text)
	}
	return patterns{
		day: of("day", c.Day), month: of("month", c.Month), monthDay: of("month-day", c.MonthDay), year: of("year", c.Year), quarter: of("quarter", c.Quarter),
		eraDay: of("era-day", c.EraDay), eraMonth: of("era-month", c.EraMonth), eraYear: of("era-year", c.EraYear),
	}
}
