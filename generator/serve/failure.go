package serve

import (
	"fmt"
	"slices"
	"strings"

	"dossier/generator/diag"
)

// maxExcerpt is how many characters of a line the overlay on a page shows.
const maxExcerpt = 160

// failure is a build that gave no site, in the words shown to the editor. Its
// JSON form is the data of the "errors" event.
type failure struct {
	Build   int     `json:"build"` // counts the builds of this run
	Title   string  `json:"title"`
	Problem string  `json:"problem,omitempty"` // what failed in the environment; then there are no faults
	Faults  []fault `json:"faults"`
	More    string  `json:"more,omitempty"` // says how many faults are left out
	errors  int
}

// fault is a diagnostic as shown.
type fault struct {
	Place   string `json:"place"`
	Message string `json:"message"`
	Code    string `json:"code"`
	Excerpt string `json:"excerpt,omitempty"` // the line's text, or the part of it around the column
	Caret   bool   `json:"caret,omitempty"`   // a caret stands below Excerpt, at the column
	Before  string `json:"before,omitempty"`  // Excerpt up to that column
}

// newFailure shows the errors of list or, when a strict build failed without
// any, its warnings.
func newFailure(list diag.List) failure {
	shown := slices.DeleteFunc(slices.Clone(list), func(d diag.Diagnostic) bool { return d.Severity() != diag.Error })
	if len(shown) == 0 {
		shown = list
	}
	f := failure{errors: len(shown), Faults: []fault{}}
	if left := len(shown) - diag.MostOnAPage; left > 0 {
		f.More = fmt.Sprintf("and %d more; dossier check --all shows them", left)
		shown = shown[:diag.MostOnAPage]
	}
	for _, d := range shown {
		text, before, caret := excerpt(d.Excerpt, d.Col)
		f.Faults = append(f.Faults, fault{
			Place: diag.Line(d.Pos.String()), Message: diag.Words(d.Message), Code: string(d.Code),
			Excerpt: text, Before: before, Caret: caret,
		})
	}
	return f
}

// title says what is wrong and what the pages show meanwhile.
func (f failure) title(haveSite bool) string {
	what := fmt.Sprintf("%d errors", f.errors)
	switch {
	case f.Problem != "":
		what = "the build failed"
	case f.errors == 1:
		what = "1 error"
	}
	if haveSite {
		return "not rebuilt: " + what + "; the last good site stays"
	}
	return "not built: " + what + "; there is no site to show yet"
}

// excerpt cuts a long line to the characters around column col (from 1; 0 is
// none). It says whether a caret can stand below the line, and gives the text
// before the caret: the page repeats that text, hidden, in front of the caret, so
// that it stands right in any font, behind tabs and wide characters too.
func excerpt(line string, col int) (text, before string, caret bool) {
	runes, at := []rune(line), col-1
	if len(runes) > maxExcerpt {
		from := min(max(0, at-maxExcerpt/2), len(runes)-maxExcerpt)
		to := from + maxExcerpt
		cutEnd := to < len(runes)
		runes = slices.Clone(runes[from:to])
		if from > 0 {
			runes[0] = '…'
		}
		if cutEnd {
			runes[len(runes)-1] = '…'
		}
		at -= from
	}
	// The column just after the last character is where something is missing.
	if len(runes) == 0 || at < 0 || at > len(runes) {
		return printable(runes), "", false
	}
	before = printable(runes[:at])
	return before + printable(runes[at:]), before, true
}

// printable escapes what cannot be shown in a line, but not its tabs.
func printable(runes []rune) string {
	cells := strings.Split(string(runes), "\t")
	for i, c := range cells {
		cells[i] = diag.Printable(c)
	}
	return strings.Join(cells, "\t")
}
