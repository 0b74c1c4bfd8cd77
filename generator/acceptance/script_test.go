package acceptance

import (
	"context"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/spf13/afero"
	yaml "go.yaml.in/yaml/v3"

	"dossier/generator/diag"
	"dossier/layouts"
)

var update = flag.Bool("update", false, "write what the program prints into the scripts' golden files")

// TestScript runs the command line in-process over the small sites of
// testdata/script. A script's commands, beyond testscript's own:
//
//	dossier ARGS       runs and must exit 0 (or, after "!", 1)
//	exits N ARGS       runs and must exit N
//	fifo FILE          makes a named pipe (where there are any: after [unix])
//	bytes FILE QUOTED  writes bytes, given as a Go string
//	messages LANG      writes complete interface words for a language: the
//	                   English ones after its tag, in every plural form
//
// Together they meet every diagnostic. Whatever they publish is walked at the
// end: no page has an id twice, and every fragment leads somewhere. With -short only a
// few run, as do those that -run names.
func TestScript(t *testing.T) {
	met, some := &codesMet{seen: map[string]bool{}}, testing.Short()
	if f := flag.Lookup("test.run"); strings.Contains(f.Value.String(), "/") {
		some = false
	} else if !some {
		t.Cleanup(func() { met.check(t) })
	}
	var files []string
	for _, file := range scripts(t) {
		if name := strings.TrimSuffix(filepath.Base(file), ".txtar"); !some || slices.Contains(brief, name) {
			files = append(files, file)
		}
	}
	testscript.Run(t, testscript.Params{
		Files:         files,
		UpdateScripts: *update,
		Setup: func(env *testscript.Env) error {
			env.Defer(func() {
				for _, fault := range walkSites(t, env.WorkDir) {
					t.Errorf("%s: %s", filepath.Base(env.WorkDir), fault)
				}
			})
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"dossier": func(ts *testscript.TestScript, neg bool, args []string) {
				want := done
				if neg {
					want = faulty
				}
				runIn(ts, met, want, args)
			},
			"exits": func(ts *testscript.TestScript, _ bool, args []string) {
				want, err := strconv.Atoi(args[0])
				ts.Check(err)
				runIn(ts, met, want, args[1:])
			},
			"fifo": func(ts *testscript.TestScript, _ bool, args []string) {
				ts.Check(makeFIFO(ts.MkAbs(args[0])))
			},
			"messages": func(ts *testscript.TestScript, _ bool, args []string) {
				writeMessages(ts, args[0])
			},
			"bytes": func(ts *testscript.TestScript, _ bool, args []string) {
				s, err := strconv.Unquote(`"` + strings.Join(args[1:], " ") + `"`)
				ts.Check(err)
				ts.Check(os.MkdirAll(filepath.Dir(ts.MkAbs(args[0])), 0o755))
				ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(s), 0o644))
			},
		},
	})
}

// brief are the scripts that run with -short: one of each thing that most changes touch.
var brief = []string{"build", "dates_read", "editions", "faults", "fix", "front_matter", "init", "links", "names", "new", "records", "relations"}

// scripts are all of them.
func scripts(t *testing.T) []string {
	files, err := filepath.Glob("testdata/script/*.txtar")
	if err != nil || len(files) < len(brief) {
		t.Fatal(files, err)
	}
	return files
}

func writeMessages(ts *testscript.TestScript, lang string) {
	src, err := layouts.FS.ReadFile("messages/en.yaml")
	ts.Check(err)
	english, words := map[string]string{}, map[string]string{}
	ts.Check(yaml.Unmarshal(src, &english))
	for key, text := range english {
		words[key] = lang + " " + text
		if family, ok := strings.CutSuffix(key, ".other"); ok {
			for _, form := range []string{"zero", "one", "two", "few", "many"} {
				words[family+"."+form] = lang + " " + text
			}
		}
	}
	out, err := yaml.Marshal(words)
	ts.Check(err)
	file := ts.MkAbs("layouts/messages/" + lang + ".yaml")
	ts.Check(os.MkdirAll(filepath.Dir(file), 0o755))
	ts.Check(os.WriteFile(file, out, 0o644))
}

// codesMet are the codes of the diagnostics that the scripts' commands print.
type codesMet struct {
	mu   sync.Mutex
	seen map[string]bool
}

var codeAtEnd = regexp.MustCompile(`(?m)\[([a-z-]+)\]$`)

func (c *codesMet) note(stderr string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, m := range codeAtEnd.FindAllStringSubmatch(stderr, -1) {
		c.seen[m[1]] = true
	}
}

func (c *codesMet) check(t *testing.T) {
	for _, code := range diag.Codes() {
		if !c.seen[string(code)] {
			t.Errorf("no script meets the diagnostic %q", code)
		}
	}
}

// runIn runs the command line in the script's folder.
func runIn(ts *testscript.TestScript, met *codesMet, want int, args []string) {
	here := afero.NewBasePathFs(afero.NewOsFs(), ts.MkAbs("."))
	var stderr strings.Builder
	got := run(context.Background(), args, here, ts.Stdout(), io.MultiWriter(ts.Stderr(), &stderr))
	met.note(stderr.String())
	if got != want {
		ts.Fatalf("dossier %s: exit status %d, want %d", strings.Join(args, " "), got, want)
	}
}
