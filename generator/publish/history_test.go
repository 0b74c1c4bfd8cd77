package publish

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/spf13/afero"

	"dossier/generator/publish/record"
)

// randomSite draws paths from so few names that files and folders often change places.
func randomSite(r *rand.Rand) files {
	f := files{}
	for range r.IntN(12) {
		var names []string
		for range 1 + r.IntN(3) {
			names = append(names, string("abc"[r.IntN(3)]))
		}
		path := strings.Join(names, "/")
		if free(f, path) {
			f[path] = fmt.Sprint(r.IntN(3))
		}
	}
	return f
}

func free(f files, path string) bool {
	for other := range f {
		if strings.HasPrefix(other+"/", path+"/") || strings.HasPrefix(path+"/", other+"/") {
			return false
		}
	}
	return true
}

// After any history of sites, finished or not, a publication equals a clean one, byte for byte and
// folder for folder.
func TestRandomHistories(t *testing.T) {
	seeds := uint64(60)
	if testing.Short() {
		seeds = 6
	}
	for seed := range seeds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			onDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
				r := rand.New(rand.NewPCG(seed, 1))
				foreign := files{"mine": "mine"}
				put(t, fs, dir, foreign)
				for range 15 {
					if r.IntN(3) > 0 { // a publication that fails, for good, at a random operation
						faulty := &faultFs{Fs: fs, n: r.IntN(120), err: syscall.EIO, lasting: true, late: r.IntN(2) == 0}
						_, _ = Write(context.Background(), faulty, dir, randomSite(r).outputs(), 1+r.IntN(3))
					}
					if r.IntN(2) == 0 {
						site := randomSite(r)
						write(t, fs, dir, site)
						expect(t, snapshot(t, fs, dir), site.published(t).with(foreign))
					}
				}
			})
		})
	}
}

// bigSite is version v of a site that takes a while to write.
func bigSite(v int) files {
	f := files{}
	r := rand.New(rand.NewPCG(uint64(v), 2))
	for i := range 150 {
		switch r.IntN(4) {
		case 0:
			f[fmt.Sprintf("d%d/%d.html", i%7, i)] = strings.Repeat(fmt.Sprint(v, i, "\n"), 400)
		case 1:
			f[fmt.Sprintf("s%d", i)] = strings.Repeat(fmt.Sprint(v), 100)
		case 2:
			f[fmt.Sprintf("s%d/in/x%d", i, v%3)] = "x"
		}
	}
	return f
}

const killVariable = "PUBLISH_TEST_DIR"

// TestMain makes the test binary its own victim: with the variable set it publishes for
// ever.
func TestMain(m *testing.M) {
	dir := os.Getenv(killVariable)
	if dir == "" {
		os.Exit(m.Run())
	}
	start, _ := strconv.Atoi(os.Getenv(killVariable + "_START"))
	for v := start; ; v++ {
		if _, err := Write(context.Background(), afero.NewOsFs(), dir, bigSite(v).outputs(), 2); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
	}
}

// killsWanted is how many processes TestKilled kills, 24 or as many as DOSSIER_KILLS says.
func killsWanted(t *testing.T) int {
	t.Helper()
	text := os.Getenv("DOSSIER_KILLS")
	if text == "" {
		return 24
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		t.Fatalf("DOSSIER_KILLS takes a number from 1; it is %q", text)
	}
	return n
}

// A process is killed at any moment, and at moments at which it stages, or moves what it has
// staged.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("it damages, fails or kills thousands of publications")
	}
	fs, dir := afero.NewOsFs(), filepath.Join(t.TempDir(), "out")
	foreign := files{"CNAME": "mine", "d1/": "", "d1/mine": "mine"}
	put(t, fs, dir, foreign)
	r := rand.New(rand.NewPCG(1, 1))
	staging, unfinished, wanted := 0, 0, killsWanted(t)
	for i := 0; i < wanted || (staging == 0 || unfinished == 0) && i < 240; i++ { // on a busy machine the moments are met more rarely
		helper := exec.Command(os.Args[0])
		helper.Env = append(os.Environ(), killVariable+"="+dir, fmt.Sprintf("%s_START=%d", killVariable, i*1000))
		var words strings.Builder
		helper.Stdout = &words
		if err := helper.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(20*time.Millisecond + time.Duration(r.IntN(60_000))*time.Microsecond)
		if sign := []string{"", journalName, stageName, journalName}[i%4]; sign != "" { // else at any moment
			for range 20_000 {
				if _, err := os.Stat(filepath.Join(dir, sign)); err == nil {
					break
				}
				time.Sleep(100 * time.Microsecond)
			}
		}
		if err := helper.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		if err := helper.Wait(); err == nil || words.Len() > 0 {
			t.Fatalf("the helper ended by itself: %v, %s", err, words.String())
		}
		if _, err := os.Stat(filepath.Join(dir, journalName)); err == nil {
			unfinished++
		} else {
			isWhole(t, dir)
			if _, err := os.Stat(filepath.Join(dir, stageName)); err == nil {
				staging++
			}
		}
		if i%3 == 0 {
			continue // the next helper heals
		}
		site := bigSite(i * 7)
		write(t, fs, dir, site)
		expect(t, snapshot(t, fs, dir), site.published(t).with(foreign))
	}
	if staging == 0 || unfinished == 0 {
		t.Errorf("%d kills met a publication that staged, %d one that moved", staging, unfinished)
	}
	t.Logf("%d or more kills, no site lost; %d met a publication that staged, %d one that moved", wanted, staging, unfinished)
}

// isWhole sees to it that each file that the manifest names is there as it was published.
func isWhole(t *testing.T, dir string) {
	t.Helper()
	m, err := readManifest(afero.NewOsFs(), dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range m {
		if body, err := os.ReadFile(filepath.Join(dir, e.Path)); err != nil || sumOf(string(body)) != e.Sum {
			t.Fatalf("%s is not as it was published: %v", e.Path, err)
		}
	}
}

// Journals of several unfinished publications add up, and the site of the last is whole.
func TestJournalIsCarriedForward(t *testing.T) {
	fs, dir := afero.NewOsFs(), t.TempDir()
	for v := range 4 {
		faulty := &hookFailFs{Fs: fs, after: 2}
		site := files{fmt.Sprint("a", v): fmt.Sprint(v), fmt.Sprint("b", v): fmt.Sprint(v)}
		if _, err := Write(context.Background(), faulty, dir, site.outputs(), 1); err == nil {
			t.Fatal("the fault did not happen")
		}
	}
	journal, err := tree{fs, dir}.readRecord(journalName, record.Journal, record.Record{}, false)
	if err != nil || !journal.Intact || len(journal.Entries) != 8 {
		t.Fatalf("journal: %+v, %v", journal, err)
	}
	all := slices.Collect(maps.Keys(snapshot(t, fs, dir)))
	if !slices.Contains(all, "a3") {
		t.Error("the fault came too early to tell anything")
	}
	write(t, fs, dir, files{"c": "1"})
	expect(t, snapshot(t, fs, dir), files{"c": "1"}.published(t))
}

// A file that somebody put at a path which only the journal names is not ours.
func TestJournalClaimsBytesNotPaths(t *testing.T) {
	fs, dir := afero.NewOsFs(), t.TempDir()
	if _, err := Write(context.Background(), &hookFailFs{Fs: fs, after: 2}, dir, files{"a": "1", "b": "1"}.outputs(), 1); err == nil {
		t.Fatal("the fault did not happen")
	}
	put(t, fs, dir, files{"a": "mine"})
	before := snapshot(t, fs, dir)
	if _, err := Write(context.Background(), fs, dir, files{"a": "1", "b": "1"}.outputs(), 1); err == nil {
		t.Error("somebody else's file was overwritten")
	}
	expect(t, snapshot(t, fs, dir), before)
	write(t, fs, dir, files{"c": "1"})
	expect(t, snapshot(t, fs, dir), files{"c": "1"}.published(t).with(files{"a": "mine"}))
}

// hookFailFs refuses all renames but the first few.
type hookFailFs struct {
	afero.Fs
	after int
}

func (h *hookFailFs) Rename(from, to string) error {
	if h.after--; h.after < 0 {
		return syscall.EIO
	}
	return h.Fs.Rename(from, to)
}
