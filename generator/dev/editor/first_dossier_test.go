package editor

import (
	"context"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/cli"
)

var update = flag.Bool("update", false, "write what Neovim shows into testdata")

// TestFirstDossierInNeovim records a session: an id is misspelt and mended by its quick fix, a link is
// completed, an entity is looked at and renamed with its files. The dossier is without
// errors after it.
func TestFirstDossierInNeovim(t *testing.T) {
	folder, program := dossier(t, "../../../content")
	nvim := os.Getenv("NEOVIM")
	if nvim == "" {
		nvim = "nvim"
	}
	script, err := filepath.Abs("first_dossier.lua")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(nvim, "--headless", "-u", "NONE", "-i", "NONE", "-n", "-S", script)
	cmd.Dir = folder
	transcript := filepath.Join(t.TempDir(), "transcript")
	cmd.Env = append(os.Environ(), "DOSSIER="+program, "TRANSCRIPT="+transcript, "XDG_STATE_HOME="+t.TempDir(), "XDG_CACHE_HOME="+t.TempDir())
	out, failed := cmd.CombinedOutput()
	got, err := os.ReadFile(transcript)
	if failed != nil || err != nil {
		t.Fatalf("%v, %v: %s\n%s", failed, err, out, got)
	}
	golden := filepath.Join("testdata", "first_dossier.txt")
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("Neovim shows\n%s\nand not\n%s", got, want)
	}
	var errs strings.Builder
	args := []string{"check", "--content", filepath.Join(folder, "content")}
	if status := cli.Run(context.Background(), args, afero.NewOsFs(), strings.NewReader(""), &errs, &errs); status != cli.Done {
		t.Error(errs.String())
	}
	if _, err := os.Stat(filepath.Join(folder, "content", "actors", "odkb.ru.md")); err != nil {
		t.Error(err)
	}
}
