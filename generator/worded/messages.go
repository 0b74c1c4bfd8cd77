package worded

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// message says of a key which placeholders its text may have, and whether every
// language must have it.
type message struct {
	required     bool
	placeholders string
}

// known are the keys that [Wording] asks for. Most may be followed by a unit
// of [units]; those that word a date, by a form.
var known = func() map[string]message {
	m := map[string]message{"roughly": {false, "date"}, "span": {false, "a b"}, "and": {false, "a b"}, "or": {false, "a b"}, "and.then": {false, "a b"}, "or.then": {false, "a b"}, "and.before": {}, "or.before": {}, "span.suffix": {}}
	for tens := range 10 {
		m[fmt.Sprintf("decade.%d0", tens)] = message{false, "n last"}
	}
	for keys, of := range map[string]message{
		"about since until or-earlier or-later and-earlier and-later unknown-start unknown-end": {true, "date n era"},
		"between range since.span until.span":                                                   {true, "a b"},
		"note":                                                                                  {true, "date note"}, "notes": {true, "a b"},
		"every every.year every.month every.day uncertain no-date":                                     {true, ""},
		"unknown.day unknown.month unknown.month-day unknown.year unknown.year-day unknown.year-month": {true, ""},
		"part.0 part.1 part.2 part.3": {true, "month n"},
		"season.21 season.22 season.23 season.24 third.1 third.2 third.3 half.1 half.2": {true, "year n era"},
		"season.north season.south": {true, "season"},
		"decade":                    {true, "n last"},
		"quarter.1 quarter.2 quarter.3 quarter.4": {false, "n era"},
		"era.0 era.1 era.1.before":                {false, ""},
		"pattern.day pattern.month pattern.month-day pattern.year pattern.quarter pattern.era-day": {false, ""},
		"pattern.era-month pattern.era-year": {false, ""},
	} {
		for key := range strings.FieldsSeq(keys) {
			m[key] = of
		}
	}
	return m
}()

var (
	units       = regexp.MustCompile(`\.(year|month|part|day(\.([1-9]|[12]\d|3[01]))?|season|quarter|decade|span)$`)
	dayNumber   = regexp.MustCompile(`^day\.([1-9]|[12]\d|3[01])$`)
	monthName   = regexp.MustCompile(`^month\.([1-9]|1[0-2])(:.+)?$`)
	numberForm  = regexp.MustCompile(`^number\.([1-9]|[1-9]0|[1-9]00|[1-9]000):.+$`)
	placeholder = regexp.MustCompile(`\{([^{}]*)\}`)
)

// Messages are the keys of the messages that every language must have, sorted.
func Messages() []string {
	var keys []string
	for _, key := range slices.Sorted(maps.Keys(known)) {
		if known[key].required {
			keys = append(keys, key)
		}
	}
	return keys
}

// MessageFault says what is wrong with a message, "" when nothing is: an unknown
// key, or a placeholder that it does not have.
func MessageFault(key, text string) string {
	if dayNumber.MatchString(key) || monthName.MatchString(key) || numberForm.MatchString(key) {
		return ""
	}
	name, _, _ := strings.Cut(key, ":")
	m, ok := known[name]
	if !ok {
		m, ok = known[units.ReplaceAllString(name, "")]
	}
	if !ok {
		return "no such key is read"
	}
	for _, p := range placeholder.FindAllStringSubmatch(text, -1) {
		of, _, _ := strings.Cut(p[1], ":")
		if !slices.Contains(strings.Fields(m.placeholders), of) {
			if m.placeholders == "" {
				return "{" + p[1] + "} stands for nothing here"
			}
			return "{" + p[1] + "} stands for nothing here; there are {" + strings.Join(strings.Fields(m.placeholders), "}, {") + "}"
		}
	}
	return ""
}
