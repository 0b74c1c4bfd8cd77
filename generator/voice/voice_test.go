package voice

import (
	"html/template"
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/worded"
	"dossier/layouts"
)

// nbsp is the space that French has before a colon.
const nbsp = "\u00a0"

// voices are those of a site in English, French and Arabic. For want of Arabic
// words the last has the English ones.
func voices(t *testing.T, site *model.Site) (en, fr, ar *Voice) {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(layouts.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(layouts.FS, name)
		files[name] = &fstest.MapFile{Data: body}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	files["messages/ar.yaml"] = files["messages/en.yaml"]
	site.Settings.Languages = []string{"en", "fr", "ar"}
	set, _, err := layout.Load(layouts.FS, files, "layouts", nil, site.Settings.Languages)
	if err != nil {
		t.Fatal(err)
	}
	return New(site, set, "en"), New(site, set, "fr"), New(site, set, "ar")
}

func newSite() *model.Site { return &model.Site{Corpus: &model.Corpus{}} }

func date(t *testing.T, s string) edtf.Date {
	t.Helper()
	if s == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestInterfaceWords(t *testing.T) {
	en, fr, ar := voices(t, newSite())
	const hebrew = "שלום"
	for _, tt := range []struct{ got, want string }{
		{en.Words("kind.events"), "Events"},
		{fr.Words("kind.events"), "Événements"},
		{en.Sections(0).Text, ""},
		{en.Sections(1).Text, "1 section"},
		{en.Sections(2).Text, "2 sections"},
		{fr.Sections(0).Text, ""},
		{fr.Count("sections.count", 0).Text, "0 section"},
		{en.Fill("part.title", "Russia", "years"), "Russia: years"},
		{en.Fill("part.of", "2019", "1", "3"), "2019 (1 of 3)"},
		{en.Fill("part.title", hebrew, "{}"), "\u2068" + hebrew + "\u2069: {}"},
		{ar.Fill("part.title", "Russia", hebrew), "\u2068Russia\u2069: " + hebrew},
		{LanguageName("fr"), "français"},
		{LanguageName("ar"), "العربية"},
	} {
		if got := strings.ReplaceAll(tt.got, "\u202f", nbsp); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

func TestTextsOfAnEdition(t *testing.T) {
	en, fr, ar := voices(t, newSite())
	original, translation := &model.Text{Lang: "en", Title: "Home"}, &model.Text{Lang: "fr", Title: "Accueil"}
	d := &model.Doc{Texts: model.Texts{original, translation}}
	for _, tt := range []struct {
		v       *Voice
		text    *model.Text
		foreign string
	}{{en, original, ""}, {fr, translation, ""}, {ar, original, "en"}} {
		if got := tt.v.Text(d); got != tt.text || tt.v.Foreign(got) != tt.foreign {
			t.Errorf("%s: the text in %q, foreign %q; want %q, %q", tt.v.Lang, got.Lang, tt.v.Foreign(got), tt.text.Lang, tt.foreign)
		}
	}
	words := model.Words{"en": "note", "fr": "remarque"}
	if got := []string{en.SayIn(words).Text, fr.SayIn(words).Text, ar.SayIn(words).Text, ar.SayIn(nil).Text}; !reflect.DeepEqual(got, []string{"note", "remarque", "note", ""}) {
		t.Errorf("an editor's words are %q", got)
	}
}

func TestNames(t *testing.T) {
	site := newSite()
	site.Kinds = []model.Kind{{ID: model.Events}, {ID: model.Actors}, {ID: "rivers", Names: model.Words{"en": "Rivers", "fr": "Fleuves"}}}
	en, fr, ar := voices(t, site)
	river := &model.Entity{
		Doc:       model.Doc{Key: "rivers/naryn"},
		Names:     model.Words{"en": "naryn river", "fr": "fleuve Naryn", "ar": "naryn river"},
		RichNames: model.Words{"fr": "<em>fleuve</em> Naryn"},
		Aliases:   map[string][]string{"en": {"Naryn", "naryn river", "Naryn"}},
	}
	actor := &model.Entity{Doc: model.Doc{Key: "actors/ada"}, Type: "person"}
	event := &model.Entity{Doc: model.Doc{Key: "events/talks"}}
	for _, tt := range []struct{ got, want string }{
		{en.Name(river), "Naryn river"}, {fr.Name(river), "Fleuve Naryn"}, {ar.Name(river), "Naryn river"},
		{string(en.NameHTML(river)), ""}, {string(fr.NameHTML(river)), "<em>Fleuve</em> Naryn"},
		{en.KindName("rivers").Text, "Rivers"}, {fr.KindName("rivers").Text, "Fleuves"}, {ar.KindName("rivers").Text, "Rivers"}, {fr.KindName(model.Events).Text, "Événements"},
		{en.OneOfKind(river).Text, "Rivers"}, {en.OneOf(river).Text, "Rivers"},
		{en.OneOfKind(actor).Text, "Actor"}, {en.OneOf(actor).Text, "Person"}, {fr.OneOf(actor).Text, "Personne"}, {en.OneOf(event).Text, "Event"},
	} {
		if tt.got != tt.want {
			t.Errorf("%q, want %q", tt.got, tt.want)
		}
	}
	want := []layout.Link{{Text: "fleuve Naryn", HTML: "<em>fleuve</em> Naryn", Lang: "fr"}}
	if got := en.OtherNames(river); !reflect.DeepEqual(got, want) {
		t.Errorf("other names in English %v, want %v: each once", got, want)
	}
	if got := fr.OtherNames(river); len(got) != 1 || got[0] != (layout.Link{Text: "naryn river", Lang: "en"}) {
		t.Errorf("other names in French: %v", got)
	}
	if got := en.Aliases(river); !reflect.DeepEqual(got, []string{"Naryn"}) {
		t.Errorf("aliases %q, want each once, and not the name", got)
	}
	if got := fr.Aliases(river); got != nil {
		t.Errorf("aliases in French: %q", got)
	}
}

func TestMarkup(t *testing.T) {
	for _, tt := range []struct{ got, want template.HTML }{
		{Marked("plain &amp; simple"), ""},
		{Marked("<em>x</em>"), "<em>x</em>"},
		{capitalHTML("<em><strong>éa</strong></em> b", "fr"), "<em><strong>Éa</strong></em> b"},
		{capitalHTML("plain", "en"), "Plain"},
		{capitalHTML("<br>", "en"), "<br>"},
		{Summary(&model.Text{Summary: "a < b"}), "a &lt; b"},
		{Summary(&model.Text{Summary: "a b", Rich: &model.Rich{Summary: "<em>a</em> b"}}), "<em>a</em> b"},
		{Brief(&model.Text{Summary: strings.Repeat("word ", 100)}), template.HTML(strings.Repeat("word ", 59) + "word…")},
		{Brief(&model.Text{Summary: "short"}), "short"},
	} {
		if tt.got != tt.want {
			t.Errorf("%q, want %q", tt.got, tt.want)
		}
	}
}

func TestDates(t *testing.T) {
	en, fr, ar := voices(t, newSite())
	for _, tt := range []struct {
		v    *Voice
		date string
		own  model.Words
		want *layout.Date
	}{
		{en, "", nil, nil},
		{en, "2019-05", nil, &layout.Date{Text: "May 2019", Datetime: "2019-05"}},
		{fr, "2019-05-01", nil, &layout.Date{Text: "1er mai 2019", Datetime: "2019-05-01"}},
		{en, "2019/..", nil, &layout.Date{Text: "since 2019"}},
		{ar, "2019", nil, &layout.Date{Text: "2019", Datetime: "2019", Dir: "rtl"}},
		{en, "2019", model.Words{"en": "in the spring"}, &layout.Date{Text: "in the spring", Datetime: "2019"}},
		{en, "2019", model.Words{"en": "in the spring of a year that nobody names"}, &layout.Date{Text: "in the spring of a year that nobody names", Datetime: "2019", Long: true}},
		{en, "", model.Words{"en": "long ago"}, &layout.Date{Text: "long ago"}},
		{fr, "2019", model.Words{"en": "in the spring"}, &layout.Date{Text: "in the spring", Datetime: "2019", Lang: "en"}},
		{ar, "2019", model.Words{"en": "in the spring"}, &layout.Date{Text: "in the spring", Datetime: "2019", Dir: "ltr", Lang: "en"}},
		{ar, "2019", model.Words{"ar": "الربيع"}, &layout.Date{Text: "الربيع", Datetime: "2019", Dir: "rtl"}},
		{en, "2019", model.Words{"en": "الربيع"}, &layout.Date{Text: "الربيع", Datetime: "2019", Dir: "auto"}},
	} {
		got := tt.v.Date(date(t, tt.date), tt.own)
		if got != nil {
			got.Text = strings.ReplaceAll(got.Text, nbsp, " ")
		}
		if !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s, %q %v: %+v, want %+v", tt.v.Lang, tt.date, tt.own, got, tt.want)
		}
	}
}

func TestDatesInText(t *testing.T) {
	en, _, ar := voices(t, newSite())
	years := func(s string) edtf.Listing {
		l, ok := date(t, s).Listing()
		if !ok {
			t.Fatalf("%q is listed under no year", s)
		}
		return l
	}
	for _, tt := range []struct{ got, want string }{
		{en.DateInText(date(t, "2019-05")), "May 2019"},
		{ar.DateInText(date(t, "2019")), "2019"}, // a number alone stays whole
		{ar.DateInText(date(t, "2019-05")), "\u2067مايو 2019\u2069"},
		{InText(&layout.Date{Text: "May 2019"}), "May 2019"},
		{InText(&layout.Date{Text: "الربيع", Dir: "rtl"}), "\u2067الربيع\u2069"},
		{InText(&layout.Date{Text: "الربيع", Dir: "auto"}), "\u2068الربيع\u2069"},
		{en.Years(years("2019-05"), true).Text, "2019"},
		{en.Years(years("2018").Join(years("2019")), true).Text, "2018–2019"},
		{en.Years(edtf.Listing{}, false).Text, "without a date"},
		{ar.Years(years("2018"), true).Text, "2018"},
	} {
		if got := strings.ReplaceAll(tt.got, nbsp, " "); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
	for lang, want := range map[string]string{"en": "", "ru": "", "zh": "", "ar": "rtl", "he": "rtl", "dv": "ltr"} { // CLDR does not word Dhivehi
		if got := (&dates{lang: lang, dir: layout.Direction(lang), Wording: worded.New(lang, func(string) string { return "" })}).isolation(""); got != want {
			t.Errorf("%q is isolated as %q, want %q", lang, got, want)
		}
	}
}

func TestTurns(t *testing.T) {
	for _, tt := range []struct {
		text, dir string
		want      bool
	}{
		{"Russia 2019", "ltr", false}, {"Russia", "rtl", true}, {"שלום", "ltr", true}, {"שלום", "rtl", false},
		{"2019 – 7", "ltr", false}, {"2019 – 7", "rtl", false}, {"a \u2067b", "ltr", true}, {"\u200f", "rtl", true}, {"", "ltr", false},
	} {
		if got := Turns(tt.text, tt.dir); got != tt.want {
			t.Errorf("Turns(%q, %q) = %t", tt.text, tt.dir, got)
		}
	}
	en, _, ar := voices(t, newSite())
	if got := []string{en.Apart("Russia"), en.Apart("שלום"), ar.Apart("Russia")}; !reflect.DeepEqual(got, []string{"Russia", "\u2068שלום\u2069", "\u2068Russia\u2069"}) {
		t.Errorf("names apart: %q", got)
	}
}

func TestCorrections(t *testing.T) {
	_, fr, _ := voices(t, newSite())
	first := model.Correction{Date: date(t, "2019-05"), Text: model.Words{"en": "A name was wrong.", "fr": "Un nom était faux."}}
	if got := fr.Correction(first, false); got.Text != "Un nom était faux." || got.Date.Datetime != "2019-05" || got.Kind != "" {
		t.Errorf("the correction is %+v", got)
	}
	if got := fr.Correction(first, true); got.Kind != "Notre erreur" || got.OfSource {
		t.Errorf("the correction of a retelling is %+v", got)
	}
	first.OfSource = true
	if got := fr.Correction(first, true); got.Kind != "Erreur de la source" || !got.OfSource {
		t.Errorf("the correction of the source is %+v", got)
	}
}

func TestSource(t *testing.T) {
	_, fr, _ := voices(t, newSite())
	s := model.Source{Title: model.Words{"en": "Report"}, Publisher: model.Words{"fr": "ONU"}, Date: date(t, "2019"), URL: "https://example.org/"}
	given := []layout.Link{{Text: "Ada", Href: "ada.html"}}
	want := layout.Source{Authors: given, Title: "Report", TitleIn: "en", Publisher: "ONU", Date: &layout.Date{Text: "2019", Datetime: "2019"}, URL: "https://example.org/", Comma: ", "}
	if got := fr.Source(s, given); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	s.Author = "Bo"
	if got := fr.Source(s, given).Authors; !reflect.DeepEqual(got, []layout.Link{{Text: "Bo"}}) {
		t.Errorf("the source's own author gives way to %+v", got)
	}
}
