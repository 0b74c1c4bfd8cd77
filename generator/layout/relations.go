package layout

import (
	"dossier/generator/draw/network"
	"dossier/generator/worded"
)

// RelationGroup is an entity's relations of one type, seen from one end.
type RelationGroup struct {
	Heading   string // "member of"
	HeadingIn string // its language when it is not the page's
	ID        string // unique on the page
	Note      string // what holds for all of them
	Items     []RelationItem
}

// RelationItem is the other end of a relation, with the times it held.
type RelationItem struct {
	Link
	Flag  string
	Ended bool // before the dossier's date
	Times []RelationTime
}

// ShareNote moves a note that all of a group's relations have to its heading.
func (g *RelationGroup) ShareNote() {
	if len(g.Items) < 2 {
		return
	}
	note := g.Items[0].Times[0].Note
	for _, i := range g.Items {
		if len(i.Times) != 1 || i.Times[0].Note != note {
			return
		}
	}
	g.Note = note
	for i := range g.Items {
		g.Items[i].Times[0].Note = ""
	}
}

// RelationTime is one or several dates of a relation with what is to be said
// of them. Without a date, Dates is empty.
type RelationTime struct {
	Dates []Date
	Note  string
	Marks []Link // lead to the sources
}

// Graph is the page of all relations: a drawing of the network and a table.
type Graph struct {
	Page
	Paged
	AsOf    *Link // the page of states by date; nil when no relation is dated
	Until   *Date // the dossier's date
	Drawing *network.Drawing
	Rows    []RelationRow
}

// RelationRow is a relation in the table of all relations.
type RelationRow struct {
	From   Item
	Name   string
	NameIn string // its language when it is not the page's
	To     Item
	Ended  bool
	Times  []RelationTime
}

// AsOf tells who stood in which relation when.
type AsOf struct {
	Page
	Paged
	Graph Link
	Until *Date            // the dossier's date
	Stops []AsOfStop       // every date of a change, in order
	First int              // the stop at which to begin
	Days  *worded.DayWords // for the days between the stops; nil in a language without words
	Types []AsOfType
}

// AsOfStop is a day on which something changes. Number counts days from
// 1 January of the year 1; Day is the ISO 8601 text, "" before year 1.
type AsOfStop struct {
	Number int
	Day    string
	Text   string
}

// AsOfType is the relations of one type.
type AsOfType struct {
	Name   string
	NameIn string // its language when it is not the page's
	ID     string
	Groups []AsOfGroup
}

// AsOfGroup is who stands in one relation to one entity: members of a
// treaty, those who recognise a state.
type AsOfGroup struct {
	Of      Item
	Name    string // the relation as seen from Of: "members"
	NameIn  string // its language when it is not the page's
	Until   int    // last day of which the dossier speaks here, as in AsOfStop
	Rows    []AsOfRow
	All     []AsOfMember // with the days on which they belong, for the script
	Undated []Item       // no date is known
	Notes   []AsOfNote
	Many    int // how many relations there are when they are too many to be listed here: nothing else is set then
}

// AsOfNote is what is to be said of some of a group, or of all when Of is
// empty.
type AsOfNote struct {
	Of   []Item
	Text string
}

// AsOfRow is a change and the state after it. The first row may have no
// dates: what held before any change.
type AsOfRow struct {
	Dates   []Date
	Vague   string // how precisely the date is known, in words; "" for a day
	VagueIn string // its language when it is not the page's
	Joined  []Item
	Left    []Item
	State   []AsOfMember // nil when Count is more than a list can show
	Count   int
}

// AsOfMember is one of a group. Spans are "possible from, possible to,
// certain from, certain to" in days, the latter two left out when nothing is
// certain; several are parted by spaces.
type AsOfMember struct {
	Item
	Possibly bool
	Spans    string
}
