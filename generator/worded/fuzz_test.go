package worded

import (
	"testing"

	"dossier/generator/edtf"
)

// FuzzFormat: every date has words, and what is read back is that date.
func FuzzFormat(f *testing.F) {
	for _, c := range worded {
		f.Add(c[0])
	}
	wordings := []*Wording{wording(f, "en"), wording(f, "fr"), wording(f, "ru")}
	f.Fuzz(func(t *testing.T, text string) {
		d, ok := edtf.Valid(text)
		if !ok {
			return
		}
		for _, w := range wordings {
			if w.Format(d) == "" {
				t.Fatalf("%q has no wording in %s", text, w.lang)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	w := wording(b, "ru")
	text := w.Format(must(b, "2018-11-28/2019-12-02"))
	b.ReportAllocs()
	for b.Loop() {
		_ = w.Read(text)
	}
}

func BenchmarkFormat(b *testing.B) {
	d, w := must(b, "2019-11-28/2019-12-02"), wording(b, "ru")
	b.ReportAllocs()
	for b.Loop() {
		_ = w.Format(d)
	}
}
