package voice

import (
	"dossier/generator/layout"
	"dossier/generator/limits"
)

// Chapters lead to the parts of an entity's page that has several, and more entries than are
// seen at once.
func Chapters(v *Voice, of *layout.Entity) []layout.Link {
	var links []layout.Link
	ties := 0
	for _, g := range of.Relations {
		for _, s := range g.Sets {
			ties += len(s.Items)
		}
	}
	add := func(id, key string, is bool) {
		if is {
			l := v.Say(key).Link()
			l.Href = "#" + id
			links = append(links, l)
		}
	}
	add("relations_", "entity.relations", of.Relations != nil)
	add("events_", "kind.events", of.Events != nil || of.EventParts != nil)
	add("appears_", "entity.appears", of.Appears != nil || of.SectionParts != nil || of.ElsewhereParts != nil)
	if len(links) < 3 || ties+len(of.Events)+of.More <= limits.MaxUnfolded {
		return nil
	}
	return links
}
