package cli

import "testing"

// TestRenew changes the record of a translation and keeps every other byte.
func TestRenew(t *testing.T) {
	const old, now = `translates: "old"`, `translates: "now"`
	for name, tt := range map[string]struct{ text, want string }{
		"in place":               {"---\ntitle: T\n" + old + "\nsummary: S\n---\nB\n", "---\ntitle: T\n" + now + "\nsummary: S\n---\nB\n"},
		"the first":              {"---\ntitle: T\n---\nB", "---\ntitle: T\n" + now + "\n---\nB"},
		"line ends of Windows":   {"---\r\ntitle: T\r\n" + old + "\r\n---\r\nB\r\n", "---\r\ntitle: T\r\n" + now + "\r\n---\r\nB\r\n"},
		"the first, Windows":     {"---\r\ntitle: T\r\n---\r\nB\r\n", "---\r\ntitle: T\r\n" + now + "\r\n---\r\nB\r\n"},
		"a byte order mark":      {"\ufeff---\r\ntitle: T\r\n---\r\n\r\nB", "\ufeff---\r\ntitle: T\r\n" + now + "\r\n---\r\n\r\nB"},
		"line ends mixed":        {"---\ntitle: T\r\n" + old + "\r\n---\r\nB\nC\r\n", "---\ntitle: T\r\n" + now + "\n---\r\nB\nC\r\n"},
		"of several lines":       {"---\ntranslates: >-\n  old\n  er\ntitle: T\n---\n", "---\n" + now + "\ntitle: T\n---\n"},
		"no front matter":        {"B\r\nC\r\n", "---\r\n" + now + "\r\n---\r\nB\r\nC\r\n"},
		"a mark alone":           {"\ufeffB\n", "\ufeff---\n" + now + "\n---\nB\n"},
		"nothing":                {"", "---\n" + now + "\n---\n"},
		"no line end at the end": {"---\ntitle: T\n---", "---\ntitle: T\n" + now + "\n---"},
		"spaces at the fence":    {"--- \ntitle: T\n---\t\nB", "--- \ntitle: T\n" + now + "\n---\t\nB"},
	} {
		if got := renew(tt.text, "now"); got != tt.want {
			t.Errorf("%s:\n%q, want\n%q", name, got, tt.want)
		}
		if got := renew(tt.want, "now"); got != tt.want {
			t.Errorf("%s, again:\n%q", name, got)
		}
	}
}
