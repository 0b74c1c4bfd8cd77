package acceptance

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	yaml "go.yaml.in/yaml/v3"
	"golang.org/x/net/html"
)

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
