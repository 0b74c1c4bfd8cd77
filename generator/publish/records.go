package publish

import (
	"github.com/spf13/afero"

	"dossier/generator/publish/record"
)

// readRecords reads all records. It fails where something else lies under a record's name, and
// where a record cannot be read and no other tells the same; where such records are to be replaced
// they are damaged ones.
func (t tree) readRecords(replace bool) (r record.Records, err error) {
	for _, f := range []struct {
		name string
		kind record.Kind
		into *record.Record
	}{{manifestName, record.Manifest, &r.Manifest}, {copyName, record.Manifest, &r.Copy}, {journalName, record.Journal, &r.Journal}} {
		if *f.into, err = t.readRecord(f.name, f.kind, r.Manifest, replace); err != nil {
			return record.Records{}, err
		}
	}
	switch {
	case replace:
		return r, nil
	case r.Journal.Err != nil:
		return record.Records{}, r.Journal.Err
	case r.Manifest.Err != nil && !r.Copy.Intact:
		return record.Records{}, r.Manifest.Err
	case r.Copy.Err != nil && !r.Manifest.Intact:
		return record.Records{}, r.Copy.Err
	}
	return r, nil
}

// readRecord reads a record; like is the manifest where the copy is read, which as a rule has the
// same text and need not be in memory then.
func (t tree) readRecord(name string, kind record.Kind, like record.Record, replace bool) (record.Record, error) {
	info, err := t.lstat(name)
	switch {
	case err != nil || info == nil:
		return record.Record{}, err
	case info.IsDir():
		return record.Record{}, t.inTheWay(name, "a folder")
	case !info.Mode().IsRegular() && !replace:
		return record.Record{}, t.replaceable(name, "something that is not a regular file")
	case !info.Mode().IsRegular():
		return record.Record{Found: true}, nil
	}
	if kind == record.Manifest && like.Intact {
		if sum, err := t.sum(name, nil); err != nil {
			return record.Record{Found: true, Err: err}, nil
		} else if sum == like.Sum {
			return like, nil
		}
	}
	text, err := afero.ReadFile(t.fs, t.name(name))
	if err != nil {
		return record.Record{Found: true, Err: t.failed("read", name, err)}, nil
	}
	return record.Decode(kind, text), nil
}
