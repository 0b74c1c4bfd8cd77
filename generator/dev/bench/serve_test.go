package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestServeFails holds when what goes wrong while a served dossier is measured
// is told, and nothing measured is made up.
func TestServeFails(t *testing.T) {
	tmp := t.TempDir()
	if _, err := measureServe(context.Background(), program(tmp, "dossier"), tmp); err == nil || !strings.Contains(err.Error(), "dossier") {
		t.Errorf("without a program: %v", err)
	}
	script := "#!/bin/sh\necho it cannot be served >&2\n"
	if err := os.WriteFile(program(tmp, "dossier"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := measureServe(context.Background(), program(tmp, "dossier"), tmp); err == nil || !strings.Contains(err.Error(), "it cannot be served") {
		t.Errorf("with a program that ends: %v", err)
	}
}

func TestSavesFail(t *testing.T) {
	silent := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	defer silent.Close()
	at := t.TempDir()
	if _, err := saves(context.Background(), silent.URL+"/", at); err == nil || !strings.Contains(err.Error(), "no sections") {
		t.Errorf("without sections: %v", err)
	}
	section := filepath.Join(at, "content", "articles", "a", "01-s.md")
	if err := write(section, []byte("text")); err != nil {
		t.Fatal(err)
	}
	if _, err := saves(context.Background(), silent.URL+"/", at); err == nil || !strings.Contains(err.Error(), "ended the stream") {
		t.Errorf("with a server that says nothing: %v", err)
	}
	if _, err := saves(context.Background(), "http://127.0.0.1:1/", at); err == nil {
		t.Error("without a server there is no error")
	}
	if err := os.Remove(section); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(section, 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := saves(context.Background(), silent.URL+"/", at); err == nil {
		t.Error("a section that cannot be read gives no error")
	}
}

// TestSaveFails: a folder that is not there is no place for a section.
func TestSaveFails(t *testing.T) {
	if err := save(filepath.Join(t.TempDir(), "gone", "01-a.md"), nil); err == nil {
		t.Error("no error")
	}
	if _, err := saves(context.Background(), "http://127.0.0.1/", t.TempDir()); err == nil {
		t.Error("no error without sections")
	}
}
