//go:build unix

package acceptance

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/limits"
)

// hostileDossier is a dossier with one file that says the most of something that
// the limits allow. The program must still end soon, though not always well.
type hostileDossier struct {
	name   string
	files  map[string]string // further ones, and those in place of the usual
	front  string            // of the section: further keys
	body   string            // of the section
	status int
	stderr string // a part of it
}

// filled repeats lines, in which N is their number, as often as fit into n bytes.
func filled(line string, n int) string {
	var b strings.Builder
	for i := 1; b.Len()+len(line)+5 < n; i++ {
		b.WriteString(strings.ReplaceAll(line, "N", fmt.Sprint(i)))
	}
	return b.String()
}

// prose fills a file with paragraphs of a unit.
func prose(unit string) string {
	return strings.Repeat(strings.Repeat(unit, 60_000/len(unit))+"\n\n", (1<<20-1000)/60_002)
}

func actor(more string) string { return "---\nname: X\ntype: person\n" + more + "---\n" }

func relations(lines string) map[string]string {
	return map[string]string{"actors/x.md": actor("relations:\n" + lines)}
}

func aliases(names string) map[string]string {
	return map[string]string{"actors/x.md": actor("aliases: [" + names + "q]\n")}
}

// inBothCases are names of ten words that a text can read in a thousand ways.
func inBothCases() string {
	var b strings.Builder
	for i := range 1 << 10 {
		for bit := range 10 {
			b.WriteString([]string{"xx ", "Xx "}[i>>bit&1])
		}
		b.WriteString("zz, ")
	}
	return b.String()
}

func hostileDossiers() []hostileDossier {
	const front = 60_000
	index := "---\ntitle: T\nrelations: {near: {name: near, inverse: near}}\n"
	return []hostileDossier{
		{name: "links", body: filled("[[bob]]\n\n", 90_000)},
		{name: "links to nothing", body: filled("[[nobodyN]]\n\n", 130_000), status: faulty, stderr: "[broken-link]"},
		{name: "links to no heading", body: filled("## head N\n\n", 25_000) + filled("[[s#heat-N]]\n\n", 120_000), status: faulty, stderr: "[broken-link]"},
		{name: "files that are missing", body: filled("[x](N.md)\n\n", 110_000), status: faulty, stderr: "[broken-link]"},
		{name: "mentions", body: prose("Bob ")},
		{name: "headings equal", body: strings.Repeat("## a\n\n", 2000)},
		{name: "headings long", body: strings.Repeat("## "+strings.Repeat("&", 500)+"\n\n", 2000)},
		{name: "alerts", body: filled("> [!NOTE]\n> x\n\n", 200_000)},
		{name: "footnotes", body: filled("a[^N]\n\n", 16_000) + filled("[^N]: b\n", 18_000)},
		{name: "corrections", front: "corrections:\n" + filled("- {date: 2020, text: a}\n", 45_000)},
		{name: "ids of nobody", front: "events: [" + filled("eN, ", front) + "e]\n", status: faulty, stderr: "[unknown-entity]"},
		{name: "relations of no type", files: relations(filled("- {type: neerN, to: bob}\n", 40_000)), status: faulty, stderr: "[unknown-entity]"},
		{name: "relations that come and go", files: relations(func() string {
			var b strings.Builder
			for i := range 1400 {
				fmt.Fprintf(&b, "- {type: near, to: bob, when: %d/%d}\n", 1000+i%900, 1000+i%900+i%37)
			}
			return b.String()
		}())},
		{name: "a long name that nearly comes", files: aliases(strings.Repeat("a ", 1900) + "b, "), body: prose("a ") + "\nb", status: faulty, stderr: "[too-large]"},
		{name: "names that nearly come in many ways", files: aliases(inBothCases()), body: prose("Xx ") + "\nzz", status: faulty, stderr: "[too-large]"},
		{name: "a title for a book", files: map[string]string{"index.md": index + "description: " + strings.Repeat("a ", front/2) + "\n---\n"}, status: faulty, stderr: "[too-large]"},
		{name: "kinds and unknown keys", status: done, stderr: "[unknown-key]", files: map[string]string{
			"index.md": index + "kinds:\n" + filled("  kindN: {name: a}\n", 20_000) + "---\n", "actors/x.md": actor(filled("kimdN: 1\n", 50_000))}},
	}
}

// TestHostileDossiers builds them. The greatest of them take a second; that
// processor time is bounded by ten keeps a busy machine from failing it.
func TestHostileDossiers(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds large dossiers")
	}
	for _, h := range hostileDossiers() {
		t.Run(h.name, func(t *testing.T) {
			files := map[string]string{
				"index.md":            "---\ntitle: T\nrelations: {near: {name: near, inverse: near}}\n---\n",
				"actors/bob.md":       "---\nname: Bob\ntype: person\n---\n",
				"articles/a/index.md": "---\ntitle: A\n---\n",
				"articles/a/01-s.md":  "---\ntitle: S\ndate: 2020\n" + h.front + "---\n" + h.body,
			}
			for name, text := range h.files {
				files[name] = text
			}
			disk, input := afero.NewMemMapFs(), 0
			for name, text := range files {
				if len(text) > limits.MaxFileBytes {
					t.Fatalf("%s has %d bytes", name, len(text))
				}
				input += len(text)
				if err := afero.WriteFile(disk, filepath.Join("content", name), []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			var stdout, stderr bytes.Buffer
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := processorTime(t)
			status := run(context.Background(), []string{"build"}, disk, &stdout, &stderr)
			took := processorTime(t) - start
			runtime.ReadMemStats(&after)
			if status != h.status || !strings.Contains(stderr.String(), h.stderr) {
				t.Errorf("exit status %d, want %d; %.300s", status, h.status, stderr.String())
			}
			used := after.TotalAlloc - before.TotalAlloc
			largest := largestFile(t, disk)
			t.Logf("%d bytes: %d ms, %d MB, the largest page %d bytes, %d of messages", input, took/1e6, used>>20, largest, stderr.Len())
			if took > 10e9 {
				t.Errorf("it took %d ms of processor time", took/1e6)
			}
			if used > 512<<20 {
				t.Errorf("it allocated %d bytes", used)
			}
			if most := 20*input + 200_000; largest > most || stderr.Len() > 2*most {
				t.Errorf("a page of %d bytes and %d of messages, made of %d bytes", largest, stderr.Len(), input)
			}
		})
	}
}

// processorTime is what this program has used, in nanoseconds.
func processorTime(t *testing.T) int64 {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return u.Utime.Nano() + u.Stime.Nano()
}

func largestFile(t *testing.T, disk afero.Fs) (size int) {
	t.Helper()
	if ok, _ := afero.DirExists(disk, "public"); !ok {
		return 0
	}
	err := afero.Walk(disk, "public", func(_ string, info fs.FileInfo, err error) error {
		if err == nil && !info.IsDir() {
			size = max(size, int(info.Size()))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return size
}
