package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"
)

// bench is one run of the command.
type bench struct {
	options
	w      io.Writer
	tmp    string // where the programs are, and the corpora
	hasOld bool

	all     []*measured // in one edition, where nothing but the programs is measured
	dossier *measured   // the one in content/; nil when it is not measured
	steps   []step
	times   testTimes
}

// measured is what was measured of one dossier. A contender is nil where it was not measured.
type measured struct {
	sections int
	what     string // beside its size
	rounds   int

	floor, hugo, twin       *contender
	clean, same, edited     *contender // dossier: from nothing, with nothing changed, with one section edited
	old, oldSame, oldEdited *contender // the same of the build to compare with

	saves, warnedSaves       spread // ms
	oldSaves, oldWarnedSaves spread
	answers                  []answer
	weights                  weights
}

// contenders are all that were measured, as the table has them.
func (m *measured) contenders() (all []*contender) {
	for _, c := range []*contender{m.floor, m.old, m.oldSame, m.oldEdited, m.clean, m.same, m.edited, m.twin, m.hugo} {
		if c != nil {
			all = append(all, c)
		}
	}
	return all
}

// groups are the contenders in the order in which a round takes them.
func (m *measured) groups() (all []group) {
	for _, of := range []group{{m.floor}, {m.old, m.oldSame, m.oldEdited}, {m.clean, m.same, m.edited}, {m.twin}, {m.hugo}} {
		var g group
		for _, c := range of {
			if c != nil {
				g = append(g, c)
			}
		}
		if len(g) > 0 {
			all = append(all, g)
		}
	}
	return all
}

// measure measures all dossiers and prints what it finds, under headings.
func (b *bench) measure(ctx context.Context) error {
	for _, part := range []struct {
		heading string
		wanted  bool
		measure func(context.Context) error
	}{
		{"By size", len(b.sizes) > 0, b.bySize},
		{"In three editions", len(b.editions) > 0, b.inEditions},
		{"On disk", b.diskDir != "", b.onDisk},
		{"The real dossier", b.real, b.realDossier},
		{"Growth", true, b.grow},
		{"Tests", b.tests, b.timeTests},
		{"Budgets", true, b.budgets},
	} {
		if !part.wanted {
			continue
		}
		if _, err := fmt.Fprintf(b.w, "\n## %s\n", part.heading); err != nil {
			return err
		}
		if err := part.measure(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (b *bench) bySize(ctx context.Context) error {
	for _, s := range b.sizes {
		m, err := b.size(ctx, s)
		if err != nil {
			return err
		}
		b.all = append(b.all, m)
	}
	return nil
}

func (b *bench) inEditions(ctx context.Context) error {
	for _, s := range b.editions {
		if err := b.cleanOnly(ctx, b.tmp, s, " in three editions", writeEditions); err != nil {
			return err
		}
	}
	return nil
}

// contend makes the contenders for a corpus in at.
func (b *bench) contend(at string, s size, what string) *measured {
	m := &measured{sections: s.sections, rounds: s.rounds, what: what}
	content, out := filepath.Join(at, "content"), filepath.Join(at, "out")
	trio := func(prog, name string) (clean, same, edited *contender) {
		site := filepath.Join(out, prog)
		args := []string{program(b.tmp, prog), "build", "--quiet", "--content", content, "--out", site}
		return &contender{name: name, dir: at, out: site, args: args, keep: prog == "dossier"},
			&contender{name: name + ", nothing changed", dir: at, out: site, args: args, again: true},
			&contender{name: name + ", one section edited", dir: at, out: site, args: args, again: true,
				edit: func(round int) (func() error, error) { return editSection(at, round) }}
	}
	m.floor = &contender{name: "floor", dir: at, out: filepath.Join(out, "floor"), args: []string{program(b.tmp, "floor"), content, filepath.Join(out, "floor")}}
	m.clean, m.same, m.edited = trio("dossier", "dossier")
	m.twin, _, _ = trio("twin", "dossier, a copy of it")
	if b.hasOld {
		m.old, m.oldSame, m.oldEdited = trio("old", "old")
	}
	return m
}

// at is the folder of a dossier below tmp, and what to do when it is measured.
func (b *bench) at(tmp string, s size, what string) (at string, done func() error) {
	at = filepath.Join(tmp, strconv.Itoa(s.sections)+what)
	return at, func() error {
		if b.keep {
			return errors.Join(os.RemoveAll(filepath.Join(at, "out")), os.RemoveAll(filepath.Join(at, "aside")))
		}
		return os.RemoveAll(at)
	}
}

// Hugo is stopped when it has taken so many times what dossier takes, though not before leastHugo.
const (
	mostHugo  = 40
	leastHugo = time.Minute
)

// size makes up a dossier, measures every program on it, and its search, and saves.
func (b *bench) size(ctx context.Context, s size) (m *measured, err error) {
	at, done := b.at(b.tmp, s, "")
	defer func() { err = errors.Join(err, done()) }()
	if err := writeCorpus(filepath.Join(at, "content"), s.sections, asWritten); err != nil {
		return nil, err
	}
	m = b.contend(at, s, "")
	if _, err := exec.LookPath("hugo"); err == nil {
		if err := writeHugo(filepath.Join(at, "hugo"), s.sections); err != nil {
			return nil, err
		}
		m.hugo = hugo(at, func() time.Duration {
			return max(leastHugo, mostHugo*time.Duration(m.clean.of(wallOf).median*float64(time.Second)))
		})
	}
	if err := interleave(ctx, m.groups(), s.rounds); err != nil {
		return nil, err
	}
	if err := tables(b.w, m); err != nil {
		return nil, err
	}
	if m.weights, err = weigh(m.clean.out); err != nil {
		return nil, err
	}
	if b.search {
		if m.answers, err = measureSearch(ctx, b.w, m.clean.out, m.title(), questions); err != nil {
			return nil, err
		}
	}
	return m, b.saved(ctx, at, m)
}

// saved measures saves while dossier serves, and while the old one does, in a dossier and in one with many warnings.
func (b *bench) saved(ctx context.Context, at string, m *measured) (err error) {
	serve := func(prog, name, what string) (took spread, err error) {
		if took, err = measureServe(ctx, program(b.tmp, prog), at); err != nil {
			return took, err
		}
		_, err = fmt.Fprintf(b.w, "\n%s%s, one saved while `%s serve` runs: %.0f ms until the page reloads (median of %d; %.0f ms to %.0f ms).\n",
			m.title(), what, name, took.median, 2*edits, took.least, took.most)
		return took, err
	}
	const warned = " and half as many warnings more"
	if m.saves, err = serve("dossier", "dossier", ""); err != nil {
		return err
	}
	if b.hasOld {
		if m.oldSaves, err = serve("old", "old", ""); err != nil {
			return err
		}
	}
	if err := writeCorpus(filepath.Join(at, "content"), m.sections, withWarnings); err != nil {
		return err
	}
	if m.warnedSaves, err = serve("dossier", "dossier", warned); err != nil || !b.hasOld {
		return err
	}
	m.oldWarnedSaves, err = serve("old", "old", warned)
	return err
}

// cleanOnly measures builds, but no search and no saves, of a dossier below tmp.
func (b *bench) cleanOnly(ctx context.Context, tmp string, s size, what string, writeTo func(dir string, n int) error) (err error) {
	at, done := b.at(tmp, s, what)
	defer func() { err = errors.Join(err, done()) }()
	if err := writeTo(filepath.Join(at, "content"), s.sections); err != nil {
		return err
	}
	m := b.contend(at, s, what)
	if err := interleave(ctx, m.groups(), s.rounds); err != nil {
		return err
	}
	return tables(b.w, m)
}

func (b *bench) onDisk(ctx context.Context) (err error) {
	tmp, err := folder(b.diskDir)
	if err != nil {
		return err
	}
	if !b.keep {
		defer func() { err = errors.Join(err, os.RemoveAll(tmp)) }()
	}
	for _, s := range b.disk {
		if err := b.cleanOnly(ctx, tmp, s, " on disk", func(dir string, n int) error { return writeCorpus(dir, n, asWritten) }); err != nil {
			return err
		}
	}
	return nil
}

// editSection adds a sentence to a section, each round to another, and gives what takes it away again.
func editSection(at string, round int) (undo func() error, err error) {
	sections, err := sectionsIn(at)
	if err != nil {
		return nil, err
	}
	file := sections[(round+1)*7919%len(sections)]
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return func() error { return save(file, text) }, save(file, append(text[:len(text):len(text)], "\nOne sentence more.\n"...))
}

func hugo(at string, limit func() time.Duration) *contender {
	out := filepath.Join(at, "out", "hugo")
	return &contender{name: "Hugo", dir: at, out: out, limit: limit, args: []string{
		"hugo", "--quiet", "--noBuildLock", "--source", filepath.Join(at, "hugo"), "--destination", out, "--cacheDir", filepath.Join(at, "out", "hugo-cache"),
	}}
}
