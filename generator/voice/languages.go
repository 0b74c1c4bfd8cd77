package voice

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// casing is what a language wants of its capitals. The zero value wants what all
// languages do.
type casing struct {
	digraph   string              // two letters that are capitals together: "IJsland"
	noAccents bool                // letters that head lists have none
	special   unicode.SpecialCase // capitals of its own
}

// casings are those by base language. A further language is an entry here.
var casings = map[string]casing{
	"nl": {digraph: "ij"},
	"el": {noAccents: true},
	"tr": {special: unicode.TurkishCase},
	"az": {special: unicode.AzeriCase},
}

// casingOf is what the language of a BCP 47 tag wants.
func casingOf(tag string) casing {
	base, _, _ := strings.Cut(tag, "-")
	return casings[base]
}

// dots are what stands for words that are left out, by base language, where it
// is not "…".
var dots = map[string]string{"zh": "……", "yue": "……"}

// Dots stand for words that are left out of a text in the language of a BCP 47
// tag.
func Dots(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	return cmp.Or(dots[base], "…")
}

// filing is what a language wants of its lists of names. The zero value sorts as
// Unicode does, and persons by the last word of their names.
type filing struct {
	like      string                // the language whose order holds, where x/text has none of its own, or a wrong one
	respelled func(string) string   // a name as x/text sorts it rightly
	letters   string                // of an index, where they are not the first ones of names: "letter:first name under it"
	script    []*unicode.RangeTable // in which the names under these letters begin
	article   string                // at the beginning of names, is not counted

	// Of persons; see SortName.
	asWritten   bool
	parted      string          // what parts the words of a name with its family name last; "": a space
	counted     map[string]bool // particles that begin family names
	patronymics []string        // how they end
	twoFamilies bool
}

// filings are those by base language, and by tag of a variety that wants
// something else. A further language is an entry here. The order of x/text is
// right for nearly all languages it knows. Wrong are its Norwegian, which it does
// not find, and its ー of Japanese; it has no Uzbek and no Cantonese. Its readings
// of Chinese are one for each character (重庆 stands under Z, not C).
var filings = map[string]filing{
	"ar": {article: "ال", counted: set("عبد أبو ابو أبي ابي بن ابن آل بو ولد أم")},
	"fa": {counted: set("بن ابن")},
	"he": {counted: set("בן בר אבו אל דה")},
	"fr": {counted: set("du des")},
	"es": {twoFamilies: true}, "ca": {twoFamilies: true}, "gl": {twoFamilies: true},
	"ru": {patronymics: []string{"вич", "вна", "чна", "ьич"}},
	"uk": {patronymics: []string{"вич", "вна", "ліч"}},
	"be": {patronymics: []string{"віч", "ўна", "льіч"}},
	"kk": {patronymics: []string{"ұлы", "қызы"}},
	"nb": {like: "da"}, "no": {like: "da"}, "nn": {like: "da"},
	"uz":      {respelled: strings.NewReplacer("Oʻ", "Ʒ", "oʻ", "ʒ", "Gʻ", "Ƹ", "gʻ", "ƹ", "Sh", "Þ", "SH", "Þ", "sh", "þ", "Ch", "Ƿ", "CH", "Ƿ", "ch", "ƿ").Replace},
	"zh":      {asWritten: true, letters: pinyin, script: []*unicode.RangeTable{unicode.Han}},
	"zh-Hant": {asWritten: true}, "zh-TW": {asWritten: true}, "zh-HK": {asWritten: true},
	"yue": {asWritten: true, like: "zh-Hant"},
	"ja": {
		parted: "・＝", respelled: longVowels, letters: "あ:あ か:か さ:さ た:た な:な は:は ま:ま や:や ら:ら わ:わ 漢字:亜",
		script: []*unicode.RangeTable{unicode.Hiragana, unicode.Katakana, unicode.Han},
	},
	"ko": {
		letters: "ㄱ:가 ㄴ:나 ㄷ:다 ㄹ:라 ㅁ:마 ㅂ:바 ㅅ:사 ㅇ:아 ㅈ:자 ㅊ:차 ㅋ:카 ㅌ:타 ㅍ:파 ㅎ:하",
		script:  []*unicode.RangeTable{unicode.Hangul, unicode.Han},
	},
	"hu": {asWritten: true}, "vi": {asWritten: true}, "km": {asWritten: true}, // family names first
	"is": {asWritten: true}, "th": {asWritten: true}, "lo": {asWritten: true}, "my": {asWritten: true}, // sorted by given names
	"am": {asWritten: true}, "ti": {asWritten: true}, "ms": {asWritten: true}, "bo": {asWritten: true}, "dz": {asWritten: true},
}

// filingOf is what the language of a BCP 47 tag wants.
func filingOf(tag string) *filing {
	base, _, _ := strings.Cut(tag, "-")
	f, ok := filings[tag]
	if !ok {
		f = filings[base]
	}
	return &f
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		m[word] = true
	}
	return m
}

// pinyin are the letters with the first character that x/text sorts under each.
const pinyin = "A:阿 B:八 C:嚓 D:咑 E:妸 F:发 G:旮 H:哈 J:丌 K:咔 L:垃 M:呣 N:嗯 O:噢 P:妑 Q:七 R:呥 S:仨 T:他 W:穵 X:夕 Y:丫 Z:帀"

// kana are the signs by the vowel that ー makes longer behind them.
var kana = [...]string{
	"アァカガサザタダナハバパマヤャラワヮあぁかがさざただなはばぱまやゃらわ",
	"イィキギシジチヂニヒビピミリヰいぃきぎしじちぢにひびぴみり",
	"ウゥクグスズツヅッヌフブプムユュルヴうぅくぐすずつづっぬふぶぷむゆゅる",
	"エェケゲセゼテデネヘベペメレヱえぇけげせぜてでねへべぺめれ",
	"オォコゴソゾトドノホボポモヨョロヲおぉこごそぞとどのほぼぽもよょろを",
}

// longVowels writes each ー of Japanese as the vowel that it stands for.
func longVowels(name string) string {
	before := rune(0)
	return strings.Map(func(r rune) rune {
		if r == 'ー' {
			for _, signs := range kana {
				if strings.ContainsRune(signs, before) {
					r, _ = utf8.DecodeRuneInString(signs)
					break
				}
			}
		}
		before = r
		return r
	}, name)
}

// familyFirst are the countries, by ISO 3166-1, whose family names stand first in
// texts of other languages, too.
var familyFirst = set("CN HK MO TW KP KR VN KH")

// counted are particles that begin a family name when they have a capital, in any
// language.
var counted = set("De Del Della Dei Di Da Do Dos Das Du Des La Le Les Van Von Den Der Ten Ter Saint St. San Santa Abu Ben Bin Ibn El Ould " +
	"Де Ди Да Ла Ле Ван Фон Бен Бин Ибн Абу Эль")

// articles are joined to Arabic names, of which lists sort what stands behind
// them, even when they have a capital.
var articles = set("al el аль эль")

// juniors stand behind family names, ranks behind the names of rulers.
var (
	juniors = set("Jr Jr. Sr Sr. мл. ст.")
	ranks   = set("pasha pacha paşa bey pascha паша бей باشا بك بيه پاشا")
)
