package cite

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

const mark = "<!-- dossier: cite -->"

// some are entries with what makes trouble, and with what is not known.
var some = []Entry{
	{
		Key: "articles/a/b", Authors: []Name{{Family: "de Lesseps", Given: "Ferdinand"}, {Whole: "Barnes and Noble, Inc."}},
		Title: "50 % of {R&D} costs $1_000 #1 ~ x^2 \\ “done”", Container: "The canal's dossier", Issued: Date{2018, 6, 0},
		URL: "https://example.org/a%20b_c#d", Lang: "en", Note: "Two\nlines\r\nER  - ",
	},
	{Key: "pages/+43e+.ru", Title: "Отчёт مع العربية 报告", Issued: Date{2019, 11, 28}, Lang: "ru"},
	{Key: "events/x", Title: "No date"},
	{Key: "events/y", Title: "A year", Issued: Date{Year: 987}},
}

// written are entries in a format, whether what is written is taken away in between or not.
func written(to Append, entries ...Entry) []byte {
	whole := to(nil, slices.Values(entries), mark, func(buf []byte) []byte { return buf })
	var pieces []byte
	end := to(nil, slices.Values(entries), mark, func(buf []byte) []byte {
		pieces = append(pieces, buf...)
		return buf[:0]
	})
	if pieces = append(pieces, end...); !bytes.Equal(whole, pieces) {
		panic("in pieces: " + string(pieces))
	}
	return whole
}

func TestBibTeX(t *testing.T) {
	want := `@misc{articles/a/b,
  author = {{de Lesseps}, {Ferdinand} and {Barnes and Noble, Inc.}},
  title = {{50 \% of {\textbraceleft}R\&D{\textbraceright} costs \$1\_000 \#1 {\textasciitilde} x{\textasciicircum}2 {\textbackslash} “done”}},
  howpublished = {The canal's dossier},
  year = {2018},
  month = jun,
  url = {https://example.org/a%20b_c#d},
  langid = {en},
  note = {Two lines ER -},
}

@misc{pages/+43e+.ru,
  title = {{Отчёт مع العربية 报告}},
  year = {2019},
  month = nov,
  langid = {ru},
}

@misc{events/x,
  title = {{No date}},
}

@misc{events/y,
  title = {{A year}},
  year = {987},
}

<!-- dossier: cite -->
`
	if got := string(written(AppendBibTeX, some...)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestRIS(t *testing.T) {
	want := `TY  - ELEC
ID  - articles/a/b
AU  - de Lesseps, Ferdinand
AU  - Barnes and Noble Inc.
TI  - 50 % of {R&D} costs $1_000 #1 ~ x^2 \ “done”
T2  - The canal's dossier
PY  - 2018
DA  - 2018/06//
UR  - https://example.org/a%20b_c#d
LA  - en
N1  - Two lines ER -
ER  - 

TY  - ELEC
ID  - pages/+43e+.ru
TI  - Отчёт مع العربية 报告
PY  - 2019
DA  - 2019/11/28/
LA  - ru
ER  - 

TY  - ELEC
ID  - events/x
TI  - No date
ER  - 

TY  - ELEC
ID  - events/y
TI  - A year
PY  - 0987
DA  - 0987///
ER  - 

<!-- dossier: cite -->
`
	if got := string(written(AppendRIS, some...)); got != strings.ReplaceAll(want, "\n", "\r\n") {
		t.Errorf("got\n%q\nwant\n%s", got, want)
	}
}

func TestCSL(t *testing.T) {
	var items []map[string]any
	if err := json.Unmarshal(written(AppendCSL, some...), &items); err != nil || len(items) != len(some) {
		t.Fatal(err, items)
	}
	for i, want := range []string{"map[date-parts:[[2018 6]]]", "map[date-parts:[[2019 11 28]]]", "<nil>", "map[date-parts:[[987]]]"} {
		if got := fmt.Sprint(items[i]["issued"]); got != want || items[i]["title"] != some[i].Title || items[i]["id"] != some[i].Key {
			t.Errorf("%v: issued %s, want %s", items[i], got, want)
		}
	}
	if got, want := fmt.Sprint(items[0]["author"]), "[map[family:de Lesseps given:Ferdinand] map[literal:Barnes and Noble, Inc.]]"; got != want {
		t.Errorf("the authors are %s", got)
	}
	if got := string(written(AppendCSL, some...)); !strings.HasSuffix(got, "\"custom\":{\"mark\":\""+mark+"\"}}]\n") {
		t.Errorf("the last item is %q", got)
	}
	if got := string(written(AppendCSL)); got != "[]\n" {
		t.Errorf("nothing is %q", got)
	}
}

// Any text stays within its field: braces are balanced, lines are those of tags, and
// JSON gives back what went in.
func TestAnyText(t *testing.T) {
	signs := []rune("ab \\{}%#&$_^~\"'@,=\n\r\t\u2028\u0085éЖ漢ع😀-/")
	source := rand.New(rand.NewSource(1))
	text := func() string {
		out := make([]rune, source.Intn(12))
		for i := range out {
			out[i] = signs[source.Intn(len(signs))]
		}
		return string(out)
	}
	tags := regexp.MustCompile(`^([A-Z][A-Z0-9]  - .*)?$`)
	for range 2000 {
		e := Entry{Key: Key("x", ""), Title: "t" + text(), Container: text(), URL: text(), Note: text(), Authors: []Name{{Whole: "w" + text()}, {Family: "f" + text(), Given: text()}}}
		depth, escaped := 0, false
		for _, r := range string(written(AppendBibTeX, e)) {
			switch r {
			case '{':
				depth++
			case '}':
				depth--
			}
			if escaped && (r == '{' || r == '}') {
				t.Fatalf("%q: BibTeX counts a brace behind a backslash", e.Title)
			}
			escaped = r == '\\'
			if depth < 0 {
				break
			}
		}
		if depth != 0 {
			t.Fatalf("%v: braces are not balanced", e)
		}
		ris := string(written(AppendRIS, e))
		for line := range strings.SplitSeq(strings.TrimSuffix(ris, mark+"\r\n"), "\r\n") {
			if !tags.MatchString(line) || strings.ContainsAny(line, "\r\n\u2028\u0085") {
				t.Fatalf("%v gives the line %q", e, line)
			}
		}
		if strings.Count("\r\n"+ris, "\r\nER  - ") != 1 {
			t.Fatalf("%q ends more than once", ris)
		}
		var items []cslItem
		if err := json.Unmarshal(written(AppendCSL, e), &items); err != nil || items[0].Title != e.Title || items[0].Note != e.Note {
			t.Fatalf("%v: %v %v", e, items, err)
		}
	}
}

func TestKey(t *testing.T) {
	for _, x := range []struct{ page, lang, want string }{
		{"articles/csto-plans-2020/outlook", "", "articles/csto-plans-2020/outlook"},
		{"articles/csto-plans-2020/outlook", "fr", "articles/csto-plans-2020/outlook.fr"},
		{"pages/о-нас", "ru", "pages/+43e+-+43d.430.441+.ru"},
		{"pages/été", "", "pages/+e9+t+e9+"},
	} {
		if got := Key(x.page, x.lang); got != x.want {
			t.Errorf("%q in %q is %q, want %q", x.page, x.lang, got, x.want)
		}
	}
	// Pages whose keys differ in any way have different ones.
	signs := []rune("aeb9/-_éа界𝒶")
	source := rand.New(rand.NewSource(1))
	seen := map[string]string{}
	for range 50_000 {
		page := make([]rune, 1+source.Intn(5))
		for i := range page {
			page[i] = signs[source.Intn(len(signs))]
		}
		key := Key(string(page), "")
		if other, ok := seen[key]; ok && other != string(page) {
			t.Fatalf("%q and %q are both %q", other, string(page), key)
		}
		seen[key] = string(page)
		if len(key) != utf8.RuneCountInString(key) {
			t.Fatalf("%q is not ASCII", key)
		}
	}
}

// TestOneLine compares texts that stay as they are with those that are joined of words.
func TestOneLine(t *testing.T) {
	signs := []rune("ab  \t\n\x7f\u0085\u2028\u2029\u00a8\u0a28é😀")
	source := rand.New(rand.NewSource(2))
	for range 5000 {
		text := ""
		for range source.Intn(7) {
			text += string(signs[source.Intn(len(signs))])
		}
		breaks := func(r rune) bool { return r <= ' ' || strings.ContainsRune("\x7f\u0085\u2028\u2029", r) }
		if got, want := oneLine(text), strings.Join(strings.FieldsFunc(text, breaks), " "); got != want {
			t.Fatalf("%q becomes %q, not %q", text, got, want)
		}
	}
}
