package publish

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/publish/record"
)

func TestVerify(t *testing.T) {
	cases := []struct {
		name string
		edit files // "-" deletes
		want string
	}{
		{"nothing", nil, ""},
		{"foreign file", files{"CNAME": "mine", "x/mine": "1"}, ""},
		{"differs", files{"a": "0"}, "a differs"},
		{"missing", files{"a": "-", "x/b": "-"}, "a missing, x/b missing"},
		{"folder in the way", files{"a": "-", "a/": ""}, "a differs"},
		{"manifest", files{manifestName: "-"}, manifestName + " missing"},
		{"damaged copy", files{copyName: "x"}, copyName + " differs"},
		{"unfinished", files{journalName: string(recordText(t, record.Journal, []record.Entry{{Path: "n", Sum: sumOf("2")}, {Path: "a", Sum: sumOf("2")}})), "n": "2", stageName + "/a": "h"},
			stageName + " left over, " + journalName + " left over, n left over"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			onDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
				site := files{"a": "1", "x/b": "1"}
				write(t, fs, dir, site)
				for path, body := range c.edit {
					if body == "-" {
						if err := fs.Remove(filepath.Join(dir, path)); err != nil {
							t.Fatal(err)
						}
					}
				}
				for path, body := range c.edit {
					if body != "-" {
						put(t, fs, dir, files{path: body})
					}
				}
				before := snapshot(t, fs, dir)
				found, err := Verify(context.Background(), afero.NewReadOnlyFs(fs), dir, site.outputs(), 2)
				var words []string
				for _, d := range found {
					words = append(words, d.Path+" "+d.What)
				}
				want := strings.Split(c.want, ", ")
				slices.Sort(want)
				if got := strings.Join(words, ", "); err != nil || got != strings.Join(want, ", ") {
					t.Errorf("got %q, %v, want %q", got, err, c.want)
				}
				expect(t, snapshot(t, fs, dir), before)
			})
		})
	}
}

func TestVerifyOtherSite(t *testing.T) {
	fs := afero.NewMemMapFs()
	write(t, fs, "out", files{"a": "1", "old/b": "1"})
	found, err := Verify(context.Background(), fs, "out", files{"a": "1", "c": "1"}.outputs(), 1)
	want := []Difference{{Path: manifestName, What: "differs"}, {Path: copyName, What: "differs"}, {Path: "c", What: "missing"}, {Path: "old/b", What: "left over"}}
	if err != nil || !slices.Equal(found, want) {
		t.Errorf("got %v, %v", found, err)
	}
	if found, err = Verify(context.Background(), fs, "nowhere", files{"a": "1"}.outputs(), 1); err != nil || len(found) != 3 {
		t.Errorf("no folder: %v, %v", found, err)
	}
	broken := errors.New("broken")
	if _, err := Verify(context.Background(), fs, "out", []Output{{Path: "a", Render: func([]byte) ([]byte, error) { return nil, broken }}}, 1); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}
