package cli

import (
	"context"
	"errors"

	"dossier/generator/diag"
	"dossier/generator/pipeline"
	"dossier/generator/serve"
)

type serveCommand struct {
	buildFlags
	Addr string `help:"Address of this machine to serve on." default:"127.0.0.1:1313" placeholder:"HOST:PORT"`
}

// Run serves pages that are made when they are asked for; the output folder is
// not touched.
func (s *serveCommand) Run(c *call) error {
	cfg, err := s.config(c)
	if err != nil {
		return err
	}
	if cfg.BaseURL == "" {
		cfg.BaseURL = "http://" + s.Addr + "/" // 404.html is shown at any address
	}
	session := pipeline.NewSession(cfg)
	err = serve.Run(c.ctx, serve.Config{
		Addr: s.Addr, Watch: []string{cfg.Content, cfg.Layouts}, Log: s.said(c),
		Report: func(faults diag.List) { _ = s.print(s.faultsTo(c), faults) }, // like Log's, its failure stops nothing
	}, func(ctx context.Context, changed []string) (serve.Site, error) {
		site, faults, err := session.Build(ctx, changed)
		if err != nil {
			return serve.Site{}, explain(err, s.Content)
		}
		return serve.Site{Files: site.File, OK: site.OK, Diagnostics: faults, Summary: pagesOf(site)}, nil
	})
	if errors.Is(err, serve.ErrAddr) {
		return usageError{err}
	}
	return err
}

// pagesOf says what there is to see.
func pagesOf(site *pipeline.Preview) string {
	return count(site.Editions, "edition") + ", " + count(site.Pages, "page")
}
