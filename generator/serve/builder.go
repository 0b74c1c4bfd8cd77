package serve

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"dossier/generator/diag"
)

// named is how many changed files a line names.
const named = 3

// builder runs builds one after another, reports them and records what they
// give.
type builder struct {
	build  Build
	log    io.Writer
	report func(diag.List)
	state  *state
}

// first makes the first build. Its error is the environment's.
func (b *builder) first(ctx context.Context) error {
	site, err := b.build(ctx, nil)
	if ctx.Err() != nil {
		return nil
	}
	if err != nil {
		return err
	}
	b.record(site, site.Summary)
	return nil
}

// follow rebuilds after each signal, until ctx ends.
func (b *builder) follow(ctx context.Context, changes <-chan []string) {
	for {
		select {
		case <-ctx.Done():
			return
		case changed := <-changes:
			b.again(ctx, changed)
		}
	}
}

// again makes a build after the first. What it says of a site is true: that is
// served by then.
func (b *builder) again(ctx context.Context, changed []string) {
	start := time.Now()
	site, err := b.build(ctx, changed)
	elapsed := time.Since(start)
	switch {
	case ctx.Err() != nil:
	case err != nil:
		b.state.fail(failure{Problem: diag.Words(err.Error())})
		b.say("not rebuilt: %v", err)
	default:
		b.record(site, fmt.Sprintf("rebuilt in %d ms: %s", elapsed.Milliseconds(), changedWords(changed)))
	}
}

// record makes what a build gave the current state, and prints its diagnostics
// and, of a good one, first some words.
func (b *builder) record(site Site, words string) {
	bad := ""
	if site.OK {
		b.state.succeed(site.Files)
		if words != "" {
			b.say("%s", words)
		}
	} else {
		bad = b.state.fail(newFailure(site.Diagnostics)).Title
	}
	if len(site.Diagnostics) > 0 {
		b.report(site.Diagnostics)
	}
	if bad != "" {
		b.say("%s", bad)
	}
}

// say prints a line; serving goes on when that fails.
func (b *builder) say(format string, args ...any) { _ = diag.Say(b.log, format, args...) }

// changedWords says how many sources changed, and names the first of them.
func changedWords(paths []string) string {
	first := filepath.ToSlash(strings.Join(paths[:min(len(paths), named)], ", "))
	switch n := len(paths); {
	case n == 0:
		return "everything was read anew"
	case n == 1:
		return "1 file changed (" + first + ")"
	case n <= named:
		return fmt.Sprintf("%d files changed (%s)", n, first)
	default:
		return fmt.Sprintf("%d files changed (%s, …)", n, first)
	}
}
