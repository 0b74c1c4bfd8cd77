package declension

import (
	"strings"
	"unicode/utf8"
)

// declension is the endings that take the place of one in the nominative.
type declension map[string]Cases

// Endings by the nominative's own. They cover hard and soft stems alike: a form
// with the other vowel («Москвей») is not a word, so it cannot mislead.
var (
	adjectiveM = declension{"ый": nom | acc, "ий": nom | acc, "ой": nom | acc, "ого": gen | liv, "его": gen | liv, "ому": dat, "ему": dat, "ым": ins, "им": ins, "ом": loc, "ем": loc}
	adjectiveF = declension{"ая": nom, "яя": nom, "ую": acc | liv, "юю": acc | liv, "ой": gen | dat | ins | loc, "ей": gen | dat | ins | loc, "ою": ins}
	adjectiveN = declension{"ое": nom | acc, "ее": nom | acc, "ого": gen, "его": gen, "ому": dat, "ему": dat, "ым": ins, "им": ins, "ом": loc, "ем": loc}
	adjectiveP = declension{"ые": pl(nom | acc), "ие": pl(nom | acc), "ых": pl(gen | liv | loc), "их": pl(gen | liv | loc), "ым": pl(dat), "им": pl(dat), "ыми": pl(ins), "ими": pl(ins)}

	possessiveM = declension{"": nom | acc, "а": gen | liv, "у": dat, "ым": ins, "ом": loc, "ий": nom | acc, "ьего": gen | liv, "ьему": dat, "ьим": ins, "ьем": loc}
	possessiveF = declension{"а": nom, "ой": gen | dat | ins | loc, "у": acc | liv, "ья": nom, "ьей": gen | dat | ins | loc, "ью": acc | liv}
	possessiveN = declension{"о": nom | acc, "а": gen, "у": dat, "ым": ins, "ом": loc, "ье": nom | acc, "ьего": gen, "ьему": dat, "ьим": ins, "ьем": loc}
	possessiveP = declension{"ы": pl(nom | acc), "ых": pl(gen | liv | loc), "ым": pl(dat), "ыми": pl(ins), "ьи": pl(nom | acc), "ьих": pl(gen | liv | loc), "ьим": pl(dat), "ьими": pl(ins)}

	nounA    = declension{"а": nom, "ы": gen, "и": gen, "е": dat | loc, "у": acc | liv, "ой": ins, "ей": ins, "ою": ins}
	surnameA = declension{"а": nom, "ой": gen | dat | ins | loc, "ою": ins, "у": acc | liv}
	nounYa   = declension{"я": nom, "и": gen | dat | loc, "е": dat | loc, "ю": acc | liv, "ей": ins, "ею": ins}
	nounIya  = declension{"ия": nom, "ии": gen | dat | loc, "ию": acc | liv, "ией": ins, "иею": ins}
	nounM    = declension{"": nom | acc, "а": gen | liv, "у": dat | loc, "ом": ins, "ем": ins, "е": loc}
	surnameM = declension{"": nom, "а": gen | liv, "у": dat, "ым": ins, "ом": ins, "е": loc}
	nounY    = declension{"й": nom | acc, "я": gen | liv, "ю": dat, "ем": ins, "е": loc, "и": loc}
	nounSoft = declension{"ь": nom | acc, "и": gen | dat | loc, "ью": ins, "я": gen | liv, "ю": dat, "ем": ins, "е": loc}
	nounEts  = declension{"ец": nom | acc, "ца": gen | liv, "цу": dat, "цом": ins, "цем": ins, "це": loc, "йца": gen | liv, "йцу": dat, "йцем": ins, "йце": loc, "ьца": gen | liv, "ьцу": dat, "ьцом": ins, "ьце": loc}
	nounIi   = declension{"ий": nom | acc, "ия": gen | liv, "ию": dat, "ием": ins, "ии": loc}
	nounIe   = declension{"ие": nom | acc, "ия": gen, "ию": dat, "ием": ins, "ии": loc}
	nounO    = declension{"о": nom | acc, "а": gen, "у": dat, "ом": ins, "е": loc}
	nounE    = declension{"е": nom | acc | loc, "я": gen, "ю": dat, "ем": ins, "и": loc}
	nounShe  = declension{"е": nom | acc | loc, "а": gen, "у": dat, "ем": ins}
	nounMa   = declension{"мя": nom | acc, "мени": gen | dat | loc, "менем": ins}

	nounsY    = declension{"ы": pl(nom | acc), "и": pl(nom | acc), "ов": pl(gen | liv), "ев": pl(gen | liv), "": pl(gen | liv), "ам": pl(dat), "ами": pl(ins), "ах": pl(loc), "ям": pl(dat), "ями": pl(ins), "ях": pl(loc)}
	nounsSoft = declension{"и": pl(nom | acc), "ей": pl(gen | liv), "ям": pl(dat), "ями": pl(ins), "ях": pl(loc)}
	nounsHush = declension{"и": pl(nom | acc), "ей": pl(gen | liv), "": pl(gen | liv), "ам": pl(dat), "ами": pl(ins), "ах": pl(loc)}
	nounsHard = declension{"и": pl(nom | acc), "ы": pl(nom | acc), "ов": pl(gen | liv), "ам": pl(dat), "ами": pl(ins), "ах": pl(loc)}
	nounsYi   = declension{"и": pl(nom | acc), "ев": pl(gen), "ям": pl(dat), "ями": pl(ins), "ях": pl(loc)}
	nounsBack = declension{"и": pl(nom | acc), "ов": pl(gen | liv), "": pl(gen|liv) | Inner, "ам": pl(dat), "ами": pl(ins), "ах": pl(loc)}
	nounsIi   = declension{"и": pl(nom | acc), "й": pl(gen), "ям": pl(dat), "ями": pl(ins), "ях": pl(loc)}
	nounsO    = declension{"и": NoCase, "ам": NoCase, "ами": NoCase, "ах": NoCase}
	nounsM    = declension{"ы": NoCase, "и": NoCase, "ов": NoCase, "ей": NoCase, "ам": NoCase, "ами": NoCase, "ах": NoCase}
	nounsA    = declension{"": pl(gen | liv), "ам": pl(dat), "ами": pl(ins), "ах": pl(loc), "а": pl(nom | acc)}
	nounsYa   = declension{"я": pl(nom | acc), "ей": pl(gen | liv), "ев": pl(gen | liv), "ям": pl(dat), "ями": pl(ins), "ях": pl(loc)}
	nounsI    = declension{"ия": pl(nom | acc), "ий": pl(gen), "иям": pl(dat), "иями": pl(ins), "иях": pl(loc)}
	nounsIm   = declension{"ия": pl(nom | acc), "иям": pl(dat), "иями": pl(ins), "иях": pl(loc)}
	family    = declension{"ы": pl(nom), "ых": pl(gen | liv | loc), "ым": pl(dat), "ыми": pl(ins)}

	acronymM = declension{"а": gen | liv, "у": dat, "ом": ins, "ем": ins, "е": loc}

	// russianOrdinals are the endings of numbers: «16-я», «16-й».
	russianOrdinals = map[string]declension{
		"й": {"й": nom | acc, "го": gen | liv, "му": dat, "м": ins | loc},
		"я": {"я": nom, "й": gen | dat | ins | loc, "ю": acc | liv},
		"е": {"е": nom | acc, "го": gen, "му": dat, "м": ins | loc},
	}
)

// fleeting are given names that lose a vowel.
var fleeting = map[string]struct{ base, stem string }{
	"павел": {"пав", "л"}, "лев": {"л", "ьв"}, "христос": {"христ", ""}, "орел": {"ор", "л"}, "петр": {"петр", ""},
}

// russianNoun is a word of a name, in lower case, and what is known of it. A
// capitalised word is a proper name, and those in a foreign vowel do not decline.
type russianNoun struct {
	text            string
	capital, person bool
	longer          bool // the name has other words, too
	many, neuter    bool // the adjective before it is
}

func (w russianNoun) paradigm() Paradigm {
	word, capital, person := w.text, w.capital, w.person
	if f, ok := fleeting[word]; ok {
		endings := map[string]Cases{strings.TrimPrefix(word, f.base): nom}
		for ending, c := range decline("", nounM, nounsM).Endings {
			if ending != "" {
				endings[f.stem+ending] |= c
			}
		}
		return Paradigm{Base: f.base, Endings: endings}
	}
	_, n := utf8.DecodeLastRuneInString(word)
	_, m := utf8.DecodeLastRuneInString(word[:len(word)-n])
	one, two := word[len(word)-n:], word[len(word)-n-m:]
	if one == two {
		return Paradigm{} // a letter
	}
	switch base := word[:len(word)-len(one)]; one {
	case "а":
		switch {
		case strings.Contains("аеиоуыэюя", two[:m]):
			return Paradigm{} // «Никарагуа»
		case w.many:
			return decline(base, nounsA, nounsHard) // «острова», «ворота»
		case person && endsIn(word, "ова", "ева"):
			return decline(base, surnameA)
		case person && endsIn(word, "ина", "ына"):
			return decline(base, surnameA, nounA) // «Марина», or «Пугина»
		case !capital:
			return decline(base, nounA, nounsA)
		}
		return decline(base, nounA)
	case "я":
		if w.many && two != "ая" && two != "яя" && two != "ия" {
			return decline(base, nounsYa)
		}
		return w.declineYa(base, two)
	case "й":
		return declineY(word, base, two)
	case "ь":
		return w.declineSoft(base)
	case "ы", "и":
		return w.declinePlural(base)
	case "о":
		return w.declineO(base)
	case "е":
		switch two {
		case "ое", "ее":
			return decline(strings.TrimSuffix(word, two), adjectiveN)
		case "ые":
			return decline(strings.TrimSuffix(word, two), adjectiveP)
		case "ие":
			return decline(strings.TrimSuffix(word, two), nounIe, adjectiveP)
		case "ье":
			return decline(base, nounE)
		}
		return w.declineE(base)
	case "э", "у", "ю":
	default:
		switch {
		case endsIn(word, "ец"):
			return decline(strings.TrimSuffix(word, "ец"), nounEts)
		case person && endsIn(word, "ов", "ев", "ин", "ын"):
			return decline(word, surnameM)
		case endsInConsonant(word):
			return w.declineM()
		}
	}
	return Paradigm{}
}

func lastRune(word string) rune {
	r, _ := utf8.DecodeLastRuneInString(word)
	return r
}

func (w russianNoun) declineYa(base, two string) Paradigm {
	stem := strings.TrimSuffix(w.text, two)
	switch {
	case two == "ая", two == "яя":
		return decline(stem, adjectiveF)
	case two == "мя" && !w.capital:
		return decline(stem, nounMa)
	case two == "ия" && w.person:
		return decline(stem, nounIya)
	case two == "ия" && w.capital && !w.many && !endsIn(w.text, "тия"):
		return decline(stem, nounIya, nounsIm) // «германий» is a word
	case two == "ия":
		return decline(stem, nounIya, nounsI)
	}
	return decline(base, nounYa)
}

// declineY declines words in -й: «Китай», «Дмитрий», «Зеленский», «южный».
func declineY(word, base, two string) Paradigm {
	stem := strings.TrimSuffix(word, two)
	switch {
	case two == "ой":
		f := forms{}
		f.add(stem, nil, adjectiveM)
		f.add(base, nil, nounY) // «Толстой», or «Цой»
		return f.paradigm()
	case endsIn(word, "ский", "цкий", "ый"):
		return decline(stem, adjectiveM)
	case endsIn(word, "ний", "кий", "гий", "хий", "ший", "щий", "чий"):
		return decline(stem, nounIi, adjectiveM) // «Евгений», or «Дальний»
	case two == "ий":
		return decline(stem, nounIi)
	}
	return decline(base, nounY)
}

// declineM declines nouns in a consonant, with and without the vowel that
// many lose: «рынок», «рынка».
func (w russianNoun) declineM() Paradigm {
	if !endsIn(w.text, "ок", "ек") && (w.person || !endsIn(w.text, "ел", "ол", "ер", "ет")) {
		return decline(w.text, nounM, nounsM)
	}
	f := forms{}
	for _, stem := range withoutVowel(w.text) {
		f.add(stem, nil, nounM, nounsM)
		delete(f, stem)
	}
	f.add(w.text, nil, nounM, nounsM)
	return f.paradigm()
}

// declineSoft declines nouns in -ь: «Беларусь», «церковь», «огонь».
func (w russianNoun) declineSoft(base string) Paradigm {
	if w.person || !endsIn(base, "ов", "ен", "он", "ол", "от") {
		return decline(base, nounSoft)
	}
	f := forms{}
	for _, stem := range withoutVowel(base) {
		f.add(stem, nil, nounSoft)
		delete(f, stem+"ь")
		delete(f, stem+"ью")
	}
	f.add(base, nil, nounSoft)
	return f.paradigm()
}

// withoutVowel are the stems that a word may have without its last vowel, if a
// consonant is before it: «рынк», «корольк».
func withoutVowel(word string) []string {
	front, last := cut(word, 2), string(lastRune(word))
	switch {
	case !endsInConsonant(front):
		return nil
	case endsIn(front, "л", "н"):
		return []string{front + last, front + "ь" + last}
	}
	return []string{front + last}
}

// withVowel are the stems of two consonants with the vowel that they get at
// the end of a word: «Химки», «Химок».
func withVowel(stem string) []string {
	front, last := cut(stem, 1), string(lastRune(stem))
	if !strings.Contains("кнлрц", last) || last == "" {
		return nil
	}
	if soft := cut(front, 1); endsIn(front, "ь", "й") {
		return []string{soft + "е" + last}
	}
	if !endsInConsonant(front) {
		return nil
	}
	return []string{front + "о" + last, front + "е" + last}
}

// declinePlural declines what is plural by its form.
func (w russianNoun) declinePlural(base string) Paradigm {
	y := strings.HasSuffix(w.text, "ы")
	f := forms{}
	soft := declension(nil)
	switch r := lastRune(base); {
	case y && endsIn(base, "ов", "ев", "ин", "ын") && w.capital:
		f.add(base, nil, family, nounsHard) // «Романовы»; «Романов» is one of them
		delete(f, base+"и")
		if endsIn(base, "ов", "ев") && !w.longer {
			return f.paradigm()
		}
	case w.person && !y && !w.longer && strings.ContainsRune("лнрт", r): // «Скрипали», or «Берлускони»
		p := decline(base, nounsSoft)
		p.AsIs = AnyCase
		return p
	case w.person:
		return Paradigm{} // «Гурбангулы»
	case y:
	case r == 'и':
		soft = nounsIi
	case r == 'й':
		soft = nounsYi
	case strings.ContainsRune("жчшщ", r):
		soft = nounsHush
	case strings.ContainsRune("гх", r):
		soft = nounsBack
	case r != 'к':
		soft = nounsSoft
	}
	if soft != nil && w.capital && !w.many { // «Ведомости», or «Чили»
		p := decline(base, soft)
		p.AsIs = AnyCase
		return p
	}
	f.add(base, nil, soft, nounsY)
	for _, stem := range withVowel(base) {
		f[stem] |= pl(gen | liv)
	}
	return f.paradigm()
}

// declineO declines nouns in -о. A proper name may stay, and does if its forms
// could be other words: «Осло».
func (w russianNoun) declineO(base string) Paradigm {
	own := endsIn(w.text, "ство", "ово", "ево", "ино", "ыно")
	native := endsInConsonant(base) && !w.person && (w.longer || syllables(w.text) > 2)
	if w.capital && !own && !native || !endsInConsonant(base) {
		return Paradigm{}
	}
	p := decline(base, nounO, nounsO)
	if w.capital && !endsIn(w.text, "ство") {
		p.AsIs = AnyCase // «в Косово», «в Косове»
	}
	return p
}

// declineE declines nouns in -е: «море», «училище».
func (w russianNoun) declineE(base string) Paradigm {
	hush := strings.ContainsRune("жчшщц", lastRune(base))
	if w.person || !endsInConsonant(base) || w.capital && !w.neuter && !endsIn(w.text, "ище", "нце", "лице") {
		return Paradigm{}
	}
	p := decline(base, nounE)
	if hush {
		p = decline(base, nounShe)
	}
	if !w.neuter {
		p.AsIs = AnyCase
	}
	return p
}

func syllables(word string) int {
	n := 0
	for _, r := range word {
		if strings.ContainsRune("аеиоуыэюя", r) {
			n++
		}
	}
	return n
}

// russianAcronym lets those decline that are read as words in a consonant: «МИДа».
func russianAcronym(word string) Paradigm {
	if !endsInConsonant(word) || strings.HasSuffix(word, "й") {
		return Paradigm{}
	}
	p := decline(word, acronymM)
	p.AsIs = AnyCase
	return p
}

func decline(base string, tables ...declension) Paradigm {
	endings := map[string]Cases{}
	for _, t := range tables {
		for ending, c := range t {
			endings[ending] |= c
		}
	}
	return Paradigm{Base: base, Endings: endings}
}
