// Package calendar writes calendars as iCalendar has them (RFC 5545, with the names
// that RFC 7986 gives a whole calendar). It takes plain data and gives bytes: lines end
// in CR and LF, and none is longer than 75 bytes, cut between characters.
//
// There is no METHOD: a calendar that says PUBLISH must name an organizer for each
// event (RFC 5546), and who published a dossier organized none of what it tells.
package calendar

import (
	"fmt"
	"iter"
	"strings"
	"unicode/utf8"

	"dossier/generator/edtf"
)

// Calendar is a set of events in one language.
type Calendar struct {
	Name, About string
	Lang        string // a BCP 47 tag
	URL         string // of the site; "" when it is not known
	Stamp       edtf.Day
	Events      iter.Seq[Event]
}

// Event is one that lies within known days.
type Event struct {
	UID         string
	First, Last edtf.Day // of the years 1 to 9999
	Vague       bool     // not all of these days are meant, or it is not certain
	EDTF        string   // the date as it is written
	Summary     Text
	About       Text // likewise the further ones, where there is something to say
	Location    Text
	Category    Text
	Geo         *Geo
	URL         string
}

// Text is words, and their language when it is not the calendar's.
type Text struct{ Words, Lang string }

// Geo is a point in WGS 84 degrees.
type Geo struct{ Lat, Lon float64 }

// Begins is what every calendar begins with.
func Begins() string { return begins }

const begins = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Dossier//Dossier//EN\r\n"

// Append writes a calendar. After each event spill is given what is written so far, and gives
// back that or room for more.
func Append(buf []byte, c *Calendar, spill func([]byte) []byte) []byte {
	w := writer{append(buf, begins...)}
	w.line("CALSCALE", "GREGORIAN")
	for _, name := range []string{"NAME", "X-WR-CALNAME"} { // the second is what most programs look for
		w.text(name, "", c.Name)
	}
	for _, name := range []string{"DESCRIPTION", "X-WR-CALDESC"} {
		w.text(name, "", c.About)
	}
	w.uri("URL", c.URL)
	for e := range c.Events {
		w.event(c, &e)
		w.buf = spill(w.buf)
	}
	w.line("END", "VCALENDAR")
	return w.buf
}

type writer struct{ buf []byte }

func (w *writer) event(c *Calendar, e *Event) {
	w.line("BEGIN", "VEVENT")
	w.line("UID", escape(e.UID))
	w.line("DTSTAMP", date(c.Stamp)+"T000000Z")
	w.line("DTSTART;VALUE=DATE", date(e.First))
	if end, ok := dayAfter(e.Last); ok { // without an end it is the first day alone (RFC 5545, 3.6.1)
		w.line("DTEND;VALUE=DATE", date(end))
	}
	w.said("SUMMARY", c.Lang, e.Summary)
	w.said("DESCRIPTION", c.Lang, e.About)
	w.said("LOCATION", c.Lang, e.Location)
	if e.Geo != nil {
		w.line("GEO", fmt.Sprintf("%g;%g", e.Geo.Lat, e.Geo.Lon))
	}
	w.said("CATEGORIES", c.Lang, e.Category)
	w.uri("URL", e.URL)
	if e.Vague {
		w.line("STATUS", "TENTATIVE")
	} else {
		w.line("STATUS", "CONFIRMED")
	}
	w.line("TRANSP", "TRANSPARENT") // it keeps nobody from anything
	w.text("X-DOSSIER-EDTF", "", e.EDTF)
	w.line("END", "VEVENT")
}

// text adds a property of words, if there are any.
func (w *writer) text(name, lang, words string) {
	if words == "" {
		return
	}
	if lang != "" {
		name += ";LANGUAGE=" + lang
	}
	w.line(name, escape(words))
}

// said adds a property of words in a language.
func (w *writer) said(name, lang string, t Text) {
	if t.Lang != "" {
		lang = t.Lang
	}
	w.text(name, lang, t.Words)
}

// uri adds an address, in which nothing is escaped.
func (w *writer) uri(name, address string) {
	if address != "" {
		w.line(name+";VALUE=URI", address)
	}
}

// maxLine is how many bytes a line has at most, without its end.
const maxLine = 75

// line adds a property, folded.
func (w *writer) line(name, value string) {
	rest, room := name+":"+value, maxLine
	for len(rest) > room {
		at := room
		for !utf8.RuneStart(rest[at]) {
			at--
		}
		w.buf = append(append(w.buf, rest[:at]...), "\r\n "...)
		rest, room = rest[at:], maxLine-1 // after the space
	}
	w.buf = append(append(w.buf, rest...), "\r\n"...)
}

// escaper writes what would end a value or part it in two. Text of RFC 5545 has no
// control characters but the line end, and the tab.
var escaper = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

func escape(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7f {
			return -1
		}
		return r
	}, escaper.Replace(strings.ToValidUTF8(text, "\uFFFD")))
}

func date(d edtf.Day) string { return fmt.Sprintf("%04d%02d%02d", d.Year, d.Month, d.Day) }

// dayAfter is the next day, unless it is beyond those that can be written.
func dayAfter(d edtf.Day) (edtf.Day, bool) {
	next := d
	next.Day++
	if next.Ordinal() == (edtf.Day{Year: d.Year, Month: d.Month + 1, Day: 1}).Ordinal() {
		next.Month, next.Day = d.Month+1, 1
	}
	if next.Month > 12 {
		next.Year, next.Month = d.Year+1, 1
	}
	return next, next.Year <= 9999
}
