package view

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/content"
	"dossier/generator/layout"
	"dossier/generator/link"
	"dossier/generator/plan"
	"dossier/layouts"
)

// pages builds a small site of content files and gives its pages by path.
func pages(t *testing.T, files map[string]string) map[string]string {
	t.Helper()
	return pagesWithin(t, plan.Bounds(), files)
}

// pagesWithin is pages for other limits of what a page may hold.
func pagesWithin(t *testing.T, limits plan.Limits, files map[string]string) map[string]string {
	t.Helper()
	fs := afero.NewMemMapFs()
	for name, text := range files {
		if err := afero.WriteFile(fs, name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	corpus, faults, err := content.Read(context.Background(), fs)
	if err != nil || len(faults) > 0 {
		t.Fatal(faults, err)
	}
	site, faults := link.Resolve(corpus)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	p, faults := plan.Within(limits, site)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	set, faults, err := layout.Load(layouts.FS, layouts.FS, "layouts", Templates(), site.Settings.Languages)
	if err != nil || len(faults) > 0 {
		t.Fatal(faults, err)
	}
	out, views := map[string]string{}, New(p, set)
	for _, page := range p.Pages {
		body, err := set.Render(nil, page.Kind.Row().Template, views.View(page))
		if err != nil {
			t.Fatal(page.Path, err)
		}
		out[page.Path] = string(body)
	}
	return out
}

const leagueSettings = `---
title: The league
published: 2019-12-10
relations:
  member-of: {name: {en: member of}, inverse: {en: members}}
  borders: {name: {en: borders}, inverse: {en: borders}}
---
`

func league(more map[string]string) map[string]string {
	files := map[string]string{
		"index.md":         leagueSettings,
		"actors/league.md": "---\nname: League\ntype: organization\n---\n",
		"countries/uzbekistan.md": `---
relations:
  - {type: member-of, to: league, when: 2006/2012, note: {en: second time}}
  - {type: member-of, to: league, when: 1992-05-15/1999, note: {en: first time}}
---
`,
		"countries/armenia.md": "---\nrelations: [{type: member-of, to: league, when: 1992-05-15/..}, {type: borders, to: georgia}]\n---\n",
		"countries/belarus.md": "---\nrelations: [{type: member-of, to: league, when: 1993-12-31/..}]\n---\n",
		"countries/georgia.md": "---\nname: Georgia\n---\n",
	}
	for name, text := range more {
		files[name] = text
	}
	return files
}

// plain is a page's text with one space between words.
func plain(html string) string {
	text := regexp.MustCompile(`<[^>]*>`).ReplaceAllString(html, " ")
	return strings.Join(strings.Fields(strings.ReplaceAll(text, "\u00a0", " ")), " ")
}

func TestRelationsOnEntityPages(t *testing.T) {
	out := pages(t, league(nil))
	for path, want := range map[string]string{
		"countries/uzbekistan.html": "Member of League (formerly) 15 May 1992 – 1999 first time 2006–2012 second time ISO code : UZ",
		"countries/georgia.html":    "Borders Armenia",
		"actors/league.html":        "Members Armenia since 15 May 1992 Belarus since 31 December 1993 Uzbekistan (formerly) 15 May 1992 – 1999 first time 2006–2012 second time",
	} {
		if got := plain(out[path]); !strings.Contains(got, want) {
			t.Errorf("%s lacks %q: %s", path, want, got)
		}
	}
	same := strings.NewReplacer("first time", "as the article says", "second time", "as the article says")
	files := league(nil)
	files["countries/uzbekistan.md"] = same.Replace(files["countries/uzbekistan.md"])
	want := "(formerly) 15 May 1992 – 1999 , 2006–2012 as the article says ISO code : UZ"
	if got := plain(pages(t, files)["countries/uzbekistan.html"]); !strings.Contains(strings.ReplaceAll(got, "1999,", "1999 ,"), want) {
		t.Errorf("equal notes are not shown once: %s", got)
	}
}

// TestFactsComeBeforeLongProse: on a narrow screen, where one stands below the other, who asks
// since when somebody is a member need not read much, and who reads is not kept from the text by
// facts, nor by their notes; members of the same day are said with it once.
func TestFactsComeBeforeLongProse(t *testing.T) {
	treaty := strings.Repeat("by treaty ", 9) + "alone"
	files := league(map[string]string{
		"countries/belarus.md": "---\nrelations: [{type: member-of, to: league, when: 1992-05-15/.., note: {en: " + treaty + "}}]\n---\n",
		"countries/armenia.md": "---\nrelations: [{type: member-of, to: league, when: 1992-05-15/.., note: {en: " + treaty + "}}]\n---\n",
	})
	facts, notes := "Members Armenia, Belarus since 15 May 1992 [a] Uzbekistan (formerly) 15 May 1992 – 1999 first time 2006–2012 second time ", "Notes [a] "+treaty
	long := strings.TrimSpace(strings.Repeat("Much of it. ", 250))
	for prose, want := range map[string]string{"Prose about it.": "Prose about it. Facts " + facts + notes, long: facts + long + " " + notes} {
		files["actors/league.md"] = "---\nname: League\ntype: organization\n---\n" + prose + "\n"
		if got := strings.ReplaceAll(plain(pages(t, files)["actors/league.html"]), " ,", ","); !strings.Contains(got, want) {
			t.Errorf("the page lacks %q: %s", want, got)
		}
	}
}

// A relation that has not begun by the dossier's date is marked, as one that has ended is.
func TestRelationsAhead(t *testing.T) {
	out := pages(t, league(map[string]string{
		"countries/belarus.md": "---\nrelations: [{type: member-of, to: league, when: 2020}]\n---\n",
		"countries/georgia.md": "---\nrelations: [{type: member-of, to: league, when: 2019-12/..}]\n---\n",
	}))
	has(t, out, "countries/belarus.html", "Member of League (ahead) 2020")
	has(t, out, "actors/league.html", "Belarus (ahead) 2020", "Georgia since December 2019", "Uzbekistan (formerly) 15 May 1992")
}

// TestListsOfTheNetworkSayWhen: beside each name, for the days on which the relation does not
// hold; what holds on the dossier's own comes first.
func TestListsOfTheNetworkSayWhen(t *testing.T) {
	for when, want := range map[string]string{
		"1992-05-15/1999-04-02": "15 May 1992 – 2 April 1999", "2002/..": "since 2002", "": "no date",
	} {
		relation := "type: member-of, to: league"
		if when != "" {
			relation += ", when: " + when
		}
		page := pages(t, league(map[string]string{"countries/armenia.md": "---\nrelations: [{" + relation + "}]\n---\n"}))["graph.html"]
		list := regexp.MustCompile(`(?s)<ul class="hubs">.*?</figure>`).FindString(strings.ReplaceAll(page, "\u00a0", " "))
		if item := `Armenia</a></bdi><span class="soft when"> (` + want + `)</span>`; !strings.Contains(list, item) {
			t.Errorf("%s: the page lacks %q: %s", when, item, list)
		}
		armenia, belarus := strings.Index(list, ">Armenia<"), strings.Index(list, ">Belarus<")
		if ended := when != "" && !strings.HasSuffix(when, ".."); ended != (armenia > belarus) {
			t.Errorf("%s: Armenia stands at %d, Belarus at %d", when, armenia, belarus)
		}
	}
}

// TestNetworkDrawing compares the drawing of a small network with a golden
// file.
func TestNetworkDrawing(t *testing.T) {
	page := pages(t, league(nil))["graph.html"]
	got := regexp.MustCompile(`(?s)<figure class="network">.*?</figure>`).FindString(page)
	golden := filepath.Join("testdata", "network.html")
	if *update {
		if err := os.WriteFile(golden, []byte(got+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got+"\n" != string(want) {
		t.Errorf("the drawing is not that of %s (-update writes it):\n%s", golden, got)
	}
}

func TestAsOfTable(t *testing.T) {
	page := pages(t, league(nil))["as-of.html"]
	got := plain(regexp.MustCompile(`(?s)<tbody>.*?</tbody>`).FindString(page))
	want := "15 May 1992 + new: Armenia , Uzbekistan Armenia, Uzbekistan " +
		"31 December 1993 + new: Belarus Armenia, Belarus, Uzbekistan " +
		"1999 known to the year only − no longer: Uzbekistan Armenia, Belarus " +
		"2006 known to the year only + new: Uzbekistan Armenia, Belarus, Uzbekistan " +
		"2012 known to the year only − no longer: Uzbekistan Armenia, Belarus"
	if strings.ReplaceAll(got, " ,", ",") != strings.ReplaceAll(want, " ,", ",") {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if !strings.Contains(page, "no claim about the time after 10\u00a0December 2019") {
		t.Error("the page does not say where the dossier's knowledge ends")
	}
}

func TestMostConnected(t *testing.T) {
	files := map[string]string{"index.md": leagueSettings, "actors/league.md": "---\nname: League\ntype: organization\n---\n"}
	for n := range 80 {
		files[fmt.Sprintf("actors/m%02d.md", n)] = fmt.Sprintf("---\nname: Member %02d\ntype: person\nrelations: [{type: member-of, to: league}]\n---\n", n)
	}
	files["actors/lone.md"] = "---\nname: Lone\ntype: person\nrelations: [{type: borders, to: wolf}]\n---\n"
	files["actors/wolf.md"] = "---\nname: Wolf\ntype: person\n---\n"
	page := pages(t, files)["graph.html"]
	if n := strings.Count(page, `class="node shape-1 of-1"><title>`); n != 60 {
		t.Errorf("%d nodes are drawn, want 60", n)
	}
	_, table, _ := strings.Cut(page, "<table>")
	if n := strings.Count(table, `<a href="actors/m`) + strings.Count(table, `>Lone</a>`); n != 81 {
		t.Errorf("the table has %d relations, want 81", n)
	}
	for _, want := range []string{"The 60 most connected are drawn; 23 more are in the table only."} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

// TestDenseNetwork ties everybody to everybody.
func TestDenseNetwork(t *testing.T) {
	if testing.Short() {
		t.Skip("it draws the largest network")
	}
	files := map[string]string{"index.md": "---\ntitle: T\nrelations:\n  knows: {name: {en: knows}, inverse: {en: known by}}\n---\n"}
	for i := range 50 {
		var ties []string
		for k := range i {
			ties = append(ties, fmt.Sprintf("{type: knows, to: x%d}", k))
		}
		files[fmt.Sprintf("actors/x%d.md", i)] = fmt.Sprintf("---\nname: Actor%d\ntype: person\nrelations: [%s]\n---\n", i, strings.Join(ties, ", "))
	}
	page := pages(t, files)["graph.html"]
	if drawn := strings.Count(page, `<g class="edge line-1" data-ends=`); drawn < 150 || drawn > 300 {
		t.Errorf("%d relations are drawn", drawn)
	}
}
