package typography

import "strings"

// pair are the two quotation marks around a quotation.
type pair struct{ open, shut string }

// Language is what a language wants of a text. The zero value wants what all
// languages do.
type Language struct {
	outer, inner pair            // quotation marks; none: as typed
	french       bool            // spaces before : ; ! ? and inside « »
	dash         bool            // a dash never begins a line
	letters      map[rune]bool   // words of one letter, which never end a line
	months       map[string]bool // as they stand in dates
	monthFirst   bool            // November 28, besides 28 November
	ordinal      bool            // 28. November
	units        map[string]bool // besides those of all languages
	thousands    string          // what the space inside a number becomes
	shortened    map[string]bool // words that begin with an apostrophe
	yearEnds     map[string]bool // of years of two digits with an apostrophe before them
	solid        bool            // no spaces between words
}

// units stand behind their number in all languages.
var units = set("km m cm mm kg g t ha kW MW GW km² m²")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		m[word] = true
	}
	return m
}

func letters(s string) map[rune]bool {
	m := map[rune]bool{}
	for _, r := range s {
		m[r] = true
	}
	return m
}

// The commonest pairs of quotation marks.
var (
	high    = pair{"“", "”"}
	single  = pair{"‘", "’"}
	angles  = pair{"«", "»"}
	low     = pair{"„", "“"}
	lowHigh = pair{"„", "”"}
	lowOne  = pair{"‚", "‘"}
	corners = pair{"「", "」"}
)

// quotes are the quotation marks of languages by base tag: outer and inner, as
// CLDR has them (quotationStart and alternateQuotationStart), but for the inner
// French ones (Imprimerie nationale) and Chinese, where straight marks stand
// for curly ones in either script. Languages that are not here, Arabic and
// Hebrew among them, keep what is typed.
var quotes = map[string][2]pair{
	"en": {high, single}, "zh": {high, single}, "ko": {high, single}, "tr": {high, single}, "pt": {high, single}, "vi": {high, single},
	"id": {high, single}, "ms": {high, single}, "hi": {high, single}, "th": {high, single}, "nl": {high, single}, "ga": {high, single},
	"ja": {corners, {"『", "』"}},
	"fr": {{"«" + narrow, narrow + "»"}, high},
	"ru": {angles, low}, "uk": {angles, low}, "be": {angles, low}, "kk": {angles, low}, "ky": {angles, low}, "tg": {angles, low},
	"es": {angles, high}, "it": {angles, high}, "ca": {angles, high}, "el": {angles, high},
	"hy": {angles, angles}, "fa": {angles, {"‹", "›"}}, "az": {angles, {"‹", "›"}},
	"nb": {angles, single}, "no": {angles, single}, "nn": {angles, single},
	"de": {low, lowOne}, "cs": {low, lowOne}, "sk": {low, lowOne}, "sl": {low, lowOne}, "bg": {low, low}, "ka": {low, lowOne},
	"is": {low, lowOne}, "lt": {low, low}, "lv": {low, low}, "et": {low, low}, "mk": {low, lowOne},
	"pl": {lowHigh, angles}, "ro": {lowHigh, angles}, "hu": {lowHigh, {"»", "«"}}, "sr": {lowHigh, {"‘", "’"}}, "hr": {lowHigh, {"‚", "’"}},
	"sv": {{"”", "”"}, {"’", "’"}}, "fi": {{"”", "”"}, {"’", "’"}}, "da": {high, single},
}

const (
	russianYears = " год года году годом годы годов лет г гг вв тыс млн млрд трлн человек км км² м кг га т "
	ukrainian    = " рік року році роком роки років тис млн млрд осіб км км² м кг га т "
	belarusian   = " год года годзе годам гады гадоў тыс млн млрд км м кг га т "
)

// Of gives what the language of a BCP 47 tag wants.
func Of(lang string) *Language {
	base, region, _ := strings.Cut(lang, "-")
	t := &Language{outer: quotes[base][0], inner: quotes[base][1]}
	switch base {
	case "zh", "ja", "yue":
		t.solid = true
	case "en":
		t.months = set("January February March April May June July August September October November December")
		t.monthFirst = true
		t.shortened = set("tis twas twere twill twould em n til neath")
		t.units = set("million billion trillion")
	case "fr":
		t.months = set("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")
		t.french = region != "CA"
		t.thousands = narrow
		t.units = set("millions milliards")
	case "de":
		t.months = set("Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember")
		t.ordinal = true
		t.shortened = set("s n ne")
		t.yearEnds = set("er ern ers")
	case "nl", "af":
		t.months = set("januari februari maart april mei juni juli augustus september oktober november december")
		t.shortened = set("s t n k m")
	case "es":
		t.months = set("de") // 28 de noviembre
	case "pt":
		t.months = set("de")
	case "it":
		t.months = set("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre")
	case "pl":
		t.months = set("stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia")
		t.letters = letters("wziouaWZIOUA")
		t.thousands = noBreak
	case "cs":
		t.months = set("ledna února března dubna května června července srpna září října listopadu prosince")
		t.ordinal, t.letters, t.thousands = true, letters("kosuvziKOSUVZI"), noBreak
	case "sk":
		t.months = set("januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra")
		t.ordinal, t.letters, t.thousands = true, letters("kosuvziKOSUVZI"), noBreak
	case "ru":
		t.months = set("января февраля марта апреля мая июня июля августа сентября октября ноября декабря")
		t.dash, t.thousands = true, noBreak
		t.letters = letters("вксуоаияВКСУОАИЯ")
		t.units = set(russianYears)
	case "uk":
		t.months = set("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня")
		t.dash, t.thousands = true, noBreak
		t.letters = letters("взуіїйєяоаВЗУІЇЙЄЯОА")
		t.units = set(ukrainian)
	case "be":
		t.months = set("студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня")
		t.dash, t.thousands = true, noBreak
		t.letters = letters("узіўйяоаУЗІЎЙЯОА")
		t.units = set(belarusian)
	}
	return t
}
