package cache

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/stamp"
)

// openedFs notes what is opened.
type openedFs struct {
	afero.Fs
	names []string
}

func (o *openedFs) Open(name string) (afero.File, error) {
	o.names = append(o.names, name)
	return o.Fs.Open(name)
}

// TestAgain reads a file again unless its stamp is as it was, and old enough.
func TestAgain(t *testing.T) {
	name := filepath.Join(t.TempDir(), "f")
	if err := os.WriteFile(name, []byte("one"), 0o600); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	noted := Note(afero.NewOsFs(), Last{})
	if _, err := afero.ReadFile(noted, name); err != nil {
		t.Fatal(err)
	}
	was := noted.sorted("")
	kept := stamp.Of(info) != stamp.Stamp{}
	if len(was) != 1 || was[0].stamp != stamp.Of(info) {
		t.Fatalf("noted %v of a file with the stamp %v", was, stamp.Of(info))
	}
	later := was[0].stamp.Changed + 1e10
	look := func(at int64) (same, read bool, now stamp.Stamp) {
		disk, r := &openedFs{Fs: afero.NewOsFs()}, record{at: at, reads: slices.Clone(was)}
		same = again(context.Background(), disk, r, 1)[0]
		return same, len(disk.names) > 0, r.reads[0].stamp
	}
	if same, read, now := look(later); !same || read == kept || now != was[0].stamp {
		t.Errorf("what did not change: same %t, read %t, %v", same, read, now)
	}
	if same, read, _ := look(was[0].stamp.Changed); !same || !read {
		t.Errorf("what may have changed in the same tick: same %t, read %t", same, read)
	}
	if err := os.Chmod(name, 0o640); err != nil {
		t.Fatal(err)
	}
	if info, err = os.Stat(name); err != nil {
		t.Fatal(err)
	}
	if same, read, now := look(later); !same || !read || now != stamp.Of(info) {
		t.Errorf("touched: same %t, read %t, %v", same, read, now)
	}
	if err := os.WriteFile(name, []byte("two"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(name, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	if same, read, _ := look(later); same || !read {
		t.Errorf("other bytes, of the same size and time: same %t, read %t", same, read)
	}
}

// TestNoted: a file that is read twice, and was touched in between, has no stamp; one that
// has other bytes makes all unsure.
func TestNoted(t *testing.T) {
	in := Note(afero.NewMemMapFs(), Last{})
	in.note('f', "a", seen{answer{1}, stamp.Stamp{Size: 1}})
	in.note('f', "a", seen{answer{1}, stamp.Stamp{Size: 1}})
	if got := in.reads[question{'f', "a"}]; got.stamp.Size != 1 || in.unsure {
		t.Errorf("read twice: %v, unsure %t", got, in.unsure)
	}
	in.note('f', "a", seen{answer{1}, stamp.Stamp{Size: 2}})
	if got := in.reads[question{'f', "a"}]; got.stamp != (stamp.Stamp{}) || in.unsure {
		t.Errorf("touched: %v, unsure %t", got, in.unsure)
	}
	if in.note('f', "a", seen{answer{2}, stamp.Stamp{Size: 2}}); !in.unsure {
		t.Error("changed: it is sure")
	}
}

// TestOutput finds what is known of an output.
func TestOutput(t *testing.T) {
	mark := stamp.Stamp{Size: 1, Changed: 1}
	l := Last{Outcome: Outcome{Outputs: []Output{{Path: "a", Stamp: mark}, {Path: "c"}}}, at: 1e10}
	if o, ok := l.Output("a"); !ok || o.Stamp != mark || !l.Still("a", mark) {
		t.Errorf("a is %v, %t", o, ok)
	}
	if o, ok := l.Output("b"); ok || l.Still("b", mark) || l.Still("c", mark) || l.Still("a", stamp.Stamp{}) {
		t.Errorf("b is %v", o)
	}
}
