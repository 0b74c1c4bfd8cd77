package names

import (
	"strings"
	"testing"
)

func TestAlone(t *testing.T) {
	for html, want := range map[string]bool{
		"<li>|Kenya|</li>":             true,
		"<li>\n<p>|Kenya|</p>\n</li>":  true,
		"<td class=\"x\">|Kenya|</td>": true,
		"<th>|Kenya|</th>":             true,
		"<li>In |Kenya|</li>":          false,
		"<li>|Kenya|, once</li>":       false,
		"<li><em>|Kenya|</em></li>":    false,
		"<p>|Kenya|</p>":               false,
		"|Kenya|":                      false,
	} {
		start := strings.IndexByte(html, '|')
		if got := alone(strings.ReplaceAll(html, "|", ""), start, strings.LastIndexByte(html, '|')-1); got != want {
			t.Errorf("%s: alone %t, want %t", html, got, want)
		}
	}
}
