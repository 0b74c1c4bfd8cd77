package declension

import "strings"

// Kyrgyz gives the last word of a name its endings: «Кыргыз Республикасынын».
// What makes it special: endings also round their vowels («Ошто», «Лондондун»,
// «Ысык-Көлдө»), and stand behind acronyms with a hyphen or without («БУУнун»).
func Kyrgyz(name []string, person bool) []Paradigm { return kyrgyz.forms(name, person) }

var kyrgyz = &turkic{
	vowels: "аеёиоөуүыэюя", both: "юё",
	harmonies: []harmony{
		{"аыя", []*strings.Replacer{unchanged}},
		{"о", []*strings.Replacer{strings.NewReplacer("а", "о", "ы", "у")}},
		{"у", []*strings.Replacer{unchanged, strings.NewReplacer("ы", "у")}},
		{"еиэ", []*strings.Replacer{strings.NewReplacer("а", "е", "ы", "и")}},
		{"өү", []*strings.Replacer{strings.NewReplacer("а", "ө", "ы", "ү")}},
	},
	bare: func(last rune) string {
		switch last {
		case 'р', 'л', 'й', 'м', 'н', 'ң', 'з', 'ж':
			return "дын ды га да дан дагы сыз"
		case 'б', 'в', 'г', 'д': // as they are written, or as they are heard
			return "дын ды га да дан дагы тын ты ка та тан тагы сыз"
		case 'а', 'е', 'ё', 'и', 'о', 'ө', 'у', 'ү', 'ы', 'э', 'ю', 'я':
			return "нын ны га да дан дагы сыз"
		}
		return "тын ты ка та тан тагы сыз"
	},
	plural: func(last rune) string {
		switch last {
		case 'л', 'м', 'н', 'ң', 'з', 'ж', 'б', 'в', 'г', 'д':
			return "дар"
		case 'р', 'й', 'а', 'е', 'ё', 'и', 'о', 'ө', 'у', 'ү', 'ы', 'э', 'ю', 'я':
			return "лар"
		}
		return "тар"
	},
	possessed: "нын н на нда нан ндагы", possessives: "ыиуү", joint: "с",
	softened: map[rune]string{'к': "г", 'п': "б"},
}

// KyrgyzDirection reports words that make another place with a place.
func KyrgyzDirection(word string) bool {
	return endsIn(strings.ToLower(word), "түштүк", "түндүк", "чыгыш", "батыш", "борбордук", "жаңы", "экватордук", "бириккен")
}

// KyrgyzAgreesAsGiven reports whether a capitalised word may be the given name to
// a surname.
func KyrgyzAgreesAsGiven(word, _ string, starts bool) bool {
	if starts && !agreesAsGiven(word, "лар", "лер", "лор", "лөр", "дар", "дер", "дор", "дөр", "тар", "тер", "тор", "төр") {
		return false // «Журналисттер Жапаровго»
	}
	return agreesAsGiven(word, "да", "де", "до", "дө", "та", "те", "то", "тө", "дан", "ден", "дон", "дөн", "тан", "тен", "тон", "төн",
		"га", "ге", "го", "гө", "ка", "ке", "ко", "кө", "нын", "нин", "нун", "нүн", "дын", "дин", "дун", "дүн", "тын", "тин", "тун", "түн",
		"гы", "ги", "гу", "гү")
}
