package edtf

// language is what is known of how editors write dates in a language, beyond CLDR's names
// of months: it serves suggestions, and all of it is in lower case.
type language struct {
	tag string // base language

	months [12]string      // further forms of the months, spaces between; those of CLDR need no mention
	hints  map[string]hint // other words of dates, as editors write them
	bc, ad []string        // what has several words
}

// languages are those of which something is known. A further language is an entry here. A word with
// different meanings in two languages is left out, or has that of the first.
var languages = []language{
	{
		tag: "en",
		hints: map[string]hint{
			"of": hintNoise, "the": hintNoise, "in": hintNoise, "on": hintNoise, "st": hintNoise, "nd": hintNoise,
			"rd": hintNoise, "th": hintNoise,
			"circa": hintAbout, "ca": hintAbout, "c": hintAbout, "about": hintAbout, "around": hintAbout,
			"approx": hintAbout, "approximately": hintAbout,
			"uncertain": hintUncertain, "possibly": hintUncertain, "probably": hintUncertain, "perhaps": hintUncertain,
			"early": hintEarly, "mid": hintMid, "middle": hintMid, "late": hintLate, "end": hintEnd, "century": hintCentury, "centuries": hintCentury,
			"spring": hintSpring, "summer": hintSummer, "autumn": hintAutumn, "fall": hintAutumn, "winter": hintWinter,
			"since": hintSince, "from": hintSince, "until": hintUntil, "till": hintUntil, "to": hintUntil,
			"s": hintDecade, "bc": hintBC, "bce": hintBC, "ad": hintAD, "ce": hintAD,
			"present": hintOpen, "now": hintOpen, "today": hintOpen, "ongoing": hintOpen, "open": hintOpen,
			"unknown": hintUnknown,
		},
	},
	{
		tag: "fr",
		hints: map[string]hint{
			"le": hintNoise, "la": hintNoise, "les": hintNoise, "l": hintNoise, "d": hintNoise, "en": hintNoise,
			"er":   hintNoise,
			"vers": hintAbout, "environ": hintAbout,
			"incertain": hintUncertain, "incertaine": hintUncertain, "date": hintNoise, "probablement": hintUncertain,
			"début": hintEarly, "mi": hintMid, "fin": hintLate,
			"printemps": hintSpring, "été": hintSummer, "automne": hintAutumn, "hiver": hintWinter,
			"depuis": hintSince, "dès": hintSince, "du": hintSince, "de": hintSince,
			"jusqu": hintUntil, "à": hintUntil, "au": hintUntil, "aux": hintUntil,
			"années": hintDecade, "siècle": hintCentury, "inconnu": hintUnknown, "inconnue": hintUnknown,
		},
		bc: []string{"av. j.-c."}, ad: []string{"apr. j.-c."},
	},
	{
		tag: "ru",
		hints: map[string]hint{
			"г": hintNoise, "год": hintNoise, "года": hintNoise, "году": hintNoise, "го": hintNoise, "в": hintNoise,
			"около": hintAbout, "ок": hintAbout, "примерно": hintAbout,
			"возможно": hintUncertain, "вероятно": hintUncertain,
			"начало": hintEarly, "начала": hintEarly, "начале": hintEarly,
			"середина": hintMid, "середины": hintMid, "середине": hintMid,
			"конец": hintLate, "конца": hintLate, "конце": hintLate,
			"весна": hintSpring, "весны": hintSpring, "весной": hintSpring,
			"лето": hintSummer, "лета": hintSummer, "летом": hintSummer,
			"осень": hintAutumn, "осени": hintAutumn, "осенью": hintAutumn,
			"зима": hintWinter, "зимы": hintWinter, "зимой": hintWinter,
			"с": hintSince, "со": hintSince, "от": hintSince, "до": hintUntil, "по": hintUntil,
			"е": hintDecade, "х": hintDecade, "годы": hintDecade, "годов": hintDecade,
			"неизвестно": hintUnknown, "век": hintCentury, "века": hintCentury, "веке": hintCentury,
		},
		bc: []string{"до н. э.", "до н.э."}, ad: []string{"н. э.", "н.э."},
	},
	{
		tag:    "es",
		months: [12]string{8: "setiembre"},
		hints: map[string]hint{
			"el": hintNoise, "del": hintNoise, "a": hintNoise, "año": hintNoise, "hacia": hintAbout,
			"principios": hintEarly, "mediados": hintMid, "finales": hintLate, "fines": hintLate,
			"primavera": hintSpring, "verano": hintSummer, "otoño": hintAutumn, "invierno": hintWinter,
			"desde": hintSince, "hasta": hintUntil, "años": hintDecade, "siglo": hintCentury, "década": hintDecade,
		},
		bc: []string{"a. de c.", "a. c.", "a.c."}, ad: []string{"d. c.", "d.c."},
	},
	{
		tag:    "de",
		months: [12]string{0: "jänner"},
		hints: map[string]hint{
			"der": hintNoise, "den": hintNoise, "dem": hintNoise, "im": hintNoise, "am": hintNoise,
			"um": hintAbout, "etwa": hintAbout, "anfang": hintEarly, "mitte": hintMid, "ende": hintLate,
			"frühling": hintSpring, "frühjahr": hintSpring, "sommer": hintSummer, "herbst": hintAutumn,
			"seit": hintSince, "ab": hintSince, "jahrhundert": hintCentury, "jahrhunderts": hintCentury, "bis": hintUntil,
		},
		bc: []string{"v. chr.", "v.chr."}, ad: []string{"n. chr.", "n.chr."},
	},
	{
		tag: "it",
		hints: map[string]hint{
			"il": hintNoise, "di": hintNoise, "nel": hintNoise, "verso": hintAbout,
			"inizio": hintEarly, "metà": hintMid, "fine": hintLate,
			"estate": hintSummer, "autunno": hintAutumn, "inverno": hintWinter, "dal": hintSince, "al": hintUntil, "secolo": hintCentury,
		},
	},
	{
		tag: "pt",
		hints: map[string]hint{
			"em": hintNoise, "o": hintNoise, "cerca": hintAbout, "início": hintEarly, "meados": hintMid, "final": hintLate,
			"verão": hintSummer, "outono": hintAutumn, "século": hintCentury, "até": hintUntil,
		},
	},
	{
		tag: "uk",
		hints: map[string]hint{
			"р": hintNoise, "рік": hintNoise, "року": hintNoise, "році": hintNoise, "близько": hintAbout,
			"приблизно": hintAbout, "початок": hintEarly, "початку": hintEarly, "кінець": hintLate, "кінця": hintLate,
			"навесні": hintSpring, "літо": hintSummer, "літа": hintSummer, "влітку": hintSummer,
			"осінь": hintAutumn, "восени": hintAutumn, "взимку": hintWinter, "з": hintSince, "від": hintSince, "роки": hintDecade, "століття": hintCentury, "ст": hintCentury,
		},
		bc: []string{"до н. е.", "до н.е."},
	},
	{
		tag: "pl",
		hints: map[string]hint{
			"r": hintNoise, "rok": hintNoise, "roku": hintNoise, "w": hintNoise, "około": hintAbout, "ok": hintAbout,
			"początek": hintEarly, "połowa": hintMid, "koniec": hintLate, "wiosna": hintSpring, "wiosną": hintSpring,
			"lato": hintSummer, "latem": hintSummer, "jesień": hintAutumn, "jesienią": hintAutumn, "zima": hintWinter,
			"zimą": hintWinter, "od": hintSince, "do": hintUntil, "wiek": hintCentury, "wieku": hintCentury,
		},
		bc: []string{"p. n. e.", "p.n.e."},
	},
	{
		tag:    "ar",
		months: [12]string{3: "إبريل"},
		hints: map[string]hint{
			"في": hintNoise, "عام": hintNoise, "سنة": hintNoise, "نحو": hintAbout, "حوالي": hintAbout,
			"ربيع": hintSpring, "صيف": hintSummer, "خريف": hintAutumn, "شتاء": hintWinter, "منذ": hintSince, "قرن": hintCentury, "القرن": hintCentury, "حتى": hintUntil,
		},
		bc: []string{"ق. م.", "ق.م"},
	},
}
