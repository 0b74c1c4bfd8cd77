// Package cldr knows how the languages of the Unicode CLDR write dates of the
// Gregorian calendar: names, patterns, digits and lists.
//
// The table in data is generated and embedded (see data/README.md). A table
// that cannot be parsed is a bug and panics. Everything here is safe for
// concurrent use.
package cldr

//go:generate go run ./gen

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"
)

//go:embed data/dates.tsv
var table string

// Calendar is how one locale writes dates. Patterns are those of UTS 35, with
// the letters G (era), y (year), Q (quarter), M and L (month, in a date and
// alone) and d (day); what stands in single quotes stands for itself.
type Calendar struct {
	Months   [12]string // standing alone
	MonthsOf [12]string // in a date; in many languages the genitive
	Quarters [4]string
	Eras     [2]string // before Christ and after

	Day, Month, MonthDay, Year, Quarter string
	EraDay, EraMonth, EraYear           string // with the era

	Digits  [10]string
	Group   string // between thousands
	Decimal string
	Compass [4]string // patterns in which {0} stands for degrees north, south, east, west
	And, Or List
}

// List is how a locale lists things: patterns in which {0} and {1} stand for
// what comes before and after.
type List struct{ Two, Start, Middle, End string }

// rows are the lines of the table by locale: fields by name.
var rows = sync.OnceValue(func() map[string]map[string]string {
	rows := map[string]map[string]string{}
	for line := range strings.Lines(table) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		row := map[string]string{}
		for _, cell := range cells[1:] {
			key, value, ok := strings.Cut(cell, "=")
			if !ok {
				panic("cldr: no field: " + cell)
			}
			row[key] = value
		}
		rows[cells[0]] = row
	}
	return rows
})

// Of gives the calendar of the language of a BCP 47 tag, or of what is nearest
// to it in the same script: that of "sr-Latn" for "sr-Latn-RS", of "zh-Hant"
// for "zh-TW". It reports false for a language that CLDR does not cover.
//
// English without a country is written as in most of the world, day first;
// CLDR's "en" is that of the United States.
func Of(tag string) (*Calendar, bool) {
	for _, locale := range candidates(tag) {
		if rows()[locale] != nil {
			return calendar(locale), true
		}
	}
	return nil, false
}

// Languages are the tags of the languages that CLDR covers, without their
// varieties, sorted.
func Languages() []string {
	var tags []string
	for locale := range rows() {
		if !strings.Contains(locale, "-") {
			tags = append(tags, locale)
		}
	}
	slices.Sort(tags)
	return tags
}

// candidates are the locales that may stand for a tag, the nearest first.
func candidates(tag string) []string {
	t, err := language.Parse(tag)
	if err != nil {
		return nil
	}
	base, _ := t.Base()
	script, _ := t.Script()
	usual, _ := language.Make(base.String()).Script()
	_, _, region := t.Raw()
	name := base.String()
	with := func(prefix string) []string {
		if region.String() == "ZZ" {
			return []string{prefix}
		}
		return []string{prefix + "-" + region.String(), prefix}
	}
	list := with(name + "-" + script.String())
	if script == usual {
		list = append(list, with(name)...)
	}
	if of := withoutRegion[name]; of != "" && region.String() == "ZZ" {
		return []string{of}
	}
	return list
}

// calendar reads a locale's lines.
func calendar(locale string) *Calendar {
	field := func(key string) string {
		for of := locale; of != ""; of = of[:max(strings.LastIndexByte(of, '-'), 0)] {
			if value, ok := rows()[of][key]; ok {
				return value
			}
		}
		panic("cldr: " + locale + " has no " + key)
	}
	split := func(key string, into []string) {
		parts := strings.Split(field(key), "|")
		if key == "digits" {
			parts = strings.Split(field(key), "")
		}
		if copy(into, parts) != len(parts) || len(parts) != len(into) {
			panic("cldr: " + locale + ": " + key)
		}
	}
	c := &Calendar{
		Day: field("day"), Month: field("month"), MonthDay: field("month-day"), Year: field("year"), Quarter: field("quarter"),
		EraDay: field("era-day"), EraMonth: field("era-month"), EraYear: field("era-year"), Group: field("group"), Decimal: field("decimal"),
	}
	split("months", c.Months[:])
	split("months-of", c.MonthsOf[:])
	split("quarters", c.Quarters[:])
	split("eras", c.Eras[:])
	split("digits", c.Digits[:])
	split("compass", c.Compass[:])
	for key, list := range map[string]*List{"and": &c.And, "or": &c.Or} {
		var parts [4]string
		split(key, parts[:])
		*list = List{parts[0], parts[1], parts[2], parts[3]}
	}
	return c
}
