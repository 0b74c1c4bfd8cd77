package view

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"dossier/generator/layout"
	"dossier/generator/voice"
)

func TestByLetter(t *testing.T) {
	for _, tt := range []struct{ lang, names, want string }{
		{"ru", "Ель еж ёж Й И Я", "Е:еж ёж Ель|И:И|Й:Й|Я:Я"},
		{"fr", "Zambie Éthiopie Espagne Estonie", "E:Espagne Estonie Éthiopie|Z:Zambie"},
		{"sv", "Åland Algeriet Österrike Oman", "A:Algeriet|O:Oman|Å:Åland|Ö:Österrike"},
		{"en", "eBay Egypt 7th", "7:7th|E:eBay Egypt"},
	} {
		e := &edition{Voice: &voice.Voice{Lang: tt.lang}, collation: newCollation(tt.lang)}
		var items []*layout.Item
		for range alphabetThreshold { // long enough to be divided
			for _, name := range strings.Fields(tt.names) {
				items = append(items, &layout.Item{Link: layout.Link{Text: name}})
			}
		}
		slices.SortFunc(items, func(a, b *layout.Item) int {
			return bytes.Compare(e.collation.key(a.Text), e.collation.key(b.Text))
		})
		var got []string
		for _, g := range e.byLetter(items) {
			var names []string
			for _, i := range g.Items {
				if len(names) == 0 || names[len(names)-1] != i.Text {
					names = append(names, i.Text)
				}
			}
			got = append(got, g.Heading.Text+":"+strings.Join(names, " "))
		}
		if g := strings.Join(got, "|"); g != tt.want {
			t.Errorf("%s: got %s, want %s", tt.lang, g, tt.want)
		}
	}
}
