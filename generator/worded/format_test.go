package worded

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"dossier/generator/edtf"
)

// worded pairs EDTF with its wording in English, French and Russian. A "·" stands for the no-break
// space.
var worded = [][4]string{
	// Single dates.
	{"2019-11-28", "28·November 2019", "28·novembre 2019", "28·ноября 2019"},
	{"1992-05-15", "15·May 1992", "15·mai 1992", "15·мая 1992"},
	{"1992-05", "May 1992", "mai 1992", "май 1992"},
	{"2018-06", "June 2018", "juin 2018", "июнь 2018"},
	{"2019", "2019", "2019", "2019"},
	{"2019-05-01", "1·May 2019", "1er·mai 2019", "1·мая 2019"},
	{"2004-01-01T10:10:10Z", "1·January 2004", "1er·janvier 2004", "1·января 2004"},
	// Unspecified digits.
	{"2019-11-0X", "early November 2019", "début novembre 2019", "начало ноября 2019"},
	{"2019-11-1X", "mid-November 2019", "mi-novembre 2019", "середина ноября 2019"},
	{"2019-11-2X", "late November 2019", "fin novembre 2019", "конец ноября 2019"},
	{"2019-11-3X", "end of November 2019", "toute fin novembre 2019", "самый конец ноября 2019"},
	{"2019-11-XX", "November 2019 (day unknown)", "novembre 2019 (jour inconnu)", "ноябрь 2019 (день неизвестен)"},
	{"2019-XX", "2019 (month unknown)", "2019 (mois inconnu)", "2019 (месяц неизвестен)"},
	{"2019-XX-XX", "2019 (month and day unknown)", "2019 (mois et jour inconnus)", "2019 (месяц и день неизвестны)"},
	{"201X", "2010s", "années 2010", "2010-е годы"},
	{"20XX", "2000–2099 (year unknown)", "2000–2099 (année inconnue)", "2000–2099 (год неизвестен)"},
	{"20XX-XX", "2000–2099 (year and month unknown)", "2000–2099 (année et mois inconnus)",
		"2000–2099 (год и месяц неизвестны)"},
	{"XXXX", "date unknown", "date inconnue", "дата неизвестна"},
	{"XXXX-XX", "date unknown", "date inconnue", "дата неизвестна"},
	{"XXXX-XX-XX", "date unknown", "date inconnue", "дата неизвестна"},
	{"XXXX-12-25", "25·December (year unknown)", "25·décembre (année inconnue)", "25·декабря (год неизвестен)"},
	{"XXXX-12-XX", "December (day and year unknown)", "décembre (jour et année inconnus)", "декабрь (день и год неизвестны)"},
	{"156X-12-25", "25·December (1560s)", "25·décembre (années 1560)", "25·декабря (1560-е годы)"},
	{"1984-1X", "October–December 1984 (month unknown)", "octobre–décembre 1984 (mois inconnu)",
		"октябрь — декабрь 1984 (месяц неизвестен)"},
	{"1984-0X", "January–September 1984 (month unknown)", "janvier–septembre 1984 (mois inconnu)",
		"январь — сентябрь 1984 (месяц неизвестен)"},
	{"1X98", "between 1098 and 1998", "entre 1098 et 1998", "между 1098 и 1998"},
	{"2019-X1", "January 2019 or November 2019", "janvier 2019 ou novembre 2019", "январь 2019 или ноябрь 2019"},
	{"2019-12-X1", "1, 11, 21 or 31·December 2019", "1er, 11, 21 ou 31·décembre 2019", "1, 11, 21 или 31·декабря 2019"},
	{"2019-XX-31", "between 31·January 2019 and 31·December 2019", "entre le 31·janvier 2019 et le 31·décembre 2019", "между 31·января 2019 и 31·декабря 2019"},
	// Seasons and other parts of the year.
	{"2019-21", "spring 2019", "printemps 2019", "весна 2019 года"},
	{"2019-24", "winter 2019", "hiver 2019", "зима 2019 года"},
	{"XXXX-22", "summer (year unknown)", "été (année inconnue)", "лето (год неизвестен)"},
	{"2019-29", "spring 2019 (Southern Hemisphere)", "printemps 2019 (hémisphère Sud)", "весна 2019 года (Южное полушарие)"},
	{"2019-33", "1st quarter 2019", "1er trimestre 2019", "1-й квартал 2019 года"},
	{"2019-41", "second half of 2019", "2e semestre 2019", "2-е полугодие 2019 года"},
	// Years.
	{"-0043", "44·BC", "44·av.·J.-C.", "44·до·н.·э."},
	{"0000", "1·BC", "1·av.·J.-C.", "1·до·н.·э."},
	{"0044", "AD·44", "44·apr.·J.-C.", "44·н.·э."},
	{"0476", "476", "476", "476"},
	{"-0043-03-15", "15·March 44·BC", "15·mars 44·av.·J.-C.", "15·марта 44·до·н.·э."},
	{"Y170000002", "170,000,002", "170\u202f000\u202f002", "170·000·002"},
	{"Y17E7", "170,000,000", "170\u202f000\u202f000", "170·000·000"},
	{"1950S2", "about 1950 (1900–1999)", "vers 1950 (1900–1999)", "около 1950 года (1900–1999)"},
	{"1950S2/..", "since about 1950 (1900–1999)", "depuis 1950 environ (1900–1999)", "примерно с 1950 года (1900–1999)"},
	{"Y-17000", "17,001·BC", "17\u202f001·av.·J.-C.", "17·001·до·н.·э."},
	{"-004X", "50–41·BC (year unknown)", "50–41·av.·J.-C. (année inconnue)", "50–41·до·н.·э. (год неизвестен)"},
	// Qualifiers.
	{"2018-06~", "about June 2018", "vers juin 2018", "около июня 2018"},
	{"2018-06?", "June 2018 (uncertain)", "juin 2018 (date incertaine)", "июнь 2018 (предположительно)"},
	{"2018-06%", "about June 2018 (uncertain)", "vers juin 2018 (date incertaine)", "около июня 2018 (предположительно)"},
	{"2019~", "about 2019", "vers 2019", "около 2019 года"},
	{"2019-11-28~", "about 28·November 2019", "vers le 28·novembre 2019", "около 28·ноября 2019"},
	{"201X~", "about the 2010s", "vers les années 2010", "около 2010-х годов"},
	{"2019-22~", "about summer 2019", "vers l’été 2019", "около лета 2019 года"},
	{"2019-11-0X~", "about early November 2019", "vers début novembre 2019", "около начала ноября 2019"},
	{"2019-11-XX?", "November 2019 (day unknown, uncertain)", "novembre 2019 (jour inconnu, date incertaine)", "ноябрь 2019 (день неизвестен, предположительно)"},
	{"2004-06-~11", "about 11·June 2004", "vers le 11·juin 2004", "около 11·июня 2004"},
	// Intervals.
	{"2020/2025", "2020–2025", "2020–2025", "2020–2025"},
	{"2019/2019", "2019", "2019", "2019"},
	{"-0099/-0043", "100–44·BC", "100–44·av.·J.-C.", "100–44·до·н.·э."},
	{"-0043/0014", "44·BC – AD·14", "44·av.·J.-C. – 14·apr.·J.-C.", "44·до·н.·э. — 14·н.·э."},
	{"2019-05/2019-06", "May–June 2019", "mai–juin 2019", "май — июнь 2019"},
	{"2018-05/2019-06", "May 2018 – June 2019", "mai 2018 – juin 2019", "май 2018 — июнь 2019"},
	{"2019-11-28/2019-11-30", "28–30·November 2019", "du 28 au 30·novembre 2019", "28–30·ноября 2019"},
	{"1801/1900", "1801–1900", "1801–1900", "1801–1900"},
	{"2019-05-15/2019-05-17", "15–17·May 2019", "du 15 au 17·mai 2019", "15–17·мая 2019"},
	{"2019-05-01/2019-05-03", "1–3·May 2019", "du 1er au 3·mai 2019", "1–3·мая 2019"},
	{"2019-11-28/2019-12-02", "28·November – 2·December 2019", "du 28·novembre au 2·décembre 2019",
		"28·ноября — 2·декабря 2019"},
	{"2018-11-28/2019-12-02", "28·November 2018 – 2·December 2019", "du 28·novembre 2018 au 2·décembre 2019",
		"28·ноября 2018 — 2·декабря 2019"},
	{"1992-05-15/1999", "15·May 1992 – 1999", "15·mai 1992 – 1999", "15·мая 1992 — 1999"},
	{"1992~/1999?", "about 1992 – 1999 (uncertain)", "1992 environ – 1999 (date incertaine)", "примерно 1992 — 1999 (предположительно)"},
	{"199X/200X", "1990s – 2000–2009", "années 1990 – années 2000", "1990-е годы — 2000-е годы"},
	{"2019-21/2019-23", "spring 2019 – autumn 2019", "printemps 2019 – automne 2019", "весна 2019 года — осень 2019 года"},
	{"1992/", "1992 – unknown", "1992 – fin inconnue", "1992 — конец неизвестен"},
	{"/1999", "unknown – 1999", "début inconnu – 1999", "начало неизвестно — 1999"},
	// Open intervals.
	{"2019/..", "since 2019", "depuis 2019", "с 2019 года"},
	{"2019-02/..", "since February 2019", "depuis février 2019", "с февраля 2019"},
	{"2019-05-02/..", "since 2·May 2019", "depuis le 2·mai 2019", "со 2·мая 2019"},
	{"2019-05-12/..", "since 12·May 2019", "depuis le 12·mai 2019", "с 12·мая 2019"},
	{"201X/..", "since the 2010s", "depuis les années 2010", "с 2010-х годов"},
	{"2019-23/..", "since autumn 2019", "depuis l’automne 2019", "с осени 2019 года"},
	{"2019-02%/..", "since about February 2019 (uncertain)", "depuis février 2019 environ (date incertaine)", "примерно с февраля 2019 (предположительно)"},
	{"../1999", "until 1999", "jusqu’en 1999", "по 1999 год"},
	{"../1999-05", "until May 1999", "jusqu’en mai 1999", "по май 1999"},
	{"../1999-05-02", "until 2·May 1999", "jusqu’au 2·mai 1999", "по 2·мая 1999"},
	{"../201X", "until the 2010s", "jusqu’aux années 2010", "до конца 2010-х годов"},
	{"../2019-22", "until summer 2019", "jusqu’à l’été 2019", "до конца лета 2019 года"},
	{"../2019-21", "until spring 2019", "jusqu’au printemps 2019", "до конца весны 2019 года"},
	{"../2019-11-0X", "until early November 2019", "jusqu’à début novembre 2019", "по начало ноября 2019"},
	{"2019-33/..", "since the 1st quarter of 2019", "depuis le 1er trimestre 2019", "с 1-го квартала 2019 года"},
	{"-0043-33/..", "since the 1st quarter of 44·BC", "depuis le 1er trimestre 44·av.·J.-C.", "с 1-го квартала 44 года·до·н.·э."},
	{"../2019-38", "until the second third of 2019", "jusqu’au 2e quadrimestre 2019", "по вторую треть 2019 года"},
	{"[2019-33~..2019-35]", "between about the 1st quarter of 2019 and the 3rd quarter of 2019",
		"entre le 1er trimestre 2019 environ et le 3e trimestre 2019", "в промежутке примерно 1-й квартал 2019 года — 3-й квартал 2019 года"},
	{"-0043-33", "1st quarter 44·BC", "1er trimestre 44·av.·J.-C.", "1-й квартал 44 года·до·н.·э."},
	{"XXXX-38", "second third of a year (year unknown)", "2e quadrimestre (année inconnue)", "вторая треть года (год неизвестен)"},
	{"XXXX-41", "second half of a year (year unknown)", "2e semestre (année inconnue)", "2-е полугодие (год неизвестен)"},
	{"../2019-11-3X", "until the end of November 2019", "jusqu’à toute fin novembre 2019", "по самый конец ноября 2019"},
	{"../1999~", "until about 1999", "jusqu’en 1999 environ", "примерно по 1999 год"},
	{"-0043/..", "since 44·BC", "depuis 44·av.·J.-C.", "с 44 года·до·н.·э."},
	{"../-0043", "until 44·BC", "jusqu’en 44·av.·J.-C.", "по 44 год·до·н.·э."},
	{"19XX/..", "since some time between 1900 and 1999", "depuis une date comprise entre 1900 et 1999", "с неизвестного времени между 1900 и 1999"},
	{"../19XX", "until some time between 1900 and 1999", "jusqu’à une date comprise entre 1900 et 1999",
		"по неизвестное время между 1900 и 1999"},
	{"0050/0150", "AD·50–150", "50–150·apr.·J.-C.", "50–150·н.·э."},
	{"{2019-05-15,2019-05-17}", "15 and 17·May 2019", "15 et 17·mai 2019", "15 и·17·мая 2019"},
	{"190X", "1900–1909", "années 1900", "1900-е годы"},
	// Sets.
	{"[1667,1668,1670]", "1667, 1668 or 1670", "1667, 1668 ou 1670", "1667, 1668 или 1670"},
	{"[1667,1668..1670]", "1667 or between 1668 and 1670", "1667 ou entre 1668 et 1670", "1667 или между 1668 и 1670"},
	{"{1960,1961-12}", "1960 and December 1961", "1960 et décembre 1961", "1960 и·декабрь 1961"},
	{"[..1760-12-03]", "3·December 1760 or earlier", "3·décembre 1760 ou avant", "3·декабря 1760 или раньше"},
	{"[1667,1760-12..]", "1667 or December 1760 or later", "1667 ou décembre 1760 ou après", "1667 или декабрь 1760 или позже"},
	{"[1984]", "1984", "1984", "1984"},
	{"2010/2012", "2010–2012", "2010–2012", "2010–2012"},
	{"[2010..2012]", "between 2010 and 2012", "entre 2010 et 2012", "между 2010 и 2012"},
	{"{2010..2012}", "2010–2012 (every year)", "2010–2012 (chaque année)", "2010–2012 (каждый год)"},
	{"[1855-05-01..1855-05-03]", "between 1·May 1855 and 3·May 1855", "entre le 1er·mai 1855 et le 3·mai 1855",
		"между 1·мая 1855 и 3·мая 1855"},
	{"{1855-05-01..1855-05-03}", "1–3·May 1855 (every day)", "du 1er au 3·mai 1855 (chaque jour)", "1–3·мая 1855 (каждый день)"},
	{"[2019-05..2019-06]", "between May 2019 and June 2019", "entre mai 2019 et juin 2019", "в промежутке май 2019 — июнь 2019"},
	{"{2019-05..2019-06}", "May–June 2019 (every month)", "mai–juin 2019 (chaque mois)", "май — июнь 2019 (каждый месяц)"},
	{"{2019-21..2019-23}", "spring 2019 – autumn 2019 (all of them)", "printemps 2019 – automne 2019 (à chaque fois)", "весна 2019 года — осень 2019 года (каждый раз)"},
	{"[201X..202X~]", "between the 2010s and about the 2020s", "entre les années 2010 et les années 2020 environ", "в промежутке 2010-е годы — примерно 2020-е годы"},
	{"[..1984]", "1984 or earlier", "1984 ou avant", "1984 или раньше"},
	{"{..1984}", "1984 and earlier", "1984 et avant", "1984 и раньше"},
	{"{1984..}", "1984 and later", "1984 et après", "1984 и позже"},
	{"[1760-12..]", "December 1760 or later", "décembre 1760 ou après", "декабрь 1760 или позже"},
	{"{1960,1962..1964}", "1960 and 1962–1964 (every year)", "1960 et 1962–1964 (chaque année)", "1960 и·1962–1964 (каждый год)"},
	// Further shapes: those of docs/writing.md and of the specification, and what messages made for a
	// date with its year say of one without.
	{"18XX", "1800–1899 (year unknown)", "1800–1899 (année inconnue)", "1800–1899 (год неизвестен)"},
	{"2018-06/2019-11", "June 2018 – November 2019", "juin 2018 – novembre 2019", "июнь 2018 — ноябрь 2019"},
	{"../1992", "until 1992", "jusqu’en 1992", "по 1992 год"},
	{"2019/", "2019 – unknown", "2019 – fin inconnue", "2019 — конец неизвестен"},
	{"2019?", "2019 (uncertain)", "2019 (date incertaine)", "2019 (предположительно)"},
	{"2019%", "about 2019 (uncertain)", "vers 2019 (date incertaine)", "около 2019 года (предположительно)"},
	{"[..2012]", "2012 or earlier", "2012 ou avant", "2012 или раньше"},
	{"[2019-11-28,2019-12-01]", "28·November 2019 or 1·December 2019", "28·novembre 2019 ou 1er·décembre 2019", "28·ноября 2019 или 1·декабря 2019"},
	{"{2018,2019}", "2018 and 2019", "2018 et 2019", "2018 и·2019"},
	{"2019-22", "summer 2019", "été 2019", "лето 2019 года"},
	{"2019-23", "autumn 2019", "automne 2019", "осень 2019 года"},
	{"2019-34", "2nd quarter 2019", "2e trimestre 2019", "2-й квартал 2019 года"},
	{"2019-35", "3rd quarter 2019", "3e trimestre 2019", "3-й квартал 2019 года"},
	{"2019-36", "4th quarter 2019", "4e trimestre 2019", "4-й квартал 2019 года"},
	{"2019-37", "first third of 2019", "1er quadrimestre 2019", "первая треть 2019 года"},
	{"2019-38", "second third of 2019", "2e quadrimestre 2019", "вторая треть 2019 года"},
	{"2019-39", "last third of 2019", "3e quadrimestre 2019", "последняя треть 2019 года"},
	{"2019-40", "first half of 2019", "1er semestre 2019", "1-е полугодие 2019 года"},
	{"2019-25", "spring 2019 (Northern Hemisphere)", "printemps 2019 (hémisphère Nord)", "весна 2019 года (Северное полушарие)"},
	{"0050-33", "1st quarter AD·50", "1er trimestre 50·apr.·J.-C.", "1-й квартал 50 года·н.·э."},
	{"-0043-21", "spring 44·BC", "printemps 44·av.·J.-C.", "весна 44 года·до·н.·э."},
	{"-0043-21/..", "since spring 44·BC", "depuis le printemps 44·av.·J.-C.", "с весны 44 года·до·н.·э."},
	{"XXXX-22/..", "since summer (year unknown)", "depuis l’été (année inconnue)", "с лета (год неизвестен)"},
	{"XXXX-33", "1st quarter (year unknown)", "1er trimestre (année inconnue)", "1-й квартал (год неизвестен)"},
	{"../199X-33", "until the 1st quarter (1990s)", "jusqu’au 1er trimestre (années 1990)", "по 1-й квартал (1990-е годы)"},
	{"-0043-03", "March 44·BC", "mars 44·av.·J.-C.", "март 44·до·н.·э."},
	{"0050-05", "May AD·50", "mai 50·apr.·J.-C.", "май 50·н.·э."},
	{"0050-05-03", "3·May AD·50", "3·mai 50·apr.·J.-C.", "3·мая 50·н.·э."},
	{"-1984", "1985·BC", "1985·av.·J.-C.", "1985·до·н.·э."},
	{"Y-3E7", "30,000,000·BC", "30\u202f000\u202f000·av.·J.-C.", "30·000·000·до·н.·э."},
	{"Y-17E7", "170,000,000·BC", "170\u202f000\u202f000·av.·J.-C.", "170·000·000·до·н.·э."},
	{"Y171010000S3", "about 171,010,000 (171,000,000–171,999,999)", "vers 171\u202f010\u202f000 (171\u202f000\u202f000–171\u202f999\u202f999)", "около 171·010·000 года (171·000·000–171·999·999)"},
	{"Y3388E2S3", "about 338,800 (338,000–338,999)", "vers 338\u202f800 (338\u202f000–338\u202f999)", "около 338·800 года (338·000–338·999)"},
	{"Y-171010000S3", "about 171,010,000·BC (171,999,999–171,000,000·BC)", "vers 171\u202f010\u202f000·av.·J.-C. (171\u202f999\u202f999–171\u202f000\u202f000·av.·J.-C.)", "около 171·010·000 года·до·н.·э. (171·999·999–171·000·000·до·н.·э.)"},
	{"-0043S1", "about 44·BC (50–41·BC)", "vers 44·av.·J.-C. (50–41·av.·J.-C.)", "около 44 года·до·н.·э. (50–41·до·н.·э.)"},
	{"Y-17E7/Y-16E7", "170,000,000–160,000,000·BC", "170\u202f000\u202f000–160\u202f000\u202f000·av.·J.-C.", "170·000·000–160·000·000·до·н.·э."},
	{"Y-3E7~", "about 30,000,000·BC", "vers 30\u202f000\u202f000·av.·J.-C.", "около 30·000·000 года·до·н.·э."},
	{"Y-3E7/..", "since 30,000,000·BC", "depuis 30\u202f000\u202f000·av.·J.-C.", "с 30·000·000 года·до·н.·э."},
	{"../Y-3E7", "until 30,000,000·BC", "jusqu’en 30\u202f000\u202f000·av.·J.-C.", "по 30·000·000 год·до·н.·э."},
	{"[Y-3E7..Y-2E7]", "between 30,000,000·BC and 20,000,000·BC", "entre 30\u202f000\u202f000·av.·J.-C. et 20\u202f000\u202f000·av.·J.-C.", "между 30·000·000·до·н.·э. и 20·000·000·до·н.·э."},
	{"Y-3E7/2019", "30,000,000·BC – 2019", "30\u202f000\u202f000·av.·J.-C. – 2019", "30·000·000·до·н.·э. — 2019"},
	{"15XX-12-25", "25·December (1500–1599)", "25·décembre (1500–1599)", "25·декабря (1500–1599)"},
	{"1XXX-12", "December (1000–1999)", "décembre (1000–1999)", "декабрь (1000–1999)"},
	{"1XXX-XX", "1000–1999 (year and month unknown)", "1000–1999 (année et mois inconnus)", "1000–1999 (год и месяц неизвестны)"},
	{"199X-05", "May (1990s)", "mai (années 1990)", "май (1990-е годы)"},
	{"199X-21", "spring (1990s)", "printemps (années 1990)", "весна (1990-е годы)"},
	{"1X9X-05", "May (between 1090 and 1999)", "mai (entre 1090 et 1999)", "май (между 1090 и 1999)"},
	{"XXXX-12", "December (year unknown)", "décembre (année inconnue)", "декабрь (год неизвестен)"},
	{"XXX5", "between AD·5 and 9995", "entre 5·apr.·J.-C. et 9995", "между 5·н.·э. и 9995"},
	{"19XX~", "about 1900–1999 (year unknown)", "vers 1900–1999 (année inconnue)", "примерно 1900–1999 (год неизвестен)"},
	{"XXXX/..", "date unknown – …", "date inconnue – …", "дата неизвестна — …"},
	{"../XXXX", "… – date unknown", "… – date inconnue", "… — дата неизвестна"},
	{"1984-1X/..", "October–December 1984 – … (month unknown)", "octobre–décembre 1984 – … (mois inconnu)", "октябрь — декабрь 1984 — … (месяц неизвестен)"},
	{"2019-12-X1/..", "1, 11, 21 or 31·December 2019 – …", "1er, 11, 21 ou 31·décembre 2019 – …", "1, 11, 21 или 31·декабря 2019 — …"},
	{"2001-21/2003", "spring 2001 – 2003", "printemps 2001 – 2003", "весна 2001 года — 2003"},
	{"2004-06-~01/2004-06-~20", "about 1·June 2004 – about 20·June 2004", "du 1er·juin 2004 environ au 20·juin 2004 environ", "примерно 1·июня 2004 — примерно 20·июня 2004"},
	{"2004-06-XX/2004-07-03", "June 2004 (day unknown) – 3·July 2004", "juin 2004 (jour inconnu) – 3·juillet 2004", "июнь 2004 (день неизвестен) — 3·июля 2004"},
	{"1984?/2004%", "1984 (uncertain) – about 2004 (uncertain)", "1984 (date incertaine) – 2004 environ (date incertaine)", "1984 (предположительно) — примерно 2004 (предположительно)"},
	{"1992-05?/", "May 1992 (uncertain) – unknown", "mai 1992 (date incertaine) – fin inconnue", "май 1992 (предположительно) — конец неизвестен"},
	{"/1999-05-02~", "unknown – about 2·May 1999", "début inconnu – 2·mai 1999 environ", "начало неизвестно — примерно 2·мая 1999"},
	{"20XX/2101", "2000–2099 (year unknown) – 2101", "2000–2099 (année inconnue) – 2101", "2000–2099 (год неизвестен) — 2101"},
	{"../~2019-05", "until about May 2019", "jusqu’en mai 2019 environ", "примерно по май 2019"},
	{"2018-12-28/2019-01-03", "28·December 2018 – 3·January 2019", "du 28·décembre 2018 au 3·janvier 2019", "28·декабря 2018 — 3·января 2019"},
	{"-0043-03-15/-0043-05-17", "15·March – 17·May 44·BC", "du 15·mars au 17·mai 44·av.·J.-C.", "15·марта — 17·мая 44·до·н.·э."},
	{"-0043-03-15/-0043-03-17", "15–17·March 44·BC", "du 15 au 17·mars 44·av.·J.-C.", "15–17·марта 44·до·н.·э."},
	{"-0043-03/-0043-05", "March–May 44·BC", "mars–mai 44·av.·J.-C.", "март — май 44·до·н.·э."},
	{"[1667,1668,1670..1672]", "1667, 1668 or between 1670 and 1672", "1667, 1668 ou entre 1670 et 1672", "1667, 1668 или между 1670 и 1672"},
	{"[1760-01,1760-02,1760-12..]", "January 1760, February 1760 or December 1760 or later", "janvier 1760, février 1760 ou décembre 1760 ou après", "январь 1760, февраль 1760 или декабрь 1760 или позже"},
	{"{1667,1668,1670..1672}", "1667, 1668 and 1670–1672 (every year)", "1667, 1668 et 1670–1672 (chaque année)", "1667, 1668 и·1670–1672 (каждый год)"},
	{"{1960~,1961}", "about 1960 and 1961", "vers 1960 et 1961", "около 1960 года и·1961"},
	{"[-0043..0014]", "between 44·BC and AD·14", "entre 44·av.·J.-C. et 14·apr.·J.-C.", "между 44·до·н.·э. и 14·н.·э."},
	{"{0050,0060}", "AD·50 and AD·60", "50·apr.·J.-C. et 60·apr.·J.-C.", "50·н.·э. и·60·н.·э."},
	{"[2019-09-28..2019-10-02]", "between 28·September 2019 and 2·October 2019", "entre le 28·septembre 2019 et le 2·octobre 2019", "между 28·сентября 2019 и 2·октября 2019"},
	{"2019-X1-05", "5·January 2019 or 5·November 2019", "5·janvier 2019 ou 5·novembre 2019", "5·января 2019 или 5·ноября 2019"},
	{"0100", "100", "100", "100"},
	{"-0043~", "about 44·BC", "vers 44·av.·J.-C.", "около 44 года·до·н.·э."},
}

// messages reads the messages of a language about dates.
func messagesFor(t testing.TB, lang string) func(key string) string {
	t.Helper()
	src, err := os.ReadFile("../../layouts/messages/" + lang + ".yaml")
	if err != nil && !os.IsNotExist(err) {

		t.Fatal(err)
	}
	words := messagesOf(string(src))
	return func(key string) string { return words[key] }
}

// messagesOf are the messages about dates of a file.
func messagesOf(src string) map[string]string {
	words := map[string]string{}
	for _, m := range regexp.MustCompile(`(?m)^date\.(\S+): "(.*)"$`).FindAllStringSubmatch(src, -1) {
		words[m[1]] = m[2]
	}
	return words
}

// wording words dates with the messages of a language.
func wording(t testing.TB, lang string) *Wording { return New(lang, messagesFor(t, lang)) }

// must parses what has to be a date.
func must(t testing.TB, text string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestFormat(t *testing.T) {
	for i, lang := range []string{"en", "fr", "ru"} {
		w := wording(t, lang)
		for _, c := range worded {
			want := strings.ReplaceAll(c[i+1], "·", nbsp)
			if got := w.Format(must(t, c[0])); got != want {
				t.Errorf("%s in %s: %q, want %q", c[0], lang, got, want)
			}
		}
	}
	none := New("gv", func(string) string { return "" })
	for _, c := range worded {
		if got := none.Format(must(t, c[0])); got != c[0] && none.Worded() {
			t.Errorf("%s in a language without words: %q", c[0], got)
		}
	}
}
