package marked

import (
	"regexp"
	"strings"
)

var (
	display = regexp.MustCompile(`(?m)^([ \t>]*)\$\$((?:[^$]|\\\$)+?)\$\$[ \t]*$`)
	inline2 = regexp.MustCompile(`\$\$([^$\n]+)\$\$`)
	inline1 = regexp.MustCompile(`(^|[^\\$\w])\$([^$\s](?:[^$\n]*[^$\s\\])?)\$([^$\w]|$)`)
	formula = regexp.MustCompile(`[\\^_=<>{}+]|^\pL$`)
)

// Math keeps formulas as code, so that no sign of theirs is taken for Markdown, and
// counts them: $$…$$, and $…$ when one sign is enough and what stands between does
// not look like words between prices.
func (t *Text) Math(dollars bool) int {
	count := 0
	t.S = display.ReplaceAllStringFunc(t.S, func(s string) string {
		m := display.FindStringSubmatch(s)
		if strings.Contains(m[2], "\n\n") {
			return s
		}
		count++
		code := strings.Split(t.Whole(m[2]), "\n")
		for i, line := range code {
			code[i] = strings.TrimPrefix(strings.TrimPrefix(line, strings.TrimRight(m[1], " ")), " ")
		}
		return m[1] + strings.TrimRight(t.block(strings.TrimSpace(strings.Join(code, "\n")), "latex", m[1]), "\n")
	})
	t.S = inline2.ReplaceAllStringFunc(t.S, func(s string) string {
		count++
		return t.Keep(CodeSpan(t.Whole(s)))
	})
	if !dollars {
		return count
	}
	t.S = inline1.ReplaceAllStringFunc(t.S, func(s string) string {
		m := inline1.FindStringSubmatch(s)
		if !formula.MatchString(m[2]) {
			return s
		}
		count++
		return m[1] + t.Keep(CodeSpan("$"+t.Whole(m[2])+"$")) + m[3]
	})
	return count
}
