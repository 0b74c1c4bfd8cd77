package cli

import (
	"strings"

	"dossier/generator/pipeline"
)

type checkCommand struct {
	buildFlags
}

// Run builds without writing, so that check finds all that build would.
func (k *checkCommand) Run(c *call) error {
	cfg, err := k.config(c)
	if err != nil {
		return err
	}
	cfg.Check = true
	ctx, done := c.progress(k.silent())
	res, faults, err := pipeline.Run(ctx, cfg)
	done()
	if err != nil {
		return explain(err, k.Content)
	}
	if !k.Quiet {
		say(k.said(c), "%s", counts(faults))
		if len(res.Unreviewed) > 0 {
			say(k.said(c), "No native reader has looked at the interface words yet: %s (layouts/messages, key \"reviewed\")", strings.Join(res.Unreviewed, ", "))
		}
	}
	if err := k.report(c, faults, ""); err != nil {
		return err
	}
	if !res.OK {
		return errFaults
	}
	return nil
}
