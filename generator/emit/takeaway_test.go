package emit

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Only what lies within known days of a year is in a calendar: a day as itself,
// anything else on all days that it may mean, and in words.
func TestCalendar(t *testing.T) {
	files := map[string]string{
		"index.md":         "---\ntitle: Home\nlanguages: [en, fr]\nrepository: https://example.org/me/repo/\nkinds: {places: {name: Places}}\nevent_types: {war: {name: War}}\npublished: 2020-05\n---\n",
		"places/delta.md":  "---\nname: Delta\nlat: 1\nlon: 2\n---\n",
		"places/about.md":  "---\nname: Thereabouts\nlat: 1\nlon: 2\napproximate: true\n---\n",
		"events/worded.md": "---\nname: worded\ndate: 2019-05-07\ndate_text: on a Tuesday\nplace: about\n---\n",
		"events/placed.md": "---\nname: {en: Placed, fr: Situé}\ndate: 2019-05-07\nplace: delta\ntype: war\nsummary: What, why\n---\n",
	}
	for id, date := range map[string]string{
		"day": "2019-05-07", "days": "2019-05-07/2019-06-08", "month": "2019-05", "months": "2019-05/2019-06-08", "year": "2020", "season": "2019-24", "set": "[2019-05-07,2019-05-09]",
		"unsure": "2019-05-07?", "decade": "201X", "open": "2019-05/..", "old": "-0043-03-15", "far": "Y12019",
	} {
		files["events/"+id+".md"] = "---\nname: " + id + "\ndate: '" + date + "'\n---\n"
	}
	out := outputs(t, files, Calendars)
	if got := fmt.Sprint(slices.Sorted(maps.Keys(out))); got != "[events.ics fr/events.ics]" {
		t.Fatal(got)
	}
	got := map[string]string{}
	for _, event := range strings.Split(strings.NewReplacer("\r\n ", "", "\u00a0", " ").Replace(out["events.ics"]), "BEGIN:VEVENT\r\n")[1:] {
		value := func(name string) string {
			if m := regexp.MustCompile(`(?m)^` + name + `(?:;[^:]*)?:(.*)\r$`).FindStringSubmatch(event); m != nil {
				return m[1]
			}
			return ""
		}
		id, host, _ := strings.Cut(value("UID"), "@")
		if host != "example.org/me/repo" || value("DTSTAMP") != "20200531T000000Z" {
			t.Errorf("%s is of %s, %s", id, host, value("DTSTAMP"))
		}
		got[strings.TrimPrefix(id, "events/")] = strings.Join([]string{value("DTSTART"), value("DTEND"), value("SUMMARY"), value("STATUS"), value("LOCATION"), value("GEO"), value("CATEGORIES"), value("DESCRIPTION")}, "|")
	}
	want := map[string]string{
		"day":    "20190507|20190508|Day|CONFIRMED||||",
		"days":   "20190507|20190609|Days|CONFIRMED||||",
		"month":  "20190501|20190601|Month (May 2019)|TENTATIVE||||",
		"months": "20190501|20190609|Months (May 2019 – 8 June 2019)|TENTATIVE||||",
		"year":   "20200101|20210101|Year (2020)|TENTATIVE||||",
		"season": "20191201|20200301|Season (winter 2019)|TENTATIVE||||",
		"set":    "20190507|20190510|Set (7 or 9 May 2019)|TENTATIVE||||",
		"unsure": "20190507|20190508|Unsure (7 May 2019 (uncertain))|TENTATIVE||||",
		"worded": "20190507|20190508|Worded (on a Tuesday)|CONFIRMED|Thereabouts|||",
		"placed": `20190507|20190508|Placed|CONFIRMED|Delta|1;2|War|What\, why`,
	}
	for id := range maps.Keys(want) {
		if got[id] != want[id] {
			t.Errorf("%s is %s, want %s", id, got[id], want[id])
		}
		delete(got, id)
	}
	if len(got) > 0 {
		t.Errorf("the calendar also has %v", got)
	}
}

// Without an event of known days there is no calendar.
func TestNoCalendar(t *testing.T) {
	files := map[string]string{"index.md": "---\ntitle: Home\nlanguages: [en]\n---\n", "events/open.md": "---\nname: Open\ndate: 2019-05/..\n---\n"}
	if out := outputs(t, files, Calendars); len(out) > 0 {
		t.Errorf("there are %v", out)
	}
	contents := outputs(t, files, Pages)["contents.html"]
	if strings.Contains(contents, "events.ics") || strings.Contains(contents, "feed.xml") || !strings.Contains(contents, `href="data/events.csv"`) {
		t.Error(contents)
	}
}

// Each article and each entity with sections has a feed, which its page names.
func TestFeedsOfPages(t *testing.T) {
	files := dossier(base)
	files["countries/kenya.md"] = "---\nname: Kenya\nsummary: A country\n---\n"
	files["countries/chad.md"] = "---\nname: Chad\n---\n"
	files["articles/a/01-first.md"] = strings.Replace(files["articles/a/01-first.md"], "date: 2018\n", "date: 2018\ncountries: [kenya]\n", 1)
	files["articles/b/index.md"] = "---\ntitle: Old\npublished: 1945-05-08\n---\n"
	out := outputs(t, files, Feeds, Pages)
	var feeds []string
	for name := range out {
		if strings.HasSuffix(name, ".xml") && !strings.HasPrefix(name, "fr/") {
			feeds = append(feeds, name)
		}
	}
	slices.Sort(feeds)
	if got := strings.Join(feeds, " "); got != "articles/a/feed.xml articles/b/feed.xml countries/kenya.xml feed.xml" {
		t.Fatal(got)
	}
	kenya := feedOf(t, out["countries/kenya.xml"]).Channel
	if len(kenya.Items) != 2 || kenya.Items[0].Title != "Corrections: First" || kenya.Items[1].Title != "First" || kenya.Title != "Kenya – Home" || kenya.About != "A country" {
		t.Errorf("the feed of a country has %q", kenya)
	}
	if got := feedOf(t, out["fr/articles/a/feed.xml"]).Channel; len(got.Items) != 5 || got.Title != "L’article – Home" || got.Links[0].Text != "https://example.org/d/fr/articles/a/" {
		t.Errorf("the feed of an article has %q", got)
	}
	// Before 1970 a day is no time that readers could count: they would take it for one to come.
	if old := feedOf(t, out["articles/b/feed.xml"]).Channel.Items; old[0].Date != "1945-05-08" || old[0].PubDate != "" {
		t.Errorf("an old article is of %q, %q", old[0].Date, old[0].PubDate)
	}
	for page, has := range map[string]bool{"countries/kenya.html": true, "articles/a/index.html": true, "countries/chad.html": false, "articles/a/first.html": false, "index.html": false} {
		if n := strings.Count(out[page], `type="application/rss+xml"`); n != map[bool]int{true: 3, false: 2}[has] { // one of them in the footer
			t.Errorf("%s names %d feeds", page, n)
		}
	}
}
