package cli

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"time"

	"dossier/generator/pipeline"
)

type buildCommand struct {
	buildFlags
	Verify  bool `help:"Write nothing; tell in which files the site on disk is not what the content makes." xor:"how"`
	Replace bool `help:"Put the site in the place of whatever stands where its files go, whoever made it, and name the files that are not the site's." xor:"how"`
}

// Run builds and publishes, or compares.
func (b *buildCommand) Run(c *call) error {
	start := time.Now()
	cfg, err := b.config(c)
	if err != nil {
		return err
	}
	cfg.Verify, cfg.Replace = b.Verify, b.Replace
	go program() // which is asked for when the work is done
	home, _ := os.UserHomeDir()
	if err := pipeline.Guard(cfg, home); err != nil {
		return err
	}
	ctx, done := c.progress(b.silent())
	res, faults, err := pipeline.Run(ctx, cfg)
	done()
	if err != nil {
		return explain(err, b.Content)
	}
	if !res.OK {
		if err := b.report(c, faults, "nothing was published"); err != nil {
			return err
		}
		return errFaults
	}
	if err := b.report(c, faults, ""); err != nil {
		return err
	}
	if b.Verify {
		return b.differences(c, res)
	}
	b.lost(c, res)
	b.strangers(c, res)
	b.misspelt(c, res)
	b.large(c, res)
	if !b.Quiet {
		say(b.said(c), "%s in %s", summary(res), time.Since(start).Round(time.Millisecond))
	}
	return nil
}

// differences tells in what the site on disk is not what it should be, a line
// a file.
func (b *buildCommand) differences(c *call, res pipeline.Result) error {
	cure := "build again"
	for _, d := range res.Differences {
		if d.InTheWay {
			cure = "build with --replace"
		}
		say(b.said(c), "%s: %s", path.Join(filepath.ToSlash(b.Out), d.Path), d.What)
	}
	if len(res.Differences) > 0 {
		say(c.stderr, "dossier: %s is not what %s makes: %s; %s to put it right",
			b.Out, b.Content, count(len(res.Differences), "difference"), cure)
		return errFaults
	}
	if !b.Quiet {
		say(b.said(c), "%s is what %s makes: %s, %s", b.Out, b.Content, count(res.Editions, "edition"), count(res.Pages, "page"))
	}
	return nil
}

// lost warns of records that were damaged.
func (b *buildCommand) lost(c *call, res pipeline.Result) {
	if b.silent() {
		return
	}
	left := fmt.Sprintf("; files that only it knew may be left over in %s: build with --replace to have them named", filepath.ToSlash(b.Out))
	switch {
	case b.Replace && len(res.Files.Strangers) > 0:
		left = "; files that only it knew are among these:"
	case b.Replace:
		left = ""
	}
	for _, name := range res.Files.Lost {
		say(c.stderr, "dossier: %s was damaged and has been written again%s", filepath.ToSlash(filepath.Join(b.Out, name)), left)
	}
}

// misspelt names what the disk would not rename.
func (b *buildCommand) misspelt(c *call, res pipeline.Result) {
	if b.silent() {
		return
	}
	for _, path := range res.Files.Misspelt {
		say(c.stderr, "dossier: %s bears this name in another case on disk, and cannot be renamed there; where case counts a copy would lack it: build on another disk",
			filepath.ToSlash(filepath.Join(b.Out, filepath.FromSlash(path))))
	}
}

// mostStrangers is how many files are named that are not the site's.
const mostStrangers = 10

// strangers names files that are not the site's.
func (b *buildCommand) strangers(c *call, res pipeline.Result) {
	if b.silent() {
		return
	}
	for i, path := range res.Files.Strangers {
		if i == mostStrangers && !b.All {
			say(c.stderr, "dossier: and %d more; --all names them", len(res.Files.Strangers)-i)
			return
		}
		say(c.stderr, "dossier: %s is not of this site and was left as it is", filepath.ToSlash(filepath.Join(b.Out, filepath.FromSlash(path))))
	}
}
