package acceptance

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	yaml "go.yaml.in/yaml/v3"
)

// A release, as .ci/release is told of it.
const (
	releaseOf      = "ann/press"
	releaseCommit  = "0123456789012345678901234567890123456789"
	releaseVersion = "v1.2.3"
)

// releaseHere builds the release of this system from the source in a folder and gives
// the folder that it is in.
func releaseHere(t *testing.T, source, commit string) string {
	t.Helper()
	needsBash(t)
	dir := t.TempDir()
	cmd := exec.Command("bash", filepath.Join(source, ".ci", "release"), releaseOf, releaseVersion, commit, dir)
	cmd.Env = append(os.Environ(), "SYSTEMS="+runtime.GOOS+"/"+runtime.GOARCH)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return dir
}

// needsBash leaves a test out where make and bash are not what they are elsewhere.
func needsBash(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("it runs make and bash")
	}
}

// fileOfRelease is the name of the program for this system.
func fileOfRelease() string { return "dossier-" + runtime.GOOS + "-" + runtime.GOARCH }

// TestReleaseIsReproducible builds a release from two folders.
func TestReleaseIsReproducible(t *testing.T) {
	t.Parallel()
	c := newCopy(t, nil)
	c.copy(".ci")
	one := releaseHere(t, filepath.Join("..", ".."), releaseCommit)
	two := releaseHere(t, c.dir, releaseCommit)
	for _, name := range []string{"SHA256SUMS", fileOfRelease()} {
		if read(t, filepath.Join(one, name)) != read(t, filepath.Join(two, name)) {
			t.Errorf("%s differs from one folder to the other", name)
		}
	}
}

// TestRelease begins a dossier with a released program, in an empty folder, and does
// what its workflows do, with the program that the action gets: for the dossier that it
// began with, and for the second one in its place. The workflows use the program's own
// release, by its commit.
func TestRelease(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the program anew")
	}
	t.Parallel()
	host, at := releaseHost(t)
	bin := getRelease(t, host, "v1", "")
	got := filepath.Join(bin, "dossier")
	if said := command(t, bin, got, "--version"); !strings.HasPrefix(said, "dossier "+releaseVersion+" of "+releaseOf+", commit "+at) {
		t.Error(said)
	}

	dir := filepath.Join(t.TempDir(), "press")
	said := command(t, filepath.Dir(dir), got, "init", "press", "--license", "CC-BY-SA-4.0")
	if strings.Contains(said, "no release") || !strings.Contains(read(t, filepath.Join(dir, "LICENSE")), "CC-BY-SA-4.0") {
		t.Error(said)
	}
	if text := read(t, filepath.Join(dir, "README.md")); !strings.Contains(text, "https://github.com/"+releaseOf+"/releases/tag/"+releaseVersion) {
		t.Error(text)
	}
	command(t, dir, "make", "DOSSIER="+got)
	inGit(t, dir)
	flows, err := filepath.Glob(filepath.Join(dir, ".github", "workflows", "*.yml"))
	if err != nil || len(flows) < 2 {
		t.Fatal(flows, err)
	}
	all := func() {
		t.Helper()
		for _, file := range flows {
			if text := read(t, file); strings.Count(text, "uses: "+releaseOf+"@"+at+" # "+releaseVersion+"\n") != 1 {
				t.Errorf("%s does not use the release of the program that wrote it:\n%s", file, text)
			}
			if name := filepath.Base(file); name != "check.yml" && name != "pages.yml" {
				continue // it asks the web
			}
			if out := workflow(t, file, dir, bin); strings.Contains(out, "::error") || strings.Contains(out, "is older than") {
				t.Errorf("%s: %s", file, out)
			}
			command(t, dir, "git", "checkout", "-f") // what was built for an address
		}
	}
	all()

	for _, name := range []string{"content", "public"} {
		if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS(suezContent)); err != nil {
		t.Fatal(err)
	}
	command(t, dir, "make", "DOSSIER="+got)
	command(t, dir, "git", "add", "-A")
	commit(t, dir)
	all()
}

// TestActionRefuses: a program that is not the release's, or no release, ends the job.
func TestActionRefuses(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the program anew")
	}
	host, _ := releaseHost(t)
	getRelease(t, host, "main", "has no tag main")
	getRelease(t, host, "draft", "has no release at draft")
	getRelease(t, host, "v9.9.9", "cannot be fetched")
	file := filepath.Join(host.dir, releaseOf, "releases", "download", releaseVersion, fileOfRelease())
	if err := os.WriteFile(file, []byte("#!/bin/sh\necho evil\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	getRelease(t, host, "v1.2.3", "its checksum differs")
}

// hostOfReleases serves repositories and their releases as GitHub does.
type hostOfReleases struct{ url, dir string }

// releaseHost has one repository, with one release to which v1 points, and gives its
// commit.
func releaseHost(t *testing.T) (hostOfReleases, string) {
	t.Helper()
	dir := t.TempDir()
	repo := filepath.Join(dir, releaseOf)
	if err := os.MkdirAll(repo, 0o755); err != nil {
		t.Fatal(err)
	}
	command(t, repo, "git", "init", "-q", "--bare")
	source := t.TempDir()
	as := func(args ...string) {
		t.Helper()
		command(t, source, "git", append([]string{"-c", "user.name=Ann", "-c", "user.email=ann@example.org"}, args...)...)
	}
	inGit(t, source)
	as("tag", "draft")
	as("commit", "-q", "--allow-empty", "-m", "Two")
	as("tag", "v1")
	as("tag", "-a", releaseVersion, "-m", "A release")
	commit := strings.TrimSpace(command(t, source, "git", "rev-parse", "HEAD"))
	command(t, source, "git", "push", "-q", repo, "trunk", "--tags")
	command(t, repo, "git", "update-server-info")
	at := filepath.Join(repo, "releases", "download", releaseVersion)
	if err := os.CopyFS(at, os.DirFS(releaseHere(t, filepath.Join("..", ".."), commit))); err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(http.FileServer(http.Dir(dir)))
	t.Cleanup(srv.Close)
	return hostOfReleases{srv.URL, dir}, commit
}

// getRelease runs the step of action.yml for a ref, on a runner of this system, and gives
// the folder that it puts on the path; or it must fail and say why.
func getRelease(t *testing.T, host hostOfReleases, ref, why string) string {
	t.Helper()
	temp := t.TempDir()
	var action struct {
		Runs struct{ Steps []struct{ Run string } }
	}
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal([]byte(read(t, filepath.Join(root, "action.yml"))), &action); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("bash", "-e", "-c", action.Runs.Steps[0].Run)
	cmd.Dir = temp
	arch := map[string]string{"amd64": "X64", "arm64": "ARM64"}[runtime.GOARCH]
	system := map[string]string{"linux": "Linux", "darwin": "macOS"}[runtime.GOOS]
	cmd.Env = append(os.Environ(), "GITHUB_ACTION_PATH="+root, "GITHUB_SERVER_URL="+host.url, "REPOSITORY="+releaseOf, "REF="+ref,
		"RUNNER_OS="+system, "RUNNER_ARCH="+arch, "RUNNER_TEMP="+temp, "GITHUB_PATH="+filepath.Join(temp, "path"), "GITHUB_OUTPUT="+filepath.Join(temp, "output"))
	out, err := cmd.CombinedOutput()
	if why != "" {
		if err == nil || !strings.Contains(string(out), "::error::") || !strings.Contains(string(out), why) {
			t.Errorf("%s: %v, %s", ref, err, out)
		}
		return ""
	}
	if err != nil {
		t.Fatalf("%s: %v\n%s", ref, err, out)
	}
	dir := strings.TrimSpace(read(t, filepath.Join(temp, "path")))
	if said := read(t, filepath.Join(temp, "output")); said != "path="+path.Join(dir, "dossier")+"\nversion="+releaseVersion+"\n" {
		t.Error(said)
	}
	return dir
}

// workflow does what a workflow does in its run steps, in the folder of a repository and
// with the program in bin on the path, and gives what was said.
func workflow(t *testing.T, file, dir, bin string) string {
	t.Helper()
	var w struct {
		Jobs map[string]struct {
			Steps []struct {
				Run string
				Env map[string]string
			}
		}
	}
	if err := yaml.Unmarshal([]byte(read(t, file)), &w); err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	for _, job := range w.Jobs {
		for _, step := range job.Steps {
			if step.Run == "" {
				continue
			}
			cmd := exec.Command("bash", "-e", "-o", "pipefail", "-c", step.Run)
			cmd.Dir = dir
			cmd.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"), "GITHUB_ACTIONS=true", "GOFLAGS=-trimpath")
			for key, value := range step.Env {
				cmd.Env = append(cmd.Env, key+"="+strings.ReplaceAll(value, "${{ steps.pages.outputs.base_url }}", "https://ann.github.io/press"))
			}
			out, err := cmd.CombinedOutput()
			said.Write(out)
			if err != nil {
				t.Errorf("%s: %s: %v\n%s", file, step.Run, err, out)
			}
		}
	}
	return said.String()
}
