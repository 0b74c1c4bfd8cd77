package buffer

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestFront shows every token of front matters, and what a cursor in them means.
func TestFront(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"no front", ""},
		{"---\ntitle: A b # remark\ndate: 2019-11\n---\nbody: x\n", "title? title=A b date? date=2019-11"},
		{"---\ntitle: \"A: b\"\n'na me': x\n---\n", "title? title=\"A: b na me? na me=x"},
		{"---\ncountries: [russia, \"sy ria\", ]\nevents: []\n---\n", "countries? countries-russia countries-\"sy ria countries- events? events-"},
		{"---\ncountries:\n  - russia\n  -\nactors:\n- csto # x\n---\n", "countries? countries= countries-russia countries- actors? actors= actors-csto"},
		{"---\nname: {en: A, fr: 'B, c', ru: }\n---\n", "name? name.en? name.en=A name.fr? name.fr=\"B, c name.ru? name.ru="},
		{"---\nrelations:\n  - type: member-of\n    to: csto\n  - {type: x, to: [a, {b: c}]}\n---\n",
			"relations? relations= relations.type? relations.type=member-of relations.to? relations.to=csto relations.type? relations.type=x relations.to? relations.to-a relations.to.b? relations.to.b=c"},
		{"---\nkinds:\n  treaties:\n    name: {en: Treaties}\nlanguages: [en]\n---\n",
			"kinds? kinds= kinds.treaties? kinds.treaties= kinds.treaties.name? kinds.treaties.name.en? kinds.treaties.name.en=Treaties languages? languages-en"},
		{"---\nsummary: |\n  key: no key\n\n  more\ndate: 2019\n---\n", "summary? date? date=2019"},
		{"---\ncountries: [russia, sy\ndate: 2019\n---\n", "countries? countries-russia countries-sy date? date=2019"},
		{"---\ntitle: \"open\ndate: 2019\n---\n", "title? title=\"open date? date=2019"},
		{"---\ntit\n\nda", "tit? ? da?"},
		{"\ufeff---\r\ntitle: A\r\ndate: 2019\r\n---\r\n", "title? title=A date? date=2019"},
		{"---\nsources: [{title: A, archived: [{url: u,\n  date: 2019}]}]\nx: y\n---\n",
			"sources? sources.title? sources.title=A sources.archived? sources.archived.url? sources.archived.url=u sources.archived.date? sources.archived.date=2019 x? x=y"},
		{"---\nrelations:\n  - {type: m, to: }\n  - {type: , \n---\n", "relations? relations= relations.type? relations.type=m relations.to? relations.to= relations.type? relations.type= relations.?"},
		{"---\na: {: }\nb: [[x], {]\n---\n", "a? a.? a.= b? b-x b.?"},
	} {
		text := New(c.text)
		f := text.Front()
		var got []string
		for _, k := range f.Tokens {
			sign := "="
			path := strings.Join(k.Path, ".")
			switch {
			case k.IsKey:
				sign = "?"
			case k.InList:
				sign = "-"
			}
			quote := ""
			if k.Quoted && !k.IsKey {
				quote = `"`
			}
			word := quote + c.text[k.From:k.To]
			if k.IsKey {
				if path != "" {
					path += "."
				}
				got = append(got, path+word+sign)
			} else {
				got = append(got, path+sign+word)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

// TestCursor says which key or value a cursor (‸) means.
func TestCursor(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"---\n‸\n---\n", "[] key \"\""},
		{"---\nti‸tle: A\n---\n", "[] key \"title\""},
		{"---\ntitle:‸\n---\n", "[title] value \"\""},
		{"---\ntitle: ‸\n---\n", "[title] value \"\""},
		{"---\ntitle: A‸ b\n---\n", "[title] value \"A b\""},
		{"---\ncountries: [‸]\n---\n", "[countries] value \"\""},
		{"---\ncountries: [a, ‸]\n---\n", "[countries] value \"\""},
		{"---\ncountries: [a,‸ b]\n---\n", "[countries] value \"b\""},
		{"---\ncountries: [a, ‸\ndate: x\n---\n", "[countries] value \"\""},
		{"---\ncountries: [ta‸\ndate: x\n---\n", "[countries] value \"ta\""},
		{"---\ncountries:\n  - ‸\n---\n", "[countries] value \"\""},
		{"---\nrelations:\n  - ty‸\n---\n", "[relations] value \"ty\""},
		{"---\nrelations:\n  - type: x\n    ‸\n---\n", "[relations] key \"\""},
		{"---\nrelations:\n  - {‸}\n---\n", "[relations] key \"\""},
		{"---\nrelations:\n  - {type: ‸, to: x}\n---\n", "[relations type] value \"\""},
		{"---\nrelations:\n  - {type: a‸}\n---\n", "[relations type] value \"a\""},
		{"---\nrelations:\n  - {type: a, ‸\n---\n", "[relations] key \"\""},
		{"---\nrelations: [{type: a, to: ‸\n---\n", "[relations to] value \"\""},
		{"---\nda‸", "[] key \"da\""},
		{"---\ndate: \"2019‸\"\n---\n", "[date] value \"2019\""},
		{"---\nx: y\n---\nbo‸dy: x\n", "none"},
	} {
		at := strings.Index(c.text, "‸")
		src := strings.Replace(c.text, "‸", "", 1)
		f := New(src).Front()
		got := "none"
		if k := f.At(at); k != nil {
			what := "value"
			if k.IsKey {
				what = "key"
			}
			got = fmt.Sprintf("%v %s %q", k.Path, what, src[k.From:k.To])
		}
		if got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

// TestLinkAt shows what a cursor in prose is in.
func TestLinkAt(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"a [[ta‸", "wiki ta"},
		{"a [[ta‸ and more. Then", "wiki ta and more"},
		{"a [[‸]] b", "wiki closed "},
		{"[[x‸#h|w]]", "wiki closed x#h"},
		{"[[x#h‸|w]]", "wiki closed x#h"},
		{"[[x#h|w‸]]", "wiki closed x#h"},
		{"[[#‸", "wiki #"},
		{"[[x]] ‸ [[y]]", "none"},
		{"[[x]] [[y‸]]", "wiki closed y"},
		{"[[x]] ‸[[y]]", "wiki closed y"},
		{"[a](b)‸[c](d)", "link closed d"},
		{"![a](b‸.png)", "link closed b.png"},
		{"| [[x\\|w‸]] |", "wiki closed x"},
		{"a [wo‸rds](../x.md#h) b", "link closed ../x.md#h"},
		{"a [words](../x‸.md \"t\") b", "link closed ../x.md"},
		{"a [words](../x‸", "link ../x"},
		{"a [words](x) b‸", "none"},
		{"‸plain", "none"},
	} {
		at := strings.Index(c.line, "‸")
		src := "x\n" + strings.Replace(c.line, "‸", "", 1) + "\ny"
		got := "none"
		if l, ok := New(src).LinkAt(at + 2); ok {
			got = map[bool]string{true: "wiki ", false: "link "}[l.Wiki] + map[bool]string{true: "closed "}[l.Closed] + src[l.Target:l.End]
			if l.Heading >= 0 {
				got += "#" + src[l.Heading:l.HeadingEnd]
			}
		}
		if got != c.want {
			t.Errorf("%q: %s, want %s", c.line, got, c.want)
		}
	}
}

func TestHeadings(t *testing.T) {
	src := "---\n# no\n---\n# One #\ntext\n\n```\n# code\n```\n\n  ## Two {#two}\nThree\n===\nFour\n---\n\n---\n    # indented\n#no\n> # quoted\n"
	text := New(src)
	var got []string
	for _, h := range text.Headings(text.Front().Body) {
		got = append(got, fmt.Sprintf("%d %d %s", h.Level, h.Line, src[h.From:h.To]))
	}
	want := "1 3 One|2 10 Two {#two}|1 11 Three|2 13 Four"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("%s, want %s", s, want)
	}
}

// TestPositions counts in each encoding, over characters of one to four bytes,
// combining ones and every line end.
func TestPositions(t *testing.T) {
	text := New("\ufeffa😀é\r\nПривет е\u0301 x\rlast\n")
	for _, c := range []struct {
		enc         Encoding
		line, units int
		offset      int
	}{
		{UTF16, 0, 0, 0}, {UTF16, 0, 1, 3}, {UTF16, 0, 2, 4}, {UTF16, 0, 4, 8}, {UTF16, 0, 5, 10}, {UTF8, 0, 8, 8}, {UTF32, 0, 3, 8},
		{UTF16, 1, 6, 24}, {UTF8, 1, 12, 24}, {UTF16, 1, 9, 29}, {UTF16, 1, 11, 31}, {UTF16, 2, 0, 32}, {UTF16, 3, 0, 37},
	} {
		if at := text.Offset(c.line, c.units, c.enc); at != c.offset {
			t.Errorf("%d:%d is at %d, not %d", c.line, c.units, at, c.offset)
		}
		if line, units := text.Position(c.offset, c.enc); line != c.line || units != c.units {
			t.Errorf("%d is at %d:%d, not %d:%d", c.offset, line, units, c.line, c.units)
		}
	}
	// Inside of a character, beyond a line, beyond the text, before it.
	for _, c := range [][3]int{{0, 3, 4}, {0, 99, 10}, {99, 0, 37}, {-1, 5, 0}} {
		if at := text.Offset(c[0], c[1], UTF16); at != c[2] {
			t.Errorf("%v: %d", c, at)
		}
	}
	if at := text.At(1, 2); at != 4 { // addresses do not count the mark
		t.Errorf("address 1:2 is at %d", at)
	}
	if line, col := text.Address(4); line != 1 || col != 2 {
		t.Errorf("%d:%d", line, col)
	}
	if at := text.At(2, 0); at != 12 {
		t.Errorf("line 2 is at %d", at)
	}
	if got := text.With(3, 8, "b").String(); !strings.HasPrefix(got, "\ufeffbé") {
		t.Errorf("%q", got)
	}
}

// FuzzBuffer holds that any text is read, that tokens lie in it in their order, and
// that offsets and positions lead to each other.
func FuzzBuffer(f *testing.F) {
	for _, s := range []string{"---\na: {: }\nb: [[x], {]\n---\n", "---\na: [\"\n'", "---\n- - {a: [b\n---\n# x", "[[a|b]] [c](d#e)", "---\r\na: 😀\r---\r[[", "---\n- {\n- [\nx:\n"} {
		f.Add(s, uint16(7))
	}
	f.Fuzz(func(t *testing.T, src string, at16 uint16) {
		text := New(src)
		front := text.Front()
		for _, k := range front.Tokens {
			if k.From < 0 || k.To < k.From || k.To > len(src) || k.First > k.From || k.Last < k.From || k.First > k.Last || k.Last > len(src) {
				t.Fatalf("%q: %+v", src, k)
			}
		}
		text.Headings(front.Body)
		at := min(int(at16), len(src))
		for at > 0 && at < len(src) && !utf8.RuneStart(src[at]) {
			at--
		}
		front.At(at)
		text.WordAt(at)
		if l, ok := text.LinkAt(at); ok && (l.From > l.Target || l.Target > l.End || l.End > l.To) {
			t.Fatalf("%q at %d: %+v", src, at, l)
		}
		if !utf8.ValidString(src) {
			return
		}
		from, to := text.Line(text.LineOf(at))
		if at < from || at > to { // in a line end
			return
		}
		for _, enc := range []Encoding{UTF16, UTF8, UTF32} {
			line, units := text.Position(at, enc)
			if back := text.Offset(line, units, enc); back != at {
				t.Fatalf("%q: %d is %d:%d, which is %d", src, at, line, units, back)
			}
		}
		if line, col := text.Address(at); !(at < len(mark) && strings.HasPrefix(src, mark)) {
			if back := text.At(line, col); back != at {
				t.Fatalf("%q: %d is %d:%d, which is %d", src, at, line, col, back)
			}
		}
	})
}

// TestHostile reads what would take long if any of it were read again and again.
func TestHostile(t *testing.T) {
	for _, unit := range []string{"  - [x]\n", "- [\n", "a: [\n", "  b: \"\n", "[", "{a: ", "- ", "[[", "](", "# x\n", "'", "a: {b: [c,\n"} {
		text := New("---\n" + strings.Repeat(unit, 100_000/len(unit)))
		f := text.Front()
		f.At(50_000)
		text.Headings(0)
		text.LinkAt(50_000)
	}
}

func TestMoved(t *testing.T) {
	was, is := New("one two three"), New("one twenty-two three")
	for _, c := range []struct {
		from, to, by int
		ok           bool
	}{{0, 3, 0, true}, {4, 8, 0, false}, {15, 20, -7, true}, {12, 14, 0, false}, {5, 6, 0, false}} {
		if by, ok := was.Moved(is, c.from, c.to); by != c.by || ok != c.ok {
			t.Errorf("%d-%d moved by %d, %v", c.from, c.to, by, ok)
		}
	}
	if by, ok := is.Moved(is, 5, 6); by != 0 || !ok {
		t.Error(by, ok)
	}
}

// TestMarkAt finds the name of a source, as far as it is there.
func TestMarkAt(t *testing.T) {
	for with, want := range map[string]string{
		"a[^na‸me] b": "name]", "a[^‸name] b": "name]", "a[^name‸] b": "name]", "a[^‸": "", "a[^na‸ b": "na", "a[^‸]": "]",
		"a[^name]‸ b": "-", "a[‸^name]": "-", "a [^na me‸": "-", "[^x\ny‸]": "-", "a[^x][^y‸": "y", "‸": "-", "[[x‸]]": "-",
	} {
		at := strings.Index(with, "‸")
		src := strings.Replace(with, "‸", "", 1)
		from, to, closed, ok := New(src).MarkAt(at)
		got := "-"
		if ok {
			if got = src[from:to]; closed {
				got += "]"
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", with, got, want)
		}
	}
}
