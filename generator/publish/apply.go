package publish

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"

	"dossier/generator/publish/record"
)

// apply makes the changes, in the order the package comment gives.
func (p *publication) apply(ctx context.Context, all pages) (Result, error) {
	var changed []string
	for i, e := range all.entries {
		if all.disk[i] != same {
			changed = append(changed, e.Path)
		}
	}
	result := Result{
		Written: changed, Unchanged: len(all.entries) - len(changed), Manifest: record.Digest(record.Manifest, all.entries),
		Size: all.measure(), Lost: p.lost(),
	}
	stale := !p.records.Complete() || !slices.Equal(all.entries, p.published)
	if len(changed) == 0 && len(p.removals) == 0 && len(p.misspelt) == 0 && !stale && !p.unfinished && len(p.left) == 0 {
		return result, nil
	}
	early, late := p.split()
	steps := []func() error{
		func() error { return p.stageManifest(all.entries, stale) },
		func() error { return p.begin(all, len(changed)) },
		func() error { return p.prune(ctx, early, &result, false) },
		func() error { return p.respell(ctx, &result) },
		func() error { return p.graft(ctx, byTurn(changed)) },
		func() error { return p.prune(ctx, late, &result, true) },
		func() error { return p.finish(stale) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return Result{}, err
		}
	}
	slices.Sort(result.Removed)
	return result, nil
}

// lost names the damaged records that no other record makes up for.
func (p *publication) lost() []string {
	var lost []string
	if p.unfinished && !p.records.Journal.Intact {
		lost = append(lost, journalName)
	}
	if p.records.Unsure() {
		lost = append(lost, manifestName)
	}
	return lost
}

// split tells the files that must go before the site is written from those that may stay until all
// of it is there, so that a publication that fails loses as little of the old site as can be.
func (p *publication) split() (early, late []removal) {
	for _, r := range p.removals {
		if p.site.needsPlaceOf(r.path) {
			early = append(early, r)
		} else {
			late = append(late, r)
		}
	}
	slices.SortStableFunc(late, func(a, b removal) int { return cmp.Compare(turn(b.path), turn(a.path)) })
	return early, late
}

// stageManifest stages the manifest and its copy, so that nothing need be written any more once the
// site is changed.
func (p *publication) stageManifest(entries []record.Entry, stale bool) error {
	if !stale {
		return nil
	}
	write := func(w io.Writer) error { return record.Write(w, record.Manifest, entries) }
	// The copy need not wait for the disk: should the machine stop, the manifest is there, the old
	// one or the new.
	if err := p.stage.create(copyName, false, write); err != nil {
		return err
	}
	return p.stage.create(manifestName, true, write)
}

// begin writes the journal. Where nothing is written none is needed: the manifest names what is
// deleted.
func (p *publication) begin(all pages, changed int) error {
	if changed == 0 {
		return nil
	}
	claims := append(make([]record.Entry, 0, len(p.records.Journal.Entries)+changed), p.records.Journal.Entries...)
	for i, e := range all.entries {
		if all.disk[i] != same {
			claims = append(claims, e)
		}
	}
	claims = record.Sorted(claims)
	err := p.stage.create(journalName, true, func(w io.Writer) error { return record.Write(w, record.Journal, claims) })
	if err == nil {
		err = p.stage.place(journalName)
	}
	if err != nil && !p.unfinished {
		_, _ = p.remove(journalName) // nothing is changed yet, so there is nothing to heal
	}
	p.unfinished = true
	return err
}

// prune deletes files of ours and then every folder of ours that is empty, innermost first. With
// all, a file that another program has open does not keep the others.
func (p *publication) prune(ctx context.Context, files []removal, result *Result, all bool) error {
	var open error
	for _, r := range files {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("publish: %w", err)
		}
		done, err := p.remove(r.path)
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
	var folders []string
	for f, left := range p.leftFolders {
		if left {
			folders = append(folders, f)
		}
	}
	slices.Sort(folders)
	for _, f := range slices.Backward(folders) {
		if err := p.pruneFolder(f); err != nil {
			return err
		}
	}
	return nil
}

func (p *publication) finish(stale bool) error {
	if stale {
		if err := p.stage.place(copyName); err != nil {
			return err
		}
		if err := p.stage.place(manifestName); err != nil {
			return err
		}
	}
	if p.stage.begun {
		if err := p.stage.remove(); err != nil && !openElsewhere(err) {
			return err
		}
	}
	if p.unfinished {
		if _, err := p.remove(journalName); err != nil {
			return err
		}
	}
	return nil
}
