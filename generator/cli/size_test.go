package cli

import (
	"bytes"
	"testing"

	"dossier/generator/diag"
	"dossier/generator/pipeline"
	"dossier/generator/publish"
)

func TestLarge(t *testing.T) {
	for _, tt := range []struct {
		size  publish.Size
		quiet bool
		want  string
	}{
		{publish.Size{Bytes: 800_000_000, Largest: "a/b.pdf", Most: 80_000_000}, false, ""},
		{publish.Size{Bytes: 800_000_001, Largest: "a/b.pdf", Most: 1}, false, "dossier: public has 800 MB; GitHub Pages takes sites of at most 1000 MB\n"},
		{publish.Size{Bytes: 90_000_000, Largest: "a/b.pdf", Most: 85_500_000}, false, "dossier: public/a/b.pdf has 85 MB; GitHub takes files of at most 100 MB\n"},
		{publish.Size{Bytes: 2_000_000_000, Most: 85_500_000}, true, ""},
	} {
		var stderr bytes.Buffer
		b := buildCommand{buildFlags: buildFlags{Out: "public", Quiet: tt.quiet, Format: diag.Text}}
		b.large(&call{stderr: &stderr}, pipeline.Result{Files: publish.Result{Size: tt.size}})
		if got := stderr.String(); got != tt.want {
			t.Errorf("%+v: got %q, want %q", tt.size, got, tt.want)
		}
	}
}
