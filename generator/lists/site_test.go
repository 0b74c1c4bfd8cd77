package lists

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"dossier/generator/edtf"
	"dossier/generator/limits"
	"dossier/generator/model"
	"dossier/generator/prose"
)

func date(s string) edtf.Date {
	if s == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// doc is a doc with a text of so many bytes in each of some languages.
func doc(key model.Key, bytes int, languages ...string) model.Doc {
	d := model.Doc{Key: key, File: string(key) + ".md", Texts: model.Texts{}}
	for _, lang := range languages {
		d.Texts.Set(&model.Text{Lang: lang, Head: prose.Hash{1}, Title: string(key), Body: prose.Body{HTML: strings.Repeat("x", bytes)}})
	}
	return d
}

// written is a site of two articles, of which b is the newer one, and of two
// free pages, in English and partly in French and Russian.
func written() *model.Site {
	a := &model.Article{Doc: doc("articles/a", 100, "en", "fr"), Published: date("2018"), Authors: []model.Tag{{Key: "actors/ada"}}}
	b := &model.Article{Doc: doc("articles/b", 100, "en"), Published: date("2019")}
	section := func(of *model.Article, id model.Key, bytes int, languages ...string) *model.Section {
		s := &model.Section{Doc: doc(of.Key+"/"+id, bytes, languages...), Article: of}
		of.Sections = append(of.Sections, s)
		return s
	}
	short := section(a, "short", 100, "en", "fr")
	short.Corrections = []model.Correction{{Date: date("2018-05"), Text: model.Words{"en": "first"}}, {Date: date("2020"), Text: model.Words{"en": "last"}}}
	section(a, "long", 9000, "en")
	section(b, "other", 100, "en").Corrections = []model.Correction{{Date: date("2019"), Text: model.Words{"en": "middle"}}}
	home, one, two := doc("", 10, "en"), doc("pages/one", 10, "en", "fr"), doc("pages/two", 10, "en")
	one.Texts.In("fr").Translates = []string{"an older head"}
	ada := &model.Entity{Doc: doc("actors/ada", 10, "en"), Names: model.Words{"en": "Ada"}, PlaceText: model.Words{"en": "Nowhere"}}
	return &model.Site{Corpus: &model.Corpus{
		Settings: model.Settings{Languages: []string{"en", "fr", "ru"}}, Home: &home, Articles: []*model.Article{a, b},
		Kinds: []model.Kind{{ID: model.Actors}}, Entities: []*model.Entity{ada}, Pages: []*model.Doc{&one, &two},
	}}
}

func keys[T any](of []T, key func(T) model.Key) string {
	var out []string
	for _, x := range of {
		out = append(out, string(key(x)))
	}
	return strings.Join(out, " ")
}

func TestListsOfTheSite(t *testing.T) {
	l := New(written(), 5000)
	a := l.Site.Articles[0]
	article := func(a *model.Article) model.Key { return a.Key }
	section := func(s *model.Section) model.Key { return s.Key }
	languages := [2]string{"en", "fr"}
	for _, tt := range []struct{ name, got, want string }{
		{"articles", keys(l.Articles(false).Entries(), article), "articles/b articles/a"},
		{"chapters", keys(l.Chapters(a).Entries(), section), "articles/a/short articles/a/long"},
		{"pairs", keys(l.Pairs(a, languages).Entries(), section), "articles/a/short articles/a/long"},
		{"pages", keys(l.Pages().Entries(), func(d *model.Doc) model.Key { return d.Key }), "pages/one pages/two"},
		{"corrections", keys(l.Corrections().Entries(), func(c Correction) model.Key { return model.Key(c.Text["en"]) + " in " + c.Section.Key }),
			"last in articles/a/short middle in articles/b/other first in articles/a/short"},
		{"actors", keys(l.OfKind(model.Actors), func(e *model.Entity) model.Key { return e.Key }), "actors/ada"},
		{"countries", fmt.Sprint(l.OfKind(model.Countries)), "[]"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, tt.got, tt.want)
		}
	}
	var years []int
	for _, y := range l.Corrections().Weigh(0).Years {
		years = append(years, y.First)
	}
	if !reflect.DeepEqual(years, []int{2020, 2019, 2018}) {
		t.Errorf("corrections are listed under %v", years)
	}
}

// What has no date is listed under no year, last.
func TestNoYear(t *testing.T) {
	s := written()
	s.Articles[0].Published = edtf.Date{}
	years := New(s, 5000).Articles(true).Weigh(0).Years
	if len(years) != 2 || years[0].First != 2019 || years[1].First != NoYear || years[1].Last != NoYear {
		t.Errorf("articles are listed under %v", years)
	}
}

// What is too long to stand on a page with others weighs as it stands there:
// without its prose.
func TestLongTexts(t *testing.T) {
	l := New(written(), 5000)
	a, languages := l.Site.Articles[0], [2]string{"en", "fr"}
	short, long := a.Sections[0], a.Sections[1]
	if l.TooLong(short) || !l.TooLong(long) || l.TooLongBeside(&short.Doc, languages) || !l.TooLongBeside(&long.Doc, languages) {
		t.Error("it is not the long section that is too long")
	}
	for _, list := range []Weights{l.Chapters(a).Weigh(0), l.Pairs(a, languages).Weigh(0)} {
		if list.Of[0] <= list.Of[1] || list.Of[1] >= 5000 || !list.Fixed || !list.Full {
			t.Errorf("the short and the long section weigh %v", list.Of)
		}
	}
	wide := New(l.Site, 50_000)
	for _, list := range []Weights{wide.Chapters(a).Weigh(0), wide.Pairs(a, languages).Weigh(0)} {
		if list.Of[1] < 9000 {
			t.Errorf("with room for all of them the sections weigh %v", list.Of)
		}
	}
	if got := l.Pair(&a.Doc, languages); got < 200 || got > 5000 {
		t.Errorf("the lead weighs %d in two languages", got)
	}
	full, brief := l.Articles(false).Weigh(0), l.Articles(true).Weigh(0)
	if full.Of[1] <= brief.Of[1] || full.Of[0] <= brief.Of[0] {
		t.Errorf("with their sections articles weigh %v, without %v", full.Of, brief.Of)
	}
}

// A section of two places has a small map in its article, one of one place has none.
func TestMapsWeigh(t *testing.T) {
	weight := func(places ...model.Key) int {
		s := written()
		for _, key := range []model.Key{"places/one", "places/two"} {
			s.Entities = append(s.Entities, &model.Entity{Doc: doc(key, 10, "en"), Position: &model.Position{}})
		}
		short := s.Articles[0].Sections[0]
		for _, key := range places {
			short.Tags = append(short.Tags, model.Tag{Key: key})
		}
		return New(s, 50_000).Chapters(s.Articles[0]).Weigh(0).Of[0]
	}
	none, one, two := weight(), weight("places/one"), weight("places/one", "places/two")
	if one-none != ofTag || two-one != ofTag+ofMap {
		t.Errorf("without a place it weighs %d, with one %d, with two %d", none, one, two)
	}
}

func TestStates(t *testing.T) {
	l := New(written(), 5000)
	got := ""
	for _, s := range l.States() {
		name := func(d *model.Doc) model.Key { return "/" + d.Key }
		got += fmt.Sprintf("%s: %d; behind %s; missing %s\n", s.Lang, s.Current, keys(s.Behind, name), keys(s.Missing, name))
	}
	want := "fr: 2; behind /pages/one; missing / /articles/a/long /articles/b /articles/b/other /actors/ada /pages/two\n" +
		"ru: 0; behind ; missing / /articles/a /articles/a/short /articles/a/long /articles/b /articles/b/other /actors/ada /pages/one /pages/two\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// An edition tells of all translations; of very many editions a further one only
// of its own.
func TestTranslations(t *testing.T) {
	count := func(l *Lists, lang string) string {
		n := map[string]int{}
		for _, u := range l.In(lang, Order{}).Translations().Entries() {
			state := l.States()[u.State].Lang
			if n[state]++; u.Behind {
				n[state+" behind"]++
			}
		}
		return fmt.Sprint(n)
	}
	few := New(written(), 5000)
	for _, lang := range []string{"en", "fr"} {
		if got, want := count(few, lang), "map[fr:7 fr behind:1 ru:9]"; got != want {
			t.Errorf("the edition %s tells %s, want %s", lang, got, want)
		}
	}
	s := written()
	for i := range limits.MaxMenuLinks {
		s.Settings.Languages = append(s.Settings.Languages, fmt.Sprintf("x%c", 'a'+i))
	}
	many := New(s, 5000)
	for lang, want := range map[string]string{"fr": "map[fr:7 fr behind:1]", "ru": "map[ru:9]"} {
		if got := count(many, lang); got != want {
			t.Errorf("of many editions %s tells %s, want %s", lang, got, want)
		}
	}
	if got := len(many.In("en", Order{}).Into()); got != len(s.Settings.Languages)-1 {
		t.Errorf("the default edition tells of %d others", got)
	}
	if e := few.In("en", Order{}); e.Translations().Weigh(1<<20).Of != nil || len(e.Translations().Weigh(0).Of) != 16 {
		t.Error("a list that is known to fit is weighed, or one that may not is not")
	}
}

// What mentions an entity in a text that the edition does not show is not in its
// lists.
func TestNamingIsOfTheEdition(t *testing.T) {
	s := written()
	a, one, two, ada := s.Articles[0], s.Pages[0], s.Pages[1], s.Entities[0]
	number := func(d *model.Doc) int32 {
		s.Numbered = append(s.Numbered, d)
		return int32(len(s.Numbered) - 1)
	}
	mention := func(d *model.Doc, lang string, at int32) model.Mention {
		return model.Mention{In: number(d), Text: int32(slices.Index(d.Texts, d.Texts.In(lang))), Start: at, End: at + 1}
	}
	s.Backlinks = model.NewTable(map[model.Key]*model.Backlinks{ada.Key: {
		Credits: []model.Credit{{In: number(&a.Doc), As: model.Author}, {In: number(&a.Sections[1].Doc), As: model.Reteller}}, Sections: []int32{number(&a.Sections[1].Doc)},
		Mentions: []model.Mention{
			mention(two, "en", 1), mention(one, "en", 2), mention(one, "fr", 3),
			mention(&a.Sections[1].Doc, "en", 4), mention(&a.Sections[0].Doc, "fr", 5),
		},
	}})
	l := New(s, 5000)
	for lang, want := range map[string]string{
		"en": "articles/a/long@4 | pages/one@2 pages/two@1",
		"fr": "articles/a/short@5 articles/a/long@4 | pages/one@3 pages/two@1",
		"ru": "articles/a/long@4 | pages/one@2 pages/two@1",
	} {
		e := l.In(lang, Order{})
		at := func(n Naming) model.Key {
			return model.Key(fmt.Sprintf("%s@%d", e.Docs[n.Doc].Key, e.MentionIn(ada, n).Start))
		}
		sections, others := e.NamedIn(ada)
		if got := keys(sections, at) + " | " + keys(others, at); got != want {
			t.Errorf("%s: %s, want %s", lang, got, want)
		}
		all := e.Mentioning(ada)
		if got, n := all.Entries(), len(all.Weigh(0).Of); n != len(others)+1 || e.Docs[got[0].Doc] != &a.Doc || got[1].Doc != others[0].Doc {
			t.Errorf("%s: %d other pages are weighed, beginning with %v", lang, n, e.Docs[got[0].Doc].Key)
		}
	}
	if l.Section(l.Number(one)) != nil || l.Section(0) != nil || l.Section(l.Number(&a.Sections[1].Doc)) != a.Sections[1] {
		t.Error("numbers of other docs have a section, or a section's has none")
	}
	if n, ok := l.Find("pages/one"); !ok || n != l.Number(one) {
		t.Errorf("found %d, %t", n, ok)
	}
	if _, ok := l.Find("pages/none"); ok {
		t.Error("found what is not there")
	}
}

// An entity's relations are in the order in which they hold at the date of the
// dossier: now, later, no more.
func TestTiesInTime(t *testing.T) {
	league, relation := &model.Entity{Doc: doc("actors/league", 0, "en")}, model.RelationType{ID: "member", Name: model.Words{"en": "member"}, Inverse: model.Words{"en": "members"}}
	s := &model.Site{Corpus: &model.Corpus{
		Settings: model.Settings{Languages: []string{"en"}, Published: date("2019-06-01"), Relations: []model.RelationType{relation}},
		Home:     &model.Doc{}, Kinds: []model.Kind{{ID: model.Actors}}, Entities: []*model.Entity{league},
	}, Relations: map[model.Key][]model.Edge{}}
	for i, when := range []string{"2001/2005", "2025/..", "2010/..", "", "1990/2000", "2020/.."} {
		x := &model.Entity{Doc: doc(model.Key(fmt.Sprintf("actors/m%d", i)), 0, "en")}
		s.Entities = append(s.Entities, x)
		s.Relations[league.Key] = append(s.Relations[league.Key], model.Edge{Relation: model.Relation{Type: "member", When: date(when)}, Inverse: true, Other: x.Key})
	}
	var got []string
	for _, tie := range New(s, 5000).Ties(league).Entries() {
		got = append(got, strings.TrimPrefix(string(tie.To.Key), "actors/m"))
	}
	if want := "2 3 5 1 4 0"; strings.Join(got, " ") != want {
		t.Errorf("the order is %v, want %s", got, want)
	}
}

// Of more relations to one entity than are told, their number is: they weigh
// little.
func TestManyMembersWeighLittle(t *testing.T) {
	l := New(madeUp(t), 1<<20)
	x := l.Entities[0]
	if many := l.membersWeight(Members{Of: x, Many: limits.MaxTies + 1}); many > 1000 {
		t.Errorf("%d", many)
	}
}
