package cli

import (
	"bytes"
	"strings"
	"testing"

	"dossier/generator/pipeline"
	"dossier/generator/publish"
)

// What a build says of names that a disk that ignores case has spelled otherwise; the scripts run on a disk where case
// counts.
func TestSpellingIsTold(t *testing.T) {
	var stderr bytes.Buffer
	res := pipeline.Result{Files: publish.Result{Respelt: []string{"articles"}, Misspelt: []string{"pt-BR"}}}
	if got := summary(res); !strings.HasSuffix(got, ", 1 renamed") {
		t.Errorf("summary: %s", got)
	}
	b := buildCommand{buildFlags: buildFlags{Out: "public"}}
	b.misspelt(&call{stderr: &stderr}, res)
	if want := "dossier: public/pt-BR bears this name in another case on disk"; !strings.HasPrefix(stderr.String(), want) {
		t.Errorf("said %q, want %q", stderr.String(), want)
	}
	stderr.Reset()
	b.Quiet = true
	if b.misspelt(&call{stderr: &stderr}, res); stderr.Len() > 0 {
		t.Errorf("quiet: %q", stderr.String())
	}
}
