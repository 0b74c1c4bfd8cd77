package voice

import (
	"sync"
	"unicode/utf8"

	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/worded"
)

// dates word dates, each once: a site has few, and each in many lists. A date for
// which the language lacks a word is worded in English as a whole: "since" and a
// Welsh month would be no language's.
type dates struct {
	*worded.Wording
	set      *layout.Set
	lang     string
	dir      string              // in which lang is written; to find it takes longer than to word a date
	known    sync.Map            // Said by EDTF
	standIns func() standInWords // made when a date needs them
}

// standInWords word dates in the language that stands in.
type standInWords struct {
	*worded.Wording
	lang string
}

func newDates(set *layout.Set, lang string) *dates {
	return &dates{Wording: set.Dates(lang), set: set, lang: lang, dir: layout.Direction(lang), standIns: sync.OnceValue(func() standInWords {
		of, words := set.StandIn()
		return standInWords{words, of}
	})}
}

// Months are the names of each month, standing alone and in a date; none where
// the language's dates are not worded.
func Months(v *Voice) (names [12][]string) {
	if c := v.dates.Calendar; c != nil {
		for i := range names {
			names[i] = []string{c.Months[i], c.MonthsOf[i]}
		}
	}
	return names
}

// words gives a date in words.
func (x *dates) words(d edtf.Date) Said {
	if said, ok := x.known.Load(d.String()); ok {
		return said.(Said)
	}
	said := x.say(func(w *worded.Wording) string { return w.Format(d) })
	x.known.Store(d.String(), said)
	return said
}

// say words something in the language when it has all words that are needed,
// else in the one that stands in.
func (x *dates) say(word func(*worded.Wording) string) Said {
	lacks := false
	text := word(worded.Asking(x.Wording, func(key string) { lacks = lacks || x.set.DateLangOf(x.lang, key) != "" }))
	if !lacks {
		return Said{Text: text}
	}
	w := x.standIns()
	return Said{word(w.Wording), w.lang}
}

// Date words a date, as an editor's words have it when there are some; nil when
// there is neither.
func (v *Voice) Date(d edtf.Date, words model.Words) *layout.Date {
	own := v.SayIn(words)
	if d.IsZero() && own.Text == "" {
		return nil
	}
	datetime, _ := d.Datetime()
	if own.Text == "" {
		said := v.dates.words(d)
		return &layout.Date{Text: said.Text, Datetime: datetime, Dir: v.dates.isolation(said.Lang), Lang: said.Lang, Long: long(said.Text)}
	}
	dir := v.dates.writtenDir(own.Lang)
	if dir == "" && Turns(own.Text, "ltr") {
		dir = "auto"
	}
	return &layout.Date{Text: own.Text, Datetime: datetime, Dir: dir, Lang: own.Lang, Long: long(own.Text)}
}

// lineOfPhone is how many letters of a date fit into every line of a phone.
const lineOfPhone = 28

func long(words string) bool { return utf8.RuneCountInString(words) > lineOfPhone }

// writtenDir is the isolation of a date that an editor words, in a language that
// is not the edition's or "".
func (x *dates) writtenDir(foreign string) string {
	dir := x.dir
	if foreign != "" {
		dir = layout.Direction(foreign)
	}
	if dir == "ltr" && x.dir == dir {
		return ""
	}
	return dir
}

// Years words the years under which something is listed; dated is false for
// what has none.
func (v *Voice) Years(years edtf.Listing, dated bool) Said {
	if !dated {
		return v.Say("part.undated")
	}
	said := v.dates.say(func(w *worded.Wording) string { return w.Listing(years) })
	said.Text = isolate(said.Text, v.dates.isolation(said.Lang))
	return said
}

// DateInText words a date for text without markup.
func (v *Voice) DateInText(d edtf.Date) string {
	said := v.dates.words(d)
	return isolate(said.Text, v.dates.isolation(said.Lang))
}

// InYear words a day or a month whose year is said elsewhere.
func (v *Voice) InYear(d edtf.Date) string {
	said := v.dates.say(func(w *worded.Wording) string { return w.InYear(d) })
	return isolate(said.Text, v.dates.isolation(said.Lang))
}

// Days are how days are worded, for a page's script; nil in a language without
// words.
func (v *Voice) Days() *worded.DayWords { return v.dates.Days() }
