package lists

import (
	"fmt"
	"slices"

	"dossier/generator/limits"
	"dossier/generator/model"
)

// Alike are, of all events by date, those of the type of one that are nearest to it in time, by
// date and without itself.
func Alike(byDate []*model.Entity, e *model.Entity) []*model.Entity {
	at, ok := slices.BinarySearchFunc(byDate, e, model.ByDate)
	if !ok {
		panic(fmt.Sprintf("lists: %q is not among the events", e.Key))
	}
	const most = limits.MaxSiblings - 1
	var alike []*model.Entity
	for i := at - 1; i >= 0 && len(alike) < most; i-- {
		if byDate[i].Type == e.Type {
			alike = append(alike, byDate[i])
		}
	}
	slices.Reverse(alike)
	before := len(alike)
	for i := at + 1; i < len(byDate) && len(alike) < before+most; i++ {
		if byDate[i].Type == e.Type {
			alike = append(alike, byDate[i])
		}
	}
	from, to := Around(before, len(alike)+1)
	return alike[from : to-1]
}
