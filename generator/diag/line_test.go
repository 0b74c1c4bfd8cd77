package diag

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"dossier/generator/glyph"
)

func TestLine(t *testing.T) {
	for s, want := range map[string]string{
		"plain, – “words” и буквы": "plain, – “words” и буквы",
		"a\x1b[2J\a\r\n\tb\x7f":    `a\x1b[2J\a\r\n\tb\x7f`,
		"a\u0085b\u2028c\u2029d":   `a\u0085b\u2028c\u2029d`,
		"a\u202eb\u2069\u200f":     `a\u202eb\u2069\u200f`,
		"a\xff\u00a0\ufffd":        "a\\xff\u00a0\ufffd",
		"::error::x":               "./::error::x",
		"\u00a0 ::add-mask::x":     "./\u00a0 ::add-mask::x",
		"a ##[error]b":             `a #\x23[error]b`,
		"می\u200cخواهد":            "می\u200cخواهد",
	} {
		if got := Line(s); got != want {
			t.Errorf("Line(%q) = %q, want %q", s, got, want)
		}
	}
}

// TestWords isolates what runs from right to left, quoted or not, and cuts what
// is very long.
func TestWords(t *testing.T) {
	for s, want := range map[string]string{
		`unknown actor "x"; did you mean "y"?`:     `unknown actor "x"; did you mean "y"?`,
		`unknown actor "עברית 12"; is it "\"א"?`:   "unknown actor \u2068\"עברית 12\"\u2069; is it \u2068\"\\\"א\"\u2069?",
		`the text names עברית, which nobody lists`: "the text names \u2068עברית\u2069, which nobody lists",
		`שם אחר and בית, גן (עץ)`:                  "\u2068שם אחר\u2069 and \u2068בית\u2069, \u2068גן (עץ\u2069)",
		`write [[actors/א|ב]] or "never closed ג`:  "write [[actors/א|ב]] or \"never closed \u2068ג\u2069",
		"\"" + strings.Repeat("ä", 600) + "\" is":  "\"" + strings.Repeat("ä", 499) + "…\" is",
		strings.Repeat("ä", 600):                   strings.Repeat("ä", 600),
	} {
		if got := Words(s); got != want {
			t.Errorf("Words(%q) = %q, want %q", s, got, want)
		}
	}
}

// FuzzWrite prints a fault in each format: it is one line, in which nothing can
// move the cursor or turn the direction but the isolates, and no command.
func FuzzWrite(f *testing.F) {
	f.Add("a.md", `unknown "x"`, "b")
	f.Add("::error::a\x1b.md", "\u202e\n::error::b", "##[error]\"")
	f.Add("\xff\u2028", "\"א\" \"\n\"", "\u0085\\")
	f.Fuzz(func(t *testing.T, file, message, quoted string) {
		var l List
		l.Add(Pos{file, 1, 2}, BadName, "%s: %q", message, quoted)
		for _, format := range []Format{Text, GitHub, JSON} {
			var b strings.Builder
			if err := l.Write(&b, format); err != nil {
				t.Fatal(err)
			}
			line, ended := strings.CutSuffix(b.String(), "\n")
			words := strings.NewReplacer("\u2068", "", "\u2069", "").Replace(line)
			if format == JSON {
				words = line
			}
			if !ended || !utf8.ValidString(line) || strings.ContainsFunc(words, glyph.Unprintable) || strings.Contains(line, "##[") {
				t.Errorf("%s: %q", format, b.String())
			}
			if strings.Count(line, "\u2068") != strings.Count(line, "\u2069") {
				t.Errorf("%s: an isolate is not closed: %q", format, line)
			}
			switch trimmed := strings.TrimSpace(line); {
			case format == Text && strings.HasPrefix(trimmed, "::"), format == GitHub && !strings.HasPrefix(line, "::error file="):
				t.Errorf("%s: %q", format, line)
			case format == JSON && utf8.ValidString(file) && utf8.ValidString(message):
				var back struct{ File, Message string }
				if err := json.Unmarshal([]byte(line), &back); err != nil || back.File != file || back.Message != l[0].Message {
					t.Errorf("%v: %+v of %q", err, back, line)
				}
			}
		}
	})
}
