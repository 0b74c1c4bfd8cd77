package edtf

import (
	"regexp"
	"unicode"
)

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
