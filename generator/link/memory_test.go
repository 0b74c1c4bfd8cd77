package link

import (
	"crypto/sha256"
	"fmt"
	"testing"

	"dossier/generator/model"
)

// kept is a memory, for one run after the other.
type kept struct {
	sums  map[string][sha256.Size]byte
	found map[string]string
	told  int // how often something was kept
}

func (k *kept) memory() *Memory {
	return &Memory{
		Sum:   func(file string) ([sha256.Size]byte, bool) { sum, ok := k.sums[file]; return sum, ok },
		Found: func(lang string) string { return k.found[lang] },
		Keep:  func(lang string, found []byte) { k.told++; k.found[lang] = string(found) },
	}
}

// read makes the memory know the bytes of some files of a corpus.
func (k *kept) read(c *model.Corpus, known func() bool) {
	clear(k.sums)
	for _, d := range c.Docs() {
		for _, t := range d.Texts {
			if known() {
				k.sums[t.File] = sha256.Sum256(fmt.Appendf(nil, "%v", t.Body))
			}
		}
	}
}

// TestRecalling: over any history of edits a resolver that knows what another run found
// gives what one gives that knows nothing, also where the bytes of some files are not known.
func TestRecalling(t *testing.T) {
	seeds := uint64(20)
	if testing.Short() {
		seeds = 4
	}
	recalled := 0
	for seed := range seeds {
		w, k := newWorld(t, seed), &kept{map[string][sha256.Size]byte{}, map[string]string{}, 0}
		for step := range 40 {
			for range w.rng.IntN(3) {
				w.edit()
			}
			c := w.corpus()
			k.read(c, func() bool { return !w.coin(10) })
			r := Recalling(k.memory())
			before := k.told
			if d := differences(outcomeOf(r.Resolve(c)), outcomeOf(Resolve(c))); d != "" {
				t.Fatalf("history %d, step %d: the resolver that recalls gives, and a new one gives, %s", seed, step, d)
			}
			if k.told == before {
				recalled++
			}
			k.read(c, func() bool { return true })
			Recalling(k.memory()).Resolve(c)
			before = k.told
			if Recalling(k.memory()).Resolve(c); k.told != before {
				t.Fatalf("history %d, step %d: the same corpus is found to be another", seed, step)
			}
		}
	}
	if recalled == 0 {
		t.Error("no step recalls all: the histories test little")
	}
}

// TestRecallingHalf: what was cut off is found anew.
func TestRecallingHalf(t *testing.T) {
	w, k := newWorld(t, 3), &kept{map[string][sha256.Size]byte{}, map[string]string{}, 0}
	c := w.corpus()
	k.read(c, func() bool { return true })
	want := outcomeOf(Recalling(k.memory()).Resolve(c))
	for lang, whole := range k.found {
		if len(whole) < 200 {
			t.Fatalf("kept are %d bytes in %s", len(whole), lang)
		}
		for range 100 {
			k.found[lang] = whole[:w.rng.IntN(len(whole))]
			if d := differences(outcomeOf(Recalling(k.memory()).Resolve(c)), want); d != "" {
				t.Fatalf("half a memory gives, and all of it gives, %s", d)
			}
		}
		k.found[lang] = whole
	}
}
