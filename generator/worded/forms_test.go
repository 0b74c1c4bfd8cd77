package worded

import (
	"strings"
	"testing"
)

// TestForms: whole messages with forms of months and numbers say what CLDR's
// patterns cannot.
func TestForms(t *testing.T) {
	for _, tt := range []struct{ lang, messages, date, want string }{
		{"hu", `date.since.day: "{date:tol}"|date.number.2:tol: "{n}-ától"|date.number.1:tol: "{n}-től"`, "2019-05-02/..", "2019. május 2-ától"},
		{"hu", `date.since.year: "{date:tol}"|date.number.9:tol: "{n}-től"`, "2019/..", "2019-től"},
		{"hu", `date.since.month: "{date:tol}"|date.month.5:tol: "májustól"`, "2019-05/..", "2019. májustól"},
		{"ka", `date.between: "{a:data} {b:dat} შორის"|date.month.5:data: "მაისსა და"|date.month.6:dat: "ივნისს"`, "[2019-05..2019-06]", "2019 წლის მაისსა და 2019 წლის ივნისს შორის"},
		{"el", `date.since.month: "από {date:acc}"|date.month.5:acc: "τον Μάιο του"`, "2019-05/..", "από τον Μάιο του 2019"},
		{"el", `date.since.month: "από {date:acc}"`, "2019-05/..", "από Μάιος 2019"}, // no such form: as it stands alone
	} {
		own, rest := messagesOf(strings.ReplaceAll(tt.messages, "|", "\n")), messagesFor(t, tt.lang)
		for key, text := range own {
			if why := MessageFault(key, text); why != "" {
				t.Errorf("%s: %s", key, why)
			}
		}
		w := New(tt.lang, func(key string) string {
			if s := own[key]; s != "" {
				return s
			}
			if strings.HasPrefix(key, "month.") || strings.HasPrefix(key, "between.") {
				return ""
			}
			return rest(key)
		})
		got := strings.ReplaceAll(w.Format(must(t, tt.date)), nbsp, " ")
		if got != tt.want || w.Read(got) != tt.date {
			t.Errorf("%s: %s is worded %q, want %q; that is read as %q", tt.lang, tt.date, got, tt.want, w.Read(got))
		}
	}
}
