package content

import (
	"fmt"
	"regexp"
	"strings"

	"dossier/generator/diag"
	"dossier/generator/edtf"
)

// wholeYear is the only plain number that may stand for a date: YAML reads a
// leading zero as octal.
var wholeYear = regexp.MustCompile(`^-?[1-9][0-9]{3}$`)

// date is an EDTF date; zero when absent or faulty.
func (v value) date() edtf.Date {
	if !v.written {
		return edtf.Date{}
	}
	s, isText := v.Scalar.(string)
	if _, isInt := v.Scalar.(int); isInt && wholeYear.MatchString(v.Raw) {
		s, isText = v.Raw, true
	}
	if !isText {
		v.text()
		return edtf.Date{}
	}
	d, err := edtf.Parse(strings.Clone(moment(s)))
	if err != nil {
		v.badDate(s, err)
		return edtf.Date{}
	}
	return d
}

func (v value) badDate(s string, err error) {
	if bare := uncurled(s); bare != s {
		if _, err := edtf.Parse(bare); err == nil {
			v.faults.Add(v.Pos, diag.BadDate,
				"%q is not a date: YAML takes curly quotation marks for part of the value; did you mean %q?", s, bare)
			return
		}
	}
	why, hint, foreign := err.Error(), "", false
	if pe, ok := err.(*edtf.ParseError); ok {
		why, foreign = pe.Msg, pe.Foreign
		if pe.Suggestion != "" {
			why, _, _ = strings.Cut(why, ", as in ") // the suggestion is the better example
			hint = fmt.Sprintf("; did you mean %q?", pe.Suggestion)
		}
	}
	v.faults.Add(v.Pos, diag.BadDate, "%q is not a date: %s%s", s, why, hint)
	if !foreign {
		last := &(*v.faults)[len(*v.faults)-1]
		last.Unread, last.Hint = strings.Clone(s), hint
	}
}

// timestamp matches a moment in the form of YAML 1.1, which programs write into the
// posts of Jekyll and Hugo. EDTF needs a T before the time and a colon in the
// offset, and has no parts of a second.
var timestamp = regexp.MustCompile(`^(\d{4}-\d\d-\d\d)(?:[Tt]|[ \t]+)(\d\d:\d\d:\d\d)(?:\.\d+)?[ \t]*(?:([Zz])|([+-]\d\d)(?::?(\d\d))?)?$`)

// moment turns a timestamp into EDTF, and returns any other text as it is.
func moment(s string) string {
	if len(s) < len("2019-11-28T09:06:22") {
		return s
	}
	m := timestamp.FindStringSubmatch(s)
	switch {
	case m == nil:
		return s
	case m[3] != "", m[4] == "-00" && (m[5] == "" || m[5] == "00"):
		return m[1] + "T" + m[2] + "Z"
	case m[5] != "":
		return m[1] + "T" + m[2] + m[4] + ":" + m[5]
	}
	return m[1] + "T" + m[2] + m[4]
}
