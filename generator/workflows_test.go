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
	if err != nil || len(files) != 3 {
		t.Fatal(files, err)
	}
	for _, name := range append(files, "cli/skeleton/.github/workflows/pages.yml", newLinks) {
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
			publishes := job.Permissions["id-token"] == "write" || job.Permissions["pages"] == "write"
			for _, step := range job.Steps {
				if writes && (step.Uses != "" || strings.Contains(step.Run, "dossier") || strings.Contains(step.Run, "go ")) {
					t.Errorf("%s: the job %s may write issues and runs %q", name, id, step.Uses+step.Run)
				}
				if publishes && !strings.HasPrefix(step.Uses, "actions/deploy-pages@") {
					t.Errorf("%s: the job %s may publish and runs %q", name, id, step.Uses+step.Run)
				}
			}
		}
	}
}
