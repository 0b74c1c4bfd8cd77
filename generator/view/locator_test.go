package view

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// frontier is a dossier of some countries with places and events in them; two
// events have neither place nor position.
func frontier() map[string]string {
	return map[string]string{
		"index.md":                "---\ntitle: The frontier\nkinds:\n  places: {name: {en: Places}}\nmap_note: {en: Borders are as drawn.}\n---\n",
		"countries/tajikistan.md": "---\niso: TJ\n---\n", "countries/uzbekistan.md": "---\niso: UZ\n---\n",
		"countries/nauru.md":    "---\niso: NR\n---\n",
		"countries/nowhere.md":  "---\nname: Nowhere\n---\n",
		"places/ishkobod.md":    "---\nname: Ishkobod\nlat: 40.6\nlon: 68.9\ncountry: tajikistan\napproximate: true\n---\n",
		"places/station.md":     "---\nname: Station\nlat: -75\nlon: 10\n---\n",
		"actors/guard.md":       "---\nname: Guard\ntype: organization\n---\n",
		"events/attack.md":      "---\nname: Attack\ndate: 2019-11-06\nplace: ishkobod\n---\n",
		"events/talks.md":       "---\nname: Talks\ndate: 2018-05\nplace: Somewhere\ncountries: [uzbekistan, tajikistan, nowhere]\n---\n",
		"articles/a/index.md":   "---\ntitle: An article\n---\n",
		"articles/a/01-one.md":  "---\ntitle: One\ndate: 2019\ncountries: [tajikistan]\nevents: [talks, attack]\nplaces: [ishkobod]\n---\nText.\n",
		"articles/a/02-two.md":  "---\ntitle: Two\ndate: 2019\ncountries: [tajikistan, nauru]\n---\nText.\n",
		"articles/a/03-some.md": "---\ntitle: Three\ndate: 2019\ncountries: [uzbekistan, tajikistan]\n---\nText.\n",
		"articles/a/04-four.md": "---\ntitle: Four\ndate: 2019\ncountries: [tajikistan]\n---\nText.\n",
	}
}

func TestMapsSayWhatTheyShow(t *testing.T) {
	out := pages(t, frontier())
	for path, want := range map[string]string{
		"countries/tajikistan.html": "Map: Tajikistan, Ishkobod (approximate)",
		"places/ishkobod.html":      "Map: Ishkobod (approximate), Tajikistan",
		"places/station.html":       "Map: Station",
		"events/attack.html":        "Map: Ishkobod (approximate), Tajikistan",
		"events/talks.html":         "Map: Uzbekistan, Tajikistan",
		"countries/nowhere.html":    "", "actors/guard.html": "",
	} {
		got := ""
		if m := regexp.MustCompile(`<div class="locator"><a href="../map.html" aria-label="(.*?)"`).FindStringSubmatch(out[path]); m != nil {
			got = m[1]
		}
		if got != want {
			t.Errorf("%s: the small map says %q, want %q", path, got, want)
		}
	}
	page := out["map.html"]
	for _, want := range []string{
		`<a href="countries/tajikistan.html" tabindex="-1"><title>Tajikistan, 4 sections</title><path class="tint tint-2"`,
		`<a href="places/ishkobod.html" tabindex="-1"><title>Ishkobod (approximate), 1 section</title><circle class="spot approximate"`,
		`<circle class="spot country tint tint-1"`, // on the map of the world nothing is a link
		"Borders are as drawn.", "A line marks what the large map shows.",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the map lacks %s", want)
		}
	}
	list := plain(page[strings.Index(page, `<section class="gazetteer">`):])
	want := "Nowhere not on the map: no outline or position " +
		"Tajikistan 4 sections Ishkobod 1 section · approximate Uzbekistan 1 section On the small map only Nauru 1 section Elsewhere Station on the small map only"
	if !strings.Contains(list, want) {
		t.Errorf("the list is %s", list)
	}
}

// The key of each map has the signs that are on it, and no others; and large countries around have
// their names in the edition's language, whether the dossier has them or not.
func TestEachMapHasItsKey(t *testing.T) {
	content := frontier()
	content["index.md"] = "---\ntitle: The frontier\nlanguages: [en, fr]\nkinds:\n  places: {name: {en: Places}}\n---\n"
	for id, place := range map[string]string{"camp": "41.2\nlon: 44.5", "fort": "41.4\nlon: 44.8", "gate": "41.1\nlon: 44.9", "hill": "41.3\nlon: 45.1\napproximate: true"} {
		content["places/"+id+".md"] = "---\nname: " + id + "\nlat: " + place + "\n---\n"
	}
	content["countries/kazakhstan.md"] = "---\niso: KZ\n---\n"
	content["places/ishkobod.md"] = strings.Replace(content["places/ishkobod.md"], "approximate: true\n", "", 1)
	content["articles/a/05-five.md"] = "---\ntitle: Five\ndate: 2019\ncountries: [tajikistan, uzbekistan, kazakhstan]\nplaces: [camp, fort, gate, hill]\n---\nText.\n"
	out := pages(t, content)
	keys := regexp.MustCompile(`(?s)<ul class="map-key">.*?</ul>`).FindAllString(out["map.html"], -1)
	var got []string
	for _, k := range keys {
		got = append(got, plain(k))
	}
	if want := "1 2 5 Not in the dossier|Place|Place, position approximate"; !strings.HasSuffix(strings.Join(got, "|"), want) {
		t.Errorf("the keys are %q, want at the end %q", got, want)
	}
	for path, want := range map[string]string{"map.html": ">Iran</text>", "fr/map.html": ">Chine</text>", "countries/tajikistan.html": ">China</text>", "fr/countries/tajikistan.html": ">Chine</text>"} {
		if !strings.Contains(out[path], want) {
			t.Errorf("%s lacks %s", path, want)
		}
	}
}

// A section's chart has a twin in words: the events in its list, with dates. Of so
// few events the article's page has the list alone.
func TestChartAndListSayTheSame(t *testing.T) {
	all := pages(t, frontier())
	page := all["articles/a/one.html"]
	small := regexp.MustCompile(`(?s)<div class="chart chart-small chart-rows">.*?</div>`).FindString(page)
	for _, name := range []string{"Talks", "Attack"} {
		if !regexp.MustCompile(`<a href="../../events/` + strings.ToLower(name) + `.html" tabindex="-1" transform="translate\(0 [0-9]+\)">[^\n]*\n<text [^\n]*>` + name + `</text>\n<text class="when" [^\n]*>[^<]+</text></a>`).MatchString(small) {
			t.Errorf("the chart lacks %s: %s", name, small)
		}
	}
	for _, page := range []string{page, all["articles/a/index.html"]} {
		if got := plain(page); !strings.Contains(got, "Talks May 2018 Attack 6 November 2019") {
			t.Errorf("the list does not date its events: %s", got)
		}
	}
	if strings.Contains(all["articles/a/index.html"], "chart-strip") {
		t.Error("two events have a strip")
	}
}

// A section shows its places and those of its events on a small map when they are two
// or more: that it tells of a meeting is no reason for a map of where that was.
func TestSectionsShowTheirPlaces(t *testing.T) {
	content := frontier()
	content["articles/a/05-places.md"] = "---\ntitle: Five\ndate: 2019\ncountries: [tajikistan]\nevents: [talks, attack]\nplaces: [camp]\n---\nText.\n"
	content["places/camp.md"] = "---\nname: Camp\nlat: 38\nlon: 70\n---\n"
	content["articles/a/06-event.md"] = "---\ntitle: Six\ndate: 2019\ncountries: [tajikistan]\nevents: [talks, attack]\n---\nText.\n"
	content["articles/a/08-meeting.md"] = "---\ntitle: Eight\ndate: 2019\ncountries: [tajikistan]\nevents: [attack]\nplaces: [ishkobod]\n---\nText.\n"
	content["articles/a/07-place.md"] = "---\ntitle: Seven\ndate: 2019\nplaces: [station]\n---\nText.\n"
	out := pages(t, content)
	for path, want := range map[string]string{
		"articles/a/one.html": "", "articles/a/two.html": "", "articles/a/place.html": "",
		"articles/a/places.html": "Map: Ishkobod (approximate), Camp",
		"articles/a/event.html":  "", "articles/a/meeting.html": "",
		"articles/a/index.html": "Map: Ishkobod (approximate), Camp", // as part of the article, too
	} {
		got := ""
		if m := regexp.MustCompile(`<div class="locator"><a href="../../map.html" aria-label="(.*?)"`).FindStringSubmatch(out[path]); m != nil {
			got = m[1]
		}
		if got != want {
			t.Errorf("%s: the small map says %q, want %q", path, got, want)
		}
	}
	for _, want := range []string{`<g transform="scale(2)">`, `<path class="tint here" d=`, `>Ishkobod</text>`, `<circle class="spot approximate"`} {
		if !strings.Contains(out["articles/a/places.html"], want) {
			t.Errorf("the small map lacks %s", want)
		}
	}
}

// On the map of a section a place has the sign of an event when the section is tagged with that or names it,
// and not because it took place there; the key says what is on the map.
func TestSignsAreOfWhatASectionTells(t *testing.T) {
	content := frontier()
	content["index.md"] = "---\ntitle: The frontier\nkinds:\n  places: {name: {en: Places}}\nevent_types:\n  attack: {name: {en: Attack}}\n  talks: {name: {en: Talks}}\n---\n"
	content["events/attack.md"] = "---\nname: First\ndate: 2019-11-06\ntype: attack\nplace: ishkobod\n---\n"
	content["events/talks.md"] = "---\nname: Second\ndate: 2018-05\ntype: talks\nplace: camp\n---\n"
	content["places/camp.md"] = "---\nname: Camp\nlat: 38\nlon: 70\n---\n"
	content["places/ishkobod.md"] = strings.Replace(content["places/ishkobod.md"], "approximate: true\n", "", 1)
	section := "---\ntitle: %s\ndate: 2019\n%splaces: [camp, ishkobod]\n---\nText%s.\n"
	content["articles/a/05-none.md"] = fmt.Sprintf(section, "None", "", "")
	content["articles/a/06-tag.md"] = fmt.Sprintf(section, "Tag", "events: [attack]\n", "")
	content["articles/a/07-text.md"] = fmt.Sprintf(section, "Text", "", " about [[talks]]")
	content["articles/a/08-both.md"] = fmt.Sprintf(section, "Both", "events: [attack]\n", " about [[talks]]")
	out := pages(t, content)
	for path, want := range map[string]string{"none": "", "tag": "Attack Place", "text": "Talks Place", "both": "Attack Talks"} {
		locator := regexp.MustCompile(`(?s)<div class="locator">.*?</div>`).FindString(out["articles/a/"+path+".html"])
		if got := plain(regexp.MustCompile(`(?s)<ul class="map-key.*?</ul>`).FindString(locator)); got != want || locator == "" {
			t.Errorf("%s: the key is %q, want %q", path, got, want)
		}
	}
}

// Where an event is still to come its sign is hollow, on all maps, and their keys say so.
func TestSignsOfWhatIsAhead(t *testing.T) {
	content := frontier()
	content["index.md"] = "---\ntitle: The frontier\npublished: 2019-06-01\nkinds:\n  places: {name: {en: Places}}\nevent_types:\n  attack: {name: {en: Attack}}\n  talks: {name: {en: Talks}}\n---\n"
	content["events/attack.md"] = "---\nname: First\ndate: 2019-05-06\ntype: attack\nplace: ishkobod\n---\n"
	content["events/talks.md"] = "---\nname: Second\ndate: 2019-11\ntype: talks\nplace: camp\n---\n"
	content["places/camp.md"] = "---\nname: Camp\nlat: 38\nlon: 70\n---\n"
	content["places/ishkobod.md"] = strings.Replace(content["places/ishkobod.md"], "approximate: true\n", "", 1)
	content["articles/a/05-both.md"] = "---\ntitle: Both\ndate: 2019\nevents: [attack, talks]\n---\nText.\n"
	out := pages(t, content)
	for _, path := range []string{"map.html", "articles/a/both.html"} {
		signs := map[string]bool{}
		for _, m := range regexp.MustCompile(`<svg class="spot (k[0-9][a-z ]*)"`).FindAllStringSubmatch(out[path], -1) {
			signs[m[1]] = true
		}
		if len(signs) != 2 || !signs["k1"] || !signs["k2 ahead"] {
			t.Errorf("%s has the signs %v", path, signs)
		}
		if said := plain(out[path]); !strings.Contains(said, "Attack Talks (ahead)") {
			t.Errorf("%s: the key does not say what lies ahead: %s", path, said)
		}
	}
}

// The key of a section's chart leaves to the map beside it what that says.
func TestKeysBesideEachOther(t *testing.T) {
	content := frontier()
	content["index.md"] = "---\ntitle: The frontier\nkinds:\n  places: {name: {en: Places}}\nevent_types:\n  attack: {name: {en: Attack}}\n  talks: {name: {en: Talks}}\n---\n"
	content["events/attack.md"] = "---\nname: First\ndate: 2019-11-06\ntype: attack\nplace: ishkobod\n---\n"
	content["events/talks.md"] = "---\nname: Second\ndate: 2018-05\ntype: talks\n---\n"
	content["places/ishkobod.md"] = strings.Replace(content["places/ishkobod.md"], "approximate: true\n", "", 1) // which the map says beside the sort
	content["places/camp.md"] = "---\nname: Camp\nlat: 38\nlon: 70\n---\n"
	content["articles/a/05-map.md"] = "---\ntitle: Five\ndate: 2019\nevents: [talks, attack]\nplaces: [camp]\n---\nText.\n"
	out := pages(t, content)
	for path, want := range map[string]string{"one": "Attack Talks Within this time", "map": "Talks Within this time"} {
		page := out["articles/a/"+path+".html"]
		if got := plain(regexp.MustCompile(`(?s)<ul class="map-key chart-key">.*?</ul>`).FindString(page)); got != want {
			t.Errorf("%s: the chart's key says %q, want %q", path, got, want)
		}
		if chart, prose := strings.Index(page, "chart-small"), strings.Index(page, `<section class="prose">`); chart < 0 || chart > prose {
			t.Errorf("%s: the chart does not stand before the text", path)
		}
	}
}

// The front page, which names some events, says how many there are.
func TestFrontPageCountsEvents(t *testing.T) {
	has(t, pages(t, frontier()), "index.html", `<a href="timeline.html">All events (2)</a>`)
}
