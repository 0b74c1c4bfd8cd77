package typography

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestTypeset shows no-break spaces as "_", narrow ones as "~".
func TestTypeset(t *testing.T) {
	for _, tt := range []struct{ lang, text, want string }{
		// Quotation marks.
		{"en", `"It's 'so' -- really..."`, `“It’s ‘so’ – really…”`},
		{"en", `("plain"). ("(x)") and ("…"). "I was--" "x""y" said:"z" he--"so"--said`, `(“plain”). (“(x)”) and (“…”). “I was–” “x”“y” said:“z” he–“so”–said`},
		{"en", `"a "b 'c' d" e" "'f'" '"g"'`, `“a ‘b ‘c’ d’ e” “‘f’” ‘“g”’`},
		{"en", `“Paper "x" said” and "y"`, `“Paper ‘x’ said” and “y”`},
		{"en", `a/"b" 1+"2" "c`, `a/“b” 1+“2” “c`},
		{"en", "\"\u2014a\" b\u2014\"c\" 'x'-'y' ¿'z'", "“—a” b—“c” ‘x’-‘y’ ¿‘z’"},
		{"en", "&nbsp;\"a\"&nbsp;b", "&nbsp;“a”&nbsp;b"},
		{"fr", `"l'été" qu'"oui"`, `«~l’été~» qu’«~oui~»`},
		{"ru", `"Газета "Правда" там"`, `«Газета „Правда“ там»`},
		{"ru", `«Газета "Правда" там» и "там"`, `«Газета „Правда“ там» и_«там»`},
		{"de", `"so" 'so' geht's "a "b" c"`, `„so“ ‚so‘ geht’s „a ‚b‘ c“`},
		{"zh", `他说"同意"了,又说'好'了。`, `他说“同意”了,又说‘好’了。`},
		{"ja", `彼は"はい"と`, `彼は「はい」と`},
		{"sv", `"a"`, `”a”`},
		{"ar", `قال "نعم "لا" نعم" ثم`, `قال «نعم ‹لا› نعم» ثم`},
		{"he", `צה"ל אמר "כן, צה"ל 'בא'" לג'ורג', פרק א' isn't`, `צה״ל אמר ”כן, צה״ל ’בא’” לג׳ורג׳, פרק א׳ isn’t`},
		{"ur", `"a" 'b' isn't`, `"a" 'b' isn’t`},
		{"", `"a" -- isn't...`, `"a" – isn’t…`},
		{"gv", `"a" -- isn't...`, `"a" – isn’t…`},
		{"en-GB", `"a"`, `“a”`},
		{"et", `"a "b" c"`, `„a „b“ c“`},
		{"fr-CA", `"a"`, `«~a~»`},

		// Apostrophes.
		{"en", `The talks in '89, and '68--'69. But the '90s and rock 'n' roll, '89', ('21), "of '89"`, `The talks in ’89, and ’68–’69. But the ’90s and rock ’n’ roll, ‘89’, (’21), “of ’89”`},
		{"en", `'the pier' 'tis 'twas 'em the Smiths' doin' it's the 1990's`, `‘the pier’ ’tis ’twas ’em the Smiths’ doin’ it’s the 1990’s`},
		{"de", `die '68er, in den '90ern, '89, der '68er-Bewegung; '68er' und 'so'`, `die ’68er, in den ’90ern, ’89, der ’68er-Bewegung; ‚68er‘ und ‚so‘`},
		{"nl", `'s avonds 't 'zo'`, `’s avonds ’t ‘zo’`},
		{"fr", `l'«oui»`, `l’«oui»`},

		// What stays, and dashes and dots.
		{"en", `5'10" a 12" pipe \"a\" \'b\' " x ' y`, `5'10" a 12" pipe \"a\" \'b\' " x ' y`},
		{"en", `a---b ---- -- c... .... ..... \-- <<b>> - . < >`, `a—b ---- – c… …. ..... \-- «b» - . < >`},

		// Spaces.
		{"en", "28 November 2019, November 28, 3 May, 100 May. On 10\nNovember 10 % No. 5 § 5 5 km 3 million", "28_November 2019, November_28, 3_May, 100 May. On 10_November_10_% No._5 §_5 5_km 3_million"},
		{"en", "in 3. May; 1.5 °C 10 000", "in 3. May; 1.5_°C 10 000"},
		{"fr", "le 28 novembre : oui ; non ! quoi ? « oui » 1er mai 10 000 hommes n° 5 10 % << a >>", "le 28_novembre_: oui~; non~! quoi~? «~oui~» 1er_mai 10~000 hommes n°_5 10_% «~a~»"},
		{"fr-CA", "oui : non ;", "oui : non ;"},
		{"kk", "1854 жылғы 30 қарашада", "1854 жылғы 30_қарашада"},
		{"ru", " и ", " и_"}, {"en", " a ", " a "}, {"ru", " или ", " или "},
		{"ru", "28 ноября 2019 г. в Х и \"У\" — а\nс я в доме --- 10 000 5 млн № 5 10 % А потом он", "28_ноября 2019_г. в_Х и_«У»_— а_с_я_в_доме_— 10_000 5_млн №_5 10_% А_потом он"},
		{"uk", "28 листопада і в Києві", "28_листопада і_в_Києві"},
		{"be", "28 лістапада і 5 млн", "28_лістапада і_5_млн"},
		{"de", "Am 28. November", "Am 28._November"},
		{"cs", "28. listopadu v domě", "28._listopadu v_domě"},
		{"sk", "28. novembra v dome", "28._novembra v_dome"},
		{"pl", "w domu i z nim 28 listopada", "w_domu i_z_nim 28_listopada"},
		{"es", "28 de noviembre", "28_de noviembre"},
		{"pt", "28 de novembro", "28_de novembro"},
		{"it", "28 novembre", "28_novembre"},
		{"af", "28 november", "28_november"},
		{"en", "a cat. I am", "a cat. I am"},
		{"en", " ", " "},
	} {
		got := strings.NewReplacer("\u00a0", "_", "\u202f", "~").Replace(Of(tt.lang).Typeset(tt.text))
		if got != tt.want {
			t.Errorf("%s: %s\n got %s\nwant %s", tt.lang, tt.text, got, tt.want)
		}
	}
}

// TestEdits: edits stand in order, apart from each other, and inside the text;
// a Setter forgets the text before.
func TestEdits(t *testing.T) {
	s := Setter{Language: Of("fr")}
	for range 2 {
		for _, text := range []string{`"l'été" -- "et... le 28 mai" ; "non`, `oui`, `"a" 'b' << c >> 10 000`, ``} {
			at, out := 0, ""
			for _, e := range s.Edits([]byte(text)) {
				if e.At < at || e.N < 1 || e.At+e.N > len(text) || !utf8.ValidString(e.With) {
					t.Errorf("%q: bad edit %+v", text, e)
				}
				out += text[at:e.At] + e.With
				at = e.At + e.N
			}
			if want := s.Typeset(text); out+text[at:] != want {
				t.Errorf("%q: the edits make %q, want %q", text, out+text[at:], want)
			}
		}
	}
}

// TestJoins: at a line end no space parts the characters of some scripts.
func TestJoins(t *testing.T) {
	for _, tt := range []struct {
		lang          string
		before, after rune
		want          bool
	}{
		{"zh", '会', '议', true}, {"zh", '会', '”', true}, {"zh", '”', '会', true}, {"zh", 'a', '会', false}, {"zh", '。', '会', true},
		{"en", '会', '议', true}, {"en", '会', '”', false}, {"en", '”', '会', false}, {"en", 'a', 'b', false}, {"ja", 'カ', 'か', true}, {"ko", '스', '크', false},
		{"th", 'า', 'ก', true}, {"th", '้', 'เ', true}, {"th", 'ๆ', 'ก', false}, {"th", '๒', 'ก', false}, {"th", 'ก', 'a', false},
		{"lo", 'າ', 'ກ', true}, {"km", 'ម', 'ន', true}, {"km", '។', 'ន', false}, {"my", '်', 'တ', true}, {"my", '။', 'တ', false},
	} {
		if got := Of(tt.lang).Joins(tt.before, tt.after); got != tt.want {
			t.Errorf("%s: %c and %c join: %v", tt.lang, tt.before, tt.after, got)
		}
	}
}
