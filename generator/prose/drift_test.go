package prose

import (
	"fmt"
	"strings"
	"testing"
)

func TestDrift(t *testing.T) {
	for _, tt := range []struct{ was, now, want string }{
		{"", "h a b", ""},
		{"h a b", "h a b", ""},
		{"h a b", "H a b", "changed head"},
		{"h a b c", "h a x c", "changed 1"},
		{"h a b", "h x a b", "added 0"},
		{"h a b c", "h a c", "removed 1"},
		{"h a b c", "h a b", "removed 2"},
		{"h a b c", "h c a b", "added 0, removed 3"},
		{"h a b", "h x y b", "changed 0, added 1"},
		{"h a a", "h a a a", "added 2"},
		{"h", "h a", "added 0"},
	} {
		var got []string
		for _, c := range Drift(strings.Fields(tt.was), strings.Fields(tt.now)) {
			at := fmt.Sprint(c.Block)
			if c.Block == Head {
				at = "head"
			}
			got = append(got, string(c.Kind)+" "+at)
		}
		if g := strings.Join(got, ", "); g != tt.want {
			t.Errorf("Drift(%q → %q) = %q, want %q", tt.was, tt.now, g, tt.want)
		}
	}
}
