package voice

import (
	"reflect"
	"strings"
	"testing"

	"dossier/generator/cite"
	"dossier/generator/model"
)

// TestCitation: an article of the dossier's own is its authors', with its date and
// that of its last correction; one that retells a source is the editors', with the
// dossier's date, and names the source.
func TestCitation(t *testing.T) {
	site := newSite()
	site.Settings.Published, site.Settings.Declared = date(t, "2021"), date(t, "2020-03")
	site.Home = &model.Doc{Texts: model.Texts{{Lang: "en", Title: "The dossier"}}}
	authors := map[model.Key]*model.Entity{
		"actors/ada": {Type: "person", Names: model.Words{"en": "Ada Example"}},
		"actors/bo":  {Type: "organization", Names: model.Words{"en": "Bo & Sons, Ltd"}},
	}
	doc := func(key model.Key, title string) model.Doc {
		return model.Doc{Key: key, Texts: model.Texts{{Lang: "en", Title: title}}}
	}
	own := &model.Article{Doc: doc("articles/own", "The {} ferry"), Authors: []model.Tag{{Key: "actors/ada"}, {Key: "actors/bo"}}, Published: date(t, "2019-11-28")}
	section := &model.Section{Doc: doc("articles/own/one", "One"), Article: own, Authors: []model.Tag{{Key: "actors/bo"}}, Corrections: []model.Correction{{Date: date(t, "2020-01")}, {Date: date(t, "2019-12")}}}
	own.Sections = []*model.Section{section}
	retold := &model.Article{Doc: doc("articles/retold", "Retold"), Authors: own.Authors, Published: date(t, "2018"), Source: &model.Source{Title: model.Words{"en": "The report"}, Date: date(t, "2018")}}
	again := &model.Section{Doc: doc("articles/retold/two", "Two"), Article: retold}
	again.Retold = &model.Retold{By: model.Party{Actor: &model.Tag{Key: "actors/bo"}}}
	page := doc("pages/été", "About")

	en, fr, ar := voices(t, site)
	of := func(v *Voice, x Cited) (string, cite.Entry) {
		c := NewCitations(NewOrder(v, nil), func(key model.Key) *model.Entity { return authors[key] })
		return c.Text(x), c.Entry(x)
	}
	ada, bo, editors := cite.Name{Family: "Example", Given: "Ada"}, cite.Name{Whole: "Bo & Sons, Ltd"}, cite.Name{Whole: "The editors"}
	for _, tt := range []struct {
		of   Cited
		text string
		want cite.Entry
	}{
		{
			Cited{Doc: &own.Doc, Article: own}, "Ada Example and Bo & Sons, Ltd, “The {} ferry”, The dossier, 28 November 2019, version of January 2020",
			cite.Entry{Key: "articles/own", Authors: []cite.Name{ada, bo}, Title: "The {} ferry", Container: "The dossier", Issued: cite.Date{Year: 2019, Month: 11, Day: 28}, Lang: "en", Note: "version of January 2020"},
		},
		{
			Cited{Doc: &section.Doc, Article: own, Section: section, Address: "https://example.org/one"}, "Bo & Sons, Ltd, “One”, The dossier, 28 November 2019, version of January 2020, https://example.org/one",
			cite.Entry{Key: "articles/own/one", Authors: []cite.Name{bo}, Title: "One", Container: "The dossier", Issued: cite.Date{Year: 2019, Month: 11, Day: 28}, URL: "https://example.org/one", Lang: "en", Note: "version of January 2020"},
		},
		{
			Cited{Doc: &retold.Doc, Article: retold}, "The editors, “Retold”, The dossier, March 2020",
			cite.Entry{Key: "articles/retold", Authors: []cite.Name{editors}, Title: "Retold", Container: "The dossier", Issued: cite.Date{Year: 2020, Month: 3}, Lang: "en", Note: "Source: Ada Example, Bo & Sons, Ltd, The report, 2018"},
		},
		{
			Cited{Doc: &again.Doc, Article: retold, Section: again}, "Bo & Sons, Ltd, “Two”, The dossier, March 2020",
			cite.Entry{Key: "articles/retold/two", Authors: []cite.Name{bo}, Title: "Two", Container: "The dossier", Issued: cite.Date{Year: 2020, Month: 3}, Lang: "en", Note: "Source: Ada Example, Bo & Sons, Ltd, The report, 2018"},
		},
		{
			Cited{Doc: &page}, "The editors, “About”, The dossier, March 2020",
			cite.Entry{Key: "pages/+e9+t+e9+", Authors: []cite.Name{editors}, Title: "About", Container: "The dossier", Issued: cite.Date{Year: 2020, Month: 3}, Lang: "en"},
		},
	} {
		text, entry := of(en, tt.of)
		entry.Note = strings.ReplaceAll(entry.Note, nbsp, " ")
		if strings.ReplaceAll(text, nbsp, " ") != tt.text || !reflect.DeepEqual(entry, tt.want) {
			t.Errorf("%q\n%+v, want\n%q\n%+v", text, entry, tt.text, tt.want)
		}
	}
	if text, entry := of(fr, Cited{Doc: &page}); !strings.HasPrefix(text, "La rédaction, «"+nbsp+"About"+nbsp+"», ") || entry.Key != "pages/+e9+t+e9+.fr" {
		t.Errorf("in French it is %q, %q", text, entry.Key)
	}
	if text, _ := of(ar, Cited{Doc: &page, Address: "https://example.org/"}); !strings.HasSuffix(text, "\u2066https://example.org/\u2069") {
		t.Errorf("in Arabic the address is not kept apart: %q", text)
	}
}

// A date is cited as precisely as it was written, and no more.
func TestCitedDates(t *testing.T) {
	for text, want := range map[string]cite.Date{
		"":                      {},
		"2019-11-28":            {Year: 2019, Month: 11, Day: 28},
		"2019-11-28T10:00:00Z":  {Year: 2019, Month: 11, Day: 28},
		"2018-06":               {Year: 2018, Month: 6},
		"2018":                  {Year: 2018},
		"2019-11-0X":            {Year: 2019, Month: 11},
		"201X":                  {},
		"2018?":                 {},
		"2018-06~":              {},
		"2018/..":               {},
		"../2018":               {},
		"2018/":                 {},
		"2018-06-01/2018-06-05": {Year: 2018, Month: 6},
		"2018/2019":             {},
		"[2018-06,2018-07]":     {Year: 2018},
		"-0043":                 {},
		"Y12000":                {},
	} {
		if got := dateOf(date(t, text)); got != want {
			t.Errorf("%q is %v, want %v", text, got, want)
		}
	}
}
