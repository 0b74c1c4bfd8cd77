package cli

import "dossier/generator/pipeline"

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
	res, faults, err := pipeline.Run(c.ctx, cfg)
	if err != nil {
		return explain(err, k.Content)
	}
	if !k.Quiet {
		say(k.said(c), "%s", counts(faults))
	}
	if err := k.report(c, faults, ""); err != nil {
		return err
	}
	if !res.OK {
		return errFaults
	}
	return nil
}
