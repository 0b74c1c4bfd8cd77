package calendar

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dossier/generator/edtf"
)

func TestAppend(t *testing.T) {
	got := string(Append(nil, &Calendar{
		Name: "Dossier; one, two", About: "What\nhappened", Lang: "ru", URL: "https://example.org/", Stamp: edtf.Day{Year: 2019, Month: 12, Day: 10},
		Events: slices.Values([]Event{
			{UID: "events/a@example.org", First: edtf.Day{Year: 2019, Month: 12, Day: 31}, Last: edtf.Day{Year: 2019, Month: 12, Day: 31}, EDTF: "2019-12-31", Summary: Text{Words: `A \ "b"`}},
			{UID: "events/b@example.org", First: edtf.Day{Year: 800, Month: 2, Day: 1}, Last: edtf.Day{Year: 800, Month: 2, Day: 29}, Vague: true, EDTF: "0800-02", Summary: Text{"Б", "uk"}, About: Text{"x\x01y", "en"}, Location: Text{"Пекин", ""}, Geo: &Geo{-1.5, 40}, Category: Text{"Война", ""}, URL: "https://example.org/a,b"},
			{UID: "events/c@example.org", First: edtf.Day{Year: 9999, Month: 12, Day: 31}, Last: edtf.Day{Year: 9999, Month: 12, Day: 31}, Summary: Text{Words: "End"}},
		}),
	}, func(buf []byte) []byte { return buf }))
	want := `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Dossier//Dossier//EN
CALSCALE:GREGORIAN
NAME:Dossier\; one\, two
X-WR-CALNAME:Dossier\; one\, two
DESCRIPTION:What\nhappened
X-WR-CALDESC:What\nhappened
URL;VALUE=URI:https://example.org/
BEGIN:VEVENT
UID:events/a@example.org
DTSTAMP:20191210T000000Z
DTSTART;VALUE=DATE:20191231
DTEND;VALUE=DATE:20200101
SUMMARY;LANGUAGE=ru:A \\ "b"
STATUS:CONFIRMED
TRANSP:TRANSPARENT
X-DOSSIER-EDTF:2019-12-31
END:VEVENT
BEGIN:VEVENT
UID:events/b@example.org
DTSTAMP:20191210T000000Z
DTSTART;VALUE=DATE:08000201
DTEND;VALUE=DATE:08000301
SUMMARY;LANGUAGE=uk:Б
DESCRIPTION;LANGUAGE=en:xy
LOCATION;LANGUAGE=ru:Пекин
GEO:-1.5;40
CATEGORIES;LANGUAGE=ru:Война
URL;VALUE=URI:https://example.org/a,b
STATUS:TENTATIVE
TRANSP:TRANSPARENT
X-DOSSIER-EDTF:0800-02
END:VEVENT
BEGIN:VEVENT
UID:events/c@example.org
DTSTAMP:20191210T000000Z
DTSTART;VALUE=DATE:99991231
SUMMARY;LANGUAGE=ru:End
STATUS:CONFIRMED
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
`
	if got != strings.ReplaceAll(want, "\n", "\r\n") {
		t.Errorf("got\n%s", got)
	}
}

// Lines are folded at 75 bytes and between characters, and unfold to what was said.
func FuzzFold(f *testing.F) {
	f.Add("short")
	f.Add(strings.Repeat("я", 100))
	f.Add(strings.Repeat("a", 67) + "€€€")
	f.Add("\x80\n;,\\")
	f.Fuzz(func(t *testing.T, words string) {
		w := writer{}
		w.text("SUMMARY", "", words)
		text := string(w.buf)
		if words == "" {
			if text != "" {
				t.Errorf("nothing became %q", text)
			}
			return
		}
		for _, line := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
			if len(line) > maxLine || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n") {
				t.Errorf("line %q", line)
			}
		}
		whole := strings.TrimSuffix(strings.ReplaceAll(text, "\r\n ", ""), "\r\n")
		if want := "SUMMARY:" + escape(words); whole != want {
			t.Errorf("unfolded to %q, want %q", whole, want)
		}
	})
}
