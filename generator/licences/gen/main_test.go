package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/generator/licences"
)

// TestCurrent holds when the notices in the program are those of the modules
// that go.mod names now.
func TestCurrent(t *testing.T) {
	if testing.Short() {
		t.Skip("it lists the modules of all systems")
	}
	file := filepath.Join(t.TempDir(), "licences.txt")
	if err := write("../../..", file); err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(file); err != nil || string(text) != licences.Text {
		t.Errorf("the modules have changed: run go generate ./generator/licences (%v)", err)
	}
}

// TestNoLicence refuses what comes without one, and says where nothing can be read or written.
func TestNoLicence(t *testing.T) {
	if _, err := notices("../../..", []module{{"example.org/bare v1", t.TempDir()}}); err == nil || !strings.Contains(err.Error(), "example.org/bare v1 has no licence") {
		t.Error(err)
	}
	if _, err := notices(t.TempDir(), nil); !os.IsNotExist(err) {
		t.Error(err)
	}
	if err := write(t.TempDir(), "licences.txt"); err == nil || !strings.Contains(err.Error(), "go list") {
		t.Error(err)
	}
	bare := t.TempDir() // of which the tables are missing
	if err := os.WriteFile(filepath.Join(bare, "LICENSE"), []byte("MIT"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := notices(bare, nil); !os.IsNotExist(err) {
		t.Error(err)
	}
	unreadable := t.TempDir()
	if err := os.Mkdir(filepath.Join(unreadable, "LICENSE"), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := notices("../../..", []module{{"example.org/folder v1", unreadable}}); err == nil {
		t.Error("a folder was read")
	}
}
