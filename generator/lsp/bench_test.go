package lsp

import (
	"flag"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/afero"

	"dossier/generator/dev/bench/corpus"
	"dossier/generator/lsp/protocol"
)

// sections is the size of the dossier that the benchmarks are about: make bench takes
// the one that the design's budget is about.
var sections = flag.Int("sections", 10_000, "how many sections the dossier has that benchmarks are about")

// large opens a large dossier, and a section of it.
func large(b *testing.B, quiet time.Duration) (c *client, name string) {
	b.Helper()
	fs := afero.NewMemMapFs()
	root := filepath.FromSlash("/dossier")
	for file, text := range corpus.Files(1, *sections) {
		if err := afero.WriteFile(fs, filepath.Join(root, "content", filepath.FromSlash(file)), []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
		if strings.Contains(file, "/05-") {
			name = file
		}
	}
	c = dial(b, fs, root, quiet)
	c.begin(modern)
	c.open(name, "")
	c.faulty(name)
	return c, name
}

// BenchmarkKeystroke measures, in a large dossier, from the sending of a character that
// was typed until the answer to a request that is sent behind it. The last three wait
// until the dossier was read again, which is what a reading costs; the others must not.
func BenchmarkKeystroke(b *testing.B) {
	c, name := large(b, never)
	defer func() {
		if err := c.end(); err != nil {
			b.Error(err)
		}
	}()
	body := c.text(name).Front().Body
	c.change(name, body, body, "[[")
	c.faulty(name)
	tag := strings.Index(c.text(name).String(), "countries: [") + len("countries: [")
	for _, m := range []struct {
		name, method string
		params       map[string]any
	}{
		{"completion", "textDocument/completion", nil},
		{"hover", "textDocument/hover", map[string]any{"position": c.span(name, tag, 0).Start}},
		{"definition", "textDocument/definition", map[string]any{"position": c.span(name, tag, 0).Start}},
		{"inlayHint", "textDocument/inlayHint", map[string]any{"range": protocol.Range{End: protocol.Position{Line: 99}}}},
		{"documentSymbol", "textDocument/documentSymbol", map[string]any{}},
		{"symbols", "workspace/symbol", map[string]any{"query": "the summit"}},
		{"hover-typed", "textDocument/hover", nil},
		{"references", "textDocument/references", map[string]any{"position": c.span(name, tag, 0).Start}},
		{"codeAction", "textDocument/codeAction", map[string]any{"range": protocol.Range{}, "context": map[string]any{}}},
	} {
		b.Run(m.name, func(b *testing.B) {
			worst := time.Duration(0)
			for i := 0; b.Loop(); i++ {
				begun := time.Now()
				if i%2 == 0 {
					c.change(name, body+2, body+2, "a")
				} else {
					c.change(name, body+2, body+3, "")
				}
				params := m.params
				if params == nil {
					params = map[string]any{"position": c.span(name, body+2, 0).Start}
				}
				params["textDocument"] = map[string]string{"uri": c.uri(name)}
				c.must(m.method, params)
				worst = max(worst, time.Since(begun))
			}
			b.ReportMetric(float64(worst.Microseconds())/1000, "ms-worst")
			b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N), "ms/op")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// BenchmarkBusy measures a completion that comes while the dossier is being read.
func BenchmarkBusy(b *testing.B) {
	c, name := large(b, time.Microsecond)
	body := c.text(name).Front().Body
	c.change(name, body, body, "[[")
	for b.Loop() {
		c.change(name, body+2, body+2, "a")
		time.Sleep(time.Millisecond) // so that it is under way
		begun := time.Now()
		c.must("textDocument/completion", map[string]any{"position": c.span(name, body+2, 0).Start, "textDocument": map[string]string{"uri": c.uri(name)}})
		b.ReportMetric(float64(time.Since(begun).Microseconds())/1000, "ms-last")
		c.change(name, body+2, body+3, "")
	}
}
