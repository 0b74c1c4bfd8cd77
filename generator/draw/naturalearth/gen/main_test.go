package main

import (
	"encoding/json"
	"slices"
	"testing"
)

func TestSimplify(t *testing.T) {
	bump := func(height int) []point { return []point{{0, 0}, {100, 0}, {200, height}, {300, 0}, {400, 0}} }
	for _, tt := range []struct {
		name      string
		arc, want []point
	}{
		{"a slight bend goes", []point{{0, 0}, {2, 1}, {50, 0}}, []point{{0, 0}, {50, 0}}},
		{"a large one stays", bump(100), bump(100)},
		{"a line on from it goes", []point{{0, 0}, {50, 0}, {100, 0}, {100, 100}}, []point{{0, 0}, {100, 0}, {100, 100}}},
		{"a ring stays a ring", []point{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}, nil},
		{"repeated points", []point{{0, 0}, {0, 0}, {100, 0}}, []point{{0, 0}, {100, 0}}},
		{"across the antimeridian", []point{{17950, 0}, {-17950, 100}, {-17900, 0}}, []point{{17950, 0}, {-17950, 100}, {-17900, 0}}},
	} {
		got := simplify(tt.arc)
		if tt.want == nil {
			if len(got) != 4 || got[0] != got[3] {
				t.Errorf("%s: %v", tt.name, got)
			}
		} else if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestRingsShareTheirArcs(t *testing.T) {
	var topo topology
	const src = `{"transform":{"scale":[0.01,0.01],"translate":[0,0]},
		"arcs":[[[100,0],[0,50],[1,50],[-1,100]],[[100,200],[-100,0],[0,-200],[100,0]],[[100,0],[100,0],[0,200],[-100,0]]],
		"objects":{"countries":{"geometries":[
			{"type":"Polygon","arcs":[[0,1]],"id":"1"},{"type":"MultiPolygon","arcs":[[[2,-1]]],"id":"2"},{"type":"Point"}]}}}`
	if err := json.Unmarshal([]byte(src), &topo); err != nil {
		t.Fatal(err)
	}
	g := topo.Objects.Countries.Geometries
	west, err := topo.rings(g[0])
	if err != nil {
		t.Fatal(err)
	}
	east, err := topo.rings(g[1])
	if err != nil {
		t.Fatal(err)
	}
	if want := []point{{100, 0}, {101, 100}, {100, 200}, {0, 200}, {0, 0}}; !slices.Equal(west[0], want) {
		t.Errorf("west: %v, want %v", west[0], want)
	}
	if want := []point{{100, 0}, {200, 0}, {200, 200}, {100, 200}, {101, 100}}; !slices.Equal(east[0], want) {
		t.Errorf("east: %v, want %v", east[0], want)
	}
	if _, err := topo.rings(g[2]); err == nil {
		t.Error("a point is taken for an area")
	}
}

func TestKeepVisible(t *testing.T) {
	box := func(x, side int) []point { return []point{{x, 0}, {x + side, 0}, {x + side, side}, {x, side}} }
	for _, tt := range []struct {
		name  string
		rings [][]point
		want  int
	}{
		{"islets beside a large island go", [][]point{box(0, 5), box(1000, 300), box(500, 6)}, 1},
		{"an archipelago stays", [][]point{box(0, 5), box(10, 5), box(20, 6)}, 3},
		{"a speck becomes a triangle", [][]point{{{5, 5}, {6, 5}}}, 1},
	} {
		got := keepVisible(tt.rings)
		if len(got) != tt.want || len(got[0]) < 3 {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}
