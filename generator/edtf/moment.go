package edtf

import "regexp"

// timestamp matches a moment in the form of YAML 1.1, which programs write into the
// posts of Jekyll and Hugo. EDTF needs a T before the time and a colon in the
// offset, and has no parts of a second.
var timestamp = regexp.MustCompile(`^(\d{4}-\d\d-\d\d)(?:[Tt]|[ \t]+)(\d\d:\d\d:\d\d)(?:\.\d+)?[ \t]*(?:([Zz])|([+-]\d\d)(?::?(\d\d))?)?$`)

// Moment turns a timestamp into EDTF, and returns any other text as it is.
func Moment(s string) string {
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
