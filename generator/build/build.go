// Package build is the pipeline: read → resolve → plan → check → emit →
// publish, phase after phase, each handing the next a fresh value.
//
// Every fault of every phase that can still run is collected. When one of
// them is an error (or, in a strict build, a warning) nothing is published:
// the site that was there stays as it is, byte for byte.
package build

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/afero"

	"dossier/generator/check"
	"dossier/generator/content"
	"dossier/generator/diag"
	"dossier/generator/emit"
	"dossier/generator/layout"
	"dossier/generator/link"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/publish"
)

// Config says what to build, from where, to where. Paths are the system's.
type Config struct {
	Source  afero.Fs // holds Content and Layouts
	Target  afero.Fs // holds Out
	Content string
	Layouts string // laid over the built-in layouts when it exists
	Out     string
	BaseURL string // takes the place of base_url when not ""
	Drafts  bool
	Strict  bool
	Jobs    int  // how many pages are made at once; at least 1
	Verify  bool // compare Out with what the build makes, and write nothing
	Check   bool // make everything, and write and compare nothing; Target and Out are not used
}

// Result says what a build made.
type Result struct {
	Editions, Pages int
	Files           publish.Result
	Differences     []publish.Difference // found by a build that verifies
	OK              bool                 // false: there are faults and nothing was published
}

// GuardError says that the output folder is not one to publish to.
type GuardError = publish.GuardError

// Guard refuses an output folder whose pruning could reach the content, the
// user's home folder or the root of the disk. The error is a *GuardError or
// the environment's.
func Guard(cfg Config, home string) error { return publish.Guard(cfg.Out, cfg.Content, home) }

// Run builds the site. The diagnostics come sorted, with addresses that begin
// with Content or Layouts and the text of the line at fault. The error is the
// environment's: nothing useful can be said to the editor.
//
// The output folder is locked before the content is read, so that of two
// builds the one that publishes last is the one that read last.
func Run(ctx context.Context, cfg Config) (Result, diag.List, error) {
	if !cfg.Verify && !cfg.Check {
		unlock, err := publish.Lock(ctx, cfg.Target, cfg.Out)
		if err != nil {
			return Result{}, nil, err
		}
		defer unlock()
	}
	p, set, faults, err := prepare(ctx, cfg)
	if err != nil {
		return Result{}, nil, err
	}
	res := Result{}
	if !cfg.fails(faults) {
		res, err = cfg.publish(ctx, p, set)
		var fault *layout.FaultError
		if errors.As(err, &fault) {
			faults, err = append(faults, fault.Diagnostic), nil
		}
		if err != nil {
			return Result{}, nil, err
		}
	}
	faults = faults.Sorted()
	excerpts(cfg.Source, faults)
	return res, faults, nil
}

// Outline is what is needed to know of a content folder to add to it.
type Outline struct {
	Languages []string          // the first is the default edition's
	Kinds     []string          // ids of the kinds declared or there anyway
	Published map[string]string // by id of an article: its EDTF date, or ""

	// What a translation records of its original, by the original's file
	// below the content folder.
	Fingerprints map[string]string
}

// Describe outlines a content folder.
func Describe(ctx context.Context, cfg Config) (Outline, error) {
	corpus, _, err := read(ctx, cfg)
	if err != nil {
		return Outline{}, err
	}
	out := Outline{Languages: corpus.Settings.Languages, Published: map[string]string{}, Fingerprints: map[string]string{}}
	for _, k := range corpus.Kinds {
		out.Kinds = append(out.Kinds, k.ID)
	}
	for _, a := range corpus.Articles {
		out.Published[a.Key.ID()] = a.Published.String()
	}
	for _, d := range corpus.Docs() {
		out.Fingerprints[d.File] = strings.Join(d.Texts[corpus.Settings.Default()].Fingerprint(), " ")
	}
	return out, nil
}

// read reads the content folder.
func read(ctx context.Context, cfg Config) (*model.Corpus, diag.List, error) {
	if info, err := cfg.Source.Stat(cfg.Content); err != nil {
		return nil, nil, fmt.Errorf("content folder: %w", err)
	} else if !info.IsDir() {
		return nil, nil, fmt.Errorf("content folder: %s is not a folder", cfg.Content)
	}
	return content.Read(ctx, afero.NewBasePathFs(cfg.Source, cfg.Content))
}

// fails reports whether faults stop publication.
func (cfg Config) fails(faults diag.List) bool {
	return faults.HasErrors() || cfg.Strict && len(faults) > 0
}

// prepare runs the phases that make no output.
func prepare(ctx context.Context, cfg Config) (*plan.Plan, *layout.Set, diag.List, error) {
	corpus, faults, err := read(ctx, cfg)
	if err != nil {
		return nil, nil, nil, err
	}
	if cfg.BaseURL != "" {
		corpus.Settings.BaseURL = cfg.BaseURL
	}
	if !cfg.Drafts {
		corpus = corpus.WithoutDrafts()
	}
	files, err := layoutFiles(cfg)
	if err != nil {
		return nil, nil, nil, err
	}
	set, layoutFaults, err := layout.Load(files, filepath.ToSlash(cfg.Layouts), corpus.Settings.Languages)
	if err != nil {
		return nil, nil, nil, err
	}
	p, found := resolve(corpus)
	faults = within(cfg.Content, append(faults, found...))
	return p, set, append(faults, layoutFaults...), nil
}

// resolve runs the phases between reading and emitting.
func resolve(corpus *model.Corpus) (*plan.Plan, diag.List) {
	site, faults := link.Resolve(corpus)
	p, found := plan.New(site)
	faults = append(faults, found...)
	for _, rule := range check.Rules() {
		faults = append(faults, rule(p)...)
	}
	return p, faults
}

// publish emits every format and writes what changed, or compares, or only
// renders.
func (cfg Config) publish(ctx context.Context, p *plan.Plan, set *layout.Set) (Result, error) {
	var outputs []publish.Output
	for _, emitter := range emit.All() {
		out, err := emitter(p, set)
		if err != nil {
			return Result{}, err
		}
		outputs = append(outputs, out...)
	}
	res := Result{Editions: len(p.Editions), Pages: len(p.Pages), OK: true}
	var err error
	switch {
	case cfg.Check:
		err = publish.Try(ctx, outputs, cfg.Jobs)
	case cfg.Verify:
		res.Differences, err = publish.Verify(ctx, cfg.Target, cfg.Out, outputs, cfg.Jobs)
	default:
		res.Files, err = publish.Write(ctx, cfg.Target, cfg.Out, outputs, cfg.Jobs)
	}
	if err != nil {
		return Result{}, err
	}
	return res, nil
}

// within makes addresses below the content folder relative to the working
// directory.
func within(dir string, faults diag.List) diag.List {
	for i := range faults {
		faults[i].File = filepath.ToSlash(filepath.Join(dir, faults[i].File))
	}
	return faults
}
