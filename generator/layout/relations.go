package layout

import (
	"html/template"

	"dossier/generator/draw/chart"
	"dossier/generator/draw/network"
	"dossier/generator/worded"
)

// RelationGroup is an entity's relations of one type, seen from one end.
type RelationGroup struct {
	Heading   string // "member of"
	HeadingIn string // its language when it is not the page's
	ID        string // unique on the page
	Sets      []RelationSet
}

// RelationSet is relations that share a note, or that share none.
type RelationSet struct {
	Note  string
	Items []RelationItem
}

// RelationItem is the other end of a relation, with the times it held; or all other ends
// of relations of which the same is to be said.
type RelationItem struct {
	Link
	With  []Link        // the others
	Ended bool          // before the dossier's date
	Over  template.HTML // the words that say so, in brackets; "" when it has not ended
	Times []RelationTime
}

// RelationTime is one or several dates of a relation with what is to be said
// of them. Without a date, Dates is empty.
type RelationTime struct {
	Dates []Date
	Note  string
	Marks []Link // lead to the sources
}

// Remark is what is to be said of some relations, under a letter.
type Remark struct{ Letter, Text string }

// Graph is the page of all relations: a drawing of the network and a table.
type Graph struct {
	Page
	Paged
	Views   []Link  // of the relations: this page, and that of states by date; nil when no relation is dated
	Until   *Date   // the dossier's date
	Moment  *Moment // nil when no relation is dated, and on further pages
	Drawing *network.Drawing
	// Earliest are types of relations with the date on which the first of each begins. A
	// type of which one has held ever since, or no beginning is known, is left out.
	Earliest []Item
	Rows     []RelationRows
	Sources  []Source // of the relations in the table
}

// RelationRows are relations of one type in the table of all relations that have a note
// in common; "" for none.
type RelationRows struct {
	Note string
	Rows []RelationRow
}

// RelationRow is a relation in the table of all relations, or several that hold at the
// same times.
type RelationRow struct {
	From   []Link
	Name   string
	NameIn string // its language when it is not the page's
	To     []Link
	Ended  bool
	Spans  string // as in PresentMember, of no more than the dossier speaks of; "" when it always shows
	Times  []RelationTime
}

// Moment is the choice of a day, which a script works.
type Moment struct {
	Stops string           // the days of change, counted from 1 January of the year 1, parted by spaces
	Scale *chart.Chart     // years along them; each stop has its place there
	At    string           // these places, as Stops
	First int              // which of them to begin with
	Date  string           // that one in words
	Days  *worded.DayWords // nil in a language without words
}

// AsOf tells who stood in which relation when.
type AsOf struct {
	Page
	Paged
	Views   []Link // of the relations: their network, and this page
	Until   *Date  // the dossier's date
	Moment  *Moment
	Present []Present // the state at the beginning of Moment, by entity
	Types   []AsOfType
	Sources []Source // of the relations in the tables
}

// Present is who stands in one relation to one entity on the day shown.
type Present struct {
	Of     Item
	Name   string // the relation as seen from Of: "members"
	NameIn string // its language when it is not the page's
	Until  int    // last day of which the dossier speaks here, as in Moment
	All    []PresentMember
	Any    bool   // somebody stands in it
	Over   string // when the last has ended; "" when one has not
	Begins string // since when there is what it is of; "" when that is not known
	From   int    // … its first day
	Ended  bool   // it has
	Idle   bool   // not worth a line: nobody does, and there are many others
}

// PresentMember is one who stands, or on another day stood, in a relation. Spans
// are "possible from, possible to, certain from, certain to" in days, the latter
// two left out when nothing is certain; several are parted by spaces.
type PresentMember struct {
	Item
	Held, Possibly bool
	Spans          string
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
	Until   int    // last day of which the dossier speaks here, as in Moment
	Rows    []AsOfRow
	Undated []Item // no date is known
	Marks   []Link // lead to the sources of relations without a date
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
	Marks   []Link // lead to the sources
	Vague   string // how precisely the date is known, in words; "" for a day
	VagueIn string // its language when it is not the page's
	Joined  []Item
	Left    []Item
	State   []AsOfState // nil when Count is more than a list can show
	Count   int
}

// AsOfState is one who belongs to a state.
type AsOfState struct {
	Item
	Possibly bool
}
