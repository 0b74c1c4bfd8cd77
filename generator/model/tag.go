package model

import "dossier/generator/diag"

// Meant gives the entities that tags probably name which are not among those that their list
// was resolved to. What is written for one of a kind in a file means the ids that ids gives.
func Meant(written, resolved []Tag, ids func(file, kind, written string) ([]string, bool)) (meant []Key) {
	if len(written) == len(resolved) {
		return nil
	}
	known := make(map[diag.Pos]bool, len(resolved))
	for _, t := range resolved {
		known[t.Pos] = true
	}
	for _, t := range written {
		if known[t.Pos] {
			continue
		}
		found, _ := ids(t.Pos.File, t.Key.Kind(), t.Key.ID())
		for _, id := range found {
			meant = append(meant, Key(t.Key.Kind()+"/"+id))
		}
	}
	return meant
}
