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
