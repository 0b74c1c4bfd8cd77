package naturalearth

import (
	"math"
	"slices"
	"sync"

	"dossier/generator/draw/geo"
)

// Land is a country or a disputed area, ready to be drawn.
type Land struct {
	ISO   string // "" when it has no code
	Shape geo.Shape
	Claim *Area // of a disputed area
}

// The largest parts of a country stand for it: those that are at least mainShare of the largest
// one in radius, and near it.
const (
	mainShare = 0.2
	nearby    = 3                  // radii of the largest part
	nearbyToo = 10 * math.Pi / 180 // and some more, for small ones
)

// Main are the points of these parts.
func (l *Land) Main() (out []geo.Vec) {
	of := &l.Shape
	for i := range of.Rings {
		r := &of.Rings[i]
		if centre, radius := r.Cap(); radius >= mainShare*of.Radius && geo.Angle(centre, of.Centre) <= nearby*of.Radius+nearbyToo {
			out = append(out, r.Vecs()...)
		}
	}
	return out
}

// Concerns reports whether a disputed area is one of some lands, or one of these holds or claims it.
// Some of them may be nil.
func (l *Land) Concerns(of []*Land) bool {
	return slices.ContainsFunc(of, func(x *Land) bool { return x == l || x != nil && slices.Contains(l.Claim.Of, x.ISO) })
}

// World is all of these. It is shared: callers must not change it.
type World struct {
	Countries []Land
	Disputed  []Land // what governs itself first
	self      int    // how many do
	byISO     map[string]*Land
}

// Lands are made ready once for all builds.
func Lands() *World { return lands() }

var lands = sync.OnceValue(readLands)

func readLands() *World {
	w := &World{byISO: map[string]*Land{}}
	for _, o := range Outlines() {
		w.Countries = append(w.Countries, Land{ISO: o.ISO, Shape: geo.NewShape(o.Rings)})
	}
	for _, self := range []bool{true, false} {
		for _, a := range Disputed() {
			if a.Self == self {
				w.Disputed = append(w.Disputed, Land{Shape: geo.NewShape(a.Rings), Claim: &a})
			}
		}
		if self {
			w.self = len(w.Disputed)
		}
	}
	for i := range w.Countries {
		if c := &w.Countries[i]; c.ISO != "" {
			w.byISO[c.ISO] = c
		}
	}
	return w
}

// Of is the country of a code; nil when there is none.
func (w *World) Of(iso string) *Land { return w.byISO[iso] }

// Governing is the disputed area about a point that governs itself; nil when there is none.
func (w *World) Governing(at Point) *Land {
	for i := range w.Disputed[:w.self] {
		if l := &w.Disputed[i]; l.Shape.Holds(at) {
			return l
		}
	}
	return nil
}
