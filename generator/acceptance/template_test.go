package acceptance

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/afero"
)

// inGit makes a folder a repository with one commit.
func inGit(t *testing.T, dir string) {
	t.Helper()
	command(t, dir, "git", "init", "-q", "-b", "trunk")
	command(t, dir, "git", "add", "-A")
	commit(t, dir)
}

func commit(t *testing.T, dir string) {
	t.Helper()
	command(t, dir, "git", "-c", "user.name=Ann", "-c", "user.email=ann@example.org", "commit", "-q", "--allow-empty", "-m", "One")
}

// command runs a program in a folder and gives what it says.
func command(t *testing.T, dir, name string, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, &out, &out
	// Packages compiled in one copy serve in the next, and where there is no C compiler; no settings of this machine's git.
	cmd.Env = append(os.Environ(), "GOFLAGS=-trimpath", "CGO_ENABLED=0", "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1")
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %q: %v\n%s", name, args, err, out.String())
	}
	return out.String()
}

// TestTemplate makes another dossier of a copy of this repository, as who uses it for a
// template does: nothing of the first one is left but in words about the program, all
// packages compile, the tests that read other files of the project pass, and one git
// checkout takes it back.
func TestTemplate(t *testing.T) {
	needsBash(t)
	c := newCopy(t, nil)
	second := os.DirFS(filepath.Join(c.source, "generator", "acceptance", suezContent))
	if err := os.RemoveAll(filepath.Join(c.dir, "content")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{".ci", ".gitattributes", ".gitignore", "content"} {
		c.copy(name)
	}
	inGit(t, c.dir)
	t.Chdir(c.dir)
	here := func(args ...string) (status int, said string) {
		var out bytes.Buffer
		status = run(context.Background(), append([]string{"init", "--here"}, args...), afero.NewOsFs(), &out, &out)
		return status, out.String()
	}

	c.write("content/index.md", "changed")
	if status, said := here(); status != misused || !strings.Contains(said, "content/index.md") {
		t.Errorf("with a change that is not committed: %d, %s", status, said)
	}
	command(t, c.dir, "git", "checkout", "-f")
	if status, said := here(); status != done || !strings.Contains(said, "git checkout -f takes it back") {
		t.Fatalf("%d, %s", status, said)
	}
	if left := firstDossierIn(t, c.dir); len(left) > 0 {
		t.Errorf("what is left of the first dossier: %q", left)
	}
	command(t, c.dir, "git", "checkout", "-f")
	if changed := command(t, c.dir, "git", "status", "--porcelain"); changed != "" {
		t.Fatalf("git checkout -f does not take it back:\n%s", changed)
	}

	if status, said := here("--license", "CC-BY-4.0"); status != done {
		t.Fatalf("%d, %s", status, said)
	}
	if text := c.read("LICENSE-CONTENT"); !strings.Contains(text, "SPDX-License-Identifier: CC-BY-4.0") {
		t.Error(text)
	}
	command(t, c.dir, "make", "build")
	command(t, c.dir, "git", "add", "-A")
	commit(t, c.dir)
	command(t, c.dir, "go", "vet", "./...")
	shortNeedsNoPrograms(t, c.dir)

	// Any other content, at an address of its own.
	for _, name := range []string{"content", "public"} {
		if err := os.RemoveAll(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.CopyFS("content", second); err != nil {
		t.Fatal(err)
	}
	index := c.read("content/index.md")
	c.write("content/index.md", strings.Replace(index, "kinds:\n", "base_url: https://ana.github.io/presa/\nrepository: https://github.com/ana/presa\nbranch: trunk\nkinds:\n", 1))
	workflow(t, filepath.Join(c.dir, ".github", "workflows", "pages.yml"), c.dir, "")
	command(t, c.dir, "go", "test", "./generator", "./docs", "./layouts", "./generator/frontmatter")
	command(t, c.dir, "make", "build")
	if page := c.read("public/index.html"); !strings.Contains(page, `<link rel="canonical" href="https://ana.github.io/presa/">`) {
		t.Error("the site is not at its address")
	}
}

// shortNeedsNoPrograms runs the short tests of the packages that open browsers, editors and
// readers, as who has nothing but Go and git does, and the workflow that makes a release.
func shortNeedsNoPrograms(t *testing.T, dir string) {
	t.Helper()
	bin := t.TempDir()
	for _, name := range []string{"go", "git"} {
		program, err := exec.LookPath(name)
		if err == nil {
			program, err = filepath.EvalSymlinks(program)
		}
		if err == nil {
			err = os.Symlink(program, filepath.Join(bin, name))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	command(t, dir, "env", "PATH="+bin, "go", "test", "-short", "./generator/dev/browser", "./generator/dev/editor", "./generator/dev/readers")
}

// firstDossierIn are the files outside of content that are about the first dossier by
// their name, or read its content.
func firstDossierIn(t *testing.T, dir string) (files []string) {
	t.Helper()
	reads := regexp.MustCompile(`(\.\./){2,}content\b|buildSite\("[a-z]+", "content"`)
	err := filepath.WalkDir(filepath.Join(dir, "generator"), func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text := ""
		if strings.HasSuffix(name, "_test.go") {
			text = read(t, name)
		}
		if strings.HasPrefix(d.Name(), "first_dossier") || reads.MatchString(text) && d.Name() != "template_test.go" {
			files = append(files, name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
