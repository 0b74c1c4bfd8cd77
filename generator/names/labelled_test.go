package names

import (
	"bufio"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// labelled is a language's hand-labelled sentences: what a careful editor would
// link, written before the matcher ran on them.
type labelled struct{ plain, marked []string }

var label = regexp.MustCompile(`\[([^]]*)\]\([^)]*\)`)

func lines(t testing.TB, file string) []string {
	f, err := os.Open(filepath.Join("testdata", "mentions", file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []string
	for s := bufio.NewScanner(f); s.Scan(); {
		if line := strings.TrimSpace(s.Text()); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

func sentences(t testing.TB, lang string) labelled {
	var l labelled
	for _, line := range lines(t, lang+".txt") {
		l.marked = append(l.marked, line)
		l.plain = append(l.plain, label.ReplaceAllString(line, "$1"))
	}
	return l
}

func listOf(cell string) []string {
	var out []string
	for s := range strings.SplitSeq(cell, ";") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// namesOf reads the entities of an edition.
func namesOf(t testing.TB, lang string) []Entity {
	var out []Entity
	for _, line := range lines(t, "names.txt") {
		cells := strings.Split(line, "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		if len(cells) != 5 {
			t.Fatalf("names.txt: %q has %d cells", line, len(cells))
		}
		if cells[0] == lang {
			names := listOf(cells[3])
			e := known(cells[1], cells[2], names[0], names[1:]...)
			e.Forms = listOf(cells[4])
			out = append(out, e)
		}
	}
	return out
}

// plainSigns makes labels comparable: typography is not the matcher's business.
func plainSigns(s string) string {
	return strings.NewReplacer("’", "'", "&amp;", "&", "\u00ad", "", "\u00a0", " ", "\u202f", " ").Replace(s)
}

// TestLabelledSentences measures the matcher against the labels. A label is met
// when the same words lead to the same entity.
func TestLabelledSentences(t *testing.T) {
	for _, tt := range []struct {
		lang  string
		least int
	}{{"en", 120}, {"fr", 80}, {"ru", 80}, {"uk", 65}, {"be", 65}, {"pl", 90}, {"cs", 90}, {"de", 90}, {"kk", 90}, {"ky", 90}, {"tr", 90}, {"hy", 125}, {"ar", 125}} {
		t.Run(tt.lang, func(t *testing.T) {
			l := sentences(t, tt.lang)
			if len(l.plain) < tt.least {
				t.Fatalf("%d sentences; at least %d", len(l.plain), tt.least)
			}
			entities := namesOf(t, tt.lang)
			read := readAll(t, tt.lang, entities, l.plain...)
			right, wrong, missed := 0, 0, 0
			for i, text := range read {
				want := label.FindAllString(l.marked[i], -1)
				var got []string
				for _, m := range text.found {
					got = append(got, "["+text.word(m)+"]("+entities[m.Entity].ID+")")
				}
				for j := range want {
					want[j] = plainSigns(want[j])
				}
				for j := range got {
					got[j] = plainSigns(got[j])
					if slices.Contains(want, got[j]) {
						right++
					} else {
						wrong++
						t.Logf("wrong:  %s in %s", got[j], l.marked[i])
					}
				}
				for _, w := range want {
					if !slices.Contains(got, w) {
						missed++
						t.Logf("missed: %s in %s", w, l.marked[i])
					}
				}
			}
			precision := float64(right) / float64(right+wrong)
			recall := float64(right) / float64(right+missed)
			t.Logf("%s: %d sentences, %d labels, precision %.3f, recall %.3f", tt.lang, len(l.plain), right+missed, precision, recall)
			if precision < 0.99 || recall < 0.95 {
				t.Errorf("precision %.3f, recall %.3f; want 0.99 and 0.95", precision, recall)
			}
		})
	}
}

// TestFilterHidesNothing: every word of the prose that a name begins with
// passes the filter, and so does every word that makes a name a common one.
func TestFilterHidesNothing(t *testing.T) {
	for _, lang := range []string{"en", "fr", "ru", "uk", "be", "pl", "cs", "de", "kk", "ky", "tr", "hy", "ar"} {
		l := sentences(t, lang)
		m := New(namesOf(t, lang), lang)
		n := 0
		for _, src := range append(l.plain, strings.ToLower(strings.Join(l.plain, " "))) {
			b := body(t, lang, src)
			for cur := (cursor{b: b}); ; {
				tok, ok := cur.next()
				if !ok {
					break
				}
				word := b.HTML[tok.start:tok.end]
				if e := m.look(m.language.fold(word)); e != nil && (e.starts || e.common != nil) && !m.filter.passes(word, tok.word) {
					t.Errorf("%s: %q is hidden", lang, word)
				}
				n++
			}
		}
		if n < 500 {
			t.Errorf("%s: %d words", lang, n)
		}
	}
}
