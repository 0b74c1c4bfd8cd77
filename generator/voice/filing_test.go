package voice

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"dossier/generator/model"
)

// person is the order of a language and a person with a name in it.
func person(lang, name string) (*Order, *model.Entity) {
	countries := []*model.Entity{{Doc: model.Doc{Key: "countries/china"}, ISO: "CN"}, {Doc: model.Doc{Key: "countries/kenya"}, ISO: "KE"}}
	return NewOrder(&Voice{Lang: lang, fallback: "en"}, countries), &model.Entity{Type: "person", Names: model.Words{lang: name}, Aliases: map[string][]string{}}
}

func TestSortName(t *testing.T) {
	for _, tt := range []struct{ lang, name, want string }{
		{"en", "Anthony Eden", "Eden  Anthony"},
		{"en", "Ferdinand de Lesseps", "Lesseps  Ferdinand de"},
		{"fr", "Ferdinand de Lesseps", "Lesseps  Ferdinand de"},
		{"en", "Ludwig van den Berg", "Berg  Ludwig van den"},
		{"en", "Alcide De Gasperi", "De Gasperi  Alcide"},
		{"fr", "Joachim du Bellay", "du Bellay  Joachim"},
		{"fr", "Jean d’Alembert", "Alembert  Jean d’"},
		{"en", "Martin Luther King Jr.", "King  Martin Luther Jr."},
		{"en", "Bashar al-Assad", "Assad  Bashar al-"},
		{"en", "Abdel Fattah El-Sisi", "Sisi  Abdel Fattah El-"},
		{"en", "Jean-Claude Juncker", "Juncker  Jean-Claude"},
		{"en", "Ruth Dreifuss-Meier", "Dreifuss-Meier  Ruth"},
		{"en", "Putin, Vladimir", "Putin, Vladimir"},
		{"en", "Elizabeth II", "Elizabeth II"},
		{"en", "Said Pasha", "Said Pasha"},
		{"en", "Voltaire", "Voltaire"},
		{"es", "Pedro Sánchez", "Sánchez  Pedro"},
		{"es", "Gabriel García Márquez", "Gabriel García Márquez"},
		{"es", "Ferdinand de Lesseps", "Lesseps  Ferdinand de"},
		{"ru", "Владимир Путин", "Путин  Владимир"},
		{"ru", "Владимир Владимирович Путин", "Путин  Владимир Владимирович"},
		{"ru", "Путин Владимир Владимирович", "Путин Владимир Владимирович"},
		{"ru", "Зоран Петрович Станкевич", "Станкевич  Зоран Петрович"},
		{"ru", "Башар аль-Асад", "Асад  Башар аль-"},
		{"uk", "Зеленська Олена Володимирівна", "Зеленська Олена Володимирівна"},
		{"ar", "جمال عبد الناصر", "عبد الناصر  جمال"},
		{"ar", "بشار الأسد", "أسد  بشار"},
		{"ar", "عبد القادر", "عبد القادر"},
		{"he", "דוד בן גוריון", "בן גוריון  דוד"},
		{"fa", "محمدرضا پهلوی", "پهلوی  محمدرضا"},
		{"zh", "斐迪南·德·雷赛布", "斐迪南·德·雷赛布"},
		{"ja", "ウラジーミル・プーチン", "プーチン  ウラジーミル"},
		{"ja", "安倍 晋三", "安倍 晋三"},
		{"ko", "김정은", "김정은"},
		{"ko", "블라디미르 푸틴", "푸틴  블라디미르"},
		{"hu", "Orbán Viktor", "Orbán Viktor"},
		{"vi", "Hồ Chí Minh", "Hồ Chí Minh"},
		{"is", "Katrín Jakobsdóttir", "Katrín Jakobsdóttir"},
	} {
		o, e := person(tt.lang, tt.name)
		if got := o.SortName(e); got != tt.want {
			t.Errorf("%s: %s is sorted as %q, want %q", tt.lang, tt.name, got, tt.want)
		}
		e.Type = "organization"
		if got := o.SortName(e); got != tt.name {
			t.Errorf("%s: the organization %s is sorted as %q", tt.lang, tt.name, got)
		}
	}
	o, e := person("ar", "الأمم المتحدة")
	e.Type = "organization"
	if got := o.SortName(e); got != "أمم المتحدة" {
		t.Errorf("an article is counted: %s", got)
	}
}

// TestSortNameBeyondWords: an alias and the person's countries tell the family name.
func TestSortNameBeyondWords(t *testing.T) {
	for _, tt := range []struct{ name, alias, countries, want string }{
		{"Gabriel García Márquez", "García Márquez", "", "García Márquez  Gabriel"},
		{"Charles de Gaulle", "de Gaulle", "", "Gaulle  Charles de"},
		{"Fidel Castro", "Fidel", "", "Castro  Fidel"},
		{"Mao Zedong", "Mao", "china", "Mao Zedong"},
		{"Mao Zedong", "", "china kenya", "Zedong  Mao"},
		{"Mao Zedong", "", "kenya", "Zedong  Mao"},
	} {
		o, e := person("en", tt.name)
		e.Aliases["en"] = []string{tt.alias}
		for c := range strings.FieldsSeq(tt.countries) {
			e.Tags = append(e.Tags, model.Tag{Key: model.Key("countries/" + c)})
		}
		if got := o.SortName(e); got != tt.want {
			t.Errorf("%+v: %q", tt, got)
		}
	}
}

// TestOwnSort: an editor's key holds in its language, and where the name is the same.
func TestOwnSort(t *testing.T) {
	o, e := person("fr", "Charles Quint")
	e.Names["en"], e.Sort = "Charles V", model.Words{"en": "Habsburg"}
	if got := o.SortName(e); got != "Quint  Charles" {
		t.Errorf("another name: %s", got)
	}
	e.Names["en"] = "Charles Quint"
	if got := o.SortName(e); got != "Habsburg" {
		t.Errorf("the same name: %s", got)
	}
	e.Sort["fr"] = "Charles 05"
	if got := o.SortName(e); got != "Charles 05" {
		t.Errorf("of its own: %s", got)
	}
}

// TestFiledAs: a person's other names stand in the register as they are written.
func TestFiledAs(t *testing.T) {
	o, e := person("en", "Anthony Eden")
	for name, want := range map[string]string{"Anthony Eden": "Eden  Anthony", "Энтони Иден": "Энтони Иден", "Lord Avon": "Lord Avon"} {
		if got := o.FiledAs(e, name); got != want {
			t.Errorf("%s is filed as %q", name, got)
		}
	}
}

// TestOrder is the order of each language's own letters; "|" parts the words.
func TestOrder(t *testing.T) {
	for lang, want := range map[string]string{
		"en":      "Base 2|Base 10|Ebro|Écija|Eden  Anthony|Eden Park",
		"sv":      "Vara|Wien|Zebra|Åland|Älg|Öland",
		"da":      "Alpha|Zulu|Ære|Øre|Aarhus",
		"nb":      "Alpha|Zulu|Ære|Øre|Aarhus",
		"cs":      "Cíl|Čas|Hora|Cheb|Ivan|Rok|Řím",
		"es":      "Nube|Nzo|Ñame|Oso",
		"pl":      "Cyna|Ćma|Lwów|Łódź|Mama|Zebra|Źrebię|Żaba",
		"lt":      "Iksas|Ilgas|Yra|Irk|Jonas",
		"uk":      "Гора|Ґанок|Дім|Ева|Єва|Жук|Ирій|Іван|Їжак|Йод",
		"kk":      "Аға|Әже|Бал|Гүл|Ғалым|Кеме|Қала|Наз|Ораз|Өрік|Уақыт|Ұлт|Үй",
		"tr":      "Can|Çan|Irak|İzmir|Oz|Öz|Sam|Şam",
		"de":      "Apfel|Äpfel|Azur|Straße|Zug",
		"uz":      "Osh|Samarqand|Zomin|Oʻsh|Gʻazna|Shahar|Chirchiq",
		"vi":      "An|Ăn|Ân|Dương|Đà",
		"zh":      "阿富汗|北京|俄罗斯|美国|日本|印度|中国",
		"zh-Hant": "中國|日本|北京|印度|美國",
		"yue":     "中國|日本|北京|印度|美國",
		"ja":      "あさひ|アメリカ|カーテン|ガーナ|かさ|ロシア|英国|日本",
		"ko":      "가나|미국|일본|한국",
		"th":      "กรุงเทพ|แก่ง|ชล|เชียงใหม่|ไทย",
		"ar":      "آسيا|ألمانيا|إيران|باكستان|تونس",
		"fa":      "آلمان|ایران|پاکستان|چین|ژاپن|کویت|گرجستان|واتیکان|هند",
		"hi":      "अमेरिका|कनाडा|भारत",
	} {
		o, words := NewOrder(&Voice{Lang: lang}, nil), strings.Split(want, "|")
		got := slices.Clone(words)
		slices.Reverse(got)
		slices.SortFunc(got, func(a, b string) int { return bytes.Compare(o.Key(a), o.Key(b)) })
		if !slices.Equal(got, words) {
			t.Errorf("%s: %s", lang, strings.Join(got, "|"))
		}
	}
}
