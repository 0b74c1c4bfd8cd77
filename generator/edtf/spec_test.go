package edtf

import (
	"strings"
	"testing"
)

// specification are the examples of the Library of Congress's text of 4 February
// 2019, by level and section.
var specification = []struct{ section, examples string }{
	{"0 date", "1985-04-12 1985-04 1985"},
	{"0 date and time", "1985-04-12T23:20:30 1985-04-12T23:20:30Z 1985-04-12T23:20:30-04 1985-04-12T23:20:30+04:30"},
	{"0 interval", "1964/2008 2004-06/2006-08 2004-02-01/2005-02-08 2004-02-01/2005-02 2004-02-01/2005 2005/2006-02"},
	{"1 letter-prefixed year", "Y170000002 Y-170000002"},
	{"1 seasons", "2001-21"},
	{"1 qualification", "1984? 2004-06~ 2004-06-11%"},
	{"1 unspecified digits", "201X 20XX 2004-XX 1985-04-XX 1985-XX-XX"},
	{"1 extended interval", "1985-04-12/.. 1985-04/.. 1985/.. ../1985-04-12 ../1985-04 ../1985 1985-04-12/ 1985-04/ 1985/ /1985-04-12 /1985-04 /1985"},
	{"1 negative year", "-1985"},
	{"2 exponential year", "Y-17E7"},
	{"2 significant digits", "1950S2 Y171010000S3 Y3388E2S3"},
	{"2 sub-year groupings", "2001-34 2001-25 2001-28 2001-29 2001-32 2001-33 2001-36 2001-37 2001-39 2001-40 2001-41"},
	{"2 set", "[1667,1668,1670..1672] [..1760-12-03] [1760-12..] [1760-01,1760-02,1760-12..] [1667,1760-12] [..1984] {1667,1668,1670..1672} {1960,1961-12} {..1984}"},
	{"2 qualification", "2004-06-11% 2004-06~-11 2004?-06-11 ?2004-06-~11 2004-%06-11"},
	{"2 unspecified digits", "156X-12-25 15XX-12-25 XXXX-12-XX 1XXX-XX 1XXX-12 1984-1X"},
	{"2 interval", "2004-06-~01/2004-06-~20 2004-06-XX/2004-07-03"},
}

// TestSpecification: every example is read, means the same when it is written out
// again, and lies within its bounds.
func TestSpecification(t *testing.T) {
	for _, s := range specification {
		for text := range strings.FieldsSeq(s.examples) {
			d, err := Parse(text)
			if err != nil {
				t.Errorf("%s: %s is refused: %v", s.section, text, err)
				continue
			}
			if again := must(t, d.String()); again != d || d.String() != text && s.section != "2 qualification" {
				t.Errorf("%s: %s is written %s", s.section, text, d)
			}
			if first, last := d.Bounds(); last.Compare(first) < 0 {
				t.Errorf("%s: %s lasts from %v to %v", s.section, text, first, last)
			}
		}
	}
	// A set's rules: both ends of a range have one precision, ".." stands at its ends alone, a comma divides.
	for _, text := range []string{"{1987-10..1988}", "{1960,1961-12..1983}", "[1667..,1668]", "[1667,..1668]", "[..]", "[]", "[1667;1668]", "[1667/1668]", "[1667..1668..1669]", "{1667", "[1667}"} {
		if d, err := Parse(text); err == nil {
			t.Errorf("%s is read as %s", text, d)
		}
	}
}
