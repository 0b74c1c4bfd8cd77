// Package editor has dossier lsp served to real editors: to Neovim without a screen, and
// to what Visual Studio Code speaks the protocol with.
package editor

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// dossier is a copy of content in a folder of its own, and the program.
func dossier(t *testing.T, content string) (folder, program string) {
	t.Helper()
	if testing.Short() {
		t.Skip("it needs an editor")
	}
	folder = t.TempDir()
	if err := os.CopyFS(filepath.Join(folder, "content"), os.DirFS(content)); err != nil {
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

// TestVSCode speaks with vscode-jsonrpc: columns in UTF-16, versions, a request that is
// cancelled, and the end.
func TestVSCode(t *testing.T) {
	folder, program := dossier(t, "../../acceptance/testdata/suez/content")
	if _, err := os.Stat("node_modules/vscode-jsonrpc"); err != nil {
		t.Fatal("no vscode-jsonrpc: install it with npm ci in generator/dev/editor")
	}
	out, err := exec.Command("node", "session.mjs", program, folder).CombinedOutput()
	if err != nil || !strings.HasSuffix(strings.TrimSpace(string(out)), "ended") {
		t.Errorf("%v: %s", err, out)
	}
}
