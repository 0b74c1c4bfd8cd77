package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const inModule = `{"config": {}}
{"osv": {"id": "GO-1", "summary": "A loop in parsing"}}
{"finding": {"osv": "GO-1", "trace": [{"module": "example.org/m", "version": "v1.0.0"}]}}
{"finding": {"osv": "GO-1", "fixed_version": "v1.0.1", "trace": [{"module": "example.org/m", "version": "v1.0.0", "package": "example.org/m/p", "function": "Parse"}]}}
{"finding": {"osv": "GO-1", "fixed_version": "v1.0.1", "trace": [{"module": "example.org/m", "version": "v1.0.0", "package": "example.org/m/p", "function": "Read"}]}}
`

const inStandardLibrary = `{"osv": {"id": "GO-2", "summary": "A crash"}}
{"finding": {"osv": "GO-2", "trace": [{"module": "stdlib", "version": "v1.26.0", "package": "net/http", "function": "Serve"}]}}
`

const onlyImported = `{"osv": {"id": "GO-3"}}
{"finding": {"osv": "GO-3", "trace": [{"module": "example.org/n", "version": "v1.0.0", "package": "example.org/n"}]}}
`

var errNoNetwork = errors.New("exit status 1\ngovulncheck: fetching vulnerabilities: no such host")

// scanned gives what govulncheck says.
func scanned(out string, err error) goTool {
	return func(args ...string) ([]byte, error) { return []byte(out), err }
}

func TestReport(t *testing.T) {
	for _, tt := range []struct {
		name   string
		out    string
		strict bool
		fails  bool
		says   []string
	}{
		{"nothing", "", true, false, []string{"Checked against the public database: 0 known"}},
		{"only imported", onlyImported, true, false, []string{": 0 known"}},
		{"in a module", inModule, false, true, []string{"GO-1: example.org/m/p: A loop in parsing (example.org/m v1.0.0; mended in v1.0.1)\n", ": 1 known"}},
		{"in the standard library", inStandardLibrary, false, false, []string{"GO-2: net/http: A crash (stdlib v1.26.0; not yet mended)\n", "1 of them are in the standard library", ": 1 known"}},
		{"in the standard library, strictly", inStandardLibrary, true, true, []string{": 1 known"}},
		{"in both", inStandardLibrary + inModule, false, true, []string{"GO-1", "GO-2", "1 of them", ": 2 known"}},
	} {
		var b, errs bytes.Buffer
		args, want := []string{}, 0
		if tt.strict {
			args = []string{"-strict"}
		}
		if tt.fails {
			want = 1
		}
		if status := command(args, scanned(tt.out, nil), &b, &errs); status != want || (errs.Len() > 0) != tt.fails {
			t.Errorf("%s: exit status %d, want %d; %s", tt.name, status, want, errs.String())
		}
		for _, want := range tt.says {
			if !strings.Contains(b.String(), want) {
				t.Errorf("%s: no %q in\n%s", tt.name, want, b.String())
			}
		}
	}
}

func TestFailures(t *testing.T) {
	for name, tool := range map[string]goTool{"does not compile": scanned("", errors.New("exit status 1\nundefined: x")), "says nonsense": scanned("{", nil)} {
		var b bytes.Buffer
		if err := run(&b, tool, false); err == nil || b.Len() > 0 {
			t.Errorf("%s: %v; %s", name, err, b.String())
		}
	}
}

// TestNothingIsPretended has no network at all: the command says that it has not checked.
func TestNothingIsPretended(t *testing.T) {
	var b bytes.Buffer
	if err := run(&b, scanned("", errNoNetwork), true); err != nil || !strings.Contains(b.String(), "NOT CHECKED") || strings.Contains(b.String(), "Checked against") {
		t.Errorf("%v; %s", err, b.String())
	}
}

// TestCopy checks against the copy of the database when there is no other.
func TestCopy(t *testing.T) {
	module := t.TempDir()
	osv := filepath.Join(module, "data", "osv")
	if err := os.MkdirAll(osv, 0o755); err != nil {
		t.Fatal(err)
	}
	write := func(text string) {
		if err := os.WriteFile(filepath.Join(osv, "GO-1.json"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	sum := databaseHash
	offline := func(args ...string) ([]byte, error) {
		if slices.Contains(args, database) {
			return json.Marshal(map[string]string{"Dir": module, "Sum": sum})
		}
		at := slices.Index(args, "-db")
		if at < 0 {
			return nil, errNoNetwork
		}
		dir := strings.TrimPrefix(args[at+1], "file://")
		index, err := os.ReadFile(filepath.Join(dir, "index", "modules.json"))
		if err != nil || string(index) != `[{"path":"example.org/m","vulns":[{"id":"GO-1","modified":"2026-01-01T00:00:00Z"}]}]` {
			t.Errorf("the index is %s, %v", index, err)
		}
		for _, name := range []string{"ID/GO-1.json", "index/db.json"} {
			if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
				t.Error(err)
			}
		}
		return []byte(inModule), nil
	}
	check := func(want string) error {
		t.Helper()
		var b bytes.Buffer
		err := run(&b, offline, false)
		if !strings.Contains(b.String(), "cannot be reached") || !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
		return err
	}
	write(`{"id": "GO-1", "modified": "2026-01-01T00:00:00Z", "affected": [{"package": {"name": "example.org/m"}}]}`)
	if err := check("Checked against its copy of " + databaseDate + ": 1 known"); err == nil {
		t.Error("a vulnerability passes")
	}
	write(`{"id": "GO-1"}`)
	if err := check("NOT CHECKED"); err != nil { // an empty database finds nothing
		t.Error(err)
	}
	write("{")
	if err := check("NOT CHECKED"); err != nil {
		t.Error(err)
	}
	sum = "h1:another"
	if err := check("NOT CHECKED: neither can its copy be had: " + database + ": the hash is h1:another"); err != nil {
		t.Error(err)
	}
}

// TestCopyFails has a copy of the database that cannot be used: that is said, or fails.
func TestCopyFails(t *testing.T) {
	offline := func(download string, scan error) goTool {
		return func(args ...string) ([]byte, error) {
			switch {
			case slices.Contains(args, database):
				return []byte(download), nil
			case slices.Contains(args, "-db"):
				return nil, scan
			}
			return nil, errNoNetwork
		}
	}
	empty, full := t.TempDir(), t.TempDir()
	osv := filepath.Join(full, "data", "osv")
	if err := os.MkdirAll(osv, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(osv, "GO-1.json"), []byte(`{"affected": [{"package": {"name": "m"}}]}`), 0o644); err != nil {
		t.Fatal(err)
	}
	in := func(dir string) string {
		return `{"Dir": "` + filepath.ToSlash(dir) + `", "Sum": "` + databaseHash + `"}`
	}
	for name, download := range map[string]string{"nonsense": "{", "nothing in it": in(empty)} {
		var b bytes.Buffer
		if err := run(&b, offline(download, nil), false); err != nil || !strings.Contains(b.String(), "NOT CHECKED") {
			t.Errorf("%s: %v; %s", name, err, b.String())
		}
	}
	var b, errs bytes.Buffer
	if status := command(nil, offline(in(full), errors.New("out of memory")), &b, &errs); status != 1 || !strings.Contains(errs.String(), "out of memory") {
		t.Errorf("exit status %d; %s", status, errs.String())
	}
	if status := command([]string{"-nonsense"}, nil, &b, &errs); status != 2 {
		t.Errorf("an unknown flag: exit status %d", status)
	}
	t.Setenv("TMPDIR", filepath.Join(empty, "none"))
	if err := run(&b, offline(in(full), nil), false); err == nil {
		t.Error("there is no folder for the copy and it is made")
	}
}

func TestGoCommand(t *testing.T) {
	if out, err := goCommand("env", "GOOS"); err != nil || len(bytes.TrimSpace(out)) == 0 {
		t.Errorf("%s, %v", out, err)
	}
	if _, err := goCommand("no-such-command"); err == nil || !strings.Contains(err.Error(), "unknown command") {
		t.Errorf("the error is %v", err)
	}
}
