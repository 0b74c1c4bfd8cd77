package marked

import (
	"regexp"
	"strings"
)

var delimiters = regexp.MustCompile(`^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$`)

// WidenTables gives each table a head as wide as its widest row: what a row has
// beyond its head would not be shown.
func (t *Text) WidenTables() {
	if !strings.Contains(t.S, "|") {
		return
	}
	lines := strings.Split(t.S, "\n")
	for i := 1; i < len(lines); i++ {
		if !strings.Contains(lines[i], "-") || !delimiters.MatchString(lines[i]) || !strings.Contains(lines[i-1], "|") {
			continue
		}
		width := t.cells(lines[i-1])
		if t.cells(lines[i]) != width {
			continue
		}
		most := width
		for _, row := range lines[i+1:] {
			if strings.TrimSpace(row) == "" {
				break
			}
			most = max(most, t.cells(row))
		}
		for ; width < most; width++ {
			lines[i-1] = strings.TrimSuffix(strings.TrimRight(lines[i-1], " \t"), "|") + "| |"
			lines[i] = strings.TrimSuffix(strings.TrimRight(lines[i], " \t"), "|") + "| --- |"
		}
	}
	t.S = strings.Join(lines, "\n")
}

// cells counts the cells of a row. A pipe in code parts cells as well.
func (t *Text) cells(row string) int {
	row = strings.Trim(strings.TrimSpace(t.Whole(row)), ">")
	row = strings.TrimSpace(row)
	row = strings.TrimPrefix(row, "|")
	if strings.HasSuffix(row, "|") && !strings.HasSuffix(row, `\|`) {
		row = row[:len(row)-1]
	}
	return strings.Count(row, "|") - strings.Count(row, `\|`) + 1
}
