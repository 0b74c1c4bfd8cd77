package publish

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/publish/record"
)

// What is in the way of a site in every manner, and what is not.
var (
	replaceSite = files{"a": "1", "b": "1", "f": "1", "x/y/c": "1", "z/d": "1"}
	inTheirWay  = files{"a": "mine", "f/": "", "f/g/": "", "x": "mine", manifestName: "mine", copyName: "mine", journalName: "mine", stageName: "mine"}
	besideIt    = files{"CNAME": "mine", "z/": "", "z/mine": "mine", "empty/": ""}
)

func TestReplace(t *testing.T) {
	onDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
		put(t, fs, dir, inTheirWay.with(besideIt).with(files{".git/": "", ".git/config": "mine"}))
		r, err := Replace(context.Background(), fs, dir, replaceSite.outputs(), 2)
		if want := []string{"CNAME", "z/mine"}; err != nil || !slices.Equal(r.Strangers, want) {
			t.Errorf("%+v, %v", r, err)
		}
		expect(t, snapshot(t, fs, dir), replaceSite.published(t).with(besideIt).with(files{".git/": "", ".git/config": "mine"}))
		if found, err := Verify(context.Background(), fs, dir, replaceSite.outputs(), 2); err != nil || found != nil {
			t.Errorf("%v, %v", found, err)
		}
		write(t, fs, dir, replaceSite)
	})
}

// Somebody's file in a folder that stands where a file goes is not deleted, nor is anything
// changed.
func TestReplaceDeletesNothingElse(t *testing.T) {
	for _, path := range []string{"a/mine", "a/b/c/mine", manifestName + "/mine"} {
		onDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
			put(t, fs, dir, files{path: "mine"})
			before := snapshot(t, fs, dir)
			_, err := Replace(context.Background(), fs, dir, files{"a": "1"}.outputs(), 2)
			var e *InTheWayError
			if !errors.As(err, &e) || e.Replaceable || !strings.HasPrefix(path, e.Path) || strings.Contains(err.Error(), "--replace") {
				t.Errorf("%s: %v", path, err)
			}
			expect(t, snapshot(t, fs, dir), before)
		})
	}
}

// A record that cannot be read is replaced like a damaged one.
func TestReplaceUnreadableRecords(t *testing.T) {
	fs := afero.NewMemMapFs()
	write(t, fs, "out", damageOld)
	put(t, fs, "out", files{journalName: string(recordText(t, record.Journal, nil))})
	broken := unreadableFs{fs, []string{manifestName, copyName, journalName}, syscall.EIO}
	if r, err := Replace(context.Background(), broken, "out", damageNew.outputs(), 1); err != nil || len(r.Lost) != 2 {
		t.Errorf("%+v, %v", r, err)
	}
	expect(t, snapshot(t, fs, "out"), damageNew.published(t).with(files{"gone/": "", "gone/a": "withdrawn"}))
}

// What fails between any two operations is healed by the next, and costs nobody a file.
func TestReplaceFails(t *testing.T) {
	for n := 0; ; n++ {
		for _, lasting := range []bool{false, true} {
			fs, dir := afero.NewMemMapFs(), "out"
			put(t, fs, dir, inTheirWay.with(besideIt))
			faulty := &faultFs{Fs: fs, n: n, err: syscall.EIO, lasting: lasting}
			_, err := Replace(context.Background(), faulty, dir, replaceSite.outputs(), 1)
			if err == nil && !lasting && faulty.count <= n {
				return
			}
			got := snapshot(t, fs, dir)
			for path, body := range besideIt {
				if got[path] != body {
					t.Fatalf("fault %d: %s is lost", n, path)
				}
			}
			if _, err := Replace(context.Background(), fs, dir, replaceSite.outputs(), 1); err != nil {
				t.Fatal(fmt.Errorf("after fault %d: %w", n, err))
			}
			expect(t, snapshot(t, fs, dir), replaceSite.published(t).with(besideIt))
		}
	}
}
