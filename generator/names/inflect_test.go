package names

import (
	"strings"
	"testing"

	"dossier/generator/prose"
)

// linksOf gives what is linked of a text in which only one name is known.
func linksOf(t testing.TB, lang, class, name, src string) string {
	return readAll(t, lang, []Entity{known("actors/x", class, name)}, src)[0].words()
}

// TestRussianForms has, for each name, forms that it takes and words that are
// not it. Each stands in the middle of a sentence.
func TestRussianForms(t *testing.T) {
	for _, tt := range []struct{ name, kind, forms, others string }{
		{"Путин", "person", "Путин Путина Путину Путиным Путине ПУТИН ПУТИНА", "Путины путинский Путинка путин ПУТИНЫ Путинов"},
		{"Лавров", "person", "Лавров Лаврова Лаврову Лавровым Лаврове", "лавров Лавровский Лавровой"},
		{"Захарова", "person", "Захарова Захаровой Захарову", "Захаров Захаровым Захарове2"},
		{"Токаев", "person", "Токаева Токаеву Токаевым Токаеве", "Токай"},
		{"Жээнбеков", "person", "Жээнбекова Жээнбекову Жээнбековым", "Жээнбек"},
		{"Лукашенко", "person", "Лукашенко", "Лукашенка Лукашенков"},
		{"Зеленский", "person", "Зеленского Зеленскому Зеленским Зеленском", "зеленский Зелёный"},
		{"Лев", "person", "Лев Льва Льву Львом Льве", "Лева Льюис"},
		{"Ереван", "", "Еревана Еревану Ереваном Ереване", "ереванский Ереванов"},
		{"Казахстан", "", "Казахстана Казахстану Казахстаном Казахстане", "казахстанский Казах"},
		{"Душанбе", "", "Душанбе", "Душанба"},
		{"Баткен", "", "Баткен Баткена Баткене", "баткенский"},
		{"Армения", "", "Армения Армении Армению Арменией", "армянин Армен Арменин армения"},
		{"Корея", "", "Корея Кореи Корее Корею Кореей", "Корей кореец"},
		{"Беларусь", "", "Беларуси Беларусью", "белорус Белорусы"},
		{"Грузия", "", "Грузии Грузию Грузией", "Груз Грузы грузин Грузин грузии"},
		{"Сирия", "", "Сирии", "Сир сирийский"},
		{"НАТО", "", "НАТО", "Нато нато НАТОвский"},
		{"США", "", "США", "Сша"},
		{"Соединённые Штаты", "", "Соединённых Штатов|Соединенным Штатам|Соединёнными Штатами", "Соединённых Штаты|штатов|Соединённые штаты"},
		{"Южная Осетия", "", "Южной Осетии|Южную Осетию|Южной Осетией", "Южную Осетии|южной Осетии|Южная Осетией"},
		{"Организация Объединённых Наций", "", "Организации Объединённых Наций|Организацией Объединенных Наций", "Организация Объединённым Нациям|организации"},
		{"Российская Федерация", "", "Российской Федерации|Российскую Федерацию", "российской федерации"},
		{"Владимир Путин", "person", "Владимиру Путину|Владимиром Путиным", "Владимиру Путина|Владимир Путину"},
		{"Ангела Меркель", "person", "Ангелы Меркель|Ангеле Меркель|Ангелой Меркель", "Ангел Меркель"},
		{"Республика Беларусь", "", "Республики Беларусь|Республике Беларусь|Республикой Беларусью", "Республика Беларусью"},
		{"Нью-Йорк", "", "Нью-Йорка|Нью-Йорке", "нью-йорк|Нью-Йоркский"},
		{"Череповец", "", "Череповца Череповце", "Череповецкий"},
		{"Дальний Восток", "", "Дальнего Востока|Дальнем Востоке", "Дальний Востоке"},
		{"СНВ-III", "", "СНВ-III", "СНВ-II"},
		{"Косово", "", "Косово Косова Косове", "косовский"},
		{"министры обороны", "", "министров обороны|министрам обороны|Министрам обороны", "министр оборона"},
		{"Сергей", "person", "Сергея Сергею Сергеем Сергее", "Серый"},
		{"Дмитрий", "person", "Дмитрия Дмитрию Дмитрием Дмитрии", "Дмитриев"},
	} {
		split := func(s string) []string {
			if strings.Contains(s, "|") || strings.Contains(tt.name, " ") {
				return strings.Split(s, "|")
			}
			return strings.Fields(s)
		}
		for _, form := range split(tt.forms) {
			if got := linksOf(t, "ru", tt.kind, tt.name, form+" и другие"); got != form {
				t.Errorf("%s: %q links %q", tt.name, form, got)
			}
		}
		for _, word := range split(tt.others) {
			if got := linksOf(t, "ru", tt.kind, tt.name, "вот "+word+" и другие"); got != "" {
				t.Errorf("%s: %q links %q", tt.name, word, got)
			}
		}
	}
}

// TestSpellings holds for any way of writing a name that readers take for it.
func TestSpellings(t *testing.T) {
	for _, tt := range []struct{ lang, name, src, want string }{
		{"en", "New York", "in New\u00a0York now", "New\u00a0York"},
		{"en", "New York", "in New\u202fYork now", "New\u202fYork"},
		{"en", "Kazakhstan", "in Kazakh\u00adstan now", "Kazakh\u00adstan"},
		{"en", "Cote d'Ivoire", "the Cote d’Ivoire, the Cote dʼIvoire", "Cote d’Ivoire"},
		{"en", "Nagorno-Karabakh", "of Nagorno‑Karabakh", "Nagorno‑Karabakh"},
		{"en", "São Tomé", "on Sa\u0303o Tome\u0301 now", "Sa\u0303o Tome\u0301"},
		{"en", "AT&T", "by AT&T now", "AT&amp;T"},
		{"en", "Amp", "Q&A amp R&D", ""},
		{"en", "World Health Organization", "the World Health Organisation", "World Health Organisation"},
		{"en", "Organization of American States", "the Organisation of American States", "Organisation of American States"},
		{"en", "4th Military Base", "the 4th Military Base", "4th Military Base"},
		{"en", "Group of 7", "the Group of 7, not 77", "Group of 7"},
		{"en", "Group of 7", "the Group of 77", ""},
		{"en", "V. V. Putin", "saw V.V. Putin", "V.V. Putin"},
		{"en", "border guards", "Border guards left", "Border guards"},
		{"en", "border guards", "the Border guards left", ""},
		{"en", "border guards", "a border guard’s post", "border guard"},
		{"en", "peace treaty", "two peace treaties", ""},
		{"en", "Kenya", "the two Kenyas", ""},
		{"fr", "États-Unis", "aux Etats-Unis", "Etats-Unis"},
		{"fr", "Ouzbékistan", "de l'Ouzbékistan", "Ouzbékistan"},
		{"fr", "Emirats", "aux Émirats", "Émirats"},
		{"ru", "Орёл", "город Орел", "Орел"},
		{"ru", "Россия", "Вот Росси́ю любят", "Росси\u0301ю"},
		{"ru", "В. В. Путин", "о В. В. Путине", "В. В. Путине"},
		{"ru", "«Газпром»", "в «Газпроме» тихо", "Газпроме"},
		{"de", "Kasachstan", "in Kasachstan, Kasachstans", "Kasachstan"},
		{"ja", "日本", "私は日本人です", "日本"},
		{"zh", "上海合作组织", "参加上海合作组织会议", "上海合作组织"},
		{"th", "ไทย", "ประเทศไทยอยู่", "ไทย"},
		{"ar", "الأردن", "في الأردن اليوم", "الأردن"},
		{"ar", "أردن", "في الأردن اليوم", "الأردن"},
		{"hy", "Հայաստան", "ահա Հայաստան է", "Հայաստան"},
		{"ka", "საქართველო", "აი საქართველო", "საქართველო"},
	} {
		if got := linksOf(t, tt.lang, "", tt.name, tt.src); got != tt.want {
			t.Errorf("%s: %s in %q links %q, want %q", tt.lang, tt.name, tt.src, got, tt.want)
		}
	}
}

// TestListedForms are taken as they stand.
func TestListedForms(t *testing.T) {
	e := known("countries/x", "", "Ханты")
	e.Forms = []string{"Хантов"}
	read := readAll(t, "ru", []Entity{e}, "у Хантов", "у Хантовым")
	for i, want := range []int{1, 0} {
		if got := read[i].found; len(got) != want {
			t.Errorf("text %d: %v", i, got)
		}
	}
}

// TestSharedForms: two surnames that share some of their forms are ambiguous
// in these, and in these only.
func TestSharedForms(t *testing.T) {
	people := []Entity{known("actors/he", "person", "Владимир Захаров", "Захаров"), known("actors/she", "person", "Мария Захарова", "Захарова")}
	read := readAll(t, "ru", people, "о Захарове", "о Захаровой", "видел Захарову", "и ещё Захарову", "за Марией Захаровой", "у Владимира Захарова")
	shared := map[int32]bool{}
	for i, want := range []string{"actors/he", "actors/she", "", "", "actors/she", "actors/he"} {
		got := read[i].found
		if want == "" && len(got) > 0 || want != "" && (len(got) != 1 || people[got[0].Entity].ID != want) {
			t.Errorf("text %d: %v, want %q", i, got, want)
		}
		for _, s := range read[i].findings.Shared {
			if word := read[i].HTML[s.Start:s.End]; want != "" || s.One != 0 || s.Other != 1 || word != "Захарову" {
				t.Errorf("text %d: %q is shared: %+v", i, word, s)
			}
			shared[s.Name] = true
		}
	}
	if len(shared) != 1 {
		t.Errorf("%d shared names", len(shared))
	}
}

// TestCapitalBesideSmall: a name keeps its capital in the middle of a sentence beside
// an alias that begins with the same word in small letters, which has none there.
func TestCapitalBesideSmall(t *testing.T) {
	summit := known("events/x", "", "Summit of Nice towns", "summit in Nice")
	read := readAll(t, "en", []Entity{summit}, "the Summit of Nice towns", "the Summit in Nice", "Summit in Nice", "the summit in Nice")
	for i, want := range []string{"Summit of Nice towns", "", "Summit in Nice", "summit in Nice"} {
		if got := read[i].words(); got != want {
			t.Errorf("text %d links %q, want %q", i, got, want)
		}
	}
}

// TestCommonWords: a name that the dossier also writes as a common word does
// not link where a sentence begins.
func TestCommonWords(t *testing.T) {
	turkey := known("countries/turkey", "", "Turkey")
	for _, tt := range []struct {
		other string
		want  int
	}{{"roast turkey", 0}, {"roast lamb", 1}} {
		if got := readAll(t, "en", []Entity{turkey}, "Turkey was served.", tt.other)[0].found; len(got) != tt.want {
			t.Errorf("beside %q: %v", tt.other, got)
		}
	}
}

// FuzzTokens holds for any prose: tokens stand in their order inside their
// runs, and looking back from one finds the one before it.
func FuzzTokens(f *testing.F) {
	for _, s := range []string{"Kenya’s *day* AT&T", "Со\u0301сны — «там»", "日本語。ไทย", "a\u00adb\u200d c", "\u00ad", "x &amp; y;z &lt"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if strings.ContainsAny(s, "<>&;\"`") {
			s = escape(s)
		}
		b := prose.Body{HTML: s, Runs: []prose.Run{{Start: 0, End: int32(len(s) / 2)}, {Start: int32(len(s) / 2), End: int32(len(s)), Joined: true}}}
		var last token
		for c, first := (cursor{b: &b}), true; ; first = false {
			tok, ok := c.next()
			if !ok {
				return
			}
			if tok.start >= tok.end || tok.start < last.end || tok.end > int(b.Runs[tok.run].End) || tok.start < int(b.Runs[tok.run].Start) {
				t.Fatalf("%q: token %+v after %+v", s, tok, last)
			}
			if prev, ok := previous(&b, tok); ok == first || ok && prev.end > tok.start {
				t.Fatalf("%q: before %+v stands %+v, %v", s, tok, prev, ok)
			}
			last = tok
		}
	})
}
