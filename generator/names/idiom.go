package names

import (
	"slices"
	"strings"
)

// idiom is the small vocabulary of a language that tells a name from a part of
// another name. All words are as written in the middle of a sentence, except
// function words and heads, which are in lower case.
type idiom struct {
	titles     map[string]bool // may stand before a person or after a country: "President"
	isTitle    func(word string) bool
	followers  map[string]bool // may follow a place without making another name of it
	function   map[string]bool // may begin a sentence before a surname
	months     []string        // that are also names of people
	dated      map[string]bool // stand before months
	of         map[string]bool // stand between a head and a place
	articles   map[string]bool
	leads      map[string]bool // stand before a place that ends its phrase, whatever follows
	locative   map[string]bool // stand before places, not people
	heads      map[string]bool // make another name with a place: "Bank of"
	directions []string        // how words begin that make another place with a place: "South"
	direction  func(*surroundings) bool
	apposed    bool // names stand side by side without preposition: «президент России Владимир Путин»
}

func (i *idiom) isDirection(word string) bool { return beginsWith(word, i.directions...) }

func beginsWith(word string, beginnings ...string) bool {
	return slices.ContainsFunc(beginnings, func(b string) bool { return strings.HasPrefix(word, b) })
}

func wordSet(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

func never(string) bool { return false }

// idioms by base language; other languages have none, and link more boldly.
var idioms = map[string]*idiom{
	"en": {
		titles: wordSet(`President Presidents Prime Premier Minister Ministers PM Mr Mrs Ms Dr Sir Lord Lady King Queen Prince Princess
			Emperor Empress Tsar Chancellor Secretary General Colonel Major Captain Lieutenant Admiral Marshal Senator Governor Mayor
			Ambassador Professor Pope Comrade Justice Judge Leader Chairman Chairwoman Speaker Director Commissioner
			Representative Congressman Congresswoman Foreign Defence Defense Interior Finance Vice Deputy Acting Premier`),
		isTitle: never,
		followers: wordSet(`Ministry Congress Senate Parliament Government Army Navy Embassy Constitution Republic
			Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
			October November December I Yesterday Tomorrow Soviet Democrat Republican Candidate`),
		function: wordSet(`the a an and but or if when while as in on at for from to with without by of that this these those then than
			though although because since until unless after before still even only also yet so thus like unlike whether what why
			how who where did does do has have had is are was were can could will would should may might must not once now later
			earlier here there both either neither nor under over about against between among given instead meanwhile however
			moreover perhaps maybe recently today yesterday tomorrow finally eventually clearly indeed because despite according whereas
			whenever wherever critics president mr mrs ms says said let nobody everyone`),
		months:     []string{"January", "March", "April", "May", "June", "July", "August"},
		dated:      wordSet(`in of since until till by last next this early late mid from to between and before after for during each every on through around about`),
		of:         wordSet(`of`),
		leads:      wordSet(`of In From At`),
		locative:   wordSet(`in In at At near Near`),
		articles:   wordSet(`the The a A an An`),
		heads:      wordSet(`bank university voice treaty battle siege peace congress convention pact duke bishop archbishop union gulf sea strait radio`),
		directions: []string{"South", "North", "East", "West", "New", "Equatorial", "Central", "Upper", "Lower", "Little", "Greater", "Inner", "Outer", "United", "Saint"},
	},
	"fr": {
		titles: wordSet(`M MM Mme Mmes Mlle Président Présidente Premier Première Ministre Général Colonel Maréchal Amiral Chancelier Chancelière Roi Reine
			Prince Princesse Pape Docteur Dr Maître Me Sénateur Monseigneur Mgr Lord Sir Messieurs Monsieur Madame`),
		isTitle:   never,
		followers: wordSet(``),
		function: wordSet(`le la les l un une des du de d au aux à en et ou mais donc or ni car si que qu quand lorsque lorsqu comme pour par avec
			sans sous sur dans chez vers selon après avant depuis pendant malgré contre entre hier demain aujourd’hui puis ensuite enfin
			alors ainsi aussi même ce cet cette ces son sa ses leur leurs où dont tandis bien jamais toujours encore ici là voici voilà`),
		of:       wordSet(`de d du des`),
		leads:    wordSet(`de du des en En au Au aux Aux à À depuis Depuis`),
		locative: wordSet(`à À en En`),
		articles: wordSet(`la le les La Le Les l un une des`),
		heads: wordSet(`banque université traité bataille siège paix congrès convention pacte tour évêque archevêque golfe voix accord accords
			festival match stade gare château`),
		directions: []string{"Air", "Radio", "Nouvelle", "Nouveau", "Saint", "Sainte"},
		direction:  frenchDirection,
	},
	"ru": {
		titles: wordSet(``),
		isTitle: func(word string) bool {
			w := strings.ToLower(word)
			return beginsWith(w, "президент", "министр", "премьер", "господин", "госпож", "генерал", "маршал", "адмирал",
				"канцлер", "корол", "королев", "цар", "император", "полковник", "посол", "посл", "глав", "лидер", "депутат",
				"сенатор", "губернатор", "секретар", "товарищ") ||
				endsIn(w, "вич", "вича", "вичу", "вичем", "виче", "вна", "вны", "вне", "вну", "вной")
		},
		heads:      wordSet(`банк банка банку банком банке голос голоса почта почты герой героя героев`),
		directions: []string{"Южн", "Северн", "Восточн", "Западн", "Центральн", "Нов", "Един", "Экваториальн", "Велик", "Мал"},
		apposed:    true,
	},
}

// contractions swallow the article of a French name: "Le Caire", "au Caire".
var contractions = wordSet(`au du aux des`)

// frenchDirection finds directions behind a place: "Corée du Sud".
func frenchDirection(s *surroundings) bool {
	if !s.hasNext || !s.next.spaced {
		return false
	}
	t, c := s.next, after(s.b, s.next)
	for range 4 {
		switch s.word(t) {
		case "du", "de", "l", "’", "'":
		case "Sud", "Nord", "Est", "Ouest", "équatoriale", "oriental", "septentrional":
			return true
		default:
			return false
		}
		var ok bool
		if t, ok = c.next(); !ok || !t.joined {
			return false
		}
	}
	return false
}
