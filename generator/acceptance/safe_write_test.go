package acceptance

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/afero"

	"dossier/generator/pipeline"
	"dossier/generator/serve"
)

// However an editor's program saves a text, serve shows what was saved, and
// nothing of the files that the program made on the way.
func TestServeShowsLastSave(t *testing.T) {
	if testing.Short() {
		t.Skip("it serves to each way of saving")
	}
	const name = "01-one.md"
	section := func(words string) string { return "---\ntitle: One\ndate: 2019\n---\n" + words + "\n" }
	for what, save := range map[string]func(at func(string) string, put func(name, text string)){
		"JetBrains": func(at func(string) string, put func(name, text string)) {
			put(name+"___jb_tmp___", section("Version 2"))
			os.Rename(at(name), at(name+"___jb_old___"))
			os.Rename(at(name+"___jb_tmp___"), at(name))
			time.Sleep(100 * time.Millisecond)
			os.Remove(at(name + "___jb_old___"))
		},
		"temporary file": func(at func(string) string, put func(name, text string)) {
			put("draft.tmp", "x")
			time.Sleep(50 * time.Millisecond)
			put(name, section("Version 2"))
			time.Sleep(50 * time.Millisecond)
			os.Remove(at("draft.tmp"))
		},
		"Vim": func(at func(string) string, put func(name, text string)) {
			put("."+name+".swp", "x")
			put("4913", "")
			os.Rename(at(name), at(name+"~"))
			time.Sleep(50 * time.Millisecond)
			put(name, section("Version 2"))
			os.Remove(at("4913"))
			time.Sleep(50 * time.Millisecond)
			os.Remove(at(name + "~"))
		},
		"office program": func(at func(string) string, put func(name, text string)) {
			put("~$"+name, "x")
			put(".~lock."+name+"#", "x")
			time.Sleep(50 * time.Millisecond)
			put(name, section("Version 2"))
		},
		"kept backups": func(at func(string) string, put func(name, text string)) {
			put(name+".bak", section("Version 1"))
			put(name+".orig", section("Version 1"))
			put(name, section("Version 2"))
		},
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			content := filepath.Join(t.TempDir(), "content")
			at := func(name string) string { return filepath.Join(content, "articles", "ferry", name) }
			put := func(name, text string) {
				if err := os.WriteFile(at(name), []byte(text), 0o644); err != nil {
					t.Error(err)
				}
			}
			if err := os.MkdirAll(at(""), 0o755); err != nil {
				t.Fatal(err)
			}
			put("../../index.md", "---\ntitle: T\n---\n")
			put("index.md", "---\ntitle: Ferry\n---\n")
			put(name, section("Version 1"))
			shown := serveInto(t, content)
			if got := <-shown; !strings.Contains(got, "Version 1") {
				t.Fatalf("at first: %s", got)
			}
			save(at, put)
			last := ""
			for quiet := false; !quiet; {
				select {
				case last = <-shown:
				case <-time.After(map[bool]time.Duration{true: 300 * time.Millisecond, false: 20 * time.Second}[strings.Contains(last, "Version 2")]):
					quiet = true
				}
			}
			if !strings.Contains(last, "Version 2") {
				t.Errorf("at last: %s", last)
			}
		})
	}
}

// serveInto serves a content folder until the test ends, and gives after each
// build the page of the section, or the faults.
func serveInto(t *testing.T, content string) <-chan string {
	ctx, cancel := context.WithCancel(context.Background())
	shown, ended := make(chan string, 100), make(chan error, 1)
	session := pipeline.NewSession(pipeline.Config{Source: afero.NewOsFs(), Content: content, Layouts: filepath.Join(content, "..", "layouts"), Jobs: 1})
	go func() {
		ended <- serve.Run(ctx, serve.Config{Addr: "127.0.0.1:0", Watch: []string{content}, Log: io.Discard}, func(ctx context.Context, changed []string) (serve.Site, error) {
			site, faults, err := session.Build(ctx, changed)
			if err != nil {
				return serve.Site{}, err
			}
			if !site.OK {
				shown <- faults[0].String()
				return serve.Site{Diagnostics: faults}, nil
			}
			if render, ok := site.File("articles/ferry/one.html"); ok {
				page, _ := render()
				shown <- string(page)
			} else {
				shown <- "there is no such section"
			}
			return serve.Site{Files: site.File, OK: true, Diagnostics: faults}, nil
		})
	}()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return shown
}
