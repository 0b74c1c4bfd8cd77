package evidence

import "testing"

func TestSame(t *testing.T) {
	for _, x := range []struct {
		a, b string
		want bool
	}{
		{"The canal was closed on 26 July.", "The canal was closed on 26 July.", true},
		{"The group claimed it on 8 November.", "The group claimed the attack on 8 November.", true},
		{"The group claimed it on 8 November, the editors add, and then fell silent for many years.", "The group claimed the attack on 8 November.", true},
		{"It was signed in <em>Cairo</em> on Monday.", "On Monday it was signed in Cairo.", true},
		{"The canal was closed on 26 July.", "Ships of the fleet reached Port Said in November.", false},
		{"The article gives the month of the meeting but not the day.", "The appeal names a third subject.", false},
		{"Egypt recognised both on 5 September 2008.", "Syria recognised both on 10 September 2009.", false},
		{"The canal was closed on 26 July.", "The canal was closed on 27 July.", false},
		{"運河は七月二十六日に閉鎖された。", "運河は七月二十六日に閉ざされた。", true},
		{"運河は七月二十六日に閉鎖された。", "船団は十一月に港へ着いた。", false},
		{"", "", false},
		{"…", "It was signed.", false},
	} {
		if got := Same(x.a, x.b); got != x.want {
			t.Errorf("Same(%q, %q) is %t", x.a, x.b, got)
		}
		if got := Same(x.b, x.a); got != x.want {
			t.Errorf("Same(%q, %q) is %t", x.b, x.a, got)
		}
	}
}
