package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/afero"

	"dossier/generator/importer"
)

// importCommand makes a dossier of a site of another program.
type importCommand struct {
	From      string   `arg:"" enum:"hugo,jekyll,obsidian" help:"hugo, jekyll or obsidian."`
	Dir       string   `arg:"" help:"Folder of the site or vault."`
	Into      string   `help:"Folder of the content to write." default:"content" placeholder:"DIR"`
	Report    string   `help:"File for what became of each text." default:"import-report.md" placeholder:"FILE"`
	Languages []string `help:"Languages to take, the first is the default edition (default: all)." placeholder:"TAG"`
}

// errNotImported says that a signal ended an import before it wrote.
var errNotImported = errors.New("interrupted")

// shownKept is how many files that were left alone are named.
const shownKept = 10

// Run imports, and says what it has written and what it has left alone.
func (i *importCommand) Run(c *call) error {
	for _, tag := range i.Languages {
		if err := checkTag(tag); err != nil {
			return usageError{err}
		}
	}
	if info, err := c.fs.Stat(i.Dir); err != nil || !info.IsDir() {
		return usageError{fmt.Errorf("there is no folder %q to import", filepath.ToSlash(i.Dir))}
	}
	old, err := afero.ReadFile(c.fs, i.Report)
	switch {
	case err == nil && !strings.HasPrefix(string(old), importer.ReportHead):
		return usageError{fmt.Errorf("%s exists already and is no report of an import; name another file with --report", filepath.ToSlash(i.Report))}
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	}
	ctx, done := c.progress(false)
	res, err := importer.Run(ctx, c.fs, importer.Options{Program: i.From, Dir: i.Dir, Into: i.Into, Languages: slices.Compact(i.Languages)})
	done()
	if errors.Is(err, context.Canceled) {
		return errNotImported
	}
	if errors.Is(err, importer.ErrNotThat) {
		return usageError{err}
	}
	if err != nil {
		return err
	}
	if string(old) != res.Report {
		if err := write(c.fs, i.Report, res.Report); err != nil {
			return err
		}
	}
	for n, k := range res.Kept {
		if n == shownKept {
			say(c.stderr, "and %d files more were not written", len(res.Kept)-n)
			break
		}
		say(c.stderr, "%s is not written: %s", filepath.ToSlash(filepath.Join(i.Into, k.File)), k.Why)
	}
	for n, file := range res.Gone {
		if n == shownKept {
			say(c.stderr, "and %d files more are no longer in the site", len(res.Gone)-n)
			break
		}
		say(c.stderr, "%s is left as it is: the site no longer has it", filepath.ToSlash(filepath.Join(i.Into, file)))
	}
	say(c.stdout, "%s and %s: %s written, %d unchanged, %d left as they are; see %s, then run dossier check", count(res.Texts, "text"), count(res.Media, "other file"),
		count(len(res.Written), "file"), res.Unchanged, len(res.Kept), filepath.ToSlash(i.Report))
	return nil
}
