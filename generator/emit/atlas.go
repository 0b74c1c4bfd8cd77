package emit

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"dossier/generator/draw/geo"
	"dossier/generator/draw/naturalearth"
	"dossier/generator/model"
)

// territory is an area of the world ready to be drawn.
type territory struct {
	iso   string // "" when it has no code
	shape geo.Shape
}

// territories are all areas of the world, made ready once for all builds.
var territories = sync.OnceValue(readTerritories)

func readTerritories() (t struct {
	all   []territory
	byISO map[string]*territory
}) {
	t.byISO = map[string]*territory{}
	for _, o := range naturalearth.Outlines() {
		t.all = append(t.all, territory{o.ISO, geo.NewShape(o.Rings)})
	}
	for i := range t.all {
		if t.all[i].iso != "" {
			t.byISO[t.all[i].iso] = &t.all[i]
		}
	}
	return t
}

// sight is an entity that a map can show.
type sight struct {
	entity   *model.Entity
	land     *territory // nil for a point
	at       geo.Vec    // the point, or the middle of the land
	sections int        // that are tagged with it
}

// sightOf says where an entity lies, if that is known: a country in its
// outline, anything else, or a country without one, at its position.
func sightOf(e *model.Entity) (sight, bool) {
	if t := territories().byISO[e.ISO]; t != nil {
		return sight{entity: e, land: t, at: t.shape.Centre}, true
	}
	if p := e.Position; p != nil {
		return sight{entity: e, at: geo.At(geo.Point{p.Lon, p.Lat})}, true
	}
	return sight{}, false
}

// located reports whether it is known where the sight lies.
func (s sight) located() bool { return s.at != geo.Vec{} }

// approximate reports whether the sight's point is.
func (s sight) approximate() bool {
	return s.land == nil && s.entity.Position != nil && s.entity.Position.Approximate
}

// weight is how much a sight counts when a map's extent is chosen.
func (s sight) weight() int { return max(1, s.sections) }

// The largest parts of a country stand for it: those that are at least
// mainShare of the largest one in radius, and near it.
const (
	mainShare = 0.2
	nearby    = 3                  // radii of the largest part
	nearbyToo = 10 * math.Pi / 180 // and some more, for small ones
)

// extent are the points that a map must have in it to show the sight.
func (s sight) extent() []geo.Vec {
	if s.land == nil {
		return []geo.Vec{s.at}
	}
	var out []geo.Vec
	main := &s.land.shape
	for i := range main.Rings {
		r := &main.Rings[i]
		if centre, radius := r.Cap(); radius >= mainShare*main.Radius && geo.Angle(centre, main.Centre) <= nearby*main.Radius+nearbyToo {
			out = append(out, r.Vecs()...)
		}
	}
	return out
}

// What the rule for a map's extent counts with.
const (
	candidates = 100                // heaviest sights, one of which is the middle of the region
	voters     = 1000               // heaviest sights that choose it
	bulk       = 0.75               // of the weight that a region must hold
	compact    = 42 * math.Pi / 180 // radius within which the bulk must lie
	stretch    = 1.3                // a region takes in what lies this much farther than its bulk
	large      = 1.5                // times the usual size makes a country a large one
	trim       = 5 * math.Pi / 180  // of a large country, this much beyond the bulk shows
)

// region chooses what a map shows in large: everything, if it fits into one
// region; else the bulk of it by weight, if that lies close together; else
// nothing, and the map is one of the world. The points are those that the
// picture must hold; a country much larger than the others is trimmed.
func region(sights []sight) (inside []sight, points []geo.Vec) {
	heavy := slices.Clone(sights)
	slices.SortStableFunc(heavy, func(a, b sight) int { return cmp.Compare(b.weight(), a.weight()) })
	heavy = heavy[:min(voters, len(heavy))]
	var centre geo.Vec
	best, all := math.Inf(1), math.Inf(1)
	for _, s := range heavy[:min(candidates, len(heavy))] {
		near, far := spread(s.at, heavy)
		if near < best-1e-9 {
			best, all, centre = near, far, s.at
		}
	}
	reach := all
	if all > geo.MaxRegion {
		if best > compact {
			return nil, nil
		}
		reach = min(best*stretch+trim, geo.MaxRegion)
	}
	var radii []float64
	for _, s := range sights {
		if geo.Angle(centre, s.at) <= reach {
			inside = append(inside, s)
			if s.land != nil {
				radii = append(radii, s.land.shape.Radius)
			}
		}
	}
	slices.Sort(radii)
	usual := 0.0
	if len(radii) > 0 {
		usual = radii[len(radii)/2]
	}
	bound := max(best, usual) + trim
	for _, s := range inside {
		points = append(points, s.at)
		for _, v := range s.extent() {
			if s.land == nil || s.land.shape.Radius <= large*usual || geo.Angle(centre, v) <= bound {
				points = append(points, v)
			}
		}
	}
	return inside, points
}

// spread is how far from a point the bulk of the sights and all of them lie.
func spread(from geo.Vec, sights []sight) (near, far float64) {
	type distant struct {
		angle  float64
		weight int
	}
	list, total := make([]distant, len(sights)), 0
	for i, s := range sights {
		list[i] = distant{geo.Angle(from, s.at), s.weight()}
		total += s.weight()
	}
	slices.SortStableFunc(list, func(a, b distant) int { return cmp.Compare(a.angle, b.angle) })
	sum := 0
	for _, d := range list {
		if sum += d.weight; float64(sum) >= bulk*float64(total) {
			return d.angle, list[len(list)-1].angle
		}
	}
	return 0, 0
}
