package cldr

import (
	"slices"
	"testing"
)

func TestOf(t *testing.T) {
	for tag, want := range map[string]string{
		"en": "d MMMM y", "en-GB": "d MMMM y", "en-US": "MMMM d, y", "fr": "d MMMM y", "fr-CA": "d MMMM y", "de-AT": "d. MMMM y",
		"sr": "d. MMMM y.", "sr-Latn-RS": "d. MMMM y.", "zh": "y年M月d日", "zh-TW": "y年M月d日", "kk": "y\u202f'ж'. d MMMM", "uk": "d MMMM y\u202f'р'.",
	} {
		c, ok := Of(tag)
		if !ok {
			t.Errorf("%s: not known", tag)
		} else if c.Day != want {
			t.Errorf("%s: %q, want %q", tag, c.Day, want)
		}
	}
	for tag, want := range map[string]string{"sr": "мај", "sr-Latn": "maj", "sr-Latn-RS": "maj", "zh-Hant-TW": "5月", "ar-LB": "أيار", "ar": "مايو", "pt-PT": "maio"} {
		if c, ok := Of(tag); !ok || c.Months[4] != want {
			t.Errorf("%s: %v", tag, c)
		}
	}
	for _, tag := range []string{"gv", "x", "", "tlh"} {
		if c, ok := Of(tag); ok {
			t.Errorf("%s is known: %v", tag, c)
		}
	}
}

// Every line of the table makes a whole calendar.
func TestEveryLocale(t *testing.T) {
	for locale := range rows() {
		c := calendar(locale)
		for i, m := range c.Months {
			if m == "" || c.MonthsOf[i] == "" {
				t.Errorf("%s has no name for month %d", locale, i+1)
			}
		}
	}
	if n := len(rows()); n < 300 {
		t.Errorf("only %d locales", n)
	}
}

// A lookup that must succeed panics when it misses.
func TestMissingLocale(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a locale that is not in the table has a calendar")
		}
	}()
	calendar("nowhere")
}

func TestLanguages(t *testing.T) {
	tags := Languages()
	if len(tags) < 100 || !slices.IsSorted(tags) || slices.Contains(tags, "en-001") || !slices.Contains(tags, "uk") {
		t.Errorf("%d languages: %q", len(tags), tags)
	}
}
