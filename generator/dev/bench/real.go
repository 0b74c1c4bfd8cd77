package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// realQuestions are what readers ask of the dossier in content/: names, words, a time, a slip.
var realQuestions = []string{"CSTO", "border guards", "observers and partners", "Kyrgyzstan", "November 2019", "terorism"}

// realDossier measures clean builds of the dossier in content/, its search and its pages. Where there is none, it says so.
func (b *bench) realDossier(ctx context.Context) (err error) {
	if _, err := os.Stat(filepath.Join("content", "index.md")); errors.Is(err, fs.ErrNotExist) {
		_, err := fmt.Fprintln(b.w, "\nThere is no dossier in content/.")
		return err
	}
	at := filepath.Join(b.tmp, "real")
	// A copy: builds beside the content would take the place of what the author's last build left in .cache.
	if err := os.CopyFS(filepath.Join(at, "content"), os.DirFS("content")); err != nil {
		return err
	}
	out := filepath.Join(at, "out")
	m := &measured{rounds: b.realRounds(), clean: &contender{
		name: "the real dossier", dir: at, out: out, args: []string{program(b.tmp, "dossier"), "build", "--quiet", "--content", filepath.Join(at, "content"), "--out", out},
	}}
	if err := interleave(ctx, m.groups(), m.rounds); err != nil {
		return err
	}
	cpu, wall := m.clean.of(cpuOf), m.clean.of(wallOf)
	fmt.Fprintf(b.w, "\nThe real dossier, clean, %s: CPU %.2f s (%.2f–%.2f), wall %.2f s (%.2f–%.2f), peak %s MB, %d files of %.1f MB.\n", counted(m.rounds),
		cpu.median, cpu.least, cpu.most, wall.median, wall.least, wall.most, m.clean.megabytes(), m.clean.files, float64(m.clean.bytes)/1e6)
	if m.weights, err = weigh(out); err != nil {
		return err
	}
	if b.search {
		m.answers, err = measureSearch(ctx, b.w, out, "The real dossier", realQuestions)
	}
	b.dossier = m
	return err
}

// realRounds is how often the real dossier is built: it is small, so as often as the most for any size.
func (b *bench) realRounds() int {
	most := 1
	for _, s := range b.sizes {
		most = max(most, s.rounds)
	}
	return most
}

// testTimes are how long the project's tests take; 0 where that was not measured.
type testTimes struct{ all, short time.Duration }

// timeTests runs the tests that need no browser and no other programs, and all of them as -short has them.
func (b *bench) timeTests(ctx context.Context) (err error) {
	list, err := exec.CommandContext(ctx, "go", "list", "./...").Output()
	if err != nil {
		return fmt.Errorf("go list: %w", err)
	}
	var plain []string
	for _, pkg := range strings.Fields(string(list)) {
		if !strings.HasSuffix(pkg, "/browser") && !strings.HasSuffix(pkg, "/editor") && !strings.HasSuffix(pkg, "/readers") {
			plain = append(plain, pkg)
		}
	}
	timed := func(args ...string) (time.Duration, error) {
		start := time.Now()
		if out, err := exec.CommandContext(ctx, "go", append([]string{"test", "-count=1"}, args...)...).CombinedOutput(); err != nil {
			return 0, fmt.Errorf("go test: %w\n%s", err, out)
		}
		return time.Since(start), nil
	}
	if b.times.all, err = timed(plain...); err != nil {
		return err
	}
	if b.times.short, err = timed("-short", "./..."); err != nil {
		return err
	}
	_, err = fmt.Fprintf(b.w, "\nThe tests without browsers and fuzzing take %.0f s, `-short` %.0f s.\n", b.times.all.Seconds(), b.times.short.Seconds())
	return err
}

// is judges one of the times.
func (testTimes) is(took time.Duration, limit float64) figure {
	if took == 0 {
		return figure{}
	}
	return atMost(limit, took.Seconds(), "%.0f s")
}
