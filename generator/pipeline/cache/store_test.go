package cache

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/diag"
	"dossier/generator/stamp"
)

func cacheOf(disk afero.Fs, settings string) Cache {
	return New(disk, "cache", "out", func() string { return settings })
}

func keyed(i int) Key { return KeyOf("test", fmt.Sprint(i)) }

// keepAll keeps values under their numbers and saves.
func keepAll(c Cache, values ...string) {
	s := c.Values()
	for i, v := range values {
		s.Keep(keyed(i), []byte(v))
	}
	s.Save()
}

// found are the values that a store has, of so many.
func found(s *Store, n int) []string {
	var out []string
	for i := range n {
		if v, ok := s.Find(keyed(i)); ok {
			out = append(out, v)
		} else {
			out = append(out, "-")
		}
	}
	return out
}

func TestStore(t *testing.T) {
	disk := afero.NewMemMapFs()
	c := cacheOf(disk, "these")
	keepAll(c, "zero", "", "two")
	if got := found(c.Values(), 4); !slices.Equal(got, []string{"zero", "", "two", "-"}) {
		t.Errorf("the store has %q", got)
	}
	if got := found(cacheOf(disk, "other").Values(), 1); got[0] != "-" {
		t.Errorf("with other settings it has %q", got)
	}
	if got := found(cacheOf(disk, "").Values(), 1); got[0] != "-" {
		t.Errorf("of an unknown program it has %q", got)
	}

	s := c.Values() // the next build: one value is another, and one is new
	found(s, 3)
	s.Keep(keyed(0), []byte("zero again"))
	s.Keep(keyed(3), []byte("three"))
	size := sizeOf(t, disk, c.storeFile())
	s.Save()
	if got := found(c.Values(), 4); !slices.Equal(got, []string{"zero again", "", "two", "three"}) {
		t.Errorf("then it has %q", got)
	}
	if now := sizeOf(t, disk, c.storeFile()); now <= size {
		t.Errorf("it has %d bytes, and had %d: it was not made longer", now, size)
	}

	s = c.Values() // and one in which hardly anything is of use any more
	s.Find(keyed(3))
	s.Save()
	if got := found(c.Values(), 4); !slices.Equal(got, []string{"-", "-", "-", "three"}) {
		t.Errorf("in the end it has %q", got)
	}
	s = c.Values() // and one that fails
	s.Keep(keyed(1), make([]byte, mostLonger+1))
	s.Discard()
	if names, _ := afero.Glob(disk, "cache/*"); !slices.Equal(names, []string{"cache/.gitignore", c.storeFile()}) {
		t.Errorf("left are %q", names)
	}
	if got := found(c.Values(), 4); got[3] != "three" || got[1] != "-" {
		t.Errorf("after a build that failed it has %q", got)
	}
}

func sizeOf(t *testing.T, disk afero.Fs, name string) int64 {
	t.Helper()
	info, err := disk.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}

// TestStoreMuch: what is too much to wait goes to the disk before the end.
func TestStoreMuch(t *testing.T) {
	c := cacheOf(afero.NewMemMapFs(), "these")
	var values []string
	for i := range 40 {
		values = append(values, strings.Repeat(fmt.Sprint(i), 10_000))
	}
	keepAll(c, values...)
	s := c.Values()
	if got := found(s, 40); !slices.Equal(got, values) {
		t.Error("not all is there")
	}
	for i := range 39 {
		values[i] += strings.Repeat("x", 300_000)
		s.Keep(keyed(i), []byte(values[i]))
	}
	s.Save()
	if got := found(c.Values(), 40); !slices.Equal(got, values) {
		t.Error("not all is there when nearly all was made anew")
	}
}

// TestDamage: whatever becomes of the file, a value is found as it was, or it is not found;
// and the build after it makes the store whole.
func TestDamage(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	values := []string{"zero", strings.Repeat("one", 100), "", "three"}
	for range 2000 {
		disk := afero.NewMemMapFs()
		c := cacheOf(disk, "these")
		keepAll(c, values...)
		text, err := afero.ReadFile(disk, c.storeFile())
		if err != nil {
			t.Fatal(err)
		}
		switch at := rng.IntN(len(text)); rng.IntN(4) {
		case 0:
			text[at] ^= 1 << rng.IntN(8)
		case 1:
			text = text[:at]
		case 2:
			text = slices.Concat(text[:at], []byte("more"), text[at:])
		case 3:
			text = append(text, text[at:]...)
		}
		if err := afero.WriteFile(disk, c.storeFile(), text, 0o644); err != nil {
			t.Fatal(err)
		}
		s := c.Values()
		for i, got := range found(s, len(values)) {
			if got != values[i] && got != "-" {
				t.Fatalf("%q became %q", values[i], got)
			}
			if got == "-" {
				s.Keep(keyed(i), []byte(values[i]))
			}
		}
		s.Save()
		s = c.Values()
		if got := found(s, len(values)); !slices.Equal(got, values) || !s.whole {
			t.Fatalf("healed, it has %q", got)
		}
	}
}

// fullFs has no room for more.
type fullFs struct {
	afero.Fs
	full bool
}

func (f *fullFs) Create(name string) (afero.File, error) {
	return f.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o666)
}

func (f *fullFs) OpenFile(name string, flag int, mode fs.FileMode) (afero.File, error) {
	if f.full && flag != os.O_RDONLY {
		return nil, errors.New("full")
	}
	return f.Fs.OpenFile(name, flag, mode)
}

func TestStoreFull(t *testing.T) {
	disk := &fullFs{Fs: afero.NewMemMapFs()}
	c := cacheOf(disk, "these")
	keepAll(c, "zero")
	disk.full = true
	s := c.Values()
	s.Find(keyed(0))
	s.Keep(keyed(1), []byte("one")) // behind
	s.Save()
	s = c.Values()
	s.Keep(keyed(1), make([]byte, 2*mostLonger)) // in a new file
	s.Save()
	if got := found(c.Values(), 2); !slices.Equal(got, []string{"zero", "-"}) {
		t.Errorf("it has %q", got)
	}
	if got := found(cacheOf(afero.NewMemMapFs(), "").Values(), 1); got[0] != "-" {
		t.Errorf("an unknown program has %q", got)
	}
}

// TestRecord: a record is read back as it was, and nothing else is.
func TestRecord(t *testing.T) {
	mark := stamp.Stamp{Size: 1, Number: 1 << 40, Modified: -1, Changed: 1 << 60}
	r := record{key: "k", at: 1 << 61, reads: []read{{question{'f', "a"}, seen{answer{1}, mark}}, {question{'d', "b"}, seen{answer: answer{2}}}}}
	r.outcome = Outcome{Manifest: [32]byte{3}, Editions: 4, Pages: 5, Faults: diag.List{{Message: "m"}}, Outputs: []Output{{"p", [16]byte{6}, [32]byte{7}, mark}}}
	text := encoded(t, r)
	got, ok := decode(text)
	if !ok || fmt.Sprintf("%#v", got) != fmt.Sprintf("%#v", r) {
		t.Errorf("%#v became %#v", r, got)
	}
	for i := range text {
		other := slices.Clone(text)
		other[i] ^= 1
		if _, ok := decode(other); ok {
			t.Errorf("a record with another byte %d was believed", i)
		}
		if _, ok := decode(text[:i]); ok {
			t.Errorf("%d bytes of a record were believed", i)
		}
	}
}

// TestLongRecord: one that is written in pieces is read back as it was; an error of any piece is told.
func TestLongRecord(t *testing.T) {
	var r record
	for i := range 5000 {
		r.reads = append(r.reads, read{question{'f', strings.Repeat("r", i%100)}, seen{answer: answer{byte(i)}}})
		r.outcome.Outputs = append(r.outcome.Outputs, Output{Path: strings.Repeat("p", i%90), Key: [16]byte{byte(i >> 8)}})
	}
	text := encoded(t, r)
	if got, ok := decode(text); !ok || len(text) < 4*pieceSize || fmt.Sprint(got) != fmt.Sprint(r) {
		t.Errorf("a record of %d bytes was not read back", len(text))
	}
	for room := 0; room < len(text); room += pieceSize / 2 {
		if r.encode(&small{room}) == nil {
			t.Errorf("only %d bytes were written, and no error told", room)
		}
	}
}

func encoded(t *testing.T, r record) []byte {
	t.Helper()
	var text bytes.Buffer
	if err := r.encode(&text); err != nil {
		t.Fatal(err)
	}
	return text.Bytes()
}

// small is a disk that has room for so many bytes.
type small struct{ room int }

func (s *small) Write(b []byte) (int, error) {
	if s.room -= len(b); s.room < 0 {
		return 0, errors.New("full")
	}
	return len(b), nil
}

// TestUnread: a file that is as it was need not be read, and counts as read.
func TestUnread(t *testing.T) {
	disk := afero.NewMemMapFs()
	c := cacheOf(disk, "these")
	write := func(name, text string) {
		if err := afero.WriteFile(disk, filepath.Join("content", name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("a", "A")
	write("b", "B")
	in := Note(disk, Last{})
	for _, name := range []string{"a", "b"} {
		if _, err := afero.ReadFile(in, filepath.Join("content", name)); err != nil {
			t.Fatal(err)
		}
	}
	c.Remember(in, Outcome{Pages: 1})
	if last := c.Last(context.Background(), 2); !last.Holds || last.Pages != 1 {
		t.Errorf("nothing has changed, and the cache gives %+v", last)
	}
	write("b", "other")
	last := c.Last(context.Background(), 2)
	if last.Holds || !slices.Equal(slices.Collect(maps.Keys(last.same)), []string{filepath.Join("content", "a")}) {
		t.Errorf("b has changed, and the cache gives %+v", last)
	}
	again := Note(disk, last)
	sum, ok := again.Unread(filepath.Join("content", "a"))
	if before, known := in.Sum(filepath.Join("content", "a")); !ok || !known || sum != before {
		t.Errorf("a is known %v, and known before %v", ok, known)
	}
	if _, ok := again.Unread(filepath.Join("content", "b")); ok {
		t.Error("b is taken for unchanged")
	}
	if got, ok := again.In("content"); !ok || got == last.In("content") {
		t.Errorf("what was not read does not count: %x, %v", got, ok)
	}
	if last := (Cache{}).Last(context.Background(), 1); last.Holds {
		t.Error("a cache that is none holds")
	}
}
