package pipeline

import (
	"cmp"
	"context"

	"dossier/generator/link"
	"dossier/generator/outlinks"
	"dossier/generator/plan"
)

// Outward is what leads out of a dossier.
type Outward struct {
	Links  []outlinks.Link // with addresses that begin with Content
	Home   string          // where the dossier is at home: its repository, else its site; "" when neither is known
	Errors int             // how many the content has: what they stand in may be missing
}

// Links lists what leads out of a content folder, whatever its faults. Of the
// configuration Source, Content and Drafts are used.
func Links(ctx context.Context, cfg Config) (Outward, error) {
	corpus, faults, err := once(cfg.rooted()).corpus(ctx, nil)
	if err != nil {
		return Outward{}, err
	}
	site, found := link.Resolve(corpus)
	faults = append(faults, found...)
	p, found := plan.New(site)
	faults = append(faults, found...)
	out := Outward{Links: outlinks.Of(p), Home: cmp.Or(site.Settings.Repository, site.Settings.BaseURL), Errors: len(faults.Errors())}
	for i := range out.Links {
		pos := &out.Links[i].Pos
		pos.File = fileIn(cfg.Content, pos.File)
	}
	return out, nil
}
