package cli

import (
	"dossier/generator/pipeline"
)

// fixCommand makes the edits that diagnostics are sure of.
type fixCommand struct {
	Content string `help:"Folder of the content." default:"content" placeholder:"DIR"`
	Layouts string `help:"Folder of layouts laid over the built-in ones, file by file." default:"layouts" placeholder:"DIR"`
	DryRun  bool   `help:"Print the edits, and make none."`
}

// Run prints each edit, then what is left.
func (f *fixCommand) Run(c *call) error {
	cfg := pipeline.Config{Source: c.fs, Content: fromHere(f.Content), Layouts: fromHere(f.Layouts)}
	res, faults, err := pipeline.Fix(c.ctx, cfg, f.DryRun)
	if err != nil {
		return explain(err, f.Content)
	}
	if len(faults) > 0 {
		return c.unmended(faults, "nothing was edited; mend these first")
	}
	files := map[string]bool{}
	for _, m := range res.Made {
		files[m.File] = true
		say(c.stdout, "%s:%d:%d: %q -> %q", m.File, m.Line, m.Col, m.Old, m.New)
	}
	verb := "made"
	if f.DryRun {
		verb = "to make"
	}
	say(c.stdout, "%s %s in %s; left: %s", count(len(res.Made), "edit"), verb, count(len(files), "file"), counts(res.Left))
	return nil
}
