package content

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/afero"
	"golang.org/x/tools/txtar"

	"dossier/generator/diag"
	"dossier/generator/limits"
	"dossier/generator/model"
)

// read reads a content folder given as a txtar archive.
func read(t testing.TB, archive string) (*model.Corpus, diag.List) {
	t.Helper()
	fsys := afero.NewMemMapFs()
	for _, f := range txtar.Parse([]byte(archive)).Files {
		if err := fsys.MkdirAll(filepath.Dir(f.Name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := afero.WriteFile(fsys, f.Name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	c, faults, err := Read(context.Background(), fsys)
	if err != nil {
		t.Fatal(err)
	}
	return c, faults.Sorted()
}

const settings = `-- index.md --
---
title: T
languages: [en, ru]
kinds:
  places: {name: {en: Places}}
  bases: {name: Bases}
relations:
  near: {name: {en: near}, inverse: {en: near}}
event_types:
  talks: {name: {en: Talks, ru: Переговоры}}
---
`

func TestRead(t *testing.T) {
	c, faults := read(t, settings+`
-- articles/b/index.md --
---
title: Older
published: 2019
---
-- articles/a/index.md --
---
title: "Newer 'one'"
author: [ada]
published: 2020-05
source: {title: S, publisher: P, date: 2020-05-01, url: https://example.org/s}
summary: It's new.
---
-- articles/a/10-last.md --
---
title: Last
date: 2019
---
-- articles/a/2-first.md --
---
title: First
date: 2019-11-0X
date_text: {en: early days, ru: первые дни}
countries: [KG, kenya, rus]
actors: [ada]
places: [here]
corrections: [{date: 2021, text: Wrong.}]
sources: [A book, {title: B, author: C}]
link: false
---
-- actors/ada.md --
---
name: {en: Ada, ru: Ада}
aliases: [A. Example]
forms: {ru: [Аду, Аде]}
type: person
role: {en: author, ru: автор}
relations: [{type: near, to: here, when: 2019/.., note: Nota}, {type: near, to: KE}]
same_as: [https://example.org/ada]
---
-- actors/ada.ru.md --
---
summary: Кратко.
---
Проза.
-- countries/kyrgyzstan.md --
---
aliases: {ru: [Кыргызстан]}
---
-- countries/nowhere.md --
---
name: Nowhere
---
-- events/e.md --
---
name: E
date: 2019
place: here
---
-- events/f.md --
---
name: F
date: 2018
place: A hall
---
-- places/here.md --
---
name: Here
lat: 42.87
lon: -74
approximate: true
country: KG
---
`)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	var got []string
	say := func(words ...string) { got = append(got, strings.Join(words, " ")) }
	for _, a := range c.Articles {
		say(string(a.Key), a.In("en", "en").Title, a.Published.String())
		for _, s := range a.Sections {
			say(" ", string(s.Key), s.Date.String())
			for _, tag := range s.Tags {
				say("   ", string(tag.Key), tag.Pos.String())
			}
		}
	}
	for _, e := range c.Entities {
		say(string(e.Key), e.ISO, e.Name("en", "en"), e.Name("ru", "en"))
	}
	want := `articles/a Newer ‘one’ 2020-05
  articles/a/first 2019-11-0X
    countries/kyrgyzstan articles/a/2-first.md:5:13
    countries/kenya articles/a/2-first.md:5:17
    countries/russia articles/a/2-first.md:5:24
    actors/ada articles/a/2-first.md:6:10
    places/here articles/a/2-first.md:7:10
  articles/a/last 2019
articles/b Older 2019
countries/kenya KE Kenya Кения
countries/kyrgyzstan KG Kyrgyzstan Киргизия
countries/nowhere  Nowhere Nowhere
countries/russia RU Russia Россия
events/e  E E
events/f  F F
actors/ada  Ada Ада
places/here  Here Here`
	if g := strings.Join(got, "\n"); g != want {
		t.Errorf("got\n%s\nwant\n%s", g, want)
	}

	s := c.Articles[0].Sections[0]
	if s.Links || s.DateText.In("ru", "en") != "первые дни" || len(s.Corrections) != 1 || len(s.Sources) != 2 || s.Sources[1].Author != "C" {
		t.Errorf("section: %+v", s)
	}
	entity := func(key model.Key) *model.Entity {
		for _, e := range c.Entities {
			if e.Key == key {
				return e
			}
		}
		t.Fatalf("no %s", key)
		return nil
	}
	ada := entity("actors/ada")
	if ada.In("ru", "en").Summary != "Кратко." || ada.In("ru", "en").Title != "Ада" || len(ada.Relations) != 2 || ada.Relations[1].To.Key != "countries/kenya" {
		t.Errorf("actor: %+v", ada)
	}
	if got := entity("countries/kyrgyzstan").Aliases["ru"]; len(got) == 0 || got[0] != "Кыргызстан" {
		t.Errorf("aliases of Kyrgyzstan: %q", got)
	}
	if p := entity("places/here").Position; p == nil || p.Lat != 42.87 || p.Lon != -74 || !p.Approximate {
		t.Errorf("position: %+v", p)
	}
	if e := entity("events/e"); e.Place == nil || e.Place.Key != "places/here" {
		t.Errorf("place: %+v", e.Place)
	}
	if f := entity("events/f"); f.Place != nil || f.PlaceText.In("en", "en") != "A hall" {
		t.Errorf("place: %+v %v", f.Place, f.PlaceText)
	}
	if c.Settings.Published.String() != "2021" {
		t.Errorf("published = %s, want the last correction's 2021", c.Settings.Published)
	}
}

func TestFaults(t *testing.T) {
	section := func(front string) string {
		return settings + "-- articles/a/index.md --\n---\ntitle: A\n---\n-- articles/a/01-s.md --\n---\n" + front + "\n---\n"
	}
	entity := func(file, front string) string { return settings + "-- " + file + " --\n---\n" + front + "\n---\n" }
	for _, tt := range []struct{ name, archive, want string }{
		{"no settings", "", `index.md: error: there is no index.md; it holds the settings: write at least title and languages between two lines of three dashes [missing-key]`},
		{"octal", section("title: S\ndate: 0123"), `articles/a/01-s.md:3:7: error: YAML reads 0123 as the number 83; put it in quotes: "0123" [wrong-type]`},
		{"truth", section("title: S\ndate: 2019\ncountries: [KE, NO]"), `articles/a/01-s.md:4:17: error: YAML reads NO as a truth value (false); put it in quotes: "NO" [wrong-type]`},
		{"number as title", section("title: 2019\ndate: 2019"), `articles/a/01-s.md:2:8: error: YAML reads 2019 as the number 2019; put it in quotes: "2019" [wrong-type]`},
		{"list as title", section("title: [a]\ndate: 2019"), `articles/a/01-s.md:2:8: error: "title" takes one value, not a list [wrong-type]`},
		{"map as title", section("title: {a: b}\ndate: 2019"), `articles/a/01-s.md:2:8: error: "title" takes one value, not keys with values; put it in quotes if it is text with a colon [wrong-type]`},
		{"missing date", section("title: S"), `articles/a/01-s.md:1:1: error: the key "date" is missing; write, for example, date: 2019-11-28 [missing-key]`},
		{"misspelt date", section("title: S\ndat: 2019"), `articles/a/01-s.md:1:1: error: the key "date" is missing; "dat" looks like it [missing-key]
articles/a/01-s.md:3:1: warning: unknown key "dat"; did you mean "date"? [unknown-key]`},
		{"tag of another kind", section("title: S\ndate: 2019\nevents: [kenya]\ncountries: [kenya]"), `articles/a/01-s.md:4:10: error: unknown event "kenya"; write events/kenya.md to make it known [unknown-entity]`},
		{"tag twice", section("title: S\ndate: 2019\ncountries: [kenya, KE]"), `articles/a/01-s.md:4:20: error: "kenya" is listed twice [duplicate-id]`},
		{"draft", section("title: S\ndate: 2019\ndraft: maybe"), `articles/a/01-s.md:4:8: error: "draft" is true or false, without quotation marks or other words; it is "maybe" [wrong-type]`},
		{"correction", section("title: S\ndate: 2019\ncorrections: [{txt: x}, y]"), `articles/a/01-s.md:4:15: error: the key "date" is missing; write, for example, date: 2020-01-15 [missing-key]
articles/a/01-s.md:4:15: error: the key "text" is missing; "txt" looks like it [missing-key]
articles/a/01-s.md:4:16: warning: unknown key "txt"; did you mean "text"? [unknown-key]
articles/a/01-s.md:4:25: error: an entry of "corrections" is keys with values, such as {date: 2020-01-15, text: …} [wrong-type]`},
		{"code", entity("countries/x.md", "name: X\niso: XQ"), `countries/x.md:3:6: error: "XQ" is not an ISO 3166-1 code such as KG; leave the key out for a territory without a code [unknown-entity]`},
		{"code twice", entity("countries/x.md", "name: X\niso: KE") + "-- countries/kenya.md --\n---\n---\n", `countries/x.md: error: the country with the code KE has a file already, countries/kenya.md [duplicate-id]`},
		{"actor without type", entity("actors/x.md", "name: X"), `actors/x.md:1:1: error: the key "type" is missing; write, for example, type: person [missing-key]`},
		{"actor of unknown type", entity("actors/x.md", "name: X\ntype: persn"), `actors/x.md:3:7: error: "persn" is not a type of actor: person, organization, armed-group or government; did you mean "person"? [wrong-type]`},
		{"event of unknown type", entity("events/x.md", "name: X\ndate: 2019\ntype: talk"), `events/x.md:4:7: error: "talk" is not a type of event that index.md declares under event_types; did you mean "talks"? [wrong-type]`},
		{"latitude", entity("places/x.md", "name: X\nlat: 95\nlon: 1"), `places/x.md:3:6: error: "lat" is between -90 and 90 degrees; it is 95 [wrong-type]`},
		{"latitude alone", entity("places/x.md", "name: X\nlat: 5"), `places/x.md:1:1: error: "lat" needs "lon" beside it [missing-key]`},
		{"unknown place", entity("events/x.md", "name: X\ndate: 2019\nplace: nowhere"), `events/x.md:4:8: error: unknown entry of "places": "nowhere"; write places/nowhere.md to make it known [unknown-entity]`},
		{"address", entity("events/x.md", "name: X\ndate: 2019\nsame_as: ['javascript:alert(1)']"), `events/x.md:4:11: error: "same_as" takes a web address that begins with https://; it is "javascript:alert(1)" [unsafe-link]`},
		{"relation to two", entity("actors/x.md", "name: X\ntype: person\nrelations: [{type: near, to: yy}]") + "-- events/yy.md --\n---\nname: Why\ndate: 2019\n---\n-- bases/yy.md --\n---\nname: Why\n---\n", `actors/x.md:4:30: error: "yy" may be bases/yy or events/yy; write one of them [unknown-entity]`},
		{"translation of nothing", entity("pages/x.ru.md", "title: X"), `pages/x.ru.md: error: this translates pages/x.md, which does not exist; write that, or if this is what was written first, rename it to x.md and add "language: ru" [missing-key]`},
		{"large", settings + "-- pages/x.md --\n---\ntitle: X\n---\n" + strings.Repeat("word ", 1<<18), `pages/x.md: error: the file has 1310738 bytes; at most 1048576 are read: split it into sections [too-large]`},
		{"reserved kind", "-- index.md --\n---\ntitle: T\nkinds: {articles: {name: A}, events: {name: B}, Bad: {name: C}, nameless: {}}\n---\n", `index.md:3:9: error: a kind cannot be called "articles": the name has another meaning [bad-name]
index.md:3:30: error: the kind "events" exists already [duplicate-id]
index.md:3:49: error: a name is made of lower-case letters, digits and hyphens; did you mean "bad"? [bad-name]
index.md:3:75: error: the key "name" is missing; write, for example, name: {en: Treaties} [missing-key]`},
		{"languages", "-- index.md --\n---\ntitle: T\nlanguages: [en, english, EN, en]\n---\n", `index.md:3:17: error: "english" is not a language tag such as en, fr or pt-BR [wrong-type]
index.md:3:26: error: "EN" is not a language tag such as en, fr or pt-BR; did you mean "en"? [wrong-type]
index.md:3:30: error: the language "en" is listed twice [duplicate-id]`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, faults := read(t, tt.archive)
			var got []string
			for _, f := range faults {
				got = append(got, f.String())
			}
			if g := strings.Join(got, "\n"); g != tt.want {
				t.Errorf("got\n%s\nwant\n%s", g, tt.want)
			}
		})
	}
}

// FuzzFrontMatter holds for any front matter of any kind of file: no panic,
// and every fault has an address in that file or its settings.
func FuzzFrontMatter(f *testing.F) {
	for _, s := range []string{
		"title: T\ndate: 2019\ncountries: [KE]\nrelations: [{type: near, to: x}]", "name: {en: X, ru: 1}\naliases: {en: [a]}\nforms: x",
		"type: person\nrole: []\nplace: {en: a}\nlat: .nan\nlon: .inf", "corrections: [{date: , text: {en: }}]\nsources: [a, [b], {c: d}]", "- a", "~", "? a\n: b", "\"",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, front string) {
		if len(front) > 2048 {
			return
		}
		fsys := afero.NewMemMapFs()
		src := []byte("---\n" + front + "\n---\nText.\n")
		for name, body := range map[string][]byte{
			"index.md": []byte(settings[len("-- index.md --\n"):]), "articles/a/index.md": src, "articles/a/01-s.md": src, "pages/p.md": src,
			"countries/x.md": src, "events/x.md": src, "actors/x.md": src, "places/x.md": src, "places/x.ru.md": src,
		} {
			if err := afero.WriteFile(fsys, name, body, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		_, faults, err := Read(context.Background(), fsys)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range faults {
			if d.File == "" || strings.ContainsRune(d.Message, '\n') {
				t.Errorf("fault without an address, or of several lines: %q", d.String())
			}
		}
	})
}

// TestMediaLimit refuses a file that is larger than its limit, which the settings raise.
func TestMediaLimit(t *testing.T) {
	fsys := afero.NewMemMapFs()
	put := func(name string, body []byte) {
		if err := afero.WriteFile(fsys, name, body, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put("index.md", []byte("---\ntitle: T\n---\n"))
	put("pages/p.pdf", make([]byte, limits.MaxMediaBytes))
	put("pages/q.pdf", make([]byte, limits.MaxMediaBytes+1))
	corpus, faults, err := Read(context.Background(), fsys)
	const want = "pages/q.pdf: error: the file has 20971521 bytes; at most 20971520 are published: make it smaller, or allow more megabytes with media_limit in index.md [too-large]"
	if err != nil || len(corpus.Media) != 2 || len(faults) != 1 || faults[0].String() != want {
		t.Errorf("%v, %v", faults, err)
	}
	put("index.md", []byte("---\ntitle: T\nmedia_limit: 21 MB\n---\n")) // one fault, not that of a file, too
	if _, faults, err := Read(context.Background(), fsys); err != nil || len(faults) != 1 || faults[0].Code != diag.WrongType {
		t.Errorf("%v, %v", faults, err)
	}
	put("index.md", []byte("---\ntitle: T\nmedia_limit: 21\n---\n"))
	if _, faults, err := Read(context.Background(), fsys); err != nil || len(faults) > 0 {
		t.Errorf("%v, %v", faults, err)
	}
}

// TestLimits holds the limits that are this room's to check, at their value and past it.
func TestLimits(t *testing.T) {
	var tags []string
	for a := 'a'; a <= 'z'; a++ {
		tags = append(tags, "en-x-x"+string(a))
	}
	index := func(languages int) string {
		return "-- index.md --\n---\ntitle: T\nlanguages: [" + strings.Join(tags[:languages], ", ") + "]\n---\n"
	}
	summary := func(key string, n int) string {
		return settings + "-- pages/p.md --\n---\ntitle: P\n" + key + ": " + strings.Repeat("a", n) + "\n---\n"
	}
	alias := func(n int) string {
		return settings + "-- actors/p.md --\n---\nname: P\ntype: person\naliases: {en: [b, " + strings.Repeat("a", n) + "]}\n---\n"
	}
	kind := func(n int) string {
		return "-- index.md --\n---\ntitle: T\nkinds:\n  k: {name: {en: " + strings.Repeat("k", n) + "}}\n---\n"
	}
	name := func(letter string, n int) string {
		return settings + "-- actors/p.md --\n---\nname: " + strings.Repeat(letter, n) + "\ntype: person\n---\n"
	}
	for _, tt := range []struct{ within, past, want string }{
		{index(limits.MaxLanguages), index(limits.MaxLanguages + 1), "index.md:3:229: error: there are more than 24 languages; each has all the pages again [too-large]"},
		{summary("summary", limits.MaxValueBytes), summary("summary", limits.MaxValueBytes+1),
			`pages/p.md:3:10: error: "summary" has 4001 bytes; at most 4000 are read: move a long text into the prose [too-large]`},
		{alias(limits.MaxValueBytes), alias(limits.MaxValueBytes + 1),
			`actors/p.md:4:19: error: "aliases.en" has 4001 bytes; at most 4000 are read: move a long text into the prose [too-large]`},
		{kind(200), kind(201), `index.md:4:13: error: the name of a kind has at most 200 bytes: the menus of every page have it [too-large]`},
		{name("Á", 250), name("Á", 251),
			`actors/p.md:2:7: error: "name" has 502 bytes; at most 500 are read: shorten it [too-large]`},
	} {
		if _, faults := read(t, tt.within); faults.HasErrors() {
			t.Errorf("refused within the limit: %v", faults)
		}
		if _, faults := read(t, tt.past); len(faults) != 1 || faults[0].String() != tt.want {
			t.Errorf("past the limit: %v, want %s", faults, tt.want)
		}
	}
	// What a translation records grows with its original.
	hashes := strings.Repeat("0a1b2c3d ", limits.MaxValueBytes/8)
	c, faults := read(t, settings+"-- pages/p.md --\n---\ntitle: P\n---\n-- pages/p.ru.md --\n---\ntitle: P\ntranslates: "+hashes+"\n---\n")
	if len(faults) > 0 || len(c.Pages[0].Texts.In("ru").Translates) != limits.MaxValueBytes/8 {
		t.Errorf("the hashes of a long original are refused: %v", faults)
	}
}
