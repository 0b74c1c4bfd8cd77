package importer

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"dossier/generator/importer/marked"
	"dossier/generator/limits"
)

// front writes front matter.
type front struct{ b strings.Builder }

func (f *front) line(key, value string) { fmt.Fprintf(&f.b, "%s: %s\n", key, value) }

// text writes a value as text; "" writes nothing.
func (f *front) text(key, value string) {
	if value != "" {
		f.line(key, quoted(value))
	}
}

// phrase writes words in which nothing is Markdown but emphasis and code.
func (f *front) phrase(key, words string, most int) {
	words = strings.Join(strings.Fields(words), " ")
	if len(words) > most {
		words = strings.ToValidUTF8(words[:most-3], "") + "…"
	}
	if words != "" {
		f.line(key, quoted(phraseMarks.ReplaceAllStringFunc(words, func(s string) string {
			if len(s) > 1 {
				return s
			}
			return marked.Inline(s)
		})))
	}
}

// phraseMarks are emphasis and code, which stay, and single signs that would be
// taken for some, for links or tags.
var phraseMarks = regexp.MustCompile("\\*\\*[^*\\s](?:[^*]*[^*\\s])?\\*\\*|\\*[^*\\s](?:[^*]*[^*\\s])?\\*|`[^`]+`|[*`\\\\]|\\B_|_\\B|\\[|<")

func (f *front) list(key string, values []string) {
	values = slices.Compact(values)
	if len(values) > 0 {
		out := make([]string, len(values))
		for i, v := range values {
			out[i] = quoted(v)
		}
		f.line(key, "["+strings.Join(out, ", ")+"]")
	}
}

// plain matches a value that YAML reads as the text that it is.
var plain = regexp.MustCompile(`^(?:\pL(?:[\pL\pN ’-]*[\pL\pN])?|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{2})$`)

func quoted(s string) string {
	if plain.MatchString(s) && !slices.Contains([]string{"yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "y", "n"}, strings.ToLower(s)) {
		return s
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\t", " ", "\n", " ").Replace(s) + `"`
}

// words writes a value for each language, when there are several.
func (f *front) words(key string, by map[string]string, order []string) {
	switch first := by[order[0]]; {
	case len(by) == 0:
	case len(by) == 1 && first != "":
		f.phrase(key, first, limits.MaxNameBytes/2)
	default:
		var parts []string
		for _, lang := range order {
			if w := by[lang]; w != "" {
				var one front
				one.phrase(lang, w, limits.MaxNameBytes/2)
				parts = append(parts, strings.TrimSpace(one.b.String()))
			}
		}
		f.line(key, "{"+strings.Join(parts, ", ")+"}")
	}
}

func (f *front) file(body string) string {
	body = strings.Trim(body, "\n")
	if strings.TrimSpace(body) != "" {
		body = "\n" + body + "\n"
	}
	return "---\n" + f.b.String() + "---\n" + body
}
