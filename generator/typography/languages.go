package typography

import "strings"

// pair are the two quotation marks around a quotation, quotes those of a language.
type (
	pair   struct{ open, shut string }
	quotes struct{ outer, inner pair } // none: as typed
)

// Language is what a language wants of a text. The zero value wants what all
// languages do.
type Language struct {
	quotes
	french     bool            // spaces before : ; ! ? and inside « »
	dash       bool            // a dash never begins a line
	letters    map[rune]bool   // words of one letter, which never end a line
	months     map[string]bool // as they stand in dates
	monthFirst bool            // November 28, besides 28 November
	ordinal    bool            // 28. November
	units      map[string]bool // besides those of all languages
	thousands  string          // what the space inside a number becomes
	shortened  map[string]bool // words that begin with an apostrophe
	yearEnds   map[string]bool // of years of two digits with an apostrophe before them
	solid      bool            // no spaces between words
	shortening [2]string       // marks behind a shortened word and inside of one made of first letters: ג׳, צה״ל
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

// The commonest quotation marks.
var (
	high    = pair{"“", "”"}
	single  = pair{"‘", "’"}
	angles  = pair{"«", "»"}
	low     = pair{"„", "“"}
	lowHigh = pair{"„", "”"}
	lowOne  = pair{"‚", "‘"}
	spaced  = pair{"«" + narrow, narrow + "»"}

	english = quotes{high, single}
	russian = quotes{angles, low}
	spanish = quotes{angles, high}
	german  = quotes{low, lowOne}
	nordic  = quotes{angles, single}
	swedish = quotes{pair{"”", "”"}, pair{"’", "’"}}
	eastern = quotes{angles, pair{"‹", "›"}}
)

const (
	frenchMonths = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
	frenchUnits  = "millions milliards"
	dutchMonths  = "januari februari maart april mei juni juli augustus september oktober november december"
	dutchShort   = "s t n k m"
)

// languages are all that is known of languages, by base language, and by tag of
// a variety that wants something else. A further language is an entry here, with
// as much as is known of it.
//
// Quotation marks are as CLDR has them (quotationStart and
// alternateQuotationStart), but for the inner French ones (Imprimerie nationale),
// Chinese, where straight marks stand for curly ones in either script, and Arabic:
// its press has « », which turn with the text; the ” “ of CLDR do not. Languages
// without, Urdu among them, keep what is typed.
var languages = map[string]*Language{
	"en": {
		quotes:     english,
		months:     set("January February March April May June July August September October November December"),
		monthFirst: true,
		shortened:  set("tis twas twere twill twould em n til neath"),
		units:      set("million billion trillion"),
	},
	"fr": {
		quotes: quotes{spaced, high}, french: true,
		months: set(frenchMonths), thousands: narrow, units: set(frenchUnits),
	},
	"fr-CA": {
		quotes: quotes{spaced, high},
		months: set(frenchMonths), thousands: narrow, units: set(frenchUnits),
	},
	"de": {
		quotes:    german,
		months:    set("Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember"),
		ordinal:   true,
		shortened: set("s n ne"),
		yearEnds:  set("er ern ers"),
	},
	"nl": {quotes: english, months: set(dutchMonths), shortened: set(dutchShort)},
	"af": {months: set(dutchMonths), shortened: set(dutchShort)},
	"es": {quotes: spanish, months: set("de")}, // 28 de noviembre
	"pt": {quotes: english, months: set("de")},
	"it": {
		quotes: spanish,
		months: set("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
	},
	"pl": {
		quotes:  quotes{lowHigh, angles},
		months:  set("stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"),
		letters: letters("wziouaWZIOUA"), thousands: noBreak,
	},
	"cs": {
		quotes:  german,
		months:  set("ledna února března dubna května června července srpna září října listopadu prosince"),
		ordinal: true, letters: letters("kosuvziKOSUVZI"), thousands: noBreak,
	},
	"sk": {
		quotes:  german,
		months:  set("januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra"),
		ordinal: true, letters: letters("kosuvziKOSUVZI"), thousands: noBreak,
	},
	"ru": {
		quotes: russian,
		months: set("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
		dash:   true, letters: letters("вксуоаияВКСУОАИЯ"), thousands: noBreak,
		units: set("год года году годом годы годов лет г гг вв тыс млн млрд трлн человек км км² м кг га т"),
	},
	"uk": {
		quotes: russian,
		months: set("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"),
		dash:   true, letters: letters("взуіїйєяоаВЗУІЇЙЄЯОА"), thousands: noBreak,
		units: set("рік року році роком роки років тис млн млрд осіб км км² м кг га т"),
	},
	"be": {
		quotes: russian,
		months: set("студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня"),
		dash:   true, letters: letters("узіўйяоаУЗІЎЙЯОА"), thousands: noBreak,
		units: set("год года годзе годам гады гадоў тыс млн млрд км м кг га т"),
	},
	"zh":  {quotes: english, solid: true},
	"ja":  {quotes: quotes{pair{"「", "」"}, pair{"『", "』"}}, solid: true},
	"yue": {solid: true},
	"ko":  {quotes: english}, "tr": {quotes: english}, "vi": {quotes: english}, "id": {quotes: english}, "ms": {quotes: english},
	"hi": {quotes: english}, "th": {quotes: english}, "ga": {quotes: english}, "da": {quotes: english},
	"kk": {
		quotes: russian,
		months: set("қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан " +
			"қаңтарда ақпанда наурызда сәуірде мамырда маусымда шілдеде тамызда қыркүйекте қазанда қарашада желтоқсанда " +
			"қаңтардағы ақпандағы наурыздағы сәуірдегі мамырдағы маусымдағы шілдедегі тамыздағы қыркүйектегі қазандағы қарашадағы желтоқсандағы"),
	},
	"ky": {quotes: russian}, "tg": {quotes: russian},
	"ca": {quotes: spanish}, "el": {quotes: spanish},
	"nb": {quotes: nordic}, "no": {quotes: nordic}, "nn": {quotes: nordic},
	"sl": {quotes: german}, "ka": {quotes: german}, "is": {quotes: german}, "mk": {quotes: german},
	"bg": {quotes: quotes{low, low}}, "lt": {quotes: quotes{low, low}}, "lv": {quotes: quotes{low, low}}, "et": {quotes: quotes{low, low}},
	"sv": {quotes: swedish}, "fi": {quotes: swedish},
	"hy": {quotes: quotes{angles, angles}},
	"ar": {quotes: eastern}, "fa": {quotes: eastern}, "az": {quotes: eastern}, "am": {quotes: eastern},
	"he": {quotes: swedish, shortening: [2]string{"׳", "״"}},
	"uz": {quotes: english}, "bn": {quotes: english}, "ta": {quotes: english}, "te": {quotes: english}, "mr": {quotes: english},
	"my": {quotes: english}, "km": {quotes: english}, "lo": {quotes: english}, "mn": {quotes: english},
	"ro": {quotes: quotes{lowHigh, angles}}, "hu": {quotes: quotes{lowHigh, pair{"»", "«"}}},
	"sr": {quotes: quotes{lowHigh, single}}, "hr": {quotes: quotes{lowHigh, pair{"‚", "’"}}},
}

// unknown is every language that has no entry.
var unknown = &Language{}

// Of gives what the language of a BCP 47 tag wants.
func Of(lang string) *Language {
	base, _, _ := strings.Cut(lang, "-")
	for _, tag := range []string{lang, base} {
		if l := languages[tag]; l != nil {
			return l
		}
	}
	return unknown
}
