package cite

import (
	"fmt"
	"iter"
	"strings"
)

// AppendRIS writes entries as RIS (Research Information Systems, "RIS Format
// Specifications", 2001): lines of a tag, two spaces, a hyphen and a space, which end
// in CR and LF. A page is of the type ELEC. DA is year/month/day/other, and what is
// not known is left out between the slashes.
func AppendRIS(buf []byte, entries iter.Seq[Entry], mark string, spill func([]byte) []byte) []byte {
	for e := range entries {
		line := func(tag, value string) {
			if value = oneLine(value); value != "" {
				buf = append(append(append(append(buf, tag...), "  - "...), value...), "\r\n"...)
			}
		}
		line("TY", "ELEC")
		line("ID", e.Key)
		for _, n := range e.Authors {
			line("AU", n.ris())
		}
		line("TI", e.Title)
		line("T2", e.Container)
		line("PY", e.Issued.ris("%04d", "", ""))
		line("DA", e.Issued.ris("%04d/", "%02d/", "%02d/"))
		line("UR", e.URL)
		line("LA", e.Lang)
		line("N1", e.Note)
		buf = spill(append(buf, "ER  - \r\n\r\n"...))
	}
	return append(buf, mark+"\r\n"...) // what stands between ER and TY is no record's
}

// ris is a name with a comma behind the family name. In one that is whole a comma
// would divide it, so there is none.
func (n Name) ris() string {
	if n.Family == "" {
		return strings.ReplaceAll(n.Whole, ",", "")
	}
	return n.Family + ", " + n.Given
}

// ris writes a date; a part that is not known is nothing but the slash behind it.
func (d Date) ris(year, month, day string) string {
	if d.Year == 0 {
		return ""
	}
	out := fmt.Sprintf(year, d.Year)
	for _, part := range []struct {
		format string
		n      int
	}{{month, d.Month}, {day, d.Day}} {
		switch {
		case part.format == "":
		case part.n == 0:
			out += "/"
		default:
			out += fmt.Sprintf(part.format, part.n)
		}
	}
	return out
}
