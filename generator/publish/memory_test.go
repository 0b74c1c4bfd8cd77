package publish

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/stamp"
)

// TestMemory renders what is not known, and what is not on the disk as it is known to be.
func TestMemory(t *testing.T) {
	disk := afero.NewMemMapFs()
	rendered := map[string]int{}
	output := func(path, body string) Output {
		return Output{Path: path, Render: func(buf []byte) ([]byte, error) { rendered[path]++; return append(buf, body...), nil }}
	}
	outputs := []Output{output("known", "1"), output("unknown", "2"), output("edited", "3"), output("gone", "4"), output("wrong", "5")}
	m := &Memory{}
	if _, err := m.Write(context.Background(), disk, "out", outputs, 1); err != nil || len(m.Entries) != len(outputs) {
		t.Fatal(err, m.Entries)
	}
	sums := map[string]Sum{"wrong": {}}
	for _, e := range m.Entries {
		if e.Path != "unknown" && e.Path != "wrong" {
			sums[e.Path] = e.Sum
		}
	}
	if err := afero.WriteFile(disk, "out/edited", []byte("by hand"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := disk.Remove("out/gone"); err != nil {
		t.Fatal(err)
	}
	clear(rendered)
	again := &Memory{Known: func(path string) (Sum, bool) { sum, ok := sums[path]; return sum, ok }}
	res, err := again.Replace(context.Background(), disk, "out", outputs, 1)
	if err != nil || len(res.Written) != 2 || res.Unchanged != 3 || res.Size.Bytes != 5 || len(again.Entries) != len(outputs) {
		t.Errorf("%+v, %v", res, err)
	}
	for path, want := range map[string]int{"known": 0, "unknown": 1, "edited": 1, "gone": 1, "wrong": 1} {
		if rendered[path] != want {
			t.Errorf("%s is rendered %d times", path, rendered[path])
		}
	}
}

// TestStill does not read what is known to be as it was, and marks what it placed.
func TestStill(t *testing.T) {
	disk, dir := afero.NewOsFs(), filepath.Join(t.TempDir(), "out")
	outputs := func(second string) []Output { return []Output{Bytes("f/a", []byte("1")), Bytes("f/b", []byte(second))} }
	write := func(m *Memory, second string) Result {
		t.Helper()
		res, err := m.Write(context.Background(), disk, dir, outputs(second), 2)
		if err != nil {
			t.Fatal(err)
		}
		for i, s := range m.Stamps {
			e := m.Entries[i]
			info, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(e.Path)))
			if err != nil {
				t.Fatal(err)
			}
			if s != (stamp.Stamp{}) && s != stamp.Of(info) {
				t.Errorf("%s has the stamp %v and is marked %v", e.Path, stamp.Of(info), s)
			}
		}
		return res
	}
	plain := &Memory{}
	if write(plain, "2"); plain.Stamps != nil {
		t.Errorf("marked %v, which nobody wants", plain.Stamps)
	}
	first := &Memory{Mark: true}
	res := write(first, "2")
	if info, err := os.Lstat(filepath.Join(dir, "f", "a")); err != nil || first.Stamps[0] != stamp.Of(info) {
		t.Errorf("a file that was there is marked %v, %v", first.Stamps[0], err)
	}
	if err := os.WriteFile(filepath.Join(dir, "f", "a"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	still := func(path string, now stamp.Stamp) bool { return path == "f/a" }
	if _, ok := Intact(context.Background(), disk, dir, res.Manifest, still, 1); !ok {
		t.Error("what is known to be as it was is read")
	}
	if _, ok := Intact(context.Background(), disk, dir, res.Manifest, nil, 1); ok {
		t.Error("another byte is not found")
	}
	second := &Memory{Mark: true, Still: still, Known: func(path string) (Sum, bool) { return first.Entries[0].Sum, path == "f/a" }}
	if res := write(second, "3"); !slices.Equal(res.Written, []string{"f/b"}) {
		t.Errorf("wrote %q", res.Written)
	}
}
