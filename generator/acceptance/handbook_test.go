package acceptance

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/afero"

	"dossier/docs"
)

// TestHandbook does in a new dossier what its handbook says: it declares the
// kind and the relation that are shown there and runs every command.
func TestHandbook(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds what the handbook says")
	}
	dir := t.TempDir()
	here := afero.NewBasePathFs(afero.NewOsFs(), dir)
	dossier := func(command string) {
		t.Helper()
		var args []string
		for _, m := range word.FindAllStringSubmatch(command, -1) {
			args = append(args, m[1]+m[2])
		}
		var out strings.Builder
		if got := run(context.Background(), args, here, &out, &out); got != done {
			t.Errorf("dossier %s: exit status %d: %s", command, got, out.String())
		}
	}
	edit := func(name string, change func(string) string) {
		t.Helper()
		name = filepath.Join(dir, filepath.FromSlash(name))
		text, err := os.ReadFile(name)
		if err == nil {
			err = os.WriteFile(name, []byte(change(string(text))), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	dossier("init .")
	handbook, err := os.ReadFile(filepath.Join(dir, "docs", "writing.md"))
	if err != nil || strings.Contains(string(handbook), "go run") {
		t.Fatalf("the handbook of a new dossier is not as its editors need it (%v)", err)
	}
	shown := yamlBlock.FindAllStringSubmatch(docs.Writing, -1)
	if len(shown) != 5 {
		t.Fatalf("the handbook shows %d pieces of YAML, not settings, relations, sorts of events, sources and corrections", len(shown))
	}
	edit("content/index.md", func(text string) string {
		return strings.Replace(text, "languages: [en]\n", "languages: [en, fr]\n"+shown[0][1]+shown[2][1], 1)
	})
	dossier(`new article "Plans" --id csto-plans-2020`)
	dossier(`new treaties "Collective Security Treaty"`)
	dossier(`new country Armenia`)
	dossier(`new event Opening --id e`)
	dossier(`new translation content/events/e.md fr`)
	edit("content/countries/armenia.md", func(text string) string {
		return strings.Replace(text, "---\n", "---\n"+shown[1][1], 1)
	})
	commands := inHandbook.FindAllStringSubmatch(docs.Writing, -1)
	if len(commands) < 10 {
		t.Fatalf("the handbook has only %d commands", len(commands))
	}
	for _, m := range commands {
		command := strings.TrimSuffix(m[1], " --strict") // a new file lacks what its editor will write
		switch {
		case strings.HasPrefix(command, "serve"): // which does not end
			command = "check --drafts"
		case strings.HasPrefix(command, "links --check"): // which asks the web
			command = "links"
		}
		dossier(command)
	}
	sections, err := filepath.Glob(filepath.Join(dir, "content", "articles", "csto-plans-2020", "*-a-section-title.md"))
	if err != nil || len(sections) != 1 {
		t.Fatalf("the section that the handbook adds is %v (%v)", sections, err)
	}
	section, err := filepath.Rel(dir, sections[0])
	if err != nil {
		t.Fatal(err)
	}
	edit(section, func(text string) string {
		return strings.Replace(text, "---\n", "---\n"+shown[4][1], 1)
	})
	dossier("check")
	page, err := os.ReadFile(filepath.Join(dir, "public", "treaties", "collective-security-treaty.html"))
	if err != nil || !strings.Contains(string(page), ">Parties<") {
		t.Errorf("the treaty's page does not show its parties (%v)", err)
	}
}

var (
	yamlBlock  = regexp.MustCompile("(?s)\n```yaml\n(.*?)```\n")
	inHandbook = regexp.MustCompile("go run ./generator ([^`\n]+)")
	word       = regexp.MustCompile(`"([^"]*)"|(\S+)`)
)
