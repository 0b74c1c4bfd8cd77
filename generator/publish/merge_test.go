package publish

import (
	"context"
	"errors"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/publish/record"
)

// Two branches, what their site comes from, and what their content makes when it is merged. Of what
// is merged "both" and "auto" have bytes of neither.
var (
	mergeBase   = files{"auto": "0", "both": "0", "go/ann": "0", "go/bob": "0", "go/both": "0", "keep": "0"}
	mergeAnn    = files{"auto": "1", "both": "1", "go/bob": "1", "keep": "0", "new/ann": "1", "stale/ann": "1"}
	mergeBob    = files{"auto": "2", "both": "2", "go/ann": "2", "keep": "0", "new/bob": "2", "stale/bob": "2"}
	mergeBoth   = files{"auto": "3", "both": "3", "keep": "0", "new/ann": "3", "new/bob": "3"}
	mergeOnDisk = files{"auto": "1\n2", "both": "<<<<<<< ann\n1\n=======\n2\n>>>>>>> bob\n", "go/bob": "1", "go/ann": "2", "keep": "0",
		"new/ann": "1", "new/bob": "2", "stale/ann": "edited", "stale/bob": "2"}
)

// merged is what version control may make of two manifests and the one that both come from.
func merged(base, ann, bob string) map[string]string {
	cut := func(s string, from, to int) string { return strings.Join(strings.SplitAfter(s, "\n")[from:to], "") }
	all := map[string]string{
		"default":        "<<<<<<< HEAD\n" + ann + "=======\n" + bob + ">>>>>>> bob\n",
		"diff3":          "<<<<<<< HEAD\n" + ann + "||||||| 1a2b3c4\n" + base + "=======\n" + bob + ">>>>>>> bob\n",
		"no labels":      "<<<<<<<\n" + ann + "=======\n" + bob + ">>>>>>>\n",
		"long marks":     "<<<<<<<<<<< Temporary merge branch 1\n" + ann + "===========\n" + bob + ">>>>>>>>>>> Temporary merge branch 2\n",
		"in parts":       "<<<<<<< HEAD\n" + cut(ann, 0, 3) + "=======\n" + cut(bob, 0, 3) + ">>>>>>> bob\n" + cut(ann, 3, 5) + cut(bob, 3, 4) + "<<<<<<< HEAD\n" + cut(ann, 5, 7) + "=======\n" + cut(bob, 4, 7) + ">>>>>>> bob\n",
		"union":          cut(ann, 0, 1) + cut(bob, 0, 1) + cut(ann, 1, 4) + cut(bob, 1, 7) + cut(ann, 4, 7),
		"of one heading": ann + cut(bob, 1, 7),
		"twice":          ann + bob + ann,
		"octopus":        "<<<<<<< HEAD\n<<<<<<< HEAD\n" + ann + "=======\n" + base + ">>>>>>> base\n=======\n" + bob + ">>>>>>> bob\n",
	}
	for name, text := range maps.Clone(all) {
		all[name+" with CRLF"] = strings.ReplaceAll(text, "\n", "\r\n")
	}
	return all
}

// manifestOf is the manifest of a site.
func manifestOf(t testing.TB, site files) string { return site.published(t)[manifestName] }

// eachMerge puts down what is left by a merge of the two branches, with each text as records, and
// with the records of one side and the other beside each other.
func eachMerge(t *testing.T, test func(t *testing.T, fs afero.Fs, what string)) {
	t.Helper()
	ann, bob := manifestOf(t, mergeAnn), manifestOf(t, mergeBob)
	texts := merged(manifestOf(t, mergeBase), ann, bob)
	records := map[string][2]string{"ann's and bob's": {ann, bob}, "bob's and ann's": {bob, ann}}
	for what, text := range texts {
		records[what] = [2]string{text, text}
	}
	records["marks and ann's"] = [2]string{texts["default"], ann}
	records["ann's and marks"] = [2]string{ann, texts["default"]}
	for what, r := range records {
		fs := afero.NewMemMapFs()
		put(t, fs, "out", mergeOnDisk.with(damageThem).with(files{"go/mine": "mine", manifestName: r[0], copyName: r[1]}))
		test(t, fs, what)
	}
}

// Whatever version control made of the records of two branches, the next site is exact, and nobody
// else's file is touched.
func TestRecordsMerged(t *testing.T) {
	eachMerge(t, func(t *testing.T, fs afero.Fs, what string) {
		r := write(t, fs, "out", mergeBoth)
		if want := []string{"go/ann", "go/bob", "stale/ann", "stale/bob"}; r.Lost != nil || !slices.Equal(r.Removed, want) {
			t.Errorf("%s: %+v", what, r)
		}
		expect(t, snapshot(t, fs, "out"), mergeBoth.published(t).with(damageThem).with(files{"go/": "", "go/mine": "mine"}))
	})
}

// A file that only the ancestor's list names, in the marks, is ours if its bytes are those of then.
func TestAncestorsLinesAreClaims(t *testing.T) {
	text := merged(manifestOf(t, mergeBase), manifestOf(t, mergeAnn), manifestOf(t, mergeBob))["diff3"]
	for body, kept := range map[string]bool{"0": false, "mine": true} {
		fs := afero.NewMemMapFs()
		put(t, fs, "out", mergeOnDisk.with(files{"go/both": body, manifestName: text, copyName: text}))
		write(t, fs, "out", mergeBoth)
		want := mergeBoth.published(t)
		if kept {
			want = want.with(files{"go/": "", "go/both": body})
		}
		expect(t, snapshot(t, fs, "out"), want)
	}
}

// A record that was merged and then damaged makes nobody else's file ours.
func TestMergedRecordsDamaged(t *testing.T) {
	if testing.Short() {
		t.Skip("it damages, fails or kills thousands of publications")
	}
	good := merged(manifestOf(t, mergeBase), manifestOf(t, mergeAnn), manifestOf(t, mergeBob))["default"]
	for what, text := range damaged(good) {
		fs := afero.NewMemMapFs()
		put(t, fs, "out", mergeOnDisk.with(damageThem).with(files{manifestName: text, copyName: text}))
		before := snapshot(t, fs, "out")
		_, err := Write(context.Background(), fs, "out", mergeBoth.outputs(), 1)
		var e *InTheWayError
		if errors.As(err, &e) {
			expect(t, snapshot(t, fs, "out"), before)
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", what, err)
		}
		got := snapshot(t, fs, "out")
		for path, body := range mergeBoth.published(t).with(damageThem) {
			if got[path] != body {
				t.Errorf("%s: %s is %q", what, path, got[path])
			}
		}
	}
}

// signedPages are the outputs of a site whose pages are signed.
func signedPages(site files) files {
	all := files{}
	for path, body := range site {
		o := Signed(path, func(buf []byte) ([]byte, error) { return append(buf, body...), nil })
		b, _ := o.Render(nil)
		all[path] = string(b)
	}
	return all
}

// Where the records are those of one branch, or gone, signed pages of the other are known, replaced
// and deleted. A copy of a page elsewhere, a page in git's own folder and a file that only looks
// like one are not.
func TestSignedPages(t *testing.T) {
	ann, bob, both := signedPages(mergeAnn), signedPages(mergeBob), signedPages(mergeBoth)
	copies := files{"old/": "", "old/auto": bob["auto"], ".git/x.html": signature(".git/x.html"), ".git/": "", "text": "<!-- dossier: text --> it says"}
	left := mergeOnDisk.with(nil)
	for path := range left {
		if body, known := ann.with(bob)[path]; known {
			left[path] = body
		}
	}
	left["new/bob"] = strings.ReplaceAll(bob["new/bob"], "\n", "\r\n")
	records := map[string]files{"ann's": {manifestName: manifestOf(t, ann), copyName: manifestOf(t, ann)}, "none": {}, "damaged": {manifestName: "x", copyName: "y"}}
	for what, r := range records {
		fs := afero.NewMemMapFs()
		put(t, fs, "out", left.with(copies).with(damageThem).with(r))
		found, err := Verify(context.Background(), afero.NewReadOnlyFs(fs), "out", both.outputs(), 1)
		if err != nil || !slices.Contains(found, Difference{Path: "stale/bob", What: "left over"}) {
			t.Errorf("%s: %v, %v", what, found, err)
		}
		write(t, fs, "out", both)
		expect(t, snapshot(t, fs, "out"), both.published(t).with(copies).with(damageThem))
	}
	// Where the records are whole and no page is in the way, nobody looks for one that was put back
	// by hand.
	fs := afero.NewMemMapFs()
	write(t, fs, "out", both)
	put(t, fs, "out", files{"stale/bob": bob["stale/bob"]})
	write(t, fs, "out", both)
	expect(t, snapshot(t, fs, "out"), both.published(t).with(files{"stale/": "", "stale/bob": bob["stale/bob"]}))
}

// Version control moves a page with its folder: it is signed for another path, and it is ours as
// long as the records are those of a merge.
func TestMovedPages(t *testing.T) {
	base, site := signedPages(files{"a/x": "1"}), signedPages(files{"b/x": "2"})
	for what, r := range map[string]files{"merged": {manifestName: manifestOf(t, base) + manifestOf(t, base), copyName: "x"}, "intact": {}} {
		fs := afero.NewMemMapFs()
		write(t, fs, "out", base)
		put(t, fs, "out", files{"b/x": base["a/x"]}.with(r))
		_, err := Write(context.Background(), fs, "out", site.outputs(), 1)
		var e *InTheWayError
		if what == "intact" && (!errors.As(err, &e) || e.Path != "b/x") || what == "merged" && err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// No record has anything deleted whose name begins with a dot.
func TestForgedRecords(t *testing.T) {
	theirs := files{".git/config": "1", ".GIT/x": "1", "sub/.git/config": "1", ".nojekyll": "1", ".well-known/x": "1", "a/.htaccess": "1"}
	var forged []record.Entry
	for path, body := range theirs {
		forged = append(forged, record.Entry{Path: path, Sum: sumOf(body)})
	}
	forged = record.Sorted(append(forged, record.Entry{Path: "stale", Sum: sumOf("1")}))
	for _, kind := range []record.Kind{record.Manifest, record.Journal} {
		fs := afero.NewMemMapFs()
		put(t, fs, "out", theirs.with(files{"stale": "1"}))
		name := map[record.Kind]string{record.Manifest: manifestName, record.Journal: journalName}[kind]
		put(t, fs, "out", files{name: string(recordText(t, kind, forged))})
		write(t, fs, "out", files{"a/b": "1"})
		got := snapshot(t, fs, "out")
		for path, body := range theirs {
			if got[path] != body {
				t.Errorf("%s deleted by a %s", path, kind)
			}
		}
		if _, there := got["stale"]; there {
			t.Errorf("the %s was not read: this tests nothing", kind)
		}
		if _, err := fs.Stat(filepath.Join("out", "a", "b")); err != nil {
			t.Error(err)
		}
	}
}
