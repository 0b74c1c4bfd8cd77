package publish

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"io/fs"
	"slices"

	"dossier/generator/publish/record"
)

// change makes the output folder what a publication wants of it.
type change struct {
	tree
	stage     *stage
	known     *publication
	pages     pages
	changed   []string // the paths of pages that are staged, sorted
	stale     bool     // the manifest is not that of the site
	journaled bool     // a journal is on disk
}

// apply makes the changes, in the order the package comment gives.
func apply(ctx context.Context, p *publication, s *stage, jobs int, all pages) (Result, error) {
	c := &change{tree: p.tree, stage: s, known: p, pages: all, journaled: p.ledger.unfinished(),
		stale: !p.ledger.records.Complete() || !slices.Equal(all.entries, p.ledger.owned)}
	for i, e := range all.entries {
		if all.disk[i] != same {
			c.changed = append(c.changed, e.Path)
		}
	}
	result := Result{
		Written: c.changed, Unchanged: len(all.entries) - len(c.changed), Manifest: record.Digest(record.Manifest, all.entries),
		Size: all.measure(), Lost: p.ledger.lost(),
	}
	if len(c.changed) == 0 && len(p.removals.all) == 0 && len(p.misspelt) == 0 && !c.stale && !c.journaled && len(p.emptied.noted) == 0 {
		return result, nil
	}
	early, late := p.removals.split(p.site)
	steps := []func() error{
		c.stageManifest,
		c.begin,
		func() error { return c.delete(ctx, early, &result, false) },
		func() error { return respell(ctx, c.tree, p.misspelt, &result) },
		func() error { return c.graft(ctx, byTurn(c.changed)) },
		func() error { return c.delete(ctx, late, &result, true) },
		func() error { c.mark(ctx, jobs); return nil },
		c.finish,
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return Result{}, err
		}
	}
	slices.Sort(result.Removed)
	return result, nil
}

// stageManifest stages the manifest and its copy, so that nothing need be written any more once the
// site is changed.
func (c *change) stageManifest() error {
	if !c.stale {
		return nil
	}
	write := func(w io.Writer) error { return record.Write(w, record.Manifest, c.pages.entries) }
	// The copy need not wait for the disk: should the machine stop, the manifest is there, the old
	// one or the new.
	if err := c.stage.create(copyName, false, write); err != nil {
		return err
	}
	return c.stage.create(manifestName, true, write)
}

// begin writes the journal. Where nothing is written none is needed: the manifest names what is
// deleted.
func (c *change) begin() error {
	if len(c.changed) == 0 {
		return nil
	}
	older := c.known.ledger.records.Journal.Entries
	claims := append(make([]record.Entry, 0, len(older)+len(c.changed)), older...)
	for i, e := range c.pages.entries {
		if c.pages.disk[i] != same {
			claims = append(claims, e)
		}
	}
	claims = record.Sorted(claims)
	err := c.stage.create(journalName, true, func(w io.Writer) error { return record.Write(w, record.Journal, claims) })
	if err == nil {
		err = c.stage.place(journalName)
	}
	if err != nil && !c.journaled {
		_, _ = c.remove(journalName) // nothing is changed yet, so there is nothing to heal
	}
	c.journaled = true
	return err
}

// delete deletes files of ours and then every folder of ours that is empty. With all, a file that
// another program has open does not keep the others.
func (c *change) delete(ctx context.Context, files []removal, result *Result, all bool) error {
	var open error
	for _, r := range files {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("publish: %w", err)
		}
		done, err := c.remove(r.path)
		if all && openElsewhere(err) {
			open = cmp.Or(open, err)
			continue
		}
		if err != nil {
			return err
		}
		if done {
			result.Removed = append(result.Removed, r.path)
		}
	}
	if open != nil {
		return open
	}
	return c.known.emptied.prune()
}

// graft moves what is staged into the site, in the order given.
func (c *change) graft(ctx context.Context, paths []string) error {
	last, whole := "", map[string]bool{} // folders moved
	moved := func(path string) bool {
		for f := range above(path) {
			if whole[f] {
				return true
			}
		}
		return false
	}
	for _, path := range paths {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("publish: %w", err)
		}
		if moved(path) {
			continue
		}
		unit, err := c.unit(last, path)
		if err == nil {
			err = c.stage.place(unit)
		}
		if err != nil {
			return err
		}
		last = path
		if unit != path {
			whole[unit] = true
		}
	}
	return nil
}

// unit is what of path moves at once: the outermost folder above it that the site does not have
// yet, or the file itself. The folders that are above last, too, are there.
func (c *change) unit(last, path string) (string, error) {
	for f := range beyond(last, path) {
		info, err := c.lstat(f)
		switch {
		case err != nil:
			return "", err
		case info == nil && c.known.site.twoNames(f):
			// Where case is ignored, the folder holds the files of the other spelling, too, which
			// must not move yet.
			if err := c.mkdir(f, c.stage.masked); err != nil {
				return "", err
			}
		case info == nil:
			return f, nil
		case !info.IsDir():
			return "", c.failed("make folder", f, fs.ErrExist)
		}
	}
	return path, nil
}

// mark takes the stamps of the files that were placed, where they are wanted and nobody has written
// since: these are older than the journal, which was staged after them. Without a stamp a file is
// read the next time.
func (c *change) mark(ctx context.Context, jobs int) {
	journal, err := c.lstat(journalName)
	if err != nil || journal == nil || c.pages.stamps == nil {
		return
	}
	_ = each(ctx, len(c.pages.entries), jobs, func(i int, _ *buffers) error {
		if c.pages.disk[i] == same {
			return nil
		}
		info, err := c.lstat(c.pages.entries[i].Path)
		if err == nil && info != nil && info.ModTime().Before(journal.ModTime()) {
			c.pages.mark(i, info)
		}
		return nil
	})
}

func (c *change) finish() error {
	if c.stale {
		if err := c.stage.place(copyName); err != nil {
			return err
		}
		if err := c.stage.place(manifestName); err != nil {
			return err
		}
	}
	if c.stage.begun {
		if err := c.stage.remove(); err != nil && !openElsewhere(err) {
			return err
		}
	}
	if c.journaled {
		if _, err := c.remove(journalName); err != nil {
			return err
		}
	}
	return nil
}
