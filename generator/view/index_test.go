package view

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"dossier/generator/layout"
	"dossier/generator/voice"
)

// A letter of another script than the one before has a slash.
func TestByLetter(t *testing.T) {
	for _, tt := range []struct{ lang, names, want string }{
		{"ru", "Ель еж ёж Й И Я", "Е:еж ёж Ель|И:И|Й:Й|Я:Я"},
		{"fr", "Zambie Éthiopie Espagne Estonie", "E:Espagne Estonie Éthiopie|Z:Zambie"},
		{"fr", "Égypte Espagne Écosse", "E:Écosse Égypte Espagne"},
		{"ru", "ёж Ёлка", "Е:ёж Ёлка"},
		{"sv", "Åland Algeriet Österrike Oman", "A:Algeriet|O:Oman|Å:Åland|Ö:Österrike"},
		{"en", "eBay Egypt 10th 7th", "0–9:7th 10th|E:eBay Egypt"},
		{"cs", "Chrudim Cheb Cíl Čas Hora Ivan", "C:Cíl|Č:Čas|H:Hora|Ch:Cheb Chrudim|I:Ivan"},
		{"hu", "Dzsida Duna Gyula Gál", "D:Duna|Dzs:Dzsida|G:Gál|Gy:Gyula"},
		{"da", "Aarhus Århus Alpha Øre Ære", "A:Alpha|Æ:Ære|Ø:Øre|Å:Århus Aarhus"},
		{"nb", "Ålesund Ære Øre Zulu", "Z:Zulu|Æ:Ære|Ø:Øre|Å:Ålesund"},
		{"uz", "Chirchiq Shahar Gʻazna Oʻsh Samarqand Cuba Yaypan", "C:Cuba|S:Samarqand|Y:Yaypan|Oʻ:Oʻsh|Gʻ:Gʻazna|Sh:Shahar|Ch:Chirchiq"},
		{"ar", "الأردن آسيا إيران باكستان ألمانيا", "ا:آسيا ألمانيا إيران الأردن|ب:باكستان"},
		{"th", "เชียงใหม่ ไทย กรุงเทพ แก่ง ชล", "ก:กรุงเทพ แก่ง|ช:ชล เชียงใหม่|ท:ไทย"},
		{"zh", "中国 阿富汗 英国 埃及 俄罗斯 ABC 北京 印度", "A:ABC 阿富汗 埃及|B:北京|E:俄罗斯|Y:印度 英国|Z:中国"},
		{"ja", "ガーナ アメリカ 日本 かさ カナダ あさひ ロシア カーテン", "あ:あさひ アメリカ|か:カーテン ガーナ かさ カナダ|ら:ロシア|/漢字:日本"},
		{"zh", "中国 阿富汗 Brexit Ural ABC 北京 Москва Минск 7", "0–9:7|A:ABC 阿富汗|B:Brexit 北京|U:Ural|Z:中国|/М:Минск Москва"},
		{"zh-Hant", "中國 Brexit 北京 ABC", "中:中國|北:北京|/A:ABC|B:Brexit"},
		{"ru", "Zulu Яр ОДКБ CSTO Ωmega Абв آسيا", "А:Абв|О:ОДКБ|Я:Яр|/C:CSTO|Z:Zulu|/Ω:Ωmega|/ا:آسيا"},
		{"en", "Яр Éire CSTO Ереван Egypt ОДКБ ‹¿? 北京", "‹:‹¿?|C:CSTO|E:Egypt Éire|/Е:Ереван|О:ОДКБ|Я:Яр|/北:北京"},
		{"sr", "Zagreb Zemun Београд", "Б:Београд|/Z:Zagreb Zemun"},
		{"ja", "カナダ NATO Москва 日本 あさひ", "あ:あさひ|か:カナダ|/漢字:日本|/N:NATO|/М:Москва"},
		{"ko", "한국 NATO 가나 中國 Москва", "ㄱ:가나|ㅈ:中國|ㅎ:한국|/N:NATO|/М:Москва"},
		{"ar", "NATO آسيا Суэц باكستان", "ا:آسيا|ب:باكستان|/N:NATO|/С:Суэц"},
		{"cs", "Cuba Cheb Москва Hora", "C:Cuba|H:Hora|Ch:Cheb|/М:Москва"},
		{"ko", "한국 가나 까치 나라 中國 김정은", "ㄱ:가나 김정은 까치|ㄴ:나라|ㅈ:中國|ㅎ:한국"},
	} {
		v := &voice.Voice{Lang: tt.lang}
		e := &edition{Voice: v, order: voice.NewOrder(v, nil)}
		var items []*layout.Item
		for range layout.AlphabetThreshold { // long enough to be divided
			for _, name := range strings.Fields(tt.names) {
				items = append(items, &layout.Item{Link: layout.Link{Text: name}})
			}
		}
		slices.SortFunc(items, func(a, b *layout.Item) int {
			return bytes.Compare(e.order.Place(a.Text), e.order.Place(b.Text))
		})
		var got []string
		for _, g := range layout.ByLetter(items, func(i int) string { return e.order.Letter(items[i].Text) }, e.order.SameLetter) {
			var names []string
			for _, i := range g.Items {
				if len(names) == 0 || names[len(names)-1] != i.Text {
					names = append(names, i.Text)
				}
			}
			letter := g.Heading.Text
			if g.Apart {
				letter = "/" + letter
			}
			got = append(got, letter+":"+strings.Join(names, " "))
		}
		if g := strings.Join(got, "|"); g != tt.want {
			t.Errorf("%s: got %s, want %s", tt.lang, g, tt.want)
		}
	}
}
