package publish

import (
	"context"
	"fmt"
	"slices"
)

func (p *publication) isTemp(path string) bool {
	_, found := slices.BinarySearch(p.temps, path)
	return found
}

// apply makes the changes, in the order the package comment gives.
func (p *publication) apply(ctx context.Context, pages []page, jobs int) (Result, error) {
	next := Manifest{make([]entry, len(pages))}
	var changed []page
	for i, pg := range pages {
		next.entries[i] = entry{pg.path, pg.sum}
		if pg.disk != same {
			changed = append(changed, pg)
		}
	}
	result := Result{Unchanged: len(pages) - len(changed), Lost: p.lost()}
	stale := !p.records.complete() || !slices.Equal(next.entries, p.manifest.entries)
	if len(changed) == 0 && len(p.removals) == 0 && len(p.temps) == 0 && !stale && !p.unfinished {
		return result, nil
	}
	early, late := p.split()
	steps := []func() error{
		func() error { return p.removeTemps() },
		func() error { return p.begin(changed) },
		func() error { return p.prune(ctx, early, &result) },
		func() error { return p.makeFolders(changed) },
		func() error { return p.writeAll(ctx, changed, jobs, &result) },
		func() error { return p.prune(ctx, late, &result) },
		func() error { return p.finish(next, stale) },
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
	if p.journalDamaged() {
		lost = append(lost, journalName)
	}
	if p.records.unsure() {
		lost = append(lost, manifestName)
	}
	return lost
}

// split tells the files that must go before the site is written from those that may stay until all of it is there, so
// that a publication that fails loses as little of the old site as can be.
func (p *publication) split() (early, late []removal) {
	for _, r := range p.removals {
		if p.site.needsPlaceOf(r.path) {
			early = append(early, r)
		} else {
			late = append(late, r)
		}
	}
	return early, late
}

func (p *publication) removeTemps() error {
	for _, temp := range p.temps {
		if _, err := p.remove(temp); err != nil {
			return err
		}
	}
	return nil
}

// begin writes the journal. Where nothing is written none is needed: the manifest names what is deleted.
func (p *publication) begin(changed []page) error {
	if err := p.fs.MkdirAll(p.dir, folderMode); err != nil {
		return p.failed("make folder", "", err)
	}
	if p.absent {
		p.chmod(p.dir, folderMode)
	}
	if len(changed) == 0 {
		return nil
	}
	claims := slices.Clone(p.records.journal.entries)
	for _, pg := range changed {
		claims = append(claims, entry{pg.path, pg.sum})
	}
	slices.SortFunc(claims, compareEntries)
	p.unfinished = true
	return p.write(journalName, encode(journalKind, slices.Compact(claims)), true)
}

// prune deletes files of ours and then every folder of ours that is empty, innermost first.
func (p *publication) prune(ctx context.Context, files []removal, result *Result) error {
	for _, r := range files {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("publish: %w", err)
		}
		done, err := p.remove(r.path)
		if err != nil {
			return err
		}
		if done {
			result.Removed = append(result.Removed, r.path)
		}
	}
	var folders []string
	for f, left := range p.leftFolders {
		if left {
			folders = append(folders, f)
		}
	}
	slices.Sort(folders)
	for _, f := range slices.Backward(folders) {
		if info := p.parents[f]; info == nil || !info.IsDir() {
			continue // findRemovals found no real folder there
		}
		empty, err := p.empty(f)
		if err == nil && empty {
			_, err = p.remove(f)
			p.leftFolders[f] = false // a file of the site may take its place
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (p *publication) makeFolders(changed []page) error {
	made := map[string]bool{}
	for _, pg := range changed {
		for _, f := range above(pg.path) {
			if made[f] {
				continue
			}
			if err := p.mkdir(f); err != nil {
				return err
			}
			made[f] = true
		}
	}
	return nil
}

func (p *publication) writeAll(ctx context.Context, changed []page, jobs int, result *Result) error {
	for _, pg := range changed {
		result.Written = append(result.Written, pg.path)
	}
	return parallel(ctx, len(changed), jobs, func(i int) error {
		err := p.write(changed[i].path, changed[i].body, false)
		changed[i].body = nil
		return err
	})
}

func (p *publication) finish(next Manifest, stale bool) error {
	if stale {
		text := encode(manifestKind, next.entries)
		// The copy need not wait for the disk: should the machine stop, the manifest is there, the old one or the new.
		if err := p.write(copyName, text, false); err != nil {
			return err
		}
		if err := p.write(manifestName, text, true); err != nil {
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
