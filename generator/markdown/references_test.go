package markdown

import (
	"fmt"
	"strings"
	"testing"
)

// TestCharactersByAnotherName refuses characters that a page cannot hold, however they are written, at their place; the same
// signs in code stand for themselves.
func TestCharactersByAnotherName(t *testing.T) {
	for _, bad := range []string{"&#1;", "&#x1B;", "&#127;", "&#133;", "&#x9f;", "&#xFFFE;", "&#xFDD0;", "&#x1FFFF;", "&#0;", "&#xD800;", "&#x110000;", "&#8;"} {
		for text, want := range map[string]string{
			"---\ntitle: T\n---\nA " + bad + "b\n":                               "f.md:4:3:",
			"---\ntitle: T\n---\n[a](https://example.org/" + bad + " \"t\")\n":   "f.md:4:25:",
			"---\ntitle: T\n---\n[a](https://example.org/ \"" + bad + "\")\n":    "f.md:4:27:",
			"---\ntitle: T\n---\n# H " + bad + "\n":                              "f.md:4:5:",
			"---\ntitle: A " + bad + "b\n---\nB\n":                               "f.md:2:10:",
			"---\ntitle: T\nkinds: {a: {en: \"x" + bad + "\"}}\n---\n\nB\n":      "f.md:3:19:",
			"---\ntitle: T\n---\n`" + bad + "` and ``` x" + bad + "```\n":        "",
			"---\ntitle: T\n---\n\n    " + bad + "\n\n```\n" + bad + "\n```\n":   "",
			"---\ntitle: T\n---\nA " + strings.ReplaceAll(bad, ";", "") + " b\n": "",
		} {
			check(t, text, want)
		}
	}
	for _, escape := range []string{`\u0001`, `\x1b`, `\e`, `\0`, `\u007f`, `\N`, `\x9f`, `\uFFFE`, `\b`, `\a`, `\v`, `\f`} {
		check(t, "---\ntitle: \"a"+escape+"\"\n---\nB\n", "f.md:2:8:")
		check(t, "---\ntitle: T\nactors: [a, \"b"+escape+"\"]\n---\nB\n", "f.md:3:13:")
		check(t, "---\ntitle: T\n\"k"+escape+"\": v\n---\nB\n", "f.md:3:1:")
	}
	for _, fine := range []string{`\t`, `\u00e9`, `\"`, `\\u0001`, `\n`, `\_`, `\x41`} {
		check(t, "---\ntitle: \"a"+fine+"\"\n---\nB &#233; &#x41; &amp;#1; &#9; &#128512;\n", "")
	}
	for _, raw := range []string{"\u0085", "\u009f", "\ufffe", "\ufdd0", "\U0001ffff"} {
		check(t, "---\ntitle: T\n---\nB"+raw+"\n", "f.md:4:2:")
	}
}

// check reads a file and wants one fault of its encoding, at an address, or none.
func check(t *testing.T, text, want string) {
	t.Helper()
	_, faults := NewParser("en").Parse(&Scratch{}, "f.md", []byte(text), "")
	said := ""
	for _, f := range faults {
		said += fmt.Sprintf("%v\n", f)
	}
	if want == "" && strings.Contains(said, "bad-encoding") || want != "" && (strings.Count(said, "\n") != 1 || !strings.HasPrefix(said, want) || !strings.Contains(said, "bad-encoding")) {
		t.Errorf("%q: %s, want %q", text, said, want)
	}
}
