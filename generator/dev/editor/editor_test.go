// Package editor has dossier lsp served to real editors: to Neovim without a screen, and
// to what Visual Studio Code speaks the protocol with.
package editor

import (
	"context"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/cli"
)

var update = flag.Bool("update", false, "write what Neovim shows into testdata")

// dossier is a copy of this project's content in a folder of its own, and the program.
func dossier(t *testing.T) (folder, program string) {
	t.Helper()
	if testing.Short() {
		t.Skip("it needs an editor")
	}
	folder = t.TempDir()
	if err := os.CopyFS(filepath.Join(folder, "content"), os.DirFS("../../../content")); err != nil {
		t.Fatal(err)
	}
	program = filepath.Join(t.TempDir(), "dossier")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	if out, err := exec.Command("go", "build", "-o", program, "../..").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return folder, program
}

// TestNeovim records a session: an id is misspelt and mended by its quick fix, a link is
// completed, an entity is looked at and renamed with its files. The dossier is without
// errors after it.
func TestNeovim(t *testing.T) {
	folder, program := dossier(t)
	nvim := os.Getenv("NEOVIM")
	if nvim == "" {
		nvim = "nvim"
	}
	script, err := filepath.Abs("session.lua")
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
	golden := filepath.Join("testdata", "neovim.txt")
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

// TestVSCode speaks with vscode-jsonrpc: columns in UTF-16, versions, a request that is
// cancelled, and the end.
func TestVSCode(t *testing.T) {
	folder, program := dossier(t)
	if _, err := os.Stat("node_modules/vscode-jsonrpc"); err != nil {
		t.Fatal("no vscode-jsonrpc: install it with npm ci in generator/dev/editor")
	}
	out, err := exec.Command("node", "session.mjs", program, folder).CombinedOutput()
	if err != nil || !strings.HasSuffix(strings.TrimSpace(string(out)), "ended") {
		t.Errorf("%v: %s", err, out)
	}
}
