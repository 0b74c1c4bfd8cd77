package worded

import (
	"strconv"
	"strings"

	"dossier/generator/cldr"
)

// Numbers gives what writes a number in the digits of a language; from ten thousand on,
// in groups.
func Numbers(lang string) func(n int) string {
	c, ok := cldr.Of(lang)
	if !ok {
		return strconv.Itoa
	}
	return (&calendar{Calendar: c}).yearNumber
}

// Position words a place on the globe: "38.35° N, 68.25° E". In a language without
// words it is that.
func (c *calendar) Position(lat, lon float64) string {
	comma, compass, decimal := "{a}, {b}", [4]string{"{0} N", "{0} S", "{0} E", "{0} W"}, "."
	if c.Calendar != nil {
		comma, compass, decimal = c.own("notes"), c.Compass, c.Decimal
	}
	degrees := func(x float64, plus, minus string) term {
		if x < 0 {
			x, plus = -x, minus
		}
		number := strings.Replace(strconv.FormatFloat(x, 'f', -1, 64), ".", decimal, 1)
		if c.Calendar != nil {
			number = c.number(number)
		}
		before, after, _ := strings.Cut(plus, "{0}")
		if after = strings.TrimSpace(after); after != "" {
			after = nbsp + strings.ReplaceAll(after, " ", nbsp)
		}
		return fixed("", before+number+"°"+after)
	}
	return c.fill(comma, map[string]term{"a": degrees(lat, compass[0], compass[1]), "b": degrees(lon, compass[2], compass[3])})
}
