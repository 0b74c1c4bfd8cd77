package declension

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Polish declines a name given in the nominative. What makes it special: the
// consonant before an ending softens with it («Haga», «w Hadze»), and an
// adjective may stand behind its noun («Osetia Południowa»), so that an
// adjective in the nominative agrees wherever it stands, up to a preposition.
// Acronyms take their endings behind a hyphen, which is no part of the name.
func Polish(name []string, person bool) []Paradigm {
	out := make([]Paradigm, len(name))
	woman := person && len(name) > 1 && endsIn(strings.ToLower(name[0]), "a") &&
		!slices.Contains([]string{"kuba", "barnaba", "jarema", "bonawentura"}, strings.ToLower(name[0]))
	led, stays := false, false // a noun was met; a word that does not decline was
	for i, word := range name {
		first, _ := utf8.DecodeRuneInString(word)
		lower := strings.ToLower(word)
		capital := unicode.IsUpper(first)
		switch {
		case !unicode.IsLetter(first):
		case !capital && slices.Contains(polishPrepositions, lower):
			return out
		case !capital && slices.Contains(slavicAnd, word):
			led = led && stays // «Bośnia i Hercegowina»
		case strings.Trim(word, "IVX") == "": // «II wojna światowa»
		case person && !capital && (i == 0 || name[i-1] != "-"): // «von der»
		case woman && i == len(name)-1 && !endsIn(lower, "a"):
		case isAcronym(word) && unicode.IsUpper(lastRune(word)): // not «McCain»
			led = true
		case led && !person && (stays || !polishAdjective(lower)):
			stays = true
			if capital { // a name of its own: «Republika Kosowo»
				out[i] = polishWord(lower, capital, person, false)
				out[i].AsIs = AnyCase
			}
		default:
			out[i] = polishWord(lower, capital, person, len(name) == 1)
			short := person && i < len(name)-1 && utf8.RuneCountInString(word) < 5
			foreign := !person && !polishAdjective(lower) && beforeName(name, i, polishAdjective)
			if short || foreign || beforeHyphen(name, i) {
				out[i].AsIs = AnyCase
			}
			if i > 0 && !person && endsIn(lower, "a") && endsIn(strings.ToLower(name[i-1]), "e") { // «Wielkie Jeziora»
				d := declension{lower: pl(nom | acc), strings.TrimSuffix(lower, "a"): pl(gen)}
				d.on(out[i].Base, out[i].Endings)
				d.on(strings.TrimSuffix(lower, "a"), polishMany)
				out[i].Base, out[i].Endings = d.paradigm().Base, d.paradigm().Endings
			}
			led = led || !polishAdjective(lower)
		}
	}
	return out
}

var (
	polishPrepositions = strings.Fields("o w we na nad pod do z ze od dla przy przed przeciw przeciwko za po")
	slavicAnd          = []string{"i", "a", "oraz"}
)

// Stems of adjectives end like these, or are these.
var (
	polishAdjectives = strings.Fields("sk ck dzk ow ln rn dn czn żn śn nn cn wn tn jn dni rcz nicz ższ psz rsz wsz ejsz ąc")
	polishColours    = strings.Fields("wielk głębok now star biał czarn zielon mał zjednoczon święt złot dolin wysok dług")
)

func polishAdjective(word string) bool {
	stem := strings.TrimRight(word, "aeiy")
	if stem == word || stem == "wojn" || stem == "połudn" || endsIn(word, "ia") && !endsIn(word, "dnia") {
		return false
	}
	return slices.Contains(polishColours, stem) || utf8.RuneCountInString(stem) > 3 &&
		(endsIn(stem, polishAdjectives...) || endsIn(word, "scy", "ccy", "dzcy", "zcze", "dnia", "dnie", "dni"))
}

// PolishAdjectival reports adjectives in any case.
func PolishAdjectival(word string) bool {
	return utf8.RuneCountInString(word) > 3 && (endsIn(word, "ego", "emu", "iej", "nej", "wej", "łej", "ych", "ich", "ymi", "imi",
		"ska", "ską", "cka", "cką", "ski", "cki", "skie", "ckie", "skim", "ckim", "owa", "ową", "owy", "owe", "ny", "ne", "nym", "wym") ||
		polishAdjective(strings.ToLower(word)))
}

// PolishAgreesAsGiven reports whether a capitalised word may be the given name to a
// surname in the same case.
func PolishAgreesAsGiven(word, surname string, starts bool) bool {
	switch {
	case starts:
		return !endsIn(surname, "owi", "em", "ie", "ego", "emu", "im", "ym", "a", "y", "ę", "ą", "u") &&
			!endsIn(word, "e", "u", "y", "i", "ą", "ę", "o", "em", "ym")
	case endsIn(surname, "a"):
		return endsIn(word, "a", "ego")
	case endsIn(surname, "owi", "emu"):
		return endsIn(word, "owi", "emu")
	case endsIn(surname, "em"):
		return endsIn(word, "em", "im", "ym")
	case endsIn(surname, "im", "ym"):
		return endsIn(word, "em", "im", "ym", "ie", "u")
	case endsIn(surname, "ie", "u"):
		return endsIn(word, "ie", "u", "ze", "le", "im", "ym")
	case endsIn(surname, "ego"):
		return endsIn(word, "a", "ego")
	}
	return !endsIn(word, "ie", "ii", "ji", "u", "ach", "em", "owi", "ej", "ce", "dze")
}

var (
	polishM = declension{"y": nom | acc, "ego": gen | liv, "emu": dat, "ym": ins | loc}
	polishF = declension{"a": nom, "ej": gen | dat | loc, "ą": acc | liv | ins}
	polishN = declension{"e": nom | acc, "ego": gen, "emu": dat, "ym": ins | loc, "em": ins | loc}
	polishP = declension{"e": pl(nom | acc), "ych": pl(gen | liv | loc), "ym": pl(dat), "ymi": pl(ins)}

	polishMan   = declension{"a": gen | liv, "u": gen | dat | loc, "owi": dat, "em": ins}
	polishThing = declension{"a": gen, "u": dat | loc, "em": ins}
	polishMany  = declension{"ów": pl(gen | liv), "om": pl(dat), "ami": pl(ins), "ach": pl(loc)}
)

// polishJoins joins a stem to an ending: k and g want an i before some.
func polishJoins(stem string, t declension) declension {
	if !endsIn(stem, "k", "g") {
		return t
	}
	out := declension{}
	for e, c := range t {
		switch {
		case strings.HasPrefix(e, "y"):
			e = "i" + e[1:]
		case strings.HasPrefix(e, "e"):
			e = "i" + e
		}
		out[e] |= c
	}
	return out
}

// softened are how stems end in the locative.
var softened = [][2]string{
	{"ch", "sze"}, {"st", "ście"}, {"zd", "ździe"}, {"sł", "śle"}, {"zł", "źle"}, {"sn", "śnie"}, {"zn", "źnie"},
	{"r", "rze"}, {"ł", "le"}, {"t", "cie"}, {"d", "dzie"}, {"k", "ce"}, {"g", "dze"}, {"h", "sze"}, {"c", "cze"},
	{"p", "pie"}, {"b", "bie"}, {"m", "mie"}, {"w", "wie"}, {"v", "vie"}, {"f", "fie"}, {"n", "nie"}, {"s", "sie"}, {"z", "zie"},
}

// soften gives the stem with its locative's -e, and the one in which an a has
// become an e: «miasto», «mieście».
func soften(stem string) []string {
	for _, s := range softened {
		if base, ok := strings.CutSuffix(stem, s[0]); ok {
			out := []string{base + s[1]}
			if i := strings.LastIndex(base, "ia"); i >= 0 && i+2 >= len(base)-1 {
				out = append(out, base[:i]+"ie"+base[i+2:]+s[1])
			}
			return out
		}
	}
	return nil
}

func polishSoft(stem string) bool {
	return endsIn(stem, "l", "j", "c", "cz", "sz", "ż", "rz", "dz", "i", "e", "o", "u")
}

// polishStems are the stems that a word in a consonant may have before endings.
func polishStems(word string) []string {
	stems := []string{word}
	for _, f := range [][2]string{{"niec", "ńc"}, {"iec", "c"}, {"ec", "c"}, {"ciek", "ćk"}, {"ek", "k"}, {"er", "r"}, {"x", "ks"}, {"sep", "sp"}, {"el", "l"}, {"lew", "lw"}, {"rzeł", "rł"}, {"eł", "ł"},
		{"sień", "śń"}, {"dzień", "dń"}, {"ień", "ń"}, {"eń", "ń"}} {
		if base, ok := strings.CutSuffix(word, f[0]); ok {
			stems = append(stems, base+f[1])
			break
		}
	}
	for _, f := range [][2]string{{"ó", "o"}, {"ą", "ę"}} {
		if i := strings.LastIndex(word, f[0]); i > 0 && !strings.ContainsAny(word[i+len(f[0]):], "aeiouyąęó") {
			stems = append(stems, word[:i]+f[1]+word[i+len(f[0]):])
		}
	}
	for _, noun := range []string{"stok", "staw"} { // of which the adjective in front declines, too: «Białystok»
		if base, ok := strings.CutSuffix(word, "y"+noun); ok {
			stems = append(stems, base+"ego"+noun, base+"emu"+noun, base+"ym"+noun)
		}
	}
	for i, s := range stems {
		for _, f := range [][2]string{{"dź", "dzi"}, {"ń", "ni"}, {"ć", "ci"}, {"ś", "si"}, {"ź", "zi"}} {
			if base, ok := strings.CutSuffix(s, f[0]); ok {
				stems[i] = base + f[1]
				break
			}
		}
	}
	return stems
}

// polishConsonant declines «Kraków», «Gdańsk», «Łódź», «Białoruś».
func polishConsonant(word string) Paradigm {
	d := declension{word: nom | acc}
	for _, s := range polishStems(word) {
		d.on(s, polishJoins(s, polishMan))
		switch {
		case endsIn(s, "i"):
			d.put(gen|dat|loc, s)
			d.put(ins, s+"ą")
		case polishSoft(s):
			d.put(gen|dat|loc, s+"i", s+"y")
			d.put(ins, s+"ą")
		case endsIn(s, "k", "g", "ch", "h"):
		case endsIn(s, "p", "b", "m", "w"):
			d.put(loc, soften(s)...)
			d.on(s+"i", polishMan) // «Wrocław», «Radom»
		default:
			d.put(loc, soften(s)...)
		}
		if base, ok := strings.CutSuffix(s, "c"); ok {
			d.put(ins, base+"kiem") // «Chirac»
		}
		d.common(s+"y", s+"i", s+"ów", s+"om", s+"ami", s+"ach")
	}
	return d.paradigm()
}

// polishA declines «Moskwa», «Rosja», «Armenia», «Duda».
func polishA(base string) declension {
	d := declension{base + "a": nom}
	d.put(acc|liv, base+"ę")
	d.put(ins, base+"ą")
	switch {
	case endsIn(base, "i"):
		d.put(gen|dat|loc, base+"i", base)
	case endsIn(base, "j"):
		d.put(gen|dat|loc, base+"i", strings.TrimSuffix(base, "j")+"i")
	case endsIn(base, "l", "e", "o", "u"):
		d.put(gen|dat|loc, base+"i")
	case polishSoft(base):
		d.put(gen|dat|loc, base+"y")
	case endsIn(base, "k", "g"):
		d.put(gen, base+"i")
		d.put(dat|loc, soften(base)...)
	default:
		d.put(gen, base+"y")
		d.put(dat|loc, soften(base)...)
	}
	d.common(base+"om", base+"ami", base+"ach")
	return d
}

// polishO declines «Kosowo», «Państwo», and persons in -ko.
func polishO(base string, person bool) declension {
	d := declension{base + "o": nom | acc}
	d.on(base, polishJoins(base, polishThing))
	d.put(loc, soften(base)...)
	if person {
		d.on("", polishA(base))
		delete(d, base+"a")
		d.put(gen|liv, base+"a")
		d.put(dat, base+"owi")
	}
	return d
}

// polishE declines «Naddniestrze», «Zakopane», «Katowice», «Indie», «Joe».
func polishE(word, base string) declension {
	d := declension{}
	adjective := strings.TrimSuffix(base, "i")
	if !endsIn(base, "ni", "dni") {
		d.on(adjective, polishJoins(adjective, polishN))
		d.on(adjective, polishJoins(adjective, polishP))
	}
	if endsIn(base, "dni") {
		d.on(base, declension{"ego": gen, "emu": dat, "m": ins | loc | pl(dat), "ch": pl(gen | loc), "mi": pl(ins)})
	}
	d[word] |= nom | acc | pl(nom|acc)
	if stem, ok := strings.CutSuffix(word, "owie"); ok { // «talibowie»
		d.on(stem, polishMany)
	}
	if stem, ok := strings.CutSuffix(word, "anie"); ok { // «Rosjanie»
		d.on(stem+"an", polishMany)
		d.put(pl(gen|liv), stem+"an")
	}
	if !polishAdjective(word) {
		d.on(base, polishThing)
		d.on(base, polishMany)
		d.put(pl(gen), base, base+"i", base+"y")
	}
	return d
}

// polishPlural declines «Chiny», «Niemcy», «Włochy», «pogranicznicy».
func polishPlural(word, base string) declension {
	d := declension{word: pl(nom | acc), base: pl(gen) | Inner} // «Czech» is a man, too
	d.on(base, polishMany)
	for _, loc2 := range soften(base) {
		d.put(pl(loc), loc2+"ch")
	}
	r, n := utf8.DecodeLastRuneInString(base)
	d.put(pl(gen)|Inner, base[:len(base)-n]+"e"+string(r), base[:len(base)-n]+"ie"+string(r))
	for _, f := range [][2]string{{"ści", "st"}, {"cy", "k"}, {"owie", ""}, {"ci", "t"}, {"rzy", "r"}, {"dzi", "d"}, {"si", "s"}, {"zi", "z"}} {
		if stem, ok := strings.CutSuffix(word, f[0]); ok {
			d.on(stem+f[1], polishMany)
			d.on(stem+f[1], polishJoins(stem+f[1], polishP))
			delete(d, stem+f[1]+"e")
			delete(d, stem+f[1]+"ie")
			break
		}
	}
	return d
}

// polishWord declines one word. A capitalised word is a proper name.
func polishWord(word string, capital, person, alone bool) Paradigm {
	last, n := utf8.DecodeLastRuneInString(word)
	base := word[:len(word)-n]
	adjective := polishAdjective(word)
	var d declension
	switch last {
	case 'a':
		switch {
		case person && endsIn(word, "owa", "ewa") && utf8.RuneCountInString(word) > 5,
			adjective && !endsIn(word, "owa", "dnia") || slices.Contains(polishColours, base):
			d = declension{}
			if !person && (alone || word == "polska") {
				d = polishA(base)
			}
			if !alone || person {
				d.on(base, polishJoins(base, polishF))
			}
		case endsIn(word, "pospolita"):
			d = declension{word: nom, base + "ej": gen | dat | loc, strings.Replace(word, "pospolita", "ypospolitej", 1): gen | dat | loc,
				strings.Replace(word, "pospolita", "pospolitą", 1): acc | ins, strings.Replace(word, "pospolita", "ąpospolitą", 1): ins}
		case adjective:
			d = declension{}
			if d.on(base, polishF); !endsIn(word, "dnia") && !person {
				d.on("", polishA(base))
			}
		default:
			d = polishA(base)
		}
	case 'o':
		d = polishO(base, person)
	case 'e':
		d = polishE(word, base)
		if person {
			d.put(gen|liv, word+"go")
			d.put(dat, word+"mu")
			d.put(ins|loc, word+"m")
			p := d.paradigm()
			p.AsIs = AnyCase
			return p
		}
	case 'y', 'i':
		d = declension{}
		if adjective || person {
			if last == 'y' {
				d.on(base, polishM)
				if endsIn(base, "a", "e", "o", "u") {
					d.on(word, polishMan) // «Romney»
				}
			} else {
				d.on(word, declension{"": nom | acc, "ego": gen | liv, "emu": dat, "m": ins | loc})
			}
		}
		if adjective && !person && last == 'i' && !endsIn(base, "k", "g") { // «Zieloni»
			d.put(pl(nom), word)
			d.on(base, polishP)
			delete(d, base+"e")
		}
		if !person && (!adjective || !capital || endsIn(word, "cy")) {
			d.on("", polishPlural(word, base))
		}
	case 'ó', 'u', 'é', 'ą', 'ę', 'á', 'ô', 'ü', 'ö':
		return Paradigm{}
	default:
		p := polishConsonant(word)
		if !person && endsIn(word, "um") {
			p.AsIs = AnyCase // «forum»
		}
		return p
	}
	return d.paradigm()
}
