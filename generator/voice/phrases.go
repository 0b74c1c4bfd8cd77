package voice

import (
	"regexp"

	"dossier/generator/edtf"
)

var (
	yearOnly  = regexp.MustCompile(`^-?\d{4}$`)
	monthOnly = regexp.MustCompile(`^-?\d{4}-(0\d|1[0-2])$`)
)

// Vagueness words how precisely a date is known; "" for no date.
func Vagueness(v *Voice, d edtf.Date) Said {
	switch s := d.String(); {
	case d.IsZero():
		return Said{}
	case yearOnly.MatchString(s):
		return v.Say("asof.year")
	case monthOnly.MatchString(s):
		return v.Say("asof.month")
	}
	return v.Say("asof.vague")
}

// Between names what lies from one name to another, both included.
func Between(from, to string) string {
	if from == to {
		return from
	}
	return from + "–" + to
}
