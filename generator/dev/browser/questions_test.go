package browser

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// question is what a reader asks, and the hit that must come first.
type question struct {
	lang, text string
	want       []string // any of these paths in the edition; none where nothing must be found
	miss       bool     // known not to come first
}

// mostMisses is how many of a list's questions may be misses.
const mostMisses = 2

var (
	questionLine = regexp.MustCompile(`^(! )?(\pL+) \| (.+) \| (.+)$`)
	escapedSign  = regexp.MustCompile(`\\u[0-9a-f]{4}`)
)

// questions reads a list; its first lines say how it is written.
func questions(t *testing.T, file string) []question {
	t.Helper()
	var out []question
	misses := 0
	for i, line := range strings.Split(source(t, filepath.Join("testdata", file)), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		m := questionLine.FindStringSubmatch(line)
		if m == nil {
			t.Fatalf("%s:%d: not a question: %s", file, i+1, line)
		}
		q := question{lang: m[2], miss: m[1] != ""}
		q.text = escapedSign.ReplaceAllStringFunc(m[3], func(s string) string {
			n, err := strconv.ParseUint(s[2:], 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			return string(rune(n))
		})
		if m[4] != "nothing" {
			q.want = strings.Split(m[4], " or ")
		}
		if q.miss {
			misses++
		}
		out = append(out, q)
	}
	if misses > mostMisses {
		t.Errorf("%s: %d known misses, at most %d may be", file, misses, mostMisses)
	}
	return out
}

// fits reports whether a hit, an address below the edition's, is the one wanted.
func (q question) fits(hit string) bool {
	page, _, _ := strings.Cut(hit, "#")
	return slices.Contains(q.want, hit) || slices.Contains(q.want, page)
}

// judge looks at the addresses of a question's first hits.
func (q question) judge(t *testing.T, p place, hits []string) {
	t.Helper()
	for i := range hits {
		hits[i] = strings.TrimPrefix(hits[i], p.base+p.in(q.lang, ""))
	}
	right := len(hits) > 0 && q.fits(hits[0]) || len(hits) == 0 && q.want == nil
	switch {
	case right && q.miss:
		t.Errorf("%s: %q finds the right page first: it is no miss any more", q.lang, q.text)
	case !right && (!q.miss || !slices.ContainsFunc(hits, q.fits)):
		t.Errorf("%s: %q finds %q, not %q", q.lang, q.text, hits, q.want)
	}
}

// asking is a function that asks the search page, like a reader at its field, and
// gives the addresses of the first hits of each question.
const asking = `async questions => {
	const $ = id => document.getElementById("search_" + id), out = []
	for (const question of questions) {
		$("status").textContent = ""
		$("field").value = question
		$("field").dispatchEvent(new Event("input"))
		$("field").dispatchEvent(new KeyboardEvent("keydown", {key: "Enter"}))
		for (let i = 0; !$("status").textContent && i < 2000; i++) await new Promise(done => setTimeout(done, 5))
		if ($("field").value !== question || document.querySelector("#page_search :is(img, script, b)")) return [[question + " is not shown as it is"]]
		out.push([...$("hits").children].slice(0, 3).map(e => e.querySelector("a").href))
	}
	return out
}`

// ask asks the questions of each edition on one page, which open shows and on which
// run calls the function.
func ask(t *testing.T, p place, list []question, run func(page string, texts []byte) [][]string) {
	t.Helper()
	for _, lang := range p.editions {
		var of []question
		var texts []string
		for _, q := range list {
			if q.lang == lang {
				of, texts = append(of, q), append(texts, q.text)
			}
		}
		encoded, err := json.Marshal(texts)
		if err != nil {
			t.Fatal(err)
		}
		hits := run(p.in(lang, "search.html"), encoded)
		if len(of) == 0 || len(hits) != len(of) {
			t.Fatalf("%s: %d answers to %d questions: %q", lang, len(hits), len(of), hits)
		}
		for i, q := range of {
			q.judge(t, p, hits[i])
		}
	}
}

// TestQuestions asks the second dossier, from disk.
func TestQuestions(t *testing.T) {
	if testing.Short() {
		t.Skip("it needs a browser")
	}
	t.Parallel()
	list, p := questions(t, "questions.txt"), onDisk(made(t, suez), inSuez)
	t.Run("in Chromium", func(t *testing.T) { inChromium(t, p, list) })
	t.Run("in Firefox", func(t *testing.T) { inFirefox(newFirefox(t), t, p, list) })
	t.Run("each alone", func(t *testing.T) {
		p := onServer(t, p.dir, inSuez)
		var some []question // a page for each of all would take minutes
		for i := 0; i < len(list); i += 4 {
			some = append(some, list[i])
		}
		eachAlone(newTab(t, p.base), p, some)
	})
}

// inChromium asks all at once.
func inChromium(t *testing.T, p place, list []question) {
	b := newTab(t, p.base)
	ask(t, p, list, func(page string, texts []byte) [][]string {
		b.open(page)
		return eval[[][]string](b, fmt.Sprintf("(%s)(%s)", asking, texts))
	})
}

func inFirefox(f *firefox, t *testing.T, p place, list []question) {
	ask(t, p, list, func(page string, texts []byte) (hits [][]string) {
		f.open(p.base + page)
		f.eval(fmt.Sprintf("(%s)(%s)", asking, texts), &hits)
		return hits
	})
}

// How many bytes of the index, compressed, and files one question may load.
const mostLoaded, mostFiles = 15_000, 20

// eachAlone asks each question on a page of its own, by its address, and weighs the
// files of the index that it loads.
func eachAlone(b *tab, p place, list []question) {
	bytes, files := 0, 0
	for _, q := range list {
		b.open(p.in(q.lang, "search.html?q="+url.QueryEscape(q.text)))
		answer := eval[struct{ Hits, Files []string }](b, `(async () => {
			const $ = id => document.getElementById("search_" + id)
			for (let i = 0; !$("status").textContent && i < 2000; i++) await new Promise(done => setTimeout(done, 5))
			return {
				hits: [...$("hits").children].slice(0, 3).map(e => e.querySelector("a").href),
				files: performance.getEntriesByType("resource").map(e => e.name).filter(name => name.startsWith(new URL(document.getElementById("page_main").dataset.index, location).href)),
			}
		})()`)
		q.judge(b.T, p, answer.Hits)
		loaded := 0
		for _, address := range answer.Files {
			loaded += compressed(b.T, filepath.Join(p.dir, strings.TrimPrefix(address, p.base)))
		}
		if loaded == 0 || loaded > mostLoaded || len(answer.Files) > mostFiles {
			b.Errorf("%s: %q loads %d bytes of the index in %d files, at most %d in %d may be", q.lang, q.text, loaded, len(answer.Files), mostLoaded, mostFiles)
		}
		bytes, files = max(bytes, loaded), max(files, len(answer.Files))
	}
	b.Logf("a question loads at most %d bytes, or %d files", bytes, files)
}

func compressed(t *testing.T, file string) int {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write(text)
	w.Close()
	return b.Len()
}
