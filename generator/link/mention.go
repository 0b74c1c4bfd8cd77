package link

import (
	"html"
	"strings"

	"dossier/generator/diag"
	"dossier/generator/limits"
	"dossier/generator/model"
)

// mentions adds to anchors the first place where a surveyed text names each
// entity that is not yet seen; seen has pages by number, of which entities
// begin at first.
func (w *walker) mentions(anchors []model.Anchor, b *model.Body, first int32, seen *marks) []model.Anchor {
	end := -1 // of the name before
	w.steps = 0
	for i := range w.hits {
		h := &w.hits[i]
		if h.start < end {
			continue
		}
		found := w.find(b, h.token, h.entry)
		if w.steps > limits.MaxNameSteps {
			w.stuck = h.start
			break
		}
		if found.length == 0 {
			continue
		}
		before := end
		end = found.last.end
		if len(found.owners) == 1 && seen.has(first+found.owners[0]) || w.doubtful(b, found, before) {
			continue
		}
		if len(found.owners) > 1 {
			if w.told.add(found.node) {
				w.shared = append(w.shared, ambiguity{found.node, found.owners[0], found.owners[1], int32(h.start), int32(end)})
			}
			continue
		}
		seen.add(first + found.owners[0])
		anchors = append(anchors, model.Anchor{Target: w.names[found.owners[0]].key, Mention: true, Start: h.start, End: end, Label: -1})
	}
	return anchors
}

// ambiguity is the first place where a text has a name, known by its node, that
// one or another entity may have.
type ambiguity struct {
	node       int32
	one, other int32 // entities
	start, end int32
}

// report words an ambiguity for the editor of t.
func (m *matcher) report(faults *diag.List, t *model.Text, a ambiguity) {
	name, one, other := words(t.Body.HTML[a.start:a.end]), m.names[a.one].key, m.names[a.other].key
	faults.Add(model.Mention{Text: t, Start: int(a.start), End: int(a.end)}.Pos(), diag.AmbiguousName, "%q may be %s or %s, so it links to neither; write [[%s|%s]] or [[%s|%s]]",
		name, one, other, one, name, other, name)
}

// words are those of a stretch of HTML text as an editor types them.
func words(text string) string {
	return strings.Join(strings.Fields(html.UnescapeString(text)), " ")
}
