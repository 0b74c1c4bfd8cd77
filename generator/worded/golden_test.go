package worded

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files")

// TestWordedInEveryLanguage compares the wording of every shape of a date, in
// every language with messages, with testdata/worded/<language>.txt.
func TestWordedInEveryLanguage(t *testing.T) {
	files, err := filepath.Glob("../../layouts/messages/*.yaml")
	if err != nil || len(files) < 3 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		lang := strings.TrimSuffix(filepath.Base(file), ".yaml")
		w := wording(t, lang)
		var b strings.Builder
		for _, c := range worded {
			text := w.Format(must(t, c[0]))
			if text == "" || strings.ContainsAny(text, "{}[]") || strings.Contains(text, "  ") || text != strings.TrimSpace(text) {
				t.Errorf("%s in %s is %q", c[0], lang, text)
			}
			b.WriteString(c[0] + "\t" + strings.NewReplacer("\u00a0", "·", "\u202f", "·").Replace(text) + "\n")
		}
		golden := filepath.Join("testdata", "worded", lang+".txt")
		if *update {
			if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil || string(want) != b.String() {
			t.Errorf("%s: the wording differs from %s (-update writes it): %v", lang, golden, err)
		}
	}
}

// TestMessages fails when a language lacks a message, or has one that is not
// read.
func TestMessages(t *testing.T) {
	files, _ := filepath.Glob("../../layouts/messages/*.yaml")
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lang := strings.TrimSuffix(filepath.Base(file), ".yaml")
		own := messagesOf(string(src))
		for _, key := range Messages() {
			if own[key] == "" && !strings.Contains(string(src), "date."+key+": \"") {
				t.Errorf("%s has no words for date.%s", lang, key)
			}
		}
		for key, text := range own {
			if why := MessageFault(key, text); why != "" {
				t.Errorf("%s: date.%s: %s", lang, key, why)
			}
		}
	}
}
