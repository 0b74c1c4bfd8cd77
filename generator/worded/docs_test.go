package worded

import (
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dossier/generator/edtf"
)

// TestHandbook: the dates of docs/writing.md are EDTF, worded as it says, and all
// of them are among the shapes that are worded in every language.
func TestHandbook(t *testing.T) {
	src, err := os.ReadFile("../../docs/writing.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(src), "\n## Dates\n")
	section, _, _ = strings.Cut(section, "\n## ")
	code, number := regexp.MustCompile("`([^`]+)`"), regexp.MustCompile(`\b\d\d\b`)
	w := wording(t, "en")
	rows := 0
	var found []string
	for line := range strings.Lines(section) {
		cells := strings.Split(line, " | ")
		for _, m := range code.FindAllStringSubmatch(line, -1) {
			if _, ok := edtf.Valid(m[1]); ok && !strings.HasPrefix(m[1], "2019-11-28 ") {
				found = append(found, m[1])
			}
		}
		if len(cells) != 3 || !strings.Contains(cells[0], "`") {
			continue
		}
		rows++
		date := strings.Trim(cells[0], "|` ")
		if got := strings.ReplaceAll(w.Format(must(t, date)), nbsp, " "); got != cells[1] {
			t.Errorf("docs/writing.md says that %s is worded %q; it is %q", date, cells[1], got)
		}
		for _, m := range code.FindAllStringSubmatch(cells[2], -1) { // "1X": what the date may end in
			if _, ok := edtf.Valid(m[1]); !ok && len(m[1]) <= 2 {
				found = append(found, date[:len(date)-len(m[1])]+m[1])
			}
		}
		if _, p, _ := must(t, date).Shape(); p.IsSeason() { // "21 spring, 22 summer", "33 to 36"
			parts := number.FindAllString(cells[2], -1)
			from, _ := strconv.Atoi(parts[0])
			to, _ := strconv.Atoi(parts[len(parts)-1])
			for n := from; n <= to; n++ {
				found = append(found, date[:5]+strconv.Itoa(n))
			}
		}
	}
	if rows < 20 || len(found) < 35 {
		t.Fatalf("only %d rows with %d dates are found", rows, len(found))
	}
	for _, date := range found {
		if !slices.ContainsFunc(worded, func(c [4]string) bool { return c[0] == date }) {
			t.Errorf("%s stands in docs/writing.md and is not among the dates that are worded in every language", date)
		}
	}
}
