package evidence

import (
	"slices"
	"strings"
	"testing"

	"dossier/generator/model"
	"dossier/generator/prose"
)

func TestNames(t *testing.T) {
	for _, tt := range []struct {
		name string
		of   model.Source
		want []string
	}{
		{"of a report", model.Source{Publisher: model.Words{"en": "Radio Free Europe/Radio Liberty", "ru": "«Радио Свобода»"}, Title: model.Words{"en": "“A bridge”"}},
			[]string{"Radio Free Europe/Radio Liberty", "Радио Свобода", "A bridge", "RFE/RL"}},
		{"initials of all words", model.Source{Publisher: model.Words{"en": "Voice of America"}}, []string{"Voice of America", "VOA"}},
		{"two initials are too few", model.Source{Publisher: model.Words{"en": "Business Standard"}}, []string{"Business Standard"}},
		{"inside of a word none begins", model.Source{Publisher: model.Words{"en": "Reader's own digest"}}, []string{"Reader's own digest", "ROD"}},
		{"a document", model.Source{Title: model.Words{"fr": "La charte"}}, []string{"La charte"}},
		{"too short", model.Source{Title: model.Words{"en": "It"}}, nil},
	} {
		if got := Names(&tt.of); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestFind(t *testing.T) {
	long := strings.Repeat("word ", 200)
	for _, tt := range []struct{ name, html, names, dates, want string }{ // ^ in the HTML is a mark
		{"a mark", "<p>As TASS says. So it was.<sup>^</sup> Then.</p>", "TASS", "", "0 So it was[]."},
		{"the first mark", "<p>So it was<sup>^</sup>. And so<sup>^</sup>.</p>", "TASS", "", "0 So it was[]."},
		{"the mark with the date", "<p>So it was<sup>^</sup>. And so on 2 May<sup>^</sup>.</p>", "TASS", "2 May", "0 And so on 2 May[]."},
		{"a mark before a name with the date", "<p>So it was<sup>^</sup>. And TASS on 2 May.</p>", "TASS", "2 May", "0 So it was[]."},
		{"where no sentence is", "<ul><li>bread<sup>^</sup></li></ul>|<p>As TASS says.</p>", "TASS", "", "1 As [TASS] says."},
		{"only in a footnote", "<p>As TASS says.</p>||<p>So it was.<sup>^</sup></p>", "TASS", "", "0 As [TASS] says."},
		{"whole sentence", "<p>One. So the TASS report says. Three.</p>", "TASS", "", "0 So the [TASS] report says."},
		{"however long", "<p>So " + long + "TASS says " + long + "it.</p>", "TASS", "", "0 So " + long + "[TASS] says " + long + "it."},
		{"where it stands", "<p>One.</p>|<p>As TASS says.</p>", "TASS", "", "1 As [TASS] says."},
		{"the first", "<p>As TASS says. And TASS adds.</p>", "TASS", "", "0 As [TASS] says."},
		{"that of the date", "<p>As TASS says. And TASS adds (2 May). TASS ends.</p>", "TASS", "2 May", "0 And [TASS] adds (2 May)."},
		{"any name", "<p>As VOA says.</p>", "Voice of America;VOA", "", "0 As [VOA] says."},
		{"over the end of a line", "<p>As Voice\nof America says.</p>", "Voice of America", "", "0 As [Voice of America] says."},
		{"in a link", `<p>As <a href="https://tass.example/">TASS</a> says.</p>`, "TASS", "", "0 As [TASS] says."},
		{"with an ampersand", "<p>As Fact &amp; Co’s paper says.</p>", "Fact & Co's paper", "", "0 As [Fact &amp; Co’s paper] says."},
		{"in Chinese", "<p>据新华社报道。完。</p>", "新华社", "", "0 据[新华社]报道。"},
		{"not in an address", `<p>As <a href="https://x.example/TASS">they</a> say.</p>`, "TASS", "", ""},
		{"not in a longer word", "<p>A TASSO says.</p>", "TASS", "", ""},
		{"not in a longer name", "<p>The Peace Treaty Organization says.</p>", "Peace Treaty", "", ""},
		{"no fragment", "<ul><li>TASS</li></ul>|<p>As TASS says.</p>", "TASS", "", "1 As [TASS] says."},
		{"not in a footnote", "<p>One.</p>||<p>As TASS says.</p>", "TASS", "", ""},
		{"nothing", "<p>One.</p>", "TASS", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := prose.Body{}
			text, notes, _ := strings.Cut(tt.html, "||")
			for _, block := range strings.Split(text, "|") {
				start := len(b.HTML)
				b.HTML += block
				b.Blocks = append(b.Blocks, prose.Block{Start: int32(start), End: int32(len(b.HTML))})
			}
			b.HTML += notes
			var dates []string
			if tt.dates != "" {
				dates = []string{tt.dates}
			}
			var marks []int
			for at := strings.IndexByte(b.HTML, '^'); at >= 0; at = strings.IndexByte(b.HTML, '^') {
				b.HTML = strings.Replace(b.HTML, "^", " ", 1)
				marks = append(marks, at)
			}
			got := ""
			if at, ok := Find(&b, Source{Marks: marks, Names: strings.Split(tt.names, ";"), Dates: dates}, nil); ok {
				got = string(rune('0'+at.Block)) + " " + at.Sentence.Before + "[" + at.Sentence.Words + "]" + at.Sentence.After
			}
			if got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestMarks(t *testing.T) {
	anchors := []model.Anchor{{Start: 1}, {Source: 2, Start: 5}, {Source: 1, Start: 7}, {Source: 2, Start: 9}}
	if got := Marks(anchors, 2); !slices.Equal(got, []int{5, 9}) {
		t.Errorf("%v", got)
	}
	if got := Marks(anchors, 0); got != nil {
		t.Errorf("of no source: %v", got)
	}
}

// Whatever is looked for in whatever HTML: an answer lies in the body.
func FuzzFind(f *testing.F) {
	f.Add("<p>As TASS says.</p>", "TASS")
	f.Add("<p>«ТАСС</p><", "ТАСС")
	f.Fuzz(func(t *testing.T, html, name string) {
		if name == "" {
			return
		}
		b := prose.Body{HTML: html, Blocks: []prose.Block{{Start: 0, End: int32(len(html))}}}
		if at, ok := Find(&b, Source{Names: []string{name}}, nil); ok && (at.Block != 0 || at.Sentence.Words == "") {
			t.Errorf("%q in %q: %+v", name, html, at)
		}
	})
}
