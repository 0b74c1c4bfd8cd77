package diag

import (
	"slices"
	"strings"
	"testing"
)

func sample() List {
	var l List
	l.Add(Pos{"b.md", 2, 1}, UnknownKey, "unknown key %q", "x")
	l.Add(Pos{"a.md", 10, 3}, BadDate, "50%% of it,\nall: wrong")
	l.Add(Pos{"a.md", 2, 0}, BrokenLink, "gone")
	l.Add(Pos{"a.md", 2, 0}, BrokenLink, "gone")
	l.Add(Pos{File: "a.md"}, Symlink, "a link")
	return l
}

func TestWrite(t *testing.T) {
	for _, tt := range []struct {
		format Format
		want   string
	}{
		{Text, `a.md: error: a link [symlink]
a.md:2: error: gone [broken-link]
a.md:10:3: error: 50% of it,\nall: wrong [bad-date]
b.md:2:1: warning: unknown key "x" [unknown-key]
`},
		{JSON, `{"file":"a.md","severity":"error","code":"symlink","message":"a link"}
{"file":"a.md","line":2,"severity":"error","code":"broken-link","message":"gone"}
{"file":"a.md","line":10,"column":3,"severity":"error","code":"bad-date","message":"50% of it,\nall: wrong"}
{"file":"b.md","line":2,"column":1,"severity":"warning","code":"unknown-key","message":"unknown key \"x\""}
`},
		{GitHub, `::error file=a.md,title=symlink::a link
::error file=a.md,line=2,title=broken-link::gone
::error file=a.md,line=10,col=3,title=bad-date::50%25 of it,\nall: wrong
::warning file=b.md,line=2,col=1,title=unknown-key::unknown key "x"
`},
	} {
		var b strings.Builder
		if err := sample().Sorted().Write(&b, tt.format); err != nil || b.String() != tt.want {
			t.Errorf("%s: %v, got\n%s\nwant\n%s", tt.format, err, b.String(), tt.want)
		}
	}
}

// TestWriteFirst shows ten of each code, errors too, and says what more there is,
// in the order in which they became too many.
func TestWriteFirst(t *testing.T) {
	var l List
	for i := range 23 {
		l.Add(Pos{"a.md", i + 1, 0}, UnknownKey, "key")
		if i < 10 {
			l.Add(Pos{"a.md", i + 1, 0}, RawHTML, "html")
		}
		if i%2 == 0 {
			l.Add(Pos{"a.md", i + 1, 0}, BrokenLink, "link")
		}
	}
	var b strings.Builder
	if err := l.WriteFirst(&b); err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]int{"[unknown-key]\n": 10, "[raw-html]\n": 10, "[broken-link]\n": 10, "a.md:10: ": 2, "a.md:11: ": 1, "a.md:21: ": 0} {
		if got := strings.Count(b.String(), words); got != want {
			t.Errorf("%q is there %d times, want %d", words, got, want)
		}
	}
	if want := "… and 13 more [unknown-key]; --all shows them\n… and 2 more [broken-link]; --all shows them\n"; !strings.HasSuffix(b.String(), "[broken-link]\n"+want) {
		t.Errorf("it ends with\n%s", b.String())
	}
	b.Reset()
	if err := l[:3].WriteFirst(&b); err != nil || strings.Contains(b.String(), "more") {
		t.Errorf("%v, %s", err, b.String())
	}
}

func TestWithout(t *testing.T) {
	var l List
	l.Add(Pos{File: "a.md"}, RawHTML, "a warning")
	l.Add(Pos{File: "a.md"}, Footnote, "a warning")
	l.AddError(Pos{File: "a.md"}, Footnote, "an error")
	l.Add(Pos{File: "a.md"}, Symlink, "an error")
	got := l.Without(func(c Code) bool { return c != RawHTML })
	if len(l) != 4 || len(got) != 3 || got[0].Code != RawHTML || !got[1].Grave || got[2].Code != Symlink {
		t.Errorf("got %v", got)
	}
}

func TestWarnings(t *testing.T) {
	if w := Warnings(); !slices.Contains(w, Footnote) || slices.Contains(w, Symlink) || len(w) == 0 || len(w) >= len(Codes()) {
		t.Errorf("got %v", w)
	}
}

func TestCount(t *testing.T) {
	l := sample().Sorted()
	if errs, warnings := l.Count(); errs != 3 || warnings != 1 || !l.HasErrors() || len(l.Errors()) != 3 {
		t.Errorf("%d errors, %d warnings, %v, %d", errs, warnings, l.HasErrors(), len(l.Errors()))
	}
	if warned := l[3:]; warned.HasErrors() || len(warned.Errors()) != 0 {
		t.Error("a warning counts as an error")
	}
}

func TestNearest(t *testing.T) {
	words := []string{"kyrgyzstan", "kazakhstan", "kenya", "date", "title", "events"}
	for word, want := range map[string]string{
		"kyrgyztsan": "kyrgyzstan", "Kenya": "kenya", "kneya": "kenya", "dat": "date", "titel": "title", "evnts": "events",
		"zebra": "", "": "", "x": "", "countries": "", "казахстан": "",
	} {
		if got := Nearest(word, slices.Values(words)); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
	if got := DidYouMean("dat", slices.Values(words)); got != `; did you mean "date"?` {
		t.Errorf("got %q", got)
	}
}

// TestSuggestions holds what keeps a file of many faults, or of long words, from
// taking minutes: not every one of them is compared with every candidate.
func TestSuggestions(t *testing.T) {
	var l List
	asked := 0
	candidates := func(yield func(string) bool) { asked++; yield("date") }
	for range 3 * maxSuggestions {
		l.AddNearest(Pos{File: "a.md"}, UnknownKey, "dat", candidates, "unknown key")
	}
	if asked != maxSuggestions || l[maxSuggestions-1].Message != `unknown key; did you mean "date"?` || l[maxSuggestions].Message != "unknown key" {
		t.Errorf("%d spellings were looked for; %v", asked, l[maxSuggestions-1:maxSuggestions+1])
	}
	if l.AddNearest(Pos{File: "b.md"}, UnknownKey, "dat", candidates, "unknown key"); l[len(l)-1].Message == "unknown key" {
		t.Error("the faults of one file silence another")
	}
	for n, want := range map[int]string{maxWord: strings.Repeat("a", maxWord), maxWord + 1: ""} {
		word := strings.Repeat("a", n)
		if got := Nearest(word, slices.Values([]string{word})); got != want {
			t.Errorf("a word of %d letters: %q", n, got)
		}
	}
}

// FuzzDistance holds for any two words: swapping them changes nothing, equal
// words are at no distance, and the limit bounds it.
func FuzzDistance(f *testing.F) {
	f.Add("kyrgyztsan", "kyrgyzstan", 4)
	f.Fuzz(func(t *testing.T, a, b string, limit int) {
		if len(a)+len(b) > 200 || limit < 1 || limit > 200 {
			return
		}
		d := distance(a, b, limit)
		if d != distance(b, a, limit) || d > limit || d < 0 || distance(a, a, limit) != 0 {
			t.Errorf("distance(%q, %q, %d) = %d", a, b, limit, d)
		}
		if whole := distance(a, b, 1000); d != min(whole, limit) {
			t.Errorf("distance(%q, %q, %d) = %d, without a limit %d", a, b, limit, d, whole)
		}
	})
}
