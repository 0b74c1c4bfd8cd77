package publish

import (
	"crypto/sha256"

	"github.com/spf13/afero"
)

// record is what was found of a manifest, its copy or a journal.
type record struct {
	found   bool
	intact  bool
	entries []entry // all of them if intact, those that can be made out otherwise
	sum     Sum
	err     error // why it could not be read
}

// records are what earlier publications noted.
type records struct {
	manifest, copy, journal record
}

// believed are the files that are ours whatever their bytes are. The copy is written before the manifest, so it names
// all that the manifest does.
func (r records) believed() []entry {
	switch {
	case r.manifest.intact:
		return r.manifest.entries
	case r.copy.intact:
		return r.copy.entries
	}
	return nil
}

// claimed are the files that are ours if their bytes are those noted.
func (r records) claimed() []entry {
	claimed := r.journal.entries
	if !r.manifest.intact {
		claimed = append(claimed[:len(claimed):len(claimed)], r.manifest.entries...)
		if !r.copy.intact {
			claimed = append(claimed, r.copy.entries...)
		}
	}
	return claimed
}

// unsure reports whether there was a manifest and nobody can tell what all it said.
func (r records) unsure() bool {
	return (r.manifest.found || r.copy.found) && !r.manifest.intact && !r.copy.intact
}

// complete reports whether manifest and copy are there, intact and the same.
func (r records) complete() bool {
	return r.manifest.intact && r.copy.intact && r.manifest.sum == r.copy.sum
}

// readRecords reads all records. It fails where something else lies under a record's name, and where a record cannot be
// read and no other tells the same.
func (t tree) readRecords() (r records, err error) {
	for _, f := range []struct {
		name, kind string
		into       *record
	}{{manifestName, manifestKind, &r.manifest}, {copyName, manifestKind, &r.copy}, {journalName, journalKind, &r.journal}} {
		if *f.into, err = t.readRecord(f.name, f.kind, r.manifest); err != nil {
			return records{}, err
		}
	}
	switch {
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
func (t tree) readRecord(name, kind string, like record) (record, error) {
	info, err := t.lstat(name)
	if err != nil || info == nil {
		return record{}, err
	}
	if !info.Mode().IsRegular() {
		return record{}, t.inTheWay(name, "something that is not a regular file")
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
	entries, intact := decode(kind, text)
	return record{found: true, intact: intact, entries: entries, sum: sha256.Sum256(text)}, nil
}
