package pipeline

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/afero"

	"dossier/generator/check"
	"dossier/generator/content"
	"dossier/generator/diag"
	"dossier/generator/emit"
	"dossier/generator/layout"
	"dossier/generator/limits"
	"dossier/generator/link"
	"dossier/generator/model"
	"dossier/generator/parsed"
	"dossier/generator/plan"
	"dossier/generator/progress"
	"dossier/generator/publish"
	"dossier/generator/view"
	"dossier/generator/worded"
	builtin "dossier/layouts"
)

// phases are those of a build that make no output. They may run again and
// again; each time they take up what is left of the time before.
type phases struct {
	cfg      Config
	read     func(ctx context.Context, changed []string) (*model.Corpus, diag.List, error)
	resolver *link.Resolver
	again    bool  // they may run again
	last     *done // what they did the time before; nil when that is not known

	layouts layouts
}

// layouts are those that the phases loaded last.
type layouts struct {
	set       *layout.Set // nil when they must be loaded
	faults    diag.List
	languages []string
	tried     bool // every page was made with them, and none showed a fault
}

// once are phases that run a single time.
func once(cfg Config) *phases {
	source := folder(cfg.Source, cfg.Content)
	var known *parsed.Memory
	resolver := link.NewResolver()
	if cfg.earlier != nil {
		known, resolver = cfg.earlier.parsed, link.Recalling(cfg.earlier.linked)
	}
	return &phases{cfg: cfg, resolver: resolver, read: func(ctx context.Context, _ []string) (*model.Corpus, diag.List, error) {
		return content.ReadKnown(ctx, source, known)
	}}
}

// folder is a folder of a file system as one of its own. (afero takes no name for
// one in ".".)
func folder(fsys afero.Fs, dir string) afero.Fs {
	if filepath.Clean(dir) == "." {
		return fsys
	}
	return afero.NewBasePathFs(fsys, dir)
}

// run runs the phases, and gives what they find in order. Changed is what Session.Build
// takes; nobody may change the list of faults.
func (ph *phases) run(ctx context.Context, changed []string) (*plan.Plan, diag.List, error) {
	begun := ph.layouts.begin(ph.cfg)
	corpus, faults, err := ph.corpus(ctx, below(ph.cfg.Content, changed))
	if err != nil {
		if ph.layouts.set == nil {
			_, _ = begun() // nothing goes on when this is over
		}
		return nil, nil, err
	}
	if err := ph.layouts.load(begun, corpus.Settings.Languages, below(ph.cfg.Layouts, changed)); err != nil {
		return nil, nil, err
	}
	faults = suggestDates(faults, ph.layouts.set, corpus.Settings.Languages)
	progress.Phase(ctx, "Linking")
	was := ph.last
	ph.last = nil // until this is done
	d := ph.laidOver(was, corpus, faults)
	if d == nil {
		d = ph.anew(ctx, corpus, faults)
	}
	d.layouts = ph.layouts.faults
	d.tell(ph.cfg.Content, was)
	if ph.again {
		ph.last = d
	} else {
		ph.resolver = nil // it holds what was found in each text
	}
	return d.plan, d.faults, nil
}

// suggestDates completes faults of dates that are written in words of the
// dossier's languages, which know better than what was found without them.
func suggestDates(faults diag.List, set *layout.Set, languages []string) diag.List {
	if !slices.ContainsFunc(faults, func(d diag.Diagnostic) bool { return d.Unread != "" }) {
		return faults
	}
	faults = slices.Clone(faults) // a session has them, too
	left := limits.MaxDatesRead
	wordings := make([]*worded.Wording, len(languages))
	for i := range faults {
		f := &faults[i]
		if f.Unread == "" || left == 0 {
			continue
		}
		left--
		var read []string
		for j, lang := range languages {
			if wordings[j] == nil {
				wordings[j] = set.Dates(lang)
			}
			if d := wordings[j].Read(f.Unread); d != "" && !slices.Contains(read, d) {
				read = append(read, d)
			}
		}
		if len(read) > 0 {
			f.Message = fmt.Sprintf("%s; did you mean %q?", strings.TrimSuffix(f.Message, f.Hint), read[0])
			faults[:i+1].Mend(f.Unread, read[0], len(read) == 1)
		}
	}
	return faults
}

// checked are the faults that editorial rules find, side by side.
func checked(p *plan.Plan, rules []check.Rule) diag.List {
	found := make([]diag.List, len(rules))
	var wg sync.WaitGroup
	for i, rule := range rules {
		wg.Go(func() { found[i] = rule(p) })
	}
	wg.Wait()
	return slices.Concat(found...)
}

// corpus reads the content as the configuration wants it.
func (ph *phases) corpus(ctx context.Context, changed []string) (*model.Corpus, diag.List, error) {
	if info, err := ph.cfg.Source.Stat(ph.cfg.Content); err != nil {
		return nil, nil, fmt.Errorf("content folder: %w", err)
	} else if !info.IsDir() {
		return nil, nil, fmt.Errorf("content folder: %s is not a folder", ph.cfg.Content)
	}
	progress.Phase(ctx, "Reading")
	corpus, faults, err := ph.read(ctx, changed)
	if err != nil {
		return nil, nil, err
	}
	if !ph.cfg.Drafts {
		corpus = corpus.WithoutDrafts()
	}
	if ph.cfg.BaseURL != "" {
		own := *corpus
		own.Settings.BaseURL = ph.cfg.BaseURL
		corpus = &own
	}
	return corpus, faults, nil
}

// begin gives what begins to load the layouts. It is at work at once, while the content
// is read, where there are none yet: it takes one processor a tenth of the time that a
// dossier of some hundred pages takes.
func (l *layouts) begin(cfg Config) func() (*layout.Begun, error) {
	begun := sync.OnceValues(func() (*layout.Begun, error) {
		files, err := layoutFiles(cfg)
		if err != nil {
			return nil, err
		}
		return layout.Begin(files, filepath.ToSlash(cfg.Layouts), view.Templates())
	})
	if l.set == nil {
		go begun()
	}
	return begun
}

// load loads the layouts, unless those of the time before will do.
func (l *layouts) load(begun func() (*layout.Begun, error), languages, changed []string) error {
	if l.set != nil && changed != nil && len(changed) == 0 && slices.Equal(languages, l.languages) {
		return nil
	}
	l.set, l.tried = nil, false
	b, err := begun()
	if err != nil {
		return err
	}
	l.set, l.faults, err = b.In(builtin.FS, languages)
	l.languages = languages
	return err
}

// below are those of some paths that lie in a folder, named from there, with
// slashes; nil, which means all of it, when it is itself among them or the
// paths are nil.
func below(folder string, paths []string) []string {
	if paths == nil {
		return nil
	}
	names := []string{}
	for _, p := range paths {
		rel, err := filepath.Rel(folder, p)
		switch {
		case err == nil && rel == ".":
			return nil
		case err == nil && filepath.IsLocal(rel):
			names = append(names, filepath.ToSlash(rel))
		}
	}
	return names
}

// outputs are the files of every format; kept is for a session.
func outputs(p *plan.Plan, set *layout.Set, kept *emit.Kept) ([]publish.Output, error) {
	var all []publish.Output
	for _, emitter := range emit.All(kept) {
		out, err := emitter(p, set)
		if err != nil {
			return nil, err
		}
		all = append(all, out...)
	}
	return all, nil
}

// within makes addresses below the content folder relative to the working
// directory.
func within(dir string, faults diag.List) diag.List {
	faults = slices.Clone(faults)
	before, now := "", fileIn(dir, "")
	for i := range faults {
		f := &faults[i]
		if i == 0 || f.File != before { // they often come by file
			before, now = f.File, fileIn(dir, f.File)
		}
		f.File = now
	}
	return faults
}

// fileIn names a file below the content folder from the working directory.
func fileIn(dir, file string) string {
	return strings.TrimPrefix(filepath.ToSlash(dir)+"/"+file, "./")
}
