package acceptance

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	yaml "go.yaml.in/yaml/v3"

	"dossier/docs"
)

// TestPages does what the pages say that a new dossier brings, each in a new dossier
// of its own, which is a git repository with one to push to. A block
//
//	sh        is run by a shell, which ends at the first command that fails
//	text      is what make check says once the id that it speaks of is misspelt so
//	others    are put into the file that the line before names; style is added to
//	          the program's
//
// Blocks without a name are shown only: what they say is held by other tests, or is
// about programs and machines that are not here.
func TestPages(t *testing.T) {
	if testing.Short() {
		t.Skip("many builds, by the program itself")
	}
	if runtime.GOOS == "windows" {
		t.Skip("the pages' commands are for a shell")
	}
	t.Parallel()
	bin := t.TempDir()
	if out, err := exec.Command("go", "build", "-o", filepath.Join(bin, "dossier"), "..").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	pages := docs.OfDossier()
	for _, name := range slices.Sorted(maps.Keys(pages)) {
		if name == "writing.md" || name == "languages.md" { // TestHandbook, and tests of package worded
			continue
		}
		t.Run(name, func(t *testing.T) {
			r := &reader{t: t, dir: filepath.Join(t.TempDir(), "d"), bin: bin}
			r.sh("git init -q --bare -b main ../origin.git; dossier init .; git init -q -b main; git remote add origin ../origin.git; " +
				"make; git add -A; git commit -q -m Start; git push -q -u origin main; echo 'Another sentence.' >> content/pages/about.md")
			tried := 0
			for _, m := range fenced.FindAllStringSubmatch(pages[name], -1) {
				before, kind, text := m[1], m[2], m[3]
				switch kind {
				case "":
					continue
				case "sh":
					r.sh(text)
				case "text":
					r.says(text)
				default:
					file := fileNamed.FindStringSubmatch(before)
					if file == nil {
						t.Fatalf("no file is named before the %s block\n%s", kind, text)
					}
					r.put(kind, file[1], text)
				}
				tried++
			}
			if all := len(anyFence.FindAllString(pages[name], -1)); tried == 0 || tried != all {
				t.Errorf("of %d blocks with a name %d were tried", all, tried)
			}
			r.sh("make; make check")
		})
	}
}

var (
	fenced    = regexp.MustCompile("(?ms)^([^\n]*)\n\n```([a-z]*)\n(.*?)^```$")
	anyFence  = regexp.MustCompile("(?m)^```[a-z]+$")
	fileNamed = regexp.MustCompile("[Ii]n `([^`]+)`:$")
)

// reader follows a page in a folder.
type reader struct {
	t        *testing.T
	dir, bin string
}

func (r *reader) run(script string) (string, error) {
	if err := os.MkdirAll(r.dir, 0o755); err != nil {
		r.t.Fatal(err)
	}
	cmd := exec.Command("bash", "-e", "-c", script)
	cmd.Dir = r.dir
	cmd.Env = append(os.Environ(), "PATH="+r.bin+string(os.PathListSeparator)+os.Getenv("PATH"), "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=/dev/null",
		"GIT_AUTHOR_NAME=Ana", "GIT_AUTHOR_EMAIL=ana@example.org", "GIT_COMMITTER_NAME=Ana", "GIT_COMMITTER_EMAIL=ana@example.org")
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func (r *reader) sh(script string) {
	r.t.Helper()
	if out, err := r.run(script); err != nil {
		r.t.Fatalf("%s: %v\n%s", script, err, out)
	}
}

// says misspells the first id that a message is about, and looks for the message.
func (r *reader) says(message string) {
	r.t.Helper()
	m := misspelt.FindStringSubmatch(message)
	if m == nil {
		r.t.Fatalf("which mistake does this speak of? %s", message)
	}
	file := filepath.Join(r.dir, m[1])
	right, err := os.ReadFile(file)
	if err == nil {
		err = os.WriteFile(file, []byte(strings.ReplaceAll(string(right), m[3], m[2])), 0o644)
	}
	if err != nil {
		r.t.Fatal(err)
	}
	out, err := r.run("make check")
	if err == nil || !strings.Contains(out, strings.TrimSpace(message)) {
		r.t.Errorf("not as the page says (%v):\n%s", err, out)
	}
	if err := os.WriteFile(file, right, 0o644); err != nil {
		r.t.Fatal(err)
	}
}

var misspelt = regexp.MustCompile(`^([^:]+):.*unknown \w+ "([^"]+)"; did you mean "([^"]+)"`)

func (r *reader) put(kind, file, text string) {
	r.t.Helper()
	if kind == "yaml" {
		var v map[string]any
		if err := yaml.Unmarshal([]byte(text), &v); err != nil {
			r.t.Errorf("%s: %v", file, err)
		}
	}
	name := filepath.Join(r.dir, filepath.FromSlash(file))
	if kind == "css" {
		built, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(file)))
		if err != nil {
			r.t.Fatal(err)
		}
		text = string(built) + text
	}
	err := os.MkdirAll(filepath.Dir(name), 0o755)
	if err == nil {
		err = os.WriteFile(name, []byte(text), 0o644)
	}
	if err != nil {
		r.t.Fatal(err)
	}
}
