package cli

import (
	"context"
	"errors"
	"fmt"
	"time"

	"dossier/generator/linkcheck"
	"dossier/generator/outlinks"
	"dossier/generator/pipeline"
)

// linksCommand lists what leads out of the dossier, and asks the web about it when it is
// told to. No other command asks anybody for anything.
type linksCommand struct {
	Content      string          `help:"Folder of the content." default:"content" placeholder:"DIR"`
	Drafts       bool            `help:"Include drafts."`
	Format       outlinks.Format `help:"How to print the list: ${enum}; markdown, with --check, is a report of what to look at." enum:"tsv,json,markdown" default:"tsv"`
	Check        bool            `help:"Ask the web whether each address still leads somewhere. A broken one makes the exit status 1."`
	Within       time.Duration   `help:"With --check: how long it may take; what was not asked till then is listed so." default:"30m"`
	FindCopies   bool            `help:"With --check: ask the Internet Archive for copies of what is gone and has none, and name them in the advice."`
	AllowPrivate bool            `help:"With --check: ask this machine and its network, too, and through the proxy that the environment names."`
}

// What ends a check that has been printed.
var (
	errBroken  = errors.New("links are broken")
	errStopped = errors.New("interrupted")
)

// Run prints the list. What was found out till an interruption is printed, too.
func (l *linksCommand) Run(c *call) error {
	switch {
	case l.Format == outlinks.Markdown && !l.Check:
		return usageError{errors.New("--format markdown reports what --check found; add --check")}
	case l.FindCopies && !l.Check:
		return usageError{errors.New("--find-copies looks for copies of what --check finds to be gone; add --check")}
	case l.Within <= 0:
		return usageError{fmt.Errorf("--within takes a time such as 30m; it is %s", l.Within)}
	}
	out, err := pipeline.Links(c.ctx, pipeline.Config{Source: c.fs, Content: fromHere(l.Content), Drafts: l.Drafts})
	if err != nil {
		return explain(err, l.Content)
	}
	if out.Errors > 0 {
		say(c.stderr, "dossier: the content has %s, so that links may be missing here; see dossier check", count(out.Errors, "error"))
	}
	if !l.Check {
		return outlinks.Write(c.stdout, outlinks.Judge(out.Links, nil), l.Format, false)
	}
	judged, found := l.ask(c, out)
	if err := outlinks.Write(c.stdout, judged, l.Format, true); err != nil {
		return err
	}
	if l.Format != outlinks.Markdown { // which begins with it
		say(c.stderr, "%s", outlinks.Summary(judged))
	}
	switch {
	case c.ctx.Err() != nil:
		return errStopped
	case found.Hosts > 1 && found.Reached == 0:
		return errors.New("no site answered at all; is this machine connected to the internet?")
	case outlinks.Count(judged)[outlinks.Broken] > 0:
		return errBroken
	}
	return nil
}

// ask asks the web, and where it is wanted the archive.
func (l *linksCommand) ask(c *call, out pipeline.Outward) ([]outlinks.Judged, linkcheck.Result) {
	ctx, cleared := c.progress(false)
	defer cleared()
	ctx, cancel := context.WithTimeout(ctx, l.Within)
	defer cancel()
	checker := linkcheck.Checker{
		Agent: agent(out.Home), Transport: linkcheck.Transport(l.AllowPrivate), Private: l.AllowPrivate,
		Timeout: linkcheck.Timeout, Now: time.Now, Wait: wait,
	}
	found := checker.Check(ctx, outlinks.Addresses(out.Links))
	judged := outlinks.Judge(out.Links, found.Answers)
	if !l.FindCopies {
		return judged, found
	}
	copies, err := checker.Copies(ctx, outlinks.Lost(judged))
	if err != nil && ctx.Err() == nil {
		say(c.stderr, "dossier: the Internet Archive was not asked for all copies: %v", err)
	}
	return outlinks.WithCopies(judged, copies), found
}

// agent tells sites who asks, and where to complain.
func agent(home string) string {
	if home == "" {
		return "dossier-links"
	}
	return "dossier-links (+" + home + ")"
}

// wait waits, or gives the context's error.
func wait(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
