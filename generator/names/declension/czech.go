package declension

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Czech declines a name given in the nominative. What makes it special: the
// consonants k, g, h and ch change before -e and -i («Praha», «v Praze»), the
// surnames of women are adjectives in -ová, and acronyms that are read as words
// take endings («ČEZu»). Possessives («Putinův») are words of their own.
func Czech(name []string, person bool) []Paradigm {
	out := make([]Paradigm, len(name))
	led, stays := false, false // a noun was met; a word that does not decline was
	woman := person && endsIn(name[len(name)-1], "ová")
	for i, word := range name {
		first, _ := utf8.DecodeRuneInString(word)
		lower := strings.ToLower(word)
		capital := unicode.IsUpper(first) || i > 0 && name[i-1] == "-"
		switch {
		case !unicode.IsLetter(first):
		case !capital && slices.Contains(czechPrepositions, lower):
			return out
		case led && !stays && slices.Contains(slavicAnd, word):
			led = false // «Bosna a Hercegovina»
		case person && !capital: // «von der»
		case isAcronym(word) && unicode.IsUpper(lastRune(word)): // not «McCain»
			led = true
			if !endsIn(lower, czechVowels...) {
				out[i] = Paradigm{Base: lower, Endings: declension{"u": gen | dat | loc, "em": ins}, AsIs: AnyCase}
			}
		case !led && !person && czechPossessive(lower, name[i+1:]):
			out[i] = czechOwn(lower)
		case led && !person && (!czechAdjective(lower) || endsIn(lower, "ovy", "iny")):
			stays = true
			if capital { // a name of its own
				out[i] = czechWord(lower, capital, person)
				out[i].AsIs = AnyCase
			}
		default:
			out[i] = czechWord(lower, capital, person)
			if i > 0 && !person && endsIn(lower, "a") && endsIn(strings.ToLower(name[i-1]), "á") { // «Velká jezera»
				d := declension{lower: pl(nom | acc)}
				d.on(out[i].Base, out[i].Endings)
				d.on(strings.TrimSuffix(lower, "a"), czechJezera)
				out[i] = d.paradigm()
			}
			short := person && i < len(name)-1 && (utf8.RuneCountInString(word) < 4 || woman && !endsIn(lower, "a", "á"))
			foreign := !person && !czechAdjective(lower) && beforeName(name, i, czechAdjective)
			if short || foreign || beforeHyphen(name, i) || led && endsIn(lower, "é") { // «Hradec Králové»
				out[i].AsIs = AnyCase
			}
			led = led || !czechAdjective(lower)
		}
	}
	return out
}

var (
	czechPrepositions = strings.Fields("o v ve na nad pod do z ze od pro při před proti za po mezi u")
	czechVowels       = []string{"a", "e", "i", "o", "u", "y", "á", "é", "í", "ó", "ú", "ů", "ý", "ě"}
)

// czechAdjective reports adjectives in the nominative; those in -í only with
// the endings that nouns seldom have.
func czechAdjective(word string) bool {
	return utf8.RuneCountInString(word) > 3 && endsIn(word, "ý", "á", "é", "ové", "ová", "ští", "čtí", "ní", "šní", "žní", "jší", "šší", "ovy", "iny") &&
		!endsIn(word, "ání", "ení", "ění")
}

// czechPossessive reports an adjective made of somebody's name, by the noun behind
// it: «Wagnerova skupina».
func czechPossessive(word string, behind []string) bool {
	if len(behind) == 0 || utf8.RuneCountInString(word) < 5 {
		return false
	}
	noun := behind[0]
	first, _ := utf8.DecodeRuneInString(noun)
	switch {
	case !unicode.IsLower(first) || slices.Contains(czechPrepositions, noun) || slices.Contains(slavicAnd, noun):
		return false
	case endsIn(word, "ův"):
		return !endsIn(noun, czechVowels...) || czechAdjective(noun)
	case endsIn(word, "ova"):
		return endsIn(noun, "a", "e")
	}
	return endsIn(word, "ovo") && endsIn(noun, "o", "í", "e")
}

// czechOwn declines such an adjective.
func czechOwn(word string) Paradigm {
	d := declension{}
	switch stem := strings.TrimSuffix(strings.TrimSuffix(word, "a"), "o"); {
	case strings.HasSuffix(word, "ův"):
		d.on(strings.TrimSuffix(word, "ův"), declension{"ův": nom | acc, "ova": gen | liv, "ovu": dat | loc, "ově": loc, "ovým": ins})
	case strings.HasSuffix(word, "a"):
		d.on(stem, declension{"a": nom, "y": gen, "ě": dat | loc, "u": acc | liv, "ou": ins})
	default:
		d.on(stem, declension{"o": nom | acc, "a": gen, "u": dat | loc, "ě": loc, "ým": ins})
	}
	return d.paradigm()
}

// CzechAdjectival reports adjectives in any case.
func CzechAdjectival(word string) bool {
	return utf8.RuneCountInString(word) > 3 && endsIn(word, "ý", "á", "é", "ého", "ému", "ém", "ým", "ých", "ými", "ské", "ckou", "skou",
		"lou", "vou", "rou", "žní", "rní", "dní", "žního", "rního", "dního", "ním", "ních", "nímu", "ními")
}

// CzechAgreesAsGiven reports whether a capitalised word may be the given name to a
// surname in the same case.
func CzechAgreesAsGiven(word, surname string, starts bool) bool {
	switch {
	case starts:
		return !(endsIn(surname, "ové") && endsIn(word, "a")) && !endsIn(surname, "ovi", "em", "ého", "ému", "ém", "ým", "a", "y", "u", "ou", "e", "i") &&
			!endsIn(word, "e", "ě", "u", "y", "i", "o", "í", "em", "ou", "ál", "il", "al", "el", "ko", "á")
	case endsIn(surname, "ová"):
		return endsIn(word, "a", "e", "y", "i", "th", "s")
	case endsIn(surname, "ové"):
		return endsIn(word, "y", "e", "ě", "i", "a")
	case endsIn(surname, "ovou"):
		return endsIn(word, "u", "ou", "i", "í")
	case endsIn(surname, "a", "e", "ého"):
		return endsIn(word, "a", "e", "ho")
	case endsIn(surname, "ovi", "u", "i", "ému"):
		return endsIn(word, "u", "ovi", "i", "mu")
	case endsIn(surname, "em", "ou", "ým"):
		return endsIn(word, "em", "ou", "ým", "ím")
	}
	return !endsIn(word, "e", "ě", "u", "i", "í", "y", "ou", "em", "ách", "ech", "ích", "ku")
}

// Endings by the nominative's own.
var (
	czechM  = declension{"ý": nom | acc, "ého": gen | liv, "ému": dat, "ým": ins, "ém": loc}
	czechF  = declension{"á": nom, "é": gen | dat | loc, "ou": acc | liv | ins}
	czechN  = declension{"é": nom | acc, "ého": gen, "ému": dat, "ým": ins, "ém": loc}
	czechP  = declension{"é": pl(nom | acc | liv), "í": pl(nom), "á": pl(nom | acc), "ých": pl(gen | loc), "ým": pl(dat), "ými": pl(ins)}
	czechI  = declension{"í": AnyCase &^ pl(gen|dat|loc|ins), "ího": gen | liv, "ímu": dat, "ím": ins | loc | pl(dat), "ích": pl(gen | loc), "ími": pl(ins)}
	czechOf = declension{"ovy": pl(nom | acc | liv), "ových": pl(gen | loc), "ovým": pl(dat), "ovými": pl(ins), "iny": pl(nom | acc), "iných": pl(gen | loc), "iným": pl(dat), "inými": pl(ins)}

	czechMan    = declension{"a": gen | liv, "u": gen | dat | loc, "ovi": dat | loc, "em": ins}
	czechSoft   = declension{"e": gen | liv, "i": dat | loc | gen, "ovi": dat | loc, "em": ins, "í": ins}
	czechThing  = declension{"o": nom | acc, "a": gen, "u": dat | loc, "em": ins}
	czechIe     = declension{"ie": nom | gen | pl(nom|acc), "ii": dat | acc | liv | loc, "ií": ins | pl(gen), "iím": pl(dat), "iích": pl(loc), "iemi": pl(ins)}
	czechJezera = declension{"": pl(gen), "ům": pl(dat), "ech": pl(loc), "y": pl(ins)}
	czechE      = declension{"e": nom | gen | acc, "ě": nom | gen | acc, "i": dat | acc | liv | loc, "í": ins, "em": ins, "ete": gen, "eti": dat | loc}
	czechNi     = declension{"í": nom | acc | gen | dat | loc, "ím": ins}
	czechA      = declension{"a": nom, "y": gen, "u": acc | liv, "ou": ins}
	czechManA   = declension{"ovi": dat | loc}
	czechMany   = declension{"ů": pl(gen | liv), "": pl(gen), "ům": pl(dat), "ám": pl(dat), "ech": pl(loc), "ách": pl(loc), "y": pl(nom | acc | liv | ins), "ami": pl(ins)}
	czechIce    = declension{"e": pl(nom | acc), "": pl(gen), "í": pl(gen), "ím": pl(dat), "ích": pl(loc), "emi": pl(ins)}
)

// czechSoftened are how stems end in the dative and locative.
var czechSoftened = [][2]string{
	{"ch", "še"}, {"k", "ce"}, {"h", "ze"}, {"g", "ze"}, {"r", "ře"}, {"l", "le"}, {"s", "se"}, {"z", "ze"},
	{"d", "dě"}, {"t", "tě"}, {"n", "ně"}, {"b", "bě"}, {"p", "pě"}, {"v", "vě"}, {"w", "wě"}, {"m", "mě"}, {"f", "fě"},
}

func czechSoften(stem string) (string, bool) {
	for _, s := range czechSoftened {
		if base, ok := strings.CutSuffix(stem, s[0]); ok {
			return base + s[1], true
		}
	}
	return "", false
}

func czechIsSoft(stem string) bool {
	return endsIn(stem, "ž", "š", "č", "ř", "c", "j", "ď", "ť", "ň", "l", "s", "z", "x", "m", "v")
}

// czechHard are the letters for soft consonants that an ending makes soft.
var czechHard = map[string]string{"ň": "n", "ť": "t", "ď": "d"}

// czechStems are the stems that a word in a consonant may have before endings.
func czechStems(word string) []string {
	stems := []string{word}
	for _, f := range [][2]string{{"něk", "ňk"}, {"ek", "k"}, {"ec", "c"}, {"eň", "n"}, {"el", "l"}, {"lev", "lv"}, {"en", "n"}, {"er", "r"}, {"et", "t"}, {"es", "s"}} {
		if base, ok := strings.CutSuffix(word, f[0]); ok {
			stems = append(stems, base+f[1])
			break
		}
	}
	if i := strings.LastIndex(word, "ů"); i > 0 { // «Dvůr»
		stems = append(stems, word[:i]+"o"+word[i+len("ů"):])
	}
	for soft, hard := range czechHard {
		if base, ok := strings.CutSuffix(word, soft); ok {
			stems = append(stems, base+hard)
		}
	}
	return stems
}

// czechConsonant declines «Kazachstán», «Havel», «Paříž», «Plzeň».
func czechConsonant(word string) declension {
	d := declension{word: nom | acc}
	for i, s := range czechStems(word) {
		if endsIn(word, "ň", "ť", "ď") && i > 0 {
			d.on(s, declension{"ě": gen | liv, "i": gen | dat | loc, "í": ins, "ěm": ins, "ovi": dat | loc}) // «Plzně»
			continue
		}
		d.on(s, czechMan)
		if czechIsSoft(s) || endsIn(word, "st") {
			d.on(s, czechSoft)
		}
		if loc2, ok := czechSoften(s); ok && !endsIn(s, "r") {
			d.put(loc, loc2)
		}
		d.common(s+"y", s+"i", s+"ů", s+"ům", s+"ech", s+"ích")
	}
	return d
}

// czechFem declines «Praha», «Fiala», «Korea».
func czechFem(base string, person bool) declension {
	d := declension{}
	d.on(base, czechA)
	if loc2, ok := czechSoften(base); ok {
		d.put(dat|loc, loc2)
	}
	switch {
	case endsIn(base, "i", "e", "o", "u", "y"): // «Korea», «Maria», «Nikaragua»
		d.on(base, declension{"e": gen, "je": gen, "ji": dat | loc | acc, "i": dat | loc, "jí": ins, "í": ins})
	case czechIsSoft(base):
		d.on(base, declension{"i": gen | dat | loc, "e": gen, "ě": gen | dat | loc})
	}
	if person {
		d.on(base, czechManA)
	}
	d.common(base+"ám", base+"ami", base+"ách")
	return d
}

// czechPlural declines «Filipíny», «Benátky», «Vary», «státy», «pohraničníci».
func czechPlural(word, base string) declension {
	d := declension{word: pl(nom | acc | liv)}
	d.on(base, czechMany)
	if r, n := utf8.DecodeLastRuneInString(base); n > 0 {
		front := base[:len(base)-n]
		d.put(pl(gen), front+"e"+string(r))
		for _, f := range [][2]string{{"á", "a"}, {"í", "i"}, {"ou", "u"}, {"ů", "o"}} {
			if short, ok := strings.CutSuffix(front, f[0]); ok {
				d.put(pl(gen), short+f[1]+string(r)) // «dráhy», «drah»
			}
		}
	}
	for _, f := range [][2]string{{"ci", "k"}, {"zi", "h"}, {"ši", "ch"}, {"ři", "r"}} {
		if stem, ok := strings.CutSuffix(word, f[0]); ok {
			d.on(stem, declension{f[1] + "ů": pl(gen), f[1] + "ům": pl(dat), f[1] + "y": pl(acc | liv | ins), f[0] + "ch": pl(loc)})
		}
	}
	if loc2, ok := czechSoften(base); ok && !endsIn(base, "r", "t", "d", "n", "b", "p", "v", "m") {
		d.put(pl(loc), strings.TrimSuffix(loc2, "e")+"ích")
	}
	d.on(base, declension{"ích": pl(loc), "ím": pl(dat)})
	return d
}

// czechWord declines one word. A capitalised word is a proper name.
func czechWord(word string, capital, person bool) Paradigm {
	last, n := utf8.DecodeLastRuneInString(word)
	base := word[:len(word)-n]
	d := declension{}
	switch last {
	case 'a':
		d = czechFem(base, person)
	case 'á':
		d.on(base, czechF)
		if !person {
			d.on(base, czechP)
			delete(d, base+"í")
		}
		d.put(pl(nom|acc), word)
	case 'ý':
		d.on(base, czechM)
	case 'é':
		d.on(base, czechN)
		d.on(base, czechP)
		delete(d, base+"á")
		delete(d, base+"í")
		if stem := strings.TrimSuffix(base, "ov"); !person && capital {
			d.on(base, czechMany) // «Demokraté»
			d.on(stem, czechMany)
			delete(d, base)
			delete(d, stem)
		}
	case 'o':
		d.on(base, czechThing)
		if loc2, ok := czechSoften(base); ok {
			d.put(loc, loc2)
		}
		if person {
			d.on(base, czechMan)
		}
		d.common(base+"ům", base+"ech", base+"y")
	case 'í':
		switch {
		case endsIn(word, "ští", "čtí"):
			stem := strings.TrimSuffix(strings.TrimSuffix(word, "ští"), "čtí")
			for _, s := range []string{stem + "sk", stem + "ck"} {
				d.on(s, czechP)
			}
			d.put(pl(nom), word)
		case czechAdjective(word) || person:
			d.on(base, czechI)
		default:
			d.on(base, czechNi)
		}
	case 'y':
		switch {
		case endsIn(word, "ovy", "iny") && utf8.RuneCountInString(word) > 5:
			d.on(strings.TrimSuffix(base, "ov"), czechOf)
			d.on("", czechPlural(word, base))
		case person:
			d.on(base, declension{"y": nom, "yho": gen | liv, "ymu": dat, "yovi": dat | loc, "ym": ins | loc})
		default:
			d = czechPlural(word, base)
		}
	case 'i':
		if person {
			d.on(word, declension{"": nom, "ho": gen | liv, "mu": dat, "m": ins | loc})
			if endsIn(base, "k") { // «Morawiecki»
				d.on(base, czechM)
				delete(d, base+"ý")
			}
			break
		}
		d = czechPlural(word, base)
		if capital { // «Piráti», or «Tbilisi»
			delete(d, base)
			d.put(AnyCase, word)
		}
	case 'e', 'ě':
		switch {
		case person:
			d.on(word, declension{"": AnyCase, "ho": gen | liv, "mu": dat, "m": ins | loc, "a": gen | liv, "ovi": dat | loc})
			d.on(base, czechMan) // «Mike», «Mika»
			d.on(strings.TrimSuffix(base, "i"), czechIe)
		case endsIn(word, "ie"):
			d.on(strings.TrimSuffix(word, "ie"), czechIe)
		case endsIn(word, "ice", "oce", "ně", "le"):
			d.on(base, czechE)
			d.on(base, czechIce)
		default:
			d.on(base, czechE)
			d.put(pl(nom|acc), word)
			d.put(gen|dat|loc, base+"u") // «Nashville»
		}
	case 'u', 'ú', 'ů', 'ó', 'ä', 'ö', 'ü':
		return Paradigm{}
	case 'j':
		if stem, ok := strings.CutSuffix(word, "yj"); ok && person {
			d.on(stem, czechM)
			d.put(nom, word)
			delete(d, stem+"ý")
			break
		}
		d = czechConsonant(word)
		if stem, ok := strings.CutSuffix(word, "oj"); ok && person { // «Tolstoj»
			d.on(stem, czechM)
			delete(d, stem+"ý")
		}
	default:
		d = czechConsonant(word)
		for _, latin := range []string{"us", "os", "um"} { // «muzeum», «Kristus»
			if stem, ok := strings.CutSuffix(word, latin); ok {
				d.on(stem, czechMan)
			}
		}
	}
	return d.paradigm()
}
