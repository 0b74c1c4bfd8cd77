package declension

import "strings"

// Kazakh gives the last word of a name its endings: «Қазақстан Республикасының».
// What makes it special: endings begin with one of three or four consonants
// («Алматыға», «Бішкекке»), also behind the hyphen of an acronym, and Russian
// sounds at the end of a name count as voiceless («Тоқаевтың»).
func Kazakh(name []string, person bool) []Paradigm { return kazakh.forms(name, person) }

var kazakh = &turkic{
	vowels: "аәеёиоөуұүыіэюя", both: "иуюё",
	harmonies: []harmony{
		{"аоұыя", []*strings.Replacer{unchanged}},
		{"әеөүіэ", []*strings.Replacer{strings.NewReplacer("а", "е", "ы", "і", "ғ", "г", "қ", "к")}},
	},
	bare: func(last rune) string {
		switch last {
		case 'и', 'у', 'ю': // half a consonant
			return "дың ның ды ны ға да дан мен дағы сыз"
		case 'р', 'л', 'й':
			return "дың ды ға да дан мен дағы сыз"
		case 'м', 'н', 'ң':
			return "ның ды ға да нан мен дағы сыз"
		case 'з', 'ж':
			return "дың ды ға да дан бен дағы сыз"
		case 'а', 'ә', 'е', 'ё', 'о', 'ө', 'ұ', 'ү', 'ы', 'і', 'э', 'я':
			return "ның ны ға да дан мен дағы сыз"
		}
		return "тың ты қа та тан пен тағы сыз"
	},
	plural: func(last rune) string {
		switch last {
		case 'л', 'м', 'н', 'ң', 'з', 'ж':
			return "дар"
		case 'р', 'й', 'а', 'ә', 'е', 'ё', 'и', 'о', 'ө', 'у', 'ұ', 'ү', 'ы', 'і', 'э', 'ю', 'я':
			return "лар"
		}
		return "тар"
	},
	possessed: "ның н на нда нан мен ндағы", possessives: "ыі", joint: "с",
	softened: map[rune]string{'к': "г", 'қ': "ғ", 'п': "б"},
}

// KazakhDirection reports words that make another place with a place.
func KazakhDirection(word string) bool {
	return endsIn(strings.ToLower(word), "түстік", "шығыс", "батыс", "орталық", "жаңа", "экваторлық", "біріккен")
}

// KazakhAgreesAsGiven reports whether a capitalised word may be the given name to
// a surname.
func KazakhAgreesAsGiven(word, _ string, starts bool) bool {
	if starts && !agreesAsGiven(word, "лар", "лер", "дар", "дер", "тар", "тер") {
		return false // «Журналистер Тоқаевпен»
	}
	return agreesAsGiven(word, "да", "де", "та", "те", "дан", "ден", "тан", "тен", "нан", "нен", "ға", "ге", "қа", "ке",
		"ның", "нің", "дың", "дің", "тың", "тің", "ды", "ді", "ты", "ті", "ны", "ні", "мен", "пен", "бен", "ғы", "гі")
}
