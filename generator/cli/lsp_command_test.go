package cli

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/afero"
)

// TestLSPOpens finds the content in the folder that an editor has opened, or above it, or
// where the flags say.
func TestLSPOpens(t *testing.T) {
	fs := afero.NewMemMapFs()
	root := filepath.FromSlash("/home/d")
	for _, name := range []string{"content/index.md", "content/articles/a/01-s.md", "other/pages/p.md"} {
		if err := afero.WriteFile(fs, filepath.Join(root, filepath.FromSlash(name)), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ content, layouts, at, want, looks string }{
		{"", "", "", "content", "layouts"},
		{"", "", "content", "content", "layouts"},
		{"", "", "content/articles/a", "content", "layouts"},
		{"other", "", "", "other", "layouts"},
		{"other", "looks", "", "other", "looks"},
		{filepath.Join(root, "other"), "", "content", "other", "layouts"},
		{"missing", "", "", "", ""},
	} {
		cfg, err := (&lspCommand{Content: c.content, Layouts: c.layouts}).open(fs, filepath.Join(root, filepath.FromSlash(c.at)))
		if c.want == "" {
			if err == nil || !strings.Contains(err.Error(), "--content") {
				t.Errorf("%+v: %v", c, err)
			}
			continue
		}
		if err != nil || cfg.Content != filepath.Join(root, c.want) || cfg.Layouts != filepath.Join(root, c.looks) {
			t.Errorf("%+v: %s, %s, %v", c, cfg.Content, cfg.Layouts, err)
		}
	}
	if _, err := (&lspCommand{}).open(fs, ""); err == nil { // this package's folder has none, nor one above it, in this file system
		t.Error("content was found where there is none")
	}
}

// TestLSPEnds ends with the statuses that the protocol wants.
func TestLSPEnds(t *testing.T) {
	framed := func(body string) string { return fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body) }
	exit := framed(`{"jsonrpc":"2.0","method":"exit"}`)
	begin := framed(`{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}`) + framed(`{"jsonrpc":"2.0","method":"initialized","params":{}}`)
	for stream, want := range map[string]int{
		begin + framed(`{"jsonrpc":"2.0","id":2,"method":"shutdown"}`) + exit: Done, begin + exit: Faulty, begin: Faulty, "x\r\n": Environment,
	} {
		var out, errs bytes.Buffer
		if status := Run(context.Background(), []string{"lsp", "--stdio"}, afero.NewMemMapFs(), strings.NewReader(stream), &out, &errs); status != want {
			t.Errorf("%q: status %d: %s", stream, status, errs.String())
		}
		if (errs.Len() > 0) != (want != Done) {
			t.Errorf("%q: %q", stream, errs.String())
		}
	}
}
