package iso3166

import (
	"strings"
	"sync"
)

// fallback is the language whose names the IDs are made of.
const fallback = "en"

// abbreviations are those of names in lists, by base language.
var abbreviations = map[string]*strings.Replacer{
	"en": strings.NewReplacer(" & ", " and ", "St. ", "Saint "),
}

// variants are well-known names of countries in use that CLDR does not have
// beside its own, by base language: a line a country, with its code. They are
// full and short forms, and names that have changed. Former names of other
// states, and those of a part, are no names of a country here.
var variants = map[string]string{
	"en": `US United States of America|USA
GB Great Britain|Britain
RU Russian Federation
KG Kyrgyz Republic
MD Republic of Moldova
KR Republic of Korea
KP DPRK
CN People’s Republic of China|PRC
CD Democratic Republic of the Congo|DR Congo
CG Republic of the Congo
AE UAE
VN Viet Nam`,
	"fr": `US États-Unis d’Amérique
GB Grande-Bretagne
RU Fédération de Russie
BY Bélarus
KG Kirghizistan|Kirghizie
MD Moldova
CD République démocratique du Congo|RDC
CN République populaire de Chine`,
	"de": `US Vereinigte Staaten von Amerika
GB Großbritannien
RU Russische Föderation
BY Weißrussland
KG Kirgistan
MD Moldau|Moldawien
MM Birma|Burma
CD DR Kongo|Demokratische Republik Kongo
CN Volksrepublik China`,
	"es": `US Estados Unidos de América|EEUU|EE.UU.
GB Gran Bretaña
RU Federación Rusa|Federación de Rusia
BY Belarús
CN República Popular China`,
	"it": `US Stati Uniti d’America
GB Gran Bretagna
MM Birmania`,
	"pt": `US Estados Unidos da América
GB Grã-Bretanha
BY Belarus
MM Birmânia`,
	"nl": `US Verenigde Staten van Amerika
GB Groot-Brittannië
BY Wit-Rusland
MM Birma`,
	"sv": "BY Vitryssland\nMM Burma", "da": "BY Hviderusland", "nb": "BY Hviterussland\nMM Burma",
	"cs": "GB Velká Británie\nMM Barma", "hu": "BY Fehéroroszország\nGB Nagy-Britannia", "tr": "BY Beyaz Rusya\nGB Büyük Britanya",
	"ru": `RU Российская Федерация|РФ
US Соединённые Штаты Америки
KG Кыргызстан
BY Белоруссия
MD Молдавия
TM Туркмения
CI Берег Слоновой Кости
NL Голландия
CN КНР
KP Северная Корея
KR Южная Корея
CD ДР Конго
AE Объединённые Арабские Эмираты
DE ФРГ`,
	"uk": `RU Російська Федерація|РФ
GB Британія|Сполучене Королівство
BY Білорусія
KG Киргизія
MD Молдавія
NL Голландія
CN КНР
KP КНДР
AE ОАЕ`,
	"ar": `US الولايات المتحدة الأمريكية
GB بريطانيا
BY روسيا البيضاء|بيلاروسيا
KG قرغيزستان`,
	"fa": "US ایالات متحدهٔ آمریکا|آمریکا\nGB انگلستان",
	"zh": "KP 北朝鲜|北韩\nKR 南韩\nRU 俄罗斯联邦\nUS 美利坚合众国\nCN 中华人民共和国",
	"ja": "US 米国\nRU ロシア連邦\nCN 中華人民共和国\nKR 大韓民国",
}

// variantsIn are the variants of a base language by alpha-2 code.
func variantsIn(lang string) map[string][]string {
	byCode := map[string][]string{}
	for line := range strings.Lines(variants[lang]) {
		code, names, _ := strings.Cut(strings.TrimSpace(line), " ")
		byCode[code] = strings.Split(names, "|")
	}
	return byCode
}

// name holds what one language calls one country.
type name struct {
	full    string
	aliases []string
}

// languages maps each language to its names by alpha-2 code, parsed when first
// asked for.
var languages = sync.OnceValue(func() map[string]func() map[string]name {
	files, err := tables.ReadDir("data")
	if err != nil {
		panic(err)
	}
	byTag := map[string]func() map[string]name{}
	for _, f := range files {
		lang := strings.TrimSuffix(f.Name(), ".tsv")
		if lang == codesTable {
			continue
		}
		byTag[lang] = sync.OnceValue(func() map[string]name {
			byCode, more := map[string]name{}, variantsIn(lang)
			for _, row := range rows(lang) {
				byCode[row[0]] = name{full: row[1], aliases: append(row[2:], more[row[0]]...)}
			}
			return byCode
		})
	}
	return byTag
})

// namesIn returns the names in the base language of a tag, by alpha-2 code.
func namesIn(tag string) (byCode map[string]name, ok bool) {
	parse, ok := languages()[baseOf(tag)]
	if !ok {
		return nil, false
	}
	return parse(), true
}

func baseOf(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	return strings.ToLower(base)
}
