package acceptance

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
)

// TestEnglishThatStandsInIsMarked builds a dossier with editions in languages
// without interface words, two of them written from right to left, and in one with
// a few. Whatever English words stand in are marked as English where a page shows
// them; what is translated has no mark.
func TestEnglishThatStandsInIsMarked(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds a dossier in six languages")
	}
	content, words := filepath.Join(t.TempDir(), "content"), filepath.Join(t.TempDir(), "layouts")
	becomes := map[string]string{"ar": "cy", "kk": "sw", "zh": "ur"}
	for name, text := range readFiles(t, suezContent) {
		for from, to := range becomes {
			name = strings.Replace(name, "."+from+".md", "."+to+".md", 1)
		}
		src := strings.Replace(string(text), "languages: [es, uk, ar, kk, zh]", "languages: [es, uk, cy, sw, ur, dv]", 1)
		put(t, filepath.Join(content, name), src)
	}
	put(t, filepath.Join(words, "messages", "sw.yaml"), "home: \"Mwanzo\"\nkind.events: \"Matukio\"\ndate.since: \"tangu {date}\"\nsections.count.other: \"sehemu {}\"\n")
	s := readDossier(t, content, buildDossier(t, content, "--layouts", words), "/")
	lacks := map[string]func(string) string{"uk": english(t, "uk"), "cy": english(t, ""), "sw": english(t, "sw"), "ur": english(t, ""), "dv": english(t, "")}
	marks := map[string]int{}
	s.eachPage(func(p *page) {
		lang, _, _ := strings.Cut(p.path, "/")
		find := lacks[lang]
		if find == nil {
			return
		}
		eachTextIn(p.root, "", "", func(text, in, dir string) {
			switch key := find(text); {
			case in == "en":
				marks[lang]++
				if dir == "rtl" && turned.MatchString(text) {
					t.Errorf("%s: %q is English that runs from right to left", p.path, text)
				}
			case in == lang && key != "":
				t.Errorf("%s: %q, the English words for %q, is said to be in %q", p.path, text, key, in)
			}
		})
	})
	for lang := range lacks {
		if (marks[lang] < 500) != (lang == "uk") || lang == "uk" && marks[lang] > 0 {
			t.Errorf("in %s %d texts are marked as English", lang, marks[lang])
		}
	}
	home := string(s.files["sw/index.html"])
	for _, want := range []string{">Mwanzo<", "<span lang=\"en\">Skip to the text</span>", `aria-label="You are here"`} {
		if page := string(s.files["sw/events/index.html"]); !strings.Contains(page+home, want) {
			t.Errorf("the Swahili edition has no %q", want)
		}
	}
}

// turned are texts of which signs change sides where English runs from right to
// left.
var turned = regexp.MustCompile(`^[^\pL\x{2066}]|[^\pL\d\x{2069}]$`)

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// english gives what finds the key of a text that is an English interface message
// which a language, "" for one without words, lacks or has in other words.
func english(t *testing.T, lang string) func(string) string {
	t.Helper()
	own := map[string]string{"sw": "home kind.events date.since sections.count.other"}[lang]
	var theirs map[string]string
	if lang == "uk" {
		theirs = messages(t, lang)
	}
	argument := regexp.MustCompile(`\\\{[^}]*\\\}`)
	patterns := map[string]*regexp.Regexp{}
	for key, words := range messages(t, "en") {
		bare := argument.ReplaceAllString(regexp.QuoteMeta(words), "")
		if strings.ContainsFunc(bare, unicode.IsLetter) && !slices.Contains(strings.Fields(own), key) && theirs[key] != words && !strings.HasPrefix(key, "date.era") {
			any := ".+"
			if strings.HasPrefix(key, "date.decade") {
				any = "\\d+"
			}
			patterns[key] = regexp.MustCompile("^" + argument.ReplaceAllString(regexp.QuoteMeta(strings.TrimSpace(words)), any) + "$")
		}
	}
	return func(text string) string {
		for key, pattern := range patterns {
			if pattern.MatchString(text) {
				return key
			}
		}
		return ""
	}
}

// eachTextIn calls f with every text that a page shows, the language that it is
// said to be in and the direction of that.
func eachTextIn(n *html.Node, lang, dir string, f func(text, lang, dir string)) {
	if n.Type == html.ElementNode {
		if n.Data == "title" && attr(n, "id") == "" || n.Data == "script" {
			return // a tab, or a name in a drawing with what is said of it
		}
		if own := attr(n, "lang"); own != "" {
			lang = own
		}
		if own := attr(n, "dir"); own != "" {
			dir = own
		} else if n.Data == "bdi" || strings.HasPrefix(attr(n, "class"), "chart chart-") || n.Data == "desc" {
			dir = "auto" // charts run from left to right
		}
	}
	if text := strings.TrimSpace(n.Data); n.Type == html.TextNode && text != "" {
		f(text, lang, dir)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		eachTextIn(c, lang, dir, f)
	}
}
