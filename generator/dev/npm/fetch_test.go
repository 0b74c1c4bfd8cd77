//go:build unix

package npm

import (
	"crypto/sha512"
	"encoding/base64"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fakeClient puts a program named npm first on the path, which runs a script in
// the folder that the archive belongs in.
func fakeClient(t *testing.T, script string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "npm"), []byte("#!/bin/sh\n"+script+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
}

func TestFetch(t *testing.T) {
	archive := packed(t, map[string]string{"package/a.json": `{"x":1}`})
	kept := filepath.Join(t.TempDir(), "archive")
	if err := os.WriteFile(kept, archive, 0o644); err != nil {
		t.Fatal(err)
	}
	sum := sha512.Sum512(archive)
	integrity := "sha512-" + base64.StdEncoding.EncodeToString(sum[:])

	fakeClient(t, `[ "$*" = "pack --silent lib@1.2.3" ] && cp '`+kept+`' lib-1.2.3.tgz`)
	files, err := Fetch("lib", "1.2.3", integrity)
	if err != nil || string(files["a.json"]) != `{"x":1}` {
		t.Errorf("%q, %v", files, err)
	}
	if _, err := Fetch("lib", "1.2.3", "sha512-other"); err == nil || !strings.Contains(err.Error(), integrity) {
		t.Errorf("an archive with another hash: %v", err)
	}
	if _, err := Fetch("lib", "1.2.4", integrity); err == nil {
		t.Error("the client failed and there is a package")
	}
	fakeClient(t, "exit 0")
	if _, err := Fetch("lib", "1.2.3", integrity); err == nil {
		t.Error("there is no archive and there is a package")
	}
	fakeClient(t, "echo no network >&2; exit 1")
	if _, err := Fetch("lib", "1.2.3", integrity); err == nil || !strings.Contains(err.Error(), "no network") {
		t.Errorf("the client's words are lost: %v", err)
	}
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "none"))
	if _, err := Fetch("lib", "1.2.3", integrity); err == nil {
		t.Error("there is no folder for the archive and there is a package")
	}
}
