package layouts

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func read(t *testing.T, name string) string {
	t.Helper()
	b, err := FS.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// templates gives the text of every template, by name.
func templates(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, pattern := range []string{"*.html", "partials/*.html"} {
		names, err := fs.Glob(FS, pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %v, %v", pattern, names, err)
		}
		for _, name := range names {
			texts[name] = read(t, name)
		}
	}
	return texts
}

func find(pattern, text string) []string {
	var found []string
	for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(text, -1) {
		found = append(found, m[1])
	}
	return found
}

// A key that is missing shows only when the page that asks for it is made,
// which may be long after a layout was changed.
func TestEveryWordAndAssetExists(t *testing.T) {
	words := find(`(?m)^([a-z.-]+): "`, read(t, "messages/en.yaml"))
	for name, text := range templates(t) {
		for _, key := range find(`\.T "([^"]*)"`, text) {
			if !slices.Contains(words, key) {
				t.Errorf("%s asks for the words %q", name, key)
			}
		}
		for _, asset := range find(`\.Asset "([^"]*)"`, text) {
			if _, err := fs.Stat(FS, path.Join("assets", asset)); err != nil {
				t.Errorf("%s asks for the asset %q", name, asset)
			}
		}
	}
}

func TestLanguagesHaveTheSameWords(t *testing.T) {
	message := regexp.MustCompile(`^([a-z.-]+): "([^"]+)"$`)
	load := func(name string) map[string]int {
		args := map[string]int{}
		for i, line := range strings.Split(strings.TrimSpace(read(t, name)), "\n") {
			if line == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "date.") || strings.HasPrefix(line, "reviewed:") { // those edtf knows
				continue
			}
			m := message.FindStringSubmatch(line)
			if m == nil {
				t.Errorf("%s:%d is not a message: %s", name, i+1, line)
				continue
			}
			if _, twice := args[m[1]]; twice {
				t.Errorf("%s:%d repeats %q", name, i+1, m[1])
			}
			args[m[1]] = strings.Count(m[2], "{}")
		}
		return args
	}
	// The plural categories of a count differ between languages; the build
	// asks for those a language has. Here a count is known by its "other".
	counts := regexp.MustCompile(`\.(zero|one|two|few|many)$`)
	skip := func(words map[string]int, key string) bool {
		form := counts.FindString(key)
		_, count := words[strings.TrimSuffix(key, form)+".other"]
		return form != "" && count
	}
	english := load("messages/en.yaml")
	files, err := fs.Glob(FS, "messages/*.yaml")
	if err != nil || len(files) < 3 {
		t.Fatalf("messages: %v, %v", files, err)
	}
	for _, name := range files {
		words := load(name)
		for key, args := range english {
			if got, ok := words[key]; !skip(english, key) && (!ok || got != args) {
				t.Errorf("%s: %q is there: %v, with %d arguments; English has %d", name, key, ok, got, args)
			}
		}
		for key := range words {
			if _, ok := english[key]; !ok && !skip(words, key) {
				t.Errorf("%s: %q is not in English", name, key)
			}
		}
	}
}

// The pages' content security policy would silently drop these.
func TestNothingInlineAndNothingFromElsewhere(t *testing.T) {
	forbidden := regexp.MustCompile(`(?i)<style|<script>|\sstyle=|\son[a-z]+=|(?:src|href)="(?:https?:)?//`)
	for name, text := range templates(t) {
		if bad := forbidden.FindString(text); bad != "" {
			t.Errorf("%s has %q", name, bad)
		}
	}
	if bad := regexp.MustCompile(`(?i)@import|url\(|https?://`).FindString(read(t, "assets/style.css")); bad != "" {
		t.Errorf("style.css has %q", bad)
	}
}

// Physical sides would turn a right-to-left page around.
func TestStylesUseLogicalProperties(t *testing.T) {
	physical := regexp.MustCompile(`(?:^|[\s;{-])(?:left|right)\s*[:;]|(?:margin|padding|border)-(?:top|bottom)|[\s;{](?:width|height|max-width|max-height):`)
	queries := regexp.MustCompile(`(?m)^@media.*$`)
	if bad := physical.FindString(queries.ReplaceAllString(read(t, "assets/style.css"), "")); bad != "" {
		t.Errorf("style.css has %q", bad)
	}
}
