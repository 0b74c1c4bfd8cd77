package naturalearth

import (
	"testing"

	"dossier/generator/draw/geo"
)

// A square of 100 units, of which the picture shows the right half.
func TestDrawn(t *testing.T) {
	f := &geo.Frame{Width: 200, Height: 100}
	d := Draw(nil, geo.Area{{{-50, 0}, {50, 0}, {50, 100}, {-50, 100}}})
	if !d.Holds(geo.Pixel{10, 10}) || d.Holds(geo.Pixel{60, 10}) {
		t.Error("it holds what lies outside, or not what lies inside")
	}
	if !d.Under(40, 10, 80, 20) || d.Under(60, 10, 80, 20) {
		t.Error("it lies under what is beside it, or not under what is above it")
	}
	if got := d.Hidden(f, 0, -1, 25, 101); got < 0.4 || got > 0.6 {
		t.Errorf("half of what is seen hides %.2f", got)
	}
	if got, all := d.Seen(f), d.Area.Size(); got*2 != all {
		t.Errorf("%d of %d are seen, want half", got, all)
	}
}

// What is disputed is drawn on maps of those whom it concerns, where it is large enough.
func TestClaims(t *testing.T) {
	lands := Lands()
	f := geo.World(960, 10, nil)
	of := []*Land{lands.Of("MA")}
	all := Claims(&f, 8, 12, of)
	if len(all) == 0 || len(Claims(&f, 8, 1_000_000, of))+len(Claims(&f, 8, 12, []*Land{lands.Of("NZ")})) > 0 {
		t.Errorf("of Morocco are drawn %d", len(all))
	}
}
