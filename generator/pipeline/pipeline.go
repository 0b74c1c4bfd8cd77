// Package pipeline is a build: read → resolve → plan → check → emit →
// publish, phase after phase, each handing the next a fresh value.
//
// Every fault of every phase that can still run is collected. When one of
// them is an error (or, in a strict build, a warning) nothing is published:
// the site that was there stays as it is, byte for byte.
//
// Run builds once, after it has asked its cache (package cache) whether there is
// anything to do. A Session runs the same phases (phases.go) again and again,
// and takes up what still holds.
package pipeline

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/afero"

	"dossier/generator/content/filename"
	"dossier/generator/content/iso3166"
	"dossier/generator/diag"
	"dossier/generator/emit"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/pipeline/cache"
	"dossier/generator/plan"
	"dossier/generator/progress"
	"dossier/generator/publish"
	"dossier/generator/publish/lock"
	"dossier/generator/rooted"
)

// Config says what to build, from where, to where. Paths are the system's.
type Config struct {
	Source  afero.Fs // holds Content and Layouts
	Target  afero.Fs // holds Out
	Content string
	Layouts string // files that take the place of built-in layouts; it may be missing
	Out     string
	BaseURL string // takes the place of base_url when not ""
	Drafts  bool
	Strict  bool
	Hidden  func(diag.Code) bool // which warnings are neither shown nor counted; nil for none
	Jobs    int                  // how many pages are made at once; at least 1
	Verify  bool                 // compare Out with what the build makes, and write nothing
	Replace bool                 // what the site needs takes the place of whatever is there
	Check   bool                 // make everything, and write and compare nothing; Target and Out are not used

	Cache   string        // folder of what builds remember, in Source; "" for none
	Program func() string // tells this program from every other version of it; nil, or "", for no cache

	earlier *earlier // the build that the cache knows of; nil without a cache
}

// Result says what a build made.
type Result struct {
	Editions, Pages int
	Files           publish.Result
	Differences     []publish.Difference // found by a build that verifies
	OK              bool                 // false: there are faults and nothing was published
	Unreviewed      []string             // languages whose interface words no native reader has looked at; not known of an unchanged build
}

// GuardError says that the output folder is not one to publish to.
type GuardError = publish.GuardError

// Guard refuses an output folder whose pruning could reach the content, the
// user's home folder or the root of the disk. The error is a *GuardError or
// the environment's.
func Guard(cfg Config, home string) error { return publish.Guard(cfg.Out, cfg.Content, home) }

// Run builds the site. The diagnostics come sorted, with addresses that begin
// with Content or Layouts; nobody may change the list. The error is the
// environment's: nothing useful can be said to the editor.
//
// The output folder is locked before the content is read, so that of two
// builds the one that publishes last is the one that read last.
func Run(ctx context.Context, cfg Config) (Result, diag.List, error) {
	if !cfg.Verify && !cfg.Check {
		unlock, err := lock.Acquire(ctx, cfg.Target, cfg.Out)
		if err != nil {
			return Result{}, nil, err
		}
		defer unlock()
	}
	remembered := cfg.cache()
	last := remembered.Last(ctx, cfg.Jobs)
	if last.Holds && !cfg.Replace { // which also tells what is beside the site
		if res, ok := cfg.unchanged(ctx, &last); ok {
			return res, cfg.shown(last.Faults), nil
		}
	}
	noted := cfg
	if !remembered.Is() {
		noted.Source = cfg.rooted().Source
		res, faults, err := noted.run(ctx)
		return res, cfg.shown(faults), err
	}
	inputs, values := cache.Note(cfg.rooted().Source, last), remembered.Values()
	defer values.Discard()
	noted.Source, noted.earlier = inputs, newEarlier(&last, values, cfg, inputs)
	res, faults, err := noted.run(ctx)
	if err == nil && res.OK {
		if inputs.Sure() {
			values.Save()
		}
		remembered.Remember(inputs, cache.Outcome{
			Manifest: res.Files.Manifest, Editions: res.Editions, Pages: res.Pages, Faults: faults, Outputs: noted.earlier.next(),
		})
	}
	return res, cfg.shown(faults), err
}

// cache is what builds remember of the output folder.
func (cfg Config) cache() cache.Cache {
	if cfg.Cache == "" || cfg.Program == nil || cfg.Verify || cfg.Check {
		return cache.Cache{}
	}
	return cache.New(cfg.Source, cfg.Cache, cfg.Out, func() string {
		program := cfg.Program()
		if program == "" {
			return ""
		}
		return fmt.Sprintf("%q", []any{program, cfg.Content, cfg.Layouts, cfg.BaseURL, cfg.Drafts})
	})
}

// unchanged gives the result of the build that the cache knows of, if the site is as
// that left it.
func (cfg Config) unchanged(ctx context.Context, last *cache.Last) (Result, bool) {
	files, ok := publish.Intact(ctx, cfg.Target, cfg.Out, last.Manifest, last.Still, cfg.Jobs)
	if !ok {
		return Result{}, false
	}
	if cfg.fails(last.Faults) {
		return Result{}, true
	}
	res := Result{Editions: last.Editions, Pages: last.Pages, OK: true}
	res.Files.Unchanged, res.Files.Manifest = files, last.Manifest
	return res, true
}

// rooted is the configuration with the content read inside of its folder only.
func (cfg Config) rooted() Config {
	cfg.Source = rooted.New(cfg.Source, cfg.Content)
	return cfg
}

// run builds the site, whatever was there before, and gives the hidden warnings
// too.
func (cfg Config) run(ctx context.Context) (Result, diag.List, error) {
	ph := once(cfg)
	p, faults, err := ph.run(ctx, nil)
	if err != nil {
		return Result{}, nil, err
	}
	res := Result{}
	if !cfg.fails(faults) {
		forgetRuns(p.Site.Corpus)
		res, err = cfg.publish(ctx, p, ph.layouts.set)
		if faults, err = withFault(faults, err); err != nil {
			return Result{}, nil, err
		}
	}
	res.Unreviewed = ph.layouts.set.Unreviewed()
	return res, faults, nil
}

// forgetRuns leaves out of texts what only names and links are found with: a fourteenth of
// all that is held in memory while pages are made.
func forgetRuns(c *model.Corpus) {
	for _, d := range c.Docs() {
		for _, t := range d.Texts {
			t.Body.Runs, t.Body.Links = nil, nil
		}
	}
}

// withFault makes a layout's fault, met while a page was made, one of the
// diagnostics; any other error stays one.
func withFault(faults diag.List, err error) (diag.List, error) {
	var fault *layout.FaultError
	if errors.As(err, &fault) {
		return diag.Merged(faults, diag.List{fault.Diagnostic}), nil
	}
	return faults, err
}

// Outline is what is needed to know of a content folder to add to it.
type Outline struct {
	Languages []string          // the first is the default edition's
	Kinds     []string          // ids of the kinds declared or there anyway
	Published map[string]string // by id of an article: its EDTF date, or ""

	// What a translation records of its original, by the original's file
	// below the content folder.
	Fingerprints map[string]string
	Written      map[string]string // likewise: the original's language
}

// Describe outlines a content folder.
func Describe(ctx context.Context, cfg Config) (Outline, error) {
	cfg.Drafts = true
	corpus, _, err := once(cfg.rooted()).corpus(ctx, nil)
	if err != nil {
		return Outline{}, err
	}
	out := Outline{Languages: corpus.Settings.Languages, Published: map[string]string{}, Fingerprints: map[string]string{}, Written: map[string]string{}}
	for _, k := range corpus.Kinds {
		out.Kinds = append(out.Kinds, k.ID)
	}
	for _, a := range corpus.Articles {
		out.Published[a.Key.ID()] = a.Published.String()
	}
	for _, d := range corpus.Docs() {
		out.Written[d.File] = d.Original(corpus.Settings.Default()).Lang
		out.Fingerprints[d.File] = strings.Join(d.Original(corpus.Settings.Default()).Fingerprint(), " ")
	}
	return out, nil
}

// shown are the faults less the hidden warnings.
func (cfg Config) shown(faults diag.List) diag.List {
	if cfg.Hidden == nil {
		return faults
	}
	return faults.Without(cfg.Hidden)
}

// CountryCode is the ISO 3166-1 code of the country that has a name in one of some languages, if
// only one has it and the id of its file does not say so already; else "".
func CountryCode(name, id string, languages []string) string {
	called := iso3166.Called(name, languages)
	if _, known := iso3166.Lookup(id); known || len(called) != 1 {
		return ""
	}
	for _, lang := range languages {
		if strings.EqualFold(called[0].Name(lang), name) {
			return called[0].Alpha2
		}
	}
	return "" // a former name, or of a part of the country
}

// ID makes an id of a title, or of an id; "" when it makes none that may be a
// file's name.
func ID(title string) string { return filename.Slug(title) }

// Errors are the faults that stop publication of one file, named below the
// content folder, and those that speak of it.
func Errors(ctx context.Context, cfg Config, file string) (diag.List, error) {
	cfg.Drafts = true
	_, faults, err := once(cfg.rooted()).corpus(ctx, nil)
	return slices.DeleteFunc(faults.Errors(), func(d diag.Diagnostic) bool { return d.File != file && !strings.Contains(d.Message, file) }), err
}

// fails reports whether faults stop publication.
func (cfg Config) fails(faults diag.List) bool {
	return faults.HasErrors() || cfg.Strict && len(cfg.shown(faults)) > 0
}

// publish emits every format and writes what changed, or compares, or only
// renders.
func (cfg Config) publish(ctx context.Context, p *plan.Plan, set *layout.Set) (Result, error) {
	memory, kept := &publish.Memory{}, (*emit.Kept)(nil)
	if cfg.earlier != nil {
		memory, kept = cfg.earlier.memory(p), cfg.earlier.kept
	}
	all, err := outputs(p, set, kept)
	if err != nil {
		return Result{}, err
	}
	res := resultOf(p)
	progress.Phase(ctx, "Making pages")
	switch {
	case cfg.Check:
		err = publish.Try(ctx, all, cfg.Jobs)
	case cfg.Verify:
		res.Differences, err = publish.Verify(ctx, cfg.Target, cfg.Out, all, cfg.Jobs)
	case cfg.Replace:
		res.Files, err = memory.Replace(ctx, cfg.Target, cfg.Out, all, cfg.Jobs)
	default:
		res.Files, err = memory.Write(ctx, cfg.Target, cfg.Out, all, cfg.Jobs)
	}
	if err != nil {
		return Result{}, err
	}
	return res, nil
}

func resultOf(p *plan.Plan) Result {
	return Result{Editions: len(p.Editions), Pages: len(p.Pages), OK: true}
}
