package cli

import (
	"errors"
	"path"
	"path/filepath"

	"dossier/generator/diag"
	"dossier/generator/pipeline"
)

// renameCommand gives something of the content another id.
type renameCommand struct {
	Old     string `arg:"" help:"What to rename, as it is written in [[…]]: csto, actors/csto, csto-plans-2020/outlook."`
	New     string `arg:"" help:"The new id, written so, too; alone it stays in its folder."`
	Content string `help:"Folder of the content." default:"content" placeholder:"DIR"`
	DryRun  bool   `help:"Say what would change, and change nothing."`
}

// Run renames, or changes nothing.
func (r *renameCommand) Run(c *call) error {
	res, faults, err := pipeline.Rename(c.ctx, pipeline.Config{Source: c.fs, Content: fromHere(r.Content)}, r.Old, r.New, r.DryRun)
	var refused *pipeline.RefusedError
	if errors.As(err, &refused) {
		return usageError{refused}
	}
	if err != nil {
		return explain(err, r.Content)
	}
	if len(faults) > 0 {
		return c.unmended(faults, "nothing was renamed")
	}
	in := func(file string) string { return filepath.ToSlash(filepath.Join(r.Content, filepath.FromSlash(file))) }
	verb := "renamed"
	if r.DryRun {
		verb = "would rename"
	}
	moved := map[string]bool{}
	for _, m := range res.Moves {
		moved[m.To] = true
		say(c.stdout, "%s -> %s", in(m.From), in(m.To))
	}
	for _, file := range res.Edited {
		if !moved[file] && !moved[path.Dir(file)] {
			say(c.stdout, "%s", in(file))
		}
	}
	say(c.stdout, "%s %s to %s: %s, %s edited in %s", verb, res.Old, res.New, count(len(res.Moves), "move"),
		count(res.References, "reference"), count(len(res.Edited), "file"))
	return nil
}

// unmended prints the errors because of which a command has changed nothing.
func (c *call) unmended(faults diag.List, outcome string) error {
	if err := faults.WriteFirst(c.stderr); err != nil {
		return err
	}
	say(c.stderr, "%s: %s", counts(faults), outcome)
	return errFaults
}
