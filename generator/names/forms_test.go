package names

import (
	"html"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"dossier/generator/limits"
	"dossier/generator/prose"
)

// labelledLanguages are those that have labelled sentences.
var labelledLanguages = []string{"en", "fr", "ru", "uk", "be", "pl", "cs", "de", "kk", "ky", "tr", "hy", "ar"}

// plainBody is a body of one run.
func plainBody(text string) *prose.Body {
	text = escape(signs.Replace(text))
	return &prose.Body{HTML: text, Runs: []prose.Run{{End: int32(len(text))}}}
}

// TestListedIsLinked: each form that is listed links where it stands in a
// sentence, all of it, and nothing is listed twice.
func TestListedIsLinked(t *testing.T) {
	for _, lang := range labelledLanguages {
		for _, e := range namesOf(t, lang) {
			m := New([]Entity{e}, lang)
			forms, cut := m.Forms(0)
			if cut != nil {
				t.Errorf("%s: too many forms of %q", lang, cut)
			}
			r := m.NewReader(m.NewCommon())
			seen := map[string]bool{}
			for _, f := range forms {
				before := "x, "
				if f.Behind != nil {
					before = "x, " + f.Behind[0] + " "
				}
				b := plainBody(before + f.Text + ", x")
				found, _ := r.Mentions(b, nil)
				if len(found) != 1 || b.HTML[found[0].Start:found[0].End] != strings.TrimSuffix(b.HTML[len(before):], ", x") {
					t.Errorf("%s: %s: the form %q (%v of %q) does not link: %v in %s", lang, e.ID, f.Text, f.How, f.Name, found, b.HTML)
				}
				if seen[f.Text] {
					t.Errorf("%s: %s: %q is listed twice", lang, e.ID, f.Text)
				}
				seen[f.Text] = true
			}
		}
	}
}

// TestLinkedIsListed: what links in the labelled sentences is one of the forms
// that are listed, whatever its spelling. Small words of a name may have a capital,
// and all of it may stand in capitals.
func TestLinkedIsListed(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads thousands of texts")
	}
	for _, lang := range labelledLanguages {
		l := languageOf(lang)
		entities := namesOf(t, lang)
		m := New(entities, lang)
		listed := make([]map[string]bool, len(entities))
		for i := range entities {
			listed[i] = map[string]bool{}
			forms, _ := m.Forms(i)
			for _, f := range forms {
				listed[i][strings.Join(l.nameWords(unquote(f.Text)), " ")] = true
			}
		}
		n := 0
		for _, text := range readAll(t, lang, entities, sentences(t, lang).plain...) {
			for _, m := range text.found {
				words := l.nameWords(html.UnescapeString(text.word(m)))
				isOf := func(form string) bool {
					return slices.EqualFunc(words, strings.Split(form, " "), func(word, of string) bool {
						first, n := utf8.DecodeRuneInString(word)
						return word == of || string(unicode.ToLower(first))+word[n:] == of || isCapitals(word) && l.uncapitalised(word) == of
					})
				}
				if n++; !slices.ContainsFunc(slices.Collect(maps.Keys(listed[m.Entity])), isOf) {
					t.Errorf("%s: %q links to %s and is no form of it", lang, words, entities[m.Entity].ID)
				}
			}
		}
		if n < 100 {
			t.Errorf("%s: %d links", lang, n)
		}
	}
}

// TestFormsOf holds for what is said of each form.
func TestFormsOf(t *testing.T) {
	congo := []Entity{
		known("countries/cd", "", "République démocratique du Congo", "Congo"), known("countries/cg", "", "Congo"),
		known("countries/eg", "", "Le Caire"), known("events/x", "", "Grand Sommet de Caire"),
	}
	for _, tt := range []struct {
		lang     string
		entities []Entity
		of       int
		want     string
	}{
		{"ru", []Entity{known("actors/x", "person", "Королёв")}, 0, "Королёв name; Королёва rule; Королёву rule; Королёвом rule; Королёвым rule; Королёве rule"},
		{"ru", []Entity{{ID: "x", Name: "Ханты", Forms: []string{"«Хантов»", "Ханты"}}}, 0, "Ханты name; Ханти rule; Хант rule; Хантев rule; Хантам rule; Хантям rule; Хантами rule; Хантями rule; Хантах rule; Хантях rule; Хантов forms"},
		{"fr", congo, 0, "République démocratique du Congo name; Congo alias also countries/cg"},
		{"fr", congo, 2, "Le Caire name; Caire rule behind au,aux,des,du"},
		{"fr", []Entity{known("places/x", "", "Le Caire", "Caire")}, 0, "Le Caire name; Caire alias"},
		{"fr", congo, 3, "Grand Sommet de Caire name; grand Sommet de Caire rule"},
		{"ar", []Entity{known("countries/iran", "", "إيران")}, 0, "إيران name; الإيران rule; بإيران rule; فإيران rule; فبإيران rule; فكإيران rule; فلإيران rule; كإيران rule; لإيران rule; وإيران rule; وبإيران rule; وكإيران rule; ولإيران rule"},
		{"ar", []Entity{known("actors/x", "person", "عبد الله")}, 0, "عبد الله name; بعبد الله rule; لعبد الله rule; وبعبد الله rule; وعبد الله rule; ولعبد الله rule; " +
			"العبدالله rule; بعبدالله rule; عبدالله rule; فبعبدالله rule; فعبدالله rule; فكعبدالله rule; فلعبدالله rule; كعبدالله rule; لعبدالله rule; وبعبدالله rule; وعبدالله rule; وكعبدالله rule; ولعبدالله rule"},
		{"fi", []Entity{known("countries/fi", "", "Suomi")}, 0, "Suomi name"},
		{"en", []Entity{known("actors/att", "", " AT&T  <border guards>")}, 0, "AT&T <border guards> name; AT&T <border guard> rule"},
		{"en", []Entity{{ID: "x"}}, 0, ""},
	} {
		var got []string
		forms, _ := New(tt.entities, tt.lang).Forms(tt.of)
		for _, f := range forms {
			s := f.Text + " " + f.How.String()
			if f.Behind != nil {
				s += " behind " + strings.Join(f.Behind, ",")
			}
			for _, o := range f.Others {
				s += " also " + tt.entities[o].ID
			}
			got = append(got, s)
		}
		if got := strings.Join(got, "; "); got != tt.want {
			t.Errorf("%s: %s\n got %s\nwant %s", tt.lang, tt.entities[tt.of].Name, got, tt.want)
		}
	}
}

// TestManyForms: a name of very many forms costs little, and says so.
func TestManyForms(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("Große ", 80)) + " Staaten"
	forms, cut := New([]Entity{known("actors/long", "", long)}, "de").Forms(0)
	if len(forms) > limits.MaxNameForms || !slices.Equal(cut, []string{long}) || forms[0].Text != long {
		t.Errorf("%d forms, cut %q", len(forms), cut)
	}
}

// TestAlike finds words that begin like a name and are in no known form.
func TestAlike(t *testing.T) {
	others := []Entity{known("actors/zakharov", "person", "Захаров")}
	for _, tt := range []struct{ lang, name, src, want string }{
		{"ru", "Киргизстан", "В Киргизстанскую столицу, в Киргизстане, в киргизстанскую.", "Киргизстанскую"},
		{"ru", "Путин", "Путинцы пришли. Потом Путинцы и ПУТИН, Путинианствующие.", "Путинцы"},
		{"ru", "Захарова", "видел Захарова и Захарычу", "Захарычу"},
		{"ru", "Южная Осетия", "из Южную Осетией, и Южная осетия", "Южную Осетией"},
		{"ru", "Иран", "Ира, Ирак и в Иранск", "Иранск"},
		{"ru", "ООН", "ООНовский", ""},
		{"fi", "Suomi", "nyt Suomessa, suomeksi ja Suomi", "Suomessa"},
		{"fi", "Helsinki", "nyt Helsingissä ja Helsinkiin", "Helsingissä|Helsinkiin"},
		{"en", "Armenia", "the Armenian, two Armenias", ""},
		{"ja", "日本", "私は日本人です", ""},
		{"ka", "საქართველო", "აი საქართველოში", "საქართველოში"},
		{"kk", "Қазақстан", "міне Қазақстандай, Қазақстанда", "Қазақстандай"},
	} {
		var got []string
		b := body(t, tt.lang, tt.src)
		for _, a := range New(append([]Entity{known("countries/x", "", tt.name)}, others...), tt.lang).NewSeeker(0).Read(b) {
			got = append(got, b.HTML[a.Start:a.End])
		}
		if got := strings.Join(got, "|"); got != tt.want {
			t.Errorf("%s: %s in %q: got %q, want %q", tt.lang, tt.name, tt.src, got, tt.want)
		}
	}
}

// TestCommonNouns tells which names the prose has as common nouns.
func TestCommonNouns(t *testing.T) {
	m := New([]Entity{known("countries/tr", "", "Turkey", "Türkiye", "Turkey Republic")}, "en")
	common := m.NewCommon()
	if got := m.CommonNouns(0, common); got != nil {
		t.Errorf("without prose: %q", got)
	}
	f := m.NewReader(common).Nouns(body(t, "en", "roast turkey"))
	common.Add(&f)
	if got := m.CommonNouns(0, common); !slices.Equal(got, []string{"Turkey"}) {
		t.Errorf("got %q", got)
	}
}
