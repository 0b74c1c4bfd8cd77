package model

import (
	"maps"
	"slices"
)

// EventType is a declared sort of events, such as "attack".
type EventType struct {
	ID   string
	Name Words
	Many Words // of several, for headings of lists; none where Name serves
}

// Heading heads a list of events of the sort: in each language the word for several, else the name.
func (t EventType) Heading() Words {
	heading := Words{}
	maps.Copy(heading, t.Name)
	maps.Copy(heading, t.Many)
	return heading
}

// EventType gives the place of a declared sort of events, from 1; 0 when there is
// no such sort.
func (s *Settings) EventType(id string) int {
	return 1 + slices.IndexFunc(s.EventTypes, func(t EventType) bool { return t.ID == id })
}

// EventTypeIDs are the ids of the declared sorts of events, in their order.
func (s *Settings) EventTypeIDs() []string {
	ids := make([]string, len(s.EventTypes))
	for i, t := range s.EventTypes {
		ids[i] = t.ID
	}
	return ids
}
