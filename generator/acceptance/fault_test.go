package acceptance

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/spf13/afero"
)

// faults are the ways in which an operation fails, and those in which a write is cut short.
func faults() (failing, short []fault) {
	failing = []fault{{err: syscall.EIO, late: true}, {err: syscall.ENOSPC, late: true, lasting: true}}
	for _, errno := range []error{syscall.ENOSPC, syscall.EIO, syscall.EACCES} {
		failing = append(failing, fault{err: errno}, fault{err: errno, lasting: true})
	}
	return failing, []fault{{}, {lasting: true}}
}

// fewer is a part of what a loop does, with -short.
func fewer(n int) int {
	if testing.Short() {
		return max(n/12, 1)
	}
	return n
}

// effort reads how much of a long test to run from the environment.
func effort(t testing.TB, variable string, usual int) int {
	t.Helper()
	text := os.Getenv(variable)
	if text == "" {
		return fewer(usual)
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		t.Fatalf("%s takes a number from 1; it is %q", variable, text)
	}
	return n
}

// lab builds two versions of a dossier by turns into one output folder, the second of each pair on a disk that fails.
type lab struct {
	t        *testing.T
	fs       afero.Fs
	root     string
	versions [2]map[string]string // what the contents differ in: "" for a file that is not there
	want     [2]map[string]string // the sites, foreign files included
	now      int                  // the version that is published
	failed   int                  // operations that failed, of builds that failed
	ignored  int                  // of builds that went well nevertheless
}

const (
	foreignFile   = "CNAME"
	stagingFolder = ".dossier-stage"
	everyOne      = 1 << 20 // operations of a sort: more than there are
)

// newLab copies the files to root and builds both versions.
func newLab(t *testing.T, fsys afero.Fs, root string, common map[string]string, versions [2]map[string]string) *lab {
	t.Helper()
	l := &lab{t: t, fs: fsys, root: root, versions: versions}
	l.put(common)
	l.put(map[string]string{"public/" + foreignFile: "dossier.example"})
	for v := range versions {
		l.put(versions[v])
		clean := fmt.Sprint("clean", v)
		l.put(map[string]string{clean + "/" + foreignFile: "dossier.example"})
		for _, out := range []string{clean, "public"} {
			if status, stderr := l.build(l.fs, out); status != done {
				t.Fatalf("version %d: status %d: %s", v, status, stderr)
			}
		}
		l.want[v], l.now = l.tree(clean), v
	}
	return l
}

func (l *lab) put(files map[string]string) {
	l.t.Helper()
	for name, body := range files {
		name = filepath.Join(l.root, filepath.FromSlash(name))
		var err error
		if body == "" {
			if err = l.fs.Remove(name); errors.Is(err, fs.ErrNotExist) {
				err = nil
			}
		} else if err = l.fs.MkdirAll(filepath.Dir(name), 0o755); err == nil {
			err = afero.WriteFile(l.fs, name, []byte(body), 0o644)
		}
		if err != nil {
			l.t.Fatal(err)
		}
	}
}

func (l *lab) build(fsys afero.Fs, out string, flags ...string) (status int, stderr string) {
	var stdout, errs bytes.Buffer
	in := func(name string) string { return filepath.Join(l.root, name) }
	args := append([]string{"build", "--quiet", "--jobs", "1", "--content", in("content"), "--layouts", in("layouts"), "--out", in(out)}, flags...)
	status = run(context.Background(), args, fsys, &stdout, &errs)
	return status, stdout.String() + errs.String()
}

func (l *lab) tree(dir string) map[string]string {
	l.t.Helper()
	files := map[string]string{}
	dir = filepath.Join(l.root, dir)
	err := afero.Walk(l.fs, dir, func(name string, info fs.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		body, err := afero.ReadFile(l.fs, name)
		rel, _ := filepath.Rel(dir, name)
		files[filepath.ToSlash(rel)] = string(body)
		return err
	})
	if err != nil {
		l.t.Fatal(err)
	}
	return files
}

// operations are what a build of the next version does to the disk, as a faultFs tells them.
func (l *lab) operations(short bool) []string {
	l.t.Helper()
	faulty := &faultFs{Fs: l.fs, n: -1, fault: fault{err: syscall.EIO}}
	if short {
		faulty.fault.err = nil
	}
	l.put(l.versions[1-l.now])
	if status, stderr := l.build(faulty, "public"); status != done {
		l.t.Fatalf("status %d: %s", status, stderr)
	}
	l.now = 1 - l.now
	return faulty.all
}

// strike lets the n-th operation of a build of the next version fail.
func (l *lab) strike(n int, f fault) {
	l.t.Helper()
	next := 1 - l.now
	l.put(l.versions[next])
	faulty := &faultFs{Fs: l.fs, n: n, fault: f}
	status, stderr := l.build(faulty, "public")
	if faulty.struck == nil {
		l.now = next
		return // fewer operations than the time before
	}
	at := fmt.Sprintf("operation %d, %s, %v", n, faulty.struck[0], f)
	after := l.tree("public")
	switch status {
	case done:
		l.ignored += len(faulty.struck)
		l.same(at+": done", after, l.want[next])
	case environment:
		l.failed += len(faulty.struck)
		l.checkWords(at, faulty, stderr)
		l.checkFiles(at, after)
		l.checkAssets(at, after)
		if !faulty.journaled {
			l.checkUntouched(at, f, after)
		}
	default:
		l.t.Errorf("%s: status %d: %s", at, status, stderr)
	}
	if maps.Equal(after, l.want[l.now]) {
		return
	}
	if status, stderr := l.build(l.fs, "public"); status != done {
		l.t.Fatalf("%s: the next build: status %d: %s", at, status, stderr)
	}
	l.same(at+": the next build", l.tree("public"), l.want[next])
	l.now = next
}

// checkUntouched sees to it that a build that failed before its journal was in place left the site as it was. Where every
// later operation fails, too, what it staged may stay, and a journal that was in place though it was said not to be.
func (l *lab) checkUntouched(at string, f fault, after map[string]string) {
	l.t.Helper()
	if f.lasting {
		after = maps.Clone(after)
		delete(after, ".dossier-journal")
		maps.DeleteFunc(after, func(name, _ string) bool { return strings.HasPrefix(name, stagingFolder+"/") })
	}
	l.same(at+": not published", after, l.want[l.now])
}

// checkWords sees to it that the message names a file that failed, and why.
func (l *lab) checkWords(at string, faulty *faultFs, stderr string) {
	l.t.Helper()
	named := slices.ContainsFunc(faulty.names, func(name string) bool {
		// Of a staged file the one that it was to become is named.
		return strings.Contains(stderr, name) || strings.Contains(stderr, strings.Replace(name, stagingFolder+string(filepath.Separator), "", 1))
	})
	if !named || !strings.Contains(stderr, faulty.fault.cause()) || strings.Count(stderr, "\n") != 1 {
		l.t.Errorf("%s: the message is %q", at, stderr)
	}
}

// asset is how a page names what all pages show.
var asset = regexp.MustCompile(`assets/[\w-]+\.[0-9a-f]+\.(css|js|svg)`)

// checkAssets sees to it that no page stands without its style.
func (l *lab) checkAssets(at string, after map[string]string) {
	l.t.Helper()
	for name, body := range after {
		if path.Ext(name) != ".html" || strings.HasPrefix(name, stagingFolder) {
			continue
		}
		for _, file := range asset.FindAllString(body, -1) {
			if _, there := after[file]; !there {
				l.t.Errorf("%s: %s names %s, which is not there", at, name, file)
			}
		}
	}
}

// checkFiles sees to it that each file is of the old site or of the new one, and that nobody else's is touched.
func (l *lab) checkFiles(at string, after map[string]string) {
	l.t.Helper()
	for name, body := range after {
		if strings.HasPrefix(name, ".dossier-") {
			continue
		}
		if before, in := l.want[l.now][name]; in && before == body {
			continue
		}
		if next, in := l.want[1-l.now][name]; !in || next != body {
			l.t.Errorf("%s: %s is neither old nor new", at, name)
		}
	}
	for name, body := range l.want[l.now] {
		if _, in := after[name]; !in && l.want[1-l.now][name] == body {
			l.t.Errorf("%s: %s, which both sites have, is gone", at, name)
		}
	}
}

func (l *lab) same(at string, got, want map[string]string) {
	l.t.Helper()
	if maps.Equal(got, want) {
		return
	}
	for _, name := range slices.Sorted(maps.Keys(got)) {
		if body, in := want[name]; !in {
			l.t.Errorf("%s: %s is left over", at, name)
		} else if body != got[name] {
			l.t.Errorf("%s: %s differs", at, name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if _, in := got[name]; !in {
			l.t.Errorf("%s: %s is missing", at, name)
		}
	}
	l.t.FailNow()
}

// smallDossier has a file of each kind, and two versions of it.
func smallDossier() (common map[string]string, versions [2]map[string]string) {
	section := func(text string) string {
		return "---\ntitle: The opening\ndate: 2021-06-01\ncountries: [KE]\nactors: [ada]\n---\n" + text + "\n"
	}
	return map[string]string{
			"content/index.md":                 "---\ntitle: T\nlanguages: [en, fr]\n---\nText.\n",
			"content/articles/a/index.md":      "---\ntitle: A\nauthor: ada\n---\nLead ![p](p.png)\n",
			"content/articles/a/p.png":         "picture",
			"content/actors/ada.md":            "---\nname: Ada\ntype: person\n---\n",
			"layouts/404.html":                 "{{define \"main\"}}<h1>{{.Title}}</h1><p>Ours.</p>{{end}}",
			"content/events/opening.md":        "---\nname: Opening\ndate: 2021\n---\n",
			"content/articles/a/01-opening.md": section("Ada."),
		}, [2]map[string]string{
			{"content/articles/a/01-opening.md": section("Ada opens."), "content/pages/one.md": "---\ntitle: One\n---\n", "content/pages/two.md": "",
				"content/articles/a/01-opening.fr.md": "---\ntitle: L'ouverture\n---\nAda.\n", "layouts/assets/style.css": "p { color: red }"},
			{"content/articles/a/01-opening.md": section("Ada closes."), "content/pages/one.md": "", "content/pages/two.md": "---\ntitle: Two\n---\n",
				"content/articles/a/01-opening.fr.md": "", "layouts/assets/style.css": "p { color: blue }"},
		}
}

// strikes lists the operations of a build with ways of failing, as many as asked for: every operation, or at most so many of a
// sort, spread over the build.
func (l *lab) strikes(ways, ofASort int) (all []func()) {
	failing, short := faults()
	for _, kinds := range [][]fault{failing, short} {
		isShort := kinds[0].err == nil
		operations := l.operations(isShort)
		if other := l.operations(isShort); len(other) > len(operations) {
			operations = other
		}
		sorts := map[string][]int{}
		for n, operation := range operations {
			sort := l.sort(operation)
			sorts[sort] = append(sorts[sort], n)
		}
		for _, sort := range slices.Sorted(maps.Keys(sorts)) {
			for i, n := range sorts[sort] {
				if of := len(sorts[sort]); i > 0 && i*ofASort/of == (i-1)*ofASort/of {
					continue
				}
				for way := range min(ways, len(kinds)) {
					all = append(all, func() { l.strike(n, kinds[(n+way)%len(kinds)]) })
				}
			}
		}
	}
	return all
}

// sort is what makes operations alike: what is done, in which tree, to files of which type. A record has a name of its own.
func (l *lab) sort(operation string) string {
	op, name, _ := strings.Cut(operation, " ")
	rel, err := filepath.Rel(l.root, name)
	if err != nil {
		l.t.Fatal(err)
	}
	parts := strings.Split(filepath.ToSlash(rel), "/")
	last := parts[len(parts)-1]
	if strings.HasPrefix(last, ".dossier-") {
		return op + " " + last
	}
	tree := parts[0]
	if len(parts) > 1 && parts[1] == stagingFolder {
		tree = parts[1]
	}
	return op + " " + tree + " " + path.Ext(last)
}

// report fails when nothing was tested. All operations of a build are of both sorts; a sample may be of one.
func (l *lab) report(of int, all bool) {
	if l.failed+l.ignored == 0 || all && (l.failed == 0 || l.ignored == 0) {
		l.t.Errorf("%d failed, %d ignored: nothing was tested", l.failed, l.ignored)
	}
	l.t.Logf("%d builds with a fault: %d operations failed with the build, %d beside it; no site lost", of, l.failed, l.ignored)
}

// TestFaultsOfASmallDossier fails operations of a build in turn, up to four of each sort in one of the ways each; every
// operation with DOSSIER_FAULT_WAYS, in all ways with 8.
func TestFaultsOfASmallDossier(t *testing.T) {
	if testing.Short() {
		t.Skip("it fails hundreds of builds")
	}
	t.Parallel()
	common, versions := smallDossier()
	l := newLab(t, afero.NewMemMapFs(), "small", common, versions)
	ways, ofASort := effort(t, "DOSSIER_FAULT_WAYS", 1), 4
	if os.Getenv("DOSSIER_FAULT_WAYS") != "" {
		ofASort = everyOne
	}
	all := l.strikes(ways, ofASort)
	for _, strike := range all {
		strike()
	}
	l.report(len(all), true)
}

// TestFaultsOnDisk does so for a sample on a real folder.
func TestFaultsOnDisk(t *testing.T) {
	if testing.Short() {
		t.Skip("it fails hundreds of builds")
	}
	t.Parallel()
	common, versions := smallDossier()
	l := newLab(t, afero.NewOsFs(), t.TempDir(), common, versions)
	l.sample(effort(t, "DOSSIER_FAULTS", 40))
}

// TestFaultsOfTheDossier does so for a sample of a build of the second dossier.
func TestFaultsOfTheDossier(t *testing.T) {
	if testing.Short() {
		t.Skip("it fails hundreds of builds")
	}
	t.Parallel()
	common := map[string]string{}
	for name, body := range readFiles(t, suezContent) {
		common["content/"+name] = string(body)
	}
	for name, body := range readFiles(t, "../../layouts") {
		if path.Ext(name) != ".go" {
			common["layouts/"+name] = string(body)
		}
	}
	index := common["content/index.md"]
	delete(common, "content/index.md")
	l := newLab(t, afero.NewMemMapFs(), "real", common, [2]map[string]string{
		{"content/index.md": strings.Replace(index, "title: \"", "title: \"First ", 1), "content/pages/one.md": "---\ntitle: One\n---\n"},
		{"content/index.md": strings.Replace(index, "title: \"", "title: \"Second ", 1), "content/pages/one.md": ""},
	})
	l.sample(effort(t, "DOSSIER_FAULTS", 20))
}

// sample fails n operations drawn from all, in all ways.
func (l *lab) sample(n int) {
	l.t.Helper()
	all := l.strikes(8, everyOne)
	r := rand.New(rand.NewPCG(7, uint64(n)))
	for range n {
		all[r.IntN(len(all))]()
	}
	l.t.Logf("of %d operations and ways", len(all))
	l.report(n, false)
}
