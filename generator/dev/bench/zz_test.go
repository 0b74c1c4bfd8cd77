package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/dev/bench/corpus"
	"dossier/generator/pipeline"
)

// BenchmarkSave builds in a session after a section was saved.
func BenchmarkSave(b *testing.B) {
	for _, what := range []struct {
		name   string
		change func(name, text string) (string, string)
	}{{"quiet", asWritten}, {"warned", withWarnings}} {
		b.Run(what.name, func(b *testing.B) {
			top, err := os.MkdirTemp("/dev/shm", "s17")
			if err != nil {
				b.Fatal(err)
			}
			defer os.RemoveAll(top)
			fs := afero.NewOsFs()
			if err := writeCorpus(filepath.Join(top, "content"), *sections, what.change); err != nil {
				b.Fatal(err)
			}
			section := ""
			n := 0
			for path := range corpus.Files(seed, *sections) {
				if n++; n > *sections/2 {
					if len(section) == 0 && filepath.Base(path)[0] == '0' {
						section = path // the last file is the last section of the last article
					}
				}
			}
			section = filepath.Join(top, "content", filepath.FromSlash(section))
			text, err := os.ReadFile(section)
			if err != nil {
				b.Fatal(err)
			}
			s := pipeline.NewSession(pipeline.Config{Source: fs, Content: filepath.Join(top, "content"), Layouts: filepath.Join(top, "layouts"), Jobs: 2})
			p, faults, err := s.Build(context.Background(), nil)
			if err != nil || !p.OK {
				b.Fatal(err, faults.Errors()[:min(3, len(faults.Errors()))])
			}
			b.Log(len(faults), "faults")
			if f := os.Getenv("SAVEPROF"); f != "" {
				w, _ := os.Create(f + what.name)
				runtime.GC()
				pprof.StartCPUProfile(w)
				defer pprof.StopCPUProfile()
			}
			for n := 0; b.Loop(); n++ {
				if err := os.WriteFile(section, fmt.Appendf(text[:len(text):len(text)], "\nEdited %d times.\n", n), 0o644); err != nil {
					b.Fatal(err)
				}
				if _, _, err := s.Build(context.Background(), []string{section}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
