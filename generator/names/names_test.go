package names

import (
	"strings"
	"testing"

	"dossier/generator/markdown"
	"dossier/generator/model"
	"dossier/generator/prose"
)

// body is what Markdown makes of some prose.
func body(t testing.TB, lang, src string) *prose.Body {
	t.Helper()
	d, faults := markdown.NewParser(lang).Parse(&markdown.Scratch{}, "x.md", []byte("---\na: b\n---\n"+src), "")
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	b := &prose.Body{HTML: d.HTML}
	for _, r := range d.Runs {
		b.Runs = append(b.Runs, prose.Run(r))
	}
	return b
}

// known is an entity as a dossier has it: id begins with its kind.
func known(id, class, name string, aliases ...string) Entity {
	kind, _, _ := strings.Cut(id, "/")
	return Entity{
		ID: id, Name: name, Aliases: aliases, Person: class == "person", Event: kind == model.Events, Locality: kind == model.Places,
		Place: kind == model.Countries || kind == model.Places,
	}
}

// text is one that was read.
type text struct {
	*prose.Body
	found    []Found
	findings Findings
}

func (t text) word(m Found) string { return t.HTML[m.Start:m.End] }

// words are the mentions of a text.
func (t text) words() string {
	var out []string
	for _, m := range t.found {
		out = append(out, t.word(m))
	}
	return strings.Join(out, "|")
}

// readAll reads the texts of a dossier.
func readAll(t testing.TB, lang string, entities []Entity, texts ...string) []text {
	t.Helper()
	m := New(entities, lang)
	common := m.NewCommon()
	r := m.NewReader(common)
	out := make([]text, len(texts))
	read := func(i int) {
		found, findings := r.Mentions(out[i].Body, nil)
		out[i].found, out[i].findings = append([]Found(nil), found...), findings
	}
	for i, src := range texts {
		out[i].Body = body(t, lang, src)
		read(i)
	}
	for i := range out {
		common.Add(&out[i].findings)
	}
	for i := range out {
		if !common.Holds(&out[i].findings) {
			read(i)
		}
		if !common.Holds(&out[i].findings) {
			t.Errorf("what is found in %q does not hold when it is read again", texts[i])
		}
	}
	return out
}

// everyday are the entities of the tests that need a few.
func everyday() []Entity {
	return []Entity{
		known("countries/kenya", "", "Kenya"),
		known("countries/south-ossetia", "", "South Ossetia"),
		known("countries/ossetia", "", "Ossetia"),
		known("actors/putin", "", "Vladimir Putin", "Putin"),
		known("actors/att", "", "AT&T Ltd."),
		known("actors/spring-a", "", "Spring"),
		known("events/spring-b", "", "The spring", "Spring"),
		known("events/its", "", "Kenya's day"),
		known("events/river-bed", "", "river bed"),
		known("events/mud", "", "mud"),
		known("actors/deep-mud", "", `"Deep" Mud`),
		known("actors/b", "", "A thing", "Café"),
	}
}

// marked is a text's HTML with its mentions as [words](id).
func (t text) marked(entities []Entity) string {
	var fill []prose.Insert
	for _, m := range t.found {
		fill = append(fill, prose.Insert{At: m.Start, Text: "["}, prose.Insert{At: m.End, Text: "](" + entities[m.Entity].ID + ")"})
	}
	return strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(t.Fill(fill)), "<p>"), "</p>")
}

func TestMentions(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"first only", "Kenya and Kenya.", "[Kenya](countries/kenya) and Kenya."},
		{"possessive", "Kenya's capital", "[Kenya](countries/kenya)’s capital"},
		{"longest wins", "South Ossetia, Ossetia", "[South Ossetia](countries/south-ossetia), [Ossetia](countries/ossetia)"},
		{"name with an apostrophe", "On Kenya’s day.", "On [Kenya’s day](events/its)."},
		{"across a line break", "Vladimir\nPutin", "[Vladimir\nPutin](actors/putin)"},
		{"not across markup", "Vladimir *Putin*", "Vladimir <em>[Putin](actors/putin)</em>"},
		{"not across paragraphs", "South\n\nOssetia", "South</p>\n<p>[Ossetia](countries/ossetia)"},
		{"not inside words", "Kenyan MidKenya", "Kenyan MidKenya"},
		{"not in another case", "KENYA kenya", "KENYA kenya"},
		{"hyphen", "Kenya-born", "[Kenya](countries/kenya)-born"},
		{"escaped characters", "AT&T Ltd. is", "[AT&amp;T Ltd.](actors/att) is"},
		{"behind a prefix", "pro-Kenya, Franco-Kenya", "pro-[Kenya](countries/kenya), Franco-Kenya"},
		{"behind a name", "Putin-Kenya talks", "[Putin](actors/putin)-[Kenya](countries/kenya) talks"},
		{"not behind a number", "338-Kenya and Kenya", "338-Kenya and [Kenya](countries/kenya)"},
		{"small names not behind a hyphen", "pre-spring, pre‑river bed", "pre-spring, pre‑river bed"},
		{"small names begin sentences", "River bed. Odd. Mud.", "[River bed](events/river-bed). Odd. Mud."},
		{"not in file names", "Kenya.jpg, a_Kenya.tar.gz, Kenya-Putin.JPG, (Kenya.pdf).", "Kenya.jpg, a_Kenya.tar.gz, Kenya-Putin.JPG, (Kenya.pdf)."},
		{"not in addresses", "example.org/Kenya, Kenya@example.org, x.y@Kenya.org, Kenya.org", "example.org/Kenya, <a dir=\"ltr\">Kenya@example.org</a>, <a dir=\"ltr\">x.y@Kenya.org</a>, Kenya.org"},
		{"not in unwritten addresses", "see www.Kenya/x and ftp://Kenya", "see www.Kenya/x and ftp://Kenya"},
		{"at the end of a sentence", "Kenya.The. In Putin/South Ossetia.", "[Kenya](countries/kenya).The. In [Putin](actors/putin)/[South Ossetia](countries/south-ossetia)."},
		{"in quotation marks", `The "Deep" Mud and the Deep Mud`, "The [“Deep” Mud](actors/deep-mud) and the Deep Mud"},
		{"no-break spaces", "Vladimir\u00a0Putin, South\u202fOssetia", "[Vladimir\u00a0Putin](actors/putin), [South\u202fOssetia](countries/south-ossetia)"},
		{"not in headings, code or links", "`Kenya` [Kenya](https://e.org)", "<code>Kenya</code> <a>Kenya</a>"},
		{"ambiguous names do not link", "Spring came. Spring", "Spring came. Spring"},
		{"but their longer forms do", "The spring came.", "[The spring](events/spring-b) came."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := readAll(t, "en", everyday(), tt.src)[0].marked(everyday()); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// TestLinkedEntities get no mention, and one text's are not the next one's.
func TestLinkedEntities(t *testing.T) {
	m := New(everyday(), "en")
	r := m.NewReader(m.NewCommon())
	b := body(t, "en", "Kenya and Putin.")
	for _, linked := range [][]int{{0}, {}, {3}, {0, 3}, nil} {
		found, _ := r.Mentions(b, linked)
		if len(found)+len(linked) != 2 {
			t.Errorf("beside links to %v: %v", linked, found)
		}
	}
}

// TestSharedName: a name of two entities is given once a text, with the number
// that it has in all texts.
func TestSharedName(t *testing.T) {
	read := readAll(t, "en", everyday(), "In spring, Spring and Spring.", "No season.", "And Spring.")
	one, other := read[0].findings.Shared, read[2].findings.Shared
	if len(one) != 1 || len(read[1].findings.Shared) != 0 || len(other) != 1 || one[0].Name != other[0].Name {
		t.Fatalf("%v and %v", one, other)
	}
	if s := one[0]; s.One != 5 || s.Other != 6 || s.Start != int32(strings.Index(read[0].HTML, "Spring")) || read[0].HTML[s.Start:s.End] != "Spring" {
		t.Errorf("%+v", s)
	}
}

// TestNouns: a text without mentions has common nouns that count for others.
func TestNouns(t *testing.T) {
	m := New([]Entity{known("countries/turkey", "", "Turkey")}, "en")
	common := m.NewCommon()
	r := m.NewReader(common)
	served := body(t, "en", "Turkey was served.")
	found, findings := r.Mentions(served, nil)
	if len(found) != 1 || !common.Holds(&findings) {
		t.Fatalf("%v", found)
	}
	roast := r.Nouns(body(t, "en", "A roast turkey."))
	if common.Add(&roast); common.Holds(&findings) {
		t.Error("a common noun changes nothing")
	}
	found, findings = r.Mentions(served, nil)
	if len(found) != 0 || !common.Holds(&findings) {
		t.Errorf("%v beside a common noun", found)
	}
	if common.Clear(); common.Holds(&findings) {
		t.Error("that there is no common noun any more changes nothing")
	}
}

// TestShare: a common noun in one text of many that have the name does not hold
// the name back, nor does one in the text that has but the name in quotation marks.
func TestShare(t *testing.T) {
	apple := []Entity{known("actors/apple", "organization", "Apple")}
	for _, tt := range []struct {
		name string
		more []string
		want int
	}{
		{"one of few", []string{"an apple", "at Apple", "by Apple"}, 0},
		{"one of many", []string{"an apple", "at Apple", "by Apple", "of Apple", "to Apple", "for Apple"}, 1},
		{"where sentences begin nothing is told", []string{"an apple", "Apple", "Apple.", "Apple", "Apple", "Apple", "Apple"}, 0},
	} {
		if got := readAll(t, "en", apple, append([]string{"Apple fell."}, tt.more...)...)[0].found; len(got) != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
	for src, want := range map[string]int{"the “Apple” store": 1, "the “*Apple*” store": 1, "the “Apple pie” recipe": 0, "“Apple” is": 1} {
		if got := readAll(t, "en", apple, src, "an apple")[0].found; len(got) != want {
			t.Errorf("%s: %v", src, got)
		}
	}
}

// TestIsOf: a matcher is of its own names, and of no others.
func TestIsOf(t *testing.T) {
	m := New(everyday(), "en")
	if !m.IsOf(everyday(), "en") {
		t.Error("it is not of its own names")
	}
	if m.IsOf(everyday(), "fr") || m.IsOf(everyday()[1:], "en") {
		t.Error("it is of another language's or of fewer")
	}
	for i, change := range []func(*Entity){
		func(e *Entity) { e.ID += "2" }, func(e *Entity) { e.Person = true }, func(e *Entity) { e.Place = false },
		func(e *Entity) { e.Locality = true }, func(e *Entity) { e.Event = true }, func(e *Entity) { e.Name += "s" },
		func(e *Entity) { e.Aliases = []string{"Kenia"} }, func(e *Entity) { e.Forms = []string{"Kenyas"} },
	} {
		other := everyday()
		if change(&other[0]); m.IsOf(other, "en") {
			t.Errorf("change %d does not show", i)
		}
	}
}

// TestNamesTakeLong gives a text that begins a long name again and again: the
// search ends and says where.
func TestNamesTakeLong(t *testing.T) {
	if testing.Short() {
		t.Skip("it looks for names in long texts")
	}
	src := "b " + strings.Repeat(strings.Repeat("a ", 30_000)+"\n", 10)
	for words, stuck := range map[int]bool{10: false, 200: true} {
		long := []Entity{known("actors/long", "", strings.Repeat("a ", words)+"b")}
		if got := readAll(t, "en", long, src)[0].findings.Stuck; got > 0 != stuck {
			t.Errorf("a name of %d words: stuck at %d", words, got)
		}
	}
}

// TestKey: a key is that of every spelling, and of no other name.
func TestKey(t *testing.T) {
	for _, same := range [][]string{
		{"Vladimir Putin", "vladimir  putin", " VLADIMIR\u00a0PUTIN "},
		{"Kenya's Day", "Kenya’s day", "kenyaʼs day"},
		{`"Deep" Mud`, "«Deep» mud", "Deep Mud"},
		{"Nagorno-Karabakh", "nagorno‑karabakh", "Nagorno–Karabakh", "Nagorno--Karabakh"},
		{"Café", "cafe\u0301"},
		{"Diyarbakır", "DIYARBAKIR"},
		{"Κύπρος", "ΚΎΠΡΟΣ"},
	} {
		for _, name := range same {
			if got := Key(name); got != Key(same[0]) || got == Key("Kenya") || got == "" {
				t.Errorf("%q has the key %q, %q has %q", name, got, same[0], Key(same[0]))
			}
		}
	}
	if Key("Kenya’s day!") == Key("Kenya’s day") || LooseKey("Kenya’s – day!") != LooseKey("Kenya's day") {
		t.Error("only a loose key leaves punctuation out")
	}
}

func TestIsHost(t *testing.T) {
	for s, want := range map[string]bool{
		"example.org": true, "www.e.org": true, "a.b.museum": true, "two.md": false, "p.png": false, "x": false, ".org": false,
		"a..org": false, "a b.org": false, "v1.2": false, "": false,
	} {
		if IsHost(s) != want {
			t.Errorf("IsHost(%q) is %v", s, !want)
		}
	}
}
