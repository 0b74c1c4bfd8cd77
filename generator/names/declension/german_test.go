package declension

import "testing"

func TestGerman(t *testing.T) {
	testForms(t, German, []spelling{
		{"Russland", "", "Russlands", "russisch|Russe"},
		{"Paris", "", "Paris", "Pariss|Pariser"},
		{"New York", "", "New Yorks", "New Yorker"},
		{"Niederlande", "", "Niederlanden", "Niederländer"},
		{"Vereinigte Staaten", "", "Vereinigten Staaten|Vereinigter Staaten", "Vereinigt Staat"},
		{"Vereinigte Arabische Emirate", "", "Vereinigten Arabischen Emiraten", "Vereinigten Arabisch Emirate"},
		{"Bosnien und Herzegowina", "", "Bosnien und Herzegowinas|Bosniens und Herzegowinas", "Bosnier und Herzegowina"},
		{"Internationaler Strafgerichtshof", "", "Internationalen Strafgerichtshofs|Internationale Strafgerichtshof|Internationalen Strafgerichtshofes", "International Strafgerichtshof"},
		{"Auswärtiges Amt", "", "Auswärtigen Amts|Auswärtigen Amtes|Auswärtige Amt", "Auswärtig Amt"},
		{"Islamischer Staat", "", "Islamischen Staates|Islamischen Staats", "Islamisch Staat"},
		{"Vertrag von Versailles", "", "Vertrags von Versailles|Vertrages von Versailles", "Vertrag vons Versailles"},
		{"Der Spiegel", "", "Dem Spiegel|Des Spiegels", "Die Spiegelung"},
		{"turkmenische Grenzsoldaten", "", "turkmenischen Grenzsoldaten", "turkmenisch Grenzsoldaten"},
		{"NATO", "", "NATO", "NATOs"},
		{"Angela Merkel", "person", "Angela Merkels", "Angelas Merkel"},
		{"Ursula von der Leyen", "person", "Ursula von der Leyens", "Ursulas von der Leyen"},
		{"Olaf Scholz", "person", "Olaf Scholz", "Olaf Scholzs"},
		{"John McCain", "person", "John McCains", "Johns McCain"},
	})
}
