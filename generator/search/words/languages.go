package words

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/arabic"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/hungarian"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/norwegian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/romanian"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"
	"github.com/blevesearch/snowballstem/swedish"
	"github.com/blevesearch/snowballstem/turkish"
)

// dotless are the languages with an i without a dot.
var dotless = map[string]bool{"tr": true, "az": true}

// okina are the languages in which oʻ and gʻ are letters.
var okina = map[string]bool{"uz": true, "kaa": true}

// years are the words for "year" that stand behind its number in a date.
var years = map[string]string{
	"ru": "год года году годом г", "uk": "рік року році роком р", "be": "год года годзе г", "bg": "година годината г",
	"pl": "rok roku r", "kk": "жыл жылы жылдың жылғы ж", "ky": "жыл жылы жылдын ж", "uz": "yil yili yilning", "tg": "сол соли",
	"az": "il ili ilin", "tr": "yıl yılı yılında", "hy": "թ թվական թվականի թվականին", "ka": "წელი წლის წელს", "fa": "سال", "sr": "година године г",
}

// slight are words that a question is asked with, and that need not be in what is
// found: articles, prepositions, forms of "to be" and what asks.
var slight = map[string]string{
	"ar": "من ما ماذا متى أين كيف لماذا هل هو هي في على إلى عن مع أي هذا هذه كم قال قالت",
	"az": "kim nə nədir harada haçan niyə necə hansı və ilə üçün bu neçə",
	"be": "хто што дзе калі чаму як які якая якія гэта у ў на з і да пра аб колькі сказаў сказала кажа так",
	"bg": "кой коя кое кои какво къде кога защо как е са на в във от с със и за до колко каза казва така",
	"cs": "kdo co kde kdy proč jak jaký jaká jaké který která které je jsou v ve na z ze s se a o do pro u kolik má mají řekl řekla říká tak",
	"de": "wer was wo wann warum wie welche welcher welches ist sind war waren der die das den dem des ein eine einer eines im in am an auf zu zum zur von vom mit und für über aus bei viel viele gibt es hat haben seit vor nach sagt sagte sagten gesagt so dass",
	"el": "ποιος ποια ποιο τι πού πότε γιατί πώς είναι ο η το οι τα του της των τον την στο στη στην στον σε από με και για πόσο πόσοι πόσες πόσα είπε λέει έτσι",
	"en": "who whose what where when why how which is are was were did does do the a an of in on at to into from by with for about and or s tell me located many much have has had there since before after said say says so that this they it its",
	"es": "quién quiénes qué dónde cuándo por cómo cuál cuáles es son fue era el la los las lo un una unos de del en a al con y e o para sobre entre cuánto cuántos cuántas hay tiene tienen desde dijo dice dicho así que se",
	"fa": "چه کی کجا چرا چگونه است در از به با و که برای این را چند",
	"fr": "qui que qu quoi où quand pourquoi comment quel quelle quels quelles est ce c sont était le la les l un une des de du d en dans à au aux sur par pour avec et ou entre sur s t il se trouve combien y a ont avait depuis avant après dit disent dire cela",
	"he": "מי מה איפה מתי למה איך האם הוא היא של על את אל עם כמה אמר אמרה",
	"hi": "कौन क्या कहाँ कब क्यों कैसे है हैं का की के में से को और पर कितने कितनी कितना",
	"hu": "ki mi hol mikor miért hogyan melyik van a az egy és vagy volt hány mennyi",
	"hy": "ով ինչ որտեղ երբ ինչու ինչպես է են և ու որ քանի",
	"it": "chi che cosa cos dove dov quando perché come quale quali è sono era il lo la i gli le l un uno una di del dello della dell dei degli delle d in nel nella nell nei a al alla all ai da dal dalla dall con su sul sulla e o per tra fra quanto quanti quante ci ha hanno detto dice disse così",
	"ka": "ვინ რა სად როდის რატომ როგორ რომელი არის და რამდენი",
	"kk": "кім не қайда қашан неге қалай қандай қай бұл және мен туралы үшін қанша неше",
	"ky": "ким эмне кайда качан эмнеге кандай кайсы бул жана менен үчүн канча нече",
	"nl": "wie wat waar wanneer waarom hoe welke welk is zijn was waren de het een van in op aan te met en voor over uit bij door hoeveel veel heeft hebben er zei zegt gezegd zo dat",
	"no": "hvem hva hvor når hvorfor hvordan hvilken er var en ei et den det i på av til fra med og om for ved mange har",
	"pl": "kto co gdzie kiedy dlaczego jak jaki jaka jakie który która które czy jest są w we na z ze i o do dla u od ile ma mają powiedział powiedziała mówi tak",
	"pt": "quem que quê onde quando como qual quais é são foi era o a os as um uma de do da dos das em no na nos nas por para com e ou sobre entre ao à quanto quantos quantas há tem têm desde disse diz dito assim",
	"ro": "cine ce unde când cum care este e sunt era un o al a ale ai de din în la cu și pe pentru despre câți câte cât",
	"ru": "кто что где когда почему зачем как какой какая какое какие чей это является являются такой такая такое такие есть был была были в во на с со у к ко о об и из от до для по про за при ли находится сколько сказал сказала говорит так",
	"sr": "ко шта где када зашто како који која које је су у на са и из од о за колико рекао рекла каже тако",
	"sv": "vem vad var när varför hur vilken vilket är en ett den det i på av till från med och om för vid många har finns",
	"da": "hvem hvad hvor hvornår hvorfor hvordan hvilken er var en et den det i på af til fra med og om for ved mange har",
	"tg": "кӣ чӣ чист кист куҷо кай чаро чӣ тавр дар аз ба бо ва ки чанд",
	"tr": "kim ne nedir kimdir nerede neresi neden nasıl hangi bir ve ile için bu mi mı mu mü kaç dedi diyor",
	"uk": "хто що де коли чому як який яка яке які чий це є був була були у в на з із зі та і й до про за від для по при знаходиться скільки чи сказав сказала каже так",
	"uz": "kim nima nimadir qayerda qachon nega qanday qaysi va bilan uchun bu qancha necha nechta",
	"zh": "年 的 是 在",
	"ja": "年 の は が を に で と も",
	"ko": "년 은 는 이 가 의 에",
}

// Slight are the words of a question in a language that need not be in what is
// found, as Fold leaves them.
func Slight(tag string) []string {
	return strings.Fields(Fold(slight[Base(tag)] + " " + years[Base(tag)]))
}

// stemmers are the algorithms of Snowball; each has its like in
// layouts/assets/stem-<language>.js.
var stemmers = map[string]func(*snowballstem.Env) bool{
	"ar": arabic.Stem, "da": danish.Stem, "de": german.Stem, "en": english.Stem, "es": spanish.Stem,
	"fr": french.Stem, "hu": hungarian.Stem, "it": italian.Stem, "nl": dutch.Stem, "no": norwegian.Stem,
	"pt": portuguese.Stem, "ro": romanian.Stem, "ru": russian.Stem, "sv": swedish.Stem, "tr": turkish.Stem,
}

// written are the languages of written forms that have a tag of their own.
var written = map[string]string{"nb": "no", "nn": "no"}

// Base is the language of a BCP 47 tag, without script and region; of a
// written form, the one that it is of.
func Base(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	if whole, ok := written[base]; ok {
		return whole
	}
	return base
}

// Stems reports whether the words of a language are filed by their stems.
func Stems(tag string) bool { return stemmers[Base(tag)] != nil }

// stemmer gives the stem of a word of a language; the word itself where there
// is no algorithm.
func stemmer(language string) func(string) string {
	stem, ok := stemmers[language]
	if !ok {
		return func(word string) string { return word }
	}
	env := snowballstem.NewEnv("")
	return func(word string) string {
		// An algorithm may cut less of an inflected form than of the word itself (саммита → саммит →
		// самм): so the stem is cut again.
		for range mostCuts {
			env.SetCurrent(word)
			stem(env)
			cut := env.Current()
			if cut == word || cut == "" { // a word that is all ending is a word
				break
			}
			word = cut
		}
		return word
	}
}

const mostCuts = 4
