package acceptance

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"dossier/generator/edtf"
)

// firstContent is the dossier that this project began with, whose facts the tests of
// this file hold. Where there is another, they are not: dossier init --here takes away
// each file whose name begins as this one's does.
const firstContent = "../../content"

// TestFirstDossier holds its site to the laws of every site.
func TestFirstDossier(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the dossier again and again")
	}
	t.Parallel()
	for name, law := range siteLaws {
		t.Run(name, func(t *testing.T) { law(t, firstContent) })
	}
}

// TestFirstDossierWords walks every page of its further editions: no text or label of
// it is an English interface message, unless it is marked as English or the language
// has the same word.
func TestFirstDossierWords(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads all pages")
	}
	s := readDossier(t, firstContent, buildDossier(t, firstContent), "/")
	for _, lang := range []string{"fr", "ru"} {
		english, pages := englishFinder(t, lang), 0
		s.eachPage(func(p *page) {
			if strings.HasPrefix(p.path, lang+"/") {
				pages++
				for _, fault := range english(p.root) {
					t.Errorf("%s %s", p.path, fault)
				}
			}
		})
		if pages < 50 {
			t.Errorf("%s: %d pages", lang, pages)
		}
	}
}

// statesOf reads who stands in which relation on a day from the figures that
// the page "Relations as of a date" hands its script: "actors/csto members"
// and so on, each with the ids of those of whom it is certain.
func statesOf(t *testing.T, p *page, day edtf.Day) map[string]string {
	t.Helper()
	id := func(e *html.Node) string { return strings.TrimSuffix(attr(e, "href"), ".html") }
	states := map[string]string{}
	var group string
	var held []string
	for e := range p.elements("div", "a", "bdi", "li") {
		switch {
		case e.Data == "div" && slices.Contains(strings.Fields(attr(e, "class")), "present"):
			group, held = "", nil
		case e.Data == "a" && e.Parent.Parent.Data == "dt":
			group = id(e)
		case e.Data == "bdi" && e.Parent.Data == "dt" && attr(e, "class") == "soft":
			group += " " + text(e)
			states[group] = ""
		case e.Data == "li" && hasAttr(e, "data-spans"):
			if heldOn(t, attr(e, "data-spans"), day.Ordinal()) {
				if hasAttr(e, "data-href") { // whom only a script shows
					held = append(held, path.Base(strings.TrimSuffix(attr(e, "data-href"), ".html")))
				}
				for n := range e.Descendants() {
					if n.Data == "a" {
						held = append(held, path.Base(id(n)))
					}
				}
			}
			states[group] = strings.Join(held, " ")
		}
	}
	return states
}

// heldOn tells whether a relation was certain on a day, from the spans of its
// tenures: first and end of what is possible, first and end of what is certain.
func heldOn(t *testing.T, spans string, day int) bool {
	t.Helper()
	for span := range strings.FieldsSeq(spans) {
		numbers := strings.Split(span, ",")
		if len(numbers) < 4 {
			continue
		}
		from, err := strconv.Atoi(numbers[2])
		if err != nil {
			t.Fatal(err)
		}
		end, err := strconv.Atoi(numbers[3])
		if err != nil {
			t.Fatal(err)
		}
		if from <= day && day < end {
			return true
		}
	}
	return false
}

// TestFirstDossierAsOf holds the states of the first dossier's relations on six days.
func TestFirstDossierAsOf(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads all pages")
	}
	const (
		treaty, members        = "treaties/collective-security-treaty parties", "actors/csto members"
		inf, start             = "treaties/inf-treaty parties", "treaties/new-start parties"
		abkhazia, southOssetia = "countries/abkhazia recognised by", "countries/south-ossetia recognised by"
		chair, president       = "actors/csto chaired by", "countries/russia led by"

		six       = "armenia belarus kazakhstan kyrgyzstan russia tajikistan"
		signatory = "armenia kazakhstan kyrgyzstan russia tajikistan uzbekistan"
		successor = "belarus kazakhstan russia ukraine united-states"
	)
	p := readDossier(t, firstContent, buildDossier(t, firstContent), "/").pages["as-of.html"]
	for _, test := range []struct {
		day  edtf.Day
		want map[string]string
	}{
		{edtf.Day{Year: 1993, Month: 1, Day: 1}, map[string]string{treaty: signatory, inf: successor}},
		{edtf.Day{Year: 1993, Month: 12, Day: 31}, map[string]string{
			treaty: "armenia azerbaijan belarus georgia kazakhstan kyrgyzstan russia tajikistan uzbekistan", inf: successor}},
		{edtf.Day{Year: 1999, Month: 12, Day: 31}, map[string]string{treaty: six, inf: successor}},
		{edtf.Day{Year: 2002, Month: 12, Day: 31}, map[string]string{treaty: six, members: six, inf: successor, president: "vladimir-putin"}},
		{edtf.Day{Year: 2007, Month: 12, Day: 31}, map[string]string{
			treaty: six, members: six + " uzbekistan", inf: successor, president: "vladimir-putin"}},
		{edtf.Day{Year: 2012, Month: 12, Day: 31}, map[string]string{
			treaty: six, members: six, inf: successor, start: "russia united-states", president: "vladimir-putin",
			abkhazia: "nauru nicaragua russia tuvalu vanuatu venezuela", southOssetia: "nauru nicaragua russia tuvalu venezuela"}},
		{edtf.Day{Year: 2019, Month: 12, Day: 10}, map[string]string{
			treaty: six, members: six, start: "russia united-states", president: "vladimir-putin", chair: "kyrgyzstan",
			abkhazia: "nauru nicaragua russia syria venezuela", southOssetia: "nauru nicaragua russia syria venezuela"}},
	} {
		got := statesOf(t, p, test.day)
		for group, want := range test.want {
			if _, known := got[group]; !known {
				t.Errorf("the page has no group %q", group)
			} else if got[group] != want {
				t.Errorf("%v, %s: %q, want %q", test.day, group, got[group], want)
			}
		}
		for group, names := range got {
			if names != "" && test.want[group] == "" {
				t.Errorf("%v, %s: %q, want none", test.day, group, names)
			}
		}
	}
}

// TestFirstDossierAttribution fails when the summary of an attack, which stands
// alone on many pages, does not say that the article reports it.
func TestFirstDossierAttribution(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads all pages")
	}
	s := readDossier(t, firstContent, buildDossier(t, firstContent), "/")
	attributed := map[string]*regexp.Regexp{
		"":    regexp.MustCompile(`(?i)according to the article`),
		"fr/": regexp.MustCompile(`(?i)(selon|d’après|indique|rapporte) l’article|selon (lui|l’auteur)`),
		"ru/": regexp.MustCompile(`(?i)(по данным|согласно) стать|(по словам|как пишет) автора?|(сообщается|говорится) в статье`),
	}
	for _, name := range []string{
		"events/tagtabazar-attack", "events/hairatan-attacks", "events/badghis-seizure", "events/ishkobod-attack",
		"places/tagtabazar", "places/hairatan", "places/badghis-province", "places/ishkobod", "actors/turkmen-border-guards",
	} {
		for edition, words := range attributed {
			p := s.pages[edition+name+".html"]
			i := slices.IndexFunc(slices.Collect(p.elements("p")), func(e *html.Node) bool { return attr(e, "class") == "standfirst" })
			if i < 0 {
				t.Fatalf("%s has no summary", p.path)
			}
			if summary := text(slices.Collect(p.elements("p"))[i]); !words.MatchString(summary) {
				t.Errorf("%s gives as a fact what only the article says: %s", p.path, summary)
			}
		}
	}
}
