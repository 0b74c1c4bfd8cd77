package diag

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// random are some faults of few files, with equal ones among them.
func random(rng *rand.Rand) (l List) {
	for range rng.IntN(8) {
		l.Add(Pos{fmt.Sprintf("%c.md", 'a'+rng.IntN(3)), rng.IntN(3), 0}, []Code{RawHTML, BrokenLink}[rng.IntN(2)], "m%d", rng.IntN(2))
	}
	return l
}

// TestMerged: sorted lists together are what Sorted makes of all of them, and a list with
// the faults of some files replaced is what it makes of what stays and what comes.
func TestMerged(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		a, b, c := random(rng), random(rng), random(rng)
		want := slices.Concat(a, b, c).Sorted()
		if got := Merged(a.Sorted(), b.Sorted(), c.Sorted()); !slices.Equal(got, want) {
			t.Fatalf("%v, %v and %v are together %v, not %v", a, b, c, got, want)
		}
		files := map[string]bool{"a.md": true, "c.md": rng.IntN(2) == 0}
		stays := slices.DeleteFunc(slices.Clone(a), func(d Diagnostic) bool { return files[d.File] })
		comes := slices.DeleteFunc(slices.Clone(b), func(d Diagnostic) bool { return !files[d.File] })
		want = slices.Concat(stays, comes).Sorted()
		if got := a.Sorted().Replaced(files, comes.Sorted()); !slices.Equal(got, want) {
			t.Fatalf("%v with %v in %v is %v, not %v", a, b, files, got, want)
		}
		own := slices.DeleteFunc(a.Sorted(), func(d Diagnostic) bool { return !files[d.File] })
		if l := a.Sorted(); !l.Replaced(files, own).Is(l) || l.Is(slices.Clone(l)) && len(l) > 0 {
			t.Fatalf("%v with its own faults is another list", a)
		}
	}
}

// TestSince tells the faults that are new, wherever in their file they stand.
func TestSince(t *testing.T) {
	var was, now List
	for line, message := range []string{"one", "two", "two"} {
		was.Add(Pos{"a.md", line + 1, 0}, RawHTML, "%s", message)
		now.Add(Pos{"a.md", line + 5, 0}, RawHTML, "%s", message)
	}
	was.Add(Pos{File: "b.md"}, RawHTML, "gone")
	if got := now.Since(was); len(got) > 0 || len(now.Since(now)) > 0 {
		t.Errorf("they only moved, and %v are new", got)
	}
	now.Add(Pos{"a.md", 9, 0}, RawHTML, "two")
	now.Add(Pos{"a.md", 9, 0}, BrokenLink, "one")
	now.Add(Pos{"c.md", 1, 0}, RawHTML, "gone")
	got := now.Sorted().Since(was)
	if len(got) != 3 || got[0].Code != BrokenLink || got[1].Message != "two" || got[2].File != "c.md" {
		t.Errorf("new are %v", got)
	}
}
