package lookup

import (
	"regexp"
	"strings"

	"dossier/docs"
)

// chapters are the tables of the handbook that explain the keys of a class, by the
// words that head them.
var chapters = map[Class][]string{
	Home: {"`content/index.md`"}, Article: {"article"}, Section: {"section"}, FreePage: {"article"}, Translation: {"article", "entity"},
	Country: {"entity"}, Event: {"entity"}, Actor: {"entity"}, Declared: {"entity"},
}

var (
	inCode     = regexp.MustCompile("`([^`]+)`")
	toHandbook = regexp.MustCompile(`\[([^\]]+)\]\([^)]*\)`)
)

// Explain is what the handbook says of a key, in Markdown; "" when it says nothing.
func Explain(class Class, path []string) string {
	if len(path) == 0 {
		return ""
	}
	tables := chapters[class]
	if len(path) > 1 {
		tables = []string{"source"}
	}
	for _, head := range tables {
		for _, row := range rows(docs.Writing, head) {
			for _, key := range row.keys {
				if key == path[len(path)-1] && (row.class == Other || row.class == class) {
					return toHandbook.ReplaceAllString(row.says, "$1")
				}
			}
		}
	}
	return ""
}

// row is a row of a table of keys.
type row struct {
	class Class // of which alone it speaks; Other for all of the table
	keys  []string
	says  string
}

// rows are those of the table with a head.
func rows(handbook, head string) []row {
	_, table, ok := strings.Cut(handbook, "\n| "+head+" | value |\n")
	if !ok {
		return nil
	}
	var out []row
	for line := range strings.Lines(table) {
		cells := strings.SplitN(strings.TrimSpace(line), " | ", 2)
		if len(cells) < 2 {
			break
		}
		r := row{says: strings.TrimSuffix(cells[1], " |")}
		for word, class := range map[string]Class{"country: ": Country, "event: ": Event, "actor: ": Actor} {
			if strings.HasPrefix(cells[0], "| "+word) {
				r.class = class
			}
		}
		named := cells[0]
		if named == "| declared kind" {
			r.class, named = Declared, cells[1]
		}
		for _, m := range inCode.FindAllStringSubmatch(named, -1) {
			key, _, _ := strings.Cut(m[1], ":")
			r.keys = append(r.keys, key)
		}
		out = append(out, r)
	}
	return out
}
