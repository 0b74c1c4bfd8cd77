package pipeline

import (
	"cmp"
	"context"
	"io"
	"slices"

	"dossier/generator/archive"
	"dossier/generator/diag"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/publish"
)

// Made is a site that is made, to be taken away in one file.
type Made struct {
	Articles, Languages []string // ids of the articles, newest first; the first language is the default edition's

	plan *plan.Plan
	all  []publish.Output // by path
}

// Make makes a site as Run does, and publishes nothing: Target, Out, Verify and Check of
// the configuration are not used. The diagnostics and the error are those of Run; with
// faults that stop publication the site is nil.
func Make(ctx context.Context, cfg Config) (*Made, diag.List, error) {
	cfg = cfg.rooted()
	ph := once(cfg)
	p, faults, err := ph.run(ctx, nil)
	if err != nil {
		return nil, nil, err
	}
	if cfg.fails(faults) {
		return nil, cfg.shown(faults), nil
	}
	all, err := outputs(p, ph.layouts.set, nil)
	if err == nil {
		all = publish.Flat(all)
		err = publish.Try(ctx, all, cfg.Jobs) // for the faults of layouts
	}
	if faults, err = withFault(faults, err); err != nil {
		return nil, nil, err
	}
	faults = cfg.shown(faults)
	if cfg.fails(faults) {
		return nil, faults, nil
	}
	slices.SortFunc(all, func(a, b publish.Output) int { return cmp.Compare(a.Path, b.Path) })
	m := &Made{plan: p, all: all, Languages: p.Site.Settings.Languages}
	for _, a := range p.Site.Articles {
		m.Articles = append(m.Articles, a.Key.ID())
	}
	return m, faults, nil
}

// Zip writes all files of the site, in a folder, as a zip that is the same for the same
// site, and gives how many there are.
func (m *Made) Zip(ctx context.Context, to io.Writer, folder string) (files int, err error) {
	w := archive.New(to)
	var buf []byte
	for _, o := range m.all {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		if buf, err = o.Render(buf[:0]); err != nil {
			return 0, err
		}
		if err := w.Pack(folder+"/"+o.Path, buf); err != nil {
			return 0, err
		}
	}
	return len(m.all), w.Close()
}

// Book writes an article as a book in an edition: the file that the site has. It panics
// when Articles or Languages has it not.
func (m *Made) Book(to io.Writer, article, language string) error {
	at := slices.IndexFunc(m.plan.Editions, func(e plan.Edition) bool { return e.Lang == language })
	path := m.plan.Editions[at].Book(model.Key(model.Articles + "/" + article))
	for _, o := range m.all {
		if o.Path == path {
			body, err := o.Render(nil)
			if err == nil {
				_, err = to.Write(body)
			}
			return err
		}
	}
	panic("pipeline: there is no " + path)
}
