package glyph

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTurned(t *testing.T) {
	for s, want := range map[string][]int{
		"plain “text” — ру": nil, "": nil, "\u202aa\u202c \u2067b\u2069": nil, "\u2067a\u202bb\u202cc\u2069": nil, "a\u200eb\u200f\u061c": nil,
		"a\u202eb":                   {1},
		"a\u202c":                    {1},
		"\u2069a\u202d":              {0, 4},
		"\u2067a\u202eb\u2069c":      {4}, // the isolate ends it, and yet it is not closed
		"\u202aa\u2069b\u202c":       {4},
		"\u2066\u2067a\u2069":        {0},
		"\u2068a\u202bb\u2069\u202c": {4, 11},
	} {
		if got := Turned(s); !slices.Equal(got, want) {
			t.Errorf("Turned(%q) = %v, want %v", s, got, want)
		}
		if want != nil && !MayTurn([]byte(s)) {
			t.Errorf("MayTurn(%q) is false", s)
		}
	}
	for _, s := range []string{"", "a", "\xe2", "\xe2\x80", "– “a” …", "a\u200e"} {
		if MayTurn([]byte(s)) {
			t.Errorf("MayTurn(%q) is true", s)
		}
	}
}

// FuzzWithoutStrays holds that no isolate of the text reaches beyond it.
func FuzzWithoutStrays(f *testing.F) {
	f.Add("a\u2067b\u2069\u2069\u202e\u202c")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		held := WithoutStrays(s, Turned(s))
		for _, at := range Turned(held) {
			if r, _ := utf8.DecodeRuneInString(held[at:]); r >= '\u2066' {
				t.Errorf("%q leaves %q", s, held)
			}
		}
		drop := func(r rune) rune {
			if r >= '\u2066' && r <= '\u2069' {
				return -1
			}
			return r
		}
		if strings.Map(drop, s) != strings.Map(drop, held) {
			t.Errorf("%q becomes %q", s, held)
		}
	})
}

func TestUnseen(t *testing.T) {
	for s, want := range map[string]bool{
		"": false, "a": false, ".": false, "☀\ufe0f": false, "👨\u200d👩": false, "می\u200cخواهد": false, "क्\u200dष": false, "\u0600": false, "\u0301": false,
		"\u200b": true, "\u3164": true, "\u00ad \u2060": true, "\ufeff": true, "\u115f\u1160\uffa0": true, "\u2800": true, "\ufe0f": true, "\u034f": true, "\u202e": true, "\u180e": true, "\U000e0041": true,
		" ": true,
	} {
		if got := Unseen(s); got != want {
			t.Errorf("Unseen(%q) = %v", s, got)
		}
	}
}

func TestSkeleton(t *testing.T) {
	for _, pair := range [][2]string{
		{"Alpha", "\u0410lpha"}, {"Alpha", "Al\u200bpha"}, {"Alpha", "Al\u00adpha"}, {"Alpha", "Alph\u0251"}, {"ОСЕ", "OCE"}, {"CSTO", "С\u0405ТО"}, {"NATO", "ΝΑΤΟ"}, {"Ёлка", "\u00cbлка"},
		{"CSTO", "ＣＳＴＯ"}, {"Alpha", "𝐀lpha"}, {"Part III", "Part Ⅲ"}, {"finance", "ﬁnance"}, {"Ilya", "llya"}, {"a b", "a\u00a0b"}, {"hot", "\u04bb\u0585t"}, {"Café", "Cafe\u0301"},
	} {
		if Skeleton(pair[0]) != Skeleton(pair[1]) {
			t.Errorf("%q and %q do not look alike: %q, %q", pair[0], pair[1], Skeleton(pair[0]), Skeleton(pair[1]))
		}
	}
	for _, pair := range [][2]string{
		{"modern", "modem"}, {"Part 1", "Part l"}, {"O2", "02"}, {"Ile", "ile"}, {"НАТО", "NATO"}, {"α", "a"}, {"Лев", "Лее"}, {"می\u200cخواهد", "میخواهد"}, {"क्\u200dष", "क्ष"}, {"👨\u200d👩", "👨👩"}, {"日", "曰"}, {"é", "e"}, {"№ 5", "No 5"},
	} {
		if Skeleton(pair[0]) == Skeleton(pair[1]) {
			t.Errorf("%q and %q look alike", pair[0], pair[1])
		}
	}
}

func TestMixed(t *testing.T) {
	for s, want := range map[string]Mix{
		"The \u0410lpha":  {"\u0410lpha", "Alpha", '\u0410', "Latin"},
		"C\u043eюз":       {"C\u043eюз", "\u0421оюз", 'C', "Cyrillic"},
		"НАT\u041e 2":     {"НАT\u041e", "НАТО", 'T', "Cyrillic"},
		"N\u0391TO":       {"N\u0391TO", "NATO", '\u0391', "Latin"},
		"Мос\u0441овcкий": {"Мос\u0441овcкий", "Мосcовский", 'c', "Cyrillic"},
	} {
		if s == "Мос\u0441овcкий" {
			want.Better = "Мос\u0441овский"
		}
		if got, ok := Mixed(s, false); !ok || got != want {
			t.Errorf("Mixed(%q) = %q, %v", s, got, ok)
		}
	}
	for _, s := range []string{
		"КСТО/CSTO", "НАТО", "iPhone", "SARS-CoV-2", "Ил-76MD", "Су-27SM", "T72Б", "TNFα", "NFκB", "IκBα", "Aβ42", "kΩ", "ΔT", "µm", "COVIDный", "SMSка", "VIPы",
		"日本ABC", "東京タワー", "K팝", "Ελλάδα", "Україна", "Հայաստան", "VTБ", "", "plain", "КОГТИ-DVD", "ОАО «Rosneft»",
	} {
		if got, ok := Mixed(s, false); ok {
			t.Errorf("Mixed(%q) = %q", s, got)
		}
	}
	for _, s := range []string{"о Facebookе", "SMSа", "XIXв", "eПаспорт", "XXIв."} {
		if got, ok := Mixed(s, true); ok {
			t.Errorf("in Cyrillic, Mixed(%q) = %q", s, got)
		}
	}
	if _, ok := Mixed("C\u043eюз", true); !ok {
		t.Error("a slip of the keyboard is not found in Cyrillic text")
	}
}

func TestHidden(t *testing.T) {
	for s, want := range map[string]rune{
		"Al\u200bpha": '\u200b', "Al\ufeffpha": '\ufeff', "А\u3164": '\u3164', "Alpha": 0, "Bundes\u00adrat": 0, "ភាសា\u200bខ្មែរ": 0, "می\u200cخواهد": 0, "a\u200eb": 0, "☀\ufe0f": 0,
		"🏴\U000e0067\U000e0062\U000e007f": 0, "a\u2060b": 0,
	} {
		if got := Hidden(s); got != want {
			t.Errorf("Hidden(%q) = %U, want %U", s, got, want)
		}
	}
}

func TestInID(t *testing.T) {
	for words, want := range map[string]string{
		"二〇一九年": "二〇一九年", "हिन्दी": "हिन्दी", "ที่ ๑": "ที่-๑", "צה״ל": "צהל", "Ի՞նչ": "Ինչ", "c’est": "cest", "обʼєднані": "обʼєднані",
		"می\u200cخواهم": "می-خواهم", "ශ්\u200dරී": "ශ්රී", "co\u00adop": "coop", "ក\u200bខ": "ក-ខ", "a·b": "a-b", "مُحَمَّد": "مُحَمَّد",
	} {
		got := strings.Map(func(r rune) rune {
			if r = InID(r); r == 0 {
				return -1
			}
			return r
		}, words)
		if got != want {
			t.Errorf("%q becomes %q, want %q", words, got, want)
		}
	}
}
