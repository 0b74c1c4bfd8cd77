package content

import "testing"

// Each file that has no place or no right name says what to do, and so does each value that is not
// as it should be.
func TestFaultsSayWhatToDo(t *testing.T) {
	_, faults := read(t, settings+`
-- actors/ada.md --
---
name: Ada Example
aliases: [Countess]
type: persn
accept: [unused, bad-date, unusd]
same_as: [ftp://example.org]
date: “2019”
---
-- actors/BOB.md --
-- actors/con.md --
-- actors/note.txt --
-- actors/x (conflicted copy).md --
-- actors/x.fr.md --
-- countries/narnia.md --
---
iso: NARN
lat: 42
---
-- events/e.md --
---
name: {fr: Événement}
date: 12:30
actors: [countess, adaa, "<x>"]
countries: [Kyrgyzstn, kirghizistan]
relations: [{type: nearr, to: ada}, ada]
---
-- articles/a/INDEX.md --
-- articles/a/01-s.md --
---
title: S
date: 2019
authr: ada
author: [ada, ""]
corrections: 2019-01-01
sources: {title: x}
---
-- articles/a/2019-11-talks.md --
-- articles/a/talks.md --
-- articles/a/b/c.md --
-- articles/loose.md --
-- pages/a%b.png --
-- pages/p.md --
---
title: P <b>x</b> <i>y</i>
draft: yes please
summary: [x]
---
-- pages/q.ru.md --
-- evnts/e.md --
-- other.md --
`)
	want := []string{
		`actors/BOB.md: error: a name is made of lower-case letters, digits and hyphens; did you mean "bob.md"? [bad-name]`,
		`actors/ada.md:4:7: error: "persn" is not a type of actor: person, organization, armed-group or government; did you mean "person"? [wrong-type]`,
		`actors/ada.md:5:18: error: "bad-date" is the code of errors; only warnings can be accepted [wrong-type]`,
		`actors/ada.md:5:28: error: "unusd" is not a code of warnings; did you mean "unused"? [wrong-type]`,
		`actors/ada.md:6:11: error: "same_as" takes a web address that begins with https://; it is "ftp://example.org" [unsafe-link]`,
		`actors/ada.md:7:7: error: "“2019”" is not a date: YAML takes curly quotation marks for part of the value; did you mean "2019"? [bad-date]`,
		`actors/con.md: error: "con" is a reserved name on Windows; choose another [bad-name]`,
		`actors/note.txt: error: only Markdown files (.md), pictures (.avif .gif .jpg .png .webp) and .pdf files belong here; did you mean "note.md"? [bad-name]`,
		`actors/x (conflicted copy).md: error: a program that keeps folders in step made this copy when two people had changed a file; take over what it says, and delete it [bad-name]`,
		`actors/x.fr.md: error: "fr" is not among the languages of index.md [bad-name]`,
		`articles/a/01-s.md:4:1: warning: unknown key "authr"; did you mean "author"? [unknown-key]`,
		`articles/a/01-s.md:5:15: warning: "author" has an entry without a value; write one, or delete the entry [empty-value]`,
		`articles/a/01-s.md:6:14: error: "corrections" takes a list of keys with values; write corrections: [{date: 2020-01-15, text: …}] [wrong-type]`,
		`articles/a/01-s.md:7:10: error: "sources" takes a list; write sources: […] [wrong-type]`,
		`articles/a/2019-11-talks.md: error: a section begins with its number, and a date is none; its date stands in the front matter; did you mean "02-talks.md"? [bad-name]`,
		`articles/a/INDEX.md: error: the name is written in small letters; did you mean "index.md"? [bad-name]`,
		`articles/a/b/c.md: error: a section lies directly in its article's folder [bad-name]`,
		`articles/a/index.md: error: the article has sections but no index.md; write one with at least a title [missing-key]`,
		`articles/a/talks.md: error: a section's name begins with its number; did you mean "02-talks.md"? [bad-name]`,
		`articles/loose.md: error: an article is a folder of its own: articles/<article>/index.md and its sections [bad-name]`,
		`countries/narnia.md:1:1: error: "lat" needs "lon" beside it [missing-key]`,
		`countries/narnia.md:2:6: error: "NARN" is not an ISO 3166-1 code such as KG; leave the key out for a territory without a code [unknown-entity]`,
		`events/e.md:2:7: error: "name" has no words in "en", the language of the default edition; add en: … [missing-key]`,
		`events/e.md:3:7: error: "12:30" is not a date: expected a year of four digits, as in "2019-11-28" [bad-date]`,
		`events/e.md:4:10: error: unknown actor "countess"; did you mean "ada"? [unknown-entity]`,
		`events/e.md:4:20: error: unknown actor "adaa"; did you mean "ada"? [unknown-entity]`,
		`events/e.md:4:26: error: unknown actor "<x>"; write actors/x.md to make it known, and "x" here [unknown-entity]`,
		`events/e.md:5:13: error: unknown country "Kyrgyzstn"; did you mean "kyrgyzstan"? [unknown-entity]`,
		`events/e.md:5:24: error: unknown country "kirghizistan"; write countries/kirghizistan.md to make it known [unknown-entity]`,
		`events/e.md:6:20: error: the relation "nearr" is not declared in index.md; did you mean "near"? [unknown-entity]`,
		`events/e.md:6:37: error: an entry of "relations" is keys with values, such as {type: member-of, to: csto, when: 1992-05-15/..} [wrong-type]`,
		`evnts/e.md: error: the folder "evnts" is neither articles, pages nor a kind declared in index.md; did you mean "events"? [bad-name]`,
		`other.md: error: only index.md lies in the content folder itself; free pages lie in pages/ [bad-name]`,
		`pages/a%b.png: error: the name of a file cannot have "%" in it; rename it, and the links to it [bad-name]`,
		`pages/p.md:2:8: warning: 4 HTML tags (b, i) are shown as text; write **words**, *words* [raw-html]`,
		`pages/p.md:3:8: error: "draft" is true or false, without quotation marks or other words; it is "yes please" [wrong-type]`,
		`pages/p.md:4:10: error: "summary" takes one value, not a list [wrong-type]`,
		`pages/q.ru.md: error: this translates pages/q.md, which does not exist; write that, or if this is what was written first, rename it to q.md and add "language: ru" [missing-key]`,
		`pages/q.ru.md:1:1: error: the file has no front matter; begin it with a line of three dashes, the keys, and three dashes again [front-matter]`,
	}
	var got []string
	for _, d := range faults {
		got = append(got, d.String())
	}
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Errorf("lacks %s", want[i])
		case i >= len(want):
			t.Errorf("has %s", got[i])
		case got[i] != want[i]:
			t.Errorf("got %s\nwant %s", got[i], want[i])
		}
	}
}
