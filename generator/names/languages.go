package names

import (
	"strings"

	"dossier/generator/names/declension"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/russian"
)

// language is what is known of a language. The zero value is a language of
// which nothing is known: its names do not inflect, its letters are taken as
// they are, and names link more boldly, as no words beside them are understood.
type language struct {
	// forms is what a name's words may become; stem gives words their stems, nil where no
	// stemmer is: then words are known by their forms.
	stem  func(*snowballstem.Env) bool
	forms declension.Forms
	still bool // forms knows only the plural of common nouns: a word that begins like a name is none of its forms

	// spelledAs are two spellings of a part of words in ASCII, of which the first
	// is read as the second.
	spelledAs [2]string
	// letters gives a word with letters beyond ASCII as it is compared; nil: as it is.
	letters func(word string) string
	// lower gives letters in lower case; nil: as most languages have them.
	lower func(letters string) string

	// respelled gives a name as it is also parted into words; nil: it never is.
	respelled func(name string) string

	// contractions swallow the articles of places' names: "Le Caire", "au Caire".
	contractions map[string]bool
	swallowed    map[string]bool

	idiom *idiom // nil: none is known
}

// languages are all that is known of languages, by base language. A further
// language is an entry here, with as much as is known of it.
var languages = map[string]*language{
	"en": {
		stem: english.Stem, forms: declension.Plurals(declension.EnglishSingular), still: true,
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
			short:      wordSet(`gen col sen rep gov capt lt sgt st vs`),
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
		stem: french.Stem, forms: declension.Plurals(declension.FrenchSingular), still: true,
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
		stem: russian.Stem, forms: declension.Russian,
		letters: yo.Replace,
		idiom: &idiom{
			titleStarts: []string{"президент", "министр", "премьер", "господин", "госпож", "генерал", "маршал", "адмирал",
				"канцлер", "корол", "королев", "цар", "император", "полковник", "посол", "посл", "глав", "лидер", "депутат",
				"сенатор", "губернатор", "секретар", "товарищ", "совет", "парламент", "сенат", "конгресс", "банк", "центробанк", "правительств",
				"министерств", "посольств", "администрац", "комитет", "союз"},
			followers: wordSet(`Город Порт Аэропорт Вокзал Курорт Округ Район Поезд Рейс Стадион Матч Университет Завод`),
			function: wordSet(`а и но да или если когда пока хотя однако поэтому так как вот там тут здесь где теперь потом затем тогда итак раз лишь
				только даже уже ещё еще сейчас сегодня вчера завтра что чем зачем почему для без под над при из от до после перед через пусть ведь опять
				вновь снова тот этот весь сам наш ваш мой он кроме вокруг против около мимо вместо вслед иначе вместе между`),
			titleEnds:     []string{"вич", "вича", "вичу", "вичем", "виче", "вна", "вны", "вне", "вну", "вной"},
			short:         wordSet(`им ул пл пр пос обл тов акад проф ген св см напр`),
			heads:         wordSet(`банк банка банку банком банке голос голоса почта почты герой героя героев`),
			directions:    []string{"Южн", "Северн", "Восточн", "Западн", "Центральн", "Нов", "Един", "Экваториальн", "Велик", "Мал"},
			directionEnds: strings.Fields("ый ий ой ая ое ые ие ого ому ым им ом ем ей ую ою ых их ыми ими яя ее его ему юю"),
			apposed:       &apposition{declension.RussianAdjectival, declension.RussianAgreesAsGiven},
			agreement:     &agreement{declension.RussianAgrees, declension.RussianNamesake, declension.RussianGivenTo},
		},
	},
	"uk": {
		forms: declension.Ukrainian, letters: yo.Replace,
		idiom: &idiom{
			titles: wordSet(`Пан Пана Пану Панові Паном Пані Пане Мер Мера Меру Мером`),
			titleStarts: []string{"президент", "міністр", "прем", "генерал", "маршал", "адмірал", "канцлер", "корол",
				"цар", "імператор", "полковник", "посол", "посл", "глав", "голов", "лідер", "депутат", "сенатор", "губернатор",
				"секретар", "речни", "адвокат", "спікер"},
			titleEnds:  []string{"вич", "вича", "вичу", "вичем", "вичеві", "івна", "івни", "івні", "івну", "івною", "ївна", "ївни", "ївні", "ївну", "ївною"},
			short:      wordSet(`ім вул пл просп обл акад проф ген св див напр`),
			function:   wordSet(`якщо коли хоча адже проте однак тому отже поки після перед через навіть тільки лише чому також`),
			heads:      wordSet(`банк банку банком банкові голос голосу голосом пошта пошти пошті поштою герой героя героїв`),
			directions: []string{"Північн", "Південн", "Східн", "Західн", "Центральн", "Нов", "Єдин", "Екваторіальн", "Велик", "Мал"},
			apposed:    &apposition{declension.UkrainianAdjectival, declension.UkrainianAgreesAsGiven},
		},
	},
	"be": {
		forms: declension.Belarusian, letters: plainBelarusian,
		idiom: &idiom{
			titles: wordSet(`Пан Пана Пану Панам Пані Мэр Мэра Мэру Мэрам`),
			titleStarts: []string{"прэзідэнт", "міністр", "прэм", "спадар", "генерал", "маршал", "адмірал", "канцлер", "карал",
				"кароль", "цар", "імператар", "палкоўнік", "пасол", "пасл", "кіраўнік", "лідар", "лідэр", "дэпутат", "сенатар",
				"губернатар", "сакратар", "адвакат", "старшын", "спікер"},
			titleEnds:  []string{"віч", "віча", "вічу", "вічам", "вічы", "ўна", "ўны", "ўне", "ўну", "ўнай"},
			short:      wordSet(`ім вул пл пр вобл акад праф ген св гл`),
			function:   wordSet(`калі хоць бо аднак таму пакуль пасля перад праз нават толькі чаму таксама`),
			heads:      wordSet(`банк банка банку банкам голас голасу голасам пошта пошты пошце поштай герой героя герояў`),
			directions: []string{"Паўноч", "Паўднёв", "Усходн", "Заходн", "Цэнтральн", "Нов", "Адзін", "Экватарыяльн", "Вялік", "Мал"},
			apposed:    &apposition{declension.BelarusianAdjectival, declension.BelarusianAgreesAsGiven},
		},
	},
	"pl": {
		forms: declension.Polish,
		idiom: &idiom{
			titles: wordSet(`Lord Lorda Lordem Lordowi Lady Sir`),
			titleStarts: []string{"prezydent", "minist", "premier", "pan", "generał", "marszał", "kancler", "król", "car", "cesarz",
				"ambasador", "lider", "przywód", "poseł", "posł", "senator", "gubernator", "sekretarz", "przewodnicz", "szef", "papież",
				"biskup", "arcybiskup", "kardynał", "profesor", "rzeczni", "wicepre", "towarzysz"},
			titleEnds: []string{"wicz", "wicza", "wiczowi", "wiczem", "wiczu"},
			short:     wordSet(`ws ds tzw np im ul al pl św ks dr prof gen płk mjr wg por zob ang niem abp bp red inż`),
			function: wordSet(`a i ale lecz oraz lub albo czy że gdy kiedy jeśli jeżeli choć ponieważ bo więc zatem jednak także również też tylko
				nawet już jeszcze teraz dziś dzisiaj jutro potem wtedy tam tu to jak skąd gdzie dlaczego ani nie tak oto sam sama według zdaniem
				przeciw obok od do dla bez przed nad pod za z ze w we na o po przy przez u mówi pyta odpowiada twierdzi uważa dodaje zapowiada`),
			heads:      wordSet(`bank banku bankowi bankiem radio radia radiu głos głosu uniwersytet uniwersytetu`),
			directions: []string{"Północn", "Południow", "Wschodni", "Zachodni", "Now", "Wielk", "Mał", "Górn", "Doln", "Środkow", "Równikow"},
			behind: wordSet(`Północna Północnej Północną Północny Północnego Północnemu Północnym Południowa Południowej Południową Południowy
				Południowego Południowemu Południowym Wschodni Wschodnia Wschodniej Wschodnią Wschodniego Wschodnim Zachodni Zachodnia
				Zachodniej Zachodnią Zachodniego Zachodnim`),
			apposed: &apposition{declension.PolishAdjectival, declension.PolishAgreesAsGiven},
			doubled: wordSet(`marek jan adam paweł piotr urban filip michał daniel dawid roman bogdan stanisław kuba gabriel tomasz`),
		},
	},
	"cs": {
		forms: declension.Czech,
		idiom: &idiom{
			titles: wordSet(`Lord Lorda Lordem Lordovi Lady Sir`),
			titleStarts: []string{"prezident", "ministr", "premiér", "předsed", "pan", "paní", "generál", "maršál", "kanclé", "král", "car", "císař",
				"velvyslan", "vůdc", "šéf", "poslan", "senátor", "hejtman", "primátor", "tajemn", "mluvč", "papež", "biskup", "kardinál",
				"profesor", "doktor", "soudruh", "guvernér", "advokát", "exkancléř", "expremiér", "exprezident"},
			titleEnds: []string{"vič", "viče", "viči", "vičem", "vičovi"},
			short:     wordSet(`tzv např čl sv ul nám gen dr prof ing mgr plk mjr vs srov angl`),
			function: wordSet(`a i ale avšak nebo či že když až jestli jestliže pokud protože neboť proto tedy však také též taky jen pouze ani už
				ještě teď nyní dnes zítra včera potom pak tehdy tam tady to jak kde odkud proč ne tak sám sama podle proti kromě vedle od do
				pro bez před nad pod za s se v ve na o po při přes u k ke z ze mezi`),
			heads:      wordSet(`banka banky bance banku bankou rádio rádia rádiu hlas hlasu univerzita univerzity`),
			directions: []string{"Jižní", "Severní", "Východní", "Západní", "Střední", "Nov", "Velk", "Mal", "Horní", "Dolní", "Rovníkov"},
			apposed:    &apposition{declension.CzechAdjectival, declension.CzechAgreesAsGiven},
			doubled: wordSet(`pavel petr jan karel václav martin marek adam filip urban havel daniel david michal kašpar vít roman vojtěch matouš
				lukáš tomáš jakub klaus ondřej šimon štěpán viktor hynek alexandr`),
		},
	},
	"de": {
		forms: declension.German,
		idiom: &idiom{
			titles: wordSet(`Herr Herrn Frau General Generals Oberst Marschall Admiral Papst Lord Sir Professor Dr Genosse Genossen Prinz König
				Königin Kaiser Zar Ex`),
			short: wordSet(`bzw ca dr st nr prof sog inkl vgl gen hl`),
			titleEnds: []string{"präsident", "präsidenten", "präsidentin", "minister", "ministers", "ministerin", "kanzler", "kanzlers", "kanzlerin",
				"chef", "chefs", "chefin", "sprecher", "sprechers", "sprecherin", "sekretär", "sekretärs", "sekretärin", "premier", "führer",
				"vorsitzende", "vorsitzender", "vorsitzenden", "kandidat", "kandidaten", "kandidatin", "botschafter", "botschafters",
				"botschafterin", "senator", "senators", "gouverneur", "nachfolger", "nachfolgerin", "vorgänger", "vorgängerin", "politiker",
				"politikers", "politikerin", "beauftragte", "beauftragter", "diktator", "machthaber", "machthabers", "autokrat", "autokraten",
				"kommissar", "kommissarin", "meister", "meisterin", "anwalt", "richter", "amtsinhaber", "general"},
			function: wordSet(`und oder aber denn doch sondern wenn als während da weil obwohl dass ob wie wo warum wann wer was für mit von vom zu
				nach vor bei aus in an auf über unter gegen ohne um durch seit bis laut wegen trotz statt zwischen neben auch nur sogar nicht weder
				nachdem bevor damit sobald solange falls indem ehe
				noch sowohl ist hat war wird kann soll will darf muss sagte so heute gestern morgen dann nun jetzt damals`),
			articles:   wordSet(`das Das ein Ein dem Dem beim Beim zum Zum vom Vom`),
			heads:      wordSet(`universität radio fc hotel flughafen hauptbahnhof stadion bistum erzbistum bayern`),
			directions: []string{"Neu", "Alt", "Groß", "Klein", "Vereinigt", "Zentral", "Demokratisch"},
			doubled:    wordSet(`karl peter walter ludwig otto friedrich paul werner günther ernst hermann jakob arnold thomas simon heinrich moritz franz kai frank`),
			apposed:    &apposition{declension.GermanAdjectival, declension.GermanAgreesAsGiven},
		},
	},
	"kk": {
		forms: declension.Kazakh, letters: yo.Replace,
		idiom: &idiom{
			titleStarts: []string{"президент", "премьер", "министр", "вице", "мырза", "ханым", "генерал", "маршал", "полковник", "канцлер",
				"король", "патша", "император", "елші", "төраға", "басшы", "хатшы", "депутат", "сенатор", "әкім", "спикер", "адвокат", "профессор"},
			titleEnds: []string{"ұлы", "қызы", "вич", "овна", "евна"},
			function: wordSet(`ал бірақ және мен да егер өйткені сондықтан алайда дегенмен содан соң кейін бұрын қазір бүгін кеше ертең биыл былтыр
				енді сонда мұнда осылай осы бұл сол ол тек әрі яғни демек сондай-ақ кешке таңертең әлі тағы`),
			directions: []string{"Солтүстік", "Оңтүстік", "Шығыс", "Батыс", "Орталық", "Жаңа", "Экваторлық", "Біріккен"},
			heads:      wordSet(`радио`),
			behind: everyForm(declension.Kazakh, `университеті университет институты банкі шарты келісімі соғысы шайқасы әуежайы стадионы
				теңізі көлі өзені шығанағы мұхиты газеті радиосы көшесі даңғылы алаңы облысы ауданы`),
			linking: wordSet(`мемлекеттік ұлттық орталық техникалық медициналық халықаралық педагогикалық бейбіт Ұлттық Мемлекеттік Орталық`),
			apposed: &apposition{declension.KazakhDirection, declension.KazakhAgreesAsGiven},
		},
	},
	"ky": {
		forms: declension.Kyrgyz, letters: yo.Replace,
		idiom: &idiom{
			titleStarts: []string{"президент", "премьер", "министр", "вице", "мырза", "айым", "генерал", "маршал", "полковник", "канцлер",
				"король", "падыша", "император", "элчи", "төрага", "башчы", "катчы", "депутат", "сенатор", "губернатор", "мэр", "аким", "спикер",
				"адвокат", "профессор"},
			titleEnds: []string{"уулу", "кызы", "вич", "овна", "евна"},
			function: wordSet(`ал бирок жана менен да эгер анткени ошондуктан андан соң кийин мурда азыр бүгүн кечээ эртең быйыл былтыр
				эми анда мында ошентип ушул бул ошол ал гана башкача демек ошондой кечинде дагы`),
			directions: []string{"Түндүк", "Түштүк", "Чыгыш", "Батыш", "Борбордук", "Жаңы", "Экватордук", "Бириккен"},
			heads:      wordSet(`радио`),
			behind: everyForm(declension.Kyrgyz, `университети университет институту банкы келишими согушу аэропорту стадиону деңизи көлү
				дарыясы өзөнү океаны гезити радиосу көчөсү проспектиси аянты облусу району`),
			linking: wordSet(`мамлекеттик улуттук борбордук техникалык медициналык эл аралык педагогикалык тынчтык Улуттук Мамлекеттик Борбордук`),
			apposed: &apposition{declension.KyrgyzDirection, declension.KyrgyzAgreesAsGiven},
		},
	},
	"tr": {
		forms: declension.Turkish, letters: flatTurkish, lower: turkishLower,
		idiom: &idiom{
			titles: wordSet(`Sayın Bay Bayan Başkan Başkanı Cumhurbaşkanı Başbakan Başbakanı Bakan Bakanı Genel Sekreter Sekreteri General Generali
				Albay Orgeneral Mareşal Amiral Kral Kralı Kraliçe Kraliçesi Prens Prenses Sultan Padişah Şansölye Şansölyesi Büyükelçi Büyükelçisi
				Senatör Vali Valisi Elçi Elçisi Papa Profesör Prof Doç Dr Lideri Lider Sözcüsü Sözcü Vekili Yardımcısı Danışmanı Paşa Milletvekili Müdürü`),
			function: wordSet(`ve ama fakat ancak oysa çünkü eğer ise ayrıca hatta yine gene sonra önce şimdi bugün dün yarın o bu şu böylece böyle
				daha artık hâlâ hala bile yalnız yalnızca sadece hem ne ya belki üstelik nitekim dolayısıyla bununla iken gibi göre kadar için ile
				ardından sonunda akşam sabah geçenlerde eski yeni`),
			directions: []string{"Kuzey", "Güney", "Doğu", "Batı", "Orta", "Yeni", "Ekvator", "Büyük", "Küçük", "Birleşik"},
			heads:      wordSet(`radyo otel hotel fc`),
			behind: everyForm(declension.Turkish, `Üniversitesi Enstitüsü Bankası Antlaşması Anlaşması Sözleşmesi Savaşı Muharebesi Kuşatması
				Kongresi Konferansı Havalimanı Stadyumu Stadı Barajı Köprüsü Bulvarı Caddesi Meydanı Okyanusu Körfezi Boğazı Denizi Nehri Gölü
				Radyosu Gazetesi Ekspresi Kulübü Koleji Lisesi Hastanesi Spor Demirspor Belediyespor Gençlerbirliği`),
			linking: wordSet(`Merkez Devlet Teknik Ulusal Millî Milli Uluslararası Tıp Kültür Barış Spor Olimpiyat Fen Şehir Eğitim ve`),
			apposed: &apposition{declension.TurkishDirection, declension.TurkishAgreesAsGiven},
			parted:  true,
		},
	},
	"hy": {
		forms: declension.Armenian, letters: plainArmenian, lower: armenianLower,
		idiom: &idiom{
			titleStarts: []string{"նախագահ", "վարչապետ", "նախարար", "գեներալ", "մարշալ", "ծովակալ", "կանցլեր", "թագավոր", "թագուհի", "ցար", "կայսր",
				"գնդապետ", "դեսպան", "առաջնորդ", "պատգամավոր", "սենատոր", "նահանգապետ", "քարտուղար", "քաղաքապետ", "պարոն", "տիկին", "օրիորդ",
				"պապ", "արքայազն", "իշխան", "փաստաբան", "դատավոր", "խոսնակ", "փոխ", "արտգործնախարար", "պետքարտուղար", "տնօրեն",
				"ղեկավար", "գործընկեր", "ընկեր", "պրոֆեսոր", "լրագրող", "գրող", "ռեժիսոր", "կաթողիկոս", "արքեպիսկոպոս", "հանձնակատար", "մարզպետ"},
			function: wordSet(`և եւ ու իսկ բայց սակայն կամ թե եթե որ երբ որպեսզի քանի մինչ մինչև մինչեւ հետո առաջ ըստ համաձայն այսօր երեկ վաղը հիմա այժմ ապա
				նաև նաեւ միայն նույնիսկ անգամ այնուամենայնիվ այսպիսով արդեն դեռ նախկինում հետևաբար այս այդ այն նա ինչ ով որտեղ ինչու ինչպես
				այնտեղ այստեղ ահա բացի ի առանց դեպի ընդդեմ հանուն չնայած թեև քանզի ոչ այո իրոք իհարկե գուցե միգուցե բոլորը շատերը մի մեկ ամեն
				վերջապես նորից կրկին միաժամանակ հատկապես ավելի իբր իբրև որպես չէ պետք կա եղավ ասում ասաց`),
			directions: []string{"Հյուսիսային", "Հարավային", "Արևելյան", "Արեւելյան", "Արևմտյան", "Արեւմտյան", "Կենտրոնական", "Հասարակածային", "Նոր", "Մեծ", "Փոքր", "Վերին", "Ստորին"},
			behind: wordSet(`բանկ բանկը բանկն բանկի բանկին բանկից բանկում բանկով համալսարան համալսարանը համալսարանն համալսարանի համալսարանին
				համալսարանից համալսարանում ճակատամարտ ճակատամարտը ճակատամարտն ճակատամարտի ճակատամարտում կոնվենցիա կոնվենցիան կոնվենցիայի կոնվենցիայով
				ձայն ձայնը ձայնի ծով ծովը ծովի ծովում ծոց ծոցը ծոցի ծոցում`),
			linking: wordSet(`պետական ազգային բժշկական տեխնիկական`),
			apposed: &apposition{declension.ArmenianAdjectival, declension.ArmenianAgreesAsGiven},
		},
	},
	"ar": {
		forms: declension.Arabic, letters: plainArabic, respelled: servantOf,
		idiom: &idiom{ // all as folded
			heads: wordSet(`بنك مصرف جامعه صحيفه جريده مجله قناه اذاعه راديو صوت شارع حي ميدان ساحه فندق مطعم نادي معركه حصار فيلم كتاب
				روايه مسلسل حزب موقع وكاله برنامج مسرحيه اغنيه نيو بابوا`),
			behind:   wordSet(`الجنوبيه الشماليه الاستوائيه الجديده الكبري الصغري بيساو`),
			function: wordSet(`اليوم الان الماضي الماضيه المقبل الذي التي الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت الي امس`),
			givens: wordSet(`محمد احمد محمود علي حسن حسين عمر عثمان خالد ابراهيم يوسف سعيد جمال كمال طارق مصطفي عادل سمير نبيل فيصل ناصر سعد
				فهد سلمان عبدالله فاطمه مريم زينب ليلي ساره سعاد هدي نور جون جورج ميشيل بول ديفيد مايكل جيل الكسندر نيكولاي سيرغي ايفان
				اندريه ماري ماريا انا ايفا روبرت ريتشارد وليام توماس بيتر جاك جان كارل`),
		},
	},
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
