package names

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/russian"
)

// language is what is known of a language. The zero value is a language of
// which nothing is known: its names do not inflect, its letters are taken as
// they are, and names link more boldly, as no words beside them are understood.
type language struct {
	// stem gives words their stems, forms what a name's words may become. None or both.
	stem  func(*snowballstem.Env) bool
	forms func(name []string, person bool) []paradigm

	// spelledAs are two spellings of a part of words in ASCII, of which the first
	// is read as the second.
	spelledAs [2]string
	// letters gives a word with letters beyond ASCII as it is compared; nil: as it is.
	letters func(word string) string

	// contractions swallow the articles of places' names: "Le Caire", "au Caire".
	contractions map[string]bool
	swallowed    map[string]bool

	idiom *idiom // nil: none is known
}

// languages are all that is known of languages, by base language. A further
// language is an entry here, with as much as is known of it.
var languages = map[string]*language{
	"en": {
		stem: english.Stem, forms: plurals(englishSingular),
		spelledAs: [2]string{"isation", "ization"}, // in the names of organisations
		idiom: &idiom{
			titles: wordSet(`President Presidents Prime Premier Minister Ministers PM Mr Mrs Ms Dr Sir Lord Lady King Queen Prince Princess
				Emperor Empress Tsar Chancellor Secretary General Colonel Major Captain Lieutenant Admiral Marshal Senator Governor Mayor
				Ambassador Professor Pope Comrade Justice Judge Leader Chairman Chairwoman Speaker Director Commissioner
				Representative Congressman Congresswoman Foreign Defence Defense Interior Finance Vice Deputy Acting Premier`),
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
	},
	"fr": {
		stem: french.Stem, forms: plurals(frenchSingular),
		letters:      plainCapital,
		contractions: wordSet(`au du aux des`),
		swallowed:    wordSet(`Le Les`),
		idiom: &idiom{
			titles: wordSet(`M MM Mme Mmes Mlle Président Présidente Premier Première Ministre Général Colonel Maréchal Amiral Chancelier Chancelière Roi Reine
				Prince Princesse Pape Docteur Dr Maître Me Sénateur Monseigneur Mgr Lord Sir Messieurs Monsieur Madame`),
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
			behind:     wordSet(`Sud Nord Est Ouest équatoriale oriental septentrional`),
			linking:    wordSet(`du de l ’ '`),
		},
	},
	"ru": {
		stem: russian.Stem, forms: russianForms,
		letters: yo.Replace,
		idiom: &idiom{
			titleStarts: []string{"президент", "министр", "премьер", "господин", "госпож", "генерал", "маршал", "адмирал",
				"канцлер", "корол", "королев", "цар", "император", "полковник", "посол", "посл", "глав", "лидер", "депутат",
				"сенатор", "губернатор", "секретар", "товарищ"},
			titleEnds:  []string{"вич", "вича", "вичу", "вичем", "виче", "вна", "вны", "вне", "вну", "вной"},
			heads:      wordSet(`банк банка банку банком банке голос голоса почта почты герой героя героев`),
			directions: []string{"Южн", "Северн", "Восточн", "Западн", "Центральн", "Нов", "Един", "Экваториальн", "Велик", "Мал"},
			apposed:    &apposition{isAdjectival, agreesAsGiven},
		},
	},
	"uk": {letters: yo.Replace},
	"be": {letters: yo.Replace},
	"ar": {letters: withoutArticle},
}

// unknown is every language that has no entry.
var unknown = &language{}

// languageOf is what is known of the language of a BCP 47 tag.
func languageOf(tag string) *language {
	base, _, _ := strings.Cut(tag, "-")
	if l := languages[base]; l != nil {
		return l
	}
	return unknown
}
