package publish

import (
	"crypto/sha256"
	"slices"

	"github.com/spf13/afero"
)

// record is what was found of a manifest, its copy or a journal.
type record struct {
	found    bool
	intact   bool    // as it was written
	whole    bool    // intact, or what version control made of several that were
	entries  []entry // lines that are as they were written
	doubtful []entry // other lines that can be made out
	sum      Sum
	err      error // why it could not be read
}

// records are what earlier publications noted.
type records struct {
	manifest, copy, journal record
}

// believed are the files that are ours whatever their bytes are. After a merge manifest and copy may each be that of
// another branch.
func (r records) believed() []entry {
	if r.complete() {
		return r.manifest.entries
	}
	return sorted(slices.Concat(r.manifest.entries, r.copy.entries))
}

// claimed are the files that are ours if their bytes are those noted.
func (r records) claimed() []entry {
	return slices.Concat(r.journal.entries, r.manifest.doubtful, r.copy.doubtful)
}

// unsure reports whether there was a manifest and nobody can tell what all it said.
func (r records) unsure() bool {
	return (r.manifest.found || r.copy.found) && !r.manifest.whole && !r.copy.whole
}

// complete reports whether manifest and copy are there, intact and the same.
func (r records) complete() bool {
	return r.manifest.intact && r.copy.intact && r.manifest.sum == r.copy.sum
}

// readRecords reads all records. It fails where something else lies under a record's name, and where a record cannot be
// read and no other tells the same; where such records are to be replaced they are damaged ones.
func (t tree) readRecords(replace bool) (r records, err error) {
	for _, f := range []struct {
		name, kind string
		into       *record
	}{{manifestName, manifestKind, &r.manifest}, {copyName, manifestKind, &r.copy}, {journalName, journalKind, &r.journal}} {
		if *f.into, err = t.readRecord(f.name, f.kind, r.manifest, replace); err != nil {
			return records{}, err
		}
	}
	switch {
	case replace:
		return r, nil
	case r.journal.err != nil:
		return records{}, r.journal.err
	case r.manifest.err != nil && !r.copy.intact:
		return records{}, r.manifest.err
	case r.copy.err != nil && !r.manifest.intact:
		return records{}, r.copy.err
	}
	return r, nil
}

// readRecord reads a record; like is the manifest where the copy is read, which as a rule has the same text and
// need not be in memory then.
func (t tree) readRecord(name, kind string, like record, replace bool) (record, error) {
	info, err := t.lstat(name)
	switch {
	case err != nil || info == nil:
		return record{}, err
	case info.IsDir():
		return record{}, t.inTheWay(name, "a folder")
	case !info.Mode().IsRegular() && !replace:
		return record{}, t.replaceable(name, "something that is not a regular file")
	case !info.Mode().IsRegular():
		return record{found: true}, nil
	}
	if kind == manifestKind && like.intact {
		if sum, err := t.sum(name, nil); err != nil {
			return record{found: true, err: err}, nil
		} else if sum == like.sum {
			return like, nil
		}
	}
	text, err := afero.ReadFile(t.fs, t.name(name))
	if err != nil {
		return record{found: true, err: t.failed("read", name, err)}, nil
	}
	r := decode(kind, text)
	r.sum = sha256.Sum256(text)
	return r, nil
}
