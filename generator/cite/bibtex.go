package cite

import (
	"iter"
	"strconv"
	"strings"
)

// months are BibTeX's own words, which each style writes in its language.
var months = [...]string{"", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

// tex writes the signs that TeX gives a meaning. A brace needs words of its own: to
// BibTeX, which counts braces, one behind a backslash is a brace, too.
var tex = strings.NewReplacer(
	`\`, `{\textbackslash}`, `{`, `{\textbraceleft}`, `}`, `{\textbraceright}`, `~`, `{\textasciitilde}`, `^`, `{\textasciicircum}`,
	`#`, `\#`, `$`, `\$`, `%`, `\%`, `&`, `\&`, `_`, `\_`,
)

// AppendBibTeX writes entries as BibTeX (Oren Patashnik, "BibTeXing", 1988, as its
// program bibtex and biber read it). They are of the type misc, which has no pages or
// publishers; url and langid are fields of biblatex that older styles pass over. Titles
// and whole names stand in a second pair of braces, which keeps their capitals and
// their order. There is no field for a day; the fields are in UTF-8.
func AppendBibTeX(buf []byte, entries iter.Seq[Entry], mark string, spill func([]byte) []byte) []byte {
	for e := range entries {
		buf = append(append(append(buf, "@misc{"...), e.Key...), ",\n"...)
		field := func(name, value string) {
			if value != "" {
				buf = append(append(append(append(append(buf, "  "...), name...), " = "...), value...), ",\n"...)
			}
		}
		var authors []string
		for _, n := range e.Authors {
			authors = append(authors, n.bibtex())
		}
		field("author", braced(strings.Join(authors, " and ")))
		field("title", braced(braced(texed(e.Title))))
		field("howpublished", braced(texed(e.Container)))
		if e.Issued.Year > 0 {
			field("year", braced(strconv.Itoa(e.Issued.Year)))
			field("month", months[e.Issued.Month])
		}
		field("url", braced(address(e.URL)))
		field("langid", braced(e.Lang))
		field("note", braced(texed(e.Note)))
		buf = spill(append(buf, "}\n\n"...))
	}
	return append(buf, mark+"\n"...) // what stands between entries is a remark
}

func (n Name) bibtex() string {
	if n.Family == "" {
		return braced(texed(n.Whole))
	}
	return braced(texed(n.Family)) + ", " + braced(texed(n.Given))
}

func texed(s string) string { return tex.Replace(oneLine(s)) }

// braced is a value in braces; "" stays so.
func braced(s string) string {
	if s == "" {
		return ""
	}
	return "{" + s + "}"
}

// address is a URL without the signs that would end its field. The styles write it
// with \url, in which the others mean themselves.
func address(s string) string { return urlSigns.Replace(oneLine(s)) }

var urlSigns = strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C")
