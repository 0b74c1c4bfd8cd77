package publish

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/publish/record"
)

// The site before the damage, the one after, and what lies beside them. Between the sites a file
// changes, one goes, with its folder, and one comes.
var (
	damageOld  = files{"change": "old", "keep": "1", "gone/a": "withdrawn", "late": "old"}
	damageNew  = files{"change": "new", "keep": "1", "come/b": "here", "late": "new"}
	damageThem = files{"CNAME": "mine", ".nojekyll": "", "chang": "mine", "gone-a": "mine"}
)

// damaged is every text that a record may have become: cut off at each byte at either end, a bit
// flipped in each byte, each line damaged, and texts that are none of ours.
func damaged(good string) map[string]string {
	all := map[string]string{"empty": "", "foreign": "hello\n", "other version": strings.Replace(good, " 2: ", " 1: ", 1)}
	for i := range good {
		all[fmt.Sprintf("end cut at %d", i)] = good[:i]
		all[fmt.Sprintf("start cut at %d", i)] = good[i+1:]
		flipped := []byte(good)
		flipped[i] ^= 1 << (i % 8)
		all[fmt.Sprintf("bit flipped in %d", i)] = string(flipped)
	}
	lines := strings.SplitAfter(good, "\n")
	for i, line := range lines[:len(lines)-1] {
		before, after := strings.Join(lines[:i], ""), strings.Join(lines[i+1:], "")
		all[fmt.Sprintf("line %d: order", i)] = before + lines[i+1] + line + strings.Join(lines[i+2:], "")
		for what, damage := range damagedLine(line) {
			all[fmt.Sprintf("line %d: %s", i, what)] = before + damage + after
		}
	}
	maps.DeleteFunc(all, func(_, text string) bool { return text == good }) // a replacement that found nothing
	return all
}

// damagedLine is what may have become of a line of a record.
func damagedLine(line string) map[string]string {
	return map[string]string{
		"lost": "", "twice": line + line, "blank": "\n" + line, "no hash": "zz" + line[2:], "upper case": strings.ToUpper(line),
		"conflict": "<<<<<<< HEAD\n" + line, "one space": strings.Replace(line, "  ", " ", 1), "bad hash": strings.Replace(line, "  ", "x  ", 1),
		"outside": strings.Replace(line, "  ", "  ../", 1), "absolute": strings.Replace(line, "  ", "  /", 1), "reserved": strings.Replace(line, "  ", "  "+manifestName, 1),
	}
}

// eachDamage publishes the old site, damages the records of the given names, and hands over the
// folder.
func eachDamage(t *testing.T, test func(t *testing.T, fs afero.Fs, damage string), names ...string) {
	t.Helper()
	fs := afero.NewMemMapFs()
	write(t, fs, "out", damageOld)
	good, err := afero.ReadFile(fs, filepath.Join("out", manifestName))
	if err != nil {
		t.Fatal(err)
	}
	all := damaged(string(good))
	for _, damage := range slices.Sorted(maps.Keys(all)) {
		fs := afero.NewMemMapFs()
		write(t, fs, "out", damageOld)
		put(t, fs, "out", damageThem)
		for _, name := range names {
			put(t, fs, "out", files{name: all[damage]})
		}
		test(t, fs, damage)
	}
}

// A manifest that is damaged in any way, or its copy, changes nothing of the next site, nor of
// anybody's files.
func TestOneRecordDamaged(t *testing.T) {
	if testing.Short() {
		t.Skip("it damages, fails or kills thousands of publications")
	}
	for _, name := range []string{manifestName, copyName} {
		n := 0
		eachDamage(t, func(t *testing.T, fs afero.Fs, damage string) {
			n++
			if r := write(t, fs, "out", damageNew); r.Lost != nil || !slices.Equal(r.Removed, []string{"gone/a"}) {
				t.Errorf("%s of %s: %+v", damage, name, r)
			}
			expect(t, snapshot(t, fs, "out"), damageNew.published(t).with(damageThem))
		}, name)
		t.Logf("%s: %d damages", name, n)
	}
}

// Manifest and copy damaged alike: nothing of anybody's is touched; the site is exact, or what
// cannot be told is named.
func TestBothRecordsDamaged(t *testing.T) {
	if testing.Short() {
		t.Skip("it damages, fails or kills thousands of publications")
	}
	exact, left, inTheWay, good := 0, 0, 0, damageOld.published(t)[manifestName]
	eachDamage(t, func(t *testing.T, fs afero.Fs, damage string) {
		before := snapshot(t, fs, "out")
		r, err := Write(context.Background(), fs, "out", damageNew.outputs(), 1)
		after := snapshot(t, fs, "out")
		want := damageNew.published(t).with(damageThem)
		var e *InTheWayError
		switch {
		case errors.As(err, &e):
			inTheWay++
			expect(t, after, before)
			if e.Path != "change" && e.Path != "late" || !strings.Contains(err.Error(), manifestName) {
				t.Errorf("%s: %v", damage, err)
			}
			// The old site, whose bytes are there, is adopted, and with it the records are right
			// again.
			write(t, fs, "out", damageOld)
			write(t, fs, "out", damageNew)
			expect(t, snapshot(t, fs, "out"), want)
			return
		case err != nil:
			t.Errorf("%s: %v", damage, err)
		case r.Lost == nil && !holdsLines(good, before[manifestName]) || r.Lost != nil && !reflect.DeepEqual(r.Lost, []string{manifestName}):
			t.Errorf("%s: %+v", damage, r)
		case after["gone/a"] != "":
			left++
			expect(t, after, want.with(files{"gone/": "", "gone/a": "withdrawn"}))
			return
		}
		exact++
		expect(t, after, want)
	}, manifestName, copyName)
	if exact == 0 || left == 0 || inTheWay == 0 {
		t.Errorf("%d exact, %d with a file left over, %d in the way: a case is not tested", exact, left, inTheWay)
	}
	t.Logf("%d exact, %d with a withdrawn file left over and told, %d in the way", exact, left, inTheWay)
}

// holdsLines reports whether every line of a manifest but its heading stands in the text.
func holdsLines(manifest, text string) bool {
	for _, line := range strings.Split(manifest, "\n")[1:] {
		if !strings.Contains(text, line) {
			return false
		}
	}
	return true
}

// The same site again is exact whatever is left of the records.
func TestBothRecordsDamagedAndNothingChanged(t *testing.T) {
	if testing.Short() {
		t.Skip("it damages, fails or kills thousands of publications")
	}
	eachDamage(t, func(t *testing.T, fs afero.Fs, damage string) {
		if r := write(t, fs, "out", damageOld); len(r.Written)+len(r.Removed) > 0 {
			t.Errorf("%s: %+v", damage, r)
		}
		expect(t, snapshot(t, fs, "out"), damageOld.published(t).with(damageThem))
	}, manifestName, copyName)
}

// A journal damaged in any way costs nobody a file. Its publication had replaced "change" and added
// "come/b", and still had "late" to move.
func TestJournalDamaged(t *testing.T) {
	if testing.Short() {
		t.Skip("it damages, fails or kills thousands of publications")
	}
	journal := string(recordText(t, record.Journal, []record.Entry{
		{Path: "change", Sum: sumOf("new")}, {Path: "come/b", Sum: sumOf("here")}, {Path: "late", Sum: sumOf("new")},
	}))
	third := files{"keep": "3", "late": "3"}
	for damage, text := range damaged(journal) {
		fs := afero.NewMemMapFs()
		write(t, fs, "out", damageOld)
		put(t, fs, "out", damageThem.with(files{"change": "new", "come/b": "here", stageName + "/late": "ne", journalName: text}))
		r := write(t, fs, "out", third)
		if !reflect.DeepEqual(r.Lost, []string{journalName}) {
			t.Errorf("%s: %+v", damage, r)
		}
		want := third.published(t).with(damageThem)
		got := snapshot(t, fs, "out")
		if got["come/b"] == "here" { // its line is lost
			want = want.with(files{"come/": "", "come/b": "here"})
		}
		expect(t, got, want)
	}
}

// A record of the first version, which had no checksum, is read line by line, too.
func TestRecordOfAnEarlierVersion(t *testing.T) {
	fs := afero.NewMemMapFs()
	write(t, fs, "out", damageOld)
	text := snapshot(t, fs, "out")[manifestName]
	_, body, _ := strings.Cut(text, "\n")
	put(t, fs, "out", files{manifestName: "# dossier manifest 1: 4 files\n" + body})
	if err := fs.Remove(filepath.Join("out", copyName)); err != nil {
		t.Fatal(err)
	}
	write(t, fs, "out", damageNew)
	expect(t, snapshot(t, fs, "out"), damageNew.published(t))
}

// Without its records a site is not lost: what is the same is adopted, what is not is in the way.
func TestRecordsGone(t *testing.T) {
	for _, names := range [][]string{{manifestName}, {copyName}, {manifestName, copyName}} {
		fs, dir := afero.NewOsFs(), t.TempDir()
		write(t, fs, dir, small)
		for _, name := range names {
			if err := fs.Remove(filepath.Join(dir, name)); err != nil {
				t.Fatal(err)
			}
		}
		changed := small.with(files{"index.html": "new"})
		_, err := Write(context.Background(), fs, dir, changed.outputs(), 1)
		if known := len(names) == 1; known != (err == nil) {
			t.Errorf("without %v: %v", names, err)
		} else if known {
			expect(t, snapshot(t, fs, dir), changed.published(t))
		}
		write(t, fs, dir, small)
		expect(t, snapshot(t, fs, dir), small.published(t))
	}
}

// unreadableFs refuses to open a record for reading.
type unreadableFs struct {
	afero.Fs
	names []string
	err   error
}

func (u unreadableFs) Open(name string) (afero.File, error) {
	if slices.Contains(u.names, filepath.Base(name)) {
		return nil, &os.PathError{Op: "open", Path: name, Err: u.err}
	}
	return u.Fs.Open(name)
}

func TestRecordUnreadable(t *testing.T) {
	for _, errno := range []error{syscall.EACCES, syscall.EIO} {
		for _, names := range [][]string{{manifestName}, {copyName}, {manifestName, copyName}, {journalName}} {
			fs := afero.NewMemMapFs()
			write(t, fs, "out", damageOld)
			put(t, fs, "out", damageThem)
			if names[0] == journalName {
				put(t, fs, "out", files{journalName: string(recordText(t, record.Journal, nil))})
			}
			before := snapshot(t, fs, "out")
			_, err := Write(context.Background(), unreadableFs{fs, names, errno}, "out", damageNew.outputs(), 1)
			if alone := len(names) == 1 && names[0] != journalName; alone {
				if err != nil {
					t.Errorf("%v of %v: %v", errno, names, err)
				}
			} else {
				if !errors.Is(err, errno) || !strings.Contains(err.Error(), filepath.Join("out", names[0])) {
					t.Errorf("%v of %v: %v", errno, names, err)
				}
				expect(t, snapshot(t, fs, "out"), before)
				write(t, fs, "out", damageNew)
			}
			expect(t, snapshot(t, fs, "out"), damageNew.published(t).with(damageThem))
		}
	}
}

// A page that lost its bytes when the machine stopped is written again.
func TestEmptiedPage(t *testing.T) {
	fs := afero.NewMemMapFs()
	write(t, fs, "out", files{"a": "1"})
	put(t, fs, "out", files{"b": "", journalName: string(recordText(t, record.Journal, []record.Entry{{Path: "b", Sum: sumOf("2")}}))})
	write(t, fs, "out", files{"a": "1", "b": "3"})
	expect(t, snapshot(t, fs, "out"), files{"a": "1", "b": "3"}.published(t))
}
