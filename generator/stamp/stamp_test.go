package stamp

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"testing/fstest"
)

func TestHolds(t *testing.T) {
	fine, coarse := Stamp{1, 2, 3, 5e9 + 1}, Stamp{1, 2, 3, 5e9}
	other := fine
	other.Number++
	for _, test := range []struct {
		was, now Stamp
		at       int64
		want     bool
	}{
		{fine, fine, 5e9 + 1e8 + 2, true},
		{fine, fine, 5e9 + 1e8 + 1, false},
		{coarse, coarse, 7e9, false},
		{coarse, coarse, 7e9 + 1, true},
		{fine, other, 9e9, false},
		{fine, Stamp{}, 9e9, false},
		{Stamp{}, Stamp{}, 9e9, false},
		{fine, fine, 0, false},
	} {
		if got := test.was.Holds(test.now, test.at); got != test.want {
			t.Errorf("%v, now %v, at %d: %t", test.was, test.now, test.at, got)
		}
	}
}

// TestOf: no program that changes a file can give it the stamp that it had.
func TestOf(t *testing.T) {
	name := filepath.Join(t.TempDir(), "f")
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	look := func() (os.FileInfo, Stamp) {
		t.Helper()
		info, err := os.Lstat(name)
		check(err)
		return info, Of(info)
	}
	check(os.WriteFile(name, []byte("one"), 0o600))
	info, before := look()
	if _, again := look(); again != before {
		t.Errorf("%v and then %v", before, again)
	}
	if known := slices.Contains([]string{"linux", "darwin"}, runtime.GOOS); known != (before != Stamp{}) {
		t.Errorf("on %s the stamp is %v", runtime.GOOS, before)
	}
	check(os.WriteFile(name+".new", []byte("two"), 0o600))
	check(os.Chtimes(name+".new", info.ModTime(), info.ModTime()))
	check(os.Rename(name+".new", name))
	if _, after := look(); before != (Stamp{}) && (after == before || after.Size != before.Size || after.Modified != before.Modified) {
		t.Errorf("another file has %v, as it had %v", after, before)
	}
	memory, err := fstest.MapFS{"f": {}}.Stat("f")
	check(err)
	if got := Of(memory); got != (Stamp{}) {
		t.Errorf("a file in memory has %v", got)
	}
}
