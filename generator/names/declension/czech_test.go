package declension

import "testing"

func TestCzech(t *testing.T) {
	testForms(t, Czech, []spelling{
		{"Rusko", "", "Ruska|Rusku|Ruskem", "ruský|Rusové"},
		{"Arménie", "", "Arménii|Arménií", "Armén|arménský"},
		{"Praha", "", "Prahy|Praze|Prahu|Prahou", "pražský|Prahě"},
		{"Amerika", "", "Ameriky|Americe|Ameriku|Amerikou", "americký"},
		{"Korea", "", "Koreje|Koreji|Koreu|Koreou", "Korejec"},
		{"Ukrajina", "", "Ukrajiny|Ukrajině|Ukrajinu|Ukrajinou", "ukrajinský"},
		{"Kazachstán", "", "Kazachstánu|Kazachstánem", "kazašský"},
		{"Brno", "", "Brna|Brnu|Brně|Brnem", "brněnský"},
		{"Plzeň", "", "Plzně|Plzni|Plzní", "plzeňský"},
		{"Vídeň", "", "Vídně|Vídni|Vídní", "vídeňský"},
		{"Paříž", "", "Paříže|Paříži|Paříží", "pařížský"},
		{"Budapešť", "", "Budapešti|Budapeští", "budapešťský"},
		{"Liberec", "", "Liberce|Liberci|Libercem", "liberecký"},
		{"Písek", "", "Písku|Pískem", "písecký"},
		{"Benátky", "", "Benátek|Benátkám|Benátkách|Benátkami", "benátský"},
		{"Pardubice", "", "Pardubic|Pardubicím|Pardubicích|Pardubicemi", "pardubický"},
		{"Karlovy Vary", "", "Karlových Varů|Karlovým Varům|Karlových Varech", "Karlovy Varech"},
		{"Česká republika", "", "České republiky|České republice|Českou republiku|Českou republikou", "Česká republiky|České republiku"},
		{"Spojené státy americké", "", "Spojených států amerických|Spojeným státům americkým|Spojených státech amerických", "Spojené států"},
		{"Jižní Osetie", "", "Jižní Osetii|Jižní Osetií", "Jižnímu Osetie"},
		{"Bosna a Hercegovina", "", "Bosny a Hercegoviny|Bosně a Hercegovině", "Bosny a Hercegovinu"},
		{"New York", "", "New Yorku|New Yorkem", "New Yorský"},
		{"Ústí nad Labem", "", "Ústí nad Labem|Ústím nad Labem", "Ústí nad Labe"},
		{"Organizace spojených národů", "", "Organizaci spojených národů|Organizací spojených národů", "Organizace spojeným národům"},
		{"Ministerstvo zahraničních věcí", "", "Ministerstva zahraničních věcí|Ministerstvu zahraničních věcí", "Ministerstvo zahraniční věci"},
		{"turkmenští pohraničníci", "", "turkmenských pohraničníků|turkmenským pohraničníkům", "turkmenský pohraničník"},
		{"ČEZ", "", "ČEZu|ČEZem", "ČEZi"},
		{"Václav Havel", "person", "Václava Havla|Václavu Havlovi|Václavem Havlem", "Václav Havla|Václava Havlem"},
		{"Petr Fiala", "person", "Petra Fialy|Petru Fialovi|Petrem Fialou", "Petr Fialy"},
		{"Andrej Babiš", "person", "Andreje Babiše|Andreji Babišovi|Andrejem Babišem", "Andrej Babiše"},
		{"Angela Merkelová", "person", "Angely Merkelové|Angele Merkelové|Angelu Merkelovou|Angelou Merkelovou", "Angela Merkelové"},
		{"Volodymyr Zelenskyj", "person", "Volodymyra Zelenského|Volodymyrem Zelenským", "Volodymyr Zelenského"},
		{"Alexandr Lukašenko", "person", "Alexandra Lukašenka|Alexandrem Lukašenkem|Alexandru Lukašenkovi", "Alexandr Lukašenka"},
		{"Lev Tolstoj", "person", "Lva Tolstého|Lvu Tolstému|Lvem Tolstým", "Lvem Tolstého"},
		{"Karel Čapek", "person", "Karla Čapka|Karlu Čapkovi|Karlem Čapkem", "Karel Čapka"},
		{"Kim Čong-un", "person", "Kim Čong-una|Kim Čong-unem", "Kim Čong-unský"},
	})
}
