package declension

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Belarusian declines as Russian does. What makes it special: it is written as
// it is said, so that -ў of the nominative is -в- («Кіеў», «Кіева»), г, к, х, д
// and т are others before -е («Прага», «Празе»; «Брэст», «Брэсце»), unstressed о
// is а in endings, and men in -а have endings of their own («Лукашэнкам»). Names
// come with е for ё and without a short у at the beginning.
func Belarusian(name []string, person bool) []Paradigm { return belarusian.forms(name, person) }

var belarusian = &eastSlavic{
	adjectives: []agreeing{
		{own: []string{"ы", "і", "ой"}, noun: strings.Split(consonants+"ь", ""), unlike: []string{"ых", "іх"}, decline: endings(beAdjectiveM, "ы", "і", "ой")},
		{own: []string{"ая", "яя"}, noun: []string{"а", "я", "ь"}, decline: endings(beAdjectiveF, "ая", "яя")},
		{own: []string{"ае", "яе", "ое"}, noun: []string{"а", "е", "о", "я"}, decline: endings(beAdjectiveN, "ае", "яе", "ое")},
		{own: []string{"кія", "гія", "хія", "ныя", "выя", "лыя", "шыя"}, many: true, noun: []string{"ы", "і"}, decline: endings(beAdjectiveP, "ыя", "ія")},
	},
	men: []string{"мікола", "ілья", "ілля", "мікіта", "лука", "хама", "кузьма", "сава", "янка", "саша", "юрка", "міхась",
		"васіль", "алесь", "лявонь", "мікалай", "даніэль"},
	word:   belarusianWord,
	and:    []string{"і", "й", "ды", "або"},
	before: []string{"за", "на", "для", "да", "пра", "пры", "ля"},
	ordinals: map[string]declension{
		"ы": {"ы": nom | acc, "га": gen | liv, "му": dat, "м": ins | loc},
		"і": {"і": nom | acc, "га": gen | liv, "му": dat, "м": ins | loc},
		"я": {"я": nom, "й": gen | dat | ins | loc, "ю": acc | liv},
		"е": {"е": nom | acc, "га": gen, "му": dat, "м": ins | loc},
	},
	acronym: declension{"": AnyCase, "а": gen | liv, "у": gen | dat | loc, "ам": ins, "е": loc, "ы": loc},
}

var (
	beAdjectiveM = declension{"ы": nom | acc, "і": nom | acc, "ой": nom | acc, "ага": gen | liv, "яга": gen | liv, "ога": gen | liv,
		"аму": dat, "яму": dat, "ому": dat, "ым": ins | loc, "ім": ins | loc}
	beAdjectiveF = declension{"ая": nom, "яя": nom, "ую": acc | liv, "юю": acc | liv, "ай": gen | dat | ins | loc, "яй": gen | dat | ins | loc,
		"ой": gen | dat | ins | loc, "ае": gen, "аю": ins, "яю": ins}
	beAdjectiveN = declension{"ае": nom | acc, "яе": nom | acc, "ое": nom | acc, "ага": gen, "яга": gen, "ога": gen,
		"аму": dat, "яму": dat, "ому": dat, "ым": ins | loc, "ім": ins | loc}
	beAdjectiveP = declension{"ыя": pl(nom | acc), "ія": pl(nom | acc), "ых": pl(gen | liv | loc), "іх": pl(gen | liv | loc),
		"ым": pl(dat), "ім": pl(dat), "ымі": pl(ins), "імі": pl(ins)}

	beNounA   = declension{"а": nom, "ы": gen | dat | loc, "і": gen, "е": dat | loc, "э": dat | loc, "у": acc | liv, "ай": ins, "ой": ins, "аю": ins, "ою": ins}
	beManA    = declension{"у": dat | loc, "ам": ins, "ом": ins}
	beNeuterA = declension{"а": nom | acc | gen, "у": dat | loc, "ам": ins, "е": loc, "ы": loc}
	beSurname = declension{"а": nom, "ай": gen | dat | ins | loc, "ой": gen | dat | ins | loc, "аю": ins, "у": acc | liv}
	beNounYa  = declension{"я": nom, "і": gen | dat | loc, "ю": acc | liv, "яй": ins, "ей": ins, "яю": ins}
	beNounM   = declension{"": nom | acc, "а": gen | liv, "у": gen | dat | loc, "ам": ins, "ом": ins, "е": loc, "ы": loc}
	beManOu   = declension{"ым": ins}
	beNounY   = declension{"й": nom | acc, "я": gen | liv, "ю": gen | dat | loc, "ем": ins, "і": loc}
	beSoftM   = declension{"я": gen | liv, "ю": gen | dat | loc, "ем": ins, "і": loc}
	beHardF   = declension{"ы": gen | dat | loc}
	beNounO   = declension{"о": nom | acc, "а": gen | liv, "у": dat | loc, "ом": ins, "ы": loc, "е": loc}
	beNounE   = declension{"е": nom | acc, "я": gen, "ю": dat, "ем": ins, "і": loc}

	bePlural = declension{"аў": pl(gen | liv), "оў": pl(gen | liv), "яў": pl(gen | liv), "ей": pl(gen | liv), "": pl(gen | liv), "ам": pl(dat), "амі": pl(ins),
		"ах": pl(loc), "ям": pl(dat), "ямі": pl(ins), "ях": pl(loc)}
	beCommon = declension{"ы": NoCase, "і": NoCase, "аў": NoCase, "оў": NoCase, "амі": NoCase, "ах": NoCase}
)

// belarusianSoft changes a stem before -е, and к before -ы, too.
func belarusianSoft(stem, ending string) string {
	if ending != "е" && ending != "ы" && ending != "э" {
		return stem
	}
	to, ok := map[rune]string{'г': "з", 'к': "ц", 'х': "с", 'д': "дз", 'т': "ц"}[lastRune(stem)]
	if !ok || ending != "е" && lastRune(stem) != 'к' {
		return stem
	}
	return cut(stem, 1) + to
}

func belarusianWord(w nameWord) Paradigm {
	f := forms{}
	word, stem := w.text, cut(w.text, 1)
	asIs := Paradigm{Base: word, Endings: map[string]Cases{"": AnyCase}}
	switch r := lastRune(word); r {
	case 'а':
		switch {
		case strings.ContainsRune("аеиоуіэыюя", lastRune(stem)):
			return asIs
		case w.person && endsIn(word, "ова", "ава", "ева") && !endsIn(word, "слава") && utf8.RuneCountInString(word) > 4:
			f.add(stem, nil, beSurname)
			return f.paradigm()
		case w.person:
			f.add(stem, nil, beManA)
			if endsIn(word, "іна", "ына") {
				f.add(stem, nil, beSurname)
			}
		default:
			f.add(stem, belarusianSoft, beNeuterA) // «Гродна», «мора»
		}
		f.add(stem, belarusianSoft, beNounA)
	case 'я':
		if endsIn(word, "ая", "яя") {
			f.add(cut(word, 2), nil, beAdjectiveF)
		}
		if endsIn(word, "кія", "ныя", "выя", "лыя", "шыя") && !w.person {
			f.add(cut(word, 2), nil, beAdjectiveP) // «Тутэйшыя»
		}
		f.add(stem, nil, beNounYa)
		if lastRune(stem) == '’' || lastRune(cut(stem, 1)) == lastRune(stem) {
			f.add(stem, nil, beNounE)
			delete(f, stem+"е")
		}
	case 'й':
		if endsIn(word, "ой") {
			f.add(cut(word, 2), nil, beAdjectiveM)
		}
		f.add(stem, nil, beNounY)
	case 'ь':
		for _, s := range belarusianStems(stem, w) {
			f.add(s, nil, beSoftM, declension{"і": gen | dat | loc})
		}
		f[doubled(stem)+"ю"] |= ins
		f[word+string(lastRune(stem))+"ю"] |= ins // «Беларусьсю», as some still write
		f[word] |= nom | acc
	case 'ы', 'і':
		switch {
		case endsIn(word, "скі", "цкі") || w.person && (r == 'ы' || endsIn(word, "кі", "гі", "хі", "ні")):
			f.add(stem, nil, beAdjectiveM)
			if endsIn(word, "ры") {
				f.add(word, nil, beNounY) // «Юры», «Юрыя»
			}
		case w.person, w.capital && r == 'і' && !endsIn(word, "кі", "гі", "хі"):
			return asIs
		default:
			f.add(stem, nil, declension{string(r): pl(nom | acc)}, bePlural)
			if r == 'ы' && w.capital {
				f.add(stem, nil, beAdjectiveM) // «Медны»
			}
		}
	case 'о':
		if !w.capital && !endsInConsonant(stem) {
			return asIs // «Беларускае радыё»
		}
		f.add(stem, belarusianSoft, beNounO)
	case 'е':
		switch {
		case endsIn(word, "ае", "яе", "ое"):
			f.add(cut(word, 2), nil, beAdjectiveN)
		case !w.capital && !endsInConsonant(stem): // «Беларускае радыё»
			return asIs
		case w.person || w.capital && !endsIn(word, "лле", "нне", "цце", "ссе", "ззе", "сце", "ьце", "ўе", "’е"):
			return asIs
		default:
			f.add(stem, nil, beNounE)
		}
	default:
		if !endsInConsonant(word) {
			return asIs
		}
		for _, s := range belarusianStems(word, w) {
			f.add(s, belarusianSoft, beNounM)
			delete(f, s)
			if w.person && endsIn(word, "оў", "аў", "еў", "ін", "ын") {
				f.add(s, nil, beManOu)
			}
		}
		if !w.person {
			f.add(word, nil, beCommon)
			if strings.ContainsRune("чшжр", r) { // «Керч»
				f.add(word, nil, beHardF)
				f[doubled(word)+"у"] |= ins
			}
		}
		f[word] |= nom | acc
	}
	return f.paradigm()
}

// belarusianIrregular are stems that lose a vowel or change it.
var belarusianIrregular = map[string]string{"петр": "пятр", "павел": "паўл", "леў": "льв", "крэмль": "крамл", "сож": "саж"}

// belarusianStems are what a stem may be before a vowel.
func belarusianStems(stem string, w nameWord) []string {
	if other, ok := belarusianIrregular[w.text]; ok {
		return []string{stem, other}
	}
	last, front := string(lastRune(stem)), cut(stem, 2)
	soft := w.text == stem+"ь"
	switch {
	case last == "ў":
		return []string{cut(stem, 1) + "в"}
	case front == "":
	case endsIn(stem, "ец", "эц", "ок", "ек"), soft && endsIn(stem, "ен"),
		!w.person && (endsIn(stem, "ак", "ет") || soft && endsIn(stem, "ел")):
		if before, ok := strings.CutSuffix(front, "в"); ok {
			front = before + "ў"
		}
		return []string{stem, front + last, front + "ь" + last}
	}
	return []string{stem}
}

// BelarusianAdjectival reports adjectives in any case.
func BelarusianAdjectival(word string) bool {
	return len(word) > 8 && endsIn(word, "ая", "яя", "ую", "юю", "скай", "цкай", "най", "овай", "евай", "ёвай", "ікай", "алай", "няй", "ской", "цкой", "ае", "яе", "ага", "яга", "аму", "яму", "ым", "ім",
		"скі", "цкі", "ны", "вы", "лы", "ыя", "кія", "нія", "ых", "іх", "ымі", "імі")
}

// BelarusianAgreesAsGiven reports whether a capitalised word may be the given
// name to a surname in the same case.
func BelarusianAgreesAsGiven(word, surname string, starts bool) bool {
	switch {
	case starts:
		return slices.Contains(belarusianGiven, word)
	case endsIn(surname, "у", "ю"):
		return endsIn(word, "у", "ю")
	case endsIn(surname, "а", "я", "ага"):
		return endsIn(word, "а", "я")
	case endsIn(surname, "ым", "ім", "ам", "ом", "ем"):
		return endsIn(word, "ам", "ом", "ем", "ём")
	case endsIn(surname, "ай", "ой", "яй"):
		return endsIn(word, "ай", "яй", "ой", "ы", "і", "е")
	case endsIn(surname, "ы", "і") && !endsIn(surname, "скі", "цкі"):
		return endsIn(word, "ы", "і")
	}
	return !endsIn(word, "е", "і", "у", "ы", "ю", "ам", "ом", "ем", "ай", "яй")
}

// belarusianGiven are given names with which a sentence often begins, where nouns
// have a capital, too; with е for ё.
var belarusianGiven = strings.Fields(`ала алена алесь аляксандр аляксандра аляксей анастасія андрэй ганна антон багдан барыс вадзім
	валянціна валерый васіль віктар вікторыя віталь уладзімір галіна ірына ігар іван кацярына кірыл канстанцін ларыса леанід
	людміла максім маргарыта марына марыя мікіта мікалай мікола міхаіл надзея наталля ніна аксана алег ольга вольга павел петр
	раман руслан святлана сяргей сафія станіслаў сцяпан тарас таццяна пётр алёна сямён фёдар юлія юрый яна яраслаў ягор дзмітрый зміцер яўген генадзь`)
