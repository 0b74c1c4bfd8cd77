package cli

import (
	"bytes"
	"context"
	"io/fs"
	"strings"
	"testing"

	"github.com/spf13/afero"
)

// brokenFs is a file system with a fault of the program in it.
type brokenFs struct{ afero.Fs }

func (brokenFs) Name() string { return "broken" }

func (brokenFs) Stat(string) (fs.FileInfo, error) { panic("a fault") }

// TestFaultOfTheProgram: it ends the program, which must not seem to have done its work.
func TestFaultOfTheProgram(t *testing.T) {
	defer func() {
		if got := recover(); got != "a fault" {
			t.Errorf("recovered %v, want the fault itself", got)
		}
	}()
	var out bytes.Buffer
	status := Run(context.Background(), []string{"init", "new"}, brokenFs{afero.NewMemMapFs()}, strings.NewReader(""), &out, &out)
	t.Errorf("a fault of the program gives status %d and %q", status, out.String())
}
