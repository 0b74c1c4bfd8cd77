package edtf

import (
	"regexp"
	"unicode"
)

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

// calendars are those other than the Gregorian one in which editors may write a date.
var calendars = []foreign{
	{name: "Buddhist", signs: []string{"พ.ศ.", "พ.ศ", "พุทธศักราช"}, script: unicode.Thai, from: 2400, to: 2700},
	{
		name: "Persian", signs: []string{"هجری شمسی", "خورشیدی", "ه.ش", "ه. ش"}, digits: '۰', from: 1200, to: 1499,
		months: [12]string{"فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"},
		words:  "farvardin ordibehesht khordad mordad shahrivar aban azar bahman esfand حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت",
	},
	{
		name: "Islamic", signs: []string{"هجري", "هجرية", "هـ", "ه.ق", "ه. ق", "قمری", "ربيع الأول", "ربيع الآخر", "ربيع الثاني", "جمادى", "ذو القعدة", "ذو الحجة"},
		digits: '٠', from: 1200, to: 1499,
		words: "ah hijri محرم صفر رجب شعبان رمضان شوال muharram safar rajab shaban ramadan ramazan shawwal мухаррам раджаб шаабан рамадан шавваль",
	},
	{
		name:  "Hebrew",
		year:  regexp.MustCompile(`(^|\s|[ה׳'])ת[רש][א-ת]?["״][א-ת]$`), // 1840 to 2039
		words: "תשרי חשוון חשון כסלו טבת שבט אדר ניסן אייר סיוון סיון תמוז אב אלול tishrei heshvan cheshvan kislev tevet shevat iyar sivan tammuz elul",
	},
	{name: "Hindu", signs: []string{"संवत", "शक संवत"}, words: "samvat saka"},
	{name: "Japanese", signs: []string{"令和", "平成", "昭和", "大正", "明治"}, words: "reiwa heisei shōwa showa taishō taisho meiji"},
	{name: "Minguo", signs: []string{"民國", "民国"}, words: "minguo"},
	{name: "Julian", signs: []string{"ст. ст.", "ст.ст.", "старому стилю", "старого стиля", "старого стилю", "old style", "o.s."}, words: "julian julien юлианский"},
	{name: "French Republican", words: "vendémiaire brumaire frimaire nivôse pluviôse ventôse germinal floréal prairial messidor thermidor fructidor"},
}

// eraYears are the eras whose years are counted from another one, by name: the year
// before the first, and the years for which the months are ours.
var eraYears = map[string]struct{ before, from, to int }{
	"明治": {1867, 6, 45}, "大正": {1911, 1, 15}, "昭和": {1925, 1, 64}, "平成": {1988, 1, 31}, "令和": {2018, 1, 200},
	"民國": {1911, 1, 200}, "民国": {1911, 1, 200},
	"中華民國": {1911, 1, 200}, "中华民国": {1911, 1, 200},
}
