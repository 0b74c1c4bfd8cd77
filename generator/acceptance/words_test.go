package acceptance

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/spf13/afero"
	yaml "go.yaml.in/yaml/v3"
	"golang.org/x/net/html"
)

// TestInterfaceWords walks every page of the further editions of the real
// site: no text or label of it is an English interface message, unless it is
// marked as English or the language has the same word.
func TestInterfaceWords(t *testing.T) {
	out := t.TempDir()
	var stderr bytes.Buffer
	if status := run(context.Background(), []string{"build", "--quiet", "--content", "../../content", "--layouts", "../../layouts", "--out", out}, afero.NewOsFs(), &stderr, &stderr); status != done {
		t.Fatal(stderr.String())
	}
	for _, lang := range []string{"fr", "ru"} {
		english := englishFinder(t, lang)
		pages := 0
		err := filepath.WalkDir(filepath.Join(out, lang), func(name string, d os.DirEntry, err error) error {
			if err != nil || filepath.Ext(name) != ".html" {
				return err
			}
			pages++
			src, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			page, err := html.Parse(bytes.NewReader(src))
			if err != nil {
				return err
			}
			for _, fault := range english(page) {
				t.Errorf("%s %s", name, fault)
			}
			return nil
		})
		if err != nil || pages < 50 {
			t.Errorf("%s: %d pages, %v", lang, pages, err)
		}
	}
}

// englishFinder gives what finds the texts of a page that are English
// interface messages, unless the language has the same word.
func englishFinder(t *testing.T, lang string) func(*html.Node) []string {
	t.Helper()
	own := messages(t, lang)
	foreign := map[string]*regexp.Regexp{}
	for key, words := range messages(t, "en") {
		isWords := strings.IndexFunc(strings.ReplaceAll(words, "{}", ""), unicode.IsLetter) >= 0
		if own[key] != words && len(words) > 2 && isWords {
			foreign[key] = regexp.MustCompile(`^` + strings.ReplaceAll(regexp.QuoteMeta(words), `\{\}`, `.+`) + `$`)
		}
	}
	return func(page *html.Node) (faults []string) {
		eachText(page, lang, func(text string) {
			for key, r := range foreign {
				if r.MatchString(text) {
					faults = append(faults, fmt.Sprintf("has the English words for %q: %q", key, text))
				}
			}
		})
		return faults
	}
}

func messages(t *testing.T, lang string) map[string]string {
	t.Helper()
	src, err := os.ReadFile("../../layouts/messages/" + lang + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]string{}
	if err := yaml.Unmarshal(src, &words); err != nil {
		t.Fatal(err)
	}
	return words
}

// eachText calls f with every text and label of a page that is in lang.
func eachText(n *html.Node, lang string, f func(string)) {
	if slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "class" && a.Val == "prose" }) {
		return // the editors' words
	}
	if n.Type == html.TextNode {
		if text := strings.TrimSpace(n.Data); text != "" {
			f(text)
		}
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "lang":
			if a.Val != lang {
				return
			}
		case "aria-label", "title", "alt", "content", "placeholder":
			f(strings.TrimSpace(a.Val))
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		eachText(c, lang, f)
	}
}
