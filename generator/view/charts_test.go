package view

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/layouts"
)

var update = flag.Bool("update", false, "write the golden files")

// chartView is a view of the timeline of events with these dates; each event
// is named by its place in the list unless it is "date name".
func chartView(t *testing.T, lang string, dates ...string) *page {
	t.Helper()
	c := &model.Corpus{
		Settings: model.Settings{Languages: []string{lang}},
		Kinds:    []model.Kind{{ID: model.Events}},
		Home:     &model.Doc{Texts: model.Texts{{Lang: lang, Title: "Test"}}},
	}
	for i, text := range dates {
		text, name, _ := strings.Cut(text, " ")
		d, err := edtf.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if name == "" {
			name = "Event number " + strconv.Itoa(i)
		}
		key := model.Key(fmt.Sprintf("events/e%03d", i))
		c.Entities = append(c.Entities, &model.Entity{
			Doc:   model.Doc{Key: key, Texts: model.Texts{{Lang: lang, Title: name}}},
			Names: model.Words{lang: name}, Date: d,
		})
	}
	p, faults := plan.New(&model.Site{Corpus: c})
	set, more, err := layout.Load(layouts.FS, layouts.FS, "layouts", Templates(), []string{lang})
	if err != nil || len(faults)+len(more) > 0 {
		t.Fatal(err, faults, more)
	}
	for _, page := range p.Pages {
		if page.Kind == plan.Timeline {
			return New(p, set).page(page)
		}
	}
	t.Fatal("no timeline")
	return nil
}

// A chart of many events says that it is not of all; those stay that most texts
// name.
func TestChartsSayWhatTheyLeaveOut(t *testing.T) {
	var dates []string
	for i := range 500 {
		dates = append(dates, fmt.Sprintf("2019-%02d-%02d", 1+i%12, 1+i%28))
	}
	p := chartView(t, "en", dates...)
	last := p.lists.ByDate[499]
	p.site.model().Backlinks = model.NewTable(map[model.Key]*model.Backlinks{last.Key: {Sections: make([]int32, 1), Mentions: make([]model.Mention, 1)}})
	c := timeline(p).Wide
	if got := fmt.Sprint(c.Notes); got != "[{80 of 500 events are drawn, those that most texts name; the list has them all. }]" {
		t.Errorf("notes %q", got)
	}
	if m := c.Marks[len(c.Marks)-1]; m.Href != string(last.Key)+".html" {
		t.Errorf("the last mark is of %s", m.Href)
	}
}

func TestChartGolden(t *testing.T) {
	p := chartView(t, "en", "1945-05-08 A day", "2018-06 A month", "2019-02/.. Open", "2019-05-09? Uncertain", "2019~ About a year", "2019-11-0X Early <November>")
	html, err := p.site.set.Render(nil, "timeline", timeline(p))
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join(regexp.MustCompile(`(?s)<div class="chart .*?</div>`).FindAllString(string(html), -1), "\n") + "\n"
	if *update {
		if err := os.WriteFile("testdata/chart.html", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/chart.html")
	if err != nil || got != string(want) {
		t.Errorf("the chart differs from testdata/chart.html (-update writes it): %v\n%s", err, got)
	}
}

// A page of a kind that no function shows is a fault of the program.
func TestUnknownKind(t *testing.T) {
	defer func() {
		if got, _ := recover().(string); !strings.Contains(got, `pages of the kind "none"`) {
			t.Errorf("panics with %q", got)
		}
	}()
	(&Site{}).View(&plan.Page{Kind: "none"})
	t.Error("an answer")
}
