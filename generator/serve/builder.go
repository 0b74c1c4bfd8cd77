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

// maxNamed is how many changed files a line names.
const maxNamed = 3

// builder runs builds one after another, reports each, and makes its result
// the current state.
type builder struct {
	build  Build
	log    io.Writer
	report func(diag.List)
	state  *state
	told   diag.List // of the last build
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

// again makes a build after the first. It reports a new site only once that is
// served.
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

// record makes the result of a build the current state and prints its
// diagnostics; of a good build it first prints words.
func (b *builder) record(site Site, words string) {
	failed := ""
	if site.OK {
		b.state.succeed(site.Files)
		if words != "" {
			b.say("%s", words)
		}
	} else {
		failed = b.state.fail(newFailure(site.Diagnostics)).Title
	}
	if news := b.news(site.Diagnostics); len(news) > 0 {
		b.report(news)
	}
	if failed != "" {
		b.say("%s", failed)
	}
}

// news are the errors, and the warnings that were not told of the build before.
func (b *builder) news(all diag.List) diag.List {
	news := all.Since(b.told)
	if !all.Is(b.told) && all.HasErrors() {
		news = diag.Merged(all.Errors(), news)
	}
	b.told = all
	return news
}

// say prints a line. A log that cannot be written to does not end the serving.
func (b *builder) say(format string, args ...any) { _ = diag.Say(b.log, format, args...) }

// changedWords says how many sources changed, and names the first of them.
func changedWords(paths []string) string {
	first := filepath.ToSlash(strings.Join(paths[:min(len(paths), maxNamed)], ", "))
	switch n := len(paths); {
	case n == 0:
		return "everything was read anew"
	case n == 1:
		return "1 file changed (" + first + ")"
	case n <= maxNamed:
		return fmt.Sprintf("%d files changed (%s)", n, first)
	default:
		return fmt.Sprintf("%d files changed (%s, …)", n, first)
	}
}
