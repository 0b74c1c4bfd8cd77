package serve

import (
	"context"
	"fmt"
	"io"
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
	if site.Summary != "" {
		fmt.Fprintln(b.log, site.Summary)
	}
	b.record(site)
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

// again makes a build after the first.
func (b *builder) again(ctx context.Context, changed []string) {
	start := time.Now()
	site, err := b.build(ctx, changed)
	elapsed := time.Since(start)
	switch {
	case ctx.Err() != nil:
	case err != nil:
		fmt.Fprintf(b.log, "not rebuilt: %v\n", err)
		b.state.fail(failure{Problem: err.Error()})
	default:
		if site.OK {
			fmt.Fprintf(b.log, "rebuilt in %d ms: %s\n", elapsed.Milliseconds(), changedWords(changed))
		}
		b.record(site)
	}
}

// record prints the diagnostics of a build and makes it the current one.
func (b *builder) record(site Site) {
	if len(site.Diagnostics) > 0 {
		b.report(site.Diagnostics)
	}
	if site.OK {
		b.state.succeed(site.Files)
		return
	}
	f := b.state.fail(newFailure(site.Diagnostics))
	fmt.Fprintln(b.log, f.Title)
}

// changedWords says how many sources changed, and names the first of them.
func changedWords(paths []string) string {
	switch n := len(paths); {
	case n == 0:
		return "everything was read anew"
	case n == 1:
		return "1 file changed (" + paths[0] + ")"
	case n <= named:
		return fmt.Sprintf("%d files changed (%s)", n, strings.Join(paths, ", "))
	default:
		return fmt.Sprintf("%d files changed (%s, …)", n, strings.Join(paths[:named], ", "))
	}
}
