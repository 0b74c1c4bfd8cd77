package main

import (
	"context"
	"errors"

	"github.com/spf13/afero"

	"dossier/generator/build"
	"dossier/generator/serve"
)

type serveCommand struct {
	buildFlags
	Addr string `help:"Address of this machine to serve on." default:"127.0.0.1:1313" placeholder:"HOST:PORT"`
}

// Run builds into memory and serves from there; the output folder is not
// touched.
func (s *serveCommand) Run(c *call) error {
	cfg, err := s.config(c)
	if err != nil {
		return err
	}
	if cfg.BaseURL == "" {
		cfg.BaseURL = "http://" + s.Addr + "/" // 404.html is shown at any address
	}
	cfg.Target, cfg.Out = afero.NewMemMapFs(), "site"
	site := afero.NewReadOnlyFs(afero.NewBasePathFs(cfg.Target, cfg.Out))
	files := func(name string) (render func() ([]byte, error), ok bool) {
		info, err := site.Stat(name)
		return func() ([]byte, error) { return afero.ReadFile(site, name) }, err == nil && !info.IsDir()
	}
	err = serve.Run(c.ctx, serve.Config{
		Addr: s.Addr, Watch: []string{cfg.Content, cfg.Layouts}, Log: c.stdout, Format: s.Format,
	}, func(ctx context.Context, _ []string) (serve.Site, error) {
		res, faults, err := build.Run(ctx, cfg)
		if err != nil {
			return serve.Site{}, explain(err, s.Content)
		}
		if s.Quiet {
			faults = faults.Errors()
		}
		return serve.Site{Files: files, OK: res.OK, Diagnostics: faults, Summary: summary(res)}, nil
	})
	if errors.Is(err, serve.ErrAddr) {
		return usageError{err}
	}
	return err
}
