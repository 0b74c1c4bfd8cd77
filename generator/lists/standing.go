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
	Otherwise          // no relation ties it to the entity
	Tied               // another relation does or did
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
	for _, t := range l.TiesOf(subject, kind, true) {
		switch {
		case t.HeldOn(day):
			of[t.To.Key] = Member
		case t.endedBefore(day):
			of[t.To.Key] = Former
		}
	}
	for _, t := range l.Ties(subject).Entries() {
		if t.HeldOn(day) || t.endedBefore(day) {
			of[t.To.Key] = max(of[t.To.Key], Tied)
		}
	}
	return of
}

// OtherTies are ties to the entity that the map is about which make countries tied to
// it otherwise, one of each kind and direction, in the order of Ties.
func OtherTies(l *Lists) []Tie {
	of, about := Standings(l), l.Site.Settings.Map
	var out []Tie
	for _, t := range l.Ties(l.Entity(about.To.Key)).Entries() {
		same := func(o Tie) bool { return o.Type == t.Type && o.Inverse == t.Inverse }
		if t.To.Key.Kind() == model.Countries && of[t.To.Key] == Tied && !slices.ContainsFunc(out, same) {
			out = append(out, t)
		}
	}
	return out
}

// HeldOn reports whether a tie holds on a day, or may.
func (t Tie) HeldOn(day int) bool {
	return len(t.Tenures) < len(t.Edges) || model.HeldOn(t.Tenures, day) != model.NotHeld
}

// endedBefore reports whether a tie certainly held before a day.
func (t Tie) endedBefore(day int) bool {
	return slices.ContainsFunc(t.Tenures, func(x model.Tenure) bool { return x.Possible.To <= day })
}
