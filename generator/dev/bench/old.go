package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// oldCommit is the build that budgets compare with (section 7 of the design). The flag -old names another.
const oldCommit = "7e84177"

// errNoOld says that there is no old build to compare with. The rest can be measured without it.
var errNoOld = errors.New("nothing to compare with")

// worktree checks a commit of the repository at repo out into dir, which must not be there yet. The repository remembers
// a worktree until remove is called, which also works when ctx is done. A commit that the repository does not have gives
// an error that is errNoOld.
func worktree(ctx context.Context, repo, commit, dir string) (remove func() error, err error) {
	if _, err := git(ctx, repo, "rev-parse", "--verify", "--quiet", "--end-of-options", commit+"^{commit}"); err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, fmt.Errorf("%w: %s", errNoOld, whyMissing(ctx, repo, commit))
	}
	remove = func() error {
		ctx := context.WithoutCancel(ctx)
		_, err := git(ctx, repo, "worktree", "remove", "--force", dir)
		if err == nil {
			return nil
		}
		// It was not made whole: what there is of it goes, and then git forgets what is not there.
		err = os.RemoveAll(dir)
		_, pruned := git(ctx, repo, "worktree", "prune")
		return errors.Join(err, pruned)
	}
	if _, err := git(ctx, repo, "worktree", "add", "--quiet", "--detach", dir, commit); err != nil {
		return nil, errors.Join(fmt.Errorf("check out %s: %w", commit, err), remove())
	}
	return remove, nil
}

// whyMissing tells why a commit is not at hand, and what would bring it.
func whyMissing(ctx context.Context, repo, commit string) string {
	shallow, err := git(ctx, repo, "rev-parse", "--is-shallow-repository")
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return "there is no git on the path"
	case err != nil:
		return "this folder has no git repository, as when it was unpacked from an archive"
	case shallow == "true":
		return "the history of this clone is cut off before commit " + commit + "; git fetch --unshallow brings the rest"
	default:
		return "this repository has no commit " + commit
	}
}

// git runs git in a repository and gives what it prints, without white space around it.
func git(ctx context.Context, repo string, args ...string) (string, error) {
	out, err := exec.CommandContext(ctx, "git", append([]string{"-C", repo}, args...)...).Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		err = fmt.Errorf("git %s: %w: %s", args[0], err, strings.TrimSpace(string(exit.Stderr)))
	}
	return strings.TrimSpace(string(out)), err
}

// buildOld makes the program of another commit, in tmp.
func buildOld(ctx context.Context, tmp, commit string) (err error) {
	tree := filepath.Join(tmp, "tree")
	remove, err := worktree(ctx, ".", commit, tree)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, remove()) }()
	return goBuild(ctx, tree, program(tmp, "old"), "./generator")
}

// goBuild makes a program of the package in a folder, without C as releases are.
func goBuild(ctx context.Context, dir, to, pkg string) error {
	cmd := exec.CommandContext(ctx, "go", "build", "-buildvcs=false", "-o", to, pkg)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("build %s: %w\n%s", strings.TrimSuffix(filepath.Base(to), ".exe"), err, out)
	}
	return nil
}
