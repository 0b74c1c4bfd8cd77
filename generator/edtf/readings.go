package edtf

import (
	"iter"
	"math/bits"
	"strings"
)

// reading has the words of a language in which dates are understood, for suggestions, but not
// written: the names of the months, in every form that they have in dates, and other words, as in
// words.reading.
type reading struct {
	months [12]string // forms of one month, spaces between
	hints  map[string]hint
}

// furtherReadings are those of the languages that have no words_<language>.go. A word with
// different meanings in two languages is left out.
var furtherReadings = []reading{
	{ // Spanish
		months: [12]string{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre setiembre",
			"octubre", "noviembre", "diciembre"},
		hints: map[string]hint{
			"el": hintNoise, "del": hintNoise, "a": hintNoise, "año": hintNoise, "hacia": hintAbout,
			"principios": hintEarly, "mediados": hintMid, "finales": hintLate, "fines": hintLate,
			"primavera": hintSpring, "verano": hintSummer, "otoño": hintAutumn, "invierno": hintWinter,
			"desde": hintSince, "hasta": hintUntil, "años": hintDecade, "década": hintDecade,
		},
	},
	{ // German
		months: [12]string{"januar jänner", "februar", "märz", "april", "mai", "juni", "juli", "august", "september",
			"oktober", "november", "dezember"},
		hints: map[string]hint{
			"der": hintNoise, "den": hintNoise, "dem": hintNoise, "im": hintNoise, "am": hintNoise,
			"um": hintAbout, "etwa": hintAbout, "anfang": hintEarly, "mitte": hintMid, "ende": hintLate,
			"frühling": hintSpring, "frühjahr": hintSpring, "sommer": hintSummer, "herbst": hintAutumn,
			"seit": hintSince, "ab": hintSince, "bis": hintUntil,
		},
	},
	{ // Italian
		months: [12]string{"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
			"ottobre", "novembre", "dicembre"},
		hints: map[string]hint{
			"il": hintNoise, "di": hintNoise, "nel": hintNoise, "verso": hintAbout,
			"inizio": hintEarly, "metà": hintMid, "fine": hintLate,
			"estate": hintSummer, "autunno": hintAutumn, "inverno": hintWinter, "dal": hintSince, "al": hintUntil,
		},
	},
	{ // Portuguese
		months: [12]string{"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
			"outubro", "novembro", "dezembro"},
		hints: map[string]hint{
			"em": hintNoise, "o": hintNoise, "cerca": hintAbout, "início": hintEarly, "meados": hintMid, "final": hintLate,
			"verão": hintSummer, "outono": hintAutumn, "até": hintUntil,
		},
	},
	{ // Ukrainian
		months: [12]string{"січень січня", "лютий лютого", "березень березня", "квітень квітня", "травень травня",
			"червень червня", "липень липня", "серпень серпня", "вересень вересня", "жовтень жовтня", "листопад листопада",
			"грудень грудня"},
		hints: map[string]hint{
			"р": hintNoise, "рік": hintNoise, "року": hintNoise, "році": hintNoise, "близько": hintAbout,
			"приблизно": hintAbout, "початок": hintEarly, "початку": hintEarly, "кінець": hintLate, "кінця": hintLate,
			"навесні": hintSpring, "літо": hintSummer, "літа": hintSummer, "влітку": hintSummer,
			"осінь": hintAutumn, "восени": hintAutumn, "взимку": hintWinter, "з": hintSince, "від": hintSince, "роки": hintDecade,
		},
	},
	{ // Polish
		months: [12]string{"styczeń stycznia", "luty lutego", "marzec marca", "kwiecień kwietnia", "maj maja",
			"czerwiec czerwca", "lipiec lipca", "sierpień sierpnia", "wrzesień września", "październik października",
			"listopad listopada", "grudzień grudnia"},
		hints: map[string]hint{
			"r": hintNoise, "rok": hintNoise, "roku": hintNoise, "w": hintNoise, "około": hintAbout, "ok": hintAbout,
			"początek": hintEarly, "połowa": hintMid, "koniec": hintLate, "wiosna": hintSpring, "wiosną": hintSpring,
			"lato": hintSummer, "latem": hintSummer, "jesień": hintAutumn, "jesienią": hintAutumn, "zima": hintWinter,
			"zimą": hintWinter, "od": hintSince, "do": hintUntil,
		},
	},
	{ // Arabic
		months: [12]string{"يناير", "فبراير", "مارس", "أبريل إبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
			"نوفمبر", "ديسمبر"},
		hints: map[string]hint{
			"في": hintNoise, "عام": hintNoise, "سنة": hintNoise, "نحو": hintAbout, "حوالي": hintAbout,
			"ربيع": hintSpring, "صيف": hintSummer, "خريف": hintAutumn, "شتاء": hintWinter, "منذ": hintSince, "حتى": hintUntil,
		},
	},
}

// beforeChrist replaces the expressions for BC and AD that have several words. They are in lower
// case.
var beforeChrist = strings.NewReplacer("av. j.-c.", " bc ", "apr. j.-c.", " ad ", "до н. э.", " bc ", "до н.э.", " bc ",
	"н. э.", " ad ", "н.э.", " ad ", "a. de c.", " bc ", "a. c.", " bc ", "a.c.", " bc ", "d. c.", " ad ", "d.c.", " ad ",
	"v. chr.", " bc ", "v.chr.", " bc ", "n. chr.", " ad ", "n.chr.", " ad ", "до н. е.", " bc ", "до н.е.", " bc ",
	"p. n. e.", " bc ", "p.n.e.", " bc ", "ق. م.", " bc ", "ق.م", " bc ")

// monthOf returns the month that a word of at least three letters names, or whose name it begins,
// in any language. It is 0 if there is none or several.
func monthOf(word string) int {
	if len([]rune(word)) < 3 {
		return 0
	}
	found, begun := 0, 0
	for month, name := range monthNames() {
		switch {
		case name == word:
			found |= 1 << month
		case strings.HasPrefix(unaccented(name), unaccented(word)):
			begun |= 1 << month
		}
	}
	if found == 0 {
		found = begun
	}
	if bits.OnesCount(uint(found)) != 1 { // none, or in two languages two months
		return 0
	}
	return bits.TrailingZeros(uint(found))
}

// monthNames are the names of months in all languages, in lower case, each with its number.
func monthNames() iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for _, w := range languages() {
			for _, f := range []*forms{&w.nominative, &w.genitive} {
				for i, name := range f.months {
					if !yield(i+1, strings.ToLower(name)) {
						return
					}
				}
			}
		}
		for r := range furtherReadings {
			for i, names := range furtherReadings[r].months {
				for name := range strings.FieldsSeq(names) {
					if !yield(i+1, name) {
						return
					}
				}
			}
		}
	}
}

func unaccented(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "é", "e"), "û", "u")
}
