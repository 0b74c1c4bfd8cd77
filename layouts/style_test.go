package layouts

import (
	"regexp"
	"strings"
	"testing"
)

// Engines before Safari 26.2 and Chromium 87 take only a line in
// text-decoration. With var() in it they take the declaration and then draw
// nothing; without, they skip it.
func TestTextDecorationIsOnlyALine(t *testing.T) {
	declaration := regexp.MustCompile(`[{;\s]text-decoration:\s*([^;}]*)`)
	var found [][]string
	for _, sheet := range []string{"style.css", "article.css", "graph.css", "search.css", "views.css"} {
		found = append(found, declaration.FindAllStringSubmatch(read(t, "assets/"+sheet), -1)...)
	}
	if len(found) == 0 {
		t.Fatal("no stylesheet has text-decoration")
	}
	for _, d := range found {
		switch value := strings.TrimSpace(d[1]); value {
		case "none", "underline":
		default:
			t.Errorf("text-decoration: %s: write its longhands", value)
		}
	}
}

// Every page waits for the stylesheet.
func TestStylesheetIsSmall(t *testing.T) {
	if n := packed(t)["style.css"]; n == 0 || n > 9<<10 {
		t.Errorf("style.css has %d bytes when it is compressed", n)
	}
}

// Each style of lines has its box in the key of the network.
func TestEveryLineCanBeHidden(t *testing.T) {
	sheet := read(t, "assets/graph.css")
	lines := find(`\n\.line-(\d+) \{`, "\n.line-1 {"+sheet)
	if len(lines) != 12 {
		t.Fatalf("there are lines %v", lines)
	}
	for _, n := range lines {
		for _, rule := range []string{`.network:has([value="N"]:not(:checked)) .scroll .line-N`, `.network:has([value="N"]:checked) .scroll .of-N`} {
			if rule = strings.ReplaceAll(rule, "N", n); !strings.Contains(sheet, "    "+rule+",\n") && !strings.Contains(sheet, "    "+rule+" {") {
				t.Errorf("graph.css lacks %s", rule)
			}
		}
	}
}
