package declension

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Ukrainian declines as Russian does. What makes it special: і of a closed
// syllable is о or е in an open one («Львів», «Львова»), г, к and х soften
// before -і («Прага», «Празі»), the dative has -ові besides -у, and adjectives
// end like nouns, so that only the word behind tells them apart.
func Ukrainian(name []string, person bool) []Paradigm { return ukrainian.forms(name, person) }

var ukrainian = &eastSlavic{
	adjectives: []agreeing{
		{own: []string{"ий", "ній"}, noun: strings.Split(consonants+"ь", ""), decline: endings(ukAdjectiveM, "ий", "ій")},
		{own: []string{"ська", "цька", "зька", "на", "ова", "ева", "єва", "ня"}, noun: ukFeminine, decline: endings(ukAdjectiveF, "а", "я")},
		{own: []string{"а"}, noun: ukFeminine, doubtful: true, decline: func(word string) Paradigm {
			f := forms{}
			f.add(cut(word, 1), nil, ukAdjectiveF)
			f.add(cut(word, 1), ukrainianSoft, ukNounA) // «Велика Британія», or «Республіка Молдова»
			return f.paradigm()
		}},
		{own: []string{"е", "нє"}, noun: []string{"е", "о", "я"}, decline: endings(ukAdjectiveN, "е", "є")},
		{own: []string{"і"}, many: true, noun: []string{"и", "і", "ї", "а", "я"}, decline: endings(ukAdjectiveP, "і")},
	},
	men: []string{"микола", "ілля", "микита", "лука", "хома", "кузьма", "сава", "данила", "саша", "юра", "льоня",
		"василь", "лесь", "олесь", "мойсей", "емануель", "мішель", "даніель", "рафаель"},
	word:   ukrainianWord,
	and:    []string{"та", "і", "й", "або"},
	before: []string{"за", "на", "для", "до", "про", "проти", "при", "коло", "біля"},
	ordinals: map[string]declension{
		"й": {"й": nom | acc, "го": gen | liv, "му": dat | loc, "м": ins | loc},
		"а": {"а": nom, "ї": gen, "й": dat | loc, "у": acc | liv, "ю": ins},
		"я": {"я": nom, "ї": gen, "й": dat | loc, "ю": acc | liv | ins},
		"е": {"е": nom | acc, "го": gen, "му": dat | loc, "м": ins | loc},
	},
	acronym: declension{"": AnyCase, "у": gen | dat | loc, "а": gen | liv, "ом": ins, "ові": dat | loc, "і": loc, "ів": pl(gen)},
}

var ukFeminine = []string{"а", "я", "ь"}

// The vocative is taken for the nominative: nothing else has its forms.
var (
	ukAdjectiveM = declension{"ий": nom | acc, "ій": nom | acc, "ого": gen | liv, "ього": gen | liv, "ому": dat | loc, "ьому": dat | loc, "им": ins, "ім": ins | loc}
	ukAdjectiveF = declension{"а": nom, "я": nom, "ої": gen, "ьої": gen, "ій": dat | loc, "у": acc | liv, "ю": acc | liv, "ою": ins, "ьою": ins}
	ukAdjectiveN = declension{"е": nom | acc, "є": nom | acc, "ого": gen, "ього": gen, "ому": dat | loc, "ьому": dat | loc, "им": ins, "ім": ins | loc}
	ukAdjectiveP = declension{"і": pl(nom | acc), "их": pl(gen | liv | loc), "іх": pl(gen | liv | loc), "им": pl(dat), "ім": pl(dat), "ими": pl(ins), "іми": pl(ins)}

	ukNounA   = declension{"а": nom, "и": gen, "і": gen | dat | loc, "у": acc | liv, "ою": ins, "ею": ins, "о": nom}
	ukNounYa  = declension{"я": nom, "і": gen | dat | loc, "ю": acc | liv, "ею": ins, "е": nom}
	ukNounIya = declension{"я": nom, "ї": gen | dat | loc, "ю": acc | liv, "єю": ins, "є": nom}
	ukNeuter  = declension{"я": nom | acc | gen, "ю": dat | loc, "ям": ins, "і": loc, "ї": loc}
	ukNounM   = declension{"": nom | acc, "а": gen | liv, "у": gen | dat | loc, "ові": dat | loc, "еві": dat | loc, "ом": ins, "ем": ins, "і": loc, "е": nom}
	ukNounR   = declension{"я": gen | liv, "ю": dat}
	ukSurname = declension{"им": ins}
	ukNounY   = declension{"й": nom | acc, "я": gen | liv, "ю": gen | dat | loc | nom, "єві": dat | loc, "єм": ins, "ї": loc, "є": nom}
	ukSoftM   = declension{"я": gen | liv, "ю": gen | dat | loc | nom, "еві": dat | loc, "ем": ins, "і": loc, "е": nom}
	ukSoftF   = declension{"і": gen | dat | loc}
	ukNounO   = declension{"о": nom | acc, "а": gen | liv, "у": dat | loc, "ові": dat | loc, "ом": ins, "і": loc}
	ukNounE   = declension{"е": nom | acc, "я": gen, "ю": dat, "ем": ins, "і": loc}
	ukNounShe = declension{"е": nom | acc, "а": gen, "у": dat, "ем": ins, "і": loc}

	ukPlural = declension{"ів": pl(gen | liv), "ей": pl(gen | liv), "": pl(gen | liv), "ам": pl(dat), "ами": pl(ins), "ах": pl(loc), "ям": pl(dat), "ями": pl(ins), "ях": pl(loc)}
	ukIes    = declension{"ї": pl(nom | acc), "й": pl(gen), "їв": pl(gen), "ям": pl(dat), "ями": pl(ins), "ях": pl(loc)}
	ukLevel  = declension{"ий": NoCase, "а": NoCase, "і": NoCase, "у": NoCase, "их": NoCase, "ою": NoCase, "ої": NoCase}
	ukCommon = declension{"и": NoCase, "і": NoCase, "ів": NoCase, "ам": NoCase, "ами": NoCase, "ах": NoCase}
)

// endings gives a paradigm of the words that end in one of some endings.
func endings(table declension, own ...string) func(word string) Paradigm {
	return func(word string) Paradigm {
		for _, ending := range own {
			if stem, ok := strings.CutSuffix(word, ending); ok {
				return decline(stem, table)
			}
		}
		return Paradigm{Base: word, Endings: map[string]Cases{"": AnyCase}}
	}
}

// ukrainianSoft softens a stem before -і.
func ukrainianSoft(stem, ending string) string {
	if ending != "і" {
		return stem
	}
	switch lastRune(stem) {
	case 'г':
		return cut(stem, 1) + "з"
	case 'к':
		return cut(stem, 1) + "ц"
	case 'х':
		return cut(stem, 1) + "с"
	}
	return stem
}

func ukrainianWord(w nameWord) Paradigm {
	f := forms{}
	word, stem := w.text, cut(w.text, 1)
	asIs := Cases(0)
	switch r := lastRune(word); r {
	case 'а':
		switch {
		case strings.ContainsRune("аеиоуіїєюя", lastRune(stem)):
			return Paradigm{Base: word, Endings: map[string]Cases{"": AnyCase}} // «Нікарагуа»
		case w.plural:
			f.add(stem, nil, declension{"а": pl(nom | acc)}, ukPlural)
		case !w.person || !endsIn(word, "ська", "цька", "зька", "ова", "ева", "єва") || utf8.RuneCountInString(word) < 4:
			f.add(stem, ukrainianSoft, ukNounA)
		}
		if endsIn(word, "ська", "цька", "зька", "ова", "ева", "єва") || w.person && endsIn(word, "іна", "їна", "ина") ||
			endsIn(word, "на") && endsInConsonant(cut(word, 2)) { // «Надвірна»
			f.add(stem, nil, ukAdjectiveF)
		}
	case 'я':
		before := lastRune(stem)
		switch twice := lastRune(cut(stem, 1)) == before; {
		case w.plural:
			f.add(stem, nil, declension{"я": pl(nom | acc)}, ukPlural)
			if twice {
				f.add(cut(stem, 1), nil, declension{"ь": pl(gen)})
			}
		case before == '’':
			f.add(stem, nil, ukNounIya, ukNeuter)
		case twice:
			f.add(stem, nil, ukNounYa, ukNeuter)
		case endsInConsonant(stem):
			f.add(stem, nil, ukNounYa)
		default:
			f.add(stem, nil, ukNounIya)
		}
	case 'й':
		switch {
		case endsIn(word, "ий"):
			f.add(cut(word, 2), nil, ukAdjectiveM)
		case endsIn(word, "ій") && !w.person, endsIn(word, "ой"):
			f.add(cut(word, 2), nil, ukAdjectiveM)
			fallthrough
		default:
			f.add(stem, nil, ukNounY)
		}
		f[word] |= nom | acc
	case 'ь':
		for _, s := range ukrainianStems(stem, w) {
			f.add(s, nil, ukSoftM, ukSoftF)
		}
		f[doubled(stem)+"ю"] |= ins
		f[word] |= nom | acc
	case 'и':
		if w.person {
			return Paradigm{Base: word, Endings: map[string]Cases{"": AnyCase}}
		}
		f.add(stem, nil, declension{"и": pl(nom | acc)}, ukPlural)
		if i := strings.LastIndexAny(stem, "ое"); i >= 0 && i+2 == len(cut(stem, 1)) {
			f[stem[:i]+"і"+string(lastRune(stem))] |= pl(gen) // «гори», «гір»
		}
	case 'і':
		if w.person || w.capital && !endsIn(word, "ці", "чі", "ші") && utf8.RuneCountInString(word) < 7 { // «Малі»
			return Paradigm{Base: word, Endings: map[string]Cases{"": AnyCase}}
		}
		f.add(stem, nil, declension{"і": pl(nom | acc)}, ukPlural)
		if front := cut(stem, 1); w.capital && endsIn(stem, "вл", "кл", "шн", "жн") {
			f[front+"е"+string(lastRune(stem))+"ь"] |= pl(gen) // «Медзакупівель»
		}
		if w.capital && !endsIn(word, "ці", "чі", "ші") {
			asIs = AnyCase
		}
	case 'ї':
		f.add(stem, nil, ukIes)
	case 'о':
		if !w.capital && (!endsInConsonant(stem) || slices.Contains(ukrainianUnbent, word)) {
			return Paradigm{} // «Українське радіо»
		}
		f.add(stem, ukrainianSoft, ukNounO)
		if w.capital && !w.person {
			asIs = AnyCase // «у Косово», «у Косові»
		}
	case 'е':
		switch {
		case w.person:
			return Paradigm{Base: word, Endings: map[string]Cases{"": AnyCase}}
		case endsIn(word, "же", "че", "ше", "ще"):
			f.add(stem, nil, ukNounShe)
		case !w.capital, endsIn(word, "це"):
			f.add(stem, nil, ukNounE)
		}
		if w.capital {
			f.add(stem, nil, ukAdjectiveN, ukLevel) // «Рівне»
			asIs = AnyCase
		}
	default:
		if !endsInConsonant(word) {
			return Paradigm{Base: word, Endings: map[string]Cases{"": AnyCase}}
		}
		for _, s := range ukrainianStems(word, w) {
			f.add(s, ukrainianSoft, ukNounM)
			if r == 'р' {
				f.add(s, nil, ukNounR)
			}
			delete(f, s)
		}
		if !w.person {
			f.add(word, nil, ukCommon)
			if strings.ContainsRune("вжчшщ", r) {
				f.add(word, nil, ukSoftF) // «Керч»
				f[word+"ю"], f[doubled(word)+"ю"] = ins, ins
			}
		} else if endsIn(word, "ов", "ев", "єв", "ін", "їн", "ин", "ів") {
			f.add(word, nil, ukSurname)
		}
		f[word] |= nom | acc
	}
	p := f.paradigm()
	p.AsIs = asIs
	return p
}

// ukrainianUnbent are common nouns in -о that do not decline.
var ukrainianUnbent = strings.Fields("бюро метро кіно депо авто фото ательє лібідо пресбюро")

// ukrainianStems are a stem and what it may become before a vowel.
func ukrainianStems(stem string, w nameWord) []string {
	out := []string{stem}
	last := string(lastRune(stem))
	front, two := cut(stem, 2), cut(stem, 1)
	if front == "" || !endsInConsonant(stem) {
		return out
	}
	switch lastRune(two) {
	case 'і':
		if (!endsIn(stem, "ін", "ік") || endsIn(stem, "тік", "бік")) && !(w.person && last == "в") || stem == "рік" {
			out = append(out, front+"о"+last, front+"е"+last)
		}
	case 'ї':
		if !endsIn(stem, "їн") {
			out = append(out, front+"є"+last)
		}
	case 'о', 'е', 'є':
		switch {
		case stem == "лев":
			out = append(out, "льв")
		case endsIn(stem, "ец", "ок", "ел"), w.text == stem+"ь" && last == "н", !w.person && endsIn(stem, "ер", "ет"):
			out = append(out, front+last, front+"ь"+last)
		case endsIn(stem, "єц"):
			out = append(out, front+"й"+last)
		}
	}
	return out
}

// UkrainianAdjectival reports adjectives in any case.
func UkrainianAdjectival(word string) bool {
	if utf8.RuneCountInString(word) > 5 && endsIn(word, "ові", "еві", "єві") {
		return false // «Президентові України»
	}
	for _, ending := range []string{"а", "у", "ою", "ій", "е", "і"} {
		if stem, ok := strings.CutSuffix(word, ending); ok && endsIn(stem, "ськ", "цьк", "зьк", "н", "ов", "ев", "єв", "ив") {
			return len(stem) > 4
		}
	}
	return endsIn(word, "ий", "ої", "ого", "ому", "их", "им", "ими", "ня", "ню", "ньої", "ньою", "ім", "іх")
}

// UkrainianAgreesAsGiven reports whether a capitalised word may be the given
// name to a surname in the same case.
func UkrainianAgreesAsGiven(word, surname string, starts bool) bool {
	dative := []string{"у", "ю", "ові", "еві", "єві"}
	switch {
	case starts:
		return slices.Contains(ukrainianGiven, word)
	case endsIn(surname, dative...):
		return endsIn(word, dative...)
	case endsIn(surname, "а", "я", "ого"):
		return endsIn(word, "а", "я")
	case endsIn(surname, "им", "ом", "ем", "єм"):
		return endsIn(word, "ом", "ем", "єм")
	case endsIn(surname, "ою", "ею", "єю", "ій"):
		return endsIn(word, "ою", "ею", "єю", "і", "ї")
	case endsIn(surname, "и", "і", "ої"):
		return endsIn(word, "и", "і", "ї")
	}
	return !endsIn(word, "е", "и", "у", "ю", "ом", "ем", "єм", "і", "ї", "ою", "ею", "єю")
}

// ukrainianGiven are given names with which a sentence often begins, where nouns
// have a capital, too.
var ukrainianGiven = strings.Fields(`алла анастасія андрій анна антон богдан борис вадим валентина валерій василь віктор вікторія
	віталій володимир ганна галина григорій дарина дарія дмитро євген іван ігор ірина катерина кирило костянтин лариса леонід
	людмила максим маргарита марина марія микита микола михайло надія наталія наталя ніна оксана олег олександр олександра
	олексій олена ольга павло петро роман руслан світлана сергій софія станіслав степан тарас тетяна федір юлія юрій яна ярослав`)
