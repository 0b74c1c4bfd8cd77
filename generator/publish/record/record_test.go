package record

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

func paths(entries []Entry) string {
	var all []string
	for _, e := range entries {
		all = append(all, e.Path)
	}
	return strings.Join(all, " ")
}

// What is believed of each text that version control, a disk or a hand may have made of records.
func TestDecode(t *testing.T) {
	base := string(textOf(t, Manifest, []Entry{{"a", Sum{1}}, {"old", Sum{1}}}))
	one := string(textOf(t, Manifest, []Entry{{"a", Sum{1}}, {"b", Sum{2}}}))
	other := string(textOf(t, Manifest, []Entry{{"a", Sum{1}}, {"c", Sum{3}}}))
	_, lines, _ := strings.Cut(one, "\n")
	for what, tt := range map[string]struct {
		text              string
		intact, whole     bool
		entries, doubtful string
	}{
		"as written":      {one, true, true, "a b", ""},
		"CRLF":            {strings.ReplaceAll(one, "\n", "\r\n"), true, true, "a b", ""},
		"empty list":      {string(textOf(t, Manifest, nil)), true, true, "", ""},
		"no text":         {"", false, false, "", ""},
		"conflict":        {"<<<<<<< HEAD\n" + one + "=======\n" + other + ">>>>>>> bob\n", false, true, "a b c", ""},
		"with ancestor":   {"<<<<<<< HEAD\n" + one + "||||||| 1a2\n" + base + "=======\n" + other + ">>>>>>> bob\n", false, true, "a b c", "a old"},
		"one after other": {one + other, false, true, "a b c", ""},
		"settled by hand": {one + "\n" + other, false, true, "a b c", ""},
		"union":           {strings.Replace(one, "\n", "\n"+strings.SplitAfter(other, "\n")[2], 1), false, true, "a b c", ""},
		"line lost":       {strings.Join(slices.Delete(strings.SplitAfter(one, "\n"), 1, 2), ""), false, false, "", "b"},
		"cut off":         {one[:len(one)-1], false, false, "", "a b"},
		"foreign line":    {one + "hello\n" + other, false, false, "a c", "a b"},
		"no heading":      {lines, false, false, "", "a b"},
		"mark too short":  {"<<<<<< HEAD\n" + one, false, false, "a b", ""},
		"mark with text":  {"<<<<<<<HEAD\n" + one, false, false, "a b", ""},
		"bad path":        {strings.Replace(one, "  b", "  ../b", 1), false, false, "", "a"},
	} {
		r := Decode(Manifest, []byte(tt.text))
		if r.Intact != tt.intact || r.Whole != tt.whole || paths(r.Entries) != tt.entries || paths(r.Doubtful) != tt.doubtful {
			t.Errorf("%s: %+v", what, r)
		}
		if !r.Found || tt.text == one && r.Sum != Digest(Manifest, r.Entries) {
			t.Errorf("%s: found %t, sum %x", what, r.Found, r.Sum)
		}
	}
	journal := strings.ReplaceAll(one, "manifest", "journal") + "hello\n"
	if r := Decode(Journal, []byte(journal)); r.Intact || paths(r.Entries) != "a b" || r.Doubtful != nil {
		t.Errorf("a damaged journal: %+v", r)
	}
}

// Manifest and copy make up for each other, and are added up where they differ.
func TestRecords(t *testing.T) {
	read := func(entries ...Entry) Record { return Decode(Manifest, textOf(t, Manifest, entries)) }
	a, b, journal := Entry{"a", Sum{1}}, Entry{"b", Sum{2}}, Entry{"j", Sum{3}}
	good, other := read(a), read(a, b)
	bad := Decode(Manifest, []byte(strings.TrimSuffix(string(textOf(t, Manifest, []Entry{b})), "\n")))
	for what, tt := range map[string]struct {
		r                Records
		owned, claimed   string
		complete, unsure bool
	}{
		"none":         {Records{}, "", "", false, false},
		"both":         {Records{Manifest: good, Copy: good, Journal: Record{Entries: []Entry{journal}}}, "a", "j", true, false},
		"no copy":      {Records{Manifest: good}, "a", "", false, false},
		"two branches": {Records{Manifest: good, Copy: other}, "a b", "", false, false},
		"bad copy":     {Records{Manifest: good, Copy: bad}, "a", "b", false, false},
		"both bad":     {Records{Manifest: bad, Copy: bad}, "", "b b", false, true},
	} {
		if got := paths(tt.r.Owned()); got != tt.owned {
			t.Errorf("%s: %q is owned", what, got)
		}
		if got := paths(tt.r.Claimed()); got != tt.claimed {
			t.Errorf("%s: %q is claimed", what, got)
		}
		if tt.r.Complete() != tt.complete || tt.r.Unsure() != tt.unsure {
			t.Errorf("%s: complete %t, unsure %t", what, tt.r.Complete(), tt.r.Unsure())
		}
	}
}

func TestNamed(t *testing.T) {
	entries := []Entry{{"a", Sum{1}}, {"b", Sum{1}}, {"b", Sum{2}}}
	for path, want := range map[string]bool{"a": true, "b": true, "": false, "aa": false, "c": false} {
		if Named(entries, path) != want {
			t.Errorf("%q: %t", path, !want)
		}
	}
}

func TestBadPath(t *testing.T) {
	for path, bad := range map[string]bool{
		"a": false, "a/b.html": false, "a/ é": false, "a..b": false,
		"": true, ".": true, "/a": true, "a/": true, "a//b": true, "../a": true, "a/../b": true, "a\xff": true,
		"a\n": true, "a\x7f": true, `a\b`: true, ".git/config": true, "a/.htaccess": true,
	} {
		if got := BadPath(path); got != "" != bad {
			t.Errorf("%q %s", path, got)
		}
	}
}

// fullDisk takes a number of bytes and no more.
type fullDisk struct{ left int }

var errFull = errors.New("full")

func (f *fullDisk) Write(b []byte) (int, error) {
	if f.left -= len(b); f.left < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestWriteFails(t *testing.T) {
	many := make([]Entry, 2000)
	for i := range many {
		many[i].Path = strings.Repeat("x", i/100+1)
	}
	text := textOf(t, Journal, many)
	for _, room := range []int{0, bufferSize, len(text) - 1} {
		if err := Write(&fullDisk{room}, Journal, many); !errors.Is(err, errFull) {
			t.Errorf("room for %d of %d bytes: %v", room, len(text), err)
		}
	}
	if err := Write(&fullDisk{len(text)}, Journal, many); err != nil {
		t.Error(err)
	}
}
