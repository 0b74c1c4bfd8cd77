package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	yaml "go.yaml.in/yaml/v3"
)

// workflow is what the tests look at of a GitHub workflow.
type workflow struct {
	Permissions *map[string]string
	Jobs        map[string]struct {
		Permissions map[string]string
		Steps       []struct{ Uses, Run string }
	}
}

// mayPublish are the actions of jobs that may publish or release; what they run
// otherwise is gh, which runs no code of the repository.
var mayPublish = regexp.MustCompile(`^actions/(deploy-pages|download-artifact|attest-build-provenance)@|^gh `)

var (
	used   = regexp.MustCompile(`(?m)^.*\buses:.*$`)
	pinned = regexp.MustCompile(`^ +(?:- )?uses: actions/[a-z-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+$`)
)

// newLinks is the workflow of a new dossier that asks whether links are broken.
const newLinks = "cli/skeleton/.github/workflows/links.yml"

// TestWorkflows holds what workflows may do, here and in a new dossier: each
// action is pinned by its commit, with its version beside it; no job has a right
// that is not asked for by name; and no job that runs code of the repository,
// or of what it depends on, can publish or write issues.
func TestWorkflows(t *testing.T) {
	files, err := filepath.Glob("../.github/workflows/*.yml")
	if err != nil || len(files) < 4 {
		t.Fatal(files, err)
	}
	begun, err := filepath.Glob("cli/skeleton/.github/workflows/*.yml")
	if err != nil || len(begun) < 3 {
		t.Fatal(begun, err)
	}
	for _, name := range append(files, begun...) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range used.FindAllString(string(text), -1) {
			if !pinned.MatchString(line) {
				t.Errorf("%s: an action that is not pinned: %s", name, line)
			}
		}
		var w workflow
		if err := yaml.Unmarshal(text, &w); err != nil || len(w.Jobs) == 0 {
			t.Fatalf("%s: %v", name, err)
		}
		if regexp.MustCompile(`branches:|pull_request_target`).Match(text) {
			t.Errorf("%s names a branch, or gives rights to other people's code", name)
		}
		if w.Permissions == nil {
			t.Errorf("%s says not what its jobs may do", name)
			continue
		}
		for right, how := range *w.Permissions {
			if right != "contents" || how != "read" {
				t.Errorf("%s gives all jobs %s: %s", name, right, how)
			}
		}
		for id, job := range w.Jobs {
			writes := job.Permissions["issues"] == "write"
			publishes := job.Permissions["id-token"] == "write" || job.Permissions["pages"] == "write" || job.Permissions["contents"] == "write"
			for _, step := range job.Steps {
				if writes && (step.Uses != "" || strings.Contains(step.Run, "dossier") || strings.Contains(step.Run, "go ")) {
					t.Errorf("%s: the job %s may write issues and runs %q", name, id, step.Uses+step.Run)
				}
				if publishes && !mayPublish.MatchString(step.Uses+step.Run) {
					t.Errorf("%s: the job %s may publish and runs %q", name, id, step.Uses+step.Run)
				}
			}
		}
	}
}

// TestAction holds that action.yml gives no words of its user to a shell as a program:
// they come as variables.
func TestAction(t *testing.T) {
	text, err := os.ReadFile("../action.yml")
	if err != nil {
		t.Fatal(err)
	}
	var action struct {
		Name, Description string
		Inputs, Outputs   map[string]struct{ Description string }
		Runs              struct {
			Using string
			Steps []struct {
				Shell, Run string
				Env        map[string]string
			}
		}
	}
	if err := yaml.Unmarshal(text, &action); err != nil {
		t.Fatal(err)
	}
	if action.Name == "" || action.Description == "" || action.Runs.Using != "composite" || len(action.Runs.Steps) != 2 || action.Outputs["path"].Description == "" {
		t.Errorf("%+v", action)
	}
	for _, s := range action.Runs.Steps {
		if s.Shell != "bash" || regexp.MustCompile(`\$\{\{`).MatchString(s.Run) {
			t.Errorf("%q in %q", s.Run, s.Shell)
		}
	}
}
