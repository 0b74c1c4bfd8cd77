package main

import (
	"os"
	"testing"

	"dossier/generator/licences"
)

// TestCurrent holds when the notices in the program are those of the modules
// that go.mod names now.
func TestCurrent(t *testing.T) {
	text, err := notices("../../..")
	if err != nil {
		t.Fatal(err)
	}
	if string(text) != licences.Text {
		t.Error("the modules have changed: run go generate ./generator/licences")
	}
}

// TestNoLicence refuses what comes without one.
func TestNoLicence(t *testing.T) {
	if files := licenceFiles(t.TempDir()); len(files) > 0 {
		t.Error(files)
	}
	if _, err := notices(t.TempDir()); !os.IsNotExist(err) {
		t.Error(err)
	}
}
