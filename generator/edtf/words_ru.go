package edtf

import "strconv"

var russian = words{
	nominative: forms{
		months: [12]string{"январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь",
			"октябрь", "ноябрь", "декабрь"},
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
		seasons: [...]string{"весны", "лета", "осени", "зимы",
			"весны Северного полушария", "лета Северного полушария", "осени Северного полушария",
			"зимы Северного полушария",
			"весны Южного полушария", "лета Южного полушария", "осени Южного полушария", "зимы Южного полушария",
			"1-го квартала", "2-го квартала", "3-го квартала", "4-го квартала",
			"первой трети", "второй трети", "последней трети", "1-го полугодия", "2-го полугодия"},
		monthParts: [4]string{"начала ", "середины ", "конца ", "самого конца "},
		decade:     [2]string{"", "-х"},
	},

	dayNumber: strconv.Itoa,
	group:     "\u00a0",
	bc:        " до н. э.",
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
	earlier:   " или раньше",
	later:     " или позже",
	noDate:    "дата неизвестна",
	noEnd:     "неизвестно",
	uncertain: "дата не точна",
	unspecified: [8]string{"", "год неизвестен", "месяц неизвестен", "год и месяц неизвестны", "день неизвестен",
		"день и год неизвестны", "месяц и день неизвестны", "дата неизвестна"},

	reading: map[string]hint{
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
		"неизвестно": hintUnknown,
	},
}

// russianRelate says "около" of a date that stands alone, and "примерно" where another preposition follows. The second
// of a month is «второго», which wants «со».
func russianRelate(r relation, t term) string {
	s := t.phrase
	switch {
	case r == alone && t.about:
		return "около " + s
	case r == alone:
		return s
	case r == until:
		s = "до " + s
	case t.unit == unitDay && t.day == 2:
		s = "со " + s
	default:
		s = "с " + s
	}
	if t.about {
		return "примерно " + s
	}
	return s
}
