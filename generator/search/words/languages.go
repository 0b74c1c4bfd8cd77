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

// Years are the words for "year" that stand behind its number in a date, in a
// language; none where there are none, or one pattern has them all.
func Years(tag string) []string { return strings.Fields(years[Base(tag)]) }

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
