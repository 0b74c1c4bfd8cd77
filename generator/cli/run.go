// Package cli is the command line: commands, flags, exit statuses and words to
// the user.
//
// Rules for those words, all of which stand here: standard output carries what
// was asked for, one line when it went well; standard error carries diagnostics
// and failures; a failure says what could not be done, to what, and what to do
// about it; no word is in colour and none is about the program itself. Work of more
// than a second shows on a terminal how far it is (package progress).
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"
	"github.com/spf13/afero"

	"dossier/generator/diag"
	"dossier/generator/pipeline"
	"dossier/generator/progress"
)

// Exit statuses. What a signal ended has 128 and the signal's number.
const (
	Done        = 0
	Faulty      = 1 // the content has errors, or links that are broken; nothing was published
	Misused     = 2 // the command line is wrong
	Environment = 3 // reading or writing failed
)

type commandLine struct {
	Build      buildCommand      `cmd:"" help:"Make the site from the content."`
	Check      checkCommand      `cmd:"" help:"Report every fault of the content and write nothing."`
	Serve      serveCommand      `cmd:"" help:"Show the site on this machine and rebuild it when the content changes."`
	New        newCommand        `cmd:"" help:"Start a section, article, page, event, actor, country or translation, or the words of a language."`
	Translated translatedCommand `cmd:"" help:"Record that translations are up to date with their originals."`
	Rename     renameCommand     `cmd:"" help:"Give an entity, article, section or page another id, and lead on from its old address."`
	Fix        fixCommand        `cmd:"" help:"Make the edits that check is certain of."`
	Forms      formsCommand      `cmd:"" help:"Print the forms in which a name is found in the texts."`
	Links      linksCommand      `cmd:"" help:"List every address of the web in the content, and with --check ask whether it still leads somewhere."`
	Pack       packCommand       `cmd:"" help:"Write all of the site, or an article as a book, into one file to take away."`
	Init       initCommand       `cmd:"" help:"Start a dossier in a new folder."`
	LSP        lspCommand        `cmd:"" name:"lsp" help:"Serve an editor: faults, suggestions and previews while you type."`
	Import     importCommand     `cmd:"" help:"Make a dossier of a site made with Hugo or Jekyll, or of a vault of Obsidian."`
	Version    versionCommand    `cmd:"" help:"Print what version of the program this is."`

	PrintVersion kong.VersionFlag `name:"version" short:"v" help:"Print what version of the program this is."`
}

// call is what a command runs with.
type call struct {
	ctx    context.Context
	fs     afero.Fs
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
}

// progress shows, where somebody looks and a command is not to be silent, how far the work of
// the context is, until done is called.
func (c *call) progress(silent bool) (ctx context.Context, done func()) {
	width, ok := progress.Terminal(c.stderr, os.Getenv)
	if !ok || silent {
		return c.ctx, func() {}
	}
	ctx, meter := progress.Start(c.ctx, c.stderr, width)
	return ctx, meter.Stop
}

// exit ends the parser when it has printed help.
type exit int

// Interrupted is the cause of a context that a signal has ended.
type Interrupted struct{ Signal os.Signal }

func (i Interrupted) Error() string { return i.Signal.String() }

// Run executes a command line, without the program's name, and gives the exit
// status. A context that Interrupted has ended stops it.
func Run(ctx context.Context, args []string, fsys afero.Fs, stdin io.Reader, stdout, stderr io.Writer) (status int) {
	var cl commandLine
	defer func() {
		switch e := recover().(type) {
		case nil:
		case exit:
			status = int(e)
		default:
			panic(e) // a fault of the program is never taken for success
		}
	}()
	parser := kong.Must(&cl,
		kong.Name("dossier"),
		kong.Description("Turn Markdown sections of articles into a cross-linked static site."),
		kong.Vars{"version": version()},
		kong.Writers(stdout, stderr),
		kong.Exit(func(code int) { panic(exit(code)) }),
		kong.UsageOnError(),
	)
	switch {
	case len(args) == 0:
		args = []string{"--help"}
	case args[0] == "help": // as many programs have it
		args = append(slices.Clone(args[1:]), "--help")
	}
	parsed, err := parser.Parse(args)
	if err != nil {
		say(stderr, "dossier: %v; see %s --help", err, about(err))
		return Misused
	}
	c := &call{ctx: ctx, fs: fsys, stdin: stdin, stdout: stdout, stderr: stderr}
	return c.status(parsed.Run(c))
}

// about is the command that a wrong command line is for, as far as it names one.
func about(err error) string {
	var wrong *kong.ParseError
	if errors.As(err, &wrong) {
		if of := wrong.Context.Selected(); of != nil {
			return "dossier " + of.Name
		}
	}
	return "dossier"
}

// usageError is a wrong use that the parser cannot see.
type usageError struct{ error }

// errFaults says that diagnostics were printed.
var errFaults = errors.New("the content has faults")

// status prints a command's failure and gives its exit status.
func (c *call) status(err error) int {
	var usage usageError
	var guard *pipeline.GuardError
	switch {
	case err == nil:
		return Done
	case errors.Is(err, errFaults), errors.Is(err, errBroken):
		return Faulty
	case errors.As(err, &usage), errors.As(err, &guard):
		say(c.stderr, "dossier: %v", err)
		return Misused
	case errors.Is(err, errStopped):
		say(c.stderr, "dossier: interrupted; what was not asked till then is listed so")
		return interruption(c.ctx)
	case errors.Is(err, errNotImported):
		say(c.stderr, "dossier: interrupted; nothing was imported")
		return interruption(c.ctx)
	case errors.Is(err, context.Canceled):
		say(c.stderr, "dossier: interrupted; the next build completes what this one began")
		return interruption(c.ctx)
	}
	// It speaks of files: with one kind of slash, as all messages do.
	say(c.stderr, "dossier: %s", filepath.ToSlash(err.Error()))
	return Environment
}

// say prints a line; where it cannot be printed, nobody is left to tell.
func say(w io.Writer, format string, args ...any) { _ = diag.Say(w, format, args...) }

// interruption is the exit status after a signal: 128 and its number.
func interruption(ctx context.Context) int {
	var by Interrupted
	if errors.As(context.Cause(ctx), &by) {
		if number, ok := by.Signal.(syscall.Signal); ok {
			return 128 + int(number)
		}
	}
	return 130
}

// fromHere makes a path below the working directory relative to it, as
// diagnostics show it.
func fromHere(dir string) string {
	if here, err := os.Getwd(); err == nil && filepath.IsAbs(dir) {
		if rel, err := filepath.Rel(here, dir); err == nil && filepath.IsLocal(rel) {
			return rel
		}
	}
	return filepath.Clean(dir)
}

// explain adds what to do to a failure of the environment.
func explain(err error, content string) error {
	if errors.Is(err, fs.ErrNotExist) && strings.HasPrefix(err.Error(), "content folder") {
		return fmt.Errorf("there is no content folder %q; name it with --content, or start one with dossier init", content)
	}
	return err
}

// summary says what a build made.
func summary(r pipeline.Result) string {
	parts := []string{
		count(r.Editions, "edition"), count(r.Pages, "page"),
		count(len(r.Files.Written), "file") + " written", fmt.Sprintf("%d unchanged", r.Files.Unchanged),
	}
	if n := len(r.Files.Removed); n > 0 {
		parts = append(parts, fmt.Sprintf("%d removed", n))
	}
	if n := len(r.Files.Respelt); n > 0 {
		parts = append(parts, fmt.Sprintf("%d renamed", n))
	}
	return strings.Join(parts, ", ")
}

// counts says how many errors and warnings there are.
func counts(faults diag.List) string {
	errs, warnings := faults.Count()
	return count(errs, "error") + ", " + count(warnings, "warning")
}

// count words a number of things.
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
