package content

import (
	"fmt"
	"regexp"
	"strings"

	"dossier/generator/diag"
	"dossier/generator/edtf"
	"dossier/generator/frontmatter"
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
	d, err := edtf.Parse(strings.Clone(edtf.Moment(s)))
	if err != nil {
		v.badDate(s, err)
		return edtf.Date{}
	}
	return d
}

func (v value) badDate(s string, err error) {
	if bare := frontmatter.Uncurled(s); bare != s {
		if _, err := edtf.Parse(bare); err == nil {
			v.faults.Add(v.Pos, diag.BadDate,
				"%q is not a date: YAML takes curly quotation marks for part of the value; did you mean %q?", s, bare)
			v.faults.Mend(s, bare, true)
			return
		}
	}
	why, hint, meant, foreign := err.Error(), "", "", false
	if pe, ok := err.(*edtf.ParseError); ok {
		why, foreign = pe.Msg, pe.Foreign
		if pe.Suggestion != "" {
			why, _, _ = strings.Cut(why, ", as in ") // the suggestion is the better example
			meant = pe.Suggestion
			hint = fmt.Sprintf("; did you mean %q?", meant)
		}
	}
	v.faults.Add(v.Pos, diag.BadDate, "%q is not a date: %s%s", s, why, hint)
	if meant != "" {
		v.faults.Mend(s, meant, false)
	}
	if !foreign {
		last := &(*v.faults)[len(*v.faults)-1]
		last.Unread, last.Hint = strings.Clone(s), hint
	}
}
