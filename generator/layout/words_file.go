package layout

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"

	yaml "go.yaml.in/yaml/v3"
)

// WordsFile gives the text of a file of interface words for a language: the
// built-in one, or that of the language it is a variety of; else the English
// words that the language needs as comments, to be translated line by line.
func WordsFile(builtin fs.FS, lang string) (string, error) {
	for _, name := range []string{lang, baseOf(lang)} {
		src, err := read(builtin, "messages/"+name+".yaml")
		if err == nil {
			return string(src), nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("read interface words: %w", err)
		}
	}
	english, err := read(builtin, "messages/"+original+".yaml")
	if err != nil {
		return "", fmt.Errorf("read interface words: %w", err)
	}
	words := map[string]string{}
	if err := yaml.Unmarshal(english, &words); err != nil {
		panic(fmt.Sprintf("layout: the English interface words: %v", err))
	}
	return toTranslate(string(english), words, lang), nil
}

var message = regexp.MustCompile(`^([a-z][^ ]*): "`)

// toTranslate makes comments of the English lines that a language needs: of a
// count, one for each of its plural forms.
func toTranslate(english string, words map[string]string, lang string) string {
	needs, forms := required(slices.Sorted(maps.Keys(words)), lang), formsOf(lang)
	var b strings.Builder
	fmt.Fprintf(&b, "# Interface words in %q. Translate a line and delete the \"#\" before it; \"{}\" stands for an\n# argument, in order. A count has a line for each plural form of the language; docs/languages.md\n# says more. When a native reader has looked at the file, \"no\" may go.\n%s: \"no\"\n", lang, reviewed)
	headings := "" // of lines to come
	for line := range strings.Lines(english) {
		m := message.FindStringSubmatch(line)
		if m == nil {
			if !strings.HasPrefix(line, "# Interface words") {
				headings += line
			}
			continue
		}
		key := m[1]
		family, form := cutForm(key)
		switch count := words[family+".other"] != ""; {
		case count && form == "other":
			for _, form := range forms {
				headings += fmt.Sprintf("# %s.%s: %q\n", family, form, cmp.Or(words[family+"."+form], words[key]))
			}
		case count || !slices.Contains(needs, key): // of English alone
			continue
		default:
			headings += "# " + strings.ReplaceAll(line, ":the}", "}") // a form that English has
		}
		b.WriteString(headings)
		headings = ""
	}
	return b.String()
}
