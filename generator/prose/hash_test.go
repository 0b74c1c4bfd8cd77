package prose

import (
	"strings"
	"testing"
)

// TestHash: only the words of a text count, and any white space parts them.
func TestHash(t *testing.T) {
	hash := func(text string) Hash {
		h, _ := HashOf(nil, []byte(text))
		return h
	}
	want := hash("a b c é d")
	for _, same := range []string{" a b c é d", "a  b\tc\n\né\u00a0d \n", "a\u2028b \u3000 c\r\né d\u00a0", "a b c é  d"} {
		if got := hash(same); got != want {
			t.Errorf("the hash of %q is %s, not %s", same, got, want)
		}
	}
	for _, other := range []string{"ab c é d", "a b c éd", "a b c é", "", "a b c \u200b é d"} {
		if hash(other) == want {
			t.Errorf("the hash of %q is the same", other)
		}
	}
	for _, text := range []string{"", " ", "a", "a b", "\u00a0é", "x \x01 y\xff z", "a  b \u1680c"} {
		if got, want := string(squeeze(nil, []byte(text))), strings.Join(strings.Fields(text), " "); got != want {
			t.Errorf("%q is squeezed to %q, not %q", text, got, want)
		}
	}
}
