package corpus

import "strings"

// countries are named by their English names, which are one word each.
var countries = strings.Fields(`Russia Germany France China India Japan Brazil Canada Mexico Italy Spain Poland Ukraine Egypt Nigeria
	Kenya Ethiopia Indonesia Pakistan Bangladesh Vietnam Thailand Malaysia Australia Argentina Colombia Chile Peru Venezuela
	Iran Iraq Afghanistan Kazakhstan Uzbekistan Kyrgyzstan Tajikistan Turkmenistan Armenia Azerbaijan Belarus Moldova
	Romania Bulgaria Hungary Austria Slovakia Slovenia Croatia Serbia Montenegro Albania Greece Cyprus Malta Portugal Ireland Norway
	Sweden Finland Denmark Iceland Estonia Latvia Lithuania Belgium Luxembourg Switzerland Morocco Algeria Tunisia Libya Sudan
	Somalia Djibouti Eritrea Uganda Rwanda Burundi Tanzania Zambia Zimbabwe Botswana Namibia Angola Cameroon Gabon Ghana Senegal
	Mauritania Mozambique Madagascar Mongolia Nepal Bhutan Cambodia Laos Philippines Singapore Lebanon Israel Kuwait Qatar
	Bahrain Oman Yemen Cuba Jamaica Honduras Nicaragua Guatemala Panama Ecuador Bolivia Paraguay Uruguay Guyana Suriname`)

var occasions = strings.Fields(`summit talks accord ceasefire conference exercise inquiry protocol election referendum
	declaration congress visit trial treaty offensive evacuation blockade`)

// sort is what an actor can be: the words of its name about its stem.
type sort struct{ kind, before, after string }

var given = strings.Fields(`Anton Boris Clara David Elena Farid Greta Hamid Irina Julia Karim Laura Marta Nadia Oskar Petra Rosa Samir
	Tanja Viktor Yusuf Zoya`)

var sorts = []sort{
	{"person", "", ""}, {"organization", "", " Institute"}, {"person", "", ""}, {"person", "", ""}, {"government", "", " Ministry"},
	{"person", "", ""}, {"organization", "", " Council"}, {"person", "", ""}, {"armed-group", "", " Front"}, {"person", "", ""},
}

// sortOf is what the i-th actor is.
func sortOf(i int) sort {
	s := sorts[i%len(sorts)]
	if s.kind == "person" {
		s.before = given[i/2%len(given)] + " "
	}
	return s
}

const (
	consonants = "bdfgklmnprstvz"
	vowels     = "aeiou"
	stems      = 14 * 14 * 14 * 5 * 5 * 5
)

// stem makes a different name for each number below stems. Neighbours are not
// alike.
func stem(i int) string {
	i = i * 104_729 % stems // prime to stems
	b := make([]byte, 0, 8)
	for range 3 {
		b = append(b, consonants[i%14], vowels[i/14%5])
		i /= 70
	}
	b[0] -= 'a' - 'A'
	return string(b) + "x"
}

func (m maker) eventName(i int) string { return stem(i) + " " + occasions[i%len(occasions)] }

func (m maker) actorName(i int) string {
	s := sortOf(i)
	return s.before + stem(stems/2+i) + s.after
}

// In patterns "n" stands for a noun, "N" for nouns, "a" for an adjective, "v"
// for a verb in the past and "d" for an adverb, each in braces.
var (
	nouns = strings.Fields(`agreement alliance army article attempt balance bank border budget campaign capital case century
		change claim coast coalition commander commission committee company concern council crisis debate debt decision defence delegation
		demand district doctrine economy embassy enquiry envoy era factory force future garrison goal government harbour harvest history
		industry influence interest island journal judge law leader letter line loan majority mandate market meeting member message minister
		mission movement nation neighbour newspaper observer offer office officer opinion order parliament partner party path payment peace
		people plan police policy port position power presence press price principle problem programme project promise proposal province
		question railway reason reform region report reserve resource response result right river road role route rule school season
		session settlement ship side signal society source speech staff station strategy strength support system target tax team term
		threat town trade tradition turn union unit valley version victory village visit vote war warning weapon winter witness word`)
	adjectives = strings.Fields(`able annual bitter brief bright broad central civil clear cold common complex costly deep distant early
		economic external familiar final firm foreign formal fragile free fresh full general great hard heavy high hostile internal joint
		large last late legal local long lost low main military modern mutual narrow national naval new northern official old open other
		outer patient permanent plain political poor popular practical present private public quiet rapid ready recent regional remote rich
		rising rural secret senior serious sharp short simple slow small social southern special stable strong sudden technical urban
		useful usual vast weak western wide wise`)
	verbs = strings.Fields(`accepted answered avoided blamed built changed checked closed considered countered crossed defended delayed
		denied described divided doubted ended entered examined expected explained extended faced favoured financed followed founded
		guarded guided halted helped improved joined judged limited managed measured mentioned moved noticed opened opposed ordered
		outlined passed planned praised prepared preferred presented pressed promised protected proposed published questioned raised reached
		recalled received recorded rejected repeated replaced reported restored reviewed revised settled shaped shared showed signed
		stopped supported tested transformed treated trusted turned united visited warned watched welcomed`)
	adverbs = strings.Fields(`again almost already always carefully clearly closely constantly firmly formally fully gradually hardly
		never often once openly partly plainly quickly quietly rarely readily seldom slowly soon steadily suddenly twice usually`)

	plain = []string{
		"the {a} {n} {d} {v} the {n} of the {a} {n}",
		"after a {a} {n} the {n} {v} what the {n} had {d} {v}",
		"no {n} {v} the {N} that the {n} of the {n} {d} {v}",
		"it was the {n}, and not the {a} {n}, that {v} the {N} of that {n}",
		"while the {n} {v} the {N}, a {a} {n} {v} the {a} {N}",
		"the {N} of the {n} {v} neither the {n} nor its {a} {N}",
		"for the {n} this {v} a {a} {n}: the {N} {d} {v} it",
		"many a {n} {d} {v} the {a} {N}; few {v} the {n}",
		"by the end of the {n} the {a} {N} {v} each other’s {n}",
		"a {n} \"of {a} {N}\" {v} the {n} -- or so the {n} {d} {v}",
		"the {n}'s {a} {N} {v} a {n} of some {a} {N} and {v} the {n}",
	}
	ofCountry = []string{
		"in %s the {a} {n} {d} {v} the {n} of the {N}",
		"the {n} {v} the {a} {N} of %s and {d} {v} its {n}",
		"a {n} from %s {v} the {a} {n} that the {N} {d} {v}",
		"the {N} between the {n} and %s {v} a {a} {n}",
	}
	ofEvent = []string{
		"at the time of the %s the {n} {d} {v} a {a} {n}",
		"the {n} {v} the {N} of the %s as a {a} {n}",
		"since the %s no {n} {d} {v} the {a} {N}",
	}
	ofActor = []string{
		"according to %s the {n} {d} {v} the {a} {N}",
		"the {a} {n} {v} %s and the {N} of the {n}",
		"a {n} that %s {d} {v} was a {a} {n} for the {N}",
	}
	roles  = []string{"{a} {n} of the {n}", "{n} for {a} {N}", "{a} {n}"}
	titles = []string{"the {a} {n}", "what the {n} {v}", "{a} {N}", "a {n} of {N}", "the {n} and the {n}", "how the {n} {v} the {n}"}
)
