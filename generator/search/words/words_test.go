package words

import (
	"slices"
	"strings"
	"testing"
)

func TestWordsOfTexts(t *testing.T) {
	for _, test := range []struct{ lang, text, want string }{
		{"fr", "L'attaque, l’État; aujourd'hui", "l attaque l état aujourd hui"},
		{"en", "Putin's “war” o’clock 3.5-inch", "putin s war o clock 3 5 inch"},
		{"en", "Nagorno-Karabakh Hi\u00adghway", "nagorno karabakh highway"},
		{"uk", "п'ять п’ять Пʼять ‘мир’", "пять пять пять мир"},
		{"uz", "Oʻzbekiston O'zbekiston o‘g‘il Gʻuzor so'm", "ozbekiston ozbekiston ogil guzor som"},
		{"en", "O'Brien Oʻzbek", "o brien ozbek"},
		{"he", "צה״ל צה\"ל שָׁלוֹם ג׳ורג'", "צהל צהל שלום גורג"},
		{"hy", "Ի՞նչ Երևա՛ն", "ինչ երևան"},
		{"ar", "مُحَمَّد كـتـاب ٢٠٢٤ ۲۰", "محمد كتاب 2024 20"},
		{"hi", "२०२४ हिन्दी", "2024 हिन्दी"},
		{"zh", "2024年中国人，我", "2024 年中 中国 国人 我"},
		{"ja", "東京タワー", "東京 京タ タワ ワー"},
		{"th", "ไทย", "ไท ทย"},
		{"ko", "한국이 서울", "한국 국이 서울"},
		{"tr", "İSTANBUL IRAK iki", "istanbul ırak iki"},
		{"en", "İstanbul IRAQ", "istanbul iraq"},
		{"de", "Straße ÄRZTE", "straße ärzte"},
		{"ru", "Ёлка, СССР", "елка ссср"},
		{"ro", "Țară și ţară", "ţară şi ţară"},
		{"en", "  — … ' \u00ad", ""},
	} {
		var got []string
		New(test.lang).Each(test.text, func(word []byte, start, end int) {
			if start < 0 || end > len(test.text) || start >= end {
				t.Errorf("%s: %q stands at %d to %d of %q", test.lang, word, start, end, test.text)
			}
			got = append(got, string(word))
		})
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%s: the words of %q are %q, not %q", test.lang, test.text, s, test.want)
		}
	}
}

func TestLastOfARun(t *testing.T) {
	text, got := "大桥通车, 河 ok 运河", []string(nil)
	New("zh").Each(text, func(_ []byte, from, to int) { got = append(got, Last(text, from, to)) })
	if want := []string{"", "", "车", "", "", "河"}; !slices.Equal(got, want) {
		t.Errorf("runs end with %q, not %q", got, want)
	}
}

func TestWordsStandWhereTheyAre(t *testing.T) {
	text := "Der «Straßen-Krieg» 中国人"
	var got []string
	New("de").Each(text, func(_ []byte, start, end int) { got = append(got, text[start:end]) })
	if want := []string{"Der", "Straßen", "Krieg", "中国", "国人"}; !slices.Equal(got, want) {
		t.Errorf("words stand at %q, not %q", got, want)
	}
}

func TestKeys(t *testing.T) {
	for _, test := range []struct{ lang, word, key, plain string }{
		{"en", "attacks", "attack", ""},
		{"en", "dying", "die", ""},
		{"fr", "généraux", "general", ""},
		{"pt", "negociações", "negoc", "negociac"},
		{"es", "autorización", "autoriz", "autorizacion"},
		{"ru", "саммита", "самм", ""},
		{"ru", "саммит", "самм", ""},
		{"de", "häuser", "haus", ""},
		{"tr", "leri", "leri", ""},
		{"no", "krigene", "krig", ""},
		{"nb-NO", "krigene", "krig", ""},
		{"nn", "krigane", "krig", ""},
		{"ro", "naţiunile", "natiun", ""},
		{"uk", "київ", "київ", ""},
		{"pl", "łódź", "lodz", ""},
		{"xx", "words", "words", ""},
	} {
		if key, plain := New(test.lang).Keys(test.word); key != test.key || plain != test.plain {
			t.Errorf("%s: the keys of %q are %q and %q, not %q and %q", test.lang, test.word, key, plain, test.key, test.plain)
		}
	}
}

// TestInflectedFormsShareAKey holds what readers look for.
func TestInflectedFormsShareAKey(t *testing.T) {
	for lang, groups := range map[string][]string{
		"en": {"attack attacks attacked attacking", "negotiation negotiations"},
		"fr": {"soldat soldats", "attaque attaques"},
		"ru": {"саммит саммита саммиты саммитов", "база базы базой"},
		"es": {"ataque ataques", "soldado soldados"},
		"de": {"angriff angriffe angriffen angriffs", "vertrag vertrags"},
		"it": {"attacco attacchi", "soldato soldati"},
		"pt": {"soldado soldados", "tratado tratados"},
		"nl": {"verdrag verdragen"},
		"hu": {"katona katonák katonának"},
		"tr": {"asker askerler askerleri"},
		"ar": {"الجيش بالجيش"},
		"sv": {"soldat soldater soldaterna"},
		"da": {"soldat soldater soldaterne"},
		"no": {"soldat soldater soldatene"},
	} {
		for _, group := range groups {
			first := ""
			for word := range strings.FieldsSeq(group) {
				key, _ := New(lang).Keys(word)
				if first == "" {
					first = key
				}
				if key != first {
					t.Errorf("%s: %q has the key %q, the first of %q has %q", lang, word, key, group, first)
				}
			}
		}
	}
}

func TestFold(t *testing.T) {
	for word, want := range map[string]string{
		"": "", "kyiv2": "kyiv2", "été": "ete", "straße": "strasse", "łódź": "lodz", "þórr": "thorr", "cæsar": "caesar", "ırak": "irak",
		"αθήνα": "αθηνα", "πόλις": "πολισ", "київ": "київ", "ґанок": "ганок", "йод": "йод", "إسلامية": "اسلاميه", "کتابی": "كتابي",
		"việt": "viet", "中国": "中国",
	} {
		if got := Fold(word); got != want {
			t.Errorf("%q is folded to %q, not %q", word, got, want)
		}
	}
}

func TestSlightWordsAreFolded(t *testing.T) {
	for tag, word := range map[string]string{"en": "who", "fr-CA": "ou", "nb": "hva", "ru": "году", "zh": "年"} {
		if got := Slight(tag); !slices.Contains(got, word) {
			t.Errorf("%s: %q is not among %q", tag, word, got)
		}
	}
	if got := Slight("xx"); len(got) > 0 {
		t.Errorf("a language that is not known has %q", got)
	}
}

// Letters of which Fold does not ask are those that it leaves as they are.
func TestFoldLeaves(t *testing.T) {
	for r := rune(0); r < 0x3000; r++ {
		if !mayFold(r) {
			if got := Fold("á" + string(r)); got != "a"+string(r) {
				t.Errorf("%q becomes %q", "á"+string(r), got)
			}
		}
	}
}
