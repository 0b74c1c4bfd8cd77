package lists

import (
	"slices"

	"dossier/generator/model"
)

// Standing is how a country stands, on the last day of which the dossier
// speaks, to the entity that the map is about.
type Standing int

// Standings, from the one that is least of the subject. The first is that of
// all countries when the map is about none.
const (
	Unasked   Standing = iota
	Otherwise          // no relation of the dossier ties it
	Tied               // another relation does, to the entity or to a member
	Former             // the map's relation held and has certainly ended
	Member             // it holds, or may
)

// Standings tells how countries stand to the entity that the map is about;
// what is not in it stands otherwise. It is nil when the map is about none.
func Standings(l *Lists) map[model.Key]Standing {
	about := l.Site.Settings.Map
	if about == nil {
		return nil
	}
	day := l.Known().Ordinal()
	subject := l.Entity(about.To.Key)
	kind := l.Site.Settings.MapRelation()
	of := map[model.Key]Standing{}
	near := []*model.Entity{subject}
	for _, t := range l.TiesOf(subject, kind, true) {
		switch {
		case t.HeldOn(day):
			of[t.To.Key] = Member
			near = append(near, t.To)
		case t.endedBefore(day):
			of[t.To.Key] = Former
		}
	}
	for _, x := range near {
		for _, t := range l.Ties(x).Entries() {
			if t.HeldOn(day) {
				of[t.To.Key] = max(of[t.To.Key], Tied)
			}
		}
	}
	return of
}

// HeldOn reports whether a tie holds on a day, or may.
func (t Tie) HeldOn(day int) bool {
	return len(t.Tenures) < len(t.Edges) || model.HeldOn(t.Tenures, day) != model.NotHeld
}

// endedBefore reports whether a tie certainly held before a day.
func (t Tie) endedBefore(day int) bool {
	return slices.ContainsFunc(t.Tenures, func(x model.Tenure) bool { return x.Possible.To <= day })
}
