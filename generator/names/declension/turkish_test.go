package declension

import "testing"

func TestTurkish(t *testing.T) {
	testForms(t, Turkish, []spelling{
		{"Avrupa Birliği", "", "Avrupa Birliği|Avrupa Birliğine|Avrupa Birliğinin|Avrupa Birliğinde|Avrupa Birliğindeki|Avrupa Birliğiyle|Avrupa Birliğini", "Avrupanın Birliği|Avrupa Birliğili|Avrupa Birlik"},
		{"Birleşmiş Milletler", "", "Birleşmiş Milletlerin|Birleşmiş Milletlere|Birleşmiş Milletlerden|Birleşmiş Milletlerle", "Birleşmiş Millet|Birleşmişler Milletler"},
		{"Türk Devletleri Teşkilatı", "", "Türk Devletleri Teşkilatına|Türk Devletleri Teşkilatının|Türk Devletleri Teşkilatından", "Türk Devletleri Teşkilat"},
		{"Lozan Antlaşması", "", "Lozan Antlaşmasıyla|Lozan Antlaşmasını|Lozan Antlaşmasından", "Lozan Antlaşma"},
		{"Kızıl Haç Örgütü", "", "Kızıl Haç Örgütünün|Kızıl Haç Örgütüne|Kızıl Haç Örgütünden", "Kızıl Haç Örgüt"},
		{"Ulusal Konsey", "", "Ulusal Konseyin|Ulusal Konseye|Ulusal Konseyi|Ulusal Konseyinin", "Ulusal Konseyli"},
		{"Sovyetler Birliği Komünist Partisi", "", "Sovyetler Birliği Komünist Partisinin", "Sovyetler Birliğinin Komünist Partisi"},
		{"Birleşik Krallık", "", "Birleşik Krallığı|Birleşik Krallığın|Birleşik Krallıkta|Birleşik Krallıktan", "Birleşik Kral"},
		{"İstanbul", "", "İstanbul|İstanbulun|İstanbula|İstanbulda", "İstanbullu"},
		{"Çin", "", "Çin", "Çini|Çine|Çinli"},
		{"TBMM", "", "TBMM", "TBMMnin"},
		{"Recep Tayyip Erdoğan", "person", "Recep Tayyip Erdoğanın|Recep Tayyip Erdoğana", "Recep Tayyip Erdoğanlı|Recepin Tayyip Erdoğan"},
	})
}
