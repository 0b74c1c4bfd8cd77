package outlinks

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dossier/generator/diag"
	"dossier/generator/edtf"
	"dossier/generator/linkcheck"
	"dossier/generator/model"
)

var (
	ok      = linkcheck.Answer{Word: linkcheck.OK}
	moved   = linkcheck.Answer{Word: linkcheck.Moved, Why: "it leads on for good", Now: "https://new.example/"}
	broken  = linkcheck.Answer{Word: linkcheck.Broken, Why: "404 Not Found"}
	unsure  = linkcheck.Answer{Word: linkcheck.Unsure, Why: "403 Forbidden"}
	unasked = linkcheck.Answer{Word: linkcheck.Unasked, Why: "there was no time to ask"}
)

func TestJudge(t *testing.T) {
	copies := []model.Archived{{URL: "https://archive.example/"}}
	dead := Facts{Cited: true, Dead: true, Archived: copies}
	for _, test := range []struct {
		where  Where
		facts  Facts
		answer linkcheck.Answer
		want   Verdict
	}{
		{InBody, Facts{}, ok, Verdict{Word: OK}},
		{InBody, Facts{}, moved, Verdict{Word: Moved, Why: moved.Why, Now: moved.Now, Advice: "write https://new.example/"}},
		{InBody, Facts{}, unsure, Verdict{Word: Unsure, Why: unsure.Why, Advice: "look at it in a browser"}},
		{InBody, Facts{}, unasked, Verdict{Word: Unasked, Why: unasked.Why}},
		{InBody, Facts{}, broken, Verdict{Word: Broken, Why: broken.Why, Advice: "lead to a copy in an archive, or name what was there under sources, with its copy"}},
		{InSources, Facts{Cited: true}, broken, Verdict{Word: Broken, Why: broken.Why, Advice: "take a copy in an archive: write beside the source status: dead and archived: {url: …, date: …}"}},
		{InSource, Facts{Cited: true, Archived: copies}, broken, Verdict{Word: Broken, Why: broken.Why, Advice: "write status: dead beside the source; readers are then led to its copy"}},
		{InBody, Facts{}, linkcheck.Answer{Word: linkcheck.Broken, Private: true}, Verdict{Word: Broken, Advice: "write an address that readers can reach, or delete it", private: true}},
		{InArchived, Facts{}, broken, Verdict{Word: Broken, Why: broken.Why, Advice: "write the address of another copy, or delete this one"}},
		{InSameAs, Facts{}, broken, Verdict{Word: Broken, Why: broken.Why, Advice: "write where it is now, or delete it from same_as"}},
		{InSources, dead, broken, Verdict{Word: Dead, Why: broken.Why}},
		{InSources, dead, unsure, Verdict{Word: Dead, Why: unsure.Why}},
		{InSources, Facts{Cited: true, Dead: true}, unsure, Verdict{Word: Dead, Why: unsure.Why, Advice: "take a copy in an archive: write beside the source archived: {url: …, date: …}"}},
		{InSources, dead, unasked, Verdict{Word: Unasked, Why: unasked.Why}},
		{InSources, dead, ok, Verdict{Word: Alive, Why: "it is marked dead, and answers", Advice: "look whether it is what it was; if so, delete status: dead"}},
		{InBody, dead, moved, Verdict{Word: Alive, Why: "it is marked dead, and answers", Now: moved.Now, Advice: "look whether it is what it was; if so, delete status: dead"}},
	} {
		l := Link{Address: "https://a.example/", Where: test.where, Facts: test.facts}
		if got := Judge([]Link{l}, map[string]linkcheck.Answer{l.Address: test.answer})[0].Verdict; got != test.want {
			t.Errorf("%s, %+v, %s: %+v, want %+v", test.where, test.facts, test.answer.Word, got, test.want)
		}
		if got := Judge([]Link{l}, nil)[0].Verdict; got != (Verdict{}) {
			t.Errorf("without answers: %+v", got)
		}
	}
}

// checked is a list with a hostile address, one that stands in two places, and one that is
// not asked.
func checked() []Judged {
	at := func(line int) diag.Pos { return diag.Pos{File: "content/x.md", Line: line, Col: 3} }
	links := []Link{
		{Address: "https://gone.example/", Pos: at(1), Where: InBody, Pages: []string{"x.html", "fr/x.html"}},
		{Address: "https://evil.example/`@a\t|\n[x](y)\u202e", Pos: at(2), Where: InBody, Pages: []string{"x.html"}},
		{Address: "mailto:a@b.example", Pos: at(3), Where: InReport},
		{Address: "https://gone.example/", Pos: at(4), Where: InSameAs, Pages: []string{"x.html"}},
		{Address: "https://old.example/", Pos: at(5), Where: InBody},
		{Address: "https://dead.example/", Pos: at(6), Where: InSources, Facts: Facts{Cited: true, Dead: true, Archived: []model.Archived{{URL: "https://archive.example/"}}}},
		{Address: "https://shy.example/", Pos: at(7), Where: InBody},
		{Address: "https://late.example/", Pos: at(8), Where: InBody},
		{Address: "https://fine.example/", Pos: at(9), Where: InBody},
	}
	return Judge(links, map[string]linkcheck.Answer{
		links[0].Address: broken, links[1].Address: {Word: linkcheck.Moved, Why: "it leads on for good", Now: "https://new.example/`@b"},
		links[4].Address: moved, links[5].Address: ok, links[6].Address: unsure, links[7].Address: unasked, links[8].Address: ok,
	})
}

func TestReport(t *testing.T) {
	var out strings.Builder
	if err := Write(&out, checked(), Markdown, true); err != nil {
		t.Fatal(err)
	}
	want := "7 addresses: 1 broken, 1 alive, 2 moved, 1 unsure, 1 unasked, 1 ok.\n" + `
## Broken

- ~https://gone.example/~: 404 Not Found
  - ~content/x.md:1:3~, body: lead to a copy in an archive, or name what was there under sources, with its copy
  - ~content/x.md:4:3~, same_as: write where it is now, or delete it from same_as

## Marked dead, and answering

- ~https://dead.example/~: it is marked dead, and answers
  - ~content/x.md:6:3~, sources: look whether it is what it was; if so, delete status: dead

## Moved for good

- ~https://evil.example/%60@a%09|%0A[x](y)\u202e~: it leads on for good
  - ~content/x.md:2:3~, body: ~write https://new.example/%60@b~
- ~https://old.example/~: it leads on for good
  - ~content/x.md:5:3~, body: ~write https://new.example/~

## Not certain: the site refuses programs, is out of order, or does not answer

- ~https://shy.example/~: 403 Forbidden
  - ~content/x.md:7:3~, body: look at it in a browser

## Not asked: there was no time

- ~https://late.example/~: there was no time to ask
  - ~content/x.md:8:3~, body
`
	if got := strings.ReplaceAll(out.String(), "`", "~"); got != want {
		t.Errorf("the report is\n%s\nwant\n%s", got, want)
	}
}

// A report stays within what an issue takes.
func TestReportIsBounded(t *testing.T) {
	var all []Judged
	for i := range maxReported + 7 {
		all = append(all, Judged{Link{Address: fmt.Sprintf("https://a.example/%d", i)}, Verdict{Word: Broken}})
	}
	var out strings.Builder
	_ = Write(&out, all, Markdown, true)
	if got := strings.Count(out.String(), "a.example"); got != maxReported || !strings.HasSuffix(out.String(), "- and 7 more\n") {
		t.Errorf("%d addresses in\n%s", got, out.String())
	}
	for i := range all {
		all[i].Address += strings.Repeat("я", 1000)
	}
	out.Reset()
	_ = Write(&out, all, Markdown, true)
	if got := out.Len(); got > 61000 || got < 55000 || !strings.HasSuffix(out.String(), "\n- and more: see dossier links --check\n") {
		t.Errorf("%d bytes", got)
	}
}

// A table is one whatever the addresses hold.
func TestTable(t *testing.T) {
	var out strings.Builder
	if err := Write(&out, checked(), TSV, true); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(lines) != 10 {
		t.Fatalf("%d lines:\n%s", len(lines), out.String())
	}
	for _, line := range lines {
		if strings.Count(line, "\t") != 10 {
			t.Errorf("not 11 cells: %q", line)
		}
	}
	want := `https://evil.example/%60@a%09|%0A[x](y)\u202e` + "\tcontent/x.md:2:3\tbody\tx.html\t\t\t\tmoved\tit leads on for good\thttps://new.example/%60@b\twrite https://new.example/%60@b"
	if lines[2] != want {
		t.Errorf("the line is %q, want %q", lines[2], want)
	}
	if want := "https://dead.example/\tcontent/x.md:6:3\tsources\t\thttps://archive.example/\tdead\t\talive\t"; !strings.HasPrefix(lines[6], want) {
		t.Errorf("the line is %q, want %q", lines[6], want)
	}
}

// JSON has all that is known, and no sign that a terminal would take for a command.
func TestObjects(t *testing.T) {
	var out strings.Builder
	if err := Write(&out, checked(), JSON, true); err != nil {
		t.Fatal(err)
	}
	var got []map[string]any
	if err := json.Unmarshal([]byte(out.String()), &got); err != nil {
		t.Fatal(err)
	}
	all := checked()
	for i, o := range got {
		if o["address"] != all[i].Address || o["line"] != float64(i+1) || o["in"] != string(all[i].Where) || o["pages"] == nil {
			t.Errorf("%v is not %+v", o, all[i])
		}
	}
	if len(got) != len(all) || got[1]["now"] != "https://new.example/`@b" || got[2]["result"] != nil || got[5]["status"] != "dead" {
		t.Errorf("objects %v", got)
	}
	if strings.ContainsFunc(out.String(), func(r rune) bool { return r != '\n' && diag.Printable(string(r)) != string(r) }) {
		t.Errorf("unprintable: %q", out.String())
	}
	out.Reset()
	_ = Write(&out, nil, JSON, false)
	if out.String() != "[\n]\n" {
		t.Errorf("nothing is %q", out.String())
	}
}

func TestSummary(t *testing.T) {
	one := []Judged{{Link{Address: "a"}, Verdict{Word: OK}}, {Link{Address: "a"}, Verdict{Word: OK}}, {Link: Link{Address: "mailto:a"}}}
	if got := Summary(one); got != "1 address: 1 ok" {
		t.Error(got)
	}
	if got := Summary(nil); got != "no address to ask" {
		t.Error(got)
	}
	if got := Addresses([]Link{one[0].Link, one[1].Link, one[2].Link}); len(got) != 2 {
		t.Error(got)
	}
}

// Copies are looked for of what is gone and has none, near the day when it was there.
func TestLostAndFound(t *testing.T) {
	date := func(s string) edtf.Date {
		d, err := edtf.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	link := func(address string, where Where, word Word, facts Facts) Judged {
		return Judged{Link{Address: address, Where: where, Facts: facts}, Verdict{Word: word, Advice: "as it was"}}
	}
	all := []Judged{
		link("a", InSources, Broken, Facts{Cited: true, Accessed: date("2019-05"), Date: date("2001")}),
		link("a", InSources, Broken, Facts{Cited: true}),
		link("b", InSource, Dead, Facts{Cited: true, Dead: true, Date: date("2001")}),
		link("c", InBody, Broken, Facts{}),
		link("d", InSources, Broken, Facts{Cited: true, Accessed: date("2001/..")}),
		link("e", InSources, Broken, Facts{Cited: true, Archived: []model.Archived{{URL: "x"}}}),
		link("f", InArchived, Broken, Facts{}),
		link("g", InBody, Unsure, Facts{}),
		link("h", InSameAs, Broken, Facts{}),
		link("i", InBody, Broken, Facts{}),
	}
	all[9].private = true
	want := []linkcheck.Lost{{Address: "a", Day: "20190531"}, {Address: "b", Day: "20011231"}, {Address: "c"}, {Address: "d"}}
	if got := Lost(all); !slices.Equal(got, want) {
		t.Errorf("lost are %v, want %v", got, want)
	}
	found := linkcheck.Copy{URL: "https://web.archive.org/web/20190505000000/http://a", Date: "2019-05-05"}
	copies := map[string]linkcheck.Copy{}
	for _, address := range []string{"a", "b", "c", "e", "f", "g", "h", "i"} {
		copies[address] = found
	}
	got := WithCopies(all, copies)
	archived := `archived: {url: "` + found.URL + `", date: 2019-05-05}`
	for i, want := range map[int]string{
		0: "take the copy " + found.URL + ": write beside the source status: dead and " + archived,
		1: "take the copy " + found.URL + ": write beside the source status: dead and " + archived,
		2: "take the copy " + found.URL + ": write beside the source " + archived,
		3: "lead to the copy " + found.URL + ", or name what was there under sources, with its copy",
		4: "as it was", 5: "as it was", 6: "as it was", 7: "as it was", 8: "as it was", 9: "as it was",
	} {
		if got[i].Advice != want || all[i].Advice != "as it was" {
			t.Errorf("%s: %q, want %q", got[i].Address, got[i].Advice, want)
		}
	}
}
