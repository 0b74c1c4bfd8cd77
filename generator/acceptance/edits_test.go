package acceptance

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/afero"
)

// TestEditsOfSuez edits one file after the other of a dossier with all that a dossier may
// have, as editors do, and now and then the prose of all: after each edit the site is the
// one that a build from nothing makes. So it shows pages that depend on more than their keys
// say.
func TestEditsOfSuez(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds sites by the dozen")
	}
	t.Parallel()
	steps := effort(t, "DOSSIER_EDITS", 12)
	l := &lab{t: t, fs: afero.NewMemMapFs(), root: "edits"}
	files := map[string]string{}
	for name, body := range readFiles(t, suezContent) {
		files["content/"+name] = string(body)
	}
	l.put(files)
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(files)), func(name string) bool { return !strings.HasSuffix(name, ".md") })
	rng, sound := rand.New(rand.NewPCG(5, 6)), 0
	for step := range steps {
		was, now := map[string]string{}, map[string]string{}
		if step%4 == 3 {
			for _, name := range names {
				was[name], now[name] = files[name], shortened(rng, files[name])
			}
		} else {
			name := names[rng.IntN(len(names))]
			was[name], now[name] = files[name], edited(rng, files[name], files[names[rng.IntN(len(names))]])
		}
		l.put(now)
		at := fmt.Sprintf("step %d, %q", step, slices.Sorted(maps.Keys(now)))
		status, stderr := l.build(l.fs, "public")
		if status == faulty { // a link leads nowhere any more, say
			l.put(was)
			if status, stderr = l.build(l.fs, "public"); status != done {
				t.Fatalf("%s, taken back: %s", at, stderr)
			}
		} else if status != done {
			t.Fatalf("%s: %s", at, stderr)
		} else {
			maps.Copy(files, now)
			sound++
		}
		if status, stderr := l.build(l.fs, "public", "--verify"); status != done {
			t.Fatalf("%s: %s", at, stderr)
		}
	}
	if sound < steps/2 {
		t.Errorf("of %d edits only %d could be published", steps, sound)
	}
}

// shortened is a file with a sentence less in each paragraph that has a plain one.
func shortened(rng *rand.Rand, text string) string {
	front, body, _ := strings.Cut(text, "\n---\n")
	parts := strings.Split(body, "\n\n")
	for i, part := range parts {
		sentences := strings.SplitAfter(part, ". ")
		n := rng.IntN(len(sentences))
		if len(sentences) > 1 && !strings.ContainsAny(sentences[n], "[]{}#|>*`<-:") {
			parts[i] = strings.Join(slices.Delete(sentences, n, n+1), "")
		}
	}
	return front + "\n---\n" + strings.Join(parts, "\n\n")
}

// edited is a file with another paragraph, sentence or line of front matter; other is
// another file.
func edited(rng *rand.Rand, text, other string) string {
	front, body, _ := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
	_, more, _ := strings.Cut(strings.TrimPrefix(other, "---\n"), "\n---\n")
	parts := strings.Split(strings.TrimSpace(body), "\n\n")
	at := rng.IntN(len(parts))
	switch rng.IntN(8) {
	case 0:
		parts = slices.Delete(parts, at, at+1)
	case 1:
		parts = append(parts, parts[at])
	case 2:
		parts[0], parts[at] = parts[at], parts[0]
	case 3, 4: // a sentence less, or more: the name of a source, perhaps
		sentences := strings.SplitAfter(parts[at], ". ")
		if len(sentences) > 1 {
			n := rng.IntN(len(sentences))
			parts[at] = strings.Join(slices.Delete(sentences, n, n+1), "")
		} else {
			parts[at] += " " + parts[0]
		}
	case 5:
		theirs := strings.Split(strings.TrimSpace(more), "\n\n")
		parts = append(parts, theirs[rng.IntN(len(theirs))])
	case 6:
		for _, key := range []string{"title: ", "summary: ", "name: "} {
			front = strings.Replace("\n"+front, "\n"+key+"\"", "\n"+key+"\""+fmt.Sprint(rng.IntN(10))+" ", 1)[1:]
		}
	case 7:
		parts = append(parts, "> [!CORRECTION]\n> "+fmt.Sprint(rng.IntN(10)))
	}
	return "---\n" + front + "\n---\n" + strings.Join(parts, "\n\n") + "\n"
}
