package emit

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestNetworkDrawing compares the drawing of a small network with a golden
// file.
func TestNetworkDrawing(t *testing.T) {
	page := pages(t, league(nil))["graph.html"]
	got := regexp.MustCompile(`(?s)<figure class="network">.*?</figure>`).FindString(page)
	golden := filepath.Join("testdata", "network.html")
	if *update {
		if err := os.WriteFile(golden, []byte(got+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got+"\n" != string(want) {
		t.Errorf("the drawing is not that of %s (-update writes it):\n%s", golden, got)
	}
}

func TestMostConnected(t *testing.T) {
	files := map[string]string{"index.md": leagueSettings, "actors/league.md": "---\nname: League\ntype: organization\n---\n"}
	for n := range 80 {
		files[fmt.Sprintf("actors/m%02d.md", n)] = fmt.Sprintf("---\nname: Member %02d\ntype: person\nrelations: [{type: member-of, to: league}]\n---\n", n)
	}
	files["actors/lone.md"] = "---\nname: Lone\ntype: person\nrelations: [{type: borders, to: wolf}]\n---\n"
	files["actors/wolf.md"] = "---\nname: Wolf\ntype: person\n---\n"
	page := pages(t, files)["graph.html"]
	if n := strings.Count(page, `class="node shape-1"><title>`); n != 60 {
		t.Errorf("%d nodes are drawn, want 60", n)
	}
	if n := strings.Count(page, `<th scope="row">`); n != 81 {
		t.Errorf("the table has %d relations, want 81", n)
	}
	for _, want := range []string{"The 60 most connected are drawn; 23 more are in the table only."} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

// TestDenseNetwork ties everybody to everybody.
func TestDenseNetwork(t *testing.T) {
	files := map[string]string{"index.md": "---\ntitle: T\nrelations:\n  knows: {name: {en: knows}, inverse: {en: known by}}\n---\n"}
	for i := range 50 {
		var ties []string
		for k := range i {
			ties = append(ties, fmt.Sprintf("{type: knows, to: x%d}", k))
		}
		files[fmt.Sprintf("actors/x%d.md", i)] = fmt.Sprintf("---\nname: Actor%d\ntype: person\nrelations: [%s]\n---\n", i, strings.Join(ties, ", "))
	}
	page := pages(t, files)["graph.html"]
	if drawn := strings.Count(page, `<g class="edge line-1">`) - 1; drawn < 150 || drawn > 300 { // one is in the key
		t.Errorf("%d relations are drawn", drawn)
	}
}
