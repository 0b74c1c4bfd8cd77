package link

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"dossier/generator/diag"
	"dossier/generator/edtf"
	"dossier/generator/markdown"
	"dossier/generator/model"
	"dossier/generator/prose"
)

// text is a parsed body; the addresses of its faults count from line 1.
func text(t testing.TB, file, lang, src string) *model.Text {
	t.Helper()
	d, faults := markdown.NewParser(lang).Parse(&markdown.Scratch{}, file, []byte("---\na: b\n---\n"+src), "")
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	b := prose.Body{HTML: d.HTML}
	for _, r := range d.Runs {
		b.Runs = append(b.Runs, prose.Run(r))
	}
	for _, l := range d.Links {
		b.Links = append(b.Links, prose.Link(l))
	}
	for _, h := range d.Headings {
		b.Headings = append(b.Headings, prose.Heading(h))
	}
	b.Notes = slices.Clone(d.Notes)
	return &model.Text{File: file, Lang: lang, Body: b}
}

func doc(t testing.TB, key model.Key, file, src string) model.Doc {
	return model.Doc{Key: key, File: file, Links: true, Texts: model.Texts{text(t, file, "en", src)}}
}

func entity(t testing.TB, key model.Key, src string, names ...string) *model.Entity {
	return &model.Entity{
		Doc: doc(t, key, string(key)+".md", src), Names: model.Words{"en": names[0]},
		Aliases: map[string][]string{"en": names[1:]},
	}
}

// corpus has one section with the given body.
func corpus(t testing.TB, body string) *model.Corpus {
	article := &model.Article{Doc: doc(t, "articles/a", "articles/a/index.md", "")}
	article.Sections = []*model.Section{
		{Doc: doc(t, "articles/a/one", "articles/a/01-one.md", body), Article: article},
		{Doc: doc(t, "articles/a/two", "articles/a/02-two.md", "## A heading\n"), Article: article},
	}
	other := &model.Article{Doc: doc(t, "articles/b", "articles/b/index.md", "")}
	other.Sections = []*model.Section{{Doc: doc(t, "articles/b/two", "articles/b/01-two.md", ""), Article: other}}
	home := doc(t, "", "index.md", "")
	about := doc(t, "pages/about", "pages/about.md", "")
	return &model.Corpus{
		Settings: model.Settings{Languages: []string{"en"}},
		Home:     &home, Articles: []*model.Article{article, other}, Pages: []*model.Doc{&about},
		Kinds: []model.Kind{{ID: "countries"}, {ID: "events"}, {ID: "actors"}},
		Entities: []*model.Entity{
			entity(t, "countries/kenya", "", "Kenya"),
			entity(t, "countries/south-ossetia", "", "South Ossetia"),
			entity(t, "countries/ossetia", "", "Ossetia"),
			entity(t, "actors/putin", "", "Vladimir Putin", "Putin"),
			entity(t, "actors/att", "", "AT&T Ltd."),
			entity(t, "actors/spring-a", "", "Spring"),
			entity(t, "events/spring-b", "", "The spring", "Spring"),
			entity(t, "events/its", "", "Kenya's day"),
			entity(t, "events/river-bed", "", "river bed"),
			entity(t, "events/mud", "", "mud"),
			entity(t, "actors/deep-mud", "", `"Deep" Mud`),
			entity(t, "actors/b", "", "A thing", "Café"),
		},
		Media: []model.Media{{File: "articles/a/p.png"}},
	}
}

// resolved fills a section's anchors in, as [words](target).
func resolved(t testing.TB, c *model.Corpus) (string, diag.List) {
	site, faults := Resolve(c)
	text := c.Articles[0].Sections[0].Texts.In("en")
	var fill []prose.Insert
	for _, a := range site.Anchors.Of(text) {
		target := string(a.Target) + a.File() + a.URL()
		if a.Heading() != "" {
			target += "#" + a.Heading()
		}
		if a.Mention {
			fill = append(fill, prose.Insert{At: int(a.Start), Text: "["}, prose.Insert{At: int(a.End), Text: "](" + target + ")"})
		} else {
			fill = append(fill, prose.Insert{At: int(a.Start), Text: " " + target})
		}
	}
	return strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(text.Body.Fill(fill)), "<p>"), "</p>"), faults
}

// TestMentions: what package names finds becomes links, beside those of editors.
func TestMentions(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"first only", "Kenya and Kenya.", "[Kenya](countries/kenya) and Kenya."},
		{"longest wins", "South Ossetia, Ossetia", "[South Ossetia](countries/south-ossetia), [Ossetia](countries/ossetia)"},
		{"escaped characters", "AT&T Ltd. is", "[AT&amp;T Ltd.](actors/att) is"},
		{"not in addresses", "example.org/Kenya, Kenya@example.org, x.y@Kenya.org, Kenya.org", "example.org/Kenya, <a mailto:Kenya@example.org dir=\"ltr\">Kenya@example.org</a>, <a mailto:x.y@Kenya.org dir=\"ltr\">x.y@Kenya.org</a>, Kenya.org"},
		{"not in headings, code or links", "`Kenya` [Kenya](https://e.org)", "<code>Kenya</code> <a https://e.org>Kenya</a>"},
		{"an editor's link is the mention", "Kenya [[kenya|there]]", "Kenya <a countries/kenya>there</a>"},
		{"ambiguous names do not link", "Spring came. Spring", "Spring came. Spring"},
		{"but their longer forms do", "The spring came.", "[The spring](events/spring-b) came."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got, _ := resolved(t, corpus(t, tt.src)); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestAmbiguousNameIsReportedOnce(t *testing.T) {
	_, faults := resolved(t, corpus(t, "In spring, Spring and Spring."))
	want := `articles/a/01-one.md:4:12: warning: "Spring" may be actors/spring-a or events/spring-b, so it links to neither; write [[actors/spring-a|Spring]] or [[events/spring-b|Spring]] [ambiguous-name]`
	if len(faults) != 1 || faults[0].String() != want {
		t.Errorf("got %v, want %s", faults, want)
	}
}

// TestPositions: a mention's address counts characters on its own line.
func TestPositions(t *testing.T) {
	c := corpus(t, "A & B: Kenya.\n\nÀ « *b* »\nand [x](https://e.org) Putin’s Ossetia")
	site, _ := Resolve(c)
	var got []string
	text := c.Articles[0].Sections[0].Texts.In("en")
	for _, a := range site.Anchors.Of(text) {
		if a.Mention {
			got = append(got, a.Pos(text).String())
		}
	}
	if s := strings.Join(got, " "); s != "articles/a/01-one.md:4:8 articles/a/01-one.md:7:24 articles/a/01-one.md:7:32" {
		t.Error(s)
	}
}

func TestNoMentionsWhenSwitchedOff(t *testing.T) {
	c := corpus(t, "Kenya [[putin]]")
	c.Articles[0].Sections[0].Links = false
	if got, _ := resolved(t, c); got != "Kenya <a actors/putin></a>" {
		t.Errorf("got %s", got)
	}
}

func TestLinks(t *testing.T) {
	for _, tt := range []struct{ src, want, fault string }{
		{"[[kenya]]", "<a countries/kenya></a>", ""},
		{"[[countries/kenya]]", "<a countries/kenya></a>", ""},
		{"[[one]]", "<a articles/a/one></a>", ""},
		{"[[a/two#a-heading]]", "<a articles/a/two#a-heading></a>", ""},
		{"[[two]]", "<a></a>", `"two" may be articles/a/two or articles/b/two; write one of them in full`},
		{"[[b]]", "<a actors/b></a>", ""}, // not the article
		{"[[vladimir putin|he]]", "<a actors/putin>he</a>", ""},
		{"[[Kenya’s Day]] [[cafe\u0301]]", "<a events/its></a> <a actors/b></a>", ""},
		{"[[Deep Mud]]", "<a actors/deep-mud></a>", ""},
		{"[[spring]]", "<a></a>", `"spring" may be actors/spring-a or events/spring-b; write one of them in full`},
		{"[[Vladimir Puttin]]", "<a></a>", `nothing has the id "Vladimir Puttin"; did you mean "Vladimir Putin"?`},
		{"[[Springs]]", "<a></a>", `nothing has the id "Springs"; did you mean "spring-a"?`},
		{"[[a/two#A  heading]]", "<a articles/a/two#a-heading></a>", ""},
		{"[[a/two#Part#a heading!]]", "<a articles/a/two#a-heading></a>", ""},
		{"[x](mailto.md)", "<a>x</a>", `there is no file "mailto.md" in the content folder`},
		{"[x](two.md)", "<a>x</a>", `there is no file "two.md"; did you mean "02-two.md"?`},
		{"[x](kenya.md)", "<a>x</a>", `there is no file "kenya.md"; did you mean "../../countries/kenya.md"?`},
		{"[x](www.e.org/a)", "<a>x</a>", `there is no file "www.e.org/a"; an address on the web begins with https://; did you mean "https://www.e.org/a"?`},
		{"[x](a@e.org)", "<a>x</a>", `there is no file "a@e.org"; a mail address begins with mailto:; did you mean "mailto:a@e.org"?`},
		{"[[keyna]]", "<a></a>", `nothing has the id "keyna"; did you mean "kenya"?`},
		{"[[a/two#a-haeding]]", "<a></a>", `articles/a/02-two.md has no heading "a-haeding"; did you mean "a-heading"?`},
		{"[x](02-two.md)", "<a articles/a/two>x</a>", ""},
		{"[x](./02-two.md#a-heading)", "<a articles/a/two#a-heading>x</a>", ""},
		{"[x](index.md)", "<a articles/a>x</a>", ""},
		{"[x](../../index.md)", "<a >x</a>", ""},
		{"[x](../../countries/kenya.md)", "<a countries/kenya>x</a>", ""},
		{"[x](../../countries/)", "<a countries>x</a>", ""},
		{"[x](../b/)", "<a articles/b>x</a>", ""},
		{"[x](02%2Dtwo.md#a%2Dheading)", "<a articles/a/two#a-heading>x</a>", ""},
		{"[x](p.png)", "<a articles/a/p.png>x</a>", ""},
		{"![x](p.png)", `<figure><img articles/a/p.png alt="x"></figure>`, ""},
		{"[x](https://example.org/a?b#c)", "<a https://example.org/a?b#c>x</a>", ""},
		{"![x](02-two.md)", `<figure><img alt="x"></figure>`, `there is no file "02-two.md" in the content folder`},
		{"[x](../../countries/keyna.md)", "<a>x</a>", `there is no file "../../countries/keyna.md"; did you mean "../../countries/kenya.md"?`},
		{"[x](../../../etc/passwd)", "<a>x</a>", `there is no file "../../../etc/passwd" in the content folder`},
		{"[x](/countries/kenya.md)", "<a>x</a>", `"/countries/kenya.md" begins with a slash; name the file relative to this one, such as ../events/x.md`},
		{"[x](#nowhere)", "<a>x</a>", `articles/a/01-one.md has no heading "nowhere"`},
		{"[x]()", "<a>x</a>", `the link is empty; write an address or [[an id]]`},
		{"[x](two.md?a)", "<a>x</a>", `"two.md?a" is not a file of the content folder`},
	} {
		t.Run(tt.src, func(t *testing.T) {
			got, faults := resolved(t, corpus(t, tt.src))
			if got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			fault := ""
			for _, f := range faults {
				if f.Code != diag.BrokenLink || f.Pos.String() != "articles/a/01-one.md:4:1" {
					t.Errorf("fault %v", f)
				}
				fault += f.Message
			}
			if fault != tt.fault {
				t.Errorf("got  %q\nwant %q", fault, tt.fault)
			}
		})
	}
}

func TestBacklinks(t *testing.T) {
	c := corpus(t, "Putin and [[kenya]].")
	date := func(s string) edtf.Date {
		d, err := edtf.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	tag := func(k model.Key) model.Tag { return model.Tag{Key: k} }
	kenya, event, early, putin := c.Entities[0], c.Entities[6], c.Entities[7], c.Entities[3]
	c.Articles[0].Authors = []model.Tag{tag(putin.Key)}
	c.Articles[0].Sections[0].Tags = []model.Tag{tag(kenya.Key)}
	c.Articles[1].Sections[0].Tags = []model.Tag{tag(kenya.Key)}
	event.Date, event.Tags = date("2019"), []model.Tag{tag(kenya.Key), tag(kenya.Key)}
	early.Date, early.Place = date("2018"), &model.Tag{Key: kenya.Key}
	putin.Country = &model.Tag{Key: kenya.Key}
	putin.Relations = []model.Relation{{Type: "leads", To: tag(kenya.Key), When: date("2012/..")}}

	site, _ := Resolve(c)
	b := site.Backlinks.Of(kenya.Key)
	if b == nil || len(b.Sections) != 2 || !slices.Equal(b.Events, []*model.Entity{early, event}) ||
		!slices.Equal(b.Others, []*model.Entity{putin}) || len(b.Mentions) != 1 {
		t.Errorf("Kenya: %+v", b)
	}
	if b := site.Backlinks.Of(putin.Key); len(b.Credits) != 1 || len(b.Mentions) != 1 {
		t.Errorf("Putin: %+v", b)
	} else if d, text := site.Of(b.Mentions[0]); d.Key != "articles/a/one" || text.Pos(int(b.Mentions[0].Start), int(b.Mentions[0].End)).String() != "articles/a/01-one.md:4:1" {
		t.Errorf("Putin is named in %s", d.Key)
	}
	from, to := site.Relations[putin.Key], site.Relations[kenya.Key]
	if len(from) != 1 || from[0].Inverse || from[0].Other != kenya.Key || len(to) != 1 || !to[0].Inverse || to[0].Other != putin.Key {
		t.Errorf("relations: %+v %+v", from, to)
	}
}

// FuzzRelative holds for any address: what resolves lies in the dossier, and
// the suggestion for what does not resolves.
func FuzzRelative(f *testing.F) {
	for _, s := range []string{"02-two.md", "../../countries/kenya.md#x", "./.././a/p.png", "..", "//x", "%2e%2e/x.md", "a\\b", "#"} {
		f.Add(s)
	}
	c := corpus(f, "")
	docs, entities := documents(c)
	jobs := jobsOf(c, docs)
	x := newLinker(newIndex(fromOf(c, docs, jobs), docs, jobs), docs, entities, c)
	d := &c.Articles[0].Sections[0].Doc
	f.Fuzz(func(t *testing.T, target string) {
		var page model.Key
		var to model.Elsewhere
		why, _ := x.relative(d, d.Texts.In("en"), &prose.Link{Target: target}, &page, &to, true)
		if why.is != "" {
			if _, near, ok := strings.Cut(why.is, "did you mean "); ok {
				var suggestion string
				if _, err := fmt.Sscanf(near, "%q?", &suggestion); err != nil {
					t.Fatal(err)
				}
				if (&prose.Link{Target: suggestion}).IsExternal() { // no file, and need not be one
					return
				}
				if again, _ := x.relative(d, d.Texts.In("en"), &prose.Link{Target: suggestion}, &page, &to, true); again.is != "" {
					t.Errorf("the suggestion %q for %q fails: %s", suggestion, target, again.is)
				}
			}
			return
		}
		if to.File != "" && !x.isMedia[to.File] || strings.HasPrefix(path.Clean(to.File), "..") {
			t.Errorf("%q leads to the file %q", target, to.File)
		}
		if to.File == "" && page != "" && !slices.Contains(x.keys, page) {
			t.Errorf("%q leads to %q", target, page)
		}
	})
}

// TestNamesTakeLong gives a text that begins a long name again and again: the search for names ends with a fault.
func TestNamesTakeLong(t *testing.T) {
	if testing.Short() {
		t.Skip("it looks for names in long texts")
	}
	find := func(words int) diag.List {
		c := corpus(t, "b "+strings.Repeat(strings.Repeat("a ", 30_000)+"\n", 10))
		c.Entities = []*model.Entity{entity(t, "actors/long", "", strings.Repeat("a ", words)+"b")}
		_, faults := Resolve(c)
		return faults
	}
	if faults := find(10); len(faults) > 0 {
		t.Errorf("a short name: %v", faults)
	}
	if faults := find(200); len(faults) != 1 || faults[0].Code != diag.TooLarge || faults[0].File != "articles/a/01-one.md" || faults[0].Line < 1 ||
		!strings.Contains(faults[0].Message, "10000000 steps") {
		t.Errorf("a long name: %v", faults)
	}
}
