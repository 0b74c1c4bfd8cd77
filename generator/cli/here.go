package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"os/exec"
	"path"
	"slices"
	"strings"

	"github.com/spf13/afero"
)

// Every file that is about the first dossier and not in its content has a name that
// begins so, wherever it lies: its tests, what they ask and expect, its picture.
const firstDossier = "first_dossier"

// replace puts the skeleton in the place of the dossier that this repository began
// with, and all that is about that one goes with it. The program, its layouts and
// workflows stay. What it does is staged and not committed, in a repository without
// other changes: so one git checkout takes it back.
func (i *initCommand) replace(c *call) error {
	if source, err := afero.Exists(c.fs, "generator/cli/skeleton/README.md"); err != nil {
		return err
	} else if !source {
		return usageError{errors.New("--here is for the root of a copy of the program's repository; elsewhere, name a folder: dossier init DIR")}
	}
	changed, err := git(c.ctx, "status", "--porcelain")
	if err != nil {
		return usageError{fmt.Errorf("--here needs a git repository, to be undone with (git init, git add -A, git commit): %w", err)}
	}
	if changed != "" {
		first, _, _ := strings.Cut(changed, "\n")
		return usageError{fmt.Errorf("there are changes that are not committed (%s): commit or stash them first, so that one git checkout can undo what --here does", strings.TrimSpace(first))}
	}
	tracked, err := git(c.ctx, "ls-files", "-z")
	if err != nil {
		return err
	}
	gone := ofFirstDossier(strings.Split(strings.TrimSuffix(tracked, "\x00"), "\x00"))
	if _, err := git(c.ctx, append([]string{"rm", "-r", "-q", "--"}, gone...)...); err != nil {
		return err
	}
	files := newDossierHere()
	if i.License != "none" {
		files["LICENSE-CONTENT"] = statement(i.License)
	}
	names := slices.Sorted(maps.Keys(files))
	for _, name := range names {
		if err := write(c.fs, name, files[name]); err != nil {
			return err
		}
	}
	if _, err := git(c.ctx, append([]string{"add", "--"}, names...)...); err != nil {
		return err
	}
	say(c.stdout, "Put a new dossier (%s) in the place of the first one; git checkout -f takes it back. Next: make, then git add -A and git commit; README.md says how to go on", count(len(names), "file"))
	return nil
}

// ofFirstDossier are those of a repository's files that go with the first dossier:
// what git can be told in a few words, folders before files.
func ofFirstDossier(tracked []string) []string {
	var gone []string
	for _, name := range tracked {
		folder, _, _ := strings.Cut(name, "/")
		switch {
		case folder == "content" || folder == "public":
			if !slices.Contains(gone, folder) {
				gone = append(gone, folder)
			}
		case name == "LICENSE-CONTENT" || strings.HasPrefix(path.Base(name), firstDossier):
			gone = append(gone, name)
		}
	}
	return gone
}

// newDossierHere gives the files of a new dossier beside the program's source, where
// the Makefile and the workflows are the program's.
func newDossierHere() map[string]string {
	files := map[string]string{}
	for name, text := range newDossier(nil) {
		if strings.HasPrefix(name, "content/") || name == "README.md" {
			files[name] = strings.ReplaceAll(text, "dossier new ", "go run ./generator new ")
		}
	}
	files["README.md"] = strings.NewReplacer(wayToProgram(nil), wayHere, "`check.yml`", "`test.yml`").Replace(files["README.md"])
	return files
}

const wayHere = "You need [Go](https://go.dev/dl/) 1.26 and `make`: the program is here, too, in `generator/`. Where `dossier` stands below, write\n" +
	"`go run ./generator`. [CONTRIBUTING.md](CONTRIBUTING.md) and [ARCHITECTURE.md](ARCHITECTURE.md) are about it, `make test` runs its tests.\n"

// git runs git here and gives what it says.
func git(ctx context.Context, args ...string) (string, error) {
	var stdout, stderr bytes.Buffer
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		said, _, _ := strings.Cut(strings.TrimSpace(stderr.String()), "\n")
		return "", fmt.Errorf("git %s: %w: %s", args[0], err, said)
	}
	return stdout.String(), nil
}
