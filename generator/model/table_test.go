package model

import (
	"maps"
	"math/rand/v2"
	"testing"
)

// TestTable: a table with other values is another one, and stays itself, however many
// there are.
func TestTable(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	want := map[int]int{}
	for i := range 2000 {
		want[i] = i
	}
	table := NewTable(maps.Clone(want))
	for range 300 {
		before, was := table, maps.Clone(want)
		values := map[int]int{}
		for range rng.IntN(9) {
			values[rng.IntN(2500)] = rng.IntN(100)
		}
		maps.Copy(want, values)
		table = table.With(values)
		if !maps.Equal(maps.Collect(table.All()), want) || !maps.Equal(maps.Collect(before.All()), was) {
			t.Fatal("they are not what was put into them")
		}
		for range 20 {
			key := rng.IntN(2600)
			v, ok := want[key]
			if got, found := table.Get(key); got != v || found != ok || table.Of(key) != v {
				t.Fatalf("%d is %d, %v", key, got, found)
			}
		}
	}
	for range table.All() {
		break
	}
	if _, ok := (Table[int, int]{}).Get(1); ok {
		t.Error("the empty table has something")
	}
}
