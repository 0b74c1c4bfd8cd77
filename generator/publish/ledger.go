package publish

import (
	"crypto/sha256"
	"slices"

	"dossier/generator/publish/record"
)

// emptySum is what a file hashes to that lost its bytes when the machine stopped.
var emptySum = sha256.Sum256(nil)

// ledger is what the records say of whose the files are.
type ledger struct {
	records record.Records
	owned   []record.Entry   // files that are ours whatever their bytes are
	claims  map[string][]Sum // by path: what files hash to that are ours
}

func newLedger(r record.Records) ledger {
	l := ledger{records: r, owned: r.Owned(), claims: map[string][]Sum{}}
	for _, e := range r.Claimed() {
		l.claims[e.Path] = append(l.claims[e.Path], e.Sum)
	}
	if r.Journal.Intact {
		for _, e := range r.Journal.Entries {
			l.claims[e.Path] = append(l.claims[e.Path], emptySum)
		}
	}
	return l
}

// unfinished reports whether a journal was on disk.
func (l *ledger) unfinished() bool { return l.records.Journal.Found }

// gone are the paths that records name and the site does not have, sorted.
func (l *ledger) gone(s site) []string {
	var gone []string
	next := 0
	for _, e := range l.owned {
		for next < len(s.outputs) && s.outputs[next].Path < e.Path {
			next++
		}
		if next == len(s.outputs) || s.outputs[next].Path != e.Path {
			gone = append(gone, e.Path)
		}
	}
	for path := range l.claims {
		if !s.has(path) {
			gone = append(gone, path)
		}
	}
	slices.Sort(gone)
	return slices.Compact(gone)
}

// owns reports whether the regular file at path is ours.
func (l *ledger) owns(t tree, path string) (bool, error) {
	if record.Named(l.owned, path) {
		return true, nil
	}
	claims := l.claims[path]
	if claims == nil {
		return false, nil
	}
	sum, err := t.sum(path, nil)
	return err == nil && slices.Contains(claims, sum), err
}

// lost names the damaged records that no other record makes up for.
func (l *ledger) lost() []string {
	var lost []string
	if l.unfinished() && !l.records.Journal.Intact {
		lost = append(lost, journalName)
	}
	if l.records.Unsure() {
		lost = append(lost, manifestName)
	}
	return lost
}
