package acceptance

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"math"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/afero"

	"dossier/layouts"
)

// grown is a dossier with n of one thing. Each has at least an article with two sections and two actors.
type grown func(n int, add func(name, text string))

// growths are the things of which a dossier may have ever more, and how many there are at first.
var growths = []struct {
	what  string
	first int
	make  grown
}{
	{"sections", 40, func(n int, add func(string, string)) {
		for i := range n {
			add(fmt.Sprintf("articles/a/%03d-s%d.md", i+3, i), section(i, "actors: [ann, bob]", "Ann Example met Bob Example."))
		}
	}},
	{"corrected sections of one author", 40, func(n int, add func(string, string)) {
		for i := range n {
			add(fmt.Sprintf("articles/a/%03d-s%d.md", i+3, i), section(i, "author: [ann]\ncorrections: [{date: 2020-01-02, text: It was so.}]", "Bob Example came."))
		}
	}},
	{"articles", 30, func(n int, add func(string, string)) {
		for i := range n {
			add(fmt.Sprintf("articles/b%d/index.md", i), "---\ntitle: Article "+letters(i)+"\npublished: 2020\n---\nA lead.\n")
			add(fmt.Sprintf("articles/b%d/01-s%d.md", i, i), section(i, "actors: [ann]", "Ann Example came."))
		}
	}},
	{"entities", 40, func(n int, add func(string, string)) {
		for i := range n {
			add(fmt.Sprintf("actors/x%d.md", i), "---\nname: Actor "+letters(i)+"\ntype: person\nsummary: Somebody of the town.\n---\nWords.\n")
		}
	}},
	{"tags of a section", 40, func(n int, add func(string, string)) {
		var ids []string
		for i := range n {
			ids = append(ids, fmt.Sprintf("x%d", i))
			add(fmt.Sprintf("actors/x%d.md", i), "---\nname: Actor "+letters(i)+"\ntype: person\n---\n")
		}
		add("articles/a/03-tags.md", section(3, "actors: ["+strings.Join(ids, ", ")+"]", "All came."))
	}},
	{"events", 40, func(n int, add func(string, string)) {
		for i := range n {
			add(fmt.Sprintf("events/e%d.md", i), fmt.Sprintf("---\nname: Event %s\ndate: %d\nactors: [ann]\n---\n", letters(i), 1800+i))
		}
	}},
	{"kinds", 20, func(n int, add func(string, string)) {
		var kinds strings.Builder
		for i := range n {
			fmt.Fprintf(&kinds, "  k%d: {name: {en: Kind %s}}\n", i, letters(i))
			add(fmt.Sprintf("k%d/thing%d.md", i, i), "---\nname: Thing "+letters(i)+"\n---\n")
		}
		add("index.md", "---\ntitle: T\nkinds:\n"+kinds.String()+"---\n")
	}},
	{"free pages", 40, func(n int, add func(string, string)) {
		for i := range n {
			add(fmt.Sprintf("pages/p%d.md", i), "---\ntitle: Page "+letters(i)+"\n---\nWords.\n")
		}
	}},
	{"languages", 6, func(n int, add func(string, string)) {
		tags := []string{"en", "fr", "ru", "de", "es", "it", "pt", "nl", "pl", "cs", "sk", "sl", "hr", "bg", "uk", "be", "sv", "da", "fi", "et", "lv", "lt", "hu", "ro"}
		add("index.md", "---\ntitle: T\nbase_url: https://example.org/\nlanguages: ["+strings.Join(tags[:n], ", ")+"]\n---\n")
		for _, tag := range tags[1:n] {
			add("articles/a/01-one."+tag+".md", "---\ntitle: One "+tag+"\n---\nIt was so "+tag+".\n")
		}
	}},
	{"length of summaries", 500, func(n int, add func(string, string)) {
		long := strings.Repeat("word ", n/5)
		for i := range 30 {
			add(fmt.Sprintf("actors/x%d.md", i), "---\nname: Actor "+letters(i)+"\ntype: person\nsummary: "+long+"\n---\n")
			add(fmt.Sprintf("articles/a/%02d-s%d.md", i+3, i), section(i, fmt.Sprintf("actors: [x%d, x%d]", i, (i+7)%30), "It was so."))
		}
	}},
	{"corrections", 40, func(n int, add func(string, string)) {
		corrections := ""
		for i := range n {
			corrections += fmt.Sprintf("  - {date: 2020-01-%02d, text: It was %s.}\n", i%28+1, letters(i))
		}
		add("articles/a/03-c.md", section(3, "corrections:\n"+strings.TrimSuffix(corrections, "\n"), "It was so."))
	}},
	{"relations", 40, func(n int, add func(string, string)) {
		add("index.md", "---\ntitle: T\nrelations:\n  knows: {name: {en: knows}, inverse: {en: known by}}\n---\n")
		relations := ""
		for i := range n {
			relations += fmt.Sprintf("  - {type: knows, to: x%d, when: %d, note: Since %s}\n", i, 1900+i%100, letters(i))
			add(fmt.Sprintf("actors/x%d.md", i), "---\nname: Actor "+letters(i)+"\ntype: person\n---\n")
		}
		add("actors/cid.md", "---\nname: Cid Example\ntype: person\nrelations:\n"+relations+"---\n")
	}},
	{"aliases", 40, func(n int, add func(string, string)) {
		var names []string
		for i := range n {
			names = append(names, "Alias "+letters(i))
		}
		add("actors/cid.md", "---\nname: Cid Example\ntype: person\naliases: ["+strings.Join(names, ", ")+"]\n---\n")
	}},
	{"sources", 40, func(n int, add func(string, string)) {
		sources := ""
		for i := range n {
			sources += fmt.Sprintf("  - {title: Source %s, publisher: A paper, date: 2019, url: \"https://example.org/%d\"}\n", letters(i), i)
		}
		add("articles/a/03-c.md", section(3, "sources:\n"+strings.TrimSuffix(sources, "\n"), "It was so."))
	}},
	{"pictures", 40, func(n int, add func(string, string)) {
		for i := range n {
			add(fmt.Sprintf("articles/a/p%d.png", i), strings.Repeat("p", 500))
		}
	}},
	{"footnotes", 40, func(n int, add func(string, string)) {
		body := ""
		for i := range n {
			body += fmt.Sprintf("It was so.[^%d]\n\n[^%d]: As %s says.\n\n", i, i, letters(i))
		}
		add("articles/a/03-c.md", section(3, "actors: [ann]", body))
	}},
}

// letters is a name for a number, without digits.
func letters(n int) string {
	return strings.NewReplacer("0", "Ba", "1", "De", "2", "Fi", "3", "Go", "4", "Hu", "5", "Ka", "6", "Le", "7", "Mi", "8", "No", "9", "Pu").Replace(fmt.Sprint(n))
}

func section(n int, keys, body string) string {
	return fmt.Sprintf("---\ntitle: Section %s\ndate: 2019-%02d\n%s\n---\n%s\n", letters(n), n%12+1, keys, body)
}

// built is a dossier and its site, in memory.
func built(t testing.TB, make grown, n int) afero.Fs {
	t.Helper()
	disk := written(t, make, n)
	build(t, disk)
	return disk
}

func build(t testing.TB, disk afero.Fs) {
	t.Helper()
	var out, errs bytes.Buffer
	if status := run(context.Background(), []string{"build", "--quiet"}, disk, &out, &errs); status != done {
		t.Fatalf("status %d: %s", status, errs.String())
	}
}

// written is a dossier in memory.
func written(t testing.TB, make grown, n int) afero.Fs {
	t.Helper()
	disk := afero.NewMemMapFs()
	add := func(name, text string) {
		if err := afero.WriteFile(disk, filepath.Join("content", name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	add("index.md", "---\ntitle: T\n---\n")
	add("articles/a/index.md", "---\ntitle: A\npublished: 2020\n---\nA lead.\n")
	add("articles/a/01-one.md", section(1, "actors: [ann]", "Ann Example came."))
	add("articles/a/02-two.md", section(2, "actors: [bob]", "Bob Example came."))
	add("actors/ann.md", "---\nname: Ann Example\ntype: person\n---\n")
	add("actors/bob.md", "---\nname: Bob Example\ntype: person\n---\n")
	make(n, add)
	english, err := layouts.FS.ReadFile("messages/en.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range []string{"de", "es", "it", "pt", "nl", "pl", "cs", "sk", "sl", "hr", "bg", "uk", "be", "sv", "da", "fi", "et", "lv", "lt", "hu", "ro"} {
		text := string(english)
		for line := range strings.Lines(text) { // every form of a plural that any of them has
			if family, words, ok := strings.Cut(line, ".other:"); ok {
				for _, form := range []string{"zero", "one", "two", "few", "many"} {
					if !strings.Contains(text, "\n"+family+"."+form+":") {
						text += family + "." + form + ":" + words
					}
				}
			}
		}
		if err := afero.WriteFile(disk, filepath.Join("layouts", "messages", tag+".yaml"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return disk
}

// annsPage is the size of a page.
func annsPage(t *testing.T, make grown, n int) int {
	t.Helper()
	info, err := built(t, make, n).Stat(filepath.Join("public", "actors", "ann.html"))
	if err != nil {
		t.Fatal(err)
	}
	return int(info.Size())
}

// bytesOf builds a dossier and gives the size of its content, of its site and of the site's largest file.
func bytesOf(t testing.TB, make grown, n int) (content, site, largest int) {
	t.Helper()
	disk := built(t, make, n)
	walk := func(dir string, each func(size int)) {
		err := afero.Walk(disk, dir, func(_ string, info fs.FileInfo, err error) error {
			if err == nil && !info.IsDir() {
				each(int(info.Size()))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	walk("content", func(size int) { content += size })
	walk("public", func(size int) { site += size; largest = max(largest, size) })
	return content, site, largest
}

// TestSizeFollowsContent doubles each thing of which a dossier may have ever more, twice: the site grows no faster than n log n.
func TestSizeFollowsContent(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds large dossiers")
	}
	t.Parallel()
	for _, g := range growths {
		_, before, _ := bytesOf(t, g.make, g.first)
		for n := 2 * g.first; n <= 4*g.first; n *= 2 {
			_, site, _ := bytesOf(t, g.make, n)
			bound := 2 * math.Log(float64(n)) / math.Log(float64(n/2))
			if ratio := float64(site) / float64(before); ratio > bound {
				t.Errorf("%d %s: %d bytes, %.2f times those of half as many, of at most %.2f", n, g.what, site, ratio, bound)
			}
			before = site
		}
	}
}

// TestWorkFollowsContent doubles them, too: what is allocated to build the site of twice as many more is about twice as
// much more. It is four times as much where each of them looks through all.
func TestWorkFollowsContent(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds large dossiers")
	}
	allocated := func(make grown, n int) float64 {
		disk := written(t, make, n)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		build(t, disk)
		runtime.ReadMemStats(&after)
		return float64(after.TotalAlloc-before.TotalAlloc) / (1 << 10)
	}
	for _, g := range growths {
		n := 10 * g.first
		if g.what == "languages" || g.what == "length of summaries" {
			n = 4 * g.first // there may be no more
		}
		few, some, many := allocated(g.make, n/4), allocated(g.make, n/2), allocated(g.make, n)
		if many-some > 3*(some-few)+grownBuffer {
			t.Errorf("%d %s: %.0f, %.0f and %.0f KB are allocated for a quarter, half and all of them", n, g.what, few, some, many)
		}
	}
}

// grownBuffer is how many KB a buffer may take that is too small for the larger dossier alone.
const grownBuffer = 4 << 10

// TestMenusAreBounded holds that a page does not grow with what the menus lead to: it is Ann's, of which nothing changes.
func TestMenusAreBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds sites by the dozen")
	}
	for _, what := range []string{"kinds", "free pages"} {
		g := growths[slices.IndexFunc(growths, func(g struct {
			what  string
			first int
			make  grown
		}) bool {
			return g.what == what
		})]
		few, many := annsPage(t, g.make, 20), annsPage(t, g.make, 300)
		if many > few+500 {
			t.Errorf("%s: the page has %d bytes with 20 and %d with 300", what, few, many)
		}
	}
}

// BenchmarkGrowth measures a doubling of each, for docs/performance.md.
func BenchmarkGrowth(b *testing.B) {
	for _, g := range growths {
		b.Run(strings.ReplaceAll(g.what, " ", "-"), func(b *testing.B) {
			for b.Loop() {
				c1, s1, p1 := bytesOf(b, g.make, 2*g.first)
				c2, s2, p2 := bytesOf(b, g.make, 4*g.first)
				b.ReportMetric(float64(c2)/float64(c1), "content-x")
				b.ReportMetric(float64(s2)/float64(s1), "site-x")
				b.ReportMetric(float64(s1)/1000, "kB")
				b.ReportMetric(float64(s2)/1000, "kB-doubled")
				b.ReportMetric(float64(max(p1, p2))/1000, "largest-kB")
			}
		})
	}
}
