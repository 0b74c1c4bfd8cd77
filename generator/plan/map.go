package plan

import (
	"slices"

	"dossier/generator/model"
)

// A map, when some entity has a place on it.
const (
	Map    Kind      = "map"
	MapKey model.Key = "map"
)

// located reports whether a map has something to show: a country with an ISO
// code, or a position.
func located(s *model.Site) bool {
	return slices.ContainsFunc(s.Entities, func(e *model.Entity) bool { return e.ISO != "" || e.Position != nil })
}
