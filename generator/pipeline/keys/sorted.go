package keys

import (
	"cmp"
	"maps"
	"math"
	"reflect"
	"slices"
)

func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// sortedKeys are those of a map whose keys are strings.
func sortedKeys(m reflect.Value) []reflect.Value {
	all := m.MapKeys()
	slices.SortFunc(all, func(a, b reflect.Value) int { return cmp.Compare(a.String(), b.String()) })
	return all
}

func floatBits(f float64) uint64 { return math.Float64bits(f) }
