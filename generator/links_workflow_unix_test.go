//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	yaml "go.yaml.in/yaml/v3"
)

// script is the last step of a job of a workflow.
func script(t *testing.T, file, job string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var w workflow
	if err := yaml.Unmarshal(text, &w); err != nil || len(w.Jobs[job].Steps) == 0 {
		t.Fatalf("%s has no job %s: %v", file, job, err)
	}
	steps := w.Jobs[job].Steps
	return steps[len(steps)-1].Run
}

// runScript runs a script as GitHub's runner does, with programs of ours on the path, and
// gives its exit status and what the programs noted in the file "noted".
func runScript(t *testing.T, dir, script string, programs map[string]string, env ...string) (status int, noted string) {
	t.Helper()
	bin := filepath.Join(dir, "bin")
	for name, body := range programs {
		file := filepath.Join(bin, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte("#!/bin/sh\n"+body), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("bash", "-e", "-c", script)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), append(env, "PATH="+bin+":"+os.Getenv("PATH"), "RUNNER_TEMP="+bin)...)
	out, err := cmd.CombinedOutput()
	if _, left := err.(*exec.ExitError); err != nil && !left {
		t.Fatalf("%v: %s", err, out)
	}
	text, err := os.ReadFile(filepath.Join(dir, "noted"))
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), string(text)
}

// TestLinksWorkflowTells runs the step that keeps the issue about broken links with a gh
// that notes what is asked of it.
func TestLinksWorkflowTells(t *testing.T) {
	ours := "../.github/workflows/links.yml"
	step := script(t, ours, "tell")
	if script(t, newLinks, "tell") != step {
		t.Errorf("the step of %s is another than that of %s", newLinks, ours)
	}
	for _, test := range []struct{ status, open, want string }{
		{"0", "", ""},
		{"0", "7", "issue close 7 --comment No link is broken any more.\n"},
		{"1", "", "issue create --title Broken links --body-file -\n`a`: gone\n$(b)\n"},
		{"1", "7", "api --method PATCH repos/o/r/issues/7 --field body=@- --silent\n`a`: gone\n$(b)\n"},
	} {
		gh := `case "$*" in
"issue list --app github-actions "*) echo "` + test.open + `";;
*close*) echo "$*" >> noted;;
*) echo "$*" >> noted; cat >> noted;;
esac`
		status, noted := runScript(t, t.TempDir(), step, map[string]string{"gh": gh}, "GH_REPO=o/r", "STATUS="+test.status, "REPORT=`a`: gone\n$(b)")
		if status != 0 || noted != test.want {
			t.Errorf("status %s, issue %q: %d, asked gh %q, want %q", test.status, test.open, status, noted, test.want)
		}
	}
}

// TestLinksWorkflowAsks runs the step that asks with a program that finds nothing, broken
// links, and nobody who answers.
func TestLinksWorkflowAsks(t *testing.T) {
	for file, program := range map[string]string{"../.github/workflows/links.yml": "generator", newLinks: "dossier"} {
		step := script(t, file, "ask")
		for _, test := range []struct {
			exit   string
			status int
			output string
		}{
			{"0", 0, "status=0\nreport<<END\nThe report\nEND\n"},
			{"1", 0, "status=1\nreport<<END\nThe report\nEND\n"},
			{"3", 3, ""},
		} {
			dir := t.TempDir()
			body := `test "$*" = "links --check --format markdown" && echo "The report"; exit ` + test.exit
			status, noted := runScript(t, dir, step, map[string]string{program: body}, "GITHUB_OUTPUT="+filepath.Join(dir, "noted"), "GITHUB_STEP_SUMMARY="+filepath.Join(dir, "summary"))
			summary, _ := os.ReadFile(filepath.Join(dir, "summary"))
			if status != test.status || noted != test.output || strings.TrimSpace(string(summary)) != "The report" {
				t.Errorf("%s, exit %s: %d, %q, %q", file, test.exit, status, noted, summary)
			}
		}
	}
}
