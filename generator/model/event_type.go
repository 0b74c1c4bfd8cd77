package model

import "slices"

// EventType is a declared sort of events, such as "attack".
type EventType struct {
	ID   string
	Name Words
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
