package glyph

import "testing"

func TestForbidden(t *testing.T) {
	const control, noncharacter = "this is a control character", "this is a code point that Unicode keeps free of characters"
	for s, want := range map[string]string{
		"": "", "a\tb\n": "", "é\ufffd\u2028\u00a0": "", "a\x00": control, "\r": control, "\x7f": control, "\u0085": control, "\u009f": control,
		"x\ufffe": noncharacter, "\uffff": noncharacter, "\ufdd0": noncharacter, "\ufdef": noncharacter, "\ufdf0": "", "\U0001fffe": noncharacter, "\U0010ffff": noncharacter,
	} {
		if got := ForbiddenIn(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

func TestTurnFault(t *testing.T) {
	for s, want := range map[string]string{
		"a\u202eb": "the sign U+202E, which nobody sees, changes the direction of all words after it; delete it, or write U+202C where those words end",
		"a\u2067b": "the sign U+2067, which nobody sees, changes the direction of all words after it; delete it, or write U+2069 where those words end",
		"a\u2069b": "the sign U+2069, which nobody sees, ends a direction of writing that nothing began; delete it",
	} {
		if got := TurnFault(s, Turned(s)[0]); got != want {
			t.Errorf("%q: %s", s, got)
		}
	}
}
