package worded

import (
	"slices"
	"strconv"
	"strings"

	"dossier/generator/edtf"
)

// Read gives the EDTF text of which a text is the wording: what the site prints,
// an editor may write. It is "" when the text is the wording of no date, or of
// several that differ in their days. Capitals, dots, commas, kinds of spaces and
// dashes make no difference.
//
// It makes the dates that the numbers and the words in the text may say, words
// each, and looks which is the text: so it needs no grammar, and understands
// exactly what [Wording.Format] says.
func (w *Wording) Read(text string) string {
	if w.Calendar == nil || len(text) > maxWorded {
		return ""
	}
	s := search{w: w, want: folded(text)}
	s.parts()
	if len(s.numbers) == 0 && !s.says("no-date") && !s.says("unknown.year") && !s.says("unknown.year-day") {
		return ""
	}
	if len(s.want) == 3 && s.want <= edtf.LastDecade && len(s.numbers) == 1 {
		return "" // 199 may be a year or a decade
	}
	whole := s.marked(s.whole())
	for _, date := range whole {
		s.try(date)
	}
	for _, open := range opens {
		if s.says(open.key) || strings.Contains(s.want, "…") {
			for _, date := range whole {
				s.try(open.before + date + open.after)
			}
		}
	}
	s.inOneYear()
	for _, a := range whole {
		for _, b := range whole {
			if a != b {
				s.try(a + "/" + b)
			}
		}
	}
	s.sets(whole)
	return s.result()
}

const (
	maxWorded = 200   // bytes of a text that is read
	maxTried  = 20000 // dates that are worded for one text
	maxParts  = 8     // numbers, and months, that are looked at
)

// opens are what a message says of one date, in EDTF.
var opens = []struct{ key, before, after string }{
	{"since", "", "/.."}, {"until", "../", ""}, {"unknown-start", "/", ""}, {"unknown-end", "", "/"},
	{"or-earlier", "[..", "]"}, {"or-later", "[", "..]"}, {"and-earlier", "{..", "}"}, {"and-later", "{", "..}"},
}

// search looks for the dates that are worded as a text.
type search struct {
	w       *Wording
	want    string // the text, folded
	numbers []int  // in it
	months  []int  // that it may name
	forms   []string
	tried   int
	found   []edtf.Date
}

// try words a date.
func (s *search) try(text string) {
	if s.tried++; s.tried > maxTried {
		return
	}
	if d, ok := edtf.Valid(text); ok && folded(s.w.Format(d)) == s.want {
		s.found = append(s.found, d)
	}
}

// result is the date that was found. Of several with the same days, as Y17E7 and
// Y170000000 are, it is the first, which is the simplest.
func (s *search) result() string {
	if len(s.found) == 0 || s.tried > maxTried {
		return ""
	}
	d := s.found[0]
	kind, _, _ := d.Shape()
	first, last := d.Bounds()
	for _, other := range s.found[1:] {
		k, _, _ := other.Shape()
		if a, b := other.Bounds(); k != kind || a != first || b != last {
			return ""
		}
	}
	return d.String()
}

// says reports whether the text has the words of a message, in one of the units
// or forms that it may be made for.
func (s *search) says(key string) bool {
	keys := []string{key}
	for _, unit := range []string{"year", "month", "part", "day", "season", "quarter", "decade", "span"} {
		keys = append(keys, key+"."+unit)
	}
	for _, n := range s.numbers {
		keys = append(keys, key+".day."+strconv.Itoa(n))
	}
	return slices.ContainsFunc(keys, func(key string) bool {
		message := s.w.own(key)
		for _, words := range placeholder.Split(message, -1) {
			if !strings.Contains(s.want, strings.TrimSpace(folded(words))) {
				return false
			}
		}
		return message != ""
	})
}

// marked are dates as they are, and with the marks that the text may say.
func (s *search) marked(dates []string) []string {
	about, uncertain := s.says("about") || s.says("roughly"), s.says("uncertain")
	all := dates
	for _, mark := range []struct {
		text string
		said bool
	}{{"~", about}, {"?", uncertain}, {"%", about && uncertain}} {
		for _, date := range dates {
			if mark.said {
				all = append(all, date+mark.text)
			}
		}
	}
	return all
}

// whole are the dates of which the whole wording may stand in the text, in one of
// its forms.
func (s *search) whole() []string {
	var dates []string
	for _, text := range s.points() {
		d, ok := edtf.Valid(text)
		if !ok {
			continue
		}
		_, p, _ := d.Shape()
		t, notes := s.w.term(p)
		inside := t.unit == "year" || t.unit == "decade" || t.unit == "span" && !p.HasMonth() || slices.ContainsFunc(s.forms, func(form string) bool {
			return strings.Contains(s.want, folded(t.form(form)))
		})
		for _, note := range notes {
			inside = inside && (t.unit == "span" || strings.Contains(s.want, folded(note)))
		}
		if inside && !slices.Contains(dates, text) {
			dates = append(dates, text)
		}
	}
	return dates
}

// inOneYear tries what two months or days of one year have in common only once.
func (s *search) inOneYear() {
	every := s.says("every")
	pair := func(a, b string) {
		s.try(a + "/" + b)
		if every {
			s.try("{" + a + ".." + b + "}")
		}
	}
	for _, year := range s.years() {
		var months, days []string
		for _, m := range s.months {
			month := year + "-" + twoDigits(m)
			months = append(months, month)
			for i := range s.numbers {
				var list []string
				for _, n := range s.numbers[i:] {
					if n < 1 || n > 31 {
						break
					}
					if list = append(list, month+"-"+twoDigits(n)); len(list) > 1 {
						s.try("[" + strings.Join(list, ",") + "]")
						s.try("{" + strings.Join(list, ",") + "}")
					}
				}
				if n := s.numbers[i]; n >= 1 && n <= 31 {
					days = append(days, month+"-"+twoDigits(n))
				}
			}
		}
		for _, dates := range [][]string{months, days} {
			for _, a := range dates {
				for _, b := range dates {
					if a != b {
						pair(a, b)
					}
				}
			}
		}
	}
}

// sets tries sets of dates that stand in the text one after the other.
func (s *search) sets(whole []string) {
	for _, brackets := range []string{"[]", "{}"} {
		var members []listed
		add := func(text string) {
			d, ok := edtf.Valid(brackets[:1] + text + brackets[1:])
			if s.tried++; ok && s.tried <= maxTried {
				if words := folded(s.w.Format(d)); strings.Contains(s.want, words) {
					members = append(members, listed{text, words})
				}
			}
		}
		earlier, later := s.says("or-earlier"), s.says("or-later")
		span := s.says("between")
		if brackets == "{}" {
			earlier, later = s.says("and-earlier"), s.says("and-later")
			span = s.says("every")
		}
		for _, a := range whole {
			add(a)
			if earlier {
				add(".." + a)
			}
			if later {
				add(a + "..")
			}
			for _, b := range whole {
				if span && a != b {
					add(a + ".." + b)
				}
			}
		}
		s.tile(members, brackets, "", 0)
	}
}

// listed is a member of a set, and its words.
type listed struct{ text, words string }

// farthest is how many bytes may lie between two members of a set in words.
const farthest = 24

// tile tries the sets of members whose words follow one another from a place of
// the text on.
func (s *search) tile(members []listed, brackets, set string, from int) {
	if strings.ContainsAny(set, ",.") && len(s.want)-from <= farthest {
		s.try(brackets[:1] + set + brackets[1:])
	}
	s.tried++
	for _, m := range members {
		at := strings.Index(s.want[from:], m.words)
		if at < 0 || at > farthest || s.tried > maxTried {
			continue
		}
		next := m.text
		if set != "" {
			next = set + "," + m.text
		}
		s.tile(members, brackets, next, from+at+len(m.words))
	}
}
