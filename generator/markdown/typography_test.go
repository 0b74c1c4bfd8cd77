package markdown

import (
	"fmt"
	"strings"
	"testing"
)

// TestTypography shows no-break spaces as "_", narrow ones as "~".
func TestTypography(t *testing.T) {
	for _, tt := range []struct{ lang, src, want string }{
		// Marks beside brackets, stars and links.
		{"en", `("[[two|the pier]]"), ("*Aurora*"), ("**no**"), **"[[two|yes]]"** and '[[two|so]]' and ("plain"). ("(x)") and ("…").`,
			`(“<a>the pier</a>”), (“<em>Aurora</em>”), (“<strong>no</strong>”), <strong>“<a>yes</a>”</strong> and ‘<a>so</a>’ and (“plain”). (“(x)”) and (“…”).`},
		{"en", `"'[[two|w]]'" ('[[two|w]]') *"a"* _'b'_ ["c"](https://e.org) "[d](https://e.org)," "~~e~~"!`,
			`“‘<a>w</a>’” (‘<a>w</a>’) <em>“a”</em> <em>‘b’</em> <a>“c”</a> “<a>d</a>,” “<del>e</del>”!`},
		{"en", "\"`x`\" ('`y`') \"[[k]]\" ![\"a\"](p.png)", `“<code>x</code>” (‘<code>y</code>’) “<a></a>” <img alt="&quot;a&quot;">`},
		{"en", `"a *"b" c* d" he--"so"--said. "I was--" "x""y" said:"z"`, `“a <em>‘b’ c</em> d” he–“so”–said. “I was–” “x”“y” said:“z”`},
		{"en", `Don't "a" [[k|it's "b"]] "c`, `Don’t “a” <a>it’s “b”</a> “c`},
		{"fr", `Il partit ("[[two|le quai]]"), qu'"[[two|oui]]" et ("*Aurora*"). l'"*a*" l'«oui» l'*été* d'[[x|Y]]`,
			`Il partit («~<a>le quai</a>~»), qu’«~<a>oui</a>~» et («~<em>Aurora</em>~»). l’«~<em>a</em>~» l’«oui» l’<em>été</em> d’<a>Y</a>`},
		{"ru", `"Газета "Правда" там" ("*Аврора*")`, `«Газета „Правда“ там» («<em>Аврора</em>»)`},
		{"ru", `«Газета "Правда" там» и "там"`, `«Газета „Правда“ там» и_«там»`},
		{"en", `“Paper "x" said” and "y"`, `“Paper ‘x’ said” and “y”`},
		{"en", "| \"a\" | ('b') |\n|---|---|\n| [[x\\|\"c\"]] | '21 |", "<td><a>“c”</a></td>\n<td>’21</td>"},
		{"en", "a[^1]\n\n[^1]: \"Note\" of '21", "<p>“Note” of ’21"},
		{"en", "## \"H\" of '21", "<h>“H” of ’21</h>"},
		{"de", `"so" 'so' geht's "a "b" c"`, `„so“ ‚so‘ geht’s „a ‚b‘ c“`},
		{"zh", `他说"同意"了,"好"。`, `他说“同意”了,“好”。`},
		{"ja", `彼は"はい"と`, `彼は「はい」と`},
		{"sv", `"a"`, `”a”`},
		{"ur", `"a" 'b' isn't`, `&quot;a&quot; 'b' isn’t`},

		// Apostrophes.
		{"en", `The summer of '21, the talks in '89, and '68--'69. But the '90s and rock 'n' roll, '89', ('21), "of '89"`,
			`The summer of ’21, the talks in ’89, and ’68–’69. But the ’90s and rock ’n’ roll, ‘89’, (’21), “of ’89”`},
		{"en", `'the pier' 'tis 'twas 'em the Smiths' doin' *Aurora*'s '[[k|Two]]'s it's the 1990's`,
			`‘the pier’ ’tis ’twas ’em the Smiths’ doin’ <em>Aurora</em>’s ‘<a>Two</a>’s it’s the 1990’s`},
		{"de", `die '68er, in den '90ern, '89, der '68er-Bewegung; '68er' und 'so'`, `die ’68er, in den ’90ern, ’89, der ’68er-Bewegung; ‚68er‘ und ‚so‘`},
		{"nl", `'s avonds 't 'zo'`, `’s avonds ’t ‘zo’`},

		// What stays, and dashes and dots.
		{"en", `5'10" a 12" pipe \"a\" \'b\' " x ' y`, `5'10&quot; a 12&quot; pipe &quot;a&quot; 'b' &quot; x ' y`},
		{"en", "a---b ---- -- c... .... ..... \\-- <<b>> `\"--...\"` x-*-*", "a—b ---- – c… …. ..... -- «b» <code>&quot;--...&quot;</code> x-<em>-</em>"},
		{"en", `<https://e.org/"--> &quot;a&quot;`, `&quot;a&quot;`},

		// Spaces.
		{"en", "28 November 2019, November 28, May 2019, 3 May, 100 May. On 10\nNovember 10 % No. 5 § 5 5 km *28* November", "28_November 2019, November_28, May 2019, 3_May, 100 May. On 10_November_10_% No._5 §_5 5_km <em>28</em>_November"},
		{"fr", "le 28 novembre : oui ; non ! quoi ? « oui » 1er mai 10 000 hommes n° 5 10 %", "le 28_novembre_: oui~; non~! quoi~? «~oui~» 1er_mai 10~000 hommes n°_5 10_%"},
		{"fr", "*oui* : [[a|non]] ; (« [[a|x]] »)\n! y", "<em>oui</em>_: <a>non</a>~; («~<a>x</a>~»)~! y"},
		{"fr-CA", "oui : non ;", "oui : non ;"},
		{"ru", "28 ноября 2019 г. в Х и *к* \"У\" — а\nс [[a|я в доме]] --- 10 000 5 млн № 5 10 % А потом он", "28_ноября 2019_г. в_Х и_<em>к</em>_«У»_— а_с_<a>я_в_доме</a>_— 10_000 5_млн №_5 10_% А_потом он"},
		{"uk", "28 листопада і в Києві", "28_листопада і_в_Києві"},
		{"de", "Am 28. November", "Am 28._November"},
		{"pl", "w domu i z nim 28 listopada", "w_domu i_z_nim 28_listopada"},
		{"en", "a cat. I am", "a cat. I am"},

		// Chinese and Japanese.
		{"zh", "会议决定\n第二年再开。\n他说**「同意」**并且*“可以”*了\n“好”\n了", "会议决定第二年再开。他说<strong>「同意」</strong>并且<em>“可以”</em>了“好”了"},
		{"zh", "*会议*\n第二年 a\n会\nb", "<em>会议</em>第二年 a\n会\nb"},
		{"ja", "**これは太字。**です ~~「x」~~と\nカタカナ", "<strong>これは太字。</strong>です <del>「x」</del>とカタカナ"},
		{"th", "กล่าว**“เห็น”**และ\nไป\n2 ครั้ง", "กล่าว<strong>“เห็น”</strong>และไป\n2 ครั้ง"},
		{"ko", "**스크립트(script)**라고\n한국어", "<strong>스크립트(script)</strong>라고\n한국어"},
		{"en", "会议\n第二 a*b*c **a(b)**c", "会议第二 a<em>b</em>c **a(b)**c"},
	} {
		d, _ := parse(t, tt.lang, head+tt.src)
		got := strings.NewReplacer("\u00a0", "_", "\u202f", "~").Replace(d.HTML)
		if !strings.Contains(got, tt.want) {
			t.Errorf("%s: %s\n got %s\nwant %s", tt.lang, tt.src, got, tt.want)
		}
	}
}

// TestTypographyKeepsAddresses: what stands behind a change of length is found
// where it was written.
func TestTypographyKeepsAddresses(t *testing.T) {
	d := body(t, "fr", "Il a dit \"oui\"... et --\nle 28\nmai [[a|\"b\"]] fin\n")
	var got []string
	for _, r := range d.Runs {
		got = append(got, fmt.Sprintf("%d:%d %s", r.Line, r.Col, d.HTML[r.Start:r.End]))
	}
	want := "4:1 Il a dit «\u202f|4:11 oui\u202f»|4:15 …|4:18  et –|5:1 le 28\u00a0|6:1 mai | fin"
	if g := strings.Join(got, "|"); !strings.HasPrefix(g, want[:len(want)-5]) {
		t.Errorf("got %s\nwant %s", g, want)
	}
}
