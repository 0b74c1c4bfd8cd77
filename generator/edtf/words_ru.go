package edtf

import (
	"strconv"
	"strings"
)

const russianBC = " до н. э."

var russianMonths = [12]string{"январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь",
	"октябрь", "ноябрь", "декабрь"}

var russianSeasonsOf = [...]string{"весны", "лета", "осени", "зимы",
	"весны Северного полушария", "лета Северного полушария", "осени Северного полушария",
	"зимы Северного полушария",
	"весны Южного полушария", "лета Южного полушария", "осени Южного полушария", "зимы Южного полушария",
	"1-го квартала", "2-го квартала", "3-го квартала", "4-го квартала",
	"первой трети", "второй трети", "последней трети", "1-го полугодия", "2-го полугодия"}

var russian = words{
	nominative: forms{
		months: russianMonths,
		seasons: [...]string{"весна", "лето", "осень", "зима",
			"весна Северного полушария", "лето Северного полушария", "осень Северного полушария",
			"зима Северного полушария",
			"весна Южного полушария", "лето Южного полушария", "осень Южного полушария", "зима Южного полушария",
			"1-й квартал", "2-й квартал", "3-й квартал", "4-й квартал",
			"первая треть", "вторая треть", "последняя треть", "1-е полугодие", "2-е полугодие"},
		monthParts: [4]string{"начало ", "середина ", "конец ", "самый конец "},
		decade:     [2]string{"", "-е"},
	},
	genitive: forms{
		months: [12]string{"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
			"октября", "ноября", "декабря"},
		seasons:    russianSeasonsOf,
		monthParts: [4]string{"начала ", "середины ", "конца ", "самого конца "},
		decade:     [2]string{"", "-х"},
	},
	last: forms{
		months:     russianMonths,
		seasons:    russianSeasonsOf,
		monthParts: [4]string{"начало ", "середину ", "конец ", "самый конец "},
		decade:     [2]string{"", "-х"},
	},

	dayNumber: strconv.Itoa,
	group:     "\u00a0",
	bc:        russianBC,
	ad:        " н. э.",

	monthDash: " — ",
	dash:      " — ",
	dayRange: func(from, to string, sameMonth bool) string {
		if sameMonth {
			return from + "–" + to
		}
		return from + " — " + to
	},
	relate: russianRelate,

	or:        " или ",
	and:       " и ",
	one:       ranges{" или раньше", " или позже", russianBetween},
	all:       ranges{" и раньше", " и позже", every([4]string{"каждый раз", "каждый год", "каждый месяц", "каждый день"})},
	noDate:    "дата неизвестна",
	noEnd:     "неизвестно",
	uncertain: "дата не точна",
	unspecified: [8]string{"", "год неизвестен", "месяц неизвестен", "год и месяц неизвестны", "день неизвестен",
		"день и год неизвестны", "месяц и день неизвестны", "дата неизвестна"},
}

// russianRelate puts "около" before an approximate date that stands alone, and "примерно" before
// another preposition. The second of a month is «второго», which needs «со».
func russianRelate(r relation, t term) string {
	s := t.phrase
	switch {
	case r == alone && t.about:
		return "около " + s
	case r == alone:
		return s
	case r == until:
		s = russianUntil(t)
	case t.unit == unitDay && t.day == 2:
		s = "со " + s
	case t.unit == unitYear && strings.HasSuffix(s, russianBC): // "с 44 до н. э." would read "from 44 to …"
		s = "с " + strings.TrimSuffix(s, russianBC) + " года" + russianBC
	default:
		s = "с " + s
	}
	if t.about {
		return "примерно " + s
	}
	return s
}

// russianUntil says that the end is included; «до» would not say it.
func russianUntil(t term) string {
	switch t.unit {
	case unitYear:
		year, era := strings.CutSuffix(t.phrase, russianBC)
		if era {
			return "по " + year + " год" + russianBC
		}
		return "по " + year + " год"
	case unitDecade, unitSeason:
		return "до конца " + t.phrase
	}
	return "по " + t.phrase
}

// russianBetween uses «между» for years and days, which need no other grammatical case after it.
func russianBetween(w *words, a, b point) string {
	if a.parts == b.parts && a.parts != 2 && !a.masked() && !b.masked() && a.quals()|b.quals() == 0 {
		return "между " + w.point(a, alone) + " и " + w.point(b, alone)
	}
	return "в промежутке " + w.point(a, alone) + w.dash + w.point(b, alone)
}
