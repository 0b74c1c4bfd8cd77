package publish

import (
	"context"
	"testing"

	"github.com/spf13/afero"
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
