package acceptance

import (
	"bytes"
	"context"
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
	english := messages(t, "en")
	for _, lang := range []string{"fr", "ru"} {
		own := messages(t, lang)
		var foreign []*regexp.Regexp
		var keys []string
		for key, words := range english {
			isWords := strings.IndexFunc(strings.ReplaceAll(words, "{}", ""), unicode.IsLetter) >= 0
			if own[key] != words && len(words) > 2 && isWords {
				foreign = append(foreign, regexp.MustCompile(`^`+strings.ReplaceAll(regexp.QuoteMeta(words), `\{\}`, `.+`)+`$`))
				keys = append(keys, key)
			}
		}
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
			eachText(page, lang, func(text string) {
				for i, r := range foreign {
					if r.MatchString(text) {
						t.Errorf("%s has the English words for %q: %q", name, keys[i], text)
					}
				}
			})
			return nil
		})
		if err != nil || pages < 50 {
			t.Errorf("%s: %d pages, %v", lang, pages, err)
		}
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
