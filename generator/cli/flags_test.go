package cli

import (
	"bytes"
	"io"
	"testing"

	"dossier/generator/diag"
)

// TestFaultsTo: diagnostics are on standard error, and only in JSON, which is
// for programs, on standard output.
func TestFaultsTo(t *testing.T) {
	c := &call{stdout: new(bytes.Buffer), stderr: new(bytes.Buffer)}
	for format, want := range map[diag.Format]io.Writer{diag.Text: c.stderr, diag.GitHub: c.stderr, diag.JSON: c.stdout} {
		if got := (&buildFlags{Format: format}).faultsTo(c); got != want {
			t.Errorf("in the format %v they go to the wrong stream", format)
		}
	}
}
