package pipeline

import (
	"context"
	"path"
	"slices"
	"sync"

	"dossier/generator/content"
	"dossier/generator/diag"
	"dossier/generator/emit"
	"dossier/generator/link"
	"dossier/generator/publish"
)

// Session builds one dossier again and again while its sources change. It
// remembers what it has read and found, so that a build costs about as much as
// what changed; the site is the one that a build from nothing gives. It is for
// one goroutine.
type Session struct {
	phases *phases
	kept   *emit.Kept
	missed bool // the build before failed, and what had changed then may still be unseen

	all, shown diag.List // the faults that were told last, with the hidden warnings and without
	failed     bool      // they stopped publication
}

// NewSession begins a session. Nothing is published: Target, Out, Verify and
// Check of the configuration are not used.
func NewSession(cfg Config) *Session {
	cfg = cfg.rooted()
	reader := content.NewReader(folder(cfg.Source, cfg.Content))
	return &Session{kept: &emit.Kept{}, phases: &phases{cfg: cfg, read: reader.Read, resolver: link.NewResolver(), again: true}}
}

// Preview is a site whose files are made when they are asked for.
type Preview struct {
	Result
	files func() (map[string]publish.Output, error)
}

// File gives the function that makes the bytes of a file, named from the
// site's root with slashes; ok is false when the site has no such file. Both
// may be called by several goroutines.
func (p *Preview) File(name string) (render func() ([]byte, error), ok bool) {
	files, err := p.files()
	if err != nil {
		return func() ([]byte, error) { return nil, err }, true
	}
	o, ok := files[name]
	if !ok {
		o, ok = inFolder(files, name)
	}
	return func() ([]byte, error) { return o.Render(nil) }, ok
}

// Build makes the site anew, given the files and folders below Content and
// Layouts that may have changed since the build before, named as these are;
// nil means that anything may have. The diagnostics and the error are those of
// Run, and where nothing has changed the list is the same one; with faults that stop
// publication OK is false, there are no files, and the faults that an editor is shown
// first have the lines that they speak of.
//
// Until the layouts have made every page once without a fault, each build makes
// all of them. After that a page is made when it is asked for, and what is at
// fault then is its error.
func (s *Session) Build(ctx context.Context, changed []string) (*Preview, diag.List, error) {
	if s.missed {
		changed = nil
	}
	p, faults, err := s.phases.run(ctx, changed)
	if s.missed = err != nil; s.missed {
		return nil, nil, err
	}
	site, cfg := &Preview{}, s.phases.cfg
	if s.fails(faults) {
		return site, s.withLines(faults), nil
	}
	layouts := &s.phases.layouts
	set := layouts.set
	all := sync.OnceValues(func() ([]publish.Output, error) { return outputs(p, set, s.kept) })
	if !layouts.tried {
		before := len(faults)
		faults, err = try(ctx, all, cfg.Jobs, faults)
		if s.missed = err != nil; s.missed {
			return nil, nil, err
		}
		layouts.tried = len(faults) == before
	}
	if s.fails(faults) {
		return site, s.withLines(faults), nil
	}
	site.Result = resultOf(p)
	site.files = sync.OnceValues(func() (map[string]publish.Output, error) { return byPath(all()) })
	return site, s.told(faults), nil
}

// told are the faults less the hidden warnings: the same list for as long as it is of the
// same faults.
func (s *Session) told(faults diag.List) diag.List {
	if s.all == nil || !s.all.Is(faults) {
		s.all, s.shown, s.failed = faults, s.phases.cfg.shown(faults), s.phases.cfg.fails(faults)
	}
	return s.shown
}

// fails reports whether faults stop publication.
func (s *Session) fails(faults diag.List) bool {
	s.told(faults)
	return s.failed
}

// withLines are the faults of a build that failed, the first of those that an editor sees
// with the lines that they speak of.
func (s *Session) withLines(faults diag.List) diag.List {
	faults = slices.Clone(s.told(faults))
	only, left := faults.HasErrors(), diag.MostOnAPage
	for i := range faults {
		if d := &faults[i]; left > 0 && (!only || d.Severity() == diag.Error) {
			excerpts(s.phases.cfg.Source, faults[i:i+1])
			left--
		}
	}
	return faults
}

// try makes every file of a site, for the faults of its layouts.
func try(ctx context.Context, all func() ([]publish.Output, error), jobs int, faults diag.List) (diag.List, error) {
	made, err := all()
	if err == nil {
		err = publish.Try(ctx, made, jobs)
	}
	return withFault(faults, err)
}

// inFolder finds an output of a folder whose files are not known before they are
// asked for.
func inFolder(files map[string]publish.Output, name string) (publish.Output, bool) {
	folder := files[path.Dir(name)+"/"]
	if folder.Files == nil {
		return folder, false
	}
	of := folder.Files() // it remembers them
	at := slices.IndexFunc(of, func(o publish.Output) bool { return o.Path == name })
	if at < 0 {
		return folder, false
	}
	return of[at], true
}

// byPath files a site's outputs under their paths.
func byPath(all []publish.Output, err error) (map[string]publish.Output, error) {
	if err != nil {
		return nil, err
	}
	files := make(map[string]publish.Output, len(all))
	for _, o := range all {
		if o.Files != nil {
			o.Files = sync.OnceValue(o.Files)
		}
		files[o.Path] = o
	}
	return files, nil
}
